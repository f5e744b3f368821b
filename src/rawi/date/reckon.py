"""Dates counted from the anchor day: written as a short value while the anchor is unknown, grounded when it is.

| value | means |
|---|---|
| `A-1d`, `A+2w`, `A-3m`, `A+1y`, `A-1c` | so many days, weeks, months, years, centuries from the anchor |
| `A<WD5`, `A<=WD5`, `A>WD5`, `A>=WD5`, `A~WD5` | the nearest Saturday (Monday is 0) before, up to, after, from the anchor on, of all; `<<` and `>>` the one beyond it |
| `A<=XXXX-11-22`, `A>XXXX-11`, `A<XXXX-SU` | the nearest such day, month or season of the year |
| `A?XXXX-11-22` | the last, unless the coming one is many times nearer: the text tells neither past nor future |
| `A~XXXX-11-22` | the nearest: the text tells of it as news does, and not on which side it lies |
| `A<=XXXX-06-10WD5` | the nearest 10 June that is a Saturday |
| `A-1w:WD5`, `A-1m:03`, `A-1y:11-22`, `A+0y:Q2` | the Saturday of last week, the third of last month, … |
| `A-136y:=` | this day so many years ago (`۱۳۶ سال پیش در چنین روزی`) |
| `A~y`, `A~y:01-01` | the year that begins nearest by (`سال جدید`), a day of it |
| `A^57-11-22` | a year of two digits |
| `op/op` | from one to the other |

A part of day or clock time may follow, as in a native date (`A-1dTMO`). Weeks begin on Saturday.
Example: `ground("A-1d", "jalali", "day", date(2018, 4, 4))` is the native date `1397-01-14`.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from rawi.calendars import CALENDARS, year_span
from rawi.date.native import days_of
from rawi.errors import CalendarError

SATURDAY = 5
SAME_DAY = "="
# A yearless date with no tense beside it is past unless the coming one is this many times nearer (development gold).
NEARER = 3
# A weekday with no tense beside it is the last one, unless it is as far back as this and comes tomorrow.
LAST_WEEKDAY = 5
DAYS_OF_WEEK = 7
MONTHS_OF_A_NEW_YEAR = 6
# The solar year a text that counts in this lunar calendar calls this year.
_HOME_OF_LUNAR = {"hijri-iran": "jalali", "hijri": "gregorian"}
_SEARCHED_YEARS = (
    9  # how far a date with a weekday is looked for; 29 February of a weekday may be farther
)

_RELATIVE = re.compile(
    r"A(?:(?P<near>~y)(?::(?P<first>[\d-]+))?|(?P<shift>[+-]\d+)(?P<unit>[dwmyc])(?::(?P<within>.+?))?"
    r"|(?P<how>[?~]|<<|<=|<|>>|>=|>)(?:WD(?P<weekday>\d)|XXXX-(?P<target>.+?)(?:WD(?P<fits>\d))?)"
    r"|\^(?P<short>\d\d)(?P<rest>(?:-.+?)?))"
    r"(?P<clock>T(?:[A-Z]{2}|\d\d:\d\d).*)?"
)


def is_relative(value: str) -> bool:
    """Tell whether a value still waits for its anchor.

    >>> is_relative("A-1d"), is_relative("2018-04-04")
    (True, False)
    """
    return value.startswith("A") or "/A" in value


def month_day_of(value: str | None) -> str:
    """The month and day, or the season, of a value that leaves the year open; "" of any other.

    >>> month_day_of("A<=XXXX-11-22"), month_day_of("2018-04-04")
    ('11-22', '')
    """
    return (value or "").partition("XXXX-")[2]


def ground(value: str, calendar: str, grain: str | None, anchor: date) -> str:
    """Write a relative value as a native date of `calendar`, counted from the anchor day.

    >>> ground("A-1d", "jalali", "day", date(2018, 4, 4))
    '1397-01-14'
    >>> ground("A<=XXXX-11-22", "jalali", "day", date(2018, 4, 4))
    '1396-11-22'
    >>> ground("A-1w:WD5", "gregorian", "day", date(2018, 4, 4))
    '2018-03-24'

    Raises:
        CalendarError: the calendar has no such day, or the value is none of those above.
    """
    if "/" in value:
        return _ground_range(*value.split("/"), calendar=calendar, grain=grain, anchor=anchor)
    if not is_relative(value):
        return value
    found = _RELATIVE.fullmatch(value)
    if found is None:
        raise CalendarError(f"{value!r} is no date counted from an anchor")
    clock = found["clock"] or ""
    try:
        if found["short"]:
            return _long_year(int(found["short"]), calendar, anchor) + found["rest"] + clock
        if found["near"]:
            year, month, _ = CALENDARS[calendar].from_day(anchor)
            first = f"-{found['first']}" if found["first"] else ""
            return f"{year + (month > MONTHS_OF_A_NEW_YEAR):04}{first}{clock}"
        if found["weekday"]:
            day = _nearest_weekday(int(found["weekday"]), found["how"], anchor)
            return _write(day, calendar) + clock
        if found["target"]:
            return _nearest(found["target"], found["fits"], found["how"], calendar, anchor) + clock
        shift, unit = int(found["shift"]), found["unit"]
        return _shifted(shift, unit, found["within"], calendar, grain, anchor) + clock
    except OverflowError as error:
        raise CalendarError(f"{value} from {anchor} lies outside the years 1 to 9999") from error


def _ground_range(first: str, last: str, *, calendar: str, grain: str | None, anchor: date) -> str:
    """Ground both ends so that they belong together: in one year, or in one week."""
    start, end = _RELATIVE.fullmatch(first), _RELATIVE.fullmatch(last)
    if start and end and start["weekday"] and end["weekday"]:
        length = timedelta(days=(int(end["weekday"]) - int(start["weekday"])) % 7)
        if start["how"].startswith("<"):
            day = _nearest_weekday(int(end["weekday"]), end["how"], anchor)
            return f"{_write(day - length, calendar)}/{_write(day, calendar)}"
        day = _nearest_weekday(int(start["weekday"]), start["how"], anchor)
        return f"{_write(day, calendar)}/{_write(day + length, calendar)}"
    head = ground(first, calendar, grain, anchor)
    if end and end["target"]:
        head = _begun(start, end["target"], calendar, anchor) or head
        tail = _end_behind(head, end["target"], calendar)
    else:
        tail = ground(last, calendar, grain, anchor)
        if end and end["unit"] == "w" and end["within"] and tail < head:
            # من الثلاثاء حتى السبت من الأسبوع المقبل: that week does not end on Friday
            ahead = CALENDARS[calendar].to_day(*map(int, tail.split("-"))) + timedelta(weeks=1)
            tail = _write(ahead, calendar)
        if end and end["unit"] == "y" and end["within"]:  # من 28 ديسمبر الجاري إلى 9 يناير
            tail = _end_behind(f"{tail[:4]}{head[4:]}", end["within"], calendar)
    return f"{head}/{tail}"


def _begun(start: re.Match[str] | None, last: str, calendar: str, anchor: date) -> str | None:
    """The beginning of a run of days the anchor lies in, told as to come: `تا ۲۲ بهمن ... خواهد کرد` on 15 Bahman."""
    if start is None or not start["target"] or start["how"] not in (">=", "?", "~"):
        return None
    try:
        head = _nearest(start["target"], None, "<=", calendar, anchor)
        tail = _end_behind(head, last, calendar)
    except CalendarError:
        return None
    return head if date.fromisoformat(days_of(tail, calendar)[1]) >= anchor else None


def _end_behind(head: str, target: str, calendar: str) -> str:
    """The end of a run that begins at `head`: in its year, or the next if that comes before it."""
    tail = f"{head[:4]}-{target}"
    if days_of(tail, calendar)[1] < days_of(head, calendar)[0]:
        return f"{int(head[:4]) + 1:04}-{target}"
    return tail


def _shifted(
    shift: int, unit: str, within: str | None, calendar: str, grain: str | None, anchor: date
) -> str:
    """Count units from the anchor and take the whole unit, or what lies within it."""
    if unit == "d":
        return _write(anchor + timedelta(days=shift), calendar)
    if unit == "w":
        if grain == "day" and within is None:
            return _write(anchor + timedelta(weeks=shift), calendar)
        first = week_start(anchor) + timedelta(weeks=shift)
        if within:
            weekday = int(within.removeprefix("WD"))
            return _write(first + timedelta(days=(weekday - SATURDAY) % 7), calendar)
        return f"{_write(first, calendar)}/{_write(first + timedelta(days=6), calendar)}"
    if unit == "y" and within and calendar in _HOME_OF_LUNAR:
        return _lunar_of_year(shift, within, calendar, anchor)
    year, month, day = CALENDARS[calendar].from_day(anchor)
    if unit == "c":
        return f"{year // 100 + shift:02}{within or 'X'}X"
    if unit == "y":
        native = f"{year + shift:04}"
    else:
        months = year * 12 + month - 1 + shift
        native = f"{months // 12:04}-{months % 12 + 1:02}"
    if within == SAME_DAY:
        within = f"{month:02}-{day:02}" if unit == "y" else f"{day:02}"
    native += f"-{within}" if within else ""
    days_of(native, calendar)
    return native


def _lunar_of_year(shift: int, within: str, calendar: str, anchor: date) -> str:
    """A lunar day or month of a year in words: `عید فطر امسال` is that of the Jalali year, the first if it has two."""
    home = CALENDARS[_HOME_OF_LUNAR[calendar]]
    first, _ = year_span(home, home.from_day(anchor).year + shift)
    year = CALENDARS[calendar].from_day(first).year
    for lunar in (year, year + 1):
        native = f"{lunar:04}-{within}"
        if date.fromisoformat(days_of(native, calendar)[1]) >= first:
            break
    return native


def _nearest_weekday(weekday: int, how: str, anchor: date) -> date:
    """The weekday before or after the anchor, or the nearer (`~`); `<=` and `>=` may be the anchor itself."""
    back = (anchor.weekday() - weekday) % 7
    if how == "~":  # the nearer of two
        return anchor + timedelta(days=-back if back <= DAYS_OF_WEEK // 2 else DAYS_OF_WEEK - back)
    if how.startswith("<") or (how == "?" and back <= LAST_WEEKDAY):
        if how in ("<", "<<"):
            back = (back or 7) + (7 if how == "<<" else 0)
        return anchor - timedelta(days=back)
    ahead = (weekday - anchor.weekday()) % 7
    if how in (">", ">>"):
        ahead = (ahead or 7) + (7 if how == ">>" else 0)
    return anchor + timedelta(days=ahead)


def _nearest(target: str, fits: str | None, how: str, calendar: str, anchor: date) -> str:
    """The nearest year's day, month or season; one that falls on weekday `fits` if that is told."""
    past = next(_candidates(target, fits, how, calendar, anchor, -1), None)
    if how.startswith("<") and past:
        return past
    ahead = next(_candidates(target, fits, how, calendar, anchor, 1), None)
    if how.startswith(">") and ahead:
        return ahead
    if (
        fits
        and how.startswith("<")
        and ahead
        and int(ahead[:4]) > CALENDARS[calendar].from_day(anchor).year
    ):
        # What is told as past is not years ahead because only there the weekday fits.
        return _nearest(target, None, how, calendar, anchor)
    if past and ahead:
        since = (anchor - date.fromisoformat(days_of(past, calendar)[1])).days
        until = (date.fromisoformat(days_of(ahead, calendar)[0]) - anchor).days
        return ahead if since > (1 if how == "~" else NEARER) * max(until, 1) else past
    if past or ahead:
        return past or ahead or ""
    if fits:
        # No year nearby has the day on that weekday: the weekday is wrong, which a cross-check will tell.
        return _nearest(target, None, how, calendar, anchor)
    raise CalendarError(f"no year near {anchor} has {target} in the {calendar} calendar")


def _candidates(
    target: str, fits: str | None, how: str, calendar: str, anchor: date, step: int
) -> Iterator[str]:
    """The target of years going back (step -1) or on (step 1) from the anchor's, nearest first."""
    year = CALENDARS[calendar].from_day(anchor).year - step
    for candidate in islice(
        iter(range(year, year + step * _SEARCHED_YEARS, step)), _SEARCHED_YEARS
    ):
        if candidate < 1:
            continue
        native = f"{candidate:04}-{target}"
        try:
            first, last = map(date.fromisoformat, days_of(native, calendar))
        except CalendarError:
            continue  # this year has no such day: 29 February, 30 Esfand
        if fits and first.weekday() != int(fits):
            continue
        if step < 0 and (last < anchor if how == "<" else first <= anchor):
            yield native
        if step > 0 and (first > anchor if how == ">" else last >= anchor):
            yield native


def _long_year(short: int, calendar: str, anchor: date) -> str:
    """The year a two-digit one stands for: of this century if it has come or comes next, else of the last.

    >>> _long_year(57, "jalali", date(2018, 4, 4)), _long_year(5, "jalali", date(2026, 4, 4))
    ('1357', '1405')
    """
    year = CALENDARS[calendar].from_day(anchor).year
    century = (year + 1) // 100 * 100
    return f"{century + short if century + short <= year + 1 else century - 100 + short:04}"


def week_start(day: date) -> date:
    """The Saturday on or before a day."""
    return day - timedelta(days=(day.weekday() - SATURDAY) % 7)


def _write(day: date, calendar: str) -> str:
    """A day as a native date."""
    return str(CALENDARS[calendar].from_day(day))
