"""Everything rawi raises on purpose.

* RawiError
  * ReadError           a file, record or feed cannot be read
  * TableError          a data table is malformed
  * CalendarError       a calendar has no such day
  * ModelError          an optional model cannot be loaded
  * EditOrderError      repair edits overlap (a fault in a rule)
  * StoreError          the archive cannot be opened, written or migrated
    * MissingError        the archive has no such document, report, story or entity
    * BusyStoreError      another process is writing to the archive, or it was made by a newer rawi
    * BrokenStoreError    the archive's files are damaged
  * QueryError          a search query cannot be understood

A message says what was expected, what was found, where, and what to do.
"""

import traceback
from pathlib import Path


class RawiError(Exception):
    """Base of all errors raised on purpose."""


class ReadError(RawiError):
    """A file, record or feed cannot be read; `reason` is a short code, the message is for people."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


class TableError(RawiError):
    """A data table is malformed."""


class CalendarError(RawiError):
    """A calendar has no such day."""


class ModelError(RawiError):
    """An optional model cannot be loaded: it is not there, or its library is not installed."""


class EditOrderError(RawiError):
    """Two repair edits overlap or are out of order."""

    def __init__(self, before: object, after: object) -> None:
        super().__init__(f"edits must be sorted and disjoint: {before} then {after}")


class StoreError(RawiError):
    """The archive cannot be opened, written or migrated."""


class MissingError(StoreError):
    """The archive has no such document, report, story or entity."""


class BusyStoreError(StoreError):
    """Another process is writing to the archive, or a newer rawi made it."""


class BrokenStoreError(StoreError):
    """The archive's files are damaged."""


class QueryError(RawiError):
    """A search query cannot be understood; `position` is where, `hint` what to write instead.

    `fault` is a short code and `words` what it is about, a list a line each, for those who say it in another
    language.
    """

    def __init__(
        self, message: str, *, position: int = 0, hint: str = "", fault: str = "", **words: str
    ) -> None:
        super().__init__(f"{message}, at character {position + 1}" + (f"; {hint}" if hint else ""))
        self.position = position
        self.hint = hint
        self.fault = fault
        self.words = words


def describe_fault(error: Exception) -> str:
    """Say in one line what a fault of rawi's own is and where in the house: what is raised by mistake.

    >>> describe_fault(ZeroDivisionError("a rule divides by zero"))
    'ZeroDivisionError: a rule divides by zero; this is a fault of rawi, please report it'
    """
    frames = [f for f in traceback.extract_tb(error.__traceback__) if "rawi" in f.filename]
    last = frames[-1] if frames else None
    where = (
        f" in {Path(last.filename).parent.name}/{Path(last.filename).name}:{last.lineno}"
        if last
        else ""
    )
    return f"{type(error).__name__}: {error}{where}; this is a fault of rawi, please report it"
