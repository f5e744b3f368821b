"""Words that look like dates and are none: agencies, streets, verbs, counted things; and dates that are only names.

What is told here from the words beside an expression: whether it is a date at all (`keep`), and whether a careful
reader would refuse it (`refuse`). The words are in `date_context.toml` of each language.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from rawi.date.bearers import names_body, names_person, names_thing, names_work
from rawi.date.context import Context, Neighbours, get_context
from rawi.date.counts import is_bare_year, is_edge_of_year
from rawi.date.direction import names_occasion, names_sale
from rawi.date.grammar import Match
from rawi.date.periods import is_ago, is_deadline, is_decade, is_month_of_sign, is_season
from rawi.date.readings import Reading
from rawi.date.reckon import month_day_of
from rawi.date.scene import QUOTES, Scene
from rawi.date.today import is_deictic
from rawi.date.tokens import MONTHS, Token
from rawi.date.verbs import get_signs
from rawi.date.yearly import asks_of_feast, is_told_in_present, is_yearly
from rawi.lang.folding import squeeze

_DOTTED = re.compile(r"\d\d\.\d\d?\.\d\d?")
_MARKS = re.compile("[\u0640\u064b-\u065f]")  # tatweel and vowel signs
_YEAR_ROLES = frozenset({
    "year", "old", "short", "short2", "yrel", "rel", "dyear", "numeric", "year2", "short3", "short4", "told", "told2",
    "yago", "yagotwo",
})  # fmt: skip
_DAYS = ("day", "day_range", "first_day")
_REFUSABLE = (*_DAYS, "date_range", "holiday", "month", "month_range", "season")
# Days before and after the day of publication: news of a day that names an event; what is told of a month in the present.
_EVENT_NEAR, _PRESENT_NEAR = (60, 30), (60, 120)
_TOLD_ROLES = _YEAR_ROLES | {"deictic", "weekday", "mrel", "today0"}
_WEEKDAYS = ("weekday", "weak_weekday")
BOTH = 2
_FAINT_AT_HOME = frozenset(map(squeeze, ("دی", "تیر", "مهر")))
# What makes a month's name one.
_MONTH_SIGNS = frozenset(
    {"month_word", "months_word", "edge", "late_edge", "half", "third", "ten_days", "the_days"}
)
_ENDS_OF_MONTHS = frozenset({"edge", "late_edge", "last_of"})
_TIMES = frozenset(map(squeeze, ("در", "تا", "طی")))
# What streets and parties are named after.
_NAMED = ("month", "month_range", "weekday", "day", "holiday", "season")
_TITLES = ("weekday", "deictic")  # alone between quotation marks they name a book or a broadcast


def keep(match: Match, tokens: list[Token], sentence: str, language: str) -> bool:
    """Tell whether the words beside a match leave it a date."""
    context = get_context(language)
    beside = Neighbours(match, tokens, sentence)
    if match.make == "bare_year":
        return is_bare_year(match, tokens, beside, context, language)
    if match.make == "edge_of_year":
        return is_edge_of_year(match, tokens, beside, context, language)
    if match.make == "numeric" and match.end - match.start == 1:
        dotted = _DOTTED.fullmatch(tokens[match.start].value)
        if dotted and beside.before.isdisjoint(context.dating):
            return False  # a version, an address
        return beside.before.isdisjoint(context.numbering)
    if match.make != "decade" and any(role in match.roles for role in _YEAR_ROLES):
        return match.make != "month" or not names_thing(match, tokens, beside, context)
    if match.make in _NAMED and beside.before & context.places:
        built = beside.before & context.sites and _is_own_day(match, tokens, context)
        if not (built or _is_time(match, tokens)):
            return False
    if match.make in _TITLES and beside.before & QUOTES and beside.after & QUOTES:
        return False
    scene = Scene(match, tokens, sentence, context, beside, language)
    judge = _JUDGES.get(match.make)
    if judge is not None and not judge(scene):
        return False
    # Last, because the tables of names take time to load.
    return match.make not in _NAMED or not (names_person(scene) or names_work(scene))


def _is_time(match: Match, tokens: list[Token]) -> bool:
    """Tell whether `ماه`, `شهر` or `روز` says of a month or weekday that it is one, whatever stands before it: `پل آبان ماه باز شد`."""
    kinds = {token.kind for token in tokens[match.start : match.end]}
    return match.make in ("month", "weekday") and not kinds.isdisjoint(("month_word", "day_word"))


def _is_own_day(match: Match, tokens: list[Token], context: Context) -> bool:
    """Tell whether a day behind a building is one nothing is named after: `پل هجدهم دی بسته شد`."""
    if match.make != "day" or "month" not in match.roles:
        return False
    return _told(match, tokens) not in context.event_days | context.named_days


def _told(match: Match, tokens: list[Token]) -> str:
    """A day and its month as the tables of days have them."""
    calendar, _, number = tokens[match.roles["month"][0]].value.partition(":")
    day = tokens[match.roles["day"][0]].value if "day" in match.roles else "1"
    return f"{calendar}:{int(number):02}-{int(day):02}"


def _is_weekday(scene: Scene) -> bool:
    """Tell whether a weekday is one of a week, and not every week's, or the name of a prayer or a paper."""
    context, beside = scene.context, scene.beside
    # نماز باشکوه جمعه is no day; آخرین لحظه روز جمعه is one
    named = "day_word" not in {token.kind for token in scene.inside}
    before = beside.before | (scene.words_before() if named else frozenset())
    blocked = before & context.not_after_weekday or beside.after & context.weekday_not_before
    if blocked and len(scene.inside) <= 2:
        return False
    ranged = scene.match.make == "weekday_range"
    first = scene.inside[0]
    plural = scene.get_word(first) in context.every_week
    if ranged and plural and sum(t.kind in _WEEKDAYS for t in scene.inside) == BOTH:
        return False
    habits = context.weekly | context.opening if ranged else context.weekly
    # يومي السبت والأحد المقبلين، سه شنبه تا پنجشنبه این هفته، من السبت إلى الأربعاء في الأسبوع القادم
    behind = [token.kind for token in scene.tokens[scene.match.end : scene.match.end + 3]]
    if behind[1:] in (["the_week", "next"], ["the_week", "last"], ["the_week", "current"]):
        return True
    related = {"wrel", "rel"} & set(scene.match.roles) or any(
        t.kind == "this" for t in scene.inside
    )
    return bool(related) or not scene.clause_has(habits)


def _is_month(scene: Scene) -> bool:
    """Tell whether a month's name without a day or year is one."""
    context, beside = scene.context, scene.beside
    kinds = {token.kind for token in scene.inside}
    if "sign_word" in kinds:
        return is_month_of_sign(scene)
    if len(kinds) == BOTH and "faint_month" in kinds and kinds & _ENDS_OF_MONTHS:
        # پایان می یابد is a verb; ابتدای مهر is of no street or agency.
        return (
            scene.inside[-1].value != "gregorian:5" and not beside.after & context.month_not_before
        )
    if kinds & _MONTH_SIGNS:
        return True
    written = {_MARKS.sub("", scene.sentence[token.start : token.end]) for token in scene.inside}
    if not written.isdisjoint(context.not_months):
        return False
    if beside.before & context.not_after_month or beside.after & context.month_not_before:
        return False
    if names_body(scene):
        return False
    if "faint_month" in kinds:
        listed = scene.match.make == "month_range" and "month" in kinds  # تیر، مرداد و شهریور
        return listed or _is_month_in_time(scene)
    if "weak_month" not in kinds or beside.before & context.prepositions:
        return True
    signs, words = get_signs(scene.language), max(beside.before, key=len, default="").split(" ")
    # بلیت های فوریه, بعد فيضان نيسان; سفر به مارس موکول شد
    named = names_occasion(words, signs) or names_sale(words, signs)
    return named or (words[-1] in signs.till and scene.clause_has(signs.put_off))


def _is_month_in_time(scene: Scene) -> bool:
    """Tell whether a month of Iran whose name is a word, too, stands behind a preposition of time and before no `و`: `تا دی`."""
    first = scene.inside[0]
    named = scene.get_word(first) in _FAINT_AT_HOME
    alone = named and len(scene.inside) == 1 and bool(scene.beside.before & _TIMES)
    following = scene.tokens[scene.match.end : scene.match.end + 1]
    return alone and not any(token.kind == "and" for token in following)


def _is_holiday(scene: Scene) -> bool:
    """Tell whether a feast without a year is the next or last one, and not a prayer, a pilgrimage, a battle.

    Feasts of one word (عاشورا، کریسمس) need a preposition or a part of day before them, عید قربان does not.
    """
    context, beside, at = scene.context, scene.beside, scene.match.start
    if beside.before & context.not_after_holiday:
        return False
    before = scene.tokens[at - 1].kind if at else "start"
    if before in (*MONTHS, "year_number", "era") or _tells_its_day(scene):
        return False  # اول شوال ۱۴۴۲ عید فطر است: the day was told, this says what it is
    told = before in ("part", "night", "day_word", "edge") or beside.before & context.prepositions
    words = squeeze(scene.sentence[slice(*scene.span)]).split()
    return bool(told) or len(words) > 1


def _tells_its_day(scene: Scene) -> bool:
    """Tell whether the day of a feast stands right behind it: `عید غدیر ۱۸ ذی الحجه`."""
    calendar, _, target = scene.inside[-1].value.partition(":")
    month, _, day = target.partition("-")
    behind = scene.tokens[scene.match.end : scene.match.end + 2]
    values = [token.value for token in behind]
    return day.isdigit() and values == [str(int(day)), f"{calendar}:{int(month)}"]


def _is_day(scene: Scene) -> bool:
    """Tell whether a number and a month's name without a year are a day."""
    context, beside, inside = scene.context, scene.beside, scene.inside
    months = [token for token in inside if token.kind in MONTHS]
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


_JUDGES: Mapping[str, Callable[[Scene], bool]] = {
    "ago": is_ago,
    "day": _is_day,
    "decade": is_decade,
    "deictic": is_deictic,
    "holiday": _is_holiday,
    "month": _is_month,
    "month_range": _is_month,
    "season": is_season,
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
    beside = Neighbours(match, tokens, sentence)
    scene = Scene(match, tokens, sentence, context, beside, language)
    if match.make in _DAYS:
        reading = _refuse_event(reading, scene)
    if reading.reason is None and _is_remembered(reading, scene):
        # The year is the one told before, if one was: یادم هست ۱۵ آبان بود
        return replace(reading, value=f"P+0y:{month_day_of(reading.value)}", kind="anaphoric")
    lunar = reading.reason is None and reading.calendar == "hijri"
    if lunar and scene.clause_has(context.legends):
        # In what is told of the first years of the Hijra a feast is that of those years.
        return replace(reading, reason="event", value=None)
    if reading.reason is None and asks_of_feast(scene):
        return replace(reading, reason="generic", value=None)
    if (reading.reason is None or reading.near) and is_yearly(scene):
        return replace(reading, reason="generic", near=None)
    if reading.reason is None and is_told_in_present(scene) and not is_deadline(scene):
        return replace(reading, reason="generic", near=_PRESENT_NEAR)
    return reading


def _is_remembered(reading: Reading, scene: Scene) -> bool:
    """Tell whether a yearless day or month is one of a tale of long ago."""
    if not re.fullmatch(r"A(?:<=|[?~])XXXX-\d\d(?:-\d\d)?", reading.value or ""):
        return False
    return scene.sentence_has(scene.context.memoir)


def _refuse_event(reading: Reading, scene: Scene) -> Reading:
    """Refuse a day of a month that is the name of an event."""
    context, match, tokens = scene.context, scene.match, scene.tokens
    before = scene.beside.before
    told = _told(match, tokens)
    this_year = (
        match.start and tokens[match.start - 1].kind == "deictic_year"
    )  # راهپیمایی امسال ۲۲ بهمن
    named = told in context.event_days and not this_year
    if before & context.naming:
        value = None if named else reading.value
        return replace(reading, reason="event", value=_nearest(value), near=_EVENT_NEAR)
    if named and before & context.event_prepositions:
        value = None if told in context.icons else _nearest(reading.value)
        return replace(reading, reason="event", value=value, near=_EVENT_NEAR)
    plain = any(token.kind == "day_word" for token in scene.inside)  # روز ۲۸ مرداد is a day
    subject = match.start == 0 or (not before & context.prepositions and _is_word(before))
    if named and not plain and subject:
        return replace(reading, reason="event", value=_nearest(reading.value), near=_EVENT_NEAR)
    return reading


def _nearest(value: str | None) -> str | None:
    """The nearest such day: one that names an event is this year's only if it is close by."""
    return re.sub(r"^A(?:<=|>=|\?)XXXX", "A~XXXX", value) if value else None


def _is_word(forms: frozenset[str]) -> bool:
    """Tell whether a neighbour is a content word: letters, more than two."""
    word = min(forms, key=len, default="")  # the others have the word before it, too
    return len(word) > 2 and word.isalpha()
