"""The words dates are made of, as looked up: one `Lexicon` a language, built from the tables of `rawi.lang`.

A lexicon knows each word by its folded letters. A word it does not know may be several glued together
(`دوشنبهشب`) or carry clitics (`وللعام`): `parts` cuts it, and remembers the answer.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from rawi.date.entries import read_entries
from rawi.lang.folding import squeeze
from rawi.lang.remembered import Remembered

ZWNJ = "\u200c"
# Glued words are cut only where at least one piece is of these, and is no shorter than three letters.
_SURE = frozenset(
    {
        "month", "weekday", "deictic_day", "deictic_year", "today", "day_word", "month_word", "year_word", "the_year",
        "the_month", "the_week", "months_long", "tonight", "the_morrow", "century_word",  "week_word", "days_word", "weeks_word", "years_word",
    }
)  # fmt: skip
# These too, from four letters on: ماي is a month and مايكل a man.
_SURE_IF_LONG = frozenset({"weak_month", "season"})
_LONGEST = 40  # letters; longer strings are no words, however they were glued
_NUMBERS = frozenset({"cardinal", "ordinal"})
# What may be cut off a word beside digits.
_MONTHS, _TAILS, _YEARS = map(frozenset, (("month", "weak_month"), ("weekday",), ("year_word",)))
_YEAR = re.compile(r"(?:1[89]|20)\d\d(?!\d)")
MOST_WORDS = 100_000  # words remembered before starting afresh; a large newspaper archive has about this many


class Lexeme(NamedTuple):
    """What a word, or the words `after` it with it, may be in a date expression."""

    after: tuple[str, ...]
    kind: str
    value: str


class Piece(NamedTuple):
    """A stretch of a glued word: its length and the word it stands for."""

    length: int
    word: str


def any_of(words: Iterable[str]) -> str:
    """A regular expression for any of the words, which a word with the same beginning shares: many times quicker.

    >>> any_of(["دوشنبه", "دیروز", "دی"])
    'د(?:وشنبه|ی(?:روز)?)'
    """
    heads: dict[str, set[str]] = {}
    for word in words:
        heads.setdefault(word[:1], set()).add(word[1:])
    branches = [
        re.escape(head) + (any_of(tails) if tails != {""} else "")
        for head, tails in sorted(heads.items())
        if head
    ]
    choice = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{choice})?" if "" in heads else choice


class Lexicon:
    """The date words of one language.

    `parts` cuts an unknown word into known ones, and has nothing for one that cannot be cut wholly.

    >>> [piece.word for piece in get_lexicon("fa").parts["روزدوشنبه"]]
    ['روز', 'دوشنبه']
    >>> [piece.word for piece in get_lexicon("ar").parts["وللعام"]]
    ['و', 'ل', 'العام']
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self.first: dict[str, list[Lexeme]] = {}
        self.clitics: tuple[str, ...] = ()
        self._glue: tuple[str, ...] = ()  # words that may be glued before a date without being one
        self._whole: set[str] = set()  # never cut, though known words would fill them
        self._sure: set[str] = set()
        self.parts = Remembered(self._cut, most=MOST_WORDS)
        for word, kind, value in read_entries(language):
            self._add(tuple(squeeze(word).replace("-", " ").split()), kind, value)
        self._sure_pattern = re.compile(any_of(self._sure))
        for lexemes in self.first.values():
            lexemes.sort(key=lambda lexeme: -len(lexeme.after))

    def _add(self, words: tuple[str, ...], kind: str, value: str) -> None:
        """Enter a word or phrase, and the phrase written in one."""
        if kind == "whole":
            self._whole.update(words)
            return
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
        length = len("".join(words))
        if (kind in _SURE and length > 2) or (kind in _SURE_IF_LONG and length > 3):
            self._sure.add("".join(words))

    def _cut(self, word: str) -> tuple[Piece, ...]:
        """Cut off ZWNJ pieces, clitics, or known words that fill the word."""
        if word in self.first or len(word) > _LONGEST:
            return ()
        if ZWNJ in word:
            return self._cut_at_joiners(word)
        if self.language == "ar":
            found = self._cut_clitics(word)
            if found:
                return found
        if word[0] == "و" and any(x.kind in _NUMBERS for x in self.first.get(word[1:], ())):
            return Piece(1, "و"), Piece(len(word) - 1, word[1:])  # بیست ودوم
        if len(word) > 3 and word.endswith("هی") and word[:-1] in self.first:
            # هفتهی: its ezafe, joined when the joiner was lost.
            return (Piece(len(word), word[:-1]),)
        return self._fill_surely(word)

    def _cut_at_joiners(self, word: str) -> tuple[Piece, ...]:
        """A word with joiners: one word if known without them, else its members; a verb's `می` is no month."""
        joined = word.replace(ZWNJ, "")
        if joined in self.first:
            return (Piece(len(word), joined),)
        members = word.split(ZWNJ)
        if members[0] in ("می", "نمی") and members[1] not in self._sure:
            return ()  # a verb; but ماه می سال is a month and سال, joined by mistake
        pieces: list[Piece] = []
        for member in members:
            inner = self.parts[member] or (Piece(len(member), member),)
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
            inner = (self._cut_clitics(rest) or self._fill_surely(rest)) if len(rest) > 3 else ()
            if inner:
                return (Piece(len(clitic), clitic), *inner)
        return ()

    def cut_at_digits(self, word: str, *, behind: bool, ahead: str) -> tuple[Piece, ...]:
        """Cut a month off the front of a word behind digits, and a weekday or `عام` off its end before digits.

        >>> [piece.word for piece in get_lexicon("ar").cut_at_digits("تموزوعادالاثنین", behind=True, ahead="25")]
        ['تموز', 'وعاد', 'الاثنین']
        """
        kept = word if word not in self._whole else ""
        cuts = range(len(kept) - 1, 2, -1)
        head = next((n for n in cuts if behind and self._is(kept[:n], _MONTHS)), 0)
        kinds = _TAILS | (_YEARS if _YEAR.match(ahead) else frozenset())
        rest = kept[head:]
        tails = range(1, len(rest) - 2) if ahead[:1].isdigit() else ()
        tail = next((len(rest) - n for n in tails if self._is(rest[n:], kinds)), 0)
        between = rest[: len(rest) - tail]
        lengths = ((head, kept[:head]), (len(between), between), (tail, rest[len(between) :]))
        return tuple(Piece(*piece) for piece in lengths if piece[0]) if head or tail else ()

    def _is(self, word: str, kinds: frozenset[str]) -> bool:
        """Tell whether a word alone is of one of the kinds."""
        return any(not lexeme.after and lexeme.kind in kinds for lexeme in self.first.get(word, ()))

    def _fill_surely(self, word: str) -> tuple[Piece, ...]:
        """Fill a word with known ones, of which one is surely a date's."""
        if len(word) < 5 or word in self._whole or not self._sure_pattern.search(word):
            return ()
        found = self._fill(word)
        return found if any(piece.word in self._sure for piece in found) else ()

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


@cache
def get_lexicon(language: str) -> Lexicon:
    """Return the lexicon of a language (`fa` or `ar`); tables are read once."""
    return Lexicon(language)
