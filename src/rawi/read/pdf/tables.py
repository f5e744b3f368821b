"""Find tables, so that they are read row by row.

Part of the third step of the PDF room. Cells of a table stand in columns and would be read down, and a table
beside nothing else opens gutters in the text below it. A table here is what a reader takes for one: rows that
follow one another, whose pieces stand in the same columns and leave much of the width empty. Columns of text
fill theirs. In the cutting of the page a table is one line as wide as all its cells.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from rawi.read.pdf.lines import Line

# Pieces whose baselines are nearer than this part of an em stand in one row.
SAME_ROW = 0.5
# Rows farther apart than this many ems are not of one table.
FAR = 4.5
# Tables of two columns need more rows and emptier ones: two columns of text end with short lines.
FULLEST, FULLEST_OF_TWO = 0.75, 0.5
ROWS, ROWS_OF_TWO = 2, 3
# No two columns of text stand within so many ems.
NARROW_TABLE = 20.0
# Rows that have a cell in each column, of all; the others are second lines of long cells.
WHOLE_ROWS = 0.6

Row = list[Line]


def gather_tables(lines: Sequence[Line], *, rtl: bool) -> list[Line]:
    """Return the lines of an area with each table as one line that holds its `cells` in the order of reading."""
    found: list[Line] = []
    for rows in split_bands(group_rows(lines)):
        if is_table(rows):
            found.append(make_table(rows, rtl=rtl))
        else:
            found.extend(line for row in rows for line in row)
    return found


def group_rows(lines: Sequence[Line]) -> list[Row]:
    """Group pieces that stand at one height, top to bottom."""
    rows: list[Row] = []
    for line in sorted(lines, key=lambda line: line.baseline):
        if rows and line.baseline - rows[-1][0].baseline < SAME_ROW * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def split_bands(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield runs of rows of several pieces each that follow closely; rows of one piece come alone.

    A single piece between such rows is the rest of a long cell if it is as narrow as one.
    """
    band: list[Row] = []
    for row in rows:
        if band and (not follows(row, band) or not (len(row) > 1 or is_rest(row[0], band))):
            yield band
            band = []
        if band or len(row) > 1:
            band.append(row)
        else:
            yield [row]
    if band:
        yield band


def follows(row: Row, band: Sequence[Row]) -> bool:
    """Tell whether a row stands closely below a band."""
    return row[0].baseline - band[-1][0].baseline < FAR * row[0].size


def is_rest(line: Line, band: Sequence[Row]) -> bool:
    """Tell whether a piece stands within one column of a band."""
    return sum(start < line.box[2] and line.box[0] < end for start, end in find_columns(band)) == 1


def find_columns(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """Return the stripes in which the pieces of rows stand, from left to right."""
    columns: list[tuple[float, float]] = []
    for start, end in sorted((line.box[0], line.box[2]) for row in rows for line in row):
        if columns and start <= columns[-1][1]:
            columns[-1] = (columns[-1][0], max(end, columns[-1][1]))
        else:
            columns.append((start, end))
    return columns


def is_table(rows: Sequence[Row]) -> bool:
    """Tell whether rows are a table: several columns, most rows whole, and much empty between the cells."""
    columns = find_columns(rows)
    if len(columns) < 2:
        return False
    width = columns[-1][1] - columns[0][0]
    whole = [row for row in rows if len(row) == len(columns)]
    if len(whole) < WHOLE_ROWS * len(rows):
        return False
    filled = median(sum(line.box[2] - line.box[0] for line in row) / width for row in whole)
    if len(columns) == 2:
        is_narrow = width < NARROW_TABLE * median(line.size for row in rows for line in row)
        return len(whole) >= ROWS_OF_TWO and (is_narrow or filled < FULLEST_OF_TWO)
    return len(whole) >= ROWS and filled < FULLEST


def make_table(rows: Sequence[Row], *, rtl: bool) -> Line:
    """Make one line of a table."""
    cells: list[Line] = []
    for row in rows:
        ordered = sorted(row, key=lambda line: line.box[0], reverse=rtl)
        cells += [
            replace(line, cell="next" if place else "first") for place, line in enumerate(ordered)
        ]
    boxes = [cell.box for cell in cells]
    box = (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
    return Line([], box, median(cell.size for cell in cells), cells=cells)


def lay_out_tables(lines: Sequence[Line]) -> list[Line]:
    """Return lines with the cells of tables in their place."""
    return [cell for line in lines for cell in (line.cells or [line])]
