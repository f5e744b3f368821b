"""Months of the three calendars as facets name them: written so that `day:` in a query takes them.

A Gregorian month is `2018-04`, a Jalali one `1397-01`, a lunar one (Umm al-Qura) `hijri:1439-07`.
"""

from datetime import date
from functools import lru_cache

from rawi.calendars import CALENDARS
from rawi.errors import CalendarError

LUNAR = "hijri"
_JALALI_BELOW = 1600  # as `day:` reads a bare year


@lru_cache(maxsize=16384)  # a few decades of days, in three calendars
def name_month(day: str, calendar: str) -> str | None:
    """Name the month of an ISO day in a calendar; None if it is no day, or before the calendar begins.

    >>> [name_month("2018-04-04", calendar) for calendar in ("gregorian", "jalali", "hijri")]
    ['2018-04', '1397-01', 'hijri:1439-07']
    """
    try:
        year, month, _ = CALENDARS[calendar].from_day(date.fromisoformat(day))
    except (CalendarError, ValueError):
        return None
    return f"{LUNAR}:{year:04}-{month:02}" if calendar == LUNAR else f"{year:04}-{month:02}"


def read_period(label: str) -> tuple[str, int, int | None] | None:
    """Read a month or a year as facets name it: its calendar, its year, its month if it is one.

    >>> read_period("1397-01"), read_period("hijri:1439"), read_period("soon")
    (('jalali', 1397, 1), ('hijri', 1439, None), None)
    """
    digits = label.removeprefix(f"{LUNAR}:")
    year, _, month = digits.partition("-")
    if not (year.isdecimal() and int(year)) or (month and not month.isdecimal()):
        return None
    solar = "jalali" if int(year) < _JALALI_BELOW else "gregorian"
    calendar = LUNAR if digits != label else solar
    return calendar, int(year), int(month) if month else None
