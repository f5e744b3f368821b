"""Read the line above or below a headline that says no more than when, where and by whom: «خبرگزاری X، ۷ آبان ۱۴۰۴».

Second half of *segment*. Such a line is no headline, whatever stands first, and no wrapped part of its neighbours.
"""

import re
from functools import cache
from itertools import chain
from typing import NamedTuple

import msgspec

from rawi.lang import LANGUAGES, table_package
from rawi.lang.datelines import any_author, any_behind, any_label, words_beside_days
from rawi.lang.folding import squeeze
from rawi.lang.month_names import read_latin_dates
from rawi.segment.outlet_names import is_outlet_line
from rawi.tables import load_toml
from rawi.text import Span

_LONGEST = 100  # code points; longest of the invented and the sample's: 62
_MOST_PIECES = 5
_LONGEST_PLACE = 3  # words of a piece that is neither day nor outlet: a town, a desk
# What divides the pieces; in `12/8/1404` and `2025-10-06` no blank stands beside the sign.
_BETWEEN = re.compile(
    r"\s*[،,]\s*(?!\d{4}(?!\d))|\s*[|•·؛;]\s*|\s+[-–—/]+\s+"  # «آبان ۱۴, ۱۴۰۳» is one piece
)
_EMPHASIS = " \t*_#()[]«»"
ZWNJ = "\u200c"
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+|\d+")
_NUMERIC_DAY = re.compile(
    r"(?<!\d)(?:\d{1,2}([/.-])\d{1,2}\1\d{4}|\d{4}([/.-])\d{1,2}\2\d{1,2})(?!\d)"
)
_YEAR = re.compile(r"(?<!\d)(?:1[34]\d\d|(?:19|20)\d\d)(?!\d)")


class _Names(msgspec.Struct):
    """What is read of `months.toml`."""

    jalali: list[list[str]]
    gregorian: list[list[str]]
    hijri: list[list[str]]


class _Weekdays(msgspec.Struct):
    """What is read of `weekdays.toml`."""

    names: list[list[str]]


class Masthead(NamedTuple):
    """Such a line: `others` are its pieces beside the day, an outlet among them."""

    others: tuple[Span, ...]


def read_masthead(line: str) -> Masthead | None:
    """Read a line that holds a whole day and next to nothing else; None for any other line.

    >>> line = "شبكة المنارة | 14 جمادى الأولى 1447"
    >>> [line[piece.start : piece.end] for piece in read_masthead(line).others]
    ['شبكة المنارة']
    >>> read_masthead("تاریخ: 12/8/1404")
    Masthead(others=())
    >>> read_masthead("پارک شمالی در سال ۱۴۰۴ بسته ماند")
    """
    if len(line) > _LONGEST or "\n" in line or not any(map(str.isdigit, line)):
        return None
    others: list[Span] = []
    told: list[str] = []  # what the pieces say of a day
    pieces = list(_cut(line))
    for piece in pieces:
        rest = _strip_furniture(line[piece.start : piece.end])
        if _are_day_words(rest):
            told.append(rest)
        else:
            others.append(piece)
    if not _is_whole_day(" ".join(told)) or len(pieces) > _MOST_PIECES:
        return None
    return Masthead(tuple(others)) if _are_of_an_outlet(line, others) else None


def _strip_furniture(words: str) -> str:
    """Fold words, without the labels of a day, the counts and the writer a page prints beside it.

    >>> _strip_furniture("تاریخ انتشار: ۱۴ آبان ۱۴۰۳ - ۱۲۰ بازدید").split()
    ['14', 'ابان', '1403', '-']
    """
    folded = squeeze(words.replace(ZWNJ, " "))
    writer = _writer().match(folded)
    return _furniture().sub(" ", folded[writer.end() :] if writer else folded)


def _are_of_an_outlet(line: str, others: list[Span]) -> bool:
    """Tell whether what stands beside the day is an outlet, with a town or a desk at most, or nothing."""
    texts = [line[piece.start : piece.end] for piece in others]
    names = [words for words in texts if is_outlet_line(words)]
    places = [words for words in texts if words not in names]
    return not others or (
        bool(names)
        and all(len(p.split()) <= _LONGEST_PLACE and not _DIGIT.search(p) for p in places)
    )


def _cut(line: str) -> list[Span]:
    """The pieces of a line, without marks of emphasis around them."""
    borders = [0, *(end for match in _BETWEEN.finditer(line) for end in match.span()), len(line)]
    pieces = []
    for start, end in zip(borders[::2], borders[1::2], strict=True):
        words = line[start:end]
        inner = words.strip(_EMPHASIS)
        if inner:
            begin = start + words.index(inner)
            pieces.append(Span(begin, begin + len(inner)))
    return pieces


def names_a_day(words: str) -> bool:
    """Tell whether words are a day, a weekday or a clock, and nothing else.

    >>> names_a_day("الأربعاء"), names_a_day("رويترز")
    (True, False)
    """
    rest = _strip_furniture(words)
    named = bool(rest.strip()) and _are_day_words(rest)
    return named and (not _YEAR.search(rest) or _is_whole_day(rest))


def _are_day_words(folded: str) -> bool:
    """Tell whether folded words are numbers and names of months and weekdays, or what stands beside them, and nothing else."""
    return all(word.isdigit() or word in _day_words() for word in _WORD.findall(folded))


def _is_whole_day(folded: str) -> bool:
    """Tell whether words of days tell a day with its year."""
    enough = len(_WORD.findall(folded)) > 2
    return bool(_YEAR.search(folded)) and (enough or bool(_NUMERIC_DAY.search(folded)))


@cache
def _furniture() -> re.Pattern[str]:
    """Words a day stands behind, and what a page prints behind a day, with its number: `120 مشاهدة`, `کد خبر: 12`."""
    behind = rf"(?:(?!{_YEAR.pattern})\d+\s+)?(?:{any_behind()})(?:\s*:\s*\d+)?"
    return re.compile(rf"(?<!\w)(?:(?:{any_label()})\s*:?|{behind})(?!\w)")


@cache
def _writer() -> re.Pattern[str]:
    """Who wrote, with a name of up to four words before the day: `توسط … در ۱۴ آبان`."""
    days = "|".join(sorted(map(re.escape, _day_words()), key=lambda word: (-len(word), word)))
    name = rf"(?:(?!(?:{days})(?!\w))[^\W\d]+(?:\s+|$))"
    return re.compile(rf"(?:{any_author()})\s*:?\s+{name}{{1,4}}(?=\d|\w+\s+\d|$)")


@cache
def _day_words() -> frozenset[str]:
    """Folded words of the names of months and weekdays of all languages, and what stands beside them."""
    latin = read_latin_dates()
    names = words_beside_days()
    names += chain(*latin.jalali, *latin.gregorian, *latin.hijri, *latin.weekdays)
    for language in LANGUAGES:
        package = table_package(language)
        months = load_toml(package, "months.toml", _Names)
        weekdays = load_toml(package, "weekdays.toml", _Weekdays)
        for lists in (months.jalali, months.gregorian, months.hijri, weekdays.names):
            names += chain.from_iterable(lists)
    spaced = (squeeze(name.replace(ZWNJ, " ")) for name in names)
    return frozenset(word for name in spaced for word in _WORD.findall(name))
