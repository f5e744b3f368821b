"""Dates inside a quotation, counted from the day it was said: in «روز یکشنبه گفت: دیروز باران آمد» it rained on Saturday.

Dates are found before quotations, which need them for their own day. So this second half comes after
quotations, as sentences come after repair; it takes them as facts and leaves every other date as it is.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from rawi.date.find import find_in_text
from rawi.facts import Anchor, Quotation, Sentence, Timex
from rawi.text import Span, Text, begin_within

# Dates that lean on another date, and those refused, mean the same whoever says them.
_FIRM = frozenset({"anaphoric", "refused"})


def count_from_speaker(
    text: Text,
    sentences: Sequence[Sentence],
    dates: Sequence[Timex],
    quotations: Sequence[Quotation],
    anchor: Anchor,
) -> tuple[Timex, ...]:
    """Count the dates of each quotation from the day it was said, where that is another than the document's; `dates` are in text order.

    A date that changed so says it in its `checks`: `counted:speaker:2018-04-01`, with the day counted from.
    """
    changed: dict[Span, Timex] = {}
    for quotation in quotations:
        day = _day_said(quotation, anchor)
        inside = _dates_in(quotation, dates) if day else {}
        if not inside:
            continue
        around = [s for s in sentences if any(s.span.covers(span) for span in inside)]
        for again in find_in_text(text.repaired, around, day):
            before = inside.get(again.span)
            if before and (again.earliest, again.latest) != (before.earliest, before.latest):
                checks = (*again.checks, f"counted:speaker:{day}")
                changed[again.span] = replace(again, checks=checks)
    return tuple(changed.get(timex.span, timex) for timex in dates)


def _dates_in(quotation: Quotation, dates: Sequence[Timex]) -> dict[Span, Timex]:
    """The dates that are part of what was said, and do not lean on another nor are refused, by their place."""
    found: dict[Span, Timex] = {}
    for part in quotation.content:
        loose = (timex for timex in begin_within(dates, part) if timex.kind not in _FIRM)
        found |= {timex.span: timex for timex in loose if part.covers(timex.span)}
    return found


def _day_said(quotation: Quotation, anchor: Anchor) -> date | None:
    """The day a quotation was said; None if the text tells none, the document's own, or one that has not come."""
    if quotation.day is None or quotation.day[0] != quotation.day[1]:
        return None
    try:
        day = date.fromisoformat(quotation.day[0])
    except ValueError:
        return None  # a year before Christ
    return None if anchor.day and day >= anchor.day else day
