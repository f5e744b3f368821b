"""Group reports of one event into stories, in either language. Stage *link*, after counterparts are chosen.

Copies are of one story. Reports join by links between their documents, strongest first; two groups of
several reports join only if their reports are alike on the whole, so that one vague report does not chain
two events together.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import product

from rawi.facts import Story
from rawi.link.across import Candidate
from rawi.link.decisions import Decision, Verdict, list_pairs

# Mean score two groups must have over all pairs of a Persian and an Arabic report, half of the score from
# which two documents may be counterparts: one strong link among four pairs is not enough.
MEAN_SCORE = 0.06
# Of the pairs in one language of two groups so many must be kin: what goes on from day to day is no single event.
MOST_ARE_KIN = 0.5


def group_stories(
    report_of: Mapping[str, str],
    links: Iterable[Candidate],
    scores: Iterable[Candidate],
    decisions: Collection[Decision] = (),
    kin: Iterable[tuple[str, str]] = (),
) -> tuple[tuple[str, ...], ...]:
    """Group documents into stories of two documents or more.

    `report_of` maps every document to its report, `links` are the chosen counterparts, `scores` all
    candidates among these documents, `kin` the pairs that tell one event in one language. Two documents a person cut from each other never meet in a story,
    unless they are copies; two that were accepted meet first.

    >>> link = Candidate("f", "a", 0.5, ())
    >>> group_stories({"f": "r1", "f2": "r1", "a": "r2", "x": "r3"}, [link], [link])
    (('a', 'f', 'f2'),)
    """
    scores = tuple(scores)
    best: dict[tuple[str, str], float] = {}
    for found in scores:
        one, other = sorted((report_of[found.a], report_of[found.b]))
        best[one, other] = max(best.get((one, other), 0.0), found.score)
    alike = [(report_of[a], report_of[b]) for a, b in kin]
    sides = _tell_sides(report_of, scores, alike)
    cut = _list_reports(report_of, decisions, "cut")
    group_of: dict[str, frozenset[str]] = {r: frozenset([r]) for r in report_of.values()}
    ranked = sorted(links, key=lambda found: (-found.score, found.a, found.b))
    pairs = [(report_of[link.a], report_of[link.b], False) for link in ranked]
    accepted = ((*pair, True) for pair in _list_reports(report_of, decisions, "accept"))
    for a, b, by_hand in (*accepted, *pairs):
        if by_hand or _mean(group_of[a], group_of[b], best, sides) >= MEAN_SCORE:
            _join(group_of, a, b, cut)
    for a, b in alike:
        if _measure_kinship(group_of[a], group_of[b], set(alike), sides) >= MOST_ARE_KIN:
            _join(group_of, a, b, cut)
    stories: dict[frozenset[str], list[str]] = {}
    for document, report in report_of.items():
        stories.setdefault(group_of[report], []).append(document)
    return tuple(sorted(tuple(sorted(story)) for story in stories.values() if len(story) > 1))


def _join(
    group_of: dict[str, frozenset[str]], a: str, b: str, cut: Collection[tuple[str, str]]
) -> None:
    """Join the groups of two reports, unless some of them were cut from each other."""
    group, rest = group_of[a], group_of[b]
    if not any((x, y) in cut or (y, x) in cut for x, y in product(group, rest)):
        joined = group | rest
        group_of |= dict.fromkeys(joined, joined)


def _list_reports(
    report_of: Mapping[str, str], decisions: Iterable[Decision], verdict: Verdict
) -> list[tuple[str, str]]:
    """The pairs of reports whose documents a person decided about."""
    return [
        (report_of[a], report_of[b])
        for a, b in sorted(list_pairs(decisions, "story", verdict))
        if a in report_of and b in report_of
    ]


def _tell_sides(
    report_of: Mapping[str, str], scores: Iterable[Candidate], alike: Sequence[tuple[str, str]]
) -> dict[str, str]:
    """Tell of each report on which side of the candidates it stands; kin stand on one side."""
    sides: dict[str, str] = {}
    for found in scores:
        sides[report_of[found.a]] = "a"
        sides[report_of[found.b]] = "b"
    for a, b in (*alike, *reversed(alike)):
        for one, other in ((a, b), (b, a)):
            if one in sides:
                sides.setdefault(other, sides[one])
    return sides


def _mean(
    one: Iterable[str],
    other: Iterable[str],
    best: Mapping[tuple[str, str], float],
    sides: Mapping[str, str],
) -> float:
    """The mean score of the pairs of reports of two groups that stand on different sides."""
    pairs = [
        best.get((min(x, y), max(x, y)), 0.0)
        for x, y in product(one, other)
        if sides.get(x) != sides.get(y)
    ]
    return sum(pairs) / len(pairs) if pairs else 0.0


def _measure_kinship(
    one: Iterable[str],
    other: Iterable[str],
    kin: Collection[tuple[str, str]],
    sides: Mapping[str, str],
) -> float:
    """The share of the pairs of reports of two groups on the same side that are kin."""
    pairs = [(x, y) for x, y in product(one, other) if sides.get(x) == sides.get(y)]
    return sum((x, y) in kin or (y, x) in kin for x, y in pairs) / len(pairs) if pairs else 0.0


def make_story(members: Iterable[str], links: Iterable[Candidate]) -> Story:
    """Make a story; its id is that of its smallest member, its evidence the links inside it."""
    ordered = tuple(sorted(members))
    inside = set(ordered)
    evidence = tuple(
        (link.a, link.b, round(link.score, 3), link.shared)
        for link in sorted(links)
        if link.a in inside and link.b in inside
    )
    return Story(f"s-{ordered[0]}", ordered, evidence)
