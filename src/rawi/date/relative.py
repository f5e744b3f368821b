"""Readings counted from the anchor, from another date, or from nothing: `دیروز`, `الأسبوع المقبل`, `همان روز`."""

from typing import TYPE_CHECKING

from rawi.date.direction import UNKNOWN
from rawi.date.readings import DIRECTIONS, GRAINS, UNITS, Parts, Reading
from rawi.date.tokens import Token

if TYPE_CHECKING:
    from rawi.facts import Calendar, Grain, TimexKind


def read_weekday(parts: Parts) -> Reading | None:
    """Read a weekday: the last one, or the coming one if the sentence speaks of the future."""
    weekday = parts.weekday
    if weekday is None:
        return None
    grain: Grain = "time" if ":" in parts.clock() else "day"
    deictic, related, week = parts.token("deictic"), parts.token("rel"), parts.token("wrel")
    if deictic or parts.token("today0"):
        shift = parts.shift or 0
        return Reading(
            f"A{shift:+d}d{parts.clock()}", parts.home, grain, "relative", weekday, shift=shift
        )
    if week or parts.token("now"):
        value = f"A{DIRECTIONS[week.kind] if week else 0:+d}w:WD{weekday}"
    elif parts.token("before", "beyond"):
        value = f"A{'<<' if parts.token('before') else '>>'}WD{weekday}"
    elif parts.token("week_told", "week_told2"):  # سه شنبه همان هفته
        value, direction = f"P=WD{weekday}{parts.clock()}", parts.direction()
        fallback = f"A{direction}WD{weekday}{parts.clock()}"
        return Reading(value, parts.home, grain, "anaphoric", fallback=fallback)
    elif parts.token("after") or _follows_told(parts):
        # السبت الذي يليه, یکشنبه بعد: behind the day told before, if one was
        value, fallback = f"P>WD{weekday}{parts.clock()}", f"A>WD{weekday}{parts.clock()}"
        if parts.token("after") and parts.tense() != "future":
            fallback = f"A{parts.direction()}WD{weekday}{parts.clock()}"
        return Reading(value, parts.home, grain, "anaphoric", fallback=fallback)
    elif related and related.kind != "current":
        value = f"A{'<' if DIRECTIONS[related.kind] < 0 else '>'}WD{weekday}"
    elif related or parts.token("near"):
        value = f"A+0w:WD{weekday}"
    else:
        value = f"A{parts.direction()}WD{weekday}"
    return Reading(value + parts.clock(), parts.home, grain, "weekday")


def _follows_told(parts: Parts) -> bool:
    """Tell whether a Persian weekday is the one after a day told before, as nothing says it is to come: `یکشنبه بعد رفت`."""
    related = parts.token("rel")
    return related is not None and related.kind == "afterwards" and parts.tense() == "past"


def read_weekday_range(parts: Parts) -> Reading | None:
    """Read from one weekday to another: `دوشنبه تا چهارشنبه`."""
    first, last = parts.number("weekday"), parts.number("weekday2")
    if first is None or last is None:
        return None
    week = parts.token("wrel")
    if week or parts.has("this"):
        shift = DIRECTIONS[week.kind] if week else 0
        value = f"A{shift:+d}w:WD{first}/A{shift:+d}w:WD{last}"
    else:
        related = parts.token("rel", "rel0")
        shift = DIRECTIONS[related.kind] if related else 0
        told = parts.direction() if not shift else ""
        how = "<" if shift < 0 else ">" if shift > 0 or told == ">=" else told or "<="
        how = "<=" if how == UNKNOWN else how
        value = f"A{how}WD{first}/A{how}WD{last}"
    return Reading(value, parts.home, "day", "range")


def read_deictic(parts: Parts) -> Reading | None:
    """Read `دیروز`, `فردا شب`, `مساء أمس`."""
    shift, _, part = parts.value("deictic", "deictic2").partition("T")
    clock = parts.clock() or (f"T{part}" if part else "")
    grain: Grain = "time" if ":" in clock else "day"
    return Reading(f"A{int(shift):+d}d{clock}", parts.home, grain, "relative")


def read_unit(parts: Parts) -> Reading | None:
    """Read a week, month or year around the anchor: `هفته گذشته`, `هذا العام`."""
    era = parts.value("era", "era2")
    calendar: Calendar = parts.calendar("era", "era2") if era else parts.home
    unit = parts.token("unit", "unit2", "unit3")
    related = parts.token("rel")
    beside = -2 if parts.token("before") else 2 if parts.token("beyond") else 0
    shift = DIRECTIONS[related.kind] if related else beside
    if unit is None:
        shift = parts.number("dyear") or 0
        return Reading(f"A{shift:+d}y", calendar, "year", "relative")
    sign = UNITS[unit.kind]
    if parts.token("near") and parts.language == "fa" and sign == "y":
        # This year is امسال; این سال is a year just told, if one was.
        return Reading("P+0y", calendar, "year", "anaphoric")
    if related and related.kind == "afterwards" and parts.tense() != "future":
        return Reading(f"P+1{sign}", calendar, GRAINS[sign], "anaphoric")
    # A Persian month of the Gregorian calendar is told by the places in the text (`rawi.date.abroad`), or by an era.
    guessed = sign == "m" and parts.language == "fa" and calendar == "gregorian" and not era
    certainty = "low" if guessed else "high"
    return Reading(f"A{shift:+d}{sign}", calendar, GRAINS[sign], "relative", certainty=certainty)


def read_new_year(parts: Parts) -> Reading | None:
    """Read `سال جدید`: the year that begins nearest to the anchor, this one in spring, the coming one in winter."""
    if parts.token("day"):
        return Reading("A~y:01-01", parts.home, "day", "relative")  # نخستین روز سال جدید
    return Reading("A~y", parts.home, "year", "relative")


def read_ago(parts: Parts) -> Reading | None:
    """Read so many days, weeks, months or years from the anchor: `دو سال پیش`, `قبل ثلاثة أيام`."""
    two, unit = parts.token("two"), parts.token("unit", "unit2")
    sign = UNITS[two.value if two else _unit_kind(unit)]
    # سه دهه پیش, قبل عقدين
    decades = (unit and unit.kind == "decade_word") or (two and two.value == "decade")
    years = 10 if decades else 1
    count = years * (2 if two else parts.number("number") or 1)
    other = years * (parts.number("number2") or 0)
    direction = "+" if parts.token("ahead") else "-"
    grain = _counted_grain(sign)
    value = f"A{direction}{count}{sign}"
    if parts.token("ahead") and parts.language == "ar":
        # بعد يومين in a tale is two days after the last day told; in an announcement after a day to come. With no such
        # day told before it is from today, unless a verb says it is a tale.
        tense = parts.tense()
        kind: TimexKind = "relative" if tense == "future" else "anaphoric"
        fallback = None if tense == "past" else value
        return Reading(_away(count, sign), parts.home, grain, kind, fallback=fallback)
    if parts.token("same"):
        return Reading(f"{value}:=", parts.home, "day", "relative")
    if other:
        value = f"A{direction}{max(count, other)}{sign}/A{direction}{min(count, other)}{sign}"
    return Reading(value, parts.home, grain, "relative")


def _unit_kind(unit: Token | None) -> str:
    """The kind of a unit; one that only follows a number (`عاما`) has it for its value."""
    if unit is None:
        return ""
    return unit.value if unit.kind.startswith("counted") else unit.kind


def read_anaphor(parts: Parts) -> Reading | None:
    """Read a day or longer told before: `همان روز`, `العام التالي`."""
    found = next(role for role in parts.match.roles if role.startswith("unit"))
    sign = UNITS[parts.tokens[parts.match.roles[found][0]].kind]
    shift = 1 if parts.token("next") else -1 if parts.token("previous") else 0
    return Reading(f"P{shift:+d}{sign}", parts.home, GRAINS[sign], "anaphoric")


def read_beside(parts: Parts) -> Reading | None:
    """Read the day before or after one told before: `روز بعد`."""
    shift = 1 if parts.token("after") else -1
    return Reading(f"P{shift:+d}d", parts.home, "day", "anaphoric")


def read_later(parts: Parts) -> Reading | None:
    """Read so many days after or before one told before: `دو روز بعد`, `یک سال پیش از آن`, `بعد ذلك بعامين`."""
    two, unit = parts.token("two", "two2"), parts.token("unit", "unit2", "unit3", "unit4")
    sign = UNITS[two.value if two else _unit_kind(unit)]
    count = 2 if two else parts.number("number", "number2") or 1
    value = _away(-count if parts.token("before", "before2") else count, sign)
    return Reading(value, parts.home, _counted_grain(sign), "anaphoric", reason="anaphoric")


def _away(count: int, sign: str) -> str:
    """So many units from the date told before; of weeks the day is told, as it is from the anchor."""
    return f"P{7 * count:+d}d" if sign == "w" else f"P{count:+d}{sign}"


def _counted_grain(sign: str) -> "Grain":
    """The grain of counted units: of weeks the day is told."""
    return "day" if sign == "w" else GRAINS[sign]


def read_before_christ(parts: Parts) -> Reading | None:
    """Refuse a day before Christ: it is one of the Julian calendar, only the year could be told."""
    return Reading(None, None, "day", "refused", reason="before_christ")


def read_other_calendar(parts: Parts) -> Reading | None:
    """Refuse a date of a calendar that is not counted here: `سال ۱۲۰۲ یزدگردی`, `25 طوبة 1740`."""
    return Reading(None, None, None, "refused", reason="other_calendar")


def read_refused(parts: Parts) -> Reading | None:
    """Refuse a day known only by what happened: `روز حادثه`."""
    return Reading(None, None, None, "refused", reason="anaphoric")


def read_nothing(parts: Parts) -> Reading | None:
    """Read over what is no date: `هر جمعه`, `دوازده ماه گذشته`."""
    return None
