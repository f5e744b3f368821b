"""Days on a page: named in three calendars in the reader's language, and a month as a table of weeks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import NamedTuple

from markupsafe import Markup

from rawi.calendars import get_calendar, month_span, render_day
from rawi.errors import CalendarError
from rawi.index.months import read_period
from rawi.serve.hidden import show_plain
from rawi.serve.interface import CALENDAR_NAMES, PACKAGE, Interface
from rawi.tables import load_tsv

FIRST_WEEKDAY = {"jalali": 6, "hijri": 6, "gregorian": 1}  # ISO numbers: Saturday, Saturday, Monday


class MonthName(NamedTuple):
    """A row of `months.tsv`."""

    calendar: str
    number: int
    en: str
    fa: str
    ar: str


class WeekdayName(NamedTuple):
    """A row of `weekdays.tsv`; 1 is Monday."""

    number: int
    en: str
    fa: str
    ar: str


@dataclass(frozen=True, slots=True)
class MonthTable:
    """A month of one calendar: its weeks of ISO days, with None where a week begins or ends outside it."""

    calendar: str
    year: int
    month: int
    weekdays: tuple[int, ...]
    weeks: tuple[tuple[str | None, ...], ...]
    earlier: tuple[int, int]
    later: tuple[int, int]


@cache
def _months() -> dict[tuple[str, int], MonthName]:
    """Month names by calendar and number."""
    return {(row.calendar, row.number): row for row in load_tsv(PACKAGE, "months.tsv", MonthName)}


def name_month(ui: Interface, calendar: str, month: int, year: int | None = None) -> str:
    """Name a month, with its year where it is given.

    >>> name_month(Interface("fa"), "jalali", 1, 1397)
    'فروردین ۱۳۹۷'
    """
    name: str = getattr(_months()[calendar, month], ui.language)
    return name if year is None else f"{name} {ui.plain_number(year)}"


def translate_months(typed: str) -> str:
    """Put Persian names for the English names of months, which the date stage does not read.

    The pages write `15 Farvardin 1397` for English readers, so what they show can be typed.

    >>> translate_months("15 farvardin 1397")
    '15 فروردین 1397'
    """
    rows = sorted(_months().values(), key=lambda row: -len(row.en))
    names = {row.en.casefold(): row.fa for row in rows}
    pattern = r"\b(" + "|".join(map(re.escape, names)) + r")\b"
    return re.sub(pattern, lambda found: names[found[0].casefold()], typed, flags=re.IGNORECASE)


def name_period(ui: Interface, label: str) -> Markup:
    """Name a month or year of a facet, and the Gregorian months a month of another calendar reaches into.

    >>> name_period(Interface("en"), "1397-01")
    Markup('<bdi>Farvardin 1397</bdi> <span class="quiet">March 2018 – April 2018</span>')
    """
    period = read_period(label)
    if period is None:
        return Markup('<bdi dir="ltr">{}</bdi>').format(label)
    calendar, year, month = period
    if month is None:
        return Markup("<bdi>{}</bdi>").format(ui.plain_number(year))
    named = Markup("<bdi>{}</bdi>").format(name_month(ui, calendar, month, year))
    if calendar == "gregorian":
        return named
    own = [
        month_of("gregorian", day.isoformat())
        for day in month_span(get_calendar(calendar), year, month)
    ]
    names = " – ".join(dict.fromkeys(name_month(ui, "gregorian", m, y) for y, m in own))
    return Markup('{} <span class="quiet">{}</span>').format(named, names)


def name_weekday(ui: Interface, number: int) -> str:
    """Name a day of the week by its ISO number.

    >>> name_weekday(Interface("en"), 3)
    'Wednesday'
    """
    name: str = getattr(load_tsv(PACKAGE, "weekdays.tsv", WeekdayName)[number - 1], ui.language)
    return name


def read_day(iso: str | None) -> date | None:
    """Read an ISO day; None when it is none, or lies before the year 1."""
    try:
        return date.fromisoformat(iso) if iso and len(iso) == 10 else None
    except ValueError:
        return None


def name_day(ui: Interface, calendar: str, day: date) -> str | None:
    """Write a day in words in one calendar; None where the calendar has not begun.

    >>> name_day(Interface("en"), "jalali", date(2018, 4, 4))
    '15 Farvardin 1397'
    """
    try:
        year, month, number = get_calendar(calendar).from_day(day)
    except CalendarError:
        return None
    # The lunar calendars of Iran and of Saudi Arabia differ in days, not in the names of months.
    return f"{ui.plain_number(number)} {name_month(ui, calendar.split('-')[0], month, year)}"


def day_words(ui: Interface, iso: str) -> str:
    """Write an ISO day in words in the reader's calendar, or as it is where that has no such day.

    >>> day_words(Interface("fa"), "2018-04-04")
    '۱۵ فروردین ۱۳۹۷'
    """
    day = read_day(iso)
    return (name_day(ui, ui.first_calendar, day) if day else None) or iso


def describe_check(ui: Interface, check: str) -> Markup:
    """Say the verdict of a cross-check: a day against its weekday, or against a date in another calendar.

    >>> print(describe_check(Interface("en"), "conflict:weekday"))
    does not agree with the weekday
    >>> print(describe_check(Interface("en"), "suspect:gregorian:+2"))
    hardly agrees with the written date: Gregorian (<bdi dir="ltr">+2</bdi>)
    >>> print(describe_check(Interface("en"), "counted:speaker:2018-04-01"))
    counted from the day it was said, <bdi>1 April 2018</bdi>
    """
    verdict, _, rest = check.partition(":")
    what, _, apart = rest.partition(":")
    if verdict == "counted":
        return ui.say("check.counted", name=Markup("<bdi>{}</bdi>").format(day_words(ui, apart)))
    messages = {
        "agree": "check.agree",
        "suspect": "check.suspect",
        "conflict": "check.conflict_with",
    }
    if verdict not in messages or not what:
        return ui.name_code("check", check)
    with_what = (
        ui.say("check.weekday")
        if what == "weekday"
        else ui.say("check.written", name=ui.name_code("calendar", what))
    )
    said = ui.say(f"verdict.{verdict}", name=with_what)
    return (
        said + Markup(' (<bdi dir="ltr">{}</bdi>)').format(apart) if apart[1:].isdigit() else said
    )


def order_calendars(ui: Interface) -> list[str]:
    """The three calendars, the reader's own first."""
    return sorted(CALENDAR_NAMES, key=lambda name: name != ui.first_calendar)


@lru_cache(maxsize=4096)  # a page of cards names the same few days again and again
def show_day(ui: Interface, iso: str | None) -> Markup:
    """Show a day in three calendars, the reader's first; the Gregorian one as ISO, unless it comes first.

    A lunar day is of Umm al-Qura; where Iran counts another, it carries ±1.
    """
    day = read_day(iso)
    if day is None:
        known = (
            Markup('<bdi dir="ltr">{}</bdi>').format(show_plain(iso))
            if iso
            else ui.say("day.unknown")
        )
        return Markup('<span class="day">{}</span>').format(known)
    shown = []
    for place, calendar in enumerate(order_calendars(ui)):
        words = name_day(ui, calendar, day)
        if calendar == "gregorian" and place:
            shown.append(Markup('<bdi dir="ltr" class="iso">{}</bdi>').format(iso))
        elif words and calendar == "hijri" and is_lunar_doubtful(day):
            shown.append(
                Markup('<bdi>{} <abbr dir="ltr" title="{}">±{}</abbr></bdi>').format(
                    words, ui.say("day.lunar_doubt"), ui.number(1)
                )
            )
        elif words:
            shown.append(Markup("<bdi>{}</bdi>").format(words))
    joined = Markup(' <span class="dot" aria-hidden="true">·</span> ').join(shown)
    return Markup('<time class="day" datetime="{}">{}</time>').format(iso, joined)


def is_lunar_doubtful(day: date) -> bool:
    """Tell whether the lunar calendars of Saudi Arabia and Iran name a day differently."""
    shown = render_day(day)
    return shown.hijri != shown.hijri_iran


def make_month(calendar: str, year: int, month: int) -> MonthTable:
    """Lay out a month as weeks, from the calendar's own first weekday on.

    Raises:
        CalendarError: the calendar has no such month.
    """
    first, last = month_span(get_calendar(calendar), year, month)
    opening = FIRST_WEEKDAY[calendar]
    weekdays = tuple((opening - 1 + i) % 7 + 1 for i in range(7))
    before = (first.isoweekday() - opening) % 7
    days: list[str | None] = [None] * before
    days += [(first + timedelta(i)).isoformat() for i in range((last - first).days + 1)]
    days += [None] * (-len(days) % 7)
    weeks = tuple(tuple(days[i : i + 7]) for i in range(0, len(days), 7))
    earlier = (year - 1, 12) if month == 1 else (year, month - 1)
    later = (year + 1, 1) if month == 12 else (year, month + 1)
    return MonthTable(calendar, year, month, weekdays, weeks, earlier, later)


def month_of(calendar: str, iso: str) -> tuple[int, int]:
    """The year and month of an ISO day in a calendar; of 2000-01-01 when it is no day of that calendar."""
    try:
        year, month, _ = get_calendar(calendar).from_day(read_day(iso) or date(2000, 1, 1))
    except CalendarError:
        year, month, _ = get_calendar(calendar).from_day(date(2000, 1, 1))
    return year, month


def day_number(ui: Interface, calendar: str, iso: str) -> str:
    """The number of a day in its month."""
    day = read_day(iso)
    return ui.plain_number(get_calendar(calendar).from_day(day).day) if day else ""


def months_of(calendar: str, days: Sequence[str]) -> list[tuple[int, int]]:
    """The months of a calendar that have one of these ISO days, in order."""
    return sorted({month_of(calendar, iso) for iso in days if read_day(iso)})
