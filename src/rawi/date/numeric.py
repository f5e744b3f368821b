"""Dates in digits: which number is the year, which the month, and of which calendar."""

import re

from rawi.facts import Calendar

_NUMBERS = re.compile(r"\d+")
GREGORIAN_FROM = 1600  # years of four digits below it are Jalali or lunar, as written today
# Days in digits of this year on are lunar in Persian, too: the lunar 1430 began in 2008, the Jalali one does in 2051.
LUNAR_FROM = 1430


def read_numeric(
    written: str, language: str, era: str = ""
) -> tuple[str, Calendar, str | None] | None:
    """Read `1397/01/15`, `21/6/2023` or `15/1/97`; also give the other reading, if day and month may be swapped.

    The year is the number of four digits, or else the last one (the first if it cannot be a day). The order is
    year-month-day or day-month-year, as Persian and Arabic write; the month comes first only where the middle
    number can be none. Years of two digits are Jalali in Persian and Gregorian in Arabic.

    >>> read_numeric("1397/01/15", "fa")
    ('1397-01-15', 'jalali', None)
    >>> read_numeric("1439/07/17", "fa")
    ('1439-07-17', 'hijri', None)
    >>> read_numeric("6/5/2021", "ar")
    ('2021-05-06', 'gregorian', '2021-06-05')
    """
    digits = _NUMBERS.findall(written.partition("t")[0])
    first, middle, last = map(int, digits)
    if not _may_be_date(digits, "." in written):
        return None
    if len(digits[0]) == 4 or (len(digits[2]) <= 2 and _is_year(digits, language)):
        year, month, day = first, middle, last
    elif len(digits[2]) == 4 or len(digits[2]) <= 2:
        day, month, year = first, middle, last
    else:
        return None
    calendar = _calendar(year, language, era)
    swapped = None
    if calendar == "gregorian" and len(digits[2]) == 4:
        if month > 12 >= day:
            day, month = month, day
        elif month != day <= 12:
            swapped = f"{year:04}-{day:02}-{month:02}"
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return (f"{year:04}-{month:02}-{day:02}", calendar, None) if year > 1000 else None
    written_year = f"A^{year:02}" if year < 100 else f"{year:04}"
    return f"{written_year}-{month:02}-{day:02}", calendar, swapped


def _may_be_date(digits: list[str], dotted: bool) -> bool:
    """Tell whether three numbers may be a date: one of two or four digits is the year, and of two only before dots or other signs."""
    first, last = len(digits[0]), len(digits[2])
    if (first > 2 and last > 2) or 3 in (first, last) or first == last == 1:
        return False  # a file number; ۳/۲/۱ has no year
    return max(first, last) > 2 or not dotted or first == 2  # ۹۷.۱۰.۰۱, not the section ۲.۱۰.۱


def _is_year(digits: list[str], language: str) -> bool:
    """Tell whether the first of three short numbers is the year: it is no day, or `۰۳` of 1403, as Iran writes it."""
    if int(digits[0]) > 31:
        return True
    return language == "fa" and digits[0].startswith("0") and not digits[2].startswith("0")


def _calendar(year: int, language: str, era: str) -> Calendar:
    """The calendar of a year in digits."""
    if era == "hijri":
        return "hijri"
    if era == "gregorian" or year >= GREGORIAN_FROM:
        return "gregorian"
    if era == "jalali" or (language == "fa" and year < LUNAR_FROM):
        return "jalali"
    return "gregorian" if year < 100 else "hijri"
