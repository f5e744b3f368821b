"""Join lines that were broken only because the page was narrow; keep the breaks a writer made.

A break is soft when the next word would not have fitted on the line. That can be asked only of a copy
that was wrapped at all: its unfinished lines are about equally long, and hardly any line is longer.
Even an empty line is no paragraph break when a full line stops in mid-sentence before it, as at the foot
of a page; but where there is doubt an empty line always stands.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rawi.repair.stretch import Copy
from rawi.text import Edit

# A sentence, a clause before a quotation, or a quotation ends here.
_ENDING = re.compile('[.!؟?:؛»”"…)][\u200e\u200f]?$')
_ITEM = re.compile(r"[•▪●◦*✓■□–—-]\s|\d{1,2}[.)\-]\s|#")  # the next line begins an item of a list
_LINE = re.compile(r"[^\r\n]+")

# Shares of the usual length of an unfinished line. Tuned on g_lines of UD_Persian-PerDT and Seraji,
# development parts (breaks told right: F1 99.0 and 99.1), and on wrapped reports with headlines.
NARROWEST, WIDEST = 30, 180  # columns: verse and menus are shorter, unwrapped paragraphs longer
USUAL = 0.7  # quantile of the lengths of unfinished lines that counts as the usual length
SLACK = 2  # characters a line that ends a sentence may lack
RAGGED = 0.7  # an unfinished line and the next word fill at least this share
SPREAD = 0.15  # unfinished lines differ by at most this share …
ALIKE = 0.6  # … in this share of them
LONGER = 0.06  # share of lines that may be longer than the usual length and the spread
SHORTER = 0.13  # a line that ends a sentence ends a paragraph if it is shorter than the longest one by that share
LEAST_ALONE = 70  # columns: one unfinished line alone shows no wrapping unless it is long
LEAST_EMPTY = 3  # unfinished lines that must show wrapping before an empty line is doubted


@dataclass(frozen=True, slots=True)
class Line:
    """A line with words on it, without the white space at its ends."""

    start: int
    end: int
    ended: bool
    first_word: int  # length of the first word

    @property
    def length(self) -> int:
        """Characters of the line."""
        return self.end - self.start


def find_soft_breaks(copy: Copy) -> Iterator[Edit]:
    """Find the line breaks after which the next word would not have fitted on the line."""
    text = copy.repaired
    if "\n" not in text:
        return
    lines = list(read_lines(text))
    usual = find_width(lines)
    if not usual:
        return
    unfinished = sum(1 for line in lines if not line.ended)
    least = max(line.length for line in lines if not is_longer(line, usual)) - SHORTER * usual
    for number, (line, following) in enumerate(pairwise(lines)):
        if not is_full(line, following, usual) or _ITEM.match(text, following.start):
            continue
        if line.ended and line.length < least:
            continue
        if not number and line.length < usual * (1 - SPREAD):
            continue  # a headline has no full stop either
        empty = text.count("\n", line.end, following.start) > 1
        if not empty:
            yield Edit(
                line.end, following.start, " ", "soft-break", 0.99 if not line.ended else 0.8
            )
        elif (
            number
            and not line.ended
            and unfinished >= LEAST_EMPTY
            and line.length > usual * (1 - SPREAD)
        ):
            yield Edit(line.end, following.start, " ", "soft-empty-line", 0.9)


def read_lines(text: str) -> Iterator[Line]:
    """Read the lines that have words on them."""
    for match in _LINE.finditer(text):
        content = match[0].strip()
        if content:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            first = len(content.split(None, 1)[0])
            yield Line(start, start + len(content), _ENDING.search(content) is not None, first)


def find_width(lines: Sequence[Line]) -> int:
    """The usual length of the lines of a wrapped copy; 0 if the copy was not wrapped."""
    unfinished = sorted(line.length for line in lines[:-1] if not line.ended)
    if not unfinished:
        return 0
    usual = unfinished[int(USUAL * (len(unfinished) - 1))]
    if not NARROWEST <= usual <= WIDEST or (len(unfinished) == 1 and usual < LEAST_ALONE):
        return 0
    alike = sum(1 for length in unfinished if abs(length - usual) <= SPREAD * usual)
    longer = sum(1 for line in lines if is_longer(line, usual))
    wrapped = alike >= ALIKE * len(unfinished) and longer <= LONGER * len(lines)
    return usual if wrapped else 0


def is_longer(line: Line, usual: int) -> bool:
    """Tell whether a line is longer than any line of a copy wrapped at its usual length."""
    return line.length > usual * (1 + SPREAD) + 5


def is_full(line: Line, following: Line, usual: int) -> bool:
    """Tell whether the next word would not have fitted on the line."""
    filled = line.length + 1 + following.first_word
    return filled > usual - SLACK if line.ended else filled > RAGGED * usual
