"""Find the time expressions of a text, sentence by sentence, and put each into days.

The walk of one sentence: tokens (`lexer`), rules that fit (`grammar`), those that are no dates sorted out
(`guards`), what the rest mean (`readings`). Then, over the whole text: the days (`discourse`, `resolve`), and
whether dates that stand together agree (`crosscheck`).
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from rawi.date.abroad import tells_of_abroad
from rawi.date.counts import counts_noun, drop_counted_year
from rawi.date.crosscheck import cross_check
from rawi.date.direction import (
    find_direction,
    find_season_direction,
    find_weekday_direction,
    is_put_off,
)
from rawi.date.discourse import Found, settle
from rawi.date.grammar import Match, get_grammar
from rawi.date.guards import keep, refuse
from rawi.date.lexer import read_tokens
from rawi.date.makers import read_match
from rawi.date.readings import Parts, Reading
from rawi.date.tense import find_tense
from rawi.date.tokens import Token
from rawi.date.words import get_lexicon
from rawi.facts import Calendar, Sentence, Timex
from rawi.lang.folding import squeeze
from rawi.text import Span

# The calendar relative months and years are counted in.
HOME: dict[str, Calendar] = {"fa": "jalali", "ar": "gregorian"}
# What is asked where a date without its year or week lies.
_DIRECTIONS = {
    "season": find_season_direction,
    "weekday": find_weekday_direction,
    "weekday_range": find_weekday_direction,
}
_RANGES = (
    "date_range",
    "day_range",
    "weekday_range",
    "weekday_to_day",
    "numeric_range",
    "month_range",
)
_ISO = re.compile(r"(?<![\d-])(?:1[6-9]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\d-])")
_LAST_WORD = re.compile(r"\w+$")
_FIRST_WORD = re.compile(r"\w+")
_BCE = 5  # characters of `ق . م`
_WORD_REACH = 40  # characters of the longest word
# مورخ ۱۴ فروردین: what says that a date comes is no part of it.
_TRIMMED = frozenset(
    {
        "comma",
        "dash",
        "slash",
        "from",
        "and",
        "or",
        "dot",
        "between",
        "year_noun",
        "at",
        "on",
        "for",
    }
)
_TRIMMED_BEFORE = _TRIMMED | {"dated"}
# Before اخیر: then it is the end of what stands behind it, as Afghanistan writes.
_BEFORE_EDGE = frozenset({"در", "به", "طی", "الی"})


def find_in_text(repaired: str, sentences: Sequence[Sentence], anchor: date | None) -> list[Timex]:
    """Find the time expressions of all sentences in a language with date tables."""
    found: list[Found] = []
    for number, sentence in _join_broken(sentences, repaired):
        if sentence.language in HOME:
            found += find_in_sentence(repaired, sentence, number)
        else:
            found += _find_iso(repaired, sentence, number)
    return cross_check(settle(found, repaired, anchor), found, repaired)


def _join_broken(sentences: Sequence[Sentence], repaired: str) -> Iterator[tuple[int, Sentence]]:
    """Sentences with their numbers; lines are taken together where a hard break may cut a date in two."""
    number, held = 0, None
    for at, sentence in enumerate(sentences):
        if held and held.language == sentence.language and _breaks_date(held, sentence, repaired):
            held = Sentence(Span(held.span.start, sentence.span.end), held.language)
            continue
        if held:
            yield number, held
        number, held = at, sentence
    if held:
        yield number, held


def _breaks_date(line: Sentence, following: Sentence, repaired: str) -> bool:
    """Tell whether a line ends and the next begins with words dates are made of: `يوم الاثنين` / `19 حزيران`."""
    gap = repaired[line.span.end : following.span.start]
    if line.language not in HOME or gap.strip() or gap.count("\n") != 1:
        return False
    first = _FIRST_WORD.match(repaired, following.span.start, following.span.end)
    if first is None or not _is_date_word(first[0], line.language):
        return False
    reach = max(line.span.start, line.span.end - _WORD_REACH)
    last = _LAST_WORD.search(repaired[reach : line.span.end])
    if last is None or (last[0].isdigit() and first[0].isdigit()):
        return False
    return _is_date_word(last[0], line.language)


def _is_date_word(written: str, language: str) -> bool:
    """Tell whether a word is a number or one that dates are made of."""
    word, lexicon = squeeze(written), get_lexicon(language)
    if not word:
        return False  # a dash of tatweels
    return word[0].isdigit() or word in lexicon.first or bool(lexicon.parts[word])


def find_in_sentence(repaired: str, sentence: Sentence, number: int) -> Iterator[Found]:
    """Find the time expressions of one sentence and read them."""
    language, offset = sentence.language, sentence.span.start
    tokens = read_tokens(repaired, sentence.span, get_lexicon(language))
    if not tokens:
        return
    words = repaired[offset : sentence.span.end]
    grammar = get_grammar(language)
    kinds = [token.kind for token in tokens]
    nothing: frozenset[str] = frozenset()
    matches = [(match, nothing) for match in reversed(grammar.find(kinds))]
    while matches:
        whole, tried = matches.pop()
        match = _trim(drop_counted_year(whole, tokens, words, language), tokens)
        if counts_noun(match, tokens, words, language):
            # چاپ دوم آذر درآمد: what stands behind the ordinal is read alone
            behind = match.start + 1
            again = grammar.find(kinds[behind : whole.end], behind, tried)
            matches += [(inner, tried) for inner in reversed(again)]
            continue
        if match.start >= match.end or not keep(match, tokens, words, language):
            continue
        start, end = tokens[match.start].start, tokens[match.end - 1].end
        tense = partial(find_tense, words, start, end, language)
        ask = _DIRECTIONS.get(match.make, find_direction)
        direction = partial(ask, words, start, end, language)
        home = _home(match, tokens, language, repaired)
        parts = Parts(match, tokens, language, tense, direction, home)
        reading = None if _is_moved(parts, words[:start]) else read_match(parts)
        if reading is not None:
            reading = refuse(reading, match, tokens, words, language)
            span = Span(offset + start, offset + end)
            yield Found(reading, span, match.rule, language, number)
        elif match.make != "nothing":
            # What looked like a range is two dates, as when its ends are of two calendars: read it again.
            tried |= {whole.rule}
            again = grammar.find(kinds[whole.start : whole.end], whole.start, tried)
            matches += [(inner, tried) for inner in reversed(again)]


def _is_moved(parts: Parts, before: str) -> bool:
    """Tell whether what looks like a run of days is the old day and the new one: `تأجل من 12 مايو إلى 9 يونيو`."""
    return parts.match.make in _RANGES and parts.has("to") and is_put_off(before, parts.language)


def _home(match: Match, tokens: list[Token], language: str, text: str) -> Calendar:
    """The calendar an expression is counted in: a Persian month's depends on where the text is at home."""
    months = match.make == "unit" and any(
        token.kind == "month_word" for token in tokens[match.start : match.end]
    )
    months = months or match.make in ("decade", "decade_of_century", "century")
    return "gregorian" if months and language == "fa" and tells_of_abroad(text) else HOME[language]


def _find_iso(repaired: str, sentence: Sentence, number: int) -> Iterator[Found]:
    """Find ISO dates: all that is read in a language without date tables."""
    for match in _ISO.finditer(repaired, *sentence.span):
        reading = Reading(match[0], "gregorian", "day", "absolute")
        yield Found(reading, Span(*match.span()), "iso", sentence.language, number)


def _trim(match: Match, tokens: list[Token]) -> Match:
    """Leave punctuation and prepositions at the rims out of the expression."""
    start, end = match.start, match.end
    if match.make in ("ago", "later") and _is_count(tokens[end - 1]):
        end -= 1  # بعد يوم واحد; but in قبل عام ثلاثة أشخاص the number counts what follows
    if tokens[start].kind == "late_edge" and not _is_behind_preposition(tokens, start):
        start += 1  # تا اخیر قوس; but in نشست اخیر امسال it tells which meeting
    if match.make in ("year", "year_range"):
        # العام الدراسي 1445, موسم 2016-2017: a school year or season is told by its number, which is the date
        named = ("school", "season_year")
        start = max((i + 1 for i in range(start, end) if tokens[i].kind in named), default=start)
    while start < end and (tokens[end - 1].kind in _TRIMMED or _is_open(tokens[start:end])):
        if _is_abbreviated(tokens, end):
            break
        end -= 1
    while start < end and (tokens[start].kind in _TRIMMED_BEFORE or _is_closed(tokens[start:end])):
        start += 1
    if end - start > 1 and tokens[start].kind == "about" and tokens[start + 1].kind == "clock":
        start += 1  # حدود ساعت ۳ بامداد: what stands before the hour is a preposition
    return match._replace(start=start, end=end)


def _is_behind_preposition(tokens: list[Token], place: int) -> bool:
    """Tell whether a preposition of time stands before a place."""
    before = tokens[place - 1] if place else None
    return before is not None and (before.kind in ("to", "from") or before.value in _BEFORE_EDGE)


def _is_count(token: Token) -> bool:
    """Tell whether a number says more than that a unit is one."""
    return token.kind == "cardinal" and token.value != "1"


def _is_abbreviated(tokens: list[Token], end: int) -> bool:
    """Tell whether a full stop belongs to the letter of an era (`۱۹۱۷ م.`, `ق.م.`) and does not end the sentence."""
    if end < 2 or end >= len(tokens) or tokens[end - 1].kind != "dot":
        return False
    era = tokens[end - 2]
    length = era.end - era.start
    return length == 1 if era.kind in ("era", "era_hijra") else era.kind == "bce" and length <= _BCE


def _is_open(tokens: list[Token]) -> bool:
    """Tell whether a match ends with a bracket whose fellow is outside."""
    return tokens[-1].kind == "paren" and sum(t.kind == "paren" for t in tokens) % 2 == 1


def _is_closed(tokens: list[Token]) -> bool:
    """Tell whether a match begins with a bracket whose fellow is outside."""
    return tokens[0].kind == "paren" and sum(t.kind == "paren" for t in tokens) % 2 == 1
