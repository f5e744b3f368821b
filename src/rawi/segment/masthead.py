"""Read the line above or below a headline that says no more than when, where and by whom: «خبرگزاری X، ۷ آبان ۱۴۰۴».

Second half of *segment*. Such a line is no headline, whatever stands first, and no wrapped part of its neighbours.
"""

import re
from functools import cache
from itertools import chain
from typing import NamedTuple

import msgspec

from rawi.lang import LANGUAGES, table_package
from rawi.lang.datelines import any_label, words_beside_days
from rawi.lang.folding import fold
from rawi.segment.outlet_names import is_outlet_line
from rawi.tables import load_toml
from rawi.text import Span

_LONGEST = 100  # code points; longest of the invented and the sample's: 62
_MOST_PIECES = 5
_LONGEST_PLACE = 3  # words of a piece that is neither day nor outlet: a town, a desk
# What divides the pieces; in `12/8/1404` and `2025-10-06` no blank stands beside the sign.
_BETWEEN = re.compile(r"\s*[|•·،,؛;]\s*|\s+[-–—/]+\s+")
_EMPHASIS = " \t*_#()[]«»"
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+|\d+")
_NUMERIC_DAY = re.compile(
    r"(?<!\d)(?:\d{1,2}([/.-])\d{1,2}\1\d{4}|\d{4}([/.-])\d{1,2}\2\d{1,2})(?!\d)"
)
_YEAR = re.compile(r"(?<!\d)1[34]\d\d(?!\d)|(?<!\d)(?:19|20)\d\d(?!\d)")


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
    dated = False
    pieces = list(_cut(line))
    for piece in pieces:
        words = fold(line[piece.start : piece.end])
        if _is_of_a_day(words):
            dated = dated or bool(_YEAR.search(words))
        else:
            others.append(piece)
    if not dated or len(pieces) > _MOST_PIECES or not _are_of_an_outlet(line, others):
        return None
    return Masthead(tuple(others))


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
    return _is_of_a_day(fold(words))


def _is_of_a_day(folded: str) -> bool:
    """Tell whether folded words are a day, a weekday or a clock, perhaps behind a label, and nothing else."""
    label = _labels().match(folded)
    words = _WORD.findall(folded[label.end() :] if label else folded)
    if not words or not all(word.isdigit() or word in _day_words() for word in words):
        return False
    if _YEAR.search(folded):
        return len(words) > 2 or bool(_NUMERIC_DAY.search(folded))
    return True


@cache
def _labels() -> re.Pattern[str]:
    """Words a day stands behind."""
    return re.compile(rf"(?:{any_label()})\s*:?\s")


@cache
def _day_words() -> frozenset[str]:
    """Folded words of the names of months and weekdays of all languages, and what stands beside them."""
    names = words_beside_days()
    for language in LANGUAGES:
        package = table_package(language)
        months = load_toml(package, "months.toml", _Names)
        weekdays = load_toml(package, "weekdays.toml", _Weekdays)
        for lists in (months.jalali, months.gregorian, months.hijri, weekdays.names):
            names += chain.from_iterable(lists)
    return frozenset(word for name in names for word in _WORD.findall(fold(name)))
