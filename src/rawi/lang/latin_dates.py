"""The names of months and weekdays in Latin letters, as pages in Persian and Arabic print them. Floor 2."""

from functools import cache

import msgspec

from rawi.tables import load_toml


class LatinDates(msgspec.Struct, forbid_unknown_fields=True):
    """The contents of `latin_dates.toml`: twelve lists a calendar, seven of weekdays, Monday first."""

    weak: list[str]
    faint: list[str]
    jalali: list[list[str]]
    gregorian: list[list[str]]
    hijri: list[list[str]]
    weekdays: list[list[str]]


@cache
def read_latin_dates() -> LatinDates:
    """Read the table.

    >>> read_latin_dates().gregorian[10]
    ['November', 'Nov']
    """
    table: LatinDates = load_toml("rawi.lang.shared", "latin_dates.toml", LatinDates)
    return table
