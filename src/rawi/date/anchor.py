"""The day a document speaks from, and on what evidence.

In this order: typed metadata (`published`), the dateline, the URL, a text that tells its own day (`امروز چهارشنبه
۱۵ فروردین ۱۳۹۷`, a lead with weekday and date, a signature on the weekday the text gives today). The day a web archive fetched the page is an upper bound. A
candidate after that bound, or one that contradicts the weekdays the text gives for today and yesterday, is passed
over if another one fits.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from rawi.calendars import CALENDARS
from rawi.date.find import find_in_sentence
from rawi.date.metadata import PRESS_YEARS, days_in_url, read_day
from rawi.date.native import days_of
from rawi.date.reckon import ground, is_relative
from rawi.date.resolve import day_count_name
from rawi.date.tense import find_tense
from rawi.errors import CalendarError
from rawi.facts import Anchor, Document, Part, Sentence
from rawi.lang.datelines import any_author, any_behind, any_label
from rawi.lang.folding import fold, squeeze
from rawi.text import Span, Text

if TYPE_CHECKING:
    from rawi.date.discourse import Found

TOP = 700  # characters at the head of a text where an unlabelled dateline may stand
LINES = 6
STORY = 4000  # characters in which a text is asked for its own day
_LABEL_REACH = 60  # from a label to its date
_LINE_REST = 70  # letters beside the date in an unlabelled dateline: a place, an agency, a code
_SIGNATURE = re.compile(r"(?m)^(?=[^\n]*\d)[^\n]{6,60}$")
_SIGNATURE_REST = 20  # letters beside a date in such a line: `مطابق با`, a place
_SETTING_OFF = frozenset("-–—|/،,:()[]•·*؛")
# Reports are updated, dated by another calendar's day, and sent late; more than this is a contradiction.
CONTRADICTS = timedelta(days=366)
_CLOCK_SKEW = timedelta(days=1)  # a page may carry the day of a zone ahead of the archive's
_BRACKET = re.compile(r"[\s(،,–—-]{1,4}")
_PERSIAN_SIGNS = re.compile("[پچژگکی۰-۹]")
# هـ is Arabic for the Hijra; Persian says which, هـ.ق or هـ.ش.
_ARABIC_SIGNS = re.compile(r"[ةىيكإأؤ٠-٩]|هـ(?!\s?\.?\s?[قش])")


class DayEvidence(NamedTuple):
    """A day the document may speak from, with its evidence."""

    day: date
    evidence: str
    span: Span | None = None


class _Vote(NamedTuple):
    """What the text says of a day: `shift` days from the anchor is this weekday, or this month and day."""

    shift: int
    weekday: int | None
    value: str | None
    calendar: str

    @property
    def yearless(self) -> str:
        """Month and day, where the year is left open; "" where it is not, or nothing is told."""
        return (self.value or "").partition("XXXX-")[2]


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
        *_from_datelines(text.repaired, parts, language),
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
    if day or not any(map(str.isalpha, written)) or len(written) > _LINE_REST:
        return day
    meant = {c.day for c in _days_in(written, Span(0, len(written)), guess_language(written))}
    return meant.pop() if len(meant) == 1 else None


def _from_metadata(document: Document) -> Iterator[DayEvidence]:
    """The published day, if the metadata has one that can be read."""
    day = read_published(document.published) if document.published else None
    if day:
        yield DayEvidence(day, "published")


def _from_datelines(text: str, parts: Sequence[Part], language: str) -> Iterator[DayEvidence]:
    """Days in the parts marked as dateline, behind a label, or nearly alone in a line at the head."""
    for part in parts:
        if part.kind in ("dateline", "byline"):
            yield from _days_in(text, part.span, language)
    folded = fold(text).replace(
        "\u200c", " "
    )  # of equal length: `به‌روز شده در` is a label with its joiner, too
    for label in _labels().finditer(folded):
        end = min(label.end() + _LABEL_REACH, len(text))
        yield from _days_in(text, Span(label.end(), end), language)
    for span in _lines(text):
        line = text[slice(*span)]
        for candidate in _days_in(text, span, language):
            date_span = candidate.span or span
            beside = line[: date_span.start - span.start], line[date_span.end - span.start :]
            if sum(map(len, beside)) <= _LINE_REST and _is_set_off(*beside):
                yield candidate


def _from_lead(text: str, language: str) -> Iterator[DayEvidence]:
    """A full date with its weekday in the first lines: `روز چهارشنبه ۱۶ بهمن ۱۴۰۳ از گشایش موزه خبر داد`.

    A lead tells the day of the news so; a date long past is seldom given its weekday, and one to come is
    told by its verb, unless signs set it off as in a dateline.
    """
    for span in _lines(text):
        for found in find_in_sentence(text, Sentence(span, language), 0):
            reading, day = found.reading, None
            if reading.kind == "absolute" and reading.weekday is not None and reading.value:
                day = _known_day(reading.value, reading.calendar or "", language)
            if day is None or day.weekday() != reading.weekday:
                continue
            line = text[slice(*span)]
            start, end = found.span.start - span.start, found.span.end - span.start
            set_off = _is_set_off(line[:start], line[end:])
            if set_off or find_tense(line, start, end, language) != "future":
                yield DayEvidence(day, "text", found.span)


def _from_signature(text: str, language: str, votes: Sequence[_Vote]) -> Iterator[DayEvidence]:
    """A line of nothing but a date, as under a letter the report quotes, if the text gives today that weekday."""
    weekdays = [vote for vote in votes if vote.weekday is not None]
    if not weekdays:
        return
    for line in _SIGNATURE.finditer(text):
        found = list(_days_in(text, Span(*line.span()), language))
        rest = len(line[0]) - sum(c.span.end - c.span.start for c in found if c.span)
        for candidate in found:
            if rest <= _SIGNATURE_REST and all(_agrees(candidate.day, v) for v in weekdays):
                yield candidate._replace(evidence="text")


def _lines(text: str) -> Iterator[Span]:
    """The first lines of a text."""
    start = 0
    for line in text[:TOP].split("\n")[:LINES]:
        yield Span(start, start + len(line))
        start += len(line) + 1


def _is_set_off(before: str, after: str) -> bool:
    """Tell whether signs, the ends of the line or what pages print there set a date off, as in a dateline and not in a sentence.

    >>> _is_set_off("", " ۱۲۰ بازدید"), _is_set_off("بقلم سالم الراعي في ", ""), _is_set_off("زادروز او ", "")
    (True, True, False)
    """
    head, tail = squeeze(before).rstrip(), squeeze(after).lstrip()
    return (not head or _sets_off(head[-1]) or bool(_author().fullmatch(head))) and (
        not tail or _sets_off(tail[0]) or bool(_furniture().match(tail))
    )


def _sets_off(sign: str) -> bool:
    """Tell whether a sign parts the pieces of a dateline: a dash, a bar, a bullet or another symbol."""
    return sign in _SETTING_OFF or unicodedata.category(sign).startswith("S")


def _days_in(text: str, span: Span, language: str) -> Iterator[DayEvidence]:
    """Full dates in a stretch of text."""
    for found in find_in_sentence(text, Sentence(span, language), 0):
        reading = found.reading
        if reading.shift is not None:
            continue  # the text tells its own day: `_ask_text` weighs that
        if reading.kind == "absolute" and reading.grain in ("day", "time") and reading.value:
            day = _known_day(reading.value, reading.calendar or "", language)
            if day and day.year in PRESS_YEARS:
                yield DayEvidence(day, "dateline", found.span)


def _known_day(value: str, calendar: str, language: str) -> date | None:
    """The day of a native date, None if it has none or waits for an anchor."""
    if is_relative(value):
        return None
    try:
        return date.fromisoformat(days_of(value, day_count_name(calendar, language))[0])
    except (CalendarError, ValueError):
        return None


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
            day = _known_day(reading.value, reading.calendar, language)
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
    labels = any_label()
    # In running text (`در تاریخ ۱۵ فروردین ۱۳۵۷`) the same words label nothing: a colon or a new line must set them off.
    return re.compile(rf"(?:(?:^|[\n|•])\s*(?:{labels})|(?<!\w)(?:{labels})\s*:)(?!\w)")
