"""The Gregorian calendar, reckoned backward without a break."""

from datetime import date

from rawi.calendars.calendar import YearMonthDay
from rawi.errors import CalendarError


class GregorianCalendar:
    """The calendar of `datetime.date`."""

    name = "gregorian"

    def to_day(self, year: int, month: int, day: int) -> date:
        """Return the day.

        Raises:
            CalendarError: there is no such day.
        """
        try:
            return date(year, month, day)
        except (ValueError, OverflowError) as error:
            raise CalendarError(f"no day {year}-{month}-{day} in the Gregorian calendar") from error

    def from_day(self, day: date) -> YearMonthDay:
        """Write a day."""
        return YearMonthDay(day.year, day.month, day.day)
