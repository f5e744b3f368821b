"""Tell whether a line at the top of a copy reads like a whole heading, although it is as wide as the page.

What a heading shows: in Persian its verb stands last, in Arabic the report after it opens with a verb, and the
report often opens with the heading's own first word.
"""

import re
from functools import cache

from rawi.lang.folding import squeeze
from rawi.lang.persian_verbs import is_persian_verb, is_third_person_past
from rawi.lang.verbs import is_verb
from rawi.repair.wrapping import Break

_WORD = re.compile(r"\w+(?:\u200c\w+)*")
# Words no paragraph begins with: the sentence before goes on.
_GOES_ON = {
    "fa": frozenset(map(squeeze, ("که", "را", "و", "یا"))),
    "ar": frozenset(map(squeeze, ("الذي", "التي", "الذين", "اللذين"))),
}
_BE = frozenset(map(squeeze, ("است", "نیست", "هست")))

# How much more often heading and report are parted there than lines of either; counted on the reports of
# shared/data/quotations and tests/quality/gold, wrapped at 56 to 83 columns.
VERB = {"fa": 20.0, "ar": 6.0}
SAME_WORD = 8.0
GOES_ON = 0.02


def weigh_heading(text: str, place: Break, language: str) -> float:
    r"""How much likelier a full line is a whole heading for the words around its end; 1 when they tell nothing.

    >>> from rawi.repair.wrapping import read_breaks, read_lines
    >>> text = "پل تازهٔ شهر باز شد\nپل تازه صد متر دارد"
    >>> [weigh_heading(text, place, "fa") for place in read_breaks(text, list(read_lines(text)))]
    [160.0]
    >>> text = "پل تازهٔ شهر باز شد\nکه صد متر دارد"
    >>> [weigh_heading(text, place, "fa") for place in read_breaks(text, list(read_lines(text)))]
    [0.02]
    """
    if language not in VERB:
        return 1.0
    before = _WORD.findall(text, place.line.start, place.line.end)
    after = _WORD.search(text, place.following.start, place.following.end)
    if not before or after is None:
        return 1.0
    last, first = squeeze(before[-1]), squeeze(after[0])
    if first in _GOES_ON[language]:
        return GOES_ON
    closed = ends_clause(last) if language == "fa" else is_verb(first)
    top = _WORD.search(text)
    same = first in {squeeze(word) for word in (before[0], top[0] if top else before[0])}
    return (VERB[language] if closed else 1.0) * (SAME_WORD if same else 1.0)


@cache
def ends_clause(word: str) -> bool:
    """Tell whether a folded Persian word is a finite verb of any form."""
    return word in _BE or is_persian_verb(word) or is_third_person_past(word)
