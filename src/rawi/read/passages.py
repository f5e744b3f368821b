"""Join paragraphs of known roles into one text with its blocks."""

from collections.abc import Iterable

from rawi.facts import Block, BlockKind
from rawi.text import Extent

Paragraph = tuple[str, BlockKind]
PARAGRAPH_BREAK = "\n\n"  # no sentence runs over it


def join_paragraphs(
    paragraphs: Iterable[Paragraph],
) -> tuple[str, tuple[Block, ...]]:
    r"""Join paragraphs, and say where each stands.

    >>> join_paragraphs([("Title", "headline"), ("Text.", "body")])[0]
    'Title\n\nText.'
    """
    parts: list[str] = []
    blocks: list[Block] = []
    place = 0
    for text, kind in paragraphs:
        if not text.strip():
            continue
        parts.append(text)
        blocks.append(Block(Extent(place, place + len(text)), kind))
        place += len(text) + len(PARAGRAPH_BREAK)
    return PARAGRAPH_BREAK.join(parts), tuple(blocks)
