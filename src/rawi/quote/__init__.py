"""Stage: find quotations and who said them to whom."""

from collections.abc import Sequence

from rawi.facts import Document, Mention, Part, Quotation, Sentence, Timex
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
    del document, text, parts, sentences, dates, mentions
    return ()
