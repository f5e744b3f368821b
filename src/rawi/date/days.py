"""Readings of days and months: `سه شنبه ۱۴ فروردین`, `15-20 يونيو`, `1397/01/15`, `عيد الفطر`."""

from rawi.calendars import CALENDARS
from rawi.date.native import LAST_DAY
from rawi.date.numeric import read_numeric
from rawi.date.readings import (
    DIRECTIONS,
    YEAR_ROLES,
    Parts,
    Reading,
    calendar_of,
    kind_of,
    within_year,
)
from rawi.facts import Calendar, Grain
from rawi.lang.folding import squeeze

# Years Persian tells a feast of the lunar calendar by that are Jalali: the lunar ones of living memory come after.
_JALALI = range(1300, 1411)
MONTHS_OF_YEAR = range(1, 13)
FEASTS_END = 29  # days of the month a feast's later days may reach
_NUMBERED = frozenset(map(squeeze, ("شماره", "شمارهٔ", "صفحه", "رقم", "العدد", "عدد", "صفحة", "ص")))


def read_day(parts: Parts) -> Reading | None:
    """Read a day of a month: `سه شنبه ۱۴ فروردین ۱۳۹۷ - ۰۹:۱۵`, `الأربعاء 21 حزيران`."""
    month, day = parts.token("month"), parts.number("day", "day2")
    if month is None or day is None:
        return None
    calendar, number = calendar_of(parts, month)
    value = within_year(parts, calendar, f"{number:02}-{day:02}", parts.weekday)
    grain: Grain = "time" if ":" in parts.clock() else "day"
    return Reading(
        value + parts.clock(),
        calendar,
        grain,
        kind_of(parts, value),
        parts.weekday,
        shift=parts.shift,
    )


def read_day_slash(parts: Parts) -> Reading | None:
    """Read a day and a month in digits behind a weekday: `الأحد 3/3`."""
    day, number = parts.number("day"), parts.number("number")
    if day is None or number is None or number not in MONTHS_OF_YEAR:
        return None
    value = within_year(parts, parts.home, f"{number:02}-{day:02}", parts.weekday)
    return Reading(value, parts.home, "day", kind_of(parts, value), parts.weekday)


def read_first_day(parts: Parts) -> Reading | None:
    """Read the first of a month by name: `غرة رمضان`."""
    month = parts.token("month")
    if month is None:
        return None
    calendar, number = calendar_of(parts, month)
    value = within_year(parts, calendar, f"{number:02}-01", parts.weekday)
    return Reading(value, calendar, "day", kind_of(parts, value), parts.weekday)


def read_last_day(parts: Parts) -> Reading | None:
    """Read the last of a month: `آخرین روز اسفند`, `آخر يوم من رمضان`."""
    month = parts.token("month")
    if month is None:
        return None
    calendar, number = calendar_of(parts, month)
    value = within_year(parts, calendar, f"{number:02}-{LAST_DAY}")
    return Reading(value, calendar, "day", kind_of(parts, value))


def read_old_lunar(parts: Parts) -> Reading | None:
    """Read a lunar month or a day of one with a year of three digits, which needs no era: `شوال 874`."""
    month, day, year = parts.token("month"), parts.number("day"), parts.number("year")
    if month is None or year is None:
        return None
    calendar, number = calendar_of(parts, month)
    if calendar != "hijri":
        return None
    native = f"{year:04}-{number:02}" + (f"-{day:02}" if day else "")
    return Reading(native, calendar, "day" if day else "month", "absolute", parts.weekday)


def read_day_of_month(parts: Parts) -> Reading | None:
    """Read a day of this, the last or the coming month: `الثالث من الشهر الجاري`."""
    day, related = parts.number("day", "day2"), parts.token("mrel", "mrel2")
    shift = DIRECTIONS[related.kind] if related else 0
    value = f"A{shift:+d}m:{day:02}{parts.clock()}"
    return Reading(value, parts.home, "day", "relative", parts.weekday)


def read_day_of_told_month(parts: Parts) -> Reading | None:
    """Read a day of a month told before: `الخامس من الشهر نفسه`, `پنجم همان ماه`."""
    day = parts.number("day")
    return Reading(f"P+0m:{day:02}{parts.clock()}", parts.home, "day", "anaphoric")


def read_week_of_month(parts: Parts) -> Reading | None:
    """Read a week of a month by its number, seven days from the first on: `هفته اول آذر`; the last is only told to be in it."""
    month, week = parts.token("month"), parts.number("third", "third2", "third3")
    if (
        parts.language == "ar"
        and parts.token("third2")
        and week is not None
        and week in range(1, 5)
    ):
        related = parts.token("mrel")  # الأسبوع الثاني من الشهر الماضي
        shift = DIRECTIONS[related.kind] if related else 0
        days = f"A{shift:+d}m:{7 * week - 6:02}/A{shift:+d}m:{7 * week:02}"
        return Reading(days, parts.home, "day", "range")
    if month is None or (week is not None and week not in range(1, 5)):
        return None
    calendar, number = calendar_of(parts, month)
    if week is None:
        value = within_year(parts, calendar, f"{number:02}")
        return Reading(value, calendar, "month", kind_of(parts, value))
    first = within_year(parts, calendar, f"{number:02}-{7 * week - 6:02}")
    return Reading(f"{first}/{first[:-2]}{7 * week:02}", calendar, "day", "range")


def read_ten_days(parts: Parts) -> Reading | None:
    """Read a third of a month: `دهه اول محرم`."""
    month, third = parts.token("month"), 3 if parts.token("final") else parts.number("third")
    if month is None or third not in (1, 2, 3):
        return None
    calendar, number = calendar_of(parts, month)
    first = within_year(parts, calendar, f"{number:02}-{10 * third - 9:02}")
    last = f"{first[:-2]}{10 * third if third < 3 else 29}"
    return Reading(f"{first}/{last}", calendar, "day", "range")


def read_holiday(parts: Parts) -> Reading | None:
    """Read a named day or period: `کریسمس ۲۰۱۹`, `دهه فجر`."""
    calendar, target = _day_of_feast(parts.value("holiday"))
    first, _, last = target.partition("..")
    clock = ""
    if parts.token("eve"):  # شب عاشورا is the evening before it
        month, _, day = first.partition("-")
        if last or not day.isdigit() or int(day) == 1:
            return None
        first, clock = f"{month}-{int(day) - 1:02}", "TNI"
    values = _feasts_of_jalali_year(parts, calendar, first) or [within_year(parts, calendar, first)]
    value, *others = (f"{value}/{value[:-2]}{last}" if last else value + clock for value in values)
    certainty = "low" if others else "high"
    return Reading(
        value, calendar, "day", "holiday", certainty=certainty, alternatives=tuple(others)
    )


def read_day_of_holiday(parts: Parts) -> Reading | None:
    """Read a later day of a feast: `ثاني أيام عيد الفطر 1440`, `دومین روز عید فطر`."""
    holiday, nth = parts.token("holiday", "holiday2"), parts.number("nth", "nth2", "nth3", "nth4")
    if holiday is None or nth is None:
        return None
    calendar, target = _day_of_feast(holiday.value)
    month, _, day = target.partition("-")
    if not day.isdigit() or int(day) + nth > FEASTS_END:
        return None
    value = within_year(parts, calendar, f"{month}-{int(day) + nth - 1:02}")
    return Reading(value, calendar, "day", "holiday")


def _day_of_feast(told: str) -> tuple[Calendar, str]:
    """The calendar of a feast and its days there, as the tables tell them: `hijri:10-01`, `jalali:11-12..22`."""
    name, _, target = told.partition(":")
    return "hijri" if name == "hijri" else "jalali" if name == "jalali" else "gregorian", target


def read_impossible(parts: Parts) -> Reading | None:
    """Refuse a day no month has: `۳۲ خرداد ۱۳۱۰`; behind a word that numbers it is no day (`شماره ۴۵ خرداد ۱۳۹۰`)."""
    at = parts.match.start
    if at and parts.tokens[at - 1].value in _NUMBERED:
        return None
    return Reading(None, None, "day", "refused", reason="impossible")


def _feasts_of_jalali_year(parts: Parts, calendar: Calendar, target: str) -> list[str]:
    """The days of a lunar feast in the Jalali year Persian tells it by: `عید قربان ۱۴۰۲`; one, seldom two."""
    token = parts.token(*YEAR_ROLES)
    year = int(token.value) if token else 0
    if parts.language != "fa" or calendar != "hijri" or parts.has("era") or year not in _JALALI:
        return []
    month, day = map(int, target.split("-"))
    begins = CALENDARS["jalali"].to_day(year, 1, 1)
    lunar = CALENDARS["hijri"].from_day(begins)[0]
    return [
        f"{lunar_year}-{target}"
        for lunar_year in (lunar, lunar + 1)
        if CALENDARS["jalali"].from_day(CALENDARS["hijri"].to_day(lunar_year, month, day))[0]
        == year
    ]


def read_month(parts: Parts) -> Reading | None:
    """Read a month: `اواخر فروردین ۱۳۹۷`, `شهر يونيو`."""
    month = parts.token("month", "month2", "month3")
    if month is None:
        return None
    calendar, number = calendar_of(parts, month)
    value = within_year(parts, calendar, f"{number:02}")
    return Reading(value, calendar, "month", kind_of(parts, value))


def read_digits(parts: Parts) -> Reading | None:
    """Read a date in digits: `۱۳۹۷/۰۱/۱۵`."""
    found = read_numeric(parts.value("numeric"), parts.language, parts.value("era"))
    if found is None:
        return None
    value, calendar, other = found
    grain: Grain = "time" if ":" in parts.clock() else "day"
    certainty = "low" if other else "high"
    return Reading(
        value + parts.clock(), calendar, grain, "absolute", parts.weekday, certainty,
        alternatives=(other,) if other else (), shift=parts.shift,
    )  # fmt: skip
