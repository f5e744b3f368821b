"""Join lines into paragraphs, by the geometry a typesetter left.

Fifth step of the PDF room. The chief rule is the typesetter's own: a line breaks where the next word does
not fit. If the first word of a line had found room at the end of the line before, the break was meant. Where
it tells nothing (full lines), the gap between the lines, their sizes and indents decide.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from rawi.read.pdf.lines import Line

if TYPE_CHECKING:
    from rawi.read.pdf.glyphs import Glyph

# Sizes that differ by more than this part are two styles.
SAME_SIZE = 0.12
# Room that is left beyond the word itself: a space, and what rounding takes.
WORD_SPACE = 0.35
# Distances of lines that differ by more than this factor are those within and those between paragraphs.
WIDER = 1.22
# Paragraphs stand apart if more than this share of the short lines have a wide distance below them; then a
# line ends early on purpose only if it is shorter by this share of the column.
MOSTLY = 0.7
CLEARLY_SHORTER = 0.15
# At least this share of them is within paragraphs.
WITHIN = 0.2
# The widest line distance, in ems, where the usual one is not known, and where it is; and the narrowest.
MAX_LEADING = 2.3
MIN_LEADING = 0.8
MAX_KNOWN_LEADING = 4.0
INDENT = 0.9
# A line within this part of an em of an edge stands at it; lines begin at the edge of the column, or at one
# indent, if this share of them does. Where they do not (TCPDF draws lines wider than it measured) none is indented.
AT_EDGE = 0.3
EVEN_EDGES = 0.6
# Spaces narrower than this part of an em, and gaps up to this part, do not end a word.
THIN_SPACE = 0.05
WORD_GAP = 0.15
SENTENCE_END = frozenset('.!?؟:؛…»"”')


@dataclass(slots=True)
class Column:
    """Lines of one column of one page, top to bottom."""

    page: int
    lines: list[Line]
    turn: int = 0
    furniture: bool = False
    paragraphs: list["Paragraph"] = field(default_factory=list)

    @property
    def left(self) -> float:
        """The left edge of the type area; one line in twenty may run over it."""
        return sorted(line.box[0] for line in self.lines)[len(self.lines) // 20]

    @property
    def right(self) -> float:
        """The right edge of the type area; one line in twenty may run over it."""
        return sorted(line.box[2] for line in self.lines)[-1 - len(self.lines) // 20]


@dataclass(frozen=True, slots=True)
class Spacing:
    """How a column is set.

    `widest` is the widest distance of lines, in ems, within paragraphs; paragraphs may stand `apart`; and
    lines may start evenly: where they do not, an indent says nothing.
    """

    widest: float
    apart: bool
    even_starts: bool


@dataclass(slots=True)
class Paragraph:
    """Lines that make one paragraph in one column; `continues` says that it goes on from the one before.

    `furniture` stands outside the type area.
    """

    page: int
    lines: list[Line]
    turn: int = 0
    continues: bool = False
    furniture: bool = False

    @property
    def text(self) -> str:
        """The lines joined by spaces."""
        return " ".join(line.text for line in self.lines)

    @property
    def size(self) -> float:
        """The em most of it is set in."""
        return median(line.size for line in self.lines)


def join_paragraphs(columns: Sequence[Column]) -> list[Paragraph]:
    """Find the paragraphs of a file: those of each column, and which of them run on into the next."""
    paragraphs: list[Paragraph] = []
    for column in columns:
        lines = [line for line in column.lines if line.text]
        if not lines:
            continue
        if column.furniture:
            column.paragraphs = [
                Paragraph(column.page, [line], column.turn, furniture=True) for line in lines
            ]
            paragraphs.extend(column.paragraphs)
            continue
        spacing = learn_spacing(lines, column)
        own: list[Paragraph] = []
        for line in lines:
            if own and not breaks(own[-1].lines[-1], line, column, spacing):
                own[-1].lines.append(line)
            else:
                own.append(Paragraph(column.page, [line], column.turn))
        column.paragraphs = own
        last = next((part for part in reversed(paragraphs) if not part.furniture), None)
        own[0].continues = last is not None and runs_on(last, own[0], columns)
        paragraphs.extend(own)
    return paragraphs


def learn_spacing(lines: Sequence[Line], column: Column) -> Spacing:
    """Learn the distances of lines within paragraphs of a column, and whether paragraphs stand apart.

    Distances below full lines (where the next word did not fit) are those within paragraphs and, when a last
    line happens to be full, those between them. They differ clearly: the first jump parts them.
    """
    full: list[float] = []
    short: list[float] = []
    for before, after in pairwise(lines):
        gap = (after.baseline - before.baseline) / before.size
        if same_size(before, after) and gap > MIN_LEADING:
            (short if has_room(before, after, column) else full).append(gap)
    widest = find_jump(sorted(full))
    apart = sum(gap > widest for gap in short) > MOSTLY * max(1, len(short))
    return Spacing(widest, apart, starts_evenly(lines, column))


def starts_evenly(lines: Sequence[Line], column: Column) -> bool:
    """Tell whether most lines begin at the edge of the column or at one indent."""
    starts = Counter(round(start_offset(line, column) / (AT_EDGE * line.size)) for line in lines)
    return sum(count for _, count in starts.most_common(2)) >= EVEN_EDGES * len(lines)


def start_offset(line: Line, column: Column) -> float:
    """Return how far inside its column a line begins, in points."""
    return column.right - line.box[2] if line.base == "rtl" else line.box[0] - column.left


def find_jump(gaps: Sequence[float]) -> float:
    """Return where the distances within paragraphs end; `gaps` are sorted."""
    if not gaps:
        return MAX_LEADING
    for below, (narrow, wide) in enumerate(pairwise(gaps), 1):
        if wide > narrow * WIDER and below >= WITHIN * len(gaps):
            return (narrow + wide) / 2
    return min(MAX_KNOWN_LEADING, gaps[-1] * WIDER)


def breaks(before: Line, after: Line, column: Column, spacing: Spacing) -> bool:
    """Tell whether a paragraph ends between two lines of a column; each row of a table is one."""
    if before.cell or after.cell:
        return after.cell != "next"
    if not same_size(before, after):
        return True
    if (after.baseline - before.baseline) / before.size > spacing.widest:
        return True
    # Where paragraphs stand apart, a line is meant to end early only if it is clearly shorter: typesetters
    # that measure words wrongly (TCPDF) break lines a little too early.
    spare = CLEARLY_SHORTER * (column.right - column.left) if spacing.apart else 0.0
    indented = spacing.even_starts and is_indented(after, before, column)
    return indented or has_room(before, after, column, spare)


def same_size(before: Line, after: Line) -> bool:
    """Tell whether two lines are set in one size."""
    return abs(before.size - after.size) <= SAME_SIZE * max(before.size, after.size)


def has_room(before: Line, after: Line, column: Column, spare: float = 0.0) -> bool:
    """Tell whether the first word of a line would have fitted at the end of the line before it.

    `spare` is room, in points, that must be left besides.
    """
    at_end, at_start = before.box[0] - column.left, column.right - before.box[2]
    if before.base == "ltr":
        at_end, at_start = at_start, at_end
    room = at_end
    if at_start > before.size and abs(at_end - at_start) < before.size / 2:
        room += at_start  # centred
    return room > first_word_width(after) + WORD_SPACE * after.size + spare


def first_word_width(line: Line) -> float:
    """Return the width of the first word of a line, in points."""
    rtl = line.base == "rtl"
    shown = sorted(line.glyphs, key=lambda glyph: glyph.middle, reverse=rtl)
    word: list[Glyph] = []
    for glyph in shown:
        if glyph.kind == "space":
            if word and glyph.x1 - glyph.x0 > THIN_SPACE * glyph.size:
                break
            continue
        if word:
            last = word[-1]
            gap = last.x0 - glyph.x1 if rtl else glyph.x0 - last.x1
            if gap > WORD_GAP * glyph.size:
                break
        word.append(glyph)
    return max(glyph.x1 for glyph in word) - min(glyph.x0 for glyph in word)


def is_indented(line: Line, before: Line, column: Column) -> bool:
    """Tell whether a line starts further in than the full line before it."""
    inner, outer = start_offset(line, column), start_offset(before, column)
    return INDENT * line.size < inner < 4 * line.size and outer < AT_EDGE * line.size


def runs_on(before: Paragraph, after: Paragraph, columns: Sequence[Column]) -> bool:
    """Tell whether a paragraph goes on at the head of the next column or page."""
    last, first = before.lines[-1], after.lines[0]
    if before.turn != after.turn or not same_size(last, first) or last.base != first.base:
        return False
    if last.text[-1:] in SENTENCE_END:
        return False
    home = next(column for column in columns if any(line is last for line in column.lines))
    # The width of a single line says nothing of the type area.
    return len(home.lines) > 1 and not has_room(last, first, home)
