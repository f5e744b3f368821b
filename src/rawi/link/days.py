"""Give a document without a day of its own the day of its story. Stage *link*, last.

A copy of the same text speaks from the same days, the best counterpart from the same event; the evidence
names the document the day comes from. A day that follows from another document's is passed on no further.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

BORROWED = "story:"


class Dated(NamedTuple):
    """A document of the same story that knows its day, and how strongly it is linked (copies: 2)."""

    document: str
    day: str
    strength: float


def choose_day(known: Iterable[Dated], latest: date | None) -> tuple[str, str] | None:
    """Choose a day and its evidence; None when no linked document has one that may be.

    `latest` is the day the document was captured, and bounds it.

    >>> choose_day([Dated("d7", "2018-04-04", 0.4), Dated("d9", "2018-04-05", 0.3)], None)
    ('2018-04-04', 'story:d7')
    """
    possible = [
        dated for dated in known if latest is None or date.fromisoformat(dated.day) <= latest
    ]
    if not possible:
        return None
    best = min(possible, key=lambda dated: (-dated.strength, dated.day, dated.document))
    return best.day, f"{BORROWED}{best.document}"


def is_own(day: str | None, evidence: str) -> bool:
    """Tell whether a document knows its day without its story."""
    return day is not None and not evidence.startswith(BORROWED)
