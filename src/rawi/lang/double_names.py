"""Persian given names made of two: محمدمتین, غلامسخی, قربانگلدی, گوهرتاج. Floor 2.

`double_names.tsv` has the words that begin or end such names; the other half is any given name.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from rawi.lang import table_package
from rawi.lang.common import PersianWord, load_persian_words
from rawi.lang.folding import squeeze
from rawi.lang.people import load_people
from rawi.tables import load_tsv

_SHORTEST_HALF = 2  # letters
_SHORTEST = 5
_UNSEEN, _ONCE = PersianWord(0, 0), PersianWord(1, 0)


class HalfRow(NamedTuple):
    """A row of `double_names.tsv`: a half, whether it comes first or last, and the gender it gives."""

    half: str
    place: Literal["first", "last"]
    gender: Literal["m", "f", ""] = ""


@cache
def _halves(place: str) -> Mapping[str, str]:
    """The folded halves of a place, to their gender."""
    rows = load_tsv(table_package("fa"), "double_names.tsv", HalfRow)
    return {squeeze(row.half): row.gender for row in rows if row.place == place}


@lru_cache(maxsize=65536)
def is_double_name(word: str) -> bool:
    """Tell whether a folded Persian word texts do not know is a given name made of two.

    >>> [is_double_name(word) for word in ("محمدمتین", "قربانگلدی", "گوهرتاج", "گلفروشی", "شاهراه")]
    [True, True, True, False, False]
    """
    if len(word) < _SHORTEST or load_persian_words().get(word, _UNSEEN) > _ONCE:
        return False
    firsts, lasts = _halves("first"), _halves("last")
    for cut in range(_SHORTEST_HALF, len(word) - _SHORTEST_HALF + 1):
        head, tail = word[:cut], word[cut:]
        if head in firsts and (tail in lasts or _is_given(tail)):
            return True
        if tail in lasts and _is_given(head):
            return True
    return False


def _is_given(half: str) -> bool:
    """Tell whether a half is a given name of three letters or more."""
    given = load_people("fa").given_names
    return len(half) > _SHORTEST_HALF and half in given.alone
