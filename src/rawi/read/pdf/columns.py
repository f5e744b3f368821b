"""Put the lines of a page into reading order: cut it into columns and bands.

Third step of the PDF room, a recursive X-Y cut. A gutter (an empty stripe from top to bottom, with lines on
both sides) parts columns; where there is none, the page is cut across at the first place that opens one
above or below, as a headline over two columns does. The gutters found are then known for the whole file:
there, the few lines with which columns end are parted too. The order of drawing is asked once: what stands
under the first column, below the second, and was drawn after it, comes after it.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from statistics import median

from rawi.read.pdf.lines import Line

MIN_GUTTER = 4.0  # points; only gaps wider than any word space are seen here at all
MIN_ROWS = 3  # fewer lines beside each other are a heading with a date, not columns
ROW = 3.0  # points: rows are counted on a grid of this height
BESIDE_ROWS = 2  # so many heights at least at which both columns have a line
MIN_WIDTH = 3.0  # ems: what is narrower are the cells of a table, or the numbers of a list
MAX_DEPTH = 12
MAX_LINES_CUT = 400  # a page with more pieces is a table; cutting it across costs the square
MAX_CUTS = 120
MAX_GAPS = 20  # places of gutters that are tried


@dataclass(slots=True)
class Cutter:
    """Cuts areas of a page; remembers the middles of the gutters it cut at."""

    rtl: bool
    known: Sequence[float] = ()
    found: list[float] = field(default_factory=list)

    def cut(self, lines: Sequence[Line], depth: int = 0) -> list[list[Line]]:
        """Return the columns of an area in reading order, each with its lines in no order."""
        if len(lines) < 2 or depth > MAX_DEPTH:
            return [list(lines)]
        gutter = self.find_gutter(lines)
        if gutter is not None:
            self.found.append(gutter)
            left = [line for line in lines if line.box[2] <= gutter]
            right = [line for line in lines if line.box[0] >= gutter]
            first, second = (right, left) if self.rtl else (left, right)
            first, tail = part_tail(first, second)
            return [
                part for area in (first, second, tail) if area for part in self.cut(area, depth + 1)
            ]
        if len(lines) <= MAX_LINES_CUT:
            for y in find_cuts(lines):
                above = [line for line in lines if line.box[3] <= y]
                below = [line for line in lines if line.box[1] >= y]
                if above and below and (self.has_gutter(below) or self.has_gutter(above)):
                    return [*self.cut(above, depth + 1), *self.cut(below, depth + 1)]
        band = find_band(lines)
        if band:
            top, end = band[0].baseline, band[-1].baseline
            above = [line for line in lines if line.baseline < top]
            below = [line for line in lines if line.baseline > end]
            return [
                part for area in (above, band, below) if area for part in self.cut(area, depth + 1)
            ]
        return [list(lines)]

    def has_gutter(self, lines: Sequence[Line]) -> bool:
        """Tell whether an area can be parted into columns."""
        return self.find_gutter(lines) is not None

    def find_gutter(self, lines: Sequence[Line]) -> float | None:
        """Return the middle of the widest gutter of an area."""
        if not self.known and count_rows(lines) < MIN_ROWS:
            return None
        best: tuple[float, float] | None = None
        spans = sorted((line.box[0], line.box[2]) for line in lines)
        end = spans[0][1]
        for start, stop in spans[1:]:
            if start > end and (best is None or start - end > best[0]):
                middle = (start + end) / 2
                known = any(end <= gutter <= start for gutter in self.known)
                if known or (start - end > MIN_GUTTER and are_columns(lines, middle)):
                    best = (start - end, middle)
            end = max(end, stop)
        return best[1] if best else None


def learn_gutters(pages: Sequence[tuple[Sequence[Line], bool]]) -> list[float]:
    """Find the gutters of a file, in points; a page is its lines and whether it reads from the right."""
    gutters: set[float] = set()
    for lines, rtl in pages:
        cutter = Cutter(rtl)
        cutter.cut(lines)
        gutters.update(round(gutter) for gutter in cutter.found)
    return sorted(gutters)


def find_band(lines: Sequence[Line]) -> list[Line]:
    """Find columns with lines above and below that run over their gutter: a headline, and a note at the foot.

    Returns the lines of the longest such band, top to bottom; none if there is no gutter at all.
    """
    ordered = sorted(lines, key=lambda line: line.baseline)
    gaps = Counter(
        round((one.box[2] + other.box[0]) / 2)
        for row in split_rows(ordered)
        for one, other in pairwise(sorted(row, key=lambda line: line.box[0]))
    )
    best: list[Line] = []
    for middle, _ in gaps.most_common(MAX_GAPS):
        band: list[Line] = []
        for line in (*ordered, None):
            if line and not line.box[0] < middle < line.box[2]:
                band.append(line)
                continue
            if len(best) < len(band) < len(lines) and are_columns(band, middle):
                best = band
            band = []
    return best


def split_rows(ordered: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield runs of lines at one height; `ordered` goes from top to bottom."""
    row: list[Line] = []
    for line in ordered:
        if row and line.baseline - row[0].baseline > ROW:
            yield row
            row = []
        row.append(line)
    yield row


def are_columns(lines: Sequence[Line], middle: float) -> bool:
    """Tell whether two columns stand beside each other at a gutter: long, wide, and at the same heights."""
    left = [line for line in lines if line.box[2] <= middle]
    right = [line for line in lines if line.box[0] >= middle]
    sides = (left, right)
    return (
        all(count_rows(side) >= MIN_ROWS and is_wide(side) for side in sides)
        and count_rows(find_beside(left, right)) >= BESIDE_ROWS
        and count_rows(find_beside(right, left)) >= BESIDE_ROWS
    )


def is_wide(lines: Sequence[Line]) -> bool:
    """Tell whether a column is wide enough for words to be set in it."""
    width = max(line.box[2] - line.box[0] for line in lines)
    return width >= MIN_WIDTH * median(line.size for line in lines)


def find_beside(lines: Sequence[Line], others: Sequence[Line]) -> list[Line]:
    """Return the lines that have another of `others` at their height."""
    spans = sorted((line.box[1], line.box[3]) for line in others)
    bottoms = list(accumulate((bottom for _, bottom in spans), max))
    return [
        line
        for line in lines
        if (count := bisect_left(spans, (line.box[3],))) and bottoms[count - 1] > line.box[1]
    ]


def part_tail(first: Sequence[Line], second: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Part off from a first column what stands below the second one, and was drawn after it.

    A list or a note under two balanced columns may be as narrow as the first; its place does not tell.
    """
    start, end = find_drawn(second)
    tail = [line for line in first if find_drawn([line])[0] > end]
    head = [line for line in first if find_drawn([line])[1] < start]
    if head and tail and len(head) + len(tail) == len(first):
        foot = max(line.box[3] for line in (*head, *second))
        if all(line.box[1] >= foot for line in tail):
            return head, tail
    return list(first), []


def find_drawn(lines: Sequence[Line]) -> tuple[int, int]:
    """Return when the first and the last glyph of lines were drawn."""
    cells = [cell for line in lines for cell in (line.cells or [line])]
    orders = [glyph.order for cell in cells for glyph in cell.glyphs if glyph.kind != "space"]
    return min(orders), max(orders)


def count_rows(lines: Sequence[Line]) -> int:
    """Count the different heights at which lines stand."""
    return len({round(line.baseline / ROW) for line in lines})


def find_cuts(lines: Sequence[Line]) -> list[float]:
    """Find the heights between lines, top to bottom."""
    cuts = []
    spans = sorted((line.box[1], line.box[3]) for line in lines)
    end = spans[0][1]
    for start, stop in spans[1:]:
        if start - end > 1:
            cuts.append((start + end) / 2)
        end = max(end, stop)
    return cuts[:MAX_CUTS]
