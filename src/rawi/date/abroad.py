"""Whether a Persian text tells of events abroad only: there `ماه گذشته` is a month of the Gregorian calendar.

Reports from abroad are mostly translated, and months are counted in them as they were in the original. A text that
names a place in Iran or Afghanistan, or a month of the Jalali calendar, counts at home. Months overlap by about two
thirds, so what is told so is never quite sure.
"""

import re
from functools import cache, lru_cache
from itertools import pairwise

from rawi.date.entries import read_entries
from rawi.lang.folding import squeeze
from rawi.lang.places import place_codes, place_homonyms

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(
    r"[A-Za-z]{4}"
)  # a name left in its own letters is one of abroad, IT and GDP are not
_HOME_CODES = ("IR", "AF", "Asia/Tehran", "Asia/Kabul")
_SHORTEST = 4  # letters; shorter names are too like other words
_IRAN = squeeze("ایران")


@lru_cache(maxsize=8)
def tells_of_abroad(text: str) -> bool:
    """Tell whether a text names places abroad, Gregorian months or names in Latin letters, and nothing of the countries of the Jalali year.

    >>> tells_of_abroad("دو رهبر ماه گذشته در سنگاپور دیدار کردند.")
    True
    >>> tells_of_abroad("وزیر ماه گذشته از تهران به سنگاپور رفت.")
    False
    """
    home, abroad = _names()
    words = _WORD.findall(squeeze(text))
    told = {*words, *(first + second for first, second in pairwise(words))}
    if not told.isdisjoint(home) or any(word.startswith(_IRAN) for word in words):
        return False
    return not told.isdisjoint(abroad) or bool(_LATIN.search(text))


@cache
def _names() -> tuple[frozenset[str], frozenset[str]]:
    """The folded names of home and of abroad: places, and months; names of two words are joined."""
    homonyms = place_homonyms("fa")
    home: set[str] = set()
    abroad: set[str] = set()
    for written, code in place_codes("fa"):
        name = squeeze(written).replace(" ", "")
        if len(name) >= _SHORTEST and name not in homonyms:
            (home if code.startswith(_HOME_CODES) else abroad).add(name)
    for name, kind, value in read_entries("fa"):
        if kind == "month":
            (abroad if value.startswith("gregorian") else home).add(squeeze(name).replace(" ", ""))
    return frozenset(home), frozenset(abroad - home)
