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
JOINED_PRONOUNS = ("هما", "هم", "ها", "ه", "نا")  # behind an Arabic noun: مدربهما, نائبته
_ARTICLE_ENDS = ("ال", "لل")  # how a prefix with the Arabic article ends
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
def list_bare(word: str, language: str) -> tuple[str, ...]:
    """List what a folded word may be without prefix and suffix, for looking it up in a lexicon.

    A prefix with the article is surely one and is cut; of any other it cannot be known, so the word is
    listed with and without it. The longest suffix is cut from each.

    >>> list_bare("بالمدرسه", "ar"), list_bare("برنامج", "ar")
    (('مدرس',), ('برنامج', 'رنامج'))
    """
    prefixes, _ = _affixes(language)
    for prefix in prefixes:
        if word.startswith(prefix) and len(word) - len(prefix) >= SHORTEST_STEM:
            rest = word[len(prefix) :]
            bare = (rest,) if prefix.endswith(_ARTICLE_ENDS) else (word, rest)
            return tuple(dict.fromkeys(cut_suffix(form, language) for form in bare))
    return (cut_suffix(word, language),)


@lru_cache(maxsize=131072)
def cut_suffix(word: str, language: str) -> str:
    """Cut the longest suffix of a folded word, as long as a stem is left.

    >>> cut_suffix("مدرسه", "ar"), cut_suffix("کتابهای", "fa")
    ('مدرس', 'کتاب')
    """
    _, suffixes = _affixes(language)
    for suffix in suffixes:
        if word.endswith(suffix) and len(word) - len(suffix) >= SHORTEST_STEM:
            return word[: -len(suffix)]
    return word


def cut_words(text: str) -> list[str]:
    """Cut a text into folded words of two letters or more; numbers are left out.

    >>> cut_words("كتب المدارس ١٢")
    ['کتب', 'المدارس']
    """
    return [word for word in _WORD.findall(squeeze(text)) if len(word) > 1]
