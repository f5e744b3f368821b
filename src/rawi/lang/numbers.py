"""Read the numbers of a text, in digits and in words, for comparing what two reports say.

Cardinals only, as news writes them: `هشت هزار و پانصد`, `ستة آلاف`, `خمسة وعشرين`. Words below eleven are left out:
they say an article, a pronoun or a figure of speech as often as a number. Digits stand for themselves, without
what multiplies them (`۴۲ هزار` is 42): `are_same` knows that 42 may be 42000.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import takewhile
from math import inf, isclose, log
from typing import NamedTuple

from rawi.lang import table_package
from rawi.lang.folding import fold, squeeze
from rawi.tables import load_tsv

SMALLEST_WORD = 11  # a number in words below it says little
_TOKEN = re.compile(r"\d+(?:[.,٫٬/]\d+)*|[^\W\d_]+")
_BETWEEN = re.compile(
    "[\\s\u064b-\u0652\u200c\u200f]*"
)  # what may stand between the words of one number
_AND = "و"
ATTACHED = frozenset("وبلف")  # before an Arabic word
TEN = frozenset({"عشر", "عشره"})
_THOUSANDS = (10**3, 10**6, 10**9)
_NO_NUMBERS = frozenset({"نه"})  # the Persian nine is more often a "no"


class WrittenNumber(NamedTuple):
    """A number in text[start:end], in plain digits without separators of thousands."""

    start: int
    end: int
    value: str


class NumberWord(NamedTuple):
    """A row of `number_words.tsv`."""

    word: str
    kind: str
    value: str


class Scale(NamedTuple):
    """A row of `number_scales.tsv`."""

    word: str
    value: int


class _Token(NamedTuple):
    start: int
    end: int
    word: str


@cache
def _words(language: str) -> Mapping[str, int]:
    """The cardinals of one word below a thousand, and the first words of those made with ten."""
    rows = load_tsv(table_package(language), "number_words.tsv", NumberWord)
    cardinals = [(squeeze(row.word), int(row.value)) for row in rows if row.kind == "cardinal"]
    found = {word.split()[0]: value - 10 for word, value in cardinals if word.split()[-1] in TEN}
    return found | {word: value for word, value in cardinals if " " not in word and value < 1000}


@cache
def _scales(language: str) -> Mapping[str, int]:
    """The words that multiply."""
    rows = load_tsv(table_package(language), "number_scales.tsv", Scale)
    return {squeeze(row.word): row.value for row in rows}


def read_digits(written: str) -> str:
    """Write a number without separators of thousands and leading zeros; empty for zero.

    >>> read_digits("1,250"), read_digits("7٫5"), read_digits("007")
    ('1250', '7.5', '7')
    """
    plain = fold(written).replace("٬", "").replace("٫", ".")
    plain = re.sub(r",(?=\d{3}(?!\d))", "", plain).replace(",", ".")
    return plain.lstrip("0")


def find_numbers(
    text: str, language: str, *, smallest: int = SMALLEST_WORD
) -> tuple[WrittenNumber, ...]:
    """Find the numbers of a Persian or Arabic text, in order; in words those from `smallest` on.

    >>> [found.value for found in find_numbers("هشت هزار و پانصد نفر و ۴۲ هزار کتاب", "fa")]
    ['8500', '42']
    >>> [found.value for found in find_numbers("ستة آلاف مدخل وخمسة وعشرين يوماً، 2,500", "ar")]
    ['6000', '25', '2500']
    """
    folded = fold(text)
    tokens = [_Token(*match.span(), match.group()) for match in _TOKEN.finditer(folded)]
    return tuple(_read(folded, tokens, language, smallest))


def is_cardinal(word: str, language: str) -> bool:
    """Tell whether a folded word is a number below a thousand.

    >>> is_cardinal("بیست", "fa"), is_cardinal("هزار", "fa")
    (True, False)
    """
    return word in _words(language)


def is_scale(word: str, language: str) -> bool:
    """Tell whether a folded word multiplies the number before it, or is one: a thousand, a million.

    >>> is_scale("هزار", "fa"), is_scale("بیست", "fa")
    (True, False)
    """
    return word in _scales(language)


@cache
def _joined() -> re.Pattern[str]:
    """Persian cardinals written together with the words for and between them."""
    cardinal = "|".join(sorted((*_words("fa"), *_scales("fa")), key=len, reverse=True))
    return re.compile(f"(?:{cardinal})(?:و(?:{cardinal}))+")


def is_joined_number(word: str) -> bool:
    """Tell whether a folded Persian word is a number of several words written as one.

    >>> is_joined_number("هفتادوهشت"), is_joined_number("هفتاد"), is_joined_number("سیوند")
    (True, False, False)
    """
    return "و" in word[1:-1] and _joined().fullmatch(word) is not None


def read_scale(word: str, language: str) -> int | None:
    """By how much a folded word multiplies the number before it; None when it does not.

    >>> read_scale("هزار", "fa"), read_scale("تومان", "fa")
    (1000, None)
    """
    return _scales(language).get(word)


def are_same(one: str, other: str) -> bool:
    """Tell whether two numbers may be one, the thousands written out or not.

    >>> are_same("42", "42000"), are_same("42", "420")
    (True, False)
    """
    small, large = sorted((_as_number(one), _as_number(other)))
    return one == other or (
        small > 0 and any(isclose(small * scale, large) for scale in _THOUSANDS)
    )


def measure_distance(one: str, other: str) -> float:
    """How far apart two numbers lie, by their ratio.

    >>> measure_distance("12", "15") < measure_distance("11", "15") < measure_distance("0", "15")
    True
    """
    a, b = _as_number(one), _as_number(other)
    return abs(log(a / b)) if a and b else inf


def _read(
    text: str, tokens: Sequence[_Token], language: str, smallest: int
) -> Iterator[WrittenNumber]:
    """Yield the numbers of a text's tokens."""
    at = 0
    while at < len(tokens):
        start, end, word = tokens[at]
        reading = _Reading(language)
        last = at
        if word[0].isdigit():
            yield WrittenNumber(start, end, read_digits(word) or "0")
            if (scale := _find_further(text, tokens, at)) and scale[1] in _scales(language):
                last = scale[0]
        elif not _is_denial(text, tokens, at, language) and reading.begin(word):
            while (further := _find_further(text, tokens, last)) and reading.go_on(*further[1:]):
                last = further[0]
            if reading.value >= smallest:
                yield WrittenNumber(start, tokens[last].end, str(reading.value))
        at = last + 1


def _is_denial(text: str, tokens: Sequence[_Token], at: int, language: str) -> bool:
    """Tell whether a word is a "no" and no nine: nothing that multiplies follows it («نه هزار»)."""
    if tokens[at].word not in _NO_NUMBERS:
        return False
    further = _find_further(text, tokens, at)
    return further is None or further[2] or further[1] not in _scales(language)


def _find_further(text: str, tokens: Sequence[_Token], at: int) -> tuple[int, str, bool] | None:
    """The token after one, with its word, and whether `و` stands between; None behind other signs."""
    following = at + 1
    joined = following < len(tokens) and tokens[following].word == _AND
    following += joined
    if following >= len(tokens):
        return None
    if not all(_touch(text, tokens, n) for n in range(at + 1, following + 1)):
        return None
    return following, tokens[following].word, joined


def _touch(text: str, tokens: Sequence[_Token], at: int) -> bool:
    """Tell whether nothing but spaces stands between a token and the one before."""
    return bool(_BETWEEN.fullmatch(text, tokens[at - 1].end, tokens[at].start))


class _Reading:
    """A number in words as far as it was read: `total` of what was multiplied, `current` what may yet be."""

    def __init__(self, language: str) -> None:
        self._is_arabic = language == "ar"
        self._words, self._scales = _words(language), _scales(language)
        self._total = self._current = 0
        self._scale = 0  # the last that multiplied

    @property
    def value(self) -> int:
        """The number as far as it was read."""
        return self._total + self._current

    def begin(self, word: str) -> bool:
        """Take the first word, or refuse it."""
        rest = word[1:]
        if self._is_arabic and word[0] in ATTACHED and word not in self._words:
            word = rest if rest in self._words or rest in self._scales else word
        self._current = self._words.get(word, 0)
        self._total = self._scale = self._scales.get(word, 0)
        return self.value > 0

    def go_on(self, word: str, joined: bool) -> bool:
        """Take a further word, or refuse it; `joined` by an `و` of its own."""
        rest = word[1:]
        if self._is_arabic and word[0] == _AND and (rest in self._words or rest in self._scales):
            return self._add(rest)
        return self._add(word) if joined else self._multiply(word)

    def _multiply(self, word: str) -> bool:
        """Take a word that follows directly: a scale, or the Arabic ten and hundred."""
        if word in self._scales and self._current:
            self._scale = self._scales[word]
            self._total += self._current * self._scale
            self._current = 0
            return True
        if self._is_arabic and 1 <= self._current <= 9:
            if word in TEN:
                self._current += 10
                return True
            if self._words.get(word) == 100:
                self._current *= 100
                return True
        return False

    def _add(self, word: str) -> bool:
        """Take a word after `و`: what is smaller than all before, or the tens after Arabic units."""
        value = self._words.get(word, 0)
        if self._is_arabic and self._current % 100 in range(1, 10):
            fits = value in range(20, 100, 10)
        else:
            fits = value < (_lowest(self._current) if self._current else self._scale)
        if not value or not fits:
            return False
        self._current += value
        return True


def _as_number(digits: str) -> float:
    """The value of plain digits; 0 for a fraction or a score (3/4)."""
    return float(digits) if re.fullmatch(r"\d+(\.\d+)?|\.\d+", digits) else 0.0


def _lowest(number: int) -> int:
    """The greatest power of ten that divides a number.

    >>> _lowest(120), _lowest(300), _lowest(7)
    (10, 100, 1)
    """
    digits = str(number)
    return int(10 ** len(list(takewhile("0".__eq__, reversed(digits)))))


def is_age(word: str) -> bool:
    """Tell whether a folded Persian word is an age written in one: «هفت ساله» with a joiner, also before an ezafe.

    >>> is_age("هفتساله"), is_age("سیوپنجساله"), is_age("نهسالهی"), is_age("ساله"), is_age("گوساله")
    (True, True, True, False, False)
    """
    age = word.removesuffix("ی")
    years = age.removesuffix("ساله")
    return years != age and (is_cardinal(years, "fa") or is_joined_number(years))
