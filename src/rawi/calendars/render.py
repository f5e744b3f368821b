"""One day as each calendar writes it."""

from dataclasses import dataclass
from datetime import date

from rawi.calendars.calendar import Calendar
from rawi.calendars.gregorian import GregorianCalendar
from rawi.calendars.jalali import JalaliCalendar
from rawi.calendars.lunar import IranLunarCalendar, UmmAlQuraCalendar
from rawi.errors import CalendarError


@dataclass(frozen=True, slots=True)
class DayInCalendars:
    """A day as `YYYY-MM-DD` in each calendar; None where the calendar has not begun.

    `hijri` is Umm al-Qura (Saudi Arabia), `hijri_iran` the lunar calendar of Iran. `hijri_published` and
    `hijri_iran_published` tell whether the day comes from a published table; elsewhere it is the arithmetic
    calendar, which may be a day or two off.
    """

    gregorian: str
    jalali: str | None
    hijri: str | None
    hijri_iran: str | None
    hijri_published: bool
    hijri_iran_published: bool


def render_day(day: date) -> DayInCalendars:
    """Write a day in every calendar.

    >>> shown = render_day(date(2018, 4, 4))
    >>> shown.jalali, shown.hijri, shown.hijri_iran
    ('1397-01-15', '1439-07-18', '1439-07-17')
    """
    umm_al_qura, iran = UmmAlQuraCalendar(), IranLunarCalendar()
    jalali, hijri, hijri_iran = (
        _write(calendar, day) for calendar in (JalaliCalendar(), umm_al_qura, iran)
    )
    return DayInCalendars(
        gregorian=str(GregorianCalendar().from_day(day)),
        jalali=jalali,
        hijri=hijri,
        hijri_iran=hijri_iran,
        hijri_published=umm_al_qura.is_published(day),
        hijri_iran_published=iran.is_published(day),
    )


def _write(calendar: Calendar, day: date) -> str | None:
    """A day as a calendar writes it, None before it begins."""
    try:
        return str(calendar.from_day(day))
    except CalendarError:
        return None
