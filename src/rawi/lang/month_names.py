"""The names of months: of a language, and those in Latin letters that pages in Persian and Arabic print. Floor 2."""

from functools import cache

import msgspec

from rawi.tables import load_toml


class Months(msgspec.Struct, forbid_unknown_fields=True):
    """The contents of a `months.toml`: twelve lists a calendar; `weak` and `faint` are common words, too."""

    weak: list[str]
    faint: list[str]
    jalali: list[list[str]]
    gregorian: list[list[str]]
    hijri: list[list[str]]


class LatinDates(Months, forbid_unknown_fields=True):
    """The contents of `latin_dates.toml`: months, and seven lists of weekdays, Monday first."""

    weekdays: list[list[str]]


@cache
def read_latin_dates() -> LatinDates:
    """Read the table.

    >>> read_latin_dates().gregorian[10]
    ['November', 'Nov']
    """
    table: LatinDates = load_toml("rawi.lang.shared", "latin_dates.toml", LatinDates)
    return table
