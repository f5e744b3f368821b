"""Gather glyphs that stand on one baseline into lines, and cut lines at gaps no text runs over.

Second step of the PDF room. A `Line` here is a piece of one line of one column; which pieces belong to one
column is asked in `columns`.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Literal

from rawi.read.pdf.glyphs import Box, Glyph, GlyphKind

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
# A space that leaves so much of a gap uncovered hangs at the end of a line and fills nothing.
UNCOVERED = 0.8
LOOK_BACK = 6
# The number of a footnote is between these parts as large as its line, and raised by this part of an em at most.
RAISED = (0.5, 0.8)
RAISED_BY = 0.45


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
    """Group glyphs by baseline; marks, which are drawn above and below it, join the line they are drawn with.

    Raised numbers of footnotes belong to the line whose type is larger than theirs.
    """
    rows: list[tuple[float, float, list[Glyph]]] = []
    homes: dict[int, int] = {}  # the row of each glyph, by its place in `glyphs`
    places = sorted(range(len(glyphs)), key=lambda place: round(glyphs[place].y, 1))
    for place in places:
        glyph = glyphs[place]
        if glyph.kind == "mark":
            continue
        for number in range(len(rows) - 1, max(-1, len(rows) - 1 - LOOK_BACK), -1):
            y, size, row = rows[number]
            if shares_baseline(abs(y - glyph.y), size, glyph.size, row[0].kind):
                row.append(glyph)
                break
        else:
            number = len(rows)
            rows.append((glyph.y, glyph.size, [glyph]))
        homes[place] = number
    heights = [y for y, _, _ in rows]
    for place, mark in enumerate(glyphs):
        if mark.kind == "mark" and rows:
            rows[find_home(glyphs, place, homes, heights)][2].append(mark)
    return [row for _, _, row in rows]


def shares_baseline(off: float, size: float, other: float, first: GlyphKind) -> bool:
    """Tell whether glyphs of two sizes stand on one line; `first` is what the upper one is."""
    if off < SAME_BASELINE * max(size, other):
        return True
    return (
        first == "digit"
        and RAISED[0] * other < size < RAISED[1] * other
        and off < RAISED_BY * other
    )


def is_raised(one: Glyph, other: Glyph) -> bool:
    """Tell whether two digits beside each other are a number and the number of its footnote."""
    sizes = sorted((one.size, other.size))
    return one.kind == other.kind == "digit" and sizes[0] < RAISED[1] * sizes[1]


def find_home(
    glyphs: Sequence[Glyph], place: int, homes: dict[int, int], heights: Sequence[float]
) -> int:
    """Return the number of the line of a mark: that of the letter drawn beside and under it, else the nearest."""
    mark = glyphs[place]
    for beside in (place - 1, place + 1):
        letter = glyphs[beside] if 0 <= beside < len(glyphs) else None
        if (
            letter
            and letter.kind == "rtl"
            and letter.x0 <= mark.middle <= letter.x1
            and abs(letter.y - mark.y) < mark.size
        ):
            return homes[beside]
    near = bisect_left(heights, mark.y)
    return min(
        range(max(0, near - 1), min(len(heights), near + 1)),
        key=lambda number: abs(heights[number] - mark.y),
    )


def cut_at_gaps(row: list[Glyph], gutters: Sequence[float] = ()) -> list[list[Glyph]]:
    """Cut a row of glyphs where columns or table cells part; pieces of spaces only are left out."""
    row = sorted(row, key=lambda glyph: glyph.x0)
    if is_stretched(row):
        return [row]
    pieces: list[list[Glyph]] = [[row[0]]]
    right, filled = row[0].x1, 0.0
    for glyph in row[1:]:
        if glyph.kind == "space":
            pieces[-1].append(glyph)
            if glyph.x1 - glyph.x0 < WIDE_SPACE * glyph.size and not gutters:
                filled += max(0.0, glyph.x1 - max(right, glyph.x0))
            continue
        gap = glyph.x0 - right
        if filled > (1 - UNCOVERED) * gap:
            gap -= filled
        if gap > NARROW_GAP * glyph.size and (
            gap > COLUMN_GAP * glyph.size or any(right <= gutter <= glyph.x0 for gutter in gutters)
        ):
            pieces.append([])
        pieces[-1].append(glyph)
        right, filled = max(right, glyph.x1), 0.0
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
    Rows that stand beside nothing and begin or end at the place of such gaps count with them: the lines of
    two columns often do not stand at one height.
    """
    seen: dict[tuple[int, bool], list[tuple[float, float, float]]] = {}
    edges: Counter[tuple[int, bool]] = Counter()
    for row in rows:
        shown = sorted(
            (glyph for glyph in row if glyph.kind != "space"), key=lambda glyph: glyph.x0
        )
        if len(shown) < 2:
            continue
        right = shown[0].x1
        edges[round(shown[0].x0), False] += 1
        edges[round(max(glyph.x1 for glyph in shown)), True] += 1
        for glyph in shown[1:]:
            if glyph.x0 - right > NARROW_GAP * glyph.size:
                sides = min(right - shown[0].x0, shown[-1].x1 - glyph.x0) / glyph.size
                seen.setdefault((round(right), True), []).append((right, glyph.x0, sides))
                seen.setdefault((round(glyph.x0), False), []).append((right, glyph.x0, sides))
            right = max(right, glyph.x1)
    return [
        max(gap[0] for gap in gaps) + 0.5 if ends else min(gap[1] for gap in gaps) - 0.5
        for (place, ends), gaps in sorted(seen.items())
        if len(gaps) > 1
        and len(gaps) + edges[place, ends] >= ALIGNED_ROWS
        and median(gap[2] for gap in gaps) > COLUMN_WIDTH
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
