"""The tables dates are read with, as rows: words, numbers, months, weekdays and feasts of one language."""

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from rawi.lang import table_package
from rawi.lang.folding import squeeze
from rawi.lang.month_names import Months, read_latin_dates
from rawi.tables import load_toml, load_tsv


class WordRow(NamedTuple):
    """A row of `date_words.tsv` or `number_words.tsv`; named `class` there, a word Python keeps for itself."""

    word: str
    kind: str
    value: str = ""


class Weekdays(msgspec.Struct, forbid_unknown_fields=True):
    """The contents of `weekdays.toml`."""

    names: list[list[str]]
    weak: list[str]


class HolidayRow(NamedTuple):
    """A row of `holidays.tsv`: a named day, or days `05..07`, of a calendar's month."""

    name: str
    calendar: str
    month: int
    days: str
    note: str = ""


def read_entries(language: str) -> Iterator[tuple[str, str, str]]:
    """All date words of a language as (word, kind, value)."""
    package = table_package(language)
    yield from load_tsv(package, "date_words.tsv", WordRow)
    numbers = load_tsv(package, "number_words.tsv", WordRow)
    yield from numbers
    yield from _glued_numbers(numbers)
    latin = read_latin_dates()
    for months in (load_toml(package, "months.toml", Months), latin):
        yield from _name_months(months)
    weekdays = load_toml(package, "weekdays.toml", Weekdays)
    for number, names in enumerate(weekdays.names):
        for name in names:
            yield name, "weak_weekday" if name in weekdays.weak else "weekday", str(number)
    for number, names in enumerate(latin.weekdays):
        for name in names:
            yield name, "weak_weekday", str(number)
    for row in load_tsv(package, "holidays.tsv", HolidayRow):
        day = f"{row.calendar}:{row.month:02}-{row.days}"
        yield row.name, "holiday", day
        if language == "fa" and row.name.endswith("ا"):
            yield f"{row.name}ی", "holiday", day  # شب یلدای ۱۳۹۶


def _name_months(months: Months) -> Iterator[tuple[str, str, str]]:
    """The names of a table of months as (word, kind, value)."""
    kinds = dict.fromkeys(map(squeeze, months.weak), "weak_month")
    kinds.update(dict.fromkeys(map(squeeze, months.faint), "faint_month"))
    for calendar in ("jalali", "gregorian", "hijri"):
        for number, names in enumerate(getattr(months, calendar), 1):
            for name in names:
                yield name, kinds.get(squeeze(name), "month"), f"{calendar}:{number}"


def _glued_numbers(numbers: tuple[WordRow, ...]) -> Iterator[tuple[str, str, str]]:
    """Tens and units written in one, as when the joiners are lost: `بیستودوم` is the ordinal 22."""
    for tens in numbers:
        if tens.kind == "cardinal" and tens.value in (
            "20",
            "30",
            "40",
            "50",
            "60",
            "70",
            "80",
            "90",
        ):
            for unit in numbers:
                if unit.kind in ("cardinal", "ordinal") and int(unit.value) < 10:
                    both = str(int(tens.value) + int(unit.value))
                    yield f"{tens.word}و{unit.word}", unit.kind, both
