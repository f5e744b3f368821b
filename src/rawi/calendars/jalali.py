"""The solar Hijri calendar of Iran and Afghanistan; the arithmetic is persiantools'.

persiantools agrees with the official calendar of Iran in every month start of 1200 to 1499. Before 1304 the
months of the time had other lengths: such a day is the day today's calendar would give.
"""

from datetime import date

from persiantools.jdatetime import JalaliDate

from rawi.calendars.calendar import YearMonthDay
from rawi.errors import CalendarError


class JalaliCalendar:
    """Years begin at the spring equinox; months have 31, 30 or 29 days."""

    name = "jalali"

    def to_day(self, year: int, month: int, day: int) -> date:
        """Convert a Jalali date to the Gregorian day.

        >>> JalaliCalendar().to_day(1397, 1, 15)
        datetime.date(2018, 4, 4)

        Raises:
            CalendarError: there is no such day; 1397-07-31 is refused, not moved to Aban.
        """
        try:
            jalali = JalaliDate(year, month, day)  # type: ignore[no-untyped-call]
            return jalali.to_gregorian()
        except (ValueError, OverflowError, TypeError) as error:
            raise CalendarError(f"no day {year}-{month}-{day} in the Jalali calendar") from error

    def from_day(self, day: date) -> YearMonthDay:
        """Convert a Gregorian day to the Jalali date.

        Raises:
            CalendarError: the day lies before 1 Farvardin of year 1 (622-03-22).
        """
        try:
            jalali = JalaliDate.to_jalali(day)  # type: ignore[no-untyped-call]
        except (ValueError, OverflowError, TypeError) as error:
            raise CalendarError(f"{day} lies before the Jalali calendar begins") from error
        return YearMonthDay(jalali.year, jalali.month, jalali.day)
