"""Marks over a text, for the browser: which UTF-16 units of which block belong to which fact.

The browser never learns of code points. It gets, for each layer, stretches of blocks counted as it counts
itself, and makes highlight ranges of them; so no element ever stands inside a word.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from rawi.serve.render import Block, Mark, find_hidden

# [block id, first UTF-16 unit, last unit + 1, fact id], as the page's data block holds it
Place = tuple[str, int, int, str]


def place_marks(
    text: str, blocks: Sequence[Block], marks: Iterable[Mark]
) -> dict[str, list[Place]]:
    """Place marks on the blocks that show their characters; a mark over two blocks gives two places.

    A character shown as a box has no text of its own, so it counts nothing.

    >>> from rawi.serve.render import lay_out
    >>> text = "🔴 فوری: وزیر"
    >>> place_marks(text, lay_out(text), [Mark("name", 8, 12, "n0")])
    {'name': [('b0', 9, 13, 'n0')]}
    """
    starts = [block.start for block in blocks]
    units: dict[str, list[int]] = {}
    placed: dict[str, list[Place]] = {}
    for mark in marks:
        at = max(0, bisect_right(starts, mark.start) - 1)
        for number in range(at, len(blocks)):
            block = blocks[number]
            if block.start >= mark.end:
                break
            low, high = max(mark.start, block.start), min(mark.end, block.end)
            if low < high:
                count = units.get(block.id) or units.setdefault(block.id, _count_units(text, block))
                place = (block.id, count[low - block.start], count[high - block.start], mark.fact)
                placed.setdefault(mark.layer, []).append(place)
    return placed


def _count_units(text: str, block: Block) -> list[int]:
    """Count, for each character of a block and for its end, the UTF-16 units shown before it."""
    boxed = set(find_hidden(text, block.start, block.end))
    counts = [0]
    for place in range(block.start, block.end):
        size = 0 if place in boxed else 2 if ord(text[place]) > 0xFFFF else 1
        counts.append(counts[-1] + size)
    return counts
