"""The words dates are made of, as looked up: one `Lexicon` a language, built from the tables of `rawi.lang`.

A lexicon knows each word by its folded letters. A word it does not know may be several glued together
(`دوشنبهشب`) or carry clitics (`وللعام`): `parts` cuts it, and remembers the answer.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import msgspec

from rawi.lang import table_package
from rawi.lang.folding import squeeze
from rawi.tables import load_toml, load_tsv

ZWNJ = "\u200c"
# Words of these classes make a sentence worth reading: each date expression has one, or digits.
CORE = frozenset(
    {
        "month", "weak_month", "weekday", "weak_weekday", "deictic_day", "deictic_year", "today", "past_day",
        "day_word", "days_word", "month_word", "the_month", "year_word", "the_year", "years_word", "week_word", "weeks_word", "the_week", "decade_word", "decade", "century_word", "season", "holiday", "day_before", "day_after",
        "half", "quarter", "era", "bce", "month_start", "year_noun", "between", "half_name", "faint_month", "half_year", "quarter_year", "third_year", "two", "months_word",
    }
)  # fmt: skip
# Glued words are cut only where at least one piece is of these, and is no shorter than three letters.
_SURE = frozenset(
    {
        "month", "weekday", "deictic_day", "deictic_year", "today", "day_word", "month_word", "year_word", "the_year",
        "the_month", "the_week",
    }
)  # fmt: skip
_NUMBERS = frozenset({"cardinal", "ordinal"})
_MEMORY = 100_000  # words remembered before starting afresh; a large newspaper archive has about this many


class WordRow(NamedTuple):
    """A row of `date_words.tsv` or `number_words.tsv`; named `class` there, a word Python keeps for itself."""

    word: str
    kind: str
    value: str = ""


class Months(msgspec.Struct, forbid_unknown_fields=True):
    """The contents of `months.toml`."""

    weak: list[str]
    faint: list[str]
    jalali: list[list[str]]
    gregorian: list[list[str]]
    hijri: list[list[str]]


class Weekdays(msgspec.Struct, forbid_unknown_fields=True):
    """The contents of `weekdays.toml`."""

    names: list[list[str]]
    weak: list[str]


class HolidayRow(NamedTuple):
    """A row of `holidays.tsv`: a named day, or days `05..07`, of a calendar's month."""

    name: str
    calendar: str
    month: int
    days: str
    note: str = ""


class Lexeme(NamedTuple):
    """What a word, or the words `after` it with it, may be in a date expression."""

    after: tuple[str, ...]
    kind: str
    value: str


class Piece(NamedTuple):
    """A stretch of a glued word: its length and the word it stands for."""

    length: int
    word: str


class Lexicon:
    """The date words of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.first: dict[str, list[Lexeme]] = {}
        self.core: set[str] = set()
        self.clitics: tuple[str, ...] = ()
        self._glue: tuple[str, ...] = ()  # words that may be glued before a date without being one
        self._sure: set[str] = set()
        self._pieces: dict[str, tuple[Piece, ...]] = {}
        self.worth: dict[str, bool] = {}  # what `is_core` answered before
        for word, kind, value in _entries(language):
            self._add(tuple(squeeze(word).replace("-", " ").split()), kind, value)
        for lexemes in self.first.values():
            lexemes.sort(key=lambda lexeme: -len(lexeme.after))

    def _add(self, words: tuple[str, ...], kind: str, value: str) -> None:
        """Enter a word or phrase, and the phrase written in one."""
        if kind in ("clitic", "glue"):
            self.clitics += words if kind == "clitic" else ()
            self._glue += words
            return
        # Letters of an abbreviation are never one word: ق م is a date's, قم a city.
        glued = words if all(len(word) == 1 for word in words) else ("".join(words),)
        for form in {words, glued}:
            lexemes = self.first.setdefault(form[0], [])
            if not any(lexeme.after == form[1:] for lexeme in lexemes):
                lexemes.append(Lexeme(form[1:], kind, value))
            if kind in CORE:
                # The longest word of a phrase is its rarest: `شنبه` and not `سه`.
                self.core.add(max(form, key=len))
        if kind in _SURE and len("".join(words)) > 2:
            self._sure.add("".join(words))

    def is_core(self, word: str) -> bool:
        """Tell whether a word, glued or not, makes its sentence worth reading for dates."""
        known = self.worth.get(word)
        if known is None:
            known = word in self.core or any(piece.word in self.core for piece in self.parts(word))
            known = known or (len(word) == 4 and word.isdigit() and "1000" <= word <= "2600")
            if len(self.worth) > _MEMORY:
                self.worth.clear()
            self.worth[word] = known
        return known

    def parts(self, word: str) -> tuple[Piece, ...]:
        """Cut an unknown word into known ones; nothing if it cannot be cut wholly.

        >>> [piece.word for piece in get_lexicon("fa").parts("روزدوشنبه")]
        ['روز', 'دوشنبه']
        >>> [piece.word for piece in get_lexicon("ar").parts("وللعام")]
        ['و', 'ل', 'العام']
        """
        if word in self.first:
            return ()
        pieces = self._pieces.get(word)
        if pieces is None:
            if len(self._pieces) > _MEMORY:
                self._pieces.clear()
            pieces = self._pieces[word] = self._cut(word)
        return pieces

    def _cut(self, word: str) -> tuple[Piece, ...]:
        """Cut off ZWNJ pieces, clitics, or known words that fill the word."""
        if ZWNJ in word:
            return self._cut_at_joiners(word)
        if self.language == "ar":
            found = self._cut_clitics(word)
            if found:
                return found
        if word[0] == "و" and any(x.kind in _NUMBERS for x in self.first.get(word[1:], ())):
            return Piece(1, "و"), Piece(len(word) - 1, word[1:])  # بیست ودوم
        if word.endswith("هی") and word[:-1] in self.first:
            return (
                Piece(len(word), word[:-1]),
            )  # هفتهی, its ezafe joined when the joiner was lost
        if len(word) < 5 or not any(sure in word for sure in self._sure):
            return ()
        found = self._fill(word)
        return found if found and any(piece.word in self._sure for piece in found) else ()

    def _cut_at_joiners(self, word: str) -> tuple[Piece, ...]:
        """A word with joiners: one word if known without them, else its members; a verb's `می` is no month."""
        joined = word.replace(ZWNJ, "")
        if joined in self.first:
            return (Piece(len(word), joined),)
        members = word.split(ZWNJ)
        if members[0] in ("می", "نمی") and members[1] not in self._sure:
            return ()  # a verb; but ماه می‌سال is a month and سال, joined by mistake
        pieces: list[Piece] = []
        for member in members:
            inner = self.parts(member) or (Piece(len(member), member),)
            pieces += inner[:-1]
            pieces.append(Piece(inner[-1].length + 1, inner[-1].word))
        pieces[-1] = Piece(pieces[-1].length - 1, pieces[-1].word)
        return tuple(pieces) if any(piece.word in self.first for piece in pieces) else ()

    def _cut_clitics(self, word: str) -> tuple[Piece, ...]:
        """Cut conjunctions and prepositions off the front: `و ف ب ل ك`, and the `لل` of `لـ + الـ`."""
        for clitic in self.clitics:
            rest = word[len(clitic) :]
            if not word.startswith(clitic) or len(rest) < 2:
                continue
            if rest in self.first:
                return Piece(len(clitic), clitic), Piece(len(rest), rest)
            if clitic == "ل" and rest.startswith("ل") and "ا" + rest in self.first:
                return Piece(1, clitic), Piece(len(rest), "ا" + rest)
            inner = self._cut_clitics(rest) if len(rest) > 3 else ()
            if inner:
                return (Piece(len(clitic), clitic), *inner)
        return ()

    def _fill(self, word: str) -> tuple[Piece, ...]:
        """Fill a word with known ones, longest first."""
        for length in range(len(word), 1, -1):
            head = word[:length]
            if head not in self.first and head not in self._glue:
                continue
            if length == len(word):
                return (Piece(length, head),)
            rest = self._fill(word[length:])
            if rest:
                return (Piece(length, head), *rest)
        return ()


def _entries(language: str) -> Iterator[tuple[str, str, str]]:
    """All date words of a language as (word, kind, value)."""
    package = table_package(language)
    yield from load_tsv(package, "date_words.tsv", WordRow)
    numbers = load_tsv(package, "number_words.tsv", WordRow)
    yield from numbers
    yield from _glued_numbers(numbers)
    months = load_toml(package, "months.toml", Months)
    kinds = dict.fromkeys(map(squeeze, months.weak), "weak_month")
    kinds.update(dict.fromkeys(map(squeeze, months.faint), "faint_month"))
    for calendar in ("jalali", "gregorian", "hijri"):
        for number, names in enumerate(getattr(months, calendar), 1):
            for name in names:
                yield name, kinds.get(squeeze(name), "month"), f"{calendar}:{number}"
    weekdays = load_toml(package, "weekdays.toml", Weekdays)
    for number, names in enumerate(weekdays.names):
        for name in names:
            yield name, "weak_weekday" if name in weekdays.weak else "weekday", str(number)
    for row in load_tsv(package, "holidays.tsv", HolidayRow):
        yield row.name, "holiday", f"{row.calendar}:{row.month:02}-{row.days}"


def _glued_numbers(numbers: tuple[WordRow, ...]) -> Iterator[tuple[str, str, str]]:
    """Tens and units written in one, as when the joiners are lost: `بیستودوم` is the ordinal 22."""
    for tens in numbers:
        if tens.kind == "cardinal" and tens.value in (
            "20",
            "30",
            "40",
            "50",
            "60",
            "70",
            "80",
            "90",
        ):
            for unit in numbers:
                if unit.kind in ("cardinal", "ordinal") and int(unit.value) < 10:
                    both = str(int(tens.value) + int(unit.value))
                    yield f"{tens.word}و{unit.word}", unit.kind, both


@cache
def get_lexicon(language: str) -> Lexicon:
    """Return the lexicon of a language (`fa` or `ar`); tables are read once."""
    return Lexicon(language)
