"""Dates as their own calendar writes them, and the days they cover.

A native date is a short string in one calendar: `1397-01-15`, `1397-01` (month), `1397` (year), `139X` (decade),
`13XX` (the hundred years that begin with 1300), `1397-SU` (season), `1397-Q2`, `1397-H1`, `1397-T1` (third of a year),
`-0511` (a year before Christ, astronomical), `1397-12-LD` (the last day of a month), or two of them with `/` between (a range). A part of day or a
clock time may follow (`1397-01-15TMO`, `1397-01-15T18:30`); it does not change the days.

The days of a lunar date depend on the country: `variant` names the calendar to count in.
"""

import re
from datetime import date
from functools import lru_cache

from rawi.calendars import CALENDARS, month_span, year_span
from rawi.calendars import Calendar as DayCount
from rawi.errors import CalendarError

Days = tuple[str, str]  # the first and the last day, ISO

LAST_DAY = "LD"  # of a month, whose length its year tells
# Quarters, halves and thirds of a year: months each.
_PARTS_OF_YEAR = {"Q": 3, "H": 6, "T": 4}
# Persian seasons are quarters of the Jalali year. The Gregorian ones begin at the days of equinox and solstice
# most years have; winter is named for the year it begins in.
_JALALI_SEASONS = {"SP": 1, "SU": 2, "FA": 3, "WI": 4}
_GREGORIAN_SEASONS = {
    "SP": ((3, 20), (6, 20)),
    "SU": ((6, 21), (9, 22)),
    "FA": ((9, 23), (12, 20)),
    "WI": ((12, 21), (3, 19)),
}
_NATIVE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d|LD))?|-(?P<season>SP|SU|FA|WI)"
    r"|-(?P<part>[QHT])(?P<number>\d))?(?:T.*)?"
)


@lru_cache(maxsize=16384)
def days_of(native: str, calendar: str) -> Days:
    """Return the first and the last day of a native date.

    >>> days_of("1397-01", "jalali")
    ('2018-03-21', '2018-04-20')
    >>> days_of("198X", "gregorian"), days_of("-0511", "gregorian")
    (('1980-01-01', '1989-12-31'), ('-0511', '-0511'))

    Raises:
        CalendarError: the calendar has no such day, or the string is no native date.
    """
    if "/" in native:
        first, last = native.split("/")
        return days_of(first, calendar)[0], days_of(last, calendar)[1]
    if native.startswith("-"):
        return _years_before_christ(native)
    count = CALENDARS[calendar]
    if native.endswith("X"):
        years = native.rstrip("X")
        span = 10 ** (len(native) - len(years))
        return _years(count, int(years) * span, span)
    found = _NATIVE.fullmatch(native)
    if found is None:
        raise CalendarError(f"{native!r} is no date of the {calendar} calendar")
    year = int(found["year"])
    if found["day"] == LAST_DAY:
        return (month_span(count, year, int(found["month"]))[1].isoformat(),) * 2
    if found["day"]:
        day = count.to_day(year, int(found["month"]), int(found["day"]))
        return day.isoformat(), day.isoformat()
    if found["month"]:
        return _iso(month_span(count, year, int(found["month"])))
    if found["season"]:
        return _iso(_season(count, year, found["season"]))
    if found["part"]:
        length = _PARTS_OF_YEAR[found["part"]]
        last_month = length * int(found["number"])
        first_day = month_span(count, year, last_month - length + 1)[0]
        return _iso((first_day, month_span(count, year, last_month)[1]))
    return _years(count, year, 1)


def _years(count: DayCount, year: int, span: int) -> Days:
    """The days of a run of years.

    Hundreds of years count as TIMEX3 has them: 18XX is 1800 to 1899, but a Jalali or lunar century runs from its
    year 1 to its year 100.
    """
    if count.name != "gregorian" and span == 100:
        return _iso(year_span(count, year + 1, span))
    if count.name == "gregorian" and year == 0:
        return _iso((date(1, 1, 1), date(span - 1, 12, 31)))
    return _iso(year_span(count, year, span))


def _years_before_christ(native: str) -> Days:
    """Years before year 1: only years are told, as astronomers number them."""
    if not native.endswith("XX"):
        return native, native
    # The century -05XX is 600 to 501 BCE, the astronomical years -0599 to -0500.
    hundred = native[1:-2]
    return f"-{hundred}99", f"-{hundred}00"


def _season(count: DayCount, year: int, season: str) -> tuple[date, date]:
    """The days of a season of a year."""
    if count.name == "jalali":
        quarter = _JALALI_SEASONS[season]
        return month_span(count, year, 3 * quarter - 2)[0], month_span(count, year, 3 * quarter)[1]
    first, last = _GREGORIAN_SEASONS[season]
    return count.to_day(year, *first), count.to_day(year + (season == "WI"), *last)


def _iso(days: tuple[date, date]) -> Days:
    """Two days as ISO strings."""
    return days[0].isoformat(), days[1].isoformat()


def timex_value(native: str, calendar: str, days: Days) -> str:
    """Write the TIMEX3 value: the native date if it is Gregorian, else its Gregorian day or days.

    >>> timex_value("1397-01-15TMO", "jalali", ("2018-04-04", "2018-04-04"))
    '2018-04-04TMO'
    >>> timex_value("1397-01", "jalali", ("2018-03-21", "2018-04-20"))
    '2018-03-21/2018-04-20'
    """
    if calendar == "gregorian" and "/" not in native:
        return native
    clock = native.partition("T")[2] if re.search(r"\dT\D|\dT\d\d:", native) else ""
    value = days[0] if days[0] == days[1] else f"{days[0]}/{days[1]}"
    return f"{value}T{clock}" if clock else value
