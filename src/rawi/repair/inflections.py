"""Joints of compounds that no list has with the ending they took on: خوش|اخلاقانه, بی|اثر|ترین; or made of an infinitive: عقب|راندن."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from rawi.lang.persian_verbs import VERBAL, StemRow
from rawi.repair.endings import LEAST_WORD, SHOWN
from rawi.repair.vocabulary import NOT_JOINING, PACKAGE, Vocabulary
from rawi.tables import load_tsv

SURE_OF_WHOLE = 2.5  # what a joint must have to be in the inflections of a word known as one, too
# What a known compound may take on: those that stand behind a joint, and the others.
_MORE = "تر"
_SET_APART = ("ها", _MORE)
_QUALITIES = ("بی", "کم", "خوش")  # before a noun that takes on a comparative: بی|هیجان|ترین
_TAKEN = re.compile(
    "ها(?:یی?|ی[متش]|ی[متش]ان)?|تر(?:ین?|ها)?|ان[هی]?|گ(?:ان|ی)|ند|ید|[متش](?:ان)?|ا[متش]|ی(?:[متش](?:ان)?)?"
)
_LONGEST = 6  # letters of these
_LEAST_STEM = 5  # letters of such a compound
_INFINITIVE = ("دن", "تن")
_NEGATED = ("بازن", "برن", "درن", "وان", "ورن", "فران", "فرون")  # no noun, but a preverb
_LEAST_PAST = 2  # letters of a past stem and more: زد


def joints_of_stem(
    key: str, vocabulary: Vocabulary, joints: Callable[[str], Iterable[tuple[int, float]]]
) -> dict[int, float]:
    """The joints of an unknown word that its known stem has, by what `joints` tells, and the one before its ending.

    >>> from rawi.repair.vocabulary import load_vocabulary
    >>> joints_of_stem("بیهیجانترین", load_vocabulary(), lambda stem: ())
    {2: 3.0, 7: 3.0}
    """
    v = vocabulary
    if v.knowledge(key):
        return {}
    endings = list(_inflections(key))
    for ending in endings:
        stem = key[: -len(ending)]
        if known := v.knowledge(stem):
            least = SURE_OF_WHOLE if known > 1 else 0.0
            own = {place: score for place, score in joints(stem) if score > least}
            return own | _before_ending(stem, ending) if own else {}
    for ending in endings:
        stem = key[: -len(ending)]
        place = _joint_of_quality(stem, v) if ending.startswith(_MORE) else None
        if place is not None:
            return {place: SHOWN} | _before_ending(stem, ending)
    return {}


def _before_ending(stem: str, ending: str) -> dict[int, float]:
    """The joint before an ending that stands behind one."""
    apart = ending.startswith(_SET_APART) and stem[-1] not in NOT_JOINING
    return {len(stem): SHOWN} if apart else {}


def _inflections(key: str) -> Iterator[str]:
    """Yield the endings a word may have taken on, the longer ones first; none of a verb with می."""
    if not key.startswith(VERBAL):
        for size in range(min(_LONGEST, len(key) - _LEAST_STEM), 0, -1):
            if _TAKEN.fullmatch(key, len(key) - size):
                yield key[-size:]


def _joint_of_quality(stem: str, vocabulary: Vocabulary) -> int | None:
    """The joint of an unknown word that is بی or its like and a known noun."""
    size = next((len(first) for first in _QUALITIES if stem.startswith(first)), 0)
    noun = stem[size:]
    known = len(noun) >= LEAST_WORD and vocabulary.knowledge(noun) > 1
    return size if size and known else None


@cache
def _infinitives() -> frozenset[str]:
    """The infinitives of simple verbs."""
    rows = load_tsv(PACKAGE, "verb_stems.tsv", StemRow)
    return frozenset(f"{row.past}ن" for row in rows if len(row.past) > _LEAST_PAST)


def joint_before_infinitive(key: str, vocabulary: Vocabulary) -> int | None:
    """Where the joint of an unknown word is that is a common noun or adverb and an infinitive.

    >>> from rawi.repair.vocabulary import load_vocabulary
    >>> [joint_before_infinitive(word, load_vocabulary()) for word in ("عقبراندن", "درنیافتن", "بازنگشتن", "خندیدن")]
    [3, None, None, None]
    """
    if not key.endswith(_INFINITIVE) or key.startswith(_NEGATED) or vocabulary.knowledge(key):
        return None
    for place in range(LEAST_WORD, len(key) - _LEAST_PAST):
        if key[place:] in _infinitives():
            known = key[place - 1] not in NOT_JOINING and vocabulary.knowledge(key[:place]) > 2
            return place if known else None
    return None
