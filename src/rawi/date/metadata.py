"""Days as machines write them: in typed metadata and in the path of a URL. Jalali years are told by their value."""

import re
from collections.abc import Iterator
from datetime import date

from rawi.calendars import CALENDARS
from rawi.errors import CalendarError
from rawi.lang.folding import fold

JALALI_YEARS = range(1200, 1500)
PRESS_YEARS = range(1850, 2101)

_ISO = re.compile(r"\s*(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"\s*(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)")
_COMPACT = re.compile(r"\s*(\d{4})(\d\d)(\d\d)(?:\D|$)")
_RFC822 = re.compile(r"(?:[A-Za-z]{3},\s*)?(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{4})")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_URL = (
    re.compile(r"(?<!\d)(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(1[34]\d\d|20\d\d)(0[1-9]|1[0-2])([0-3]\d)(?!\d)"),
)


def read_day(written: str) -> date | None:
    """Read the day of typed metadata: ISO, ISO with slashes, compact, as in mail; Jalali years are told by value.

    With the year last, as spreadsheets write it, only the day of a Jalali year stands first for sure; of a Gregorian
    one it is read where one of the two is no month.

    >>> read_day("1397-01-15T10:42"), read_day("Wed, 04 Apr 2018 06:12:00 GMT"), read_day("soon")
    (datetime.date(2018, 4, 4), datetime.date(2018, 4, 4), None)
    >>> read_day("15/1/1397"), read_day("4/13/2018"), read_day("3/4/2018")
    (datetime.date(2018, 4, 4), datetime.date(2018, 4, 13), None)
    """
    folded = fold(written)
    found = _ISO.match(folded) or _COMPACT.match(folded)
    if found:
        return _to_day(*map(int, found.groups()))
    spread = _YEAR_LAST.match(folded)
    if spread:
        return _read_year_last(int(spread[1]), int(spread[3]), int(spread[4]))
    mail = _RFC822.match(folded)
    if mail and mail[2][:3] in _MONTHS:
        return _to_day(int(mail[3]), _MONTHS.index(mail[2][:3]) + 1, int(mail[1]))
    return None


def _read_year_last(first: int, second: int, year: int) -> date | None:
    """The day of `27/10/2025` or `10/27/2025`; None where either order is a day, and they differ."""
    if year in JALALI_YEARS:
        return _to_day(year, second, first)
    meant = {day for day in (_to_day(year, second, first), _to_day(year, first, second)) if day}
    return meant.pop() if len(meant) == 1 else None


def _to_day(year: int, month: int, day: int) -> date | None:
    """The day of a year, month and day in digits, if there is one and its year is one of the press."""
    if year in JALALI_YEARS:
        calendar = "jalali"
    elif year in PRESS_YEARS:
        calendar = "gregorian"
    else:
        return None
    try:
        return CALENDARS[calendar].to_day(year, month, day)
    except CalendarError:
        return None


def days_in_url(url: str) -> Iterator[date]:
    """Days in the path of a URL, as `/1397/01/15/` or `20180404`.

    >>> [str(day) for day in days_in_url("https://example.org/1397/01/15/news")]
    ['2018-04-04']
    """
    for pattern in _URL:
        for found in pattern.finditer(url):
            day = _to_day(*map(int, found.groups()))
            if day:
                yield day
