"""The day a document speaks from, and on what evidence.

In this order: typed metadata (`published`), the dateline, the URL, a text that tells its own day (`امروز چهارشنبه
۱۵ فروردین ۱۳۹۷`, a lead with weekday and date, a signature on the weekday the text gives today). The day a web archive fetched the page is an upper bound. A
candidate after that bound, or one that contradicts the weekdays the text gives for today and yesterday, is passed
over if another one fits.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from rawi.calendars import CALENDARS
from rawi.date.datelines import (
    LINE_REST,
    DayEvidence,
    days_in,
    find_in_datelines,
    first_lines,
    is_set_off,
    known_day,
)
from rawi.date.find import find_in_sentence
from rawi.date.metadata import PRESS_YEARS, days_in_url, read_day
from rawi.date.native import days_of
from rawi.date.reckon import ground, month_day_of
from rawi.date.resolve import day_count_name
from rawi.date.tense import find_tense
from rawi.errors import CalendarError
from rawi.facts import Anchor, Document, Part, Sentence
from rawi.text import Span, Text

if TYPE_CHECKING:
    from rawi.date.discourse import Found

STORY = 4000  # characters in which a text is asked for its own day
_SIGNATURE = re.compile(r"(?m)^(?=[^\n]*\d)[^\n]{6,60}$")
_SIGNATURE_REST = 20  # letters beside a date in such a line: `مطابق با`, a place
# Reports are updated, dated by another calendar's day, and sent late; more than this is a contradiction.
CONTRADICTS = timedelta(days=366)
_CLOCK_SKEW = timedelta(days=1)  # a page may carry the day of a zone ahead of the archive's
_BRACKET = re.compile(r"[\s(،,–—-]{1,4}")
_PERSIAN_SIGNS = re.compile("[پچژگکی۰-۹]")
# هـ is Arabic for the Hijra; Persian says which, هـ.ق or هـ.ش.
_ARABIC_SIGNS = re.compile(r"[ةىيكإأؤ٠-٩]|هـ(?!\s?\.?\s?[قش])")


class _Vote(NamedTuple):
    """What the text says of a day: `shift` days from the anchor is this weekday, or this month and day."""

    shift: int
    weekday: int | None
    value: str | None
    calendar: str

    @property
    def yearless(self) -> str:
        """Month and day, where the year is left open; "" where it is not, or nothing is told."""
        return month_day_of(self.value)


def find_anchor(
    document: Document, text: Text, parts: Sequence[Part]
) -> tuple[Anchor, tuple[DayEvidence, ...]]:
    """Find the day the document speaks from, and all the evidence it was chosen from.

    >>> document = Document("a", "متن", published="1397-01-15T10:42:00+03:30")
    >>> anchor, evidence = find_anchor(document, Text.untouched("متن"), ())
    >>> anchor.day, len(evidence)
    (datetime.date(2018, 4, 4), 1)
    """
    latest = read_day(document.captured) if document.captured else None
    language = guess_language(text.repaired)
    told, votes = _ask_text(text.repaired, language)
    candidates = [
        *_from_metadata(document),
        *find_in_datelines(text.repaired, parts, language),
        *_from_url(document.url or ""),
        *told,
        *_from_lead(text.repaired, language),
        *_from_signature(text.repaired, language, votes),
    ]
    if latest:
        candidates = [c for c in candidates if c.day <= latest + _CLOCK_SKEW]
        candidates += _from_bound(votes, latest)
    if not candidates:
        return Anchor(None, "none", latest=latest), ()
    # Sorting is stable: among equals the order above decides.
    best = min(candidates, key=lambda c: sum(not _agrees(c.day, vote) for vote in votes))
    return Anchor(best.day, best.evidence, best.span, latest), tuple(candidates)


def find_contradiction(anchor: Anchor, evidence: Sequence[DayEvidence]) -> DayEvidence | None:
    """The first evidence for another day, more than a year from the chosen one: one of the two must be wrong."""
    if anchor.day is None:
        return None
    return next((e for e in evidence if abs(e.day - anchor.day) > CONTRADICTS), None)


def read_published(written: str) -> date | None:
    """Read the day a record was given: as machines write it, else in words, where they tell one day alone.

    >>> read_published("1397-01-15"), read_published("۱۵ فروردین ۱۳۹۷"), read_published("فروردین")
    (datetime.date(2018, 4, 4), datetime.date(2018, 4, 4), None)
    """
    day = read_day(written)
    if day or not any(map(str.isalpha, written)) or len(written) > LINE_REST:
        return day
    meant = {c.day for c in days_in(written, Span(0, len(written)), guess_language(written))}
    return meant.pop() if len(meant) == 1 else None


def _from_metadata(document: Document) -> Iterator[DayEvidence]:
    """The published day, if the metadata has one that can be read."""
    day = read_published(document.published) if document.published else None
    if day:
        yield DayEvidence(day, "published")


def _from_lead(text: str, language: str) -> Iterator[DayEvidence]:
    """A full date with its weekday in the first lines: `روز چهارشنبه ۱۶ بهمن ۱۴۰۳ از گشایش موزه خبر داد`.

    A lead tells the day of the news so; a date long past is seldom given its weekday, and one to come is
    told by its verb, unless signs set it off as in a dateline.
    """
    for span in first_lines(text):
        for found in find_in_sentence(text, Sentence(span, language), 0):
            reading, day = found.reading, None
            if reading.kind == "absolute" and reading.weekday is not None and reading.value:
                day = known_day(reading.value, reading.calendar or "", language)
            if day is None or day.weekday() != reading.weekday:
                continue
            line = text[slice(*span)]
            start, end = found.span.start - span.start, found.span.end - span.start
            set_off = is_set_off(line[:start], line[end:])
            if set_off or find_tense(line, start, end, language) != "future":
                yield DayEvidence(day, "text", found.span)


def _from_signature(text: str, language: str, votes: Sequence[_Vote]) -> Iterator[DayEvidence]:
    """A line of nothing but a date, as under a letter the report quotes, if the text gives today that weekday."""
    weekdays = [vote for vote in votes if vote.weekday is not None]
    if not weekdays:
        return
    for line in _SIGNATURE.finditer(text):
        found = list(days_in(text, Span(*line.span()), language))
        rest = len(line[0]) - sum(c.span.end - c.span.start for c in found if c.span)
        for candidate in found:
            if rest <= _SIGNATURE_REST and all(_agrees(candidate.day, v) for v in weekdays):
                yield candidate._replace(evidence="text")


def _from_url(url: str) -> Iterator[DayEvidence]:
    """Days in the path of a URL."""
    for day in days_in_url(url):
        yield DayEvidence(day, "url")


def _ask_text(text: str, language: str) -> tuple[list[DayEvidence], list[_Vote]]:
    """The days the text gives for today or yesterday, and what it says of their weekdays."""
    told: list[DayEvidence] = []
    votes: list[_Vote] = []
    before: Found | None = None
    for found in find_in_sentence(text, Sentence(Span(0, min(len(text), STORY)), language), 0):
        reading = found.reading
        shift = reading.shift
        # `عصر اليوم الأربعاء (21/6/2023)`: the date in brackets is the day just named.
        if (
            shift is None
            and before
            and _BRACKET.fullmatch(text[before.span.end : found.span.start])
        ):
            shift = before.reading.shift
        before = found
        if shift is None or not reading.value or not reading.calendar:
            continue
        if reading.kind == "absolute":
            day = known_day(reading.value, reading.calendar, language)
            if day and day.year in PRESS_YEARS:
                told.append(DayEvidence(day - timedelta(days=shift), "text", found.span))
        value = reading.value if reading.kind == "partial" else None
        if value or reading.weekday is not None:
            count = day_count_name(reading.calendar, language)
            votes.append(_Vote(shift, reading.weekday, value, count))
    return told, votes


def _from_bound(votes: Sequence[_Vote], latest: date) -> Iterator[DayEvidence]:
    """`امروز ۱۵ فروردین` on a page fetched in 2018 is that year's, the last before the bound."""
    for vote in votes:
        if vote.yearless:
            try:
                native = ground(f"A<=XXXX-{vote.yearless}", vote.calendar, "day", latest)
                day = date.fromisoformat(days_of(native, vote.calendar)[0])
            except CalendarError:
                continue
            yield DayEvidence(day - timedelta(days=vote.shift), "text")


def _agrees(day: date, vote: _Vote) -> bool:
    """Tell whether a day fits what the text says of itself."""
    meant = day + timedelta(days=vote.shift)
    if vote.weekday is not None and meant.weekday() != vote.weekday:
        return False
    if vote.yearless:
        written = CALENDARS[vote.calendar].from_day(meant)
        return vote.yearless.startswith(f"{written.month:02}-{written.day:02}")
    return True


def guess_language(text: str) -> str:
    """Tell Persian from Arabic by the letters and digits only one of them has, at the head of the text."""
    head = text[:STORY]
    persian, arabic = len(_PERSIAN_SIGNS.findall(head)), len(_ARABIC_SIGNS.findall(head))
    return "ar" if arabic > persian else "fa"
