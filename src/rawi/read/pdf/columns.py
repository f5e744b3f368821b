"""Put the lines of a page into reading order: cut it into columns and bands.

Third step of the PDF room, a recursive X-Y cut. A gutter (an empty stripe from top to bottom, with lines on
both sides) parts columns; where there is none, the page is cut across at the first place that opens one
above or below, as a headline over two columns does.
"""

from collections.abc import Sequence

from rawi.read.pdf.lines import Line

MIN_GUTTER = 8.0  # points; the narrowest gutter seen in newspapers
MIN_ROWS = 3  # fewer lines beside each other are a heading with a date, not columns
ROW = 3.0  # points: rows are counted on a grid of this height
MAX_DEPTH = 12
MAX_LINES_CUT = 400  # a page with more pieces is a table; cutting it across costs the square
MAX_CUTS = 120


def order_columns(lines: Sequence[Line], *, rtl: bool, depth: int = 0) -> list[list[Line]]:
    """Return the columns of a page in reading order, each with its lines in no order."""
    if len(lines) < 2 or depth > MAX_DEPTH:
        return [list(lines)]
    parts = find_gutter(lines)
    if parts:
        left, right = parts
        first, second = (right, left) if rtl else (left, right)
        return [
            *order_columns(first, rtl=rtl, depth=depth + 1),
            *order_columns(second, rtl=rtl, depth=depth + 1),
        ]
    if len(lines) <= MAX_LINES_CUT:
        for y in find_cuts(lines):
            above = [line for line in lines if line.box[3] <= y]
            below = [line for line in lines if line.box[1] >= y]
            if above and below and (find_gutter(below) or find_gutter(above)):
                return [
                    *order_columns(above, rtl=rtl, depth=depth + 1),
                    *order_columns(below, rtl=rtl, depth=depth + 1),
                ]
    return [list(lines)]


def find_gutter(lines: Sequence[Line]) -> tuple[list[Line], list[Line]] | None:
    """Find the widest empty stripe between enough lines left and right of it."""
    if count_rows(lines) < MIN_ROWS:
        return None
    widest: tuple[float, float] | None = None
    spans = sorted((line.box[0], line.box[2]) for line in lines)
    end = spans[0][1]
    for start, stop in spans[1:]:
        if start - end > MIN_GUTTER and (widest is None or start - end > widest[0]):
            widest = (start - end, (start + end) / 2)
        end = max(end, stop)
    if widest is None:
        return None
    left = [line for line in lines if line.box[2] <= widest[1]]
    right = [line for line in lines if line.box[0] >= widest[1]]
    if count_rows(left) < MIN_ROWS or count_rows(right) < MIN_ROWS:
        return None
    return left, right


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
