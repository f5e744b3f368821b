"""The tables in `cases/`: invented sentences, the expressions in them marked by brackets, and their days.

Columns: `id`, `lang`, `anchor` (the day of publication, `-` for unknown), `text`, `expected` (one entry an
expression, joined by ` ; `), `known` (`fails` keeps a case that is right and not yet met), `note`. An entry is
a date in its own calendar (`j1397-01-14` Jalali, `g2018-06`), two with `..` between, a `reason` after
`refused:`, or a value that waits for its anchor after `value:`. Jalali days are put into days by jdatetime here
and by another library in rawi, so the two check each other.
"""

import re
from datetime import date, timedelta
from typing import NamedTuple

import jdatetime
import pytest
from tests.cases import list_tables, load_cases

from rawi.date import find_dates
from rawi.facts import Anchor, Sentence, Timex
from rawi.text import Span, Text

_BRACKETS = re.compile(r"[\[\]]")


class Case(NamedTuple):
    """A row of a case table."""

    id: str
    lang: str
    anchor: str
    text: str
    expected: str
    known: str
    note: str


CASES = [case for name in list_tables(__file__) for case in load_cases(__file__, name, Case)]


def unmark(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """Take the brackets out of a text; give the places they marked."""
    text = ""
    places: list[int] = []
    for piece in re.split(r"([\[\]])", marked):
        if _BRACKETS.fullmatch(piece):
            places.append(len(text))
        else:
            text += piece
    return text, list(zip(places[::2], places[1::2], strict=True))


def days_of_entry(entry: str) -> tuple[str, str]:
    """The first and the last day of an entry."""
    if entry[:1] not in "jg":
        first, last = entry.split("..")
        return first, last
    calendar = entry[0]
    first, _, last = entry[1:].partition("..")
    start, _ = _unit(calendar, first)
    _, end = _unit(calendar, last or first)
    return start.isoformat(), end.isoformat()


def _unit(calendar: str, written: str) -> tuple[date, date]:
    """The first and last day of a year, month or day."""
    numbers = list(map(int, written.split("-")))
    first = _day(calendar, *([*numbers, 1, 1])[:3])
    if len(numbers) == 3:
        return first, first
    year, month = numbers[0], numbers[1] if len(numbers) > 1 else 12
    after = _day(calendar, year + month // 12, month % 12 + 1, 1)
    return first, after - timedelta(days=1)


def _day(calendar: str, year: int, month: int, day: int) -> date:
    """A day of a calendar."""
    if calendar == "g":
        return date(year, month, day)
    found = jdatetime.date(year, month, day).togregorian()
    return date(found.year, found.month, found.day)


def find(case: Case, text: str) -> tuple[Timex, ...]:
    """Find the dates of a case."""
    sentence = Sentence(Span(0, len(text)), case.lang)
    day = None if case.anchor == "-" else date.fromisoformat(case.anchor)
    return find_dates(Text.untouched(text), (sentence,), Anchor(day, "published"))


def meaning(timex: Timex) -> tuple[str, ...] | str:
    """What a timex came to, comparable with an entry."""
    if timex.earliest is not None and timex.latest is not None:
        return timex.earliest, timex.latest
    return f"refused:{timex.reason}" if timex.reason else f"value:{timex.value}"


def expected_of(entry: str) -> tuple[str, ...] | str:
    """What an entry expects."""
    return entry if entry.startswith(("refused:", "value:")) else days_of_entry(entry)


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            case,
            id=case.id,
            marks=[pytest.mark.xfail(strict=True, reason=case.note)] if case.known else [],
        )
        for case in CASES
    ],
)
def test_a_sentence_gives_its_dates(case: Case) -> None:
    text, places = unmark(case.text)
    entries = case.expected.split(" ; ") if case.expected else []
    found = find(case, text)
    assert [(text[slice(*t.span)], meaning(t)) for t in found] == [
        (text[start:end], expected_of(entry))
        for (start, end), entry in zip(places, entries, strict=True)
    ]


def test_case_ids_are_unique() -> None:
    ids = [case.id for case in CASES]
    assert len(ids) == len(set(ids))
