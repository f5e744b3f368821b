"""What a calendar is, and what follows from that for months and years."""

from datetime import date, timedelta
from typing import NamedTuple, Protocol

ONE_DAY = timedelta(days=1)


class YearMonthDay(NamedTuple):
    """A date as a calendar writes it; it prints as `1397-01-15`."""

    year: int
    month: int
    day: int

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}-{self.day:02}"


class Calendar(Protocol):
    """A way of counting days in years of twelve months."""

    @property
    def name(self) -> str:
        """The calendar's name, such as `jalali`."""
        ...

    def to_day(self, year: int, month: int, day: int) -> date:
        """Return the day a written date means.

        Raises:
            CalendarError: the calendar has no such day, or the day is outside the years 1 to 9999.
        """
        ...

    def from_day(self, day: date) -> YearMonthDay:
        """Write a day in this calendar.

        Raises:
            CalendarError: the day lies before the calendar's first year.
        """
        ...


def month_span(calendar: Calendar, year: int, month: int) -> tuple[date, date]:
    """Return the first and the last day of a month.

    >>> from rawi.calendars import get_calendar
    >>> [str(day) for day in month_span(get_calendar("jalali"), 1397, 12)]
    ['2019-02-20', '2019-03-20']
    """
    first = calendar.to_day(year, month, 1)
    after = calendar.to_day(year + month // 12, month % 12 + 1, 1)
    return first, after - ONE_DAY


def year_span(calendar: Calendar, year: int, count: int = 1) -> tuple[date, date]:
    """Return the first and the last day of a year, or of `count` years from it on.

    >>> from rawi.calendars import get_calendar
    >>> [str(day) for day in year_span(get_calendar("jalali"), 1397)]
    ['2018-03-21', '2019-03-20']
    """
    return calendar.to_day(year, 1, 1), calendar.to_day(year + count, 1, 1) - ONE_DAY
