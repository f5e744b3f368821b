"""How common Arabic words are, for repairs that choose between two spellings.

Their levels are tenths of a decimal logarithm (`rawi.lang.common`; the table is built by `tools/build_arabic_words.py`).
"""

from functools import cache
from math import inf, log

from rawi.lang.common import load_arabic_levels
from rawi.lang.given_names import GivenNameRow
from rawi.tables import load_tsv

# Particles and the article written together with a word, longest first; a word so made is rarer.
_PROCLITICS = (
    "وبال",
    "وال",
    "بال",
    "فال",
    "كال",
    "ولل",
    "ال",
    "لل",
    "وب",
    "ول",
    "و",
    "ف",
    "ب",
    "ل",
    "ك",
    "س",
)
DERIVED = 0.01
WORDS, LONGEST, IMPOSSIBLE = 1e9, 14, inf  # frequencies are per so many; letters of a word
FAR = 10  # times commoner
LIKELY_SPLIT = 2.6  # nats a letter that the parts of a glued word cost at most; names cost more
# The article alone is no word; where it stands alone it is a swapped لا (in word lists, a slip of tokenizers).
_NO_WORDS = frozenset({"ال", "وال", "فال", "أال"})


@cache
def arabic_given_names() -> frozenset[str]:
    """Given names, those too that are common words."""
    return frozenset(row.name for row in load_tsv("rawi.lang.ar", "given_names.tsv", GivenNameRow))


# A word's frequency in a billion, by its level; "" for words that are not in the table.
_FREQUENCY = {"": 0.0, **{str(level): 10 ** (level / 10) for level in range(100)}}


def plain_frequency(word: str) -> float:
    """How common an Arabic word is as it stands, in a billion; 0 if unknown.

    >>> plain_frequency("كتاب") > plain_frequency("كتاتيب") > plain_frequency("كتابغ")
    True
    """
    return _FREQUENCY[load_arabic_levels().get(word, "")]


@cache
def arabic_frequency(word: str) -> float:
    """How common an Arabic word is, 0 if unknown; particles before it are looked through.

    >>> arabic_frequency("الأول") > arabic_frequency("األول")
    True
    """
    if word in _NO_WORDS:
        return 0.0
    found = plain_frequency(word)
    for particle in _PROCLITICS:
        rest = word[len(particle) :]
        if word.startswith(particle) and len(rest) > 2 and not (rest[:2] == particle[-2:] == "ال"):
            found = max(found, DERIVED * plain_frequency(rest))
    return found


def split_glued(word: str) -> list[str]:
    """Split an unknown word of lost spaces (علیالثقافة) into the likeliest known ones, or not at all.

    Its yehs are ي; a part may end in ى where that is commoner.

    >>> split_glued("عليالثقافة"), split_glued("كتاب")
    (['على', 'الثقافة'], ['كتاب'])
    """
    costs, parts = [0.0], [[""]]
    for end in range(1, len(word) + 1):
        least, best = IMPOSSIBLE, [word]
        for start in range(max(0, end - LONGEST), end - 1):
            part = commoner_final(word[start:end])
            if costs[start] < least and (found := arabic_frequency(part)):
                cost = costs[start] + log(WORDS / found)
                if cost < least:
                    least, best = cost, [*parts[start], part]
        costs.append(least)
        parts.append(best)
    return parts[-1][1:] if costs[-1] < LIKELY_SPLIT * len(word) else [word]


def commoner_final(word: str, *, passive: bool = False) -> str:
    """Write a final yeh as ي or ى, whichever makes the commoner word.

    Words found as they stand count, those with particles before them only where neither is found: no verb
    takes the article (الجري is not الـ and جرى). A verb vowelled as `passive` of the past ends in ي, unless
    the other word is by far the commoner (أُجري, but أُخرى).

    >>> commoner_final("بالجري"), commoner_final("أجري"), commoner_final("أخري", passive=True)
    ('بالجري', 'أجرى', 'أخرى')
    """
    if not word.endswith("ي"):
        return word
    other = word[:-1] + "ى"
    here, there = plain_frequency(word), plain_frequency(other)
    if not here and not there:
        here, there = arabic_frequency(word), arabic_frequency(other)
    return other if there > here * (FAR if passive else 1) else word
