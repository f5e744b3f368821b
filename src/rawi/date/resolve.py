"""From a reading to a `Timex`: grounded on the anchor where it needs one, put into days, or refused with a reason."""

import re
from dataclasses import replace
from datetime import date
from typing import Literal

from rawi.calendars import CALENDARS
from rawi.date.native import LAST_DAY, days_of, timex_value
from rawi.date.readings import Reading
from rawi.date.reckon import ground, is_relative
from rawi.errors import CalendarError
from rawi.facts import Timex
from rawi.text import Span

_YEARLESS_DAY = re.compile(r"XXXX-(\d\d-\d\d)(?!\d)")
# Years of which one has each day the calendar has at all: leap years, and lunar years whose long months differ.
_SOME_YEARS = {
    "gregorian": (2020,),
    "jalali": (1399,),
    "hijri": range(1400, 1420),
    "hijri-iran": range(1400, 1420),
}
# Whose lunar calendar a text in a language counts in, unless a date beside it tells otherwise.
LUNAR = {"fa": "hijri-iran", "ar": "hijri"}


def day_count_name(calendar: str, language: str) -> str:
    """Name the calendar to count in: a lunar date is counted as the country of the text does.

    >>> day_count_name("hijri", "fa"), day_count_name("jalali", "fa")
    ('hijri-iran', 'jalali')
    """
    return LUNAR.get(language, "hijri") if calendar == "hijri" else calendar


def resolve_reading(
    reading: Reading, span: Span, rule: str, language: str, anchor: date | None
) -> Timex:
    """Resolve a reading against the anchor day; without one, a relative value stays as it is."""
    certainty: Literal["high", "low"] = "low" if reading.certainty == "low" else "high"
    value, calendar = reading.value, reading.calendar
    refused = Timex(
        span, None, None, None, None, reading.grain, "refused", rule, reason=reading.reason
    )
    doubtful = reading.near is not None
    if value is None or calendar is None or (reading.reason and not doubtful):
        return refused
    timex = Timex(
        span, value, None, None, calendar, reading.grain, reading.kind, rule,
        certainty=certainty, alternatives=reading.alternatives,
        variant=day_count_name(calendar, language) if calendar == "hijri" else None,
    )  # fmt: skip
    placed = place(timex, day_count_name(calendar, language), anchor)
    if reading.near and not _is_near(placed, anchor, reading.near):
        return refused
    return replace(placed, certainty="low") if doubtful else placed


def _is_near(timex: Timex, anchor: date | None, near: tuple[int, int]) -> bool:
    """Tell whether a date begins in the days before or after the anchor in which news names it without its year."""
    if anchor is None or timex.earliest is None or timex.earliest.startswith("-"):
        return anchor is None
    before, after = near
    return -before <= (date.fromisoformat(timex.earliest) - anchor).days <= after


def _has_day(target: str, count: str) -> bool:
    """Tell whether some year of a calendar has a month and day: none has the 31st of Mehr."""
    for year in _SOME_YEARS[count]:
        try:
            days_of(f"{year}-{target}", count)
        except CalendarError:
            continue
        return True
    return False


def place(timex: Timex, count: str, anchor: date | None) -> Timex:
    """Put a timex into days, counted in calendar `count`; refuse a day that calendar does not have."""
    value = timex.value or ""
    target = _YEARLESS_DAY.search(value)
    never = target is not None and not _has_day(target[1], count)
    if is_relative(value) and anchor is None and not never:
        return timex
    try:
        if never:
            raise CalendarError(f"no year of the {count} calendar has {value}")
        native = ground(value, count, timex.grain, anchor) if anchor else value
        days = days_of(native, count)
        if f"-{LAST_DAY}" in native:
            native = str(CALENDARS[count].from_day(date.fromisoformat(days[0])))
    except CalendarError:
        return Timex(
            timex.span, None, None, None, None, timex.grain, "refused", timex.rule,
            native=None if is_relative(value) else value, reason="impossible",
        )  # fmt: skip
    return Timex(
        timex.span,
        timex_value(native, count, days),
        days[0],
        days[1],
        timex.calendar,
        timex.grain,
        timex.kind,
        timex.rule,
        native=native,
        checks=timex.checks,
        certainty=timex.certainty,
        alternatives=timex.alternatives,
        variant=timex.variant,
    )
