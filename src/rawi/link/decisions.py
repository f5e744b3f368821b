"""What a person decided about a link: accepted or cut, stronger than any score. Stage *link*."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

DecisionKind = Literal["report", "story"]
Verdict = Literal["accept", "cut"]


@dataclass(frozen=True, slots=True)
class Decision:
    """Two documents, `a < b` by id, are of one report or story (accept), or are not (cut)."""

    kind: DecisionKind
    a: str
    b: str
    verdict: Verdict
    note: str | None = None


def list_pairs(
    decisions: Iterable[Decision], kind: DecisionKind, verdict: Verdict
) -> frozenset[tuple[str, str]]:
    """The pairs of documents decided in one way.

    >>> list_pairs([Decision("story", "a", "b", "cut")], "story", "cut")
    frozenset({('a', 'b')})
    """
    return frozenset((d.a, d.b) for d in decisions if d.kind == kind and d.verdict == verdict)
