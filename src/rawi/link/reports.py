"""Group copies of one text into reports. Stage *link*, after shared passages.

Two documents are as close as the more contained of them is covered by the other, boilerplate not counted,
so that a cut copy belongs to its long original. Groups are joined by the mean closeness of all their
documents: a text merged from two reports is close to members of both, and yet joins only one of them.
"""

from collections.abc import Collection, Iterable, Mapping
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from rawi.facts import Report
from rawi.link.decisions import Decision, Verdict, list_pairs
from rawi.text import Extent

# Set on half of the texts of copies.jsonl, checked on the other half: .5 is the middle of a wide plateau.
CLOSE = 0.5
# What a person accepted or cut outweighs the sum over any two groups; cutting outweighs accepting.
ACCEPTED, CUT = 1e6, -1e12


class Overlap(NamedTuple):
    """Which share of the letters of `a` and of `b` stand in passages they have in common."""

    a: str
    b: str
    a_share: float
    b_share: float


def measure_share(extents: Iterable[Extent], letters: int) -> float:
    """The share of a text of so many letters that some extents cover; overlaps count once.

    >>> measure_share([Extent(0, 40), Extent(20, 50)], 100)
    0.5
    """
    covered, reached = 0, 0
    for start, end in sorted(extents):
        covered += max(0, end - max(start, reached))
        reached = max(reached, end)
    return min(1.0, covered / letters) if letters else 0.0


def group_copies(
    documents: Iterable[str], overlaps: Iterable[Overlap], decisions: Collection[Decision] = ()
) -> tuple[tuple[str, ...], ...]:
    """Group documents into reports; each is in one group, alone if it is a copy of none.

    What a person decided about two documents holds, whatever they share.

    >>> group_copies("abm", [Overlap("a", "b", 1.0, 0.9), Overlap("a", "m", 0.3, 0.2)])
    (('a', 'b'), ('m',))
    """
    names = sorted(set(documents))
    groups: dict[int, list[str]] = {i: [name] for i, name in enumerate(names)}
    index = {name: i for i, name in enumerate(names)}
    close: dict[int, dict[int, float]] = {i: {} for i in groups}  # sums over pairs of members
    for overlap in overlaps:
        i, j = index.get(overlap.a), index.get(overlap.b)
        if i is not None and j is not None and i != j:
            close[i][j] = close[j][i] = max(overlap.a_share, overlap.b_share)
    closeness_of: dict[Verdict, float] = {"accept": ACCEPTED, "cut": CUT}
    for verdict, closeness in closeness_of.items():
        for a, b in list_pairs(decisions, "report", verdict):
            if a in index and b in index:
                i, j = index[a], index[b]
                close[i][j] = close[j][i] = closeness
    heap = [(-value, i, j) for i, row in close.items() for j, value in row.items() if i < j]
    heapify(heap)
    following = len(names)
    while heap:
        value, i, j = heappop(heap)
        if -value < CLOSE:
            break
        if i in groups and j in groups:
            _join(following, i, j, groups, close, heap)
            following += 1
    return tuple(sorted(tuple(sorted(members)) for members in groups.values()))


def _join(
    new: int,
    i: int,
    j: int,
    groups: dict[int, list[str]],
    close: dict[int, dict[int, float]],
    heap: list[tuple[float, int, int]],
) -> None:
    """Join two groups under a new number, and offer the new group's neighbours."""
    groups[new] = groups.pop(i) + groups.pop(j)
    first, second = close.pop(i), close.pop(j)
    row = close[new] = {}
    for other in sorted((first.keys() | second.keys()) - {i, j}):
        value = row[other] = first.get(other, 0.0) + second.get(other, 0.0)
        rest = close[other]
        rest.pop(i, None)
        rest.pop(j, None)
        rest[new] = value
        heappush(heap, (-value / (len(groups[new]) * len(groups[other])), other, new))


def make_report(members: Iterable[str], days: Mapping[str, str | None]) -> Report:
    """Make a report; the document of the earliest known day is seen first, then that of the first id.

    Its id is that of the smallest member, so that adding a copy seldom renames it.

    >>> make_report(["b", "a"], {"b": "2018-04-04"}).first
    'b'
    """
    ordered = tuple(sorted(members))
    first = min(ordered, key=lambda name: (days.get(name) is None, days.get(name) or "", name))
    return Report(f"r-{ordered[0]}", ordered, first)
