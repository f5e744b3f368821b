"""Score whether a Persian and an Arabic report tell one event, and choose counterparts. Stage *link*.

A key counts by how rare it is in both languages and by its family; a key one language never uses counts
nothing, so that vocabulary without a partner does not pull a pair down. The day never links by itself: it
is a key among others, and days far apart only weaken.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from math import log, sqrt
from typing import NamedTuple

from rawi.link.keys import FAMILY_WEIGHT, StoryKeys

# Found on half of the documents of parallel.tsv and checked on the others (benchmarks/links.py).
SURE = 0.55  # two documents scored so are of one story even if each has a better partner
LIKELY = 0.16  # the best partner of each other from here on
MARGIN = 0.015  # and by so much better than the next one outside the partner's report
KEPT = 0.08  # candidates scored below are not kept: they can neither be chosen nor stand in the way
INDEX_KEYS = 64  # keys of a document that may find it
FAR_DAYS = 10  # documents further apart are rarely of one event
FAR_FACTOR = 0.5

Rarity = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Weighed:
    """The keys of a document weighed by rarity, and the length of that vector."""

    keys: StoryKeys
    weights: Mapping[str, float]
    length: float


class Candidate(NamedTuple):
    """A possible counterpart of a document: the Persian one in `a`, the Arabic one in `b`."""

    a: str
    b: str
    score: float
    shared: tuple[str, ...]


def measure_rarity(count: Callable[[str], tuple[int, int]], documents: tuple[int, int]) -> Rarity:
    """Make the rarity of keys from how many (Persian, Arabic) documents have them, out of how many.

    >>> seen = {"#832": (1, 1), "sفی": (1, 90)}
    >>> rarity = measure_rarity(lambda key: seen.get(key, (0, 0)), (100, 100))
    >>> rarity("#832") > rarity("sفی") > rarity("#7") == 0
    True
    """

    def rarity(key: str) -> float:
        fa, ar = count(key)
        if not fa or not ar:
            return 0.0
        found = log((documents[0] + 1) / (fa + 0.5)) + log((documents[1] + 1) / (ar + 0.5))
        return max(found / 2, 0.0)

    return rarity


def weigh(keys: StoryKeys, rarity: Rarity) -> Weighed:
    """Weigh the keys of a document."""
    weights = {
        key: count * rare * sqrt(FAMILY_WEIGHT[key[0]])
        for key, count in keys.counts.items()
        if (rare := rarity(key))
    }
    return Weighed(keys, weights, sqrt(sum(weight * weight for weight in weights.values())))


def score_pair(a: Weighed, b: Weighed) -> float:
    """Score two documents from 0 to 1: the cosine of their weighed keys, less when their days lie far apart."""
    if not a.length or not b.length:
        return 0.0
    few, many = sorted((a.weights, b.weights), key=len)
    product = sum(weight * many[key] for key, weight in few.items() if key in many)
    score = product / (a.length * b.length)
    return score * FAR_FACTOR if are_far_apart(a.keys.day, b.keys.day) else score


def are_far_apart(one: str | None, other: str | None) -> bool:
    """Tell whether two known days lie too far apart for one event.

    >>> are_far_apart("2018-04-04", "2018-05-04"), are_far_apart("2018-04-04", None)
    (True, False)
    """
    if one is None or other is None:
        return False
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) > FAR_DAYS


def choose_index_keys(keys: StoryKeys) -> list[str]:
    """Choose the keys a document is found by: numbers, days, Latin words, then the most telling others.

    Long keys are rarer than short ones, and what is repeated is what the report is about. Pairs of words
    are left out: they are too many, and their words stand for them.

    >>> choose_index_keys(StoryKeys("d", "ar", {"#42": 0.7, "b مدر ستن": 0.7, "sمدارس": 1.1, "sفی": 2.0}))
    ['#42', 'sمدارس']
    """
    ranked = sorted(
        (key for key in keys.counts if key[0] != "b" and (key[0] in "#@d" or len(key) > 3)),
        key=lambda key: (key[0] not in "#@d", -keys.counts[key] * len(key), key),
    )
    return ranked[:INDEX_KEYS]


def name_evidence(a: Weighed, b: Weighed, most: int = 8) -> tuple[str, ...]:
    """Name the shared keys that count most, for people to judge a link by."""
    shared = a.weights.keys() & b.weights.keys()
    ranked = sorted(shared, key=lambda key: (-a.weights[key] * b.weights[key], key))
    return tuple(ranked[:most])


def choose_counterparts(
    candidates: Iterable[Candidate], report_of: Mapping[str, str]
) -> tuple[Candidate, ...]:
    """Choose the candidates that are of one story: sure ones, and those that are each other's best.

    `report_of` maps a document to its report: copies do not compete with each other.
    """
    ranked: dict[str, list[Candidate]] = {}
    listed = sorted(set(candidates), key=lambda found: (-found.score, found.a, found.b))
    for found in listed:
        ranked.setdefault(found.a, []).append(found)
        ranked.setdefault(found.b, []).append(found)
    chosen = (
        found
        for found in listed
        if found.score >= SURE
        or (
            found.score >= LIKELY
            and all(_is_best(found, ranked[side], side, report_of) for side in (found.a, found.b))
        )
    )
    return tuple(sorted(chosen))


def _is_best(
    found: Candidate, ranked: list[Candidate], side: str, report_of: Mapping[str, str]
) -> bool:
    """Tell whether no partner of `side` from another report comes near this one."""
    partner = found.b if side == found.a else found.a
    report = report_of.get(partner, partner)
    for other in ranked:
        rival = other.b if side == other.a else other.a
        if report_of.get(rival, rival) != report:
            return found.score >= other.score + MARGIN
    return True
