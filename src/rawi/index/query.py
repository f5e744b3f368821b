"""What can be asked of an archive: a query as data, and its parsing from the words people type."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Query:
    """A question: every part that is given must hold.

    `words`: folded search words, each AND-ed; `phrases`: word sequences; `exact`: strings as printed;
    `excluded`: words that must not occur. `by`, `to`, `relay`: names; `outlet`, `language`, `kind`,
    `how`, `story`, `report`, `document`: facets. `day_from`, `day_to`: inclusive ISO days.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    exact: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    by: str | None = None
    to: str | None = None
    relay: str | None = None
    outlet: str | None = None
    language: str | None = None
    kind: str | None = None
    how: str | None = None
    story: str | None = None
    report: str | None = None
    document: str | None = None
    day_from: str | None = None
    day_to: str | None = None
    order: Literal["newest", "oldest", "relevance"] = "newest"
