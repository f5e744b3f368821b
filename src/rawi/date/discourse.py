"""Dates that lean on other dates of the same text: `همان روز`, `في العام التالي`, months under a year's heading.

Takes the readings of a text in order and resolves them. A reading counted from another date has a value that
begins with `P` (for previous): `P+0d` the day told before, `P+1y` the year after it, `P+0y:09-09` a day of that year,
and `P?0y:09-09` one of it or, if none was told, of this year.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from rawi.calendars import CALENDARS
from rawi.date.readings import Reading
from rawi.date.reckon import ground, is_relative, week_start
from rawi.date.resolve import day_count_name, place, resolve_reading
from rawi.errors import CalendarError
from rawi.facts import Timex
from rawi.lang.folding import squeeze
from rawi.text import Span

_COUNTED = re.compile(r"P([+?-]\d+)([dwmy])(?::(.+))?")
_NEXT_WEEKDAY = re.compile(r"P([>=])WD(\d)(.*)")
_FINER = {
    "d": ("day", "time"),
    "w": ("day", "time", "week"),
    "m": ("day", "time", "month"),
    "y": None,
}
# How far back, in characters, a date may be referred to: about a paragraph of news.
REACH = 600
HALF_A_YEAR = 6  # months
# Between a reference and the date that spells it out (`في العام التالي، عام 1977`) at most this stands.
_APPOSITION = re.compile(r"[\s،,(\[–—-]{1,4}")
# Between days that share the year of the last at most this stands.
_LISTED = re.compile(r"\s*[،,]\s*|\s*[،,]?\s*و\s*")
_YEARLESS_DAY = re.compile(r"A(?:[<>]=?|[?~])XXXX-(\d\d-\d\d)")
_DAY = re.compile(r"(\d{4})-(\d\d-\d\d)")
_YEARLESS = re.compile(r"A(?:[<>]=?|[?~])XXXX-(.+?)(?:WD\d)?")


class Found(NamedTuple):
    """A reading with its place, its rule, its language, and the sentence's number."""

    reading: Reading
    span: Span
    rule: str
    language: str
    sentence: int


def settle(found: Sequence[Found], repaired: str, anchor: date | None) -> list[Timex]:
    """Resolve readings in text order, each with the ones before it in mind."""
    found = _share_years(found, repaired)
    settled: list[Timex] = []
    heading: Found | None = None
    for i, item in enumerate(found):
        reading = item.reading
        if heading and heading.sentence == item.sentence:
            if heading.reading.value and heading.reading.calendar == reading.calendar:
                reading = _under_heading(reading, heading.reading.value)
        elif i and settled[-1].native:
            reading = _beside(reading, item, found[i - 1], settled[-1].native)
        if _is_heading(item, repaired):
            heading = item
        if reading.value and reading.value.startswith("P"):
            settled.append(_resolve_reference(found, i, settled, repaired, anchor))
        else:
            settled.append(resolve_reading(reading, item.span, item.rule, item.language, anchor))
    return settled


def _share_years(found: Sequence[Found], repaired: str) -> list[Found]:
    """Put yearless days that stand before `و` and a day with its year into that year: `۵ خرداد و ۷ مهر ۱۴۰۲`.

    A month behind the later one's is of the year before it, as in a range.
    """
    shared = list(found)
    for i in range(len(shared) - 2, -1, -1):
        item, after = shared[i], shared[i + 1]
        target = _YEARLESS_DAY.fullmatch(item.reading.value or "")
        told = _DAY.fullmatch(after.reading.value or "")
        if not (target and told and item.reading.calendar == after.reading.calendar):
            continue
        if _LISTED.fullmatch(squeeze(repaired[item.span.end : after.span.start])) is None:
            continue
        year = int(told[1]) - (target[1] > told[2])
        reading = replace(item.reading, value=f"{year:04}-{target[1]}", reason=None, near=None)
        shared[i] = item._replace(reading=reading)
    return shared


def _is_heading(item: Found, repaired: str) -> bool:
    """Tell whether a year stands before a colon, as a heading of what is told of it: `2005: …`."""
    after = item.span.end
    return item.rule == "bare-year" and repaired[after : after + 1] == ":"


def _beside(reading: Reading, item: Found, before: Found, native: str) -> Reading:
    """Put a yearless month behind another of the same sentence into the year that brings it nearest to that one.

    `در ژانویه ۲۰۱۲ ... و برای ماه مارس` is March 2012, and January behind a December the next one. Only where no tense tells: a verb is the better witness.
    """
    same = before.sentence == item.sentence and before.reading.calendar == reading.calendar
    told = before.reading.kind in ("absolute", "range") and re.match(
        r"\d{4}-\d\d", native.split("/")[-1]
    )
    target = re.fullmatch(r"A(?:<=|[?~])XXXX-(\d\d)", reading.value or "")
    if not (same and told and target and before.reading.grain == "month"):
        return reading
    year, month = native.split("/")[-1].split("-")[:2]
    ahead = int(target[1]) - int(month)
    later = int(year) + (ahead < -HALF_A_YEAR) - (ahead > HALF_A_YEAR)
    return replace(reading, value=f"{later:04}-{target[1]}", kind="anaphoric", certainty="low")


def _under_heading(reading: Reading, year: str) -> Reading:
    """Put a yearless date into the year of the heading above it."""
    parts = (reading.value or "").split("/")
    targets = [_YEARLESS.fullmatch(part) for part in parts]
    if not all(targets):
        return reading
    value = "/".join(f"{year}-{target[1]}" for target in targets if target)
    return replace(reading, value=value, kind="anaphoric")


def _resolve_reference(
    found: Sequence[Found],
    place_in_text: int,
    settled: Sequence[Timex],
    repaired: str,
    anchor: date | None,
) -> Timex:
    """Resolve a reference by the date that spells it out behind it, or by the last fine enough before it."""
    item = found[place_in_text]
    counted = _COUNTED.fullmatch(item.reading.value or "")
    refused = Timex(
        item.span, None, None, None, None, item.reading.grain, "refused", item.rule, reason="anaphoric"
    )  # fmt: skip
    weekday = _NEXT_WEEKDAY.fullmatch(item.reading.value or "")
    if weekday:
        told = _antecedent(settled, item.span, "d")
        reading = replace(item.reading, value=_next_weekday(told, weekday), kind="anaphoric")
        if reading.value is None:
            reading = replace(item.reading, value=item.reading.fallback, kind="weekday")
        return resolve_reading(reading, item.span, item.rule, item.language, anchor)
    if counted is None:
        return refused
    if counted[3]:
        told = _within_told_year(item, counted, settled)
        if told is None and counted[1].startswith("?"):
            value = (item.reading.value or "").replace("P?0y:", "A+0y:")
            reading = replace(item.reading, value=value, kind="relative")
            return resolve_reading(reading, item.span, item.rule, item.language, anchor)
        return told or refused
    shift, unit = int(counted[1]), counted[2]
    after = found[place_in_text + 1] if place_in_text + 1 < len(found) else None
    if after and after.reading.grain == item.reading.grain and not after.reading.reason:
        between = repaired[item.span.end : after.span.start]
        if _APPOSITION.fullmatch(squeeze(between)) and not (after.reading.value or "P").startswith(
            "P"
        ):
            told = resolve_reading(after.reading, item.span, item.rule, item.language, anchor)
            return replace(told, kind="anaphoric")
    before = _antecedent(settled, item.span, unit)
    if before and item.reading.kind == "relative" and not _is_to_come(before, anchor):
        before = None  # what is announced is counted from today, or from a day announced before it
    resolved = _count_from(before, item, shift, unit) if before else None
    if resolved is None and item.reading.fallback:
        reading = replace(item.reading, value=item.reading.fallback, kind="relative")
        return resolve_reading(reading, item.span, item.rule, item.language, anchor)
    return resolved or refused


def _next_weekday(told: Timex | None, weekday: re.Match[str]) -> str | None:
    """The first such weekday after a day told before, or of its week, as a native date of the calendar of that day."""
    if told is None or told.earliest is None or told.calendar is None or told.calendar == "hijri":
        return None
    day = date.fromisoformat(told.earliest)
    day, how = (week_start(day), ">=") if weekday[1] == "=" else (day, ">")
    return ground(f"A{how}WD{weekday[2]}", told.calendar, "day", day) + weekday[3]


def _is_to_come(timex: Timex, anchor: date | None) -> bool:
    """Tell whether a date lies after the anchor day."""
    return anchor is not None and (timex.earliest or "") > anchor.isoformat()


def _within_told_year(
    item: Found, counted: re.Match[str], settled: Sequence[Timex]
) -> Timex | None:
    """Put a day, month or season into the year of the date told before: `پاییز همان سال`, `مايو من العام التالي`.

    A day of the same month (`پنجم همان ماه`) into that month.
    """
    years = [
        timex
        for timex in settled
        if timex.kind != "weekday" and timex.grain != "time" and not _is_by_day(timex)
    ]
    by_month = counted[2] == "m"
    told = _antecedent(years, item.span, counted[2])
    calendar = told.calendar if by_month and told else item.reading.calendar
    if told is None or told.calendar != calendar or calendar is None:
        return None
    if not re.match(r"\d{4}-\d\d" if by_month else r"\d{4}", told.native or ""):
        return None
    shift = counted[1].replace("?", "+")
    year = f"{int((told.native or '')[:4]) + int(shift):04}"
    if by_month:
        year = (told.native or "")[:7]
    targets = counted[3].replace(f"P{counted[1]}y:", "")
    ends = "/".join(f"{year}-{target}" for target in targets.split("/"))
    count = day_count_name(calendar, item.language)
    timex = Timex(
        item.span, ends, None, None, calendar, item.reading.grain, item.reading.kind, item.rule,
        certainty="low", variant=count if calendar == "hijri" else None,
    )  # fmt: skip
    return place(timex, count, None)


def _is_by_day(timex: Timex) -> bool:
    """Tell whether a date is counted in days from the anchor, as `دیروز` is: it tells the year of the telling only."""
    return timex.kind == "relative" and timex.grain in ("day", "time")


def _antecedent(settled: Sequence[Timex], span: Span, unit: str) -> Timex | None:
    """The last date before a span that tells the unit (its day, its month, …)."""
    grains = _FINER[unit]
    for timex in reversed(settled):
        if span.start - timex.span.end > REACH:
            return None
        timex = _end_of_run(timex, unit)
        if timex.earliest is None or timex.earliest.startswith("-") or "/" in (timex.native or "/"):
            continue
        if grains is None or timex.grain in grains:
            return timex
    return None


def _end_of_run(timex: Timex, unit: str) -> Timex:
    """The last day of a run of days, where the month or year it is in is asked for: `8 جويلية إلى 2 أوت … موفى الشهر ذاته`."""
    last = (timex.native or "").rpartition("/")[2]
    if unit not in "my" or last == timex.native or not re.match(r"\d{4}-\d\d", last):
        return timex
    return replace(timex, native=last, earliest=timex.latest, grain="day")


def _count_from(told: Timex, item: Found, shift: int, unit: str) -> Timex | None:
    """Count units from a date told before, in that date's calendar."""
    if told.calendar is None or told.earliest is None or told.native is None:
        return None
    count = day_count_name(told.calendar, item.language)
    try:
        if unit == "y" and re.match(r"\d{4}", told.native):
            native = f"{int(told.native[:4]) + shift:04}"
        elif unit == "d":
            day = date.fromisoformat(told.earliest) + timedelta(days=shift)
            native = str(CALENDARS[count].from_day(day))
        elif unit in "wm":
            grain = "week" if unit == "w" else "month"
            native = ground(f"A{shift:+d}{unit}", count, grain, date.fromisoformat(told.earliest))
        else:
            return None
    except (CalendarError, OverflowError):
        return None
    timex = Timex(
        item.span, native, None, None, told.calendar, item.reading.grain, "anaphoric", item.rule,
        certainty="low",
    )  # fmt: skip
    return place(timex, count, None)


def resolve_relative(timexes: Sequence[Timex], day: date) -> tuple[Timex, ...]:
    """Count the dates that still wait for an anchor (`A-1d`) from a day known since; leave the others.

    The story a document belongs to may tell its day when the document itself does not. What was resolved once is
    not touched. A lunar date is counted in the calendar its `variant` names.
    """
    return tuple(
        place(timex, timex.variant or timex.calendar or "gregorian", day)
        if timex.value and timex.earliest is None and is_relative(timex.value)
        else timex
        for timex in timexes
    )
