"""Dates without an anchor keep their relative value, and are resolved when the story gives the day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.date import find_dates, resolve_relative
from rawi.date.native import days_of
from rawi.date.reckon import ground, is_relative, week_start
from rawi.errors import CalendarError
from rawi.facts import Anchor, Sentence, Timex
from rawi.text import Span, Text

EXPRESSIONS = [
    ("fa", "دیروز", "A-1d"),
    ("fa", "فردا شب", "A+1dTNI"),
    ("fa", "هفته گذشته", "A-1w"),
    ("fa", "ماه آینده", "A+1m"),
    ("fa", "پارسال", "A-1y"),
    ("fa", "دو سال پیش", "A-2y"),
    ("fa", "دوشنبه گذشته", "A<WD0"),
    ("fa", "۱۵ فروردین", "A?XXXX-01-15"),
    ("fa", "۱۵ فروردین سال گذشته", "A-1y:01-15"),
    ("fa", "۱۵ فروردین ۹۷", "A^97-01-15"),
    ("fa", "۵ تا ۱۰ فروردین", "A?XXXX-01-05/A?XXXX-01-10"),
    ("fa", "تابستان گذشته", "A<XXXX-SU"),
    ("ar", "أمس", "A-1d"),
    ("ar", "الأسبوع المقبل", "A+1w"),
    ("ar", "الجمعة قبل الماضية", "A<<WD4"),
    ("ar", "الثالث من الشهر الماضي", "A-1m:03"),
    ("ar", "رمضان الماضي", "A<XXXX-09"),
    ("ar", "القرن الماضي", "A-1c"),
    ("ar", "الربع الأول من العام الجاري", "A+0y:Q1"),
]


def find_one(language: str, text: str, day: date | None) -> Timex:
    sentence = Sentence(Span(0, len(text)), language)
    (timex,) = find_dates(Text.untouched(text), (sentence,), Anchor(day, "published"))
    return timex


@pytest.mark.parametrize(("language", "text", "value"), EXPRESSIONS)
def test_without_an_anchor_the_relative_value_stays(language: str, text: str, value: str) -> None:
    timex = find_one(language, text, None)
    assert (timex.value, timex.earliest, timex.latest, timex.reason) == (value, None, None, None)


@pytest.mark.parametrize(("language", "text", "value"), EXPRESSIONS)
@given(day=st.dates(date(1990, 1, 1), date(2040, 1, 1)))
def test_resolving_later_gives_what_an_anchor_gives_at_once(
    language: str, text: str, value: str, day: date
) -> None:
    assert is_relative(value)
    assert resolve_relative([find_one(language, text, None)], day) == (
        find_one(language, text, day),
    )


def test_what_was_resolved_once_is_not_touched() -> None:
    timex = find_one("fa", "دیروز", date(2018, 4, 4))
    assert resolve_relative([timex], date(2020, 1, 1)) == (timex,)


def test_a_refused_date_stays_refused() -> None:
    timex = find_one("fa", "۳۱ مهر ۱۳۹۷", None)
    assert timex.reason == "impossible"
    assert resolve_relative([timex], date(2020, 1, 1)) == (timex,)


@given(day=st.dates(date(1800, 1, 1), date(2100, 1, 1)), weekday=st.integers(0, 6))
def test_weekdays_lie_within_a_week_of_the_anchor(day: date, weekday: int) -> None:
    for how, low, high in (
        ("<", -7, -1),
        ("<=", -6, 0),
        (">", 1, 7),
        (">=", 0, 6),
        ("<<", -14, -8),
    ):
        found = date.fromisoformat(ground(f"A{how}WD{weekday}", "gregorian", "day", day))
        assert found.weekday() == weekday
        assert low <= (found - day).days <= high


@given(day=st.dates(date(1800, 1, 1), date(2100, 1, 1)), shift=st.integers(-50, 50))
def test_weeks_begin_on_saturday_and_hold_seven_days(day: date, shift: int) -> None:
    first, last = map(
        date.fromisoformat, days_of(ground(f"A{shift:+d}w", "gregorian", "week", day), "gregorian")
    )
    assert first.weekday() == 5
    assert last - first == timedelta(days=6)
    assert first == week_start(day) + timedelta(weeks=shift)


@given(
    day=st.dates(date(1930, 1, 1), date(2026, 1, 1)),
    month=st.integers(1, 12),
    number=st.integers(1, 29),
    calendar=st.sampled_from(["jalali", "gregorian", "hijri", "hijri-iran"]),
)
def test_the_last_day_of_the_year_and_the_next_surround_the_anchor(
    day: date, month: int, number: int, calendar: str
) -> None:
    target = f"{month:02}-{number:02}"
    try:
        last = date.fromisoformat(
            days_of(ground(f"A<=XXXX-{target}", calendar, "day", day), calendar)[0]
        )
        coming = date.fromisoformat(
            days_of(ground(f"A>XXXX-{target}", calendar, "day", day), calendar)[0]
        )
    except CalendarError:
        return  # 29 February in years without one nearby
    assert last <= day < coming
    assert (coming - last).days <= 366 or target == "02-29"


@pytest.mark.parametrize("value", ["A", "A-1", "A-1z", "A<<", "A^5", "A?XXXX-", "Aha"])
def test_a_malformed_value_is_an_error(value: str) -> None:
    with pytest.raises(CalendarError):
        ground(value, "gregorian", "day", date(2018, 4, 4))


@pytest.mark.parametrize("native", ["", "x", "2018-4-4", "2018-13", "2018-02-30", "2018-Q5", "XX"])
def test_a_malformed_native_date_is_an_error(native: str) -> None:
    with pytest.raises((CalendarError, ValueError)):
        days_of(native, "gregorian")
