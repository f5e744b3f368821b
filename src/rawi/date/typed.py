"""Days and ranges of days as people type them in a query: any calendar, digits or words.

Not part of the walk of a document; the query parser and the command line call it.
"""

import re

from rawi.date.anchor import guess_language
from rawi.date.find import find_in_sentence
from rawi.date.native import days_of
from rawi.date.numeric import GREGORIAN_FROM, LUNAR_FROM, read_numeric
from rawi.date.reckon import is_relative
from rawi.date.resolve import day_count_name
from rawi.errors import CalendarError
from rawi.facts import Sentence
from rawi.lang import LANGUAGES
from rawi.lang.folding import squeeze
from rawi.text import Span

FIRST_DAY, LAST_DAY = "0001-01-01", "9999-12-31"
_PREFIX = re.compile(r"(jalali|hijri-iran|hijri|gregorian)[:\s]\s*(.+)")
_FULL = re.compile(r"\d{1,4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,4}")
_YEAR_MONTH = re.compile(r"(\d{4})\s?[-/.]\s?(\d{1,2})")
_YEAR = re.compile(r"\d{4}")


def parse_day_range(text: str) -> tuple[str, str] | None:
    """Read a day, month, year or range as typed; give its first and last day as ISO strings, None if it is none.

    Understood: `2018-04-04`, `1397/01/15`, `1397/01`, `1397`, `1439/07` (lunar from 1430 on), `۱۷ رجب ۱۴۳۹`, `15 فروردین 1397`, `نيسان 2018`, the
    same with a calendar before it (`hijri:1439-07-17`), and ranges with two dots, open at one end if need be.
    A date without its year is none: there is nothing to count it from.

    >>> parse_day_range("1397/01/15")
    ('2018-04-04', '2018-04-04')
    >>> parse_day_range("1397/01..1397/03")
    ('2018-03-21', '2018-06-21')
    >>> parse_day_range("۱۷ رجب ۱۴۳۹")
    ('2018-04-04', '2018-04-04')
    >>> parse_day_range("1397/07/31") is None
    True
    """
    first, dots, last = text.partition("..")
    if not dots:
        return _parse_one(first)
    start = _parse_one(first) if first.strip() else (FIRST_DAY, FIRST_DAY)
    end = _parse_one(last) if last.strip() else (LAST_DAY, LAST_DAY)
    if start is None or end is None or start[0] > end[1]:
        return None
    return start[0], end[1]


def names_calendar(text: str) -> bool:
    """Tell whether a typed day says its calendar before it: `hijri:1439-07-17`."""
    return _PREFIX.fullmatch(squeeze(text).strip()) is not None


def _parse_one(text: str) -> tuple[str, str] | None:
    """Read one day, month or year."""
    folded = squeeze(text).strip()
    prefixed = _PREFIX.fullmatch(folded)
    calendar = prefixed[1] if prefixed else None
    digits = prefixed[2].strip() if prefixed else folded
    native = _native_of_digits(digits, calendar)
    if native:
        return _days(*native)
    return None if calendar else _parse_words(text)


def _native_of_digits(digits: str, calendar: str | None) -> tuple[str, str] | None:
    """The native date of digits and the calendar to count it in, None if they are no date."""
    if _FULL.fullmatch(digits):
        read = read_numeric(digits, "fa")
        if read is None or is_relative(read[0]):
            return None
        return read[0], calendar or read[1]
    month = _YEAR_MONTH.fullmatch(digits)
    if month:
        return f"{month[1]}-{int(month[2]):02}", calendar or _calendar_of_year(int(month[1]))
    if _YEAR.fullmatch(digits):
        return digits, calendar or _calendar_of_year(int(digits))
    return None


def _calendar_of_year(year: int) -> str:
    """The calendar of a typed year, if no prefix or era says it."""
    return "jalali" if year < LUNAR_FROM else "hijri" if year < GREGORIAN_FROM else "gregorian"


def _parse_words(text: str) -> tuple[str, str] | None:
    """Read a date in words that fills the text, in its likelier language first."""
    text = text.strip()
    likely = guess_language(text)
    for language in sorted(LANGUAGES, key=lambda code: code != likely):
        for found in find_in_sentence(text, Sentence(Span(0, len(text)), language), 0):
            reading = found.reading
            fills = found.span == Span(0, len(text))
            if fills and reading.value and reading.calendar and not reading.reason:
                if is_relative(reading.value) or reading.value.startswith("P"):
                    continue
                days = _days(reading.value, day_count_name(reading.calendar, language))
                if days:
                    return days
    return None


def _days(native: str, calendar: str) -> tuple[str, str] | None:
    """The days of a native date, None if its calendar has no such day."""
    try:
        return days_of(native, calendar)
    except CalendarError:
        return None
