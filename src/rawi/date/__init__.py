"""Stage: find time expressions and resolve them, and find the day a document speaks from.

Fifth in the walk, after sentences are cut; names and quotations come next. Pure: no clock, no files.
"""

from collections.abc import Sequence

from rawi.date.anchor import find_anchor, find_contradiction, guess_language, read_published
from rawi.date.datelines import DayEvidence
from rawi.date.discourse import resolve_relative
from rawi.date.find import find_in_text
from rawi.date.metadata import read_day
from rawi.date.quoted import count_from_speaker
from rawi.date.typed import names_calendar, parse_day_range
from rawi.date.wording import name_day, name_weekday
from rawi.facts import Anchor, Sentence, Timex
from rawi.text import Text

__all__ = [
    "DayEvidence",
    "count_from_speaker",
    "find_anchor",
    "find_contradiction",
    "find_dates",
    "guess_language",
    "name_day",
    "name_weekday",
    "names_calendar",
    "parse_day_range",
    "read_day",
    "read_published",
    "resolve_relative",
]


def find_dates(text: Text, sentences: Sequence[Sentence], anchor: Anchor) -> tuple[Timex, ...]:
    """Find time expressions and resolve them against the anchor day.

    They come in text order and do not overlap. A date that cannot be resolved has no `earliest` and a `reason`,
    or, when only the anchor is missing, a value such as `A-1d` that `resolve_relative` can still resolve.

    >>> from datetime import date
    >>> from rawi.text import Span
    >>> text = Text.untouched("نشست دیروز برگزار شد")
    >>> sentences = (Sentence(Span(0, 20), "fa"),)
    >>> [t.value for t in find_dates(text, sentences, Anchor(date(2018, 4, 4), "published"))]
    ['2018-04-03']
    """
    return tuple(find_in_text(text.repaired, sentences, anchor.day))
