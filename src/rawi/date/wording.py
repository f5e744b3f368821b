"""A day in words: as each calendar names it in Persian and Arabic. For pages and the command line."""

from datetime import date
from functools import cache

from rawi.calendars import CALENDARS
from rawi.date.entries import Weekdays
from rawi.lang import table_package
from rawi.lang.month_names import Months
from rawi.tables import load_toml

_DIGITS = {
    "fa": str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"),
    "ar": str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"),
}


def name_day(day: date, calendar: str, language: str) -> str:
    """Write a day in words: `calendar` is a name of `rawi.calendars`, `language` is `fa` or `ar`.

    >>> name_day(date(2018, 4, 4), "jalali", "fa"), name_day(date(2018, 4, 4), "hijri", "ar")
    ('۱۵ فروردین ۱۳۹۷', '١٨ رجب ١٤٣٩')

    Raises:
        CalendarError: the day lies before the calendar begins.
    """
    written = CALENDARS[calendar].from_day(day)
    month = _month_names(calendar.removesuffix("-iran"), language)[written.month - 1]
    return f"{written.day} {month} {written.year}".translate(_DIGITS[language])


def name_weekday(day: date, language: str) -> str:
    """Name the weekday of a day.

    >>> name_weekday(date(2018, 4, 4), "ar")
    'الأربعاء'
    """
    table: Weekdays = load_toml(table_package(language), "weekdays.toml", Weekdays)
    return table.names[day.weekday()][0]


@cache
def _month_names(calendar: str, language: str) -> tuple[str, ...]:
    """The first name of each month of a calendar in a language."""
    table: Months = load_toml(table_package(language), "months.toml", Months)
    lists: list[list[str]] = getattr(table, calendar)
    return tuple(names[0] for names in lists)
