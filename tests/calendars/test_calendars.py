"""The calendars: laws, days that do not exist, and what other libraries say."""

from datetime import date, timedelta
from pathlib import Path

import jdatetime
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.calendars import CALENDARS, Calendar, get_calendar, month_span, render_day, year_span
from rawi.calendars.lunar import civil_from_day, civil_to_day
from rawi.errors import CalendarError

ALL = [pytest.param(calendar, id=name) for name, calendar in CALENDARS.items()]
# Every calendar has begun, and none leaves the years of `datetime`.
DAYS = st.dates(date(700, 1, 1), date(2500, 12, 31))
# What ICU says, kept as a table since PyICU needs a C library to build: tools/build_icu_months.py.
ICU = Path(__file__).parent / "icu_months.tsv"


@pytest.mark.parametrize("calendar", ALL)
@given(day=DAYS)
def test_a_day_written_and_read_is_the_same_day(calendar: Calendar, day: date) -> None:
    assert calendar.to_day(*calendar.from_day(day)) == day


@pytest.mark.parametrize("calendar", ALL)
@given(day=DAYS)
def test_the_next_day_is_written_later(calendar: Calendar, day: date) -> None:
    assert calendar.from_day(day) < calendar.from_day(day + timedelta(days=1))


@pytest.mark.parametrize("calendar", ALL)
@given(year=st.integers(200, 1800), month=st.integers(-1, 14), day=st.integers(-1, 33))
def test_a_written_date_is_its_day_or_an_error(
    calendar: Calendar, year: int, month: int, day: int
) -> None:
    try:
        found = calendar.to_day(year, month, day)
    except CalendarError:
        return
    assert tuple(calendar.from_day(found)) == (year, month, day)


@pytest.mark.parametrize("calendar", ALL)
@given(year=st.integers(200, 1800), month=st.integers(1, 12))
def test_months_fill_their_year_without_gap(calendar: Calendar, year: int, month: int) -> None:
    first, last = month_span(calendar, year, month)
    assert year_span(calendar, year)[0] <= first <= last <= year_span(calendar, year)[1]
    following = (year, month + 1) if month < 12 else (year + 1, 1)
    assert month_span(calendar, *following)[0] == last + timedelta(days=1)


@pytest.mark.parametrize(
    ("calendar", "written"),
    [
        ("jalali", (1397, 7, 31)),
        ("jalali", (1396, 12, 30)),
        ("jalali", (1404, 12, 30)),
        ("jalali", (1397, 0, 1)),
        ("gregorian", (2018, 2, 29)),
        ("gregorian", (2018, 4, 31)),
        ("hijri", (1439, 1, 31)),
        ("hijri", (1439, 13, 1)),
        ("hijri", (0, 1, 1)),
        ("hijri-iran", (1439, 1, 30)),
        ("hijri-iran", (1200, 2, 30)),
    ],
)
def test_an_impossible_day_is_refused(calendar: str, written: tuple[int, int, int]) -> None:
    with pytest.raises(CalendarError):
        get_calendar(calendar).to_day(*written)


@pytest.mark.parametrize("calendar", ["jalali", "hijri", "hijri-iran"])
def test_a_day_before_the_calendar_begins_is_refused(calendar: str) -> None:
    with pytest.raises(CalendarError):
        get_calendar(calendar).from_day(date(600, 1, 1))


@pytest.mark.parametrize(
    ("calendar", "written", "day"),
    [
        ("jalali", (1397, 1, 15), "2018-04-04"),
        ("jalali", (1399, 12, 30), "2021-03-20"),
        ("jalali", (1403, 12, 30), "2025-03-20"),
        ("hijri", (1439, 7, 17), "2018-04-03"),
        ("hijri-iran", (1439, 7, 17), "2018-04-04"),
        ("hijri", (1444, 9, 1), "2023-03-23"),
        ("hijri-iran", (1326, 5, 23), "1908-06-23"),
        ("hijri", (201, 1, 1), "0816-08-03"),
    ],
)
def test_known_days(calendar: str, written: tuple[int, int, int], day: str) -> None:
    assert get_calendar(calendar).to_day(*written) == date.fromisoformat(day)


@pytest.mark.parametrize("year", range(1200, 1500, 7))
def test_jalali_months_begin_where_jdatetime_says(year: int) -> None:
    for month in range(1, 13):
        expected = jdatetime.date(year, month, 1).togregorian()
        found = get_calendar("jalali").to_day(year, month, 1)
        assert (found.year, found.month, found.day) == (
            expected.year,
            expected.month,
            expected.day,
        )


@pytest.mark.parametrize("name", ["jalali", "hijri"])
def test_months_begin_where_icu_says(name: str) -> None:
    rows = [line.split("\t") for line in ICU.read_text("utf-8").splitlines()[2:]]
    there = {(int(year), month): day for calendar, year, days in rows if calendar == name
             for month, day in enumerate(days.split(), 1)}  # fmt: skip
    here = {(year, month): str(get_calendar(name).to_day(year, month, 1)) for year, month in there}
    assert len(there) >= 12 * 24
    assert here == there


@given(day=DAYS)
def test_the_arithmetic_lunar_calendar_goes_there_and_back(day: date) -> None:
    assert civil_to_day(*civil_from_day(day)) == day


@given(day=st.dates(date(1925, 1, 1), date(2026, 3, 1)))
def test_iran_and_saudi_arabia_are_never_three_days_apart(day: date) -> None:
    year, month, number = get_calendar("hijri").from_day(day)
    try:
        there = get_calendar("hijri-iran").to_day(year, month, number)
    except CalendarError:
        assert number == 30  # a month may be shorter over there
        return
    assert abs((there - day).days) < 3


def test_a_day_is_shown_in_all_calendars_and_what_is_not_published_is_told() -> None:
    shown = render_day(date(2018, 4, 4))
    assert (shown.gregorian, shown.jalali) == ("2018-04-04", "1397-01-15")
    assert (shown.hijri, shown.hijri_iran) == ("1439-07-18", "1439-07-17")
    assert shown.hijri_published
    assert shown.hijri_iran_published
    assert not render_day(date(1700, 1, 1)).hijri_published
    assert render_day(date(600, 1, 1)).jalali is None


def test_an_unknown_calendar_is_no_calendar() -> None:
    with pytest.raises(KeyError):
        get_calendar("french republican")
