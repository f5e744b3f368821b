"""Gather glyphs that stand on one baseline into lines, and cut lines at gaps no text runs over.

Second step of the PDF room. A `Line` here is a piece of one line of one column; which pieces belong to one
column is asked in `columns`.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Literal

from rawi.read.pdf.glyphs import Box, Glyph

# Baselines nearer than a third of an em are one line (superscripts, mixed fonts); prototype, dev set.
SAME_BASELINE = 0.33
# A gap wider than this many ems is not a word space, even in justified text.
COLUMN_GAP = 1.6
# At a known gutter, a gap wider than this many ems parts columns.
NARROW_GAP = 0.6
# So many rows with a gap at one place make a gutter, if the text on both sides is this many ems wide.
ALIGNED_ROWS = 5
COLUMN_WIDTH = 5.0
# Gaps wider than this many ems part words; a stretched line's narrowest is this part of its widest at least.
WORD_GAP = 0.17
EVEN = 0.6
# A space glyph wider than this is a tabulator drawn as a space.
WIDE_SPACE = 1.2
LOOK_BACK = 6


@dataclass(slots=True)
class Line:
    """Glyphs of one line in one column; the box leaves out spaces; `size` is the median em.

    `warnings` are codes of what was seen in it, `doubts` the words read by OCR with low trust, in order.
    A line of a table is a `cell`, the first of its row or a next one; a whole table is a line of `cells`.
    """

    glyphs: list[Glyph]
    box: Box
    size: float
    base: str = "rtl"
    text: str = ""
    warnings: frozenset[str] = frozenset()
    doubts: tuple[str, ...] = ()
    cell: Literal["", "first", "next"] = ""
    cells: list["Line"] = field(default_factory=list)

    @property
    def baseline(self) -> float:
        """The lower edge of the box."""
        return self.box[3]


def make_line(glyphs: list[Glyph]) -> Line:
    """Make a line of glyphs, at least one of them no space.

    Marks are drawn above and below the baseline, and so are exponents: the middle of all heights is the line's.
    """
    seen = [glyph for glyph in glyphs if glyph.kind != "space"]
    letters = [glyph for glyph in seen if glyph.kind != "mark"] or seen
    size = median(glyph.size for glyph in letters)
    baseline = median(glyph.y for glyph in letters)
    left, right = min(glyph.x0 for glyph in seen), max(glyph.x1 for glyph in seen)
    return Line(glyphs, (left, baseline - size, right, baseline), size)


def find_pieces(rows: Sequence[list[Glyph]], gutters: Sequence[float] = ()) -> list[Line]:
    """Find the pieces of the lines of a page, top to bottom; at known gutters narrow gaps part them too."""
    return [make_line(piece) for row in rows for piece in cut_at_gaps(row, gutters)]


def group_baselines(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Group glyphs by baseline; marks, which are drawn above and below it, join the nearest line."""
    rows: list[tuple[float, float, list[Glyph]]] = []
    for glyph in sorted(glyphs, key=lambda glyph: round(glyph.y, 1)):
        if glyph.kind == "mark":
            continue
        for y, size, row in reversed(rows[-LOOK_BACK:]):
            if abs(y - glyph.y) < SAME_BASELINE * max(size, glyph.size):
                row.append(glyph)
                break
        else:
            rows.append((glyph.y, glyph.size, [glyph]))
    heights = [y for y, _, _ in rows]
    for mark in glyphs:
        if mark.kind == "mark" and rows:
            place = bisect_left(heights, mark.y)
            near = range(max(0, place - 1), min(len(rows), place + 1))
            rows[min(near, key=lambda number: abs(heights[number] - mark.y))][2].append(mark)
    return [row for _, _, row in rows]


def cut_at_gaps(row: list[Glyph], gutters: Sequence[float] = ()) -> list[list[Glyph]]:
    """Cut a row of glyphs where columns or table cells part; pieces of spaces only are left out."""
    row = sorted(row, key=lambda glyph: glyph.x0)
    if is_stretched(row):
        return [row]
    pieces: list[list[Glyph]] = [[row[0]]]
    right = row[0].x1
    for glyph in row[1:]:
        if glyph.kind == "space":
            pieces[-1].append(glyph)
            if glyph.x1 - glyph.x0 < WIDE_SPACE * glyph.size and not gutters:
                right = max(right, glyph.x1)
            continue
        gap = glyph.x0 - right
        if gap > NARROW_GAP * glyph.size and (
            gap > COLUMN_GAP * glyph.size or any(right <= gutter <= glyph.x0 for gutter in gutters)
        ):
            pieces.append([])
        pieces[-1].append(glyph)
        right = max(right, glyph.x1)
    return [piece for piece in pieces if any(glyph.kind != "space" for glyph in piece)]


def is_stretched(row: Sequence[Glyph]) -> bool:
    """Tell whether a row was stretched to the width of the page: all its words stand alike far apart.

    TCPDF justifies the last lines of paragraphs too; their gaps are no columns.
    """
    gaps: list[float] = []
    right: float | None = None
    for glyph in row:
        if glyph.kind == "space":
            continue
        if right is not None and glyph.x0 - right > WORD_GAP * glyph.size:
            gaps.append((glyph.x0 - right) / glyph.size)
        right = glyph.x1 if right is None else max(right, glyph.x1)
    return len(gaps) > 1 and max(gaps) > COLUMN_GAP and min(gaps) > EVEN * max(gaps)


def find_aligned_gaps(rows: Sequence[Sequence[Glyph]]) -> list[float]:
    """Find the gutters of columns that nearly touch: gaps of many rows that begin or end at one place.

    Text columns begin their lines at one edge, so the gaps before it are aligned there however ragged the other
    column is. Word gaps are seldom so wide and never so aligned; numbers of lists are too narrow for a column.
    """
    seen: dict[tuple[int, bool], list[tuple[float, float, float]]] = {}
    for row in rows:
        shown = sorted(
            (glyph for glyph in row if glyph.kind != "space"), key=lambda glyph: glyph.x0
        )
        if len(shown) < 2:
            continue
        right = shown[0].x1
        for glyph in shown[1:]:
            if glyph.x0 - right > NARROW_GAP * glyph.size:
                sides = min(right - shown[0].x0, shown[-1].x1 - glyph.x0) / glyph.size
                seen.setdefault((round(right), True), []).append((right, glyph.x0, sides))
                seen.setdefault((round(glyph.x0), False), []).append((right, glyph.x0, sides))
            right = max(right, glyph.x1)
    return [
        max(gap[0] for gap in gaps) + 0.5 if ends else min(gap[1] for gap in gaps) - 0.5
        for (_, ends), gaps in sorted(seen.items())
        if len(gaps) >= ALIGNED_ROWS and median(gap[2] for gap in gaps) > COLUMN_WIDTH
    ]


def join_lines(lines: Sequence[Line]) -> list[Line]:
    """Join pieces on one baseline that turned out to be in one column; top to bottom."""
    joined: list[Line] = []
    for line in sorted(lines, key=lambda line: line.baseline):
        last = joined[-1] if joined else None
        if (
            last
            and not (last.cells or line.cells)
            and abs(last.baseline - line.baseline) < SAME_BASELINE * line.size
        ):
            joined[-1] = make_line(last.glyphs + line.glyphs)
        else:
            joined.append(line)
    return joined
