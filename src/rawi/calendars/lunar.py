"""The lunar Hijri calendar in two published forms, and the arithmetic one where nothing was published.

* Umm al-Qura, as published in Saudi Arabia, 1343 to 1500 AH: the library hijridate.
* Iran's lunar calendar, 1265 to 1447 AH: the table qamari (data/iran_lunar_months.tsv). Of its month starts
  only 22 to 24 % are Umm al-Qura's; most lie a day later.

Outside these years both fall back on the arithmetic ("civil", type II) calendar, in which years 2, 5, 7, 10,
13, 16, 18, 21, 24, 26 and 29 of each thirty have 355 days. The month at the seam is as long as it must be for
the two to meet, so that every day has one name and every name one day.
"""

from datetime import date, timedelta
from functools import cache
from typing import NamedTuple, Protocol

from hijridate import Hijri

from rawi.calendars.calendar import YearMonthDay
from rawi.errors import CalendarError
from rawi.tables import load_tsv

# 1 Muharram of year 1 in the civil reckoning: 16 July 622 Julian.
_EPOCH = date(622, 7, 19).toordinal()
UMM_AL_QURA_YEARS = range(1343, 1501)


class LunarMonth(NamedTuple):
    """A row of `iran_lunar_months.tsv`: the first day of a month."""

    year: int
    month: int
    first_day: str


def civil_to_day(year: int, month: int, day: int) -> date:
    """Return the day in the arithmetic lunar calendar.

    >>> civil_to_day(300, 1, 1)
    datetime.date(912, 8, 23)

    Raises:
        CalendarError: there is no such day.
    """
    long_month = month % 2 == 1 or (month == 12 and (11 * year + 14) % 30 < 11)
    if year < 1 or not 1 <= month <= 12 or not 1 <= day <= 29 + long_month:
        raise CalendarError(f"no day {year}-{month}-{day} in the arithmetic lunar calendar")
    try:
        return date.fromordinal(
            _EPOCH
            - 1
            + day
            + (59 * (month - 1) + 1) // 2
            + 354 * (year - 1)
            + (3 + 11 * year) // 30
        )
    except (ValueError, OverflowError) as error:
        raise CalendarError(f"{year}-{month}-{day} AH lies beyond the year 9999") from error


def civil_from_day(day: date) -> YearMonthDay:
    """Write a day in the arithmetic lunar calendar.

    >>> str(civil_from_day(date(912, 8, 23)))
    '0300-01-01'

    Raises:
        CalendarError: the day lies before year 1.
    """
    elapsed = day.toordinal() - _EPOCH
    if elapsed < 0:
        raise CalendarError(f"{day} lies before the lunar calendar begins")
    year = (30 * elapsed + 10646) // 10631
    in_year = (day - civil_to_day(year, 1, 1)).days
    month = min(12, (2 * in_year + 1) // 59 + 1)
    if month < 12 and day >= civil_to_day(year, month + 1, 1):
        month += 1
    elif day < civil_to_day(year, month, 1):
        month -= 1
    return YearMonthDay(year, month, (day - civil_to_day(year, month, 1)).days + 1)


class _MonthStarts(Protocol):
    """Something that knows on which day a lunar month begins."""

    def __call__(self, year: int, month: int) -> date: ...


class UmmAlQuraCalendar:
    """The calendar of Umm al-Qura as published, arithmetic before 1343 and after 1500 AH."""

    name = "hijri"

    def to_day(self, year: int, month: int, day: int) -> date:
        """Return the day.

        >>> UmmAlQuraCalendar().to_day(1439, 7, 17)
        datetime.date(2018, 4, 3)

        Raises:
            CalendarError: there is no such day.
        """
        return _to_day(_umm_al_qura_month, year, month, day)

    def from_day(self, day: date) -> YearMonthDay:
        """Write a day.

        Raises:
            CalendarError: the day lies before year 1.
        """
        return _from_day(_umm_al_qura_month, day)

    def is_published(self, day: date) -> bool:
        """Tell whether the day lies in the published years."""
        first, end = UMM_AL_QURA_YEARS[0], UMM_AL_QURA_YEARS[-1]
        return _umm_al_qura_month(first, 1) <= day < _umm_al_qura_month(end + 1, 1)


class IranLunarCalendar:
    """Iran's observed lunar calendar, arithmetic before 1265 and after 1447 AH."""

    name = "hijri-iran"

    def to_day(self, year: int, month: int, day: int) -> date:
        """Return the day.

        >>> IranLunarCalendar().to_day(1439, 7, 17)
        datetime.date(2018, 4, 4)

        Raises:
            CalendarError: there is no such day.
        """
        return _to_day(_iran_month, year, month, day)

    def from_day(self, day: date) -> YearMonthDay:
        """Write a day.

        Raises:
            CalendarError: the day lies before year 1.
        """
        return _from_day(_iran_month, day)

    def is_published(self, day: date) -> bool:
        """Tell whether the day lies in the published months."""
        starts = _iran_months()
        return min(starts.values()) <= day < max(starts.values())


def _to_day(start_of: _MonthStarts, year: int, month: int, day: int) -> date:
    """Count days from the start of a month, which ends where the next begins."""
    if year < 1 or not 1 <= month <= 12:
        raise CalendarError(f"no month {year}-{month} in the lunar calendar")
    first = start_of(year, month)
    after = start_of(year + month // 12, month % 12 + 1)
    if not 1 <= day <= (after - first).days:
        raise CalendarError(
            f"no day {year}-{month}-{day} in the lunar calendar: its month has {(after - first).days}"
        )
    return first + timedelta(days=day - 1)


def _from_day(start_of: _MonthStarts, day: date) -> YearMonthDay:
    """Find the month a day lies in: the arithmetic one, or one beside it."""
    year, month, _ = civil_from_day(day)
    first = start_of(year, month)
    if day < first:
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
        if year < 1:
            raise CalendarError(f"{day} lies before the lunar calendar begins")
        first = start_of(year, month)
    else:
        after_year, after_month = year + month // 12, month % 12 + 1
        after = start_of(after_year, after_month)
        if day >= after:
            year, month, first = after_year, after_month, after
    return YearMonthDay(year, month, (day - first).days + 1)


def _umm_al_qura_month(year: int, month: int) -> date:
    """The first day of a month of Umm al-Qura; the rim of the table closes its last month."""
    if year in UMM_AL_QURA_YEARS:
        found = Hijri(year, month, 1).to_gregorian()
        return date(found.year, found.month, found.day)
    last = UMM_AL_QURA_YEARS[-1]
    if (year, month) == (last + 1, 1):
        return _umm_al_qura_month(last, 12) + timedelta(days=Hijri(last, 12, 1).month_length())
    return civil_to_day(year, month, 1)


@cache
def _iran_months() -> dict[tuple[int, int], date]:
    """The published first days of Iran's lunar months."""
    rows = load_tsv("rawi.calendars.data", "iran_lunar_months.tsv", LunarMonth)
    return {(row.year, row.month): date.fromisoformat(row.first_day) for row in rows}


def _iran_month(year: int, month: int) -> date:
    """The first day of a lunar month of Iran."""
    return _iran_months().get((year, month)) or civil_to_day(year, month, 1)
