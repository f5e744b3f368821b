"""Join lines that were broken only because the page was narrow; keep the breaks a writer made."""

import re
from collections.abc import Iterator

from rawi.repair.stretch import Copy
from rawi.text import Edit

_ENDING = tuple('.!؟?:»"…)')
_BREAK = re.compile(r"[ \t]*\r?\n[ \t]*")
NARROWEST = 30  # columns; shorter lines are verse, lists or menus, not wrapped prose


def find_soft_breaks(copy: Copy) -> Iterator[Edit]:
    """Find the line breaks after which the next word would not have fitted on the line."""
    text = copy.repaired
    if "\n" not in text:
        return
    breaks = list(_BREAK.finditer(text))
    starts = [0, *(b.end() for b in breaks)]
    ends = [*(b.start() for b in breaks), len(text)]
    widths = sorted(e - s for s, e in zip(starts, ends, strict=True) if e > s)
    width = widths[int(0.9 * len(widths))] if widths else 0
    if width < NARROWEST:
        return
    for i, found in enumerate(breaks):
        length, following = ends[i] - starts[i], text[starts[i + 1] : ends[i + 1]]
        if not length or not following:
            continue
        fits = length + 1 + len(following.split(" ", 1)[0]) <= width - 8
        ended = text[starts[i] : ends[i]].endswith(_ENDING)
        hard = (fits and ended) or (ended and length < 0.93 * width) or length < 0.6 * width
        if not hard:
            yield Edit(found.start(), found.end(), " ", "soft-break", 0.99)
