"""The time, for the log and for the notes of what was removed: nothing else here asks for it."""

from datetime import UTC, datetime


def now() -> str:
    """The time: ISO, in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
