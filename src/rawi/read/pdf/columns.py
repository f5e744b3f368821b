"""Put the lines of a page into reading order: cut it into columns and bands.

Third step of the PDF room, a recursive X-Y cut. A gutter (an empty stripe from top to bottom, with lines on
both sides) parts columns; where there is none, the page is cut across at the first place that opens one
above or below, as a headline over two columns does. The gutters found are then known for the whole file:
there, the few lines with which columns end are parted too.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from rawi.read.pdf.lines import Line

MIN_GUTTER = 4.0  # points; only gaps wider than any word space are seen here at all
MIN_ROWS = 3  # fewer lines beside each other are a heading with a date, not columns
ROW = 3.0  # points: rows are counted on a grid of this height
MAX_DEPTH = 12
MAX_LINES_CUT = 400  # a page with more pieces is a table; cutting it across costs the square
MAX_CUTS = 120


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
            return [*self.cut(first, depth + 1), *self.cut(second, depth + 1)]
        if len(lines) <= MAX_LINES_CUT:
            for y in find_cuts(lines):
                above = [line for line in lines if line.box[3] <= y]
                below = [line for line in lines if line.box[1] >= y]
                if above and below and (self.has_gutter(below) or self.has_gutter(above)):
                    return [*self.cut(above, depth + 1), *self.cut(below, depth + 1)]
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
                if any(end <= gutter <= start for gutter in self.known) or (
                    start - end > MIN_GUTTER and is_long(lines, middle)
                ):
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


def is_long(lines: Sequence[Line], middle: float) -> bool:
    """Tell whether enough lines stand on each side of a gutter."""
    left = [line for line in lines if line.box[2] <= middle]
    right = [line for line in lines if line.box[0] >= middle]
    return count_rows(left) >= MIN_ROWS and count_rows(right) >= MIN_ROWS


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
