"""Tell whether a line at the top of a copy reads like a whole heading, although it is as wide as the page.

What a heading shows: in Persian its verb stands last, in Arabic the report after it opens with a verb, and the
report often opens with the heading's own first word.
"""

import re
from functools import cache
from typing import NamedTuple

import msgspec

from rawi.lang import table_package
from rawi.lang.folding import squeeze
from rawi.lang.persian_verbs import PAST_PERSONS, is_persian_verb, is_third_person_past
from rawi.lang.verbs import is_verb
from rawi.repair.wrapping import Break
from rawi.tables import load_toml

_WORD = re.compile(r"\w+(?:\u200c\w+)*")
# «کارگاه ـ …», «دلمون/ مراسلنا – …», «نارستان (وكالة …) –»: a place or an outlet, and a dash.
_DATELINE = re.compile(r"[«(]?\w+(?:[ \u200c/«»()]+\w+){0,4}[»)]?(?: [–—-]| ?ـ|/)\s[^\W\d]")
_YEAR = re.compile(r"(?<!\d)(?:1[34]|20|[۱١][۳٣۴٤]|[۲٢][۰٠])\d\dم?$")
_BE = frozenset(
    map(squeeze, ("است", *(verb + person for verb in ("هست", "نیست") for person in PAST_PERSONS)))
)
_PRESENT = ("ی", "ن")  # first letters of a verb that tells no past

# How much more often heading and report are parted there than lines of either; counted on the reports of
# shared/data/quotations and tests/quality/gold, wrapped at 57 to 83 columns.
VERB = {"fa": 28.0, "ar": 6.0}  # at the end of the heading; at the beginning of the report
TELLING = 13.0  # an Arabic verb that may tell a past
REPORT = 100.0  # «به گزارش …», «مدينة – …»
FIRST_LINE = {"ar": 1.7}  # no verb stands last in an Arabic heading to show itself by
YEAR = 30.0  # a signature with its day
SAME_WORD = 8.0
GOES_ON = 0.02
WANTS_MORE, COMMA = 0.07, 0.2


class _Borders(msgspec.Struct, forbid_unknown_fields=True):
    """The contents of `line_borders.toml`."""

    goes_on: list[str]
    wants_more: list[str]
    report_begins: list[str]
    tells: list[str]


class _Words(NamedTuple):
    """The words of a language at the border of lines, folded."""

    goes_on: frozenset[str]
    wants_more: frozenset[str]
    report_begins: frozenset[tuple[str, ...]]
    tells: frozenset[str]


@cache
def _borders(language: str) -> _Words:
    """The words of a language."""
    table = load_toml(table_package(language), "line_borders.toml", _Borders)
    begins = (tuple(map(squeeze, words.split())) for words in table.report_begins)
    return _Words(
        frozenset(map(squeeze, table.goes_on)),
        frozenset(map(squeeze, table.wants_more)),
        frozenset(begins),
        frozenset(map(squeeze, table.tells)),
    )


def weigh_heading(text: str, place: Break, language: str) -> float:
    r"""How much likelier a full line is a whole heading for the words around its end; 1 when they tell nothing.

    >>> from rawi.repair.wrapping import read_breaks, read_lines
    >>> text = "پل تازهٔ شهر باز شد\nپل تازه صد متر دارد"
    >>> [weigh_heading(text, place, "fa") for place in read_breaks(text, list(read_lines(text)))]
    [224.0]
    >>> text = "پل تازهٔ شهر باز شد\nکه صد متر دارد"
    >>> [weigh_heading(text, place, "fa") for place in read_breaks(text, list(read_lines(text)))]
    [0.02]
    """
    if language not in VERB:
        return 1.0
    before = _WORD.findall(text, place.line.start, place.line.end)
    after = [
        squeeze(word[0])
        for word in _WORD.finditer(text, place.following.start, place.following.end)
    ]
    if not before or not after:
        return 1.0
    known = _borders(language)
    last, first = squeeze(before[-1]), after[0]
    if first in known.goes_on:
        return GOES_ON
    if text[place.line.end - 1] in "،,":
        return COMMA
    if last in known.wants_more:
        return WANTS_MORE
    top = _WORD.search(text)
    same = first in {squeeze(word) for word in (before[0], top[0] if top else before[0])}
    begun = _weigh_beginning(text, place, after, language)
    closed = VERB["fa"] if language == "fa" and ends_clause(last) else 1.0
    dated = YEAR if _YEAR.search(text, place.line.start, place.line.end) else 1.0
    return max(begun, dated) * closed * (SAME_WORD if same else 1.0)


def _weigh_beginning(text: str, place: Break, words: list[str], language: str) -> float:
    """How much likelier the words of a line begin a report than go on."""
    known = _borders(language)
    named = not {tuple(words[:1]), tuple(words[:2])}.isdisjoint(known.report_begins)
    if named or _DATELINE.match(text, place.following.start, place.following.end):
        return REPORT
    if words[0] in known.tells:
        return TELLING
    if language == "ar" and is_verb(words[0]):
        return VERB["ar"] if words[0].startswith(_PRESENT) else TELLING
    return 1.0


@cache
def ends_clause(word: str) -> bool:
    """Tell whether a folded Persian word is a finite verb of any form."""
    return word in _BE or is_persian_verb(word) or is_third_person_past(word)
