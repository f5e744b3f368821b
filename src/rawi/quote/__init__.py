"""Stage: find quotations and who said them to whom."""

from collections.abc import Sequence

from rawi.facts import Document, Mention, Part, Quotation, Sentence, Timex
from rawi.quote.arabic.presented import add_presented
from rawi.quote.datelines import cut_datelines
from rawi.quote.kept_answers import forget_answers
from rawi.quote.layout import lay_out
from rawi.quote.sayings import find_sayings
from rawi.quote.speakers import attribute
from rawi.text import Text


def find_quotations(
    document: Document,
    text: Text,
    parts: Sequence[Part],
    sentences: Sequence[Sentence],
    dates: Sequence[Timex],
    mentions: Sequence[Mention],
) -> tuple[Quotation, ...]:
    """Find quotations with cue, source, speaker and addressee."""
    try:
        page = add_presented(cut_datelines(lay_out(text, parts, sentences, mentions)))
        return attribute(page, find_sayings(page), dates)
    finally:
        forget_answers()
