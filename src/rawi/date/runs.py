"""Readings of runs: days of one month, days of two, months, dates in digits, from one to the other."""

from itertools import pairwise

from rawi.date.numeric import read_numeric
from rawi.date.readings import (
    DIRECTIONS,
    Parts,
    Reading,
    calendar_of,
    within_year,
    written_year,
    year_before,
)
from rawi.date.tokens import MONTHS

_NUMBERS = ("day_number", "zero_number", "ordinal", "first", "cardinal")


def read_day_range(parts: Parts) -> Reading | None:
    """Read days of one month: `۱۵ تا ۲۰ فروردین`."""
    month, day, last = parts.token("month"), parts.number("day"), parts.number("day2")
    if month is None or day is None or last is None or last <= day:
        return None
    if not _follow_each_other(parts):
        return None  # أيام 5 و10 و15 حزيران: three days are told
    calendar, number = calendar_of(parts, month)
    first = within_year(parts, calendar, f"{number:02}-{day:02}")
    # Both ends must fall in one year, so the end is put in the year by the same rule and not by its own nearness.
    return Reading(f"{first}/{first[: -len(f'{day:02}')]}{last:02}", calendar, "day", "range")


def read_date_range(parts: Parts) -> Reading | None:
    """Read from a day of one month to a day of another: `۱۵ اسفند ۱۳۹۶ تا ۱۵ فروردین ۱۳۹۷`."""
    month, month2 = parts.token("month"), parts.token("month2")
    day, day2 = parts.number("day"), parts.number("day2")
    if month is None or month2 is None or day is None or day2 is None:
        return None
    calendar, number = calendar_of(parts, month)
    calendar2, number2 = calendar_of(parts, month2)
    if calendar != calendar2:
        return None
    last_year = written_year(parts, calendar, "year2", "short3", "short4")
    first_year = written_year(parts, calendar, "year", "short", "short2") or last_year
    if last_year is None and first_year is not None:
        last_year = first_year
    if first_year and last_year:
        # "15 Esfand to 15 Farvardin 1397" begins in the year before.
        if first_year == last_year and number2 < number:
            first_year = year_before(last_year)
        first, last = f"{first_year}-{number:02}-{day:02}", f"{last_year}-{number2:02}-{day2:02}"
    else:
        first = within_year(parts, calendar, f"{number:02}-{day:02}")
        last = first.replace(f"{number:02}-{day:02}", f"{number2:02}-{day2:02}")
    return Reading(f"{first}/{last}", calendar, "day", "range")


def read_weekday_to_day(parts: Parts) -> Reading | None:
    """Read from a weekday of the last or coming week to a day with its date: `الأحد المقبل حتى الخميس 18 سبتمبر`."""
    month, day, related = parts.token("month"), parts.number("day"), parts.token("frel")
    if month is None or day is None or related is None:
        return None
    calendar, number = calendar_of(parts, month)
    how = "<" if DIRECTIONS[related.kind] < 0 else ">"
    last = within_year(parts, calendar, f"{number:02}-{day:02}", parts.number("weekday2"))
    return Reading(f"A{how}WD{parts.value('weekday')}/{last}", calendar, "day", "range")


def read_days_of_month(parts: Parts) -> Reading | None:
    """Read days of this, the last or the coming month: `15 و16 من الشهر الماضي`."""
    first, last, related = parts.number("day"), parts.number("day3"), parts.token("mrel", "mrel2")
    if first is None or last is None or last <= first or not _follow_each_other(parts):
        return None
    shift = DIRECTIONS[related.kind] if related else 0
    value = f"A{shift:+d}m:{first:02}/A{shift:+d}m:{last:02}"
    return Reading(value, parts.home, "day", "range")


def read_month_range(parts: Parts) -> Reading | None:
    """Read from one month to another: `مارس و آوریل ۲۰۱۸`."""
    month, month2 = parts.token("month"), parts.token("month2")
    if month is None or month2 is None:
        return None
    calendar, number = calendar_of(parts, month)
    calendar2, number2 = calendar_of(parts, month2)
    if calendar != calendar2 or not _months_follow(parts):
        return None
    last_year = written_year(parts, calendar, "year2", "short3", "short4")
    first_year = written_year(parts, calendar, "year") or last_year
    related = parts.token("rel")
    if first_year and related and last_year is None:  # من ديسمبر 2015 حتى مارس الماضي
        value = f"{first_year}-{number:02}/A<XXXX-{number2:02}"
    elif first_year and last_year:
        if first_year == last_year and number2 < number:
            first_year = year_before(last_year)
        value = f"{first_year}-{number:02}/{last_year}-{number2:02}"
    else:
        first = within_year(parts, calendar, f"{number:02}")
        value = f"{first}/{first[:-2]}{number2:02}"
    return Reading(value, calendar, "month", "range")


def read_numeric_range(parts: Parts) -> Reading | None:
    """Read from one date in digits to another of the same calendar: `5/6/2024 إلى 10/6/2024`."""
    era = parts.value("era")
    ends = [read_numeric(parts.value(role), parts.language, era) for role in ("first", "last")]
    if ends[0] is None or ends[1] is None or ends[0][1] != ends[1][1] or ends[1][0] <= ends[0][0]:
        return None
    return Reading(f"{ends[0][0]}/{ends[1][0]}", ends[0][1], "day", "range")


def _follow_each_other(parts: Parts) -> bool:
    """Tell whether days told one by one, three or more, are a run of days."""
    places = range(parts.match.start, parts.match.end)
    ends = [
        parts.match.roles[role][0] for role in ("day", "day2", "day3") if role in parts.match.roles
    ]
    tokens = [parts.tokens[i] for i in places if ends[0] <= i <= ends[-1]]
    if any(token.kind in ("to", "dash") for token in tokens):
        return True
    days = [int(token.value) for token in tokens if token.kind in _NUMBERS]
    return len(days) <= 2 or days == list(range(days[0], days[-1] + 1))


def _months_follow(parts: Parts) -> bool:
    """Tell whether months told one by one, three or more, are a run: `حزيران وتموز وآب`."""
    tokens = parts.tokens[parts.match.start : parts.match.end]
    months = [int(t.value.partition(":")[2]) for t in tokens if t.kind in MONTHS]
    if len(months) <= 2 or any(t.kind in ("to", "dash", "slash", "paren", "or") for t in tokens):
        return True
    return all(later == month % 12 + 1 for month, later in pairwise(months))
