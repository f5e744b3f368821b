"""Reduce words to what Persian and Arabic forms of them have in common, for comparing across documents.

Light stemming: prefixes and suffixes of `stem_affixes.tsv` are taken off while three letters stay. It
over-cuts on purpose; nothing stemmed is ever shown.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from rawi.lang import table_package
from rawi.lang.folding import squeeze
from rawi.tables import load_tsv

SHORTEST_STEM = 3
_WORD = re.compile(r"[^\W\d_]+")


class StemAffix(NamedTuple):
    """A row of `stem_affixes.tsv`: `place` is prefix or suffix."""

    place: str
    affix: str


@cache
def _affixes(language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The prefixes and the suffixes of a language, longest first."""
    rows = load_tsv(table_package(language), "stem_affixes.tsv", StemAffix)
    prefixes = tuple(row.affix for row in rows if row.place == "prefix")
    return prefixes, tuple(row.affix for row in rows if row.place == "suffix")


@lru_cache(maxsize=131072)
def list_stems(word: str, language: str) -> tuple[str, ...]:
    """List what may be the stem of a folded word, the word itself first.

    >>> list_stems("والمدارس", "ar")[:2], list_stems("مدارسی", "fa")[:2]
    (('والمدارس', 'مدارس'), ('مدارسی', 'مدارس'))
    """
    prefixes, suffixes = _affixes(language)
    found = dict.fromkeys([word])
    for prefix in prefixes:
        if word.startswith(prefix) and len(word) - len(prefix) >= SHORTEST_STEM:
            found[word[len(prefix) :]] = None
            if language == "ar":  # One prefix cluster only; shorter ones would cut into the word.
                break
    for stem in tuple(found):
        for suffix in suffixes:
            if stem.endswith(suffix) and len(stem) - len(suffix) >= SHORTEST_STEM:
                found[stem[: -len(suffix)]] = None
    return tuple(found)


@lru_cache(maxsize=131072)
def find_stem(word: str, language: str) -> str:
    """Choose one stem of a folded word: the longest prefix and the longest suffix are off.

    >>> find_stem("والمدارس", "ar"), find_stem("میگویند", "fa")
    ('مدارس', 'گویند')
    """
    prefixes, suffixes = _affixes(language)
    for prefix in prefixes:
        if word.startswith(prefix) and len(word) - len(prefix) >= SHORTEST_STEM:
            word = word[len(prefix) :]
            break
    for suffix in suffixes:
        if word.endswith(suffix) and len(word) - len(suffix) >= SHORTEST_STEM:
            return word[: -len(suffix)]
    return word


def cut_stems(text: str, language: str) -> list[str]:
    """Cut a text into words and reduce each to its stem; numbers are left out.

    >>> cut_stems("كتب المدارس ١٢", "ar")
    ['کتب', 'مدارس']
    """
    return [find_stem(word, language) for word in _WORD.findall(squeeze(text)) if len(word) > 1]
