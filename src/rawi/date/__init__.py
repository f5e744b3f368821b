"""Stage: find time expressions and resolve them."""

from collections.abc import Sequence

from rawi.facts import Anchor, Document, Part, Sentence, Timex
from rawi.text import Text


def find_anchor(document: Document, text: Text, parts: Sequence[Part]) -> Anchor:
    """Find the day the document speaks from, and on what evidence."""
    del document, text, parts
    return Anchor(None, "none")


def find_dates(text: Text, sentences: Sequence[Sentence], anchor: Anchor) -> tuple[Timex, ...]:
    """Find time expressions and resolve them against the anchor day."""
    del text, sentences, anchor
    return ()
