"""Which sentences are worth reading for dates: most are not, and are passed over quickly.

A sentence is if it has a core word (a month, a weekday, `دیروز`), a number like a year, a date in digits, or a word
that is part of a date only beside another: `می` behind a day, `انقلاب` before a number, `عاما` with `قبل`.
"""

import re
from functools import cache

from rawi.date.entries import read_entries
from rawi.date.words import MOST_WORDS, ZWNJ, Lexicon, any_of, get_lexicon
from rawi.lang.folding import squeeze
from rawi.lang.remembered import Remembered

_CORE = frozenset(
    {
        "month", "weak_month", "weekday", "deictic_day", "deictic_year", "today", "past_day", "day_word", "month_word",
        "the_month", "year_word", "the_year", "week_word", "the_week", "decade_word", "decade", "century_word", "season",
        "holiday", "half", "quarter", "era", "bce", "month_start", "half_name", "half_year", "quarter_year",
        "third_year", "two_units", "two_years", "tonight", "the_morrow", "millennium",
    }
)  # fmt: skip
_FAINT = frozenset({"faint_month"})
_NOUNS = frozenset({"year_noun"})
_COUNTED = frozenset(
    {"years_word", "months_word", "days_word", "weeks_word", "counted", "counted_years"}
)
_AGO = frozenset({"ago", "since", "in_time", "ahead", "between", "last", "next"})
_NUMBER = re.compile(r"(?<!\d)\d\d(?!\d)")
_DIGITS = re.compile(r"\d\s{0,2}[/\-–.]\s{0,2}\d{1,2}\s{0,2}[/\-–.]\s{0,2}\d")
# Before a month that is a common word: a number, an ordinal (in -om), اول, ماه, ابتدای; behind it a number, ماه or سال.
_BEFORE_FAINT = ("م", "ل", "ماه", "شهر", "من", "برج")
_EDGES = frozenset({"edge", "late_edge", "last_of", "half"})
_IN_FAINT = r"(?<!\w)(?:در|تا|طی)\s+(?:دی|تیر|مهر)(?!\w)"
_BEHIND_FAINT = rf"[\s/\u200c-]{{0,3}}(?:\d|ماه|سال|عام|{squeeze('آینده')})"


class Sieve:
    """What tells a sentence worth reading, in one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._core: set[str] = set()
        self._faint: set[str] = set()
        self._nouns: set[str] = set()
        self._counted: set[str] = set()
        self._ago: set[str] = set()
        # Arabic plurals and accusatives (سنوات، عاما) are everywhere; the few of Persian are worth reading always.
        counted = _COUNTED if lexicon.language == "ar" else frozenset()
        core = _CORE | (_COUNTED - counted)
        phrases: list[tuple[str, ...]] = []
        before = set(_BEFORE_FAINT)
        for written, kind, _ in read_entries(lexicon.language):
            words = tuple(squeeze(written).split())
            if kind in _EDGES and lexicon.language == "fa":
                before.add(words[-1])
            if kind in core and len(words) > 1:
                phrases.append(words)
                self._core.add("".join(words))
            if kind in _NOUNS:
                self._nouns.update(("".join(words), ZWNJ.join(words)))  # ورودیهای, its joiner kept
            for kinds, target in (
                (core, self._core), (_FAINT, self._faint), (_NOUNS, self._nouns),
                (counted, self._counted), (_AGO, self._ago),
            ):  # fmt: skip
                if kind in kinds and (len(words) == 1 or target is not self._core):
                    target.add(max(words, key=len))
        for words in phrases:
            if self._core.isdisjoint(words):
                self._core.add(max(words, key=len))  # the longest word of a phrase is its rarest
        faint = "|".join(map(re.escape, sorted(self._faint, key=lambda word: (-len(word), word))))
        # A glued word holds its core; of ال before it only its lam may be left (لل for ل and ال). Letters that
        # are words (م for the era) are never glued, but may be joined.
        self._has_core = re.compile(any_of({w.removeprefix("ا") for w in self._core if len(w) > 1}))
        self._beside_faint = re.compile(
            rf"{_IN_FAINT}|(?:\d|{any_of(before)})[\s/{ZWNJ}-]{{0,3}}(?:{faint})(?![^\W\d_])|(?<![^\W\d_])(?:{faint}){_BEHIND_FAINT}"
        )
        self._known = Remembered(self._is_core, most=MOST_WORDS)

    def passes(self, folded: str, words: set[str]) -> bool:
        """Tell whether folded text with these words is worth reading."""
        if any(map(self._known.__getitem__, words)):
            return True
        if not words.isdisjoint(self._faint) and self._beside_faint.search(folded):
            return True
        if not words.isdisjoint(self._nouns) and _NUMBER.search(folded):
            return True
        counted = not words.isdisjoint(self._counted)
        if counted and (_NUMBER.search(folded) or not words.isdisjoint(self._ago)):
            return True
        return bool(_DIGITS.search(folded))

    def _is_core(self, word: str) -> bool:
        """Tell whether a word, glued or not, makes its sentence worth reading."""
        if word in self._core:
            return True
        if word[0].isdigit():
            return len(word) == 4 and "1000" <= word <= "2600"
        joined = ZWNJ in word and not self._core.isdisjoint(word.split(ZWNJ))
        if not (joined or self._has_core.search(word.replace(ZWNJ, ""))):
            return False
        return any(piece.word in self._core for piece in self._lexicon.parts[word])


@cache
def get_sieve(language: str) -> Sieve:
    """Return the sieve of a language (`fa` or `ar`)."""
    return Sieve(get_lexicon(language))
