"""Join lines that were broken only because the page was narrow; keep the breaks a writer made.

A break is soft when the next word would not have fitted on the line and nothing speaks for the end of a
paragraph; `wrapping.py` asks the copy what does. Even an empty line is no paragraph break where a full line stops
in mid-sentence before it, as at the foot of a page.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from rawi.repair.heading_lines import FIRST_LINE, weigh_heading
from rawi.repair.stretch import Copy
from rawi.repair.wrapping import (
    FIRST_LINES,
    Break,
    find_width,
    read_breaks,
    read_lines,
    read_wrapping,
)
from rawi.text import Edit

_ITEM = re.compile(r"(?:[•▪●◦*✓■□]|([–—-]))\s|\d{1,2}[.)\-]\s|#")  # an item of a list begins
_TURN = re.compile(
    r"[-–—]?\s?([^\W\d_]+(?:[\s\u200c][^\W\d_]+){0,2})\s?:\s"
)  # شفیعی: پیش از پایان آذر
LIKELY = 0.5  # from here on a break is joined
LEAST_EMPTY = 3  # unfinished lines that must show wrapping before an empty line is doubted


def find_soft_breaks(copy: Copy) -> Iterator[Edit]:
    """Find the line breaks after which the next word would not have fitted on the line."""
    text = copy.repaired
    if "\n" not in text:
        return
    lines = list(read_lines(text))
    usual = find_width(lines)
    if not usual:
        return
    breaks = list(read_breaks(text, lines))
    wrapping = read_wrapping(text, lines, breaks, usual)
    turns = find_turns(text, breaks)
    joined = -1  # where the line starts that goes on the one before
    for number, place in enumerate(breaks):
        if _begins_item(text, place) or place.following.start in turns:
            continue
        if place.empty and (wrapping.known < LEAST_EMPTY or place.kind.ending == "colon"):
            continue  # what was said is often set apart
        alone = place.unfinished and place.line.start != joined
        heading = weigh_heading(text, place, copy.language) if place.unfinished else 1.0
        heading = heading if alone else min(1.0, heading)  # a heading begins no sentence before
        if number < FIRST_LINES and place.unfinished:
            first = 1.0 if number else FIRST_LINE.get(copy.language, 1.0)
            sure = wrapping.softness_at_top(place, number, heading * first)
        else:
            sure = wrapping.softness(place, heading)
        if sure >= LIKELY:
            rule = "soft-empty-line" if place.empty else "soft-break"
            yield Edit(place.line.end, place.following.start, " ", rule, sure)
            joined = place.following.start


def _begins_item(text: str, place: Break) -> bool:
    """Tell whether a line begins an item of a list; a dash in mid-sentence does not."""
    item = _ITEM.match(text, place.following.start)
    return item is not None and not (item[1] and place.unfinished)


def find_turns(text: str, breaks: Sequence[Break]) -> frozenset[int]:
    """Where the lines of an interview begin: with a name and a colon, after a whole sentence, the name more than once."""
    named = {
        place.following.start: turn[1]
        for place in breaks
        if not place.unfinished and (turn := _TURN.match(text, place.following.start))
    }
    often = Counter(named.values())
    return frozenset(start for start, name in named.items() if often[name] > 1)
