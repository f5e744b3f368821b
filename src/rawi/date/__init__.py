"""Stage: find time expressions and resolve them, and find the day a document speaks from.

Fifth in the walk, after sentences are cut; names and quotations come next. Pure: no clock, no files.
"""

from collections.abc import Sequence
from datetime import date

from rawi.date.discourse import resolve_relative
from rawi.date.find import find_in_text
from rawi.facts import Anchor, Document, Part, Sentence, Timex
from rawi.text import Text

__all__ = ["find_anchor", "find_dates", "resolve_relative"]


def find_anchor(document: Document, text: Text, parts: Sequence[Part]) -> Anchor:
    """Find the day the document speaks from, and on what evidence."""
    del text, parts
    if document.published:
        return Anchor(date.fromisoformat(document.published[:10]), "published")
    return Anchor(None, "none")


def find_dates(text: Text, sentences: Sequence[Sentence], anchor: Anchor) -> tuple[Timex, ...]:
    """Find time expressions and resolve them against the anchor day."""
    return tuple(find_in_text(text.repaired, sentences, anchor.day))
