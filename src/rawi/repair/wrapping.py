"""Tell how a copy was wrapped, and how likely one of its breaks is the work of the wrapping.

That can be asked only of a copy that was wrapped at all: its unfinished lines are about equally long, and hardly
any line is longer. The last line of a paragraph may be full by chance. How often, that the copy tells itself: what
ends its short lines ends paragraphs, what stands in the middle of its lines does not. So a copy with one sentence
a line keeps its lines, and one with long paragraphs loses the breaks after its full stops.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rawi.repair.borders import INSIDE, Kind, read_ending, read_kind

_LINE = re.compile(r"[^\r\n]+")

# Shares of the usual length of an unfinished line.
NARROWEST, WIDEST = 30, 180  # columns: verse and menus are shorter, unwrapped paragraphs longer
USUAL = 0.7  # quantile of the lengths of unfinished lines that counts as the usual length
RAGGED = 0.7  # an unfinished line and the next word fill at least this share
SPREAD = 0.15  # unfinished lines differ by at most this share …
ALIKE = 0.6  # … in this share of them
LONGER = 0.06  # share of lines that may be longer than the usual length and the spread
LEAST_ALONE = 70  # columns: one unfinished line alone shows no wrapping unless it is long

# Tuned on g_lines of UD_Persian-PerDT and Seraji, development parts (breaks told right: F1 99.0 and 99.0), and on
# the reports of shared/data/quotations and tests/quality/gold wrapped in seventeen ways (mean F1 98.9).
# A line that lacks more columns than a word has ends its paragraph, if it ends a sentence; wide lines are more ragged.
LONGEST_WORD, LACKING = 12, 0.125
# The first lines are headings as a rule. They tell nothing of the width where there are enough full lines beside
# them, and so much rarer than a wrapped line is a full one without a full stop that is a heading.
FIRST_LINES, ENOUGH = 2, 6
HEADINGS = (15.0, 80.0)
# Where a ragged page ends beside the usual length, and how many lines' word for it that counts for.
PRIOR_ROOM, PRIOR = (-4, 2), 10
MOST_ROOMS = 200  # lines asked how wide the page was
# Breaks short of the width of the page, to be reckoned with beside those seen; where all lines end alike.
UNSEEN, UNSEEN_EXACT = 0.4, 0.1
SHORT = 0.1  # a break less likely than that is the writer's
USUALLY_INSIDE, USUALLY_END = 1.5, 0.5  # of borders alike, before any was seen
ALL_ALIKE = 2.0  # how many borders of the very kind those alike count for
UNFINISHED_END, EMPTY, HARD_EMPTY = 0.5, 0.1, 0.25  # breaks before any was seen


@dataclass(frozen=True, slots=True)
class Line:
    """A line with words on it, without the white space at its ends."""

    start: int
    end: int
    ending: str  # see `Kind`
    first_word: int  # length of the first word

    @property
    def length(self) -> int:
        """Characters of the line."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Break:
    """The break between two lines."""

    line: Line
    following: Line
    kind: Kind
    empty: bool  # an empty line parts them

    @property
    def unfinished(self) -> bool:
        """Tell whether the line stops in mid-sentence."""
        return not self.kind.ending

    @property
    def filled(self) -> int:
        """Columns the line would have had with the next word."""
        return self.line.length + 1 + self.following.first_word


@dataclass(frozen=True, slots=True)
class Wrapping:
    """What the breaks beyond doubt tell of the others."""

    least: int  # columns a line and the next word fill at least
    shortest: int  # columns of a line that ends a sentence, but not its paragraph, at least
    rooms: Sequence[
        tuple[int, int]
    ]  # columns between which the page ended; one if it did so for all lines alike
    spaces: int  # between words
    inside: Counter[Kind]  # borders of a kind in the middle of lines
    known: int  # breaks sure to be soft …
    empties: int  # … and of them the empty lines
    ends: Counter[Kind]  # borders of a kind at the end of short lines
    hard_empty: float  # share of those that are empty lines

    def softness(self, place: Break, heading: float = 1.0) -> float:
        """How likely a break is soft; 0 when the next word would have fitted on the line.

        `heading` is how much likelier a heading is for the words around the break.
        """
        inside, ends = self._evidence(place)
        return self._weigh(place, inside, ends * heading, heading > 1)

    def softness_at_top(self, place: Break, number: int, heading: float) -> float:
        """The same of a line among the first, unfinished as headings are."""
        return self._weigh(place, HEADINGS[number], heading, heading > 1)

    def _weigh(self, place: Break, inside: float, ends: float, heading: bool) -> float:
        """Weigh what speaks for the width of the page against what speaks for the writer."""
        if place.filled <= self.least:
            return 0.0
        soft = inside * self.breaks(place) * self._gap(place, heading)
        hard = ends * (self.hard_empty if place.empty else 1 - self.hard_empty)
        return round(min(0.99, soft / (soft + hard)), 2)

    def _gap(self, place: Break, heading: bool) -> float:
        """How likely a soft break is an empty line, or none; what may be a heading bears no witness of itself."""
        own = place.unfinished and heading
        empties = max(0, self.empties - (own and place.empty)) + EMPTY
        share = empties / (max(0, self.known - own) + 1)
        return share if place.empty else 1 - share

    def breaks(self, place: Break) -> float:
        """How likely a line that long was broken before the next word, if its paragraph goes on."""
        exact = len(self.rooms) == 1
        if not exact and not place.unfinished and place.line.length < self.shortest:
            return 0.0
        room = sum(
            min(1, max(0, (end - place.filled) / (end - start))) for start, end in self.rooms
        )
        unseen = (UNSEEN_EXACT if exact else UNSEEN) / (self.known + 1)
        return max(unseen, 1 - room / len(self.rooms))

    def _evidence(self, place: Break) -> tuple[float, float]:
        """How many borders like this one stand inside lines, how many at the end of short ones."""
        ends = self.ends[place.kind]
        if place.unfinished:
            itself = self.breaks(place) < SHORT
            return self.spaces, ends - itself + UNFINISHED_END
        ending = place.kind.ending
        alike = USUALLY_INSIDE + sum(n for kind, n in self.inside.items() if kind.ending == ending)
        hard = USUALLY_END + sum(n for kind, n in self.ends.items() if kind.ending == ending)
        share = alike / (alike + hard)
        return self.inside[place.kind] + ALL_ALIKE * share, ends + ALL_ALIKE * (1 - share)


def read_wrapping(
    text: str, lines: Sequence[Line], breaks: Sequence[Break], usual: int
) -> Wrapping:
    """Learn how a copy was wrapped from the breaks whose kind is beyond doubt."""
    longest = max(line.length for line in lines if not is_longer(line, usual))
    least = int(RAGGED * usual)
    full = [b for b in breaks if b.unfinished and b.filled > least]
    full = full[FIRST_LINES:] if len(full) > ENOUGH else full
    empties = sum(b.empty for b in full)
    found = Wrapping(
        least=least,
        shortest=longest - max(LONGEST_WORD, int(LACKING * usual)),
        rooms=find_rooms([b for b in full if not b.empty] or full, longest, usual),
        spaces=text.count(" "),
        inside=Counter(read_kind(text, m.end(1), m.end()) for m in INSIDE.finditer(text)),
        known=len(full),
        empties=empties,
        ends=Counter(),
        hard_empty=HARD_EMPTY,
    )
    short = [b for b in breaks if b.filled <= least or found.breaks(b) < SHORT]
    hard_empty = (sum(b.empty for b in short) + HARD_EMPTY) / (len(short) + 1)
    return replace(found, ends=Counter(b.kind for b in short), hard_empty=hard_empty)


def find_rooms(full: Sequence[Break], longest: int, usual: int) -> Sequence[tuple[int, int]]:
    """Between which columns the page ended, line by line: the line fitted on it, the next word did not."""
    if min(b.filled for b in full) > longest:
        return [(longest, longest + 1)]
    asked = full[:: 1 + len(full) // MOST_ROOMS]
    start, end = PRIOR_ROOM
    return [*((b.line.length, b.filled) for b in asked), *[(usual + start, usual + end)] * PRIOR]


def read_breaks(text: str, lines: Sequence[Line]) -> Iterator[Break]:
    """Read the breaks between lines."""
    for line, following in pairwise(lines):
        empty = text.count("\n", line.end, following.start) > 1
        yield Break(line, following, read_kind(text, line.end, following.start), empty)


def read_lines(text: str) -> Iterator[Line]:
    """Read the lines that have words on them."""
    for match in _LINE.finditer(text):
        content = match[0].strip()
        if content:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            first = len(content.split(None, 1)[0])
            yield Line(start, start + len(content), read_ending(content), first)


def find_width(lines: Sequence[Line]) -> int:
    """The usual length of the lines of a wrapped copy; 0 if the copy was not wrapped."""
    unfinished = sorted(line.length for line in lines[:-1] if not line.ending)
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
