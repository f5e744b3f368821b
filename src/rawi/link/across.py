"""Score whether a Persian and an Arabic report tell one event, and choose counterparts. Stage *link*.

A key counts by how rare it is in both languages and by its family. A key the other language is never seen
to use counts little, so that vocabulary without a partner hardly pulls a pair down. The day never links by
itself: it is a key among others, and days far apart only weaken.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from math import log, sqrt
from typing import NamedTuple

from rawi.link.keys import FAMILY_WEIGHT, ONCE, StoryKeys
from rawi.tables import load_tsv

# All numbers here were found on whole reports and leads of parallel.tsv, half of them without a counterpart,
# each with a lexicon learned from the other half of the documents, and looked at on invented reports.
SURE = 0.34  # of one story even if each has a better partner: several newsrooms tell one event (others reach .27)
LIKELY = 0.118  # the best partner of each other, what is taken off for a rival off, from here on
RIVAL = 0.65  # of the score of the next best partner is taken off: of one topic, all score alike
FEW_RIVALS = 0.1  # more is asked, divided by the rivals, where being the best of few says little
# More is asked of a pair that names nobody alike, the more the fewer documents there are: among 14 unrelated reports in
# each language two of a kind (share prices, film prizes, neighbours in court) reach .2, among 60 none .1.
NAMELESS = 0.1
# Nearly as good as the best partner of either from here on: another report of the event.
FELLOW = 0.22
NEARLY = 0.75  # of the best score
MARGIN = 0.01  # by so much better than the next one outside the partner's report
# Shared, where all are of the lexicon: two common words may be all a short text has.
FEWEST_WORDS = 3
KEPT = 0.05  # candidates scored below are not kept: they can neither be chosen nor stand in the way
INDEX_KEYS = 64  # keys of a document that may find it
ONE_SIDED = 0.3  # what a key counts that the other language is never seen to use
SETTLED = 60  # documents of each language from which an archive's own counts are enough
COMMON_DOCUMENTS = 62  # documents of each language common_keys.tsv was counted in
FAR_DAYS = 10  # documents further apart are rarely of one event
FAR_FACTOR = 0.5

Rarity = Callable[[str], float]


class CommonKey(NamedTuple):
    """A row of `common_keys.tsv`: in how many Persian and Arabic documents a key is."""

    key: str
    fa: int
    ar: int


@cache
def _common_keys() -> Mapping[str, tuple[int, int]]:
    """The keys common in news, with their counts."""
    rows = load_tsv("rawi.lang.shared", "common_keys.tsv", CommonKey)
    return {row.key: (row.fa, row.ar) for row in rows}


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

    While there are few documents, the counts of `common_keys.tsv` are added.

    >>> seen = {"#832": (1, 1), "sقال": (1, 90), "#7": (1, 0)}
    >>> rarity = measure_rarity(lambda key: seen.get(key, (0, 0)), (100, 100))
    >>> rarity("#832") > rarity("sقال") > 0, rarity("#832") > rarity("#7") > 0
    (True, True)
    """
    lent = max(0, SETTLED - min(documents))
    common = _common_keys()

    def measure(key: str) -> float:
        fa, ar = count(key)
        common_fa, common_ar = common.get(key, (0, 0))
        all_fa = fa + lent * common_fa / COMMON_DOCUMENTS
        all_ar = ar + lent * common_ar / COMMON_DOCUMENTS
        found = log((documents[0] + lent + 1) / (all_fa + 0.5))
        found += log((documents[1] + lent + 1) / (all_ar + 0.5))
        used_by_both = (fa or common_fa) and (ar or common_ar)
        return max(found / 2, 0.0) * (1.0 if used_by_both else ONE_SIDED)

    return measure


def weigh(keys: StoryKeys, rarity: Rarity) -> Weighed:
    """Weigh the keys of a document; a key counts once, however often the document has it.

    What a report repeats is its topic, which other reports share; what it says once tells it from them.
    """
    weights = {
        key: min(count, ONCE) * rare * sqrt(FAMILY_WEIGHT[key[0]])
        for key, count in keys.counts.items()
        if (rare := rarity(key))
    }
    return Weighed(keys, weights, sqrt(sum(weight * weight for weight in weights.values())))


def score_pair(a: Weighed, b: Weighed) -> float:
    """Score two documents from 0 to 1: the cosine of their weighed keys, less when their days lie far apart."""
    if not a.length or not b.length:
        return 0.0
    few, many = sorted((a.weights, b.weights), key=len)
    shared = [key for key in few if key in many]
    if len(shared) < FEWEST_WORDS and all(key[0] == "L" for key in shared):
        return 0.0
    score = sum(few[key] * many[key] for key in shared) / (a.length * b.length)
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

    Long keys are rarer than short ones, and what is repeated is what the report is about.

    >>> choose_index_keys(StoryKeys("d", "ar", {"#42": 0.7, "sمدارس": 1.1, "sفی": 2.0}))
    ['#42', 'sمدارس']
    """
    ranked = sorted(
        (key[0] not in "#@d", -count * len(key), key)
        for key, count in keys.counts.items()
        if key[0] in "#@d" or len(key) > 3
    )
    return [key for _, _, key in ranked[:INDEX_KEYS]]


def name_evidence(a: Weighed, b: Weighed, most: int = 8) -> tuple[str, ...]:
    """Name the shared keys that count most, for people to judge a link by."""
    shared = a.weights.keys() & b.weights.keys()
    ranked = sorted(shared, key=lambda key: (-a.weights[key] * b.weights[key], key))
    return tuple(ranked[:most])


def choose_counterparts(
    candidates: Iterable[Candidate],
    report_of: Mapping[str, str],
    rivals: int,
    share_name: Callable[[str, str], bool],
) -> tuple[Candidate, ...]:
    """Choose the candidates that are of one story: sure ones, those that are each other's best, and fellows of these.

    `report_of` maps a document to its report: copies do not compete with each other. `rivals` is how many
    documents of a language the candidates were found among, `share_name` tells of two documents whether both name
    a person or an organisation in full.

    >>> choose_counterparts([Candidate("f", "a", 0.15, ())], {}, 1, lambda a, b: True)
    ()
    >>> found = [Candidate("f", "a", 0.2, ()), Candidate("f", "x", 0.15, ())]
    >>> choose_counterparts(found, {}, 50, lambda a, b: False)
    ()
    >>> [len(choose_counterparts(found[1:], {}, 12, lambda a, b: named)) for named in (True, False)]
    [1, 0]
    >>> alike = [Candidate("f", "a", 0.24, ()), Candidate("f", "x", 0.21, ())]
    >>> [len(choose_counterparts(alike, {}, rivals, lambda a, b: False)) for rivals in (50, 12)]
    [1, 0]
    """
    least = LIKELY + FEW_RIVALS / max(rivals, 1)
    more = NAMELESS * max(0.0, 1 - rivals / SETTLED)
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
            (over := _measure_over(found, ranked, report_of, least)) >= 0
            and (over >= more or share_name(found.a, found.b))
        )
    )
    return tuple(sorted(chosen))


def _measure_over(
    found: Candidate,
    ranked: Mapping[str, list[Candidate]],
    report_of: Mapping[str, str],
    least: float,
) -> float:
    """By how much a candidate passes what is asked, as the best partner or as one nearly as good; negative where it does not."""
    best = max(ranked[found.a][0].score, ranked[found.b][0].score)
    fellow = found.score - FELLOW if found.score >= NEARLY * best else -1.0
    return max(fellow, _measure_lead(found, ranked, report_of) - least)


def _measure_lead(
    found: Candidate, ranked: Mapping[str, list[Candidate]], report_of: Mapping[str, str]
) -> float:
    """What is left of a candidate's score when that of the better rival is taken off; 0 where it is not the best."""
    rival = max(_find_rival(found, ranked[side], side, report_of) for side in (found.a, found.b))
    return found.score - RIVAL * rival if found.score >= rival + MARGIN else 0.0


def _find_rival(
    found: Candidate, ranked: list[Candidate], side: str, report_of: Mapping[str, str]
) -> float:
    """The best score `side` has with a partner of another report; 0 when there is none."""
    partner = found.b if side == found.a else found.a
    report = report_of.get(partner, partner)
    for other in ranked:
        rival = other.b if side == other.a else other.a
        if report_of.get(rival, rival) != report:
            return other.score
    return 0.0
