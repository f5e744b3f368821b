"""Tell the role of each part of the repaired text: headline, dateline, body, page residue."""

from rawi.facts import Document, Part
from rawi.text import Span, Text


def find_layout(document: Document, text: Text) -> tuple[Part, ...]:
    """Cut the repaired text into parts by role, from the blocks the reader saw or from the text itself."""
    if document.blocks:
        return tuple(Part(text.span(block.extent), block.kind) for block in document.blocks)
    return (Part(Span(0, len(text.repaired)), "body"),)
