"""What the words beside a would-be date are: the tables `date_context.toml`, folded, and a match's neighbours."""

import re
from collections.abc import Iterator
from functools import cache, cached_property

import msgspec

from rawi.date.grammar import Match
from rawi.date.tokens import Token
from rawi.lang import table_package
from rawi.lang.folding import squeeze
from rawi.tables import load_toml

REACH = 60  # characters each side of a date that its clause is looked for in
FAR = 200  # and its sentence
_CLAUSE = re.compile(r"[.!?؟؛;:،,()«»]|\n\s*\n")
_WORD = re.compile(r"[^\W\d_]+")
_APART = re.compile(r"(?<!\w)(ن?می)\s(?=[^\W\d_]{2})")
_AND = "و"
_CLITICS = ("و", "ف", "ب", "ل", "ک")  # folded


class ContextTable(msgspec.Struct, forbid_unknown_fields=True):
    """The contents of `date_context.toml`."""

    prepositions: list[str]
    closers: list[str]
    year_nouns: list[str]
    counters: list[str]
    places: list[str]
    not_after_weekday: list[str]
    not_after_month: list[str]
    weekday_not_before: list[str]
    month_not_before: list[str]
    verb_endings: list[str]
    naming: list[str]
    event_days: list[str]
    not_after_deictic: list[str]
    deictic_not_before: list[str]
    of_these_times: list[str]
    lands: list[str]
    these_times: list[str]
    still: list[str]
    day_nouns: list[str]
    memoir: list[str]
    event_prepositions: list[str]
    programmes: list[str]
    not_after_holiday: list[str]
    yearly: list[str]
    yearly_told: list[str]
    customs: list[str]
    planned: list[str]
    scheduled: list[str]
    states: list[str]
    weak_states: list[str]
    became: list[str]
    places_behind: list[str]
    contrasts: list[str]
    daily: list[str]
    icons: list[str]
    weekly: list[str]
    opening: list[str]
    every_week: list[str]
    celebrating: list[str]
    folk: list[str]
    many: list[str]
    defining: list[str]
    commemorated: list[str]
    legends: list[str]
    questions: list[str]
    sayings: list[str]
    numbering: list[str]
    faint_day_not_after: list[str]
    dating: list[str]
    ordered: list[str]
    sites: list[str]
    named_days: list[str]
    cars: list[str]
    of_life: list[str]
    of_ages: list[str]
    people_in_age: list[str]
    zodiac: list[str]
    unlike: list[str]
    to_people: list[str]
    bodies: list[str]
    whoever: list[str]
    not_months: list[str] = []


class Context(msgspec.Struct, frozen=True):
    """The words of `date_context.toml`, folded."""

    prepositions: frozenset[str]
    closers: frozenset[str]
    year_nouns: frozenset[str]
    counters: frozenset[str]
    places: frozenset[str]
    not_after_weekday: frozenset[str]
    not_after_month: frozenset[str]
    weekday_not_before: frozenset[str]
    month_not_before: frozenset[str]
    verb_endings: tuple[str, ...]
    naming: frozenset[str]
    event_days: frozenset[str]
    not_after_deictic: frozenset[str]
    deictic_not_before: frozenset[str]
    of_these_times: frozenset[str]
    lands: frozenset[str]
    these_times: frozenset[str]
    still: frozenset[str]
    day_nouns: frozenset[str]
    memoir: frozenset[str]
    event_prepositions: frozenset[str]
    programmes: frozenset[str]
    not_months: frozenset[str]
    not_after_holiday: frozenset[str]
    yearly: frozenset[str]
    yearly_told: frozenset[str]
    customs: frozenset[str]
    planned: frozenset[str]
    scheduled: frozenset[str]
    states: frozenset[str]
    weak_states: frozenset[str]
    became: frozenset[str]
    places_behind: frozenset[str]
    contrasts: frozenset[str]
    daily: frozenset[str]
    icons: frozenset[str]
    weekly: frozenset[str]
    opening: frozenset[str]
    every_week: frozenset[str]
    celebrating: frozenset[str]
    folk: frozenset[str]
    many: frozenset[str]
    defining: frozenset[str]
    commemorated: frozenset[str]
    legends: frozenset[str]
    questions: frozenset[str]
    sayings: frozenset[str]
    numbering: frozenset[str]
    faint_day_not_after: frozenset[str]
    dating: frozenset[str]
    ordered: frozenset[str]
    sites: frozenset[str]
    named_days: frozenset[str]
    cars: frozenset[str]
    of_life: frozenset[str]
    of_ages: frozenset[str]
    people_in_age: frozenset[str]
    zodiac: frozenset[str]
    unlike: frozenset[str]
    to_people: frozenset[str]
    bodies: frozenset[str]
    whoever: frozenset[str]


def clause_has(phrases: frozenset[str], sentence: str, start: int, end: int) -> bool:
    """Tell whether a phrase stands in the clause around [start, end), which signs and `REACH` bound."""
    before = _CLAUSE.split(sentence[max(0, start - REACH) : start])[-1]
    after = _CLAUSE.split(sentence[end : end + REACH])[0]
    return _has(phrases, f"{before} {sentence[start:end]} {after}")


def sentence_has(phrases: frozenset[str], sentence: str, start: int, end: int) -> bool:
    """Tell whether a phrase stands in the sentence around [start, end), over its commas."""
    return _has(phrases, sentence[max(0, start - FAR) : end + FAR])


def _has(phrases: frozenset[str], text: str) -> bool:
    """Tell whether a phrase of folded words stands in a text."""
    words = join_prefix(" ".join(_WORD.findall(squeeze(text))))
    return any(f" {phrase} " in f" {words} " for phrase in phrases)


def join_prefix(folded: str) -> str:
    """Join the prefix of Persian verbs that stands apart: `می کنند` is one word.

    >>> join_prefix("دیدار می کنند")
    'دیدار میکنند'
    """
    return _APART.sub(r"\1", folded)


class Neighbours:
    """The words right before and behind a match, folded; empty where the sentence ends or a sign stands."""

    def __init__(self, match: Match, tokens: list[Token], sentence: str) -> None:
        self._place = match.start, match.end, tokens, sentence

    @cached_property
    def before(self) -> frozenset[str]:
        """The word before, and it with the one before that."""
        start, _, tokens, sentence = self._place
        return _words(start - 1, -1, tokens, sentence)

    @cached_property
    def before_that(self) -> frozenset[str]:
        """The two words farther before: جام ملت های آسیا ۲۰۱۹, أولمبياد باريس 2024, a noun with its name."""
        start, _, tokens, sentence = self._place
        return frozenset().union(*(_words(start - back, -1, tokens, sentence) for back in (2, 3)))

    @cached_property
    def after(self) -> frozenset[str]:
        """The word behind, and it with the one behind that."""
        _, end, tokens, sentence = self._place
        return _words(end, 1, tokens, sentence)


def _words(place: int, step: int, tokens: list[Token], sentence: str) -> frozenset[str]:
    """A neighbouring word, as written and without clitics; and it with the word beyond it."""
    if not 0 <= place < len(tokens):
        return frozenset()
    word = squeeze(sentence[tokens[place].start : tokens[place].end])
    if not word or not (word[0].isalpha() or word == "%"):
        return frozenset({word})
    forms = {word}
    if len(word) > 3 and word[0] in _CLITICS:
        forms.add(word[1:] if step < 0 or word[0] != _AND else _AND)
    beyond = place + step
    if 0 <= beyond < len(tokens):
        other = squeeze(sentence[tokens[beyond].start : tokens[beyond].end])
        forms.add(f"{word} {other}" if step > 0 else f"{other} {word}")
        forms.add(f"{word}{other}" if step > 0 else f"{other}{word}")
    return frozenset(forms)


def _spellings(phrases: list[str]) -> Iterator[str]:
    """Phrases folded, and written in one, as a lost joiner leaves them (`روزنامه نگاری`)."""
    for phrase in phrases:
        folded = join_prefix(squeeze(phrase))
        yield folded
        if min(map(len, folded.split())) > 2:
            yield folded.replace(" ", "")


@cache
def get_context(language: str) -> Context:
    """The context table of a language, folded."""
    table = load_toml(table_package(language), "date_context.toml", ContextTable)
    folded = {
        name: frozenset(_spellings(getattr(table, name)))
        for name in ContextTable.__struct_fields__
        if name not in ("verb_endings", "event_days", "named_days", "icons", "not_months")
    }
    return Context(
        **folded,
        verb_endings=tuple(map(squeeze, table.verb_endings)),
        event_days=frozenset(table.event_days),
        icons=frozenset(table.icons),
        named_days=frozenset(table.named_days),
        not_months=frozenset(table.not_months),
    )
