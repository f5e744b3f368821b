"""Letters of lines that were read with the wrong character set, before a copy of them was saved as text."""

import re
from collections.abc import Iterator

from rawi.repair.stretch import Copy
from rawi.text import Edit
from rawi.text.mojibake import may_be_mojibake, undo_line

_LINE = re.compile("[^\n]+")


def find_mojibake(copy: Copy) -> Iterator[Edit]:
    """Find the words of lines whose characters are the bytes of UTF-8: Ø³Ù„Ø§Ù… for سلام."""
    text = copy.repaired
    if not may_be_mojibake(text):
        return
    for match in _LINE.finditer(text):
        meant = undo_line(match[0])
        if meant is None:
            continue
        place = match.start()
        # A space is a space in all these sets, so the words correspond.
        for was, word in zip(match[0].split(" "), meant.split(" "), strict=True):
            if was != word:
                yield Edit(place, place + len(was), word, "mojibake", 0.99)
            place += len(was) + 1
