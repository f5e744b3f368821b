"""The days written above a text, below it and behind labels: datelines, of which one is the day of publication.

A day behind a label of publication (`تاریخ انتشار`, `نشر في`) comes first, then the earliest of those above the text, for pages
print the day they are looked at there, too; then those below, and last those behind `آخر تحديث` or `امروز:`.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from enum import IntEnum
from functools import cache
from typing import NamedTuple

from rawi.date.find import find_in_sentence
from rawi.date.metadata import PRESS_YEARS
from rawi.date.native import days_of
from rawi.date.reckon import is_relative
from rawi.date.resolve import day_count_name
from rawi.errors import CalendarError
from rawi.facts import Part, Sentence
from rawi.lang.datelines import any_author, any_behind, any_label, any_now, any_update
from rawi.lang.folding import fold, squeeze
from rawi.text import Span

TOP = 700  # characters at the head of a text where an unlabelled dateline may stand
LINES = 6
LINE_REST = 70  # letters beside the date in an unlabelled dateline: a place, an agency, a code
_LABEL_REACH = 60  # from a label to its date
_OF_OTHERS = ("comment", "related", "menu", "footer")
_REST_OF_LINE = re.compile(r"[\s:]*[^\n]*")
_SETTING_OFF = frozenset("-–—|/،,:()[]•·*؛")


class DayEvidence(NamedTuple):
    """A day the document may speak from, with its evidence; `other` is the day it is with day and month swapped."""

    day: date
    evidence: str
    span: Span | None = None
    other: date | None = None


class _Rank(IntEnum):
    """How well the place of a written day tells publication."""

    LABELLED = 0
    ABOVE = 1
    BELOW = 2
    LATER = 3


def find_in_datelines(text: str, parts: Sequence[Part], language: str) -> list[DayEvidence]:
    """Find the days of datelines, the likeliest day of publication first."""
    labelled = list(_behind_labels(text, parts, language))
    told = {day.span: (rank, day) for rank, day in reversed(labelled)}
    body = next((part.span.start for part in parts if part.kind == "body"), len(text))
    for day in (*_in_parts(text, parts, language), *_in_first_lines(text, language)):
        above = day.span is not None and day.span.start < body
        told.setdefault(day.span, (_Rank.ABOVE if above else _Rank.BELOW, day))
    days = {day.day for _, day in told.values()}
    # `04/نوفمبر/2024 … 11/4/2024`: one day twice, and the second is written the other way round.
    sound = [found for found in told.values() if found[1].other not in days]
    return [day for _, day in sorted(sound, key=_order)]


def _order(told: tuple[_Rank, DayEvidence]) -> tuple[_Rank, date, int]:
    """By rank, above the text by day, then as written."""
    rank, day = told
    first = day.day if rank == _Rank.ABOVE else date.min
    return rank, first, day.span.start if day.span else 0


def _behind_labels(
    text: str, parts: Sequence[Part], language: str
) -> Iterator[tuple[_Rank, DayEvidence]]:
    """Days behind a label, up to the next one; those of comments and other reports last."""
    others = [part.span for part in parts if part.kind in _OF_OTHERS]
    # Of equal length: a label with joiners (به روز شده در) is one, too.
    labels = list(_labels().finditer(fold(text).replace("\u200c", " ")))
    ends = [*(label.start() for label in labels[1:]), len(text)]
    for label, end in zip(labels, ends, strict=False):
        later = _later_labels().search(label[0]) is not None
        beyond = any(start <= label.end() < stop for start, stop in others)
        reach = Span(label.end(), min(label.end() + _LABEL_REACH, end))
        if later:  # no farther than its line, or the next where nothing stands behind it
            line = _REST_OF_LINE.match(text, *reach)
            reach = Span(reach.start, line.end()) if line else reach
        for day in days_in(text, reach, language):
            yield (_Rank.LATER if later or beyond else _Rank.LABELLED), day


def _in_parts(text: str, parts: Sequence[Part], language: str) -> Iterator[DayEvidence]:
    """Days in the parts marked as dateline or byline."""
    for part in parts:
        if part.kind in ("dateline", "byline"):
            yield from days_in(text, part.span, language)


def _in_first_lines(text: str, language: str) -> Iterator[DayEvidence]:
    """Days nearly alone in a line at the head."""
    for span in first_lines(text):
        line = text[slice(*span)]
        for candidate in days_in(text, span, language):
            date_span = candidate.span or span
            beside = line[: date_span.start - span.start], line[date_span.end - span.start :]
            if sum(map(len, beside)) <= LINE_REST and is_set_off(*beside):
                yield candidate


def first_lines(text: str) -> Iterator[Span]:
    """The first lines of a text."""
    start = 0
    for line in text[:TOP].split("\n")[:LINES]:
        yield Span(start, start + len(line))
        start += len(line) + 1


def is_set_off(before: str, after: str) -> bool:
    """Tell whether signs, the ends of the line or what pages print there set a date off, as in a dateline and not in a sentence.

    >>> is_set_off("", " ۱۲۰ بازدید"), is_set_off("بقلم سالم الراعي في ", ""), is_set_off("زادروز او ", "")
    (True, True, False)
    """
    head, tail = squeeze(before).rstrip(), squeeze(after).lstrip()
    return (not head or _sets_off(head[-1]) or bool(_author().fullmatch(head))) and (
        not tail or _sets_off(tail[0]) or bool(_furniture().match(tail))
    )


def _sets_off(sign: str) -> bool:
    """Tell whether a sign parts the pieces of a dateline: a dash, a bar, a bullet or another symbol."""
    return sign in _SETTING_OFF or unicodedata.category(sign).startswith("S")


def days_in(text: str, span: Span, language: str) -> Iterator[DayEvidence]:
    """Full dates in a stretch of text."""
    for found in find_in_sentence(text, Sentence(span, language), 0):
        reading = found.reading
        if reading.shift is not None:
            continue  # the text tells its own day: `_ask_text` weighs that
        if reading.kind == "absolute" and reading.grain in ("day", "time") and reading.value:
            day = known_day(reading.value, reading.calendar or "", language)
            if day and day.year in PRESS_YEARS:
                other = next(iter(reading.alternatives), None)
                swapped = known_day(other, reading.calendar or "", language) if other else None
                yield DayEvidence(day, "dateline", found.span, swapped)


def known_day(value: str, calendar: str, language: str) -> date | None:
    """The day of a native date, None if it has none or waits for an anchor."""
    if is_relative(value):
        return None
    try:
        return date.fromisoformat(days_of(value, day_count_name(calendar, language))[0])
    except (CalendarError, ValueError):
        return None


@cache
def _author() -> re.Pattern[str]:
    """Who wrote, with a name of up to four words: `توسط … در`."""
    return re.compile(rf"(?:{any_author()})\s*:?(?:\s+\w+){{1,4}}")


@cache
def _furniture() -> re.Pattern[str]:
    """What pages print behind a day: `3 دقائق قراءة`, `کد خبر`."""
    return re.compile(rf"(?:\d+\s+)?(?:{any_behind()})(?!\w)")


@cache
def _labels() -> re.Pattern[str]:
    """One expression for the labels of all languages, where they are set off."""
    labels, now = any_label(), any_now()
    # In running text (`در تاریخ ۱۵ فروردین ۱۳۵۷`) the same words label nothing: a colon or a new line must set them off.
    return re.compile(rf"(?:(?:^|[\n|•])\s*(?:{labels})|(?<!\w)(?:{labels}|{now})\s*:)(?!\w)")


@cache
def _later_labels() -> re.Pattern[str]:
    """Labels of a day that is not the one of publication: of an update, or of the day a page is looked at."""
    return re.compile(rf"(?<!\w)(?:{any_update()}|{any_now()})(?!\w)")
