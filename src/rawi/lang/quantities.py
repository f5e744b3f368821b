"""Read the quantities of a text: numbers with what they count or measure, for comparing what two reports say. Floor 2.

A number in words below eleven is read where a unit follows it («سه بار»), for elsewhere it is as often an article or a
figure of speech; the Arabic dual says number and unit in one word (`مرتين`).
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from rawi.lang.folding import fold, squeeze
from rawi.lang.numbers import ATTACHED, SMALLEST_WORD, find_numbers, read_scale
from rawi.tables import load_tsv

_WORD = re.compile(r"[^\W\d_]+")
_NEXT_WORD = re.compile("[\\s\u200c]*(?:فی\\s+)?([^\\W\\d_]+)")
_PERCENT = re.compile(r"\s*[%٪]")


class Quantity(NamedTuple):
    """A number in text[start:end] with its unit, None when it has none we know; `is_small`: a word below eleven.

    `scale` is what multiplies digits, whose value stands without it (`100 ألف`); numbers in words have it in theirs.
    """

    start: int
    end: int
    value: str
    unit: str | None
    is_small: bool = False
    scale: int = 1

    def may_answer(self, other: "Quantity") -> bool:
        """Tell whether two quantities may be told of one thing: no other unit or scale, and small numbers the same unit.

        >>> hours, tomans = Quantity(0, 0, "3", "hour", True), Quantity(0, 0, "30", "toman")
        >>> hours.may_answer(tomans), tomans.may_answer(Quantity(0, 0, "35", None))
        (False, True)
        >>> Quantity(0, 0, "22", None).may_answer(Quantity(0, 0, "100", "book", scale=1000))
        False
        """
        if self.scale != other.scale:
            return False
        if self.is_small or other.is_small:
            return self.unit == other.unit
        return self.unit is None or other.unit is None or self.unit == other.unit


class UnitRow(NamedTuple):
    """A row of `units.tsv`."""

    language: str
    word: str
    unit: str
    dual: str


@cache
def _units(language: str) -> Mapping[str, UnitRow]:
    """The words for units, folded."""
    rows = load_tsv("rawi.lang.shared", "units.tsv", UnitRow)
    return {squeeze(row.word): row for row in rows if row.language == language}


def find_quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """Find the quantities of a Persian or Arabic text, in order.

    >>> [found[2:4] for found in find_quantities("سه بار در ۳۰ هزار تومان و هشت", "fa")]
    [('3', 'time'), ('30', 'toman')]
    >>> [found[2:4] for found in find_quantities("دعته مرتين، وبنسبة 15 في المئة", "ar")]
    [('2', 'time'), ('15', 'percent')]
    """
    folded = fold(text)
    found = []
    for number in find_numbers(folded, language, smallest=1):
        in_words = not folded[number.start].isdigit()
        unit, scale = _find_unit(folded, number.end, language)
        is_small = in_words and float(number.value) < SMALLEST_WORD
        if unit or not is_small:
            found.append(Quantity(*number, unit, is_small, 1 if in_words else scale))
    for match in _WORD.finditer(folded):
        row = _read_unit(match[0], language)
        if row and row.dual:
            found.append(Quantity(match.start(), match.end(), row.dual, row.unit, is_small=True))
    return tuple(sorted(found, key=lambda quantity: quantity[:2]))


def _find_unit(text: str, at: int, language: str) -> tuple[str | None, int]:
    """The unit right behind a number, or behind what multiplies it, and by how much it does."""
    if _PERCENT.match(text, at):
        return "percent", 1
    following = _NEXT_WORD.match(text, at)
    scale = 1
    while following and (factor := read_scale(following[1], language)):
        scale *= factor
        following = _NEXT_WORD.match(text, following.end())
    row = _read_unit(following[1], language) if following else None
    return (row.unit if row and not row.dual else None), scale


def _read_unit(word: str, language: str) -> UnitRow | None:
    """The unit a word means, in Arabic also with what is written onto it, in Persian as an adjective (`کیلومتری`)."""
    units = _units(language)
    if word in units:
        return units[word]
    if language == "ar":
        return units.get(word[1:]) if word[0] in ATTACHED else None
    return units.get(word.removesuffix("ی"))
