"""Words that look like dates and are none: agencies, streets, verbs, counted things; and dates that are only names.

What is told here from the words beside an expression: whether it is a date at all (`keep`), whether a number at
its end is counted and no year, and whether a careful reader would refuse it (`refusal`). The words are in
`date_context.toml` of each language.
"""

from functools import cache

import msgspec

from rawi.date.grammar import Match
from rawi.date.lexer import Token
from rawi.lang import table_package
from rawi.lang.folding import squeeze
from rawi.tables import load_toml

_CLITICS = ("و", "ف", "ب", "ل", "ک")  # folded
_QUOTES = frozenset("«»“”\"'")
_MONTHS = ("month", "weak_month", "faint_month")
_YEAR_ROLES = (
    "year",
    "old",
    "short",
    "short2",
    "yrel",
    "rel",
    "dyear",
    "numeric",
    "year2",
    "short3",
)
_ONE_WORD = 8  # letters: feasts of one word (عاشورا، کریسمس) need a preposition, عید قربان does not
_NAMED = (
    "month",
    "month_range",
    "weekday",
    "day",
    "holiday",
)  # what streets and parties are named after
_TITLES = ("weekday", "deictic")  # alone between quotation marks they name a book or a broadcast
_LIKELY_YEARS = {"fa": (range(1250, 1450), range(1800, 2100)), "ar": (range(1800, 2100),)}


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
    programmes: list[str]
    not_after_holiday: list[str]
    yearly: list[str]


class _Context(msgspec.Struct, frozen=True):
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
    programmes: frozenset[str]
    not_after_holiday: frozenset[str]
    yearly: frozenset[str]


class Neighbours:
    """The words right before and behind a match, folded; empty where the sentence ends or a sign stands."""

    def __init__(self, match: Match, tokens: list[Token], sentence: str) -> None:
        self.before = _words(match.start - 1, -1, tokens, sentence)
        self.after = _words(match.end, 1, tokens, sentence)


def _words(place: int, step: int, tokens: list[Token], sentence: str) -> frozenset[str]:
    """A neighbouring word, as written and without clitics; and it with the word beyond it."""
    if not 0 <= place < len(tokens):
        return frozenset()
    word = squeeze(sentence[tokens[place].start : tokens[place].end])
    if not word or not (word[0].isalpha() or word == "%"):
        return frozenset({word})
    forms = {word}
    if len(word) > 3 and word[0] in _CLITICS:
        forms.add(word[1:])
    beyond = place + step
    if 0 <= beyond < len(tokens):
        other = squeeze(sentence[tokens[beyond].start : tokens[beyond].end])
        forms.add(f"{word} {other}" if step > 0 else f"{other} {word}")
        forms.add(f"{word}{other}" if step > 0 else f"{other}{word}")
    return frozenset(forms)


def _words_before(
    match: Match, tokens: list[Token], sentence: str, *, over_signs: bool = False
) -> frozenset[str]:
    """The last three words before a match, `نماز باشکوه جمعه`; no sign between, but quotation marks if asked."""
    words: set[str] = set()
    for token in reversed(tokens[max(0, match.start - 3) : match.start]):
        word = squeeze(sentence[token.start : token.end])
        if over_signs and word in _QUOTES:
            continue
        if not word.isalpha():
            break
        words.add(word)
    return frozenset(words)


def keep(match: Match, tokens: list[Token], sentence: str, language: str) -> bool:
    """Tell whether the words beside a match leave it a date."""
    context = _context(language)
    beside = Neighbours(match, tokens, sentence)
    inside = tokens[match.start : match.end]
    if match.make == "bare_year":
        return _is_bare_year(match, tokens, beside, context, language)
    if any(role in match.roles for role in _YEAR_ROLES):
        return True
    if match.make in _NAMED and beside.before & context.places:
        return False
    if match.make in _TITLES and beside.before & _QUOTES and beside.after & _QUOTES:
        return False
    if match.make in ("weekday", "weekday_range"):
        before = beside.before | _words_before(match, tokens, sentence)
        blocked = before & context.not_after_weekday or beside.after & context.weekday_not_before
        return not blocked or len(inside) > 2
    if match.make == "holiday":
        return _is_holiday(match, tokens, beside, context)
    if match.make == "deictic":
        if _words_before(match, tokens, sentence, over_signs=True) & context.programmes:
            return False
        blocked = beside.before & context.not_after_deictic
        blocked = blocked or beside.after & context.deictic_not_before
        return len(inside) > 1 or not (blocked or _is_contrasted(match, tokens, sentence))
    if match.make in ("month", "month_range"):
        return _is_month(inside, beside, context)
    return match.make != "day" or _is_day(inside, beside, context)


def _is_contrasted(match: Match, tokens: list[Token], sentence: str) -> bool:
    """Tell whether another day stands behind the same word: `شهر امروز` and `شهر دیروز` are times, not days."""
    if not match.start:
        return False
    before = sentence[tokens[match.start - 1].start : tokens[match.start - 1].end]
    return len(before) > 2 and any(
        token.kind == "deictic_day"
        and i not in (0, match.start)
        and sentence[tokens[i - 1].start : tokens[i - 1].end] == before
        for i, token in enumerate(tokens)
    )


def _is_month(inside: list[Token], beside: Neighbours, context: _Context) -> bool:
    """Tell whether a month's name without a day or year is one."""
    if any(token.kind in ("month_word", "months_word", "edge", "half") for token in inside):
        return True
    if beside.before & context.not_after_month or beside.after & context.month_not_before:
        return False
    kinds = {token.kind for token in inside}
    if "faint_month" in kinds:
        return False
    return "weak_month" not in kinds or bool(beside.before & context.prepositions)


def _is_holiday(match: Match, tokens: list[Token], beside: Neighbours, context: _Context) -> bool:
    """Tell whether a feast without a year is the next or last one, and not a prayer, a pilgrimage, a battle."""
    if beside.before & context.not_after_holiday:
        return False
    before = tokens[match.start - 1].kind if match.start else "start"
    told = before in ("part", "night", "day_word", "edge") or beside.before & context.prepositions
    words = tokens[match.start].end - tokens[match.start].start
    return bool(told) or words > _ONE_WORD


def _is_day(inside: list[Token], beside: Neighbours, context: _Context) -> bool:
    """Tell whether a number and a month's name without a year are a day."""
    months = [token for token in inside if token.kind in _MONTHS]
    if len(inside) > 2 or months[0].kind == "month":
        return True
    if inside[0].kind == "cardinal":
        return False  # دو تیر is two arrows; with ماه or a year it is a day
    if beside.after & context.month_not_before:
        return False
    if months[0].value == "gregorian:5" and context.verb_endings:
        return not any(word.endswith(context.verb_endings) for word in beside.after)
    return True


def _is_bare_year(
    match: Match, tokens: list[Token], beside: Neighbours, context: _Context, language: str
) -> bool:
    """Tell whether four digits with no word for year are one."""
    year = int(tokens[match.start].value)
    if not _is_likely_year(year, language):
        return False
    before = tokens[match.start - 1].kind if match.start else "start"
    after = tokens[match.end].kind if match.end < len(tokens) else "end"
    if before == "start" and after == "colon":
        return True
    if before == "paren" and after == "paren":
        return True
    if beside.after & context.counters:
        return False
    if before == "year_noun" or beside.before & context.year_nouns:
        return True
    closed = (
        after in ("end", "comma", "dot", "paren", "and", "from", "to")
        or beside.after & context.closers
    )
    # Behind a preposition a number that is not round is seldom a count, and a counted noun ends in -an in Arabic.
    counted = year % 10 == 0 or (language == "ar" and any(w.endswith("ا") for w in beside.after))
    return bool(beside.before & context.prepositions) and bool(closed or not counted)


def _is_likely_year(number: int, language: str) -> bool:
    """Tell whether a number of four digits is one the press writes for a year."""
    return any(number in likely for likely in _LIKELY_YEARS[language])


def drop_counted_year(match: Match, tokens: list[Token], sentence: str, language: str) -> Match:
    """Cut a number off the end that is no year but a count: `۵ مهر ۲۰ نفر`."""
    last = tokens[match.end - 1]
    for role in ("short2", "year", "short"):
        place = match.roles.get(role)
        if place is None or place[1] != match.end or last.kind == "year_words":
            continue
        if last.kind == "year_number" and _is_likely_year(int(last.value), language):
            continue
        said = tokens[place[0] - 1].kind in ("year_word", "the_year", "years_word")
        beside = Neighbours(match, tokens, sentence)
        if match.end - match.start > 1 and not said and beside.after & _context(language).counters:
            roles = {r: span for r, span in match.roles.items() if r != role}
            return match._replace(end=place[0], roles=roles)
    return match


def refusal(match: Match, tokens: list[Token], sentence: str, language: str) -> str | None:
    """Say why a careful reader would not resolve a match, None if there is no such reason.

    A day without a year behind a noun that makes it a name (`ثورة 25 يناير`) is an event's, not this year's.
    """
    told = (*_YEAR_ROLES, "deictic", "weekday")
    if match.make != "day" or any(role in match.roles for role in told):
        return None
    context = _context(language)
    beside = Neighbours(match, tokens, sentence)
    before = beside.before
    if before & context.naming:
        return "event"
    if (before | beside.after) & context.yearly:
        return "generic"
    month, day = tokens[match.roles["month"][0]].value, tokens[match.roles["day"][0]].value
    calendar, _, number = month.partition(":")
    named = f"{calendar}:{int(number):02}-{int(day):02}" in context.event_days
    if named and before and not before & context.prepositions and _is_word(before):
        return "event"
    return None


def _is_word(forms: frozenset[str]) -> bool:
    """Tell whether a neighbour is a content word: letters, more than two."""
    return any(len(form) > 2 and form.isalpha() for form in forms)


@cache
def _context(language: str) -> _Context:
    """The context table of a language, folded."""
    table = load_toml(table_package(language), "date_context.toml", ContextTable)
    folded = {
        name: frozenset(map(squeeze, getattr(table, name)))
        for name in ContextTable.__struct_fields__
        if name not in ("verb_endings", "event_days")
    }
    return _Context(
        **folded,
        verb_endings=tuple(map(squeeze, table.verb_endings)),
        event_days=frozenset(table.event_days),
    )
