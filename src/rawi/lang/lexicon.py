"""Which Arabic stems may translate a Persian word: a small lexicon, for linking and not for reading.

Two tables: `words_fa_ar.tsv`, frequent words of news by hand, and `lexicon_fa_ar.tsv`, learned from aligned
lines by `tools/build_lexicon.py` (CC-BY-SA-4.0).
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from rawi.lang.stems import cut_suffix, list_stems
from rawi.tables import load_tsv

BY_HAND = 0.6  # how sure a translation by hand is beside learned ones: a word has several
_NOTHING: Mapping[str, float] = {}


class Translation(NamedTuple):
    """A row of `lexicon_fa_ar.tsv`: two stems, and how sure it is that they translate each other (0 to 1)."""

    fa: str
    ar: str
    strength: float


class Word(NamedTuple):
    """A row of `words_fa_ar.tsv`: a Persian word, and its Arabic translations with spaces between them."""

    fa: str
    ar: str


@cache
def _lexicon() -> Mapping[str, Mapping[str, float]]:
    """Persian word or stem to its Arabic stems."""
    found: dict[str, dict[str, float]] = {}
    for row in load_tsv("rawi.lang.shared", "lexicon_fa_ar.tsv", Translation):
        found.setdefault(row.fa, {})[row.ar] = row.strength
    for word in load_tsv("rawi.lang.shared", "words_fa_ar.tsv", Word):
        stems = found.setdefault(word.fa, {})
        for other in word.ar.split():
            stem = cut_suffix(other, "ar")
            stems[stem] = max(stems.get(stem, 0.0), BY_HAND)
    return found


@lru_cache(maxsize=65536)
def translate_word(word: str) -> Mapping[str, float]:
    """Return the Arabic stems for a folded Persian word with their strength; empty when it is not known.

    The longest form of the word that is known counts.

    >>> sorted(translate_word("مدرسههای"))[:1], translate_word("ژژژ")
    (['مدارس'], {})
    """
    known = _lexicon()
    for stem in sorted(list_stems(word, "fa"), key=lambda form: (-len(form), form)):
        if stem in known:
            return known[stem]
    return _NOTHING
