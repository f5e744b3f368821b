"""Words that look like dates and are none: agencies, streets, verbs, counted things; and dates that are only names.

What is told here from the words beside an expression: whether it is a date at all (`keep`), and whether a careful
reader would refuse it (`refusal`). The words are in `date_context.toml` of each language.
"""

import re

from rawi.date.context import Context, Neighbours, get_context
from rawi.date.counts import is_bare_year
from rawi.date.grammar import Match
from rawi.date.lexer import Token
from rawi.lang.folding import squeeze

_MARKS = re.compile("[\u0640\u064b-\u065f]")  # tatweel and vowel signs
_QUOTES = frozenset("«»“”\"'")
_MONTHS = ("month", "weak_month", "faint_month")
_YEAR_ROLES = frozenset(
    {"year", "old", "short", "short2", "yrel", "rel", "dyear", "numeric", "year2", "short3"}
)
_NEAR = 30  # tokens each side in which a contrast is looked for
# What streets and parties are named after.
_NAMED = ("month", "month_range", "weekday", "day", "holiday")
_TITLES = ("weekday", "deictic")  # alone between quotation marks they name a book or a broadcast


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
    context = get_context(language)
    beside = Neighbours(match, tokens, sentence)
    inside = tokens[match.start : match.end]
    if match.make == "bare_year":
        return is_bare_year(match, tokens, beside, context, language)
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
        return _is_holiday(match, tokens, sentence, beside, context)
    if match.make == "deictic":
        if _words_before(match, tokens, sentence, over_signs=True) & context.programmes:
            return False
        blocked = beside.before & context.not_after_deictic
        blocked = blocked or beside.after & context.deictic_not_before
        return len(inside) > 1 or not (blocked or _is_contrasted(match, tokens, sentence))
    if match.make in ("month", "month_range"):
        written = {_MARKS.sub("", sentence[token.start : token.end]) for token in inside}
        return written.isdisjoint(context.not_months) and _is_month(inside, beside, context)
    return match.make != "day" or _is_day(inside, beside, context)


def _is_contrasted(match: Match, tokens: list[Token], sentence: str) -> bool:
    """Tell whether another day stands behind the same word: `شهر امروز` and `شهر دیروز` are times, not days."""
    if not match.start:
        return False
    before = sentence[tokens[match.start - 1].start : tokens[match.start - 1].end]
    near = slice(max(0, match.start - _NEAR), match.end + _NEAR)
    return len(before) > 2 and any(
        token.kind == "deictic_day"
        and i not in (0, match.start)
        and sentence[tokens[i - 1].start : tokens[i - 1].end] == before
        for i, token in enumerate(tokens[near], near.start)
    )


def _is_month(inside: list[Token], beside: Neighbours, context: Context) -> bool:
    """Tell whether a month's name without a day or year is one."""
    if any(token.kind in ("month_word", "months_word", "edge", "half") for token in inside):
        return True
    if beside.before & context.not_after_month or beside.after & context.month_not_before:
        return False
    kinds = {token.kind for token in inside}
    if "faint_month" in kinds:
        return False
    return "weak_month" not in kinds or bool(beside.before & context.prepositions)


def _is_holiday(
    match: Match, tokens: list[Token], sentence: str, beside: Neighbours, context: Context
) -> bool:
    """Tell whether a feast without a year is the next or last one, and not a prayer, a pilgrimage, a battle.

    Feasts of one word (عاشورا، کریسمس) need a preposition or a part of day before them, عید قربان does not.
    """
    if beside.before & context.not_after_holiday:
        return False
    before = tokens[match.start - 1].kind if match.start else "start"
    if before in (*_MONTHS, "year_number", "era"):
        return False  # اول شوال ۱۴۴۲ عید فطر است: the day was told, this says what it is
    told = before in ("part", "night", "day_word", "edge") or beside.before & context.prepositions
    words = squeeze(sentence[tokens[match.start].start : tokens[match.end - 1].end]).split()
    return bool(told) or len(words) > 1


def _is_day(inside: list[Token], beside: Neighbours, context: Context) -> bool:
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


def refusal(match: Match, tokens: list[Token], sentence: str, language: str) -> str | None:
    """Say why a careful reader would not resolve a match, None if there is no such reason.

    A day without a year behind a noun that makes it a name (`ثورة 25 يناير`) is an event's, not this year's.
    """
    told = _YEAR_ROLES | {"deictic", "weekday"}
    if match.make != "day" or any(role in match.roles for role in told):
        return None
    context = get_context(language)
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
