"""Words that look like dates and are none: agencies, streets, verbs, counted things; and dates that are only names.

What is told here from the words beside an expression: whether it is a date at all (`keep`), and whether a careful
reader would refuse it (`refuse`). The words are in `date_context.toml` of each language.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from rawi.date.context import Context, Neighbours, clause_has, get_context
from rawi.date.counts import is_bare_year
from rawi.date.grammar import Match
from rawi.date.lexer import Token
from rawi.date.readings import Reading
from rawi.date.tense import find_tense, is_habitual
from rawi.lang.folding import squeeze

_MARKS = re.compile("[\u0640\u064b-\u065f]")  # tatweel and vowel signs
_QUOTES = frozenset("«»“”\"'")
_MONTHS = ("month", "weak_month", "faint_month")
_YEAR_ROLES = frozenset(
    {
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
        "short4",
    }
)
_REFUSABLE = ("day", "day_range", "holiday", "month")
_TOLD_ROLES = _YEAR_ROLES | {"deictic", "weekday", "mrel", "today0"}
_WEEKDAYS = ("weekday", "weak_weekday")
BOTH = 2
_BESIDE = 4  # tokens each side in which a feast's day is looked for: `روز غدیر خم ، روز ۱۸ ذیحجه`
_NEAR = 30  # tokens each side in which a contrast is looked for
# What streets and parties are named after.
_NAMED = ("month", "month_range", "weekday", "day", "holiday")
_TITLES = ("weekday", "deictic")  # alone between quotation marks they name a book or a broadcast


@dataclass(frozen=True, slots=True)
class _Scene:
    """A match with its sentence, the words beside it, and what its language says of such words."""

    match: Match
    tokens: list[Token]
    sentence: str
    context: Context
    beside: Neighbours

    @property
    def inside(self) -> list[Token]:
        """The tokens of the match."""
        return self.tokens[self.match.start : self.match.end]

    def clause_has(self, phrases: frozenset[str]) -> bool:
        """Tell whether a phrase stands in the clause of the match."""
        start, end = self.inside[0].start, self.inside[-1].end
        return clause_has(phrases, self.sentence, start, end)

    def words_before(self, *, over_signs: bool = False) -> frozenset[str]:
        """The last three words before the match, `نماز باشکوه جمعه`; no sign between, but quotation marks if asked."""
        words: set[str] = set()
        for token in reversed(self.tokens[max(0, self.match.start - 3) : self.match.start]):
            word = squeeze(self.sentence[token.start : token.end])
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
    if match.make == "bare_year":
        return is_bare_year(match, tokens, beside, context, language)
    if match.make == "numeric" and match.end - match.start == 1:
        return beside.before.isdisjoint(context.numbering)
    if any(role in match.roles for role in _YEAR_ROLES):
        return True
    if match.make in _NAMED and beside.before & context.places:
        return False
    if match.make in _TITLES and beside.before & _QUOTES and beside.after & _QUOTES:
        return False
    judge = _JUDGES.get(match.make)
    return judge is None or judge(_Scene(match, tokens, sentence, context, beside))


def _is_weekday(scene: _Scene) -> bool:
    """Tell whether a weekday is one of a week, and not every week's, or the name of a prayer or a paper."""
    context, beside = scene.context, scene.beside
    before = beside.before | scene.words_before()
    blocked = before & context.not_after_weekday or beside.after & context.weekday_not_before
    if blocked and len(scene.inside) <= 2:
        return False
    ranged = scene.match.make == "weekday_range"
    first = scene.inside[0]
    plural = squeeze(scene.sentence[first.start : first.end]) in context.every_week
    if ranged and plural and sum(t.kind in _WEEKDAYS for t in scene.inside) == BOTH:
        return False
    habits = context.weekly | context.opening if ranged else context.weekly
    return "wrel" in scene.match.roles or not scene.clause_has(habits)


def _is_deictic(scene: _Scene) -> bool:
    """Tell whether `امروز` is a day, and not these times, a broadcast, or a word of a saying."""
    context, beside = scene.context, scene.beside
    if scene.words_before(over_signs=True) & context.programmes:
        return False
    if scene.clause_has(context.sayings):
        return False
    if len(scene.inside) > 1:
        return True
    blocked = beside.before & context.not_after_deictic or beside.after & context.deictic_not_before
    return not (blocked or _is_contrasted(scene))


def _is_contrasted(scene: _Scene) -> bool:
    """Tell whether another day stands behind the same word: `شهر امروز` and `شهر دیروز` are times, not days."""
    tokens, sentence, at = scene.tokens, scene.sentence, scene.match.start
    if not at:
        return False
    before = sentence[tokens[at - 1].start : tokens[at - 1].end]
    near = slice(max(0, at - _NEAR), scene.match.end + _NEAR)
    return len(before) > 2 and any(
        token.kind == "deictic_day"
        and i not in (0, at)
        and _are_alike(sentence[tokens[i - 1].start : tokens[i - 1].end], before)
        for i, token in enumerate(tokens[near], near.start)
    )


def _are_alike(word: str, other: str) -> bool:
    """Tell whether two words are one, or both say many people: `هنرجویان امروز و هنرمندان فردا`."""
    return word == other or (
        min(len(word), len(other)) > 4 and word.endswith("ان") and other.endswith("ان")
    )


def _is_month(scene: _Scene) -> bool:
    """Tell whether a month's name without a day or year is one."""
    context, beside = scene.context, scene.beside
    kinds = {token.kind for token in scene.inside}
    if kinds & {"month_word", "months_word", "edge", "half"}:
        return True
    written = {_MARKS.sub("", scene.sentence[token.start : token.end]) for token in scene.inside}
    if not written.isdisjoint(context.not_months):
        return False
    if beside.before & context.not_after_month or beside.after & context.month_not_before:
        return False
    if "faint_month" in kinds:
        return False
    return "weak_month" not in kinds or bool(beside.before & context.prepositions)


def _is_holiday(scene: _Scene) -> bool:
    """Tell whether a feast without a year is the next or last one, and not a prayer, a pilgrimage, a battle.

    Feasts of one word (عاشورا، کریسمس) need a preposition or a part of day before them, عید قربان does not.
    """
    context, beside, at = scene.context, scene.beside, scene.match.start
    if beside.before & context.not_after_holiday:
        return False
    before = scene.tokens[at - 1].kind if at else "start"
    if before in (*_MONTHS, "year_number", "era"):
        return False  # اول شوال ۱۴۴۲ عید فطر است: the day was told, this says what it is
    told = before in ("part", "night", "day_word", "edge") or beside.before & context.prepositions
    words = squeeze(scene.sentence[scene.inside[0].start : scene.inside[-1].end]).split()
    return bool(told) or len(words) > 1


def _is_day(scene: _Scene) -> bool:
    """Tell whether a number and a month's name without a year are a day."""
    context, beside, inside = scene.context, scene.beside, scene.inside
    months = [token for token in inside if token.kind in _MONTHS]
    if len(inside) > 2 or months[0].kind == "month":
        return True
    if inside[0].kind == "cardinal":
        return False  # دو تیر is two arrows; with ماه or a year it is a day
    if months[0].kind == "faint_month" and beside.before & context.faint_day_not_after:
        return False
    if beside.after & context.month_not_before:
        return False
    if months[0].value == "gregorian:5" and context.verb_endings:
        return not any(word.endswith(context.verb_endings) for word in beside.after)
    return True


_JUDGES: Mapping[str, Callable[[_Scene], bool]] = {
    "day": _is_day,
    "deictic": _is_deictic,
    "holiday": _is_holiday,
    "month": _is_month,
    "month_range": _is_month,
    "weekday": _is_weekday,
    "weekday_range": _is_weekday,
}


def refuse(
    reading: Reading, match: Match, tokens: list[Token], sentence: str, language: str
) -> Reading:
    """Give a reading a reason if a careful reader would not resolve it.

    A day without a year behind a noun that makes it a name (`ثورة 25 يناير`) is an event's, not this year's, and
    keeps its value only if it may have been just now; one that comes every year (`هر سال در ۵ دی`, `۵ اکتبر روز
    جهانی معلم است`) is no day of one.
    """
    if match.make not in _REFUSABLE or any(role in match.roles for role in _TOLD_ROLES):
        return reading
    context = get_context(language)
    scene = _Scene(match, tokens, sentence, context, Neighbours(match, tokens, sentence))
    if match.make in ("day", "day_range"):
        reading = _refuse_event(reading, scene)
    lunar = reading.reason is None and reading.calendar == "hijri"
    if lunar and scene.clause_has(context.legends):
        # In what is told of the first years of the Hijra a feast is that of those years.
        return replace(reading, reason="event", value=None)
    if reading.reason is None and _asks_of_feast(scene):
        return replace(reading, reason="generic", value=None)
    yearly = reading.reason is None and _is_yearly(scene, language)
    return replace(reading, reason="generic") if yearly else reading


def _asks_of_feast(scene: _Scene) -> bool:
    """Tell whether a feast and its day are asked about: `روز غدیر خم، ۱۸ ذیحجه، چه شد؟` asks of every year's."""
    match, tokens = scene.match, scene.tokens
    if match.make not in ("day", "holiday"):
        return False
    beside = tokens[max(0, match.start - _BESIDE) : match.end + _BESIDE]
    feasts = {token.value for token in beside if token.kind == "holiday"}
    months = {token.value for token in beside if token.kind in _MONTHS}
    told = any(f"{calendar}:{int(day[:2])}" in months for calendar, day in map(_split, feasts))
    return told and not scene.context.questions.isdisjoint(squeeze(scene.sentence).split())


def _split(value: str) -> tuple[str, str]:
    calendar, _, day = value.partition(":")
    return calendar, day


def _refuse_event(reading: Reading, scene: _Scene) -> Reading:
    """Refuse a day of a month that is the name of an event."""
    context, match, tokens = scene.context, scene.match, scene.tokens
    before = scene.beside.before
    month, day = tokens[match.roles["month"][0]].value, tokens[match.roles["day"][0]].value
    calendar, _, number = month.partition(":")
    named = f"{calendar}:{int(number):02}-{int(day):02}" in context.event_days
    if before & context.naming:
        return replace(reading, reason="event", value=None if named else reading.value)
    if named and not before & context.prepositions and _is_word(before):
        return replace(reading, reason="event", value=None)
    return reading


def _is_yearly(scene: _Scene, language: str) -> bool:
    """Tell whether a date without its year is every year's: `هر سال`, a habit, what a day is called."""
    start, end = scene.inside[0].start, scene.inside[-1].end
    if scene.clause_has(scene.context.yearly) or is_habitual(scene.sentence, start, end, language):
        return True
    named = (
        scene.match.make in ("day", "day_range") and scene.beside.after & scene.context.commemorated
    )
    return bool(named) and find_tense(scene.sentence, start, end, language) != "past"


def _is_word(forms: frozenset[str]) -> bool:
    """Tell whether a neighbour is a content word: letters, more than two."""
    return any(len(form) > 2 and form.isalpha() for form in forms)
