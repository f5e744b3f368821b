"""Tables of documents: CSV (with any of the usual separators) and Parquet, one document a row.

The text column is found by its name (`columns.tsv`); a table without one is set aside with its column names.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from rawi.errors import ReadError
from rawi.facts import SetAside
from rawi.read.decode import decode
from rawi.read.html.published import read_time
from rawi.read.reader import RawDocument, RawItem
from rawi.tables import load_tsv

MAX_CELL = 16 << 20  # characters
SEPARATORS = ",;\t|"
PARQUET_BATCH = 256  # rows unpacked at a time


class ColumnRow(NamedTuple):
    """A row of `columns.tsv`."""

    field: str
    name: str


@cache
def _fields() -> dict[str, str]:
    """Column name to field."""
    return {row.name: row.field for row in load_tsv("rawi.read.data", "columns.tsv", ColumnRow)}


def read(item: RawItem) -> Iterator[RawDocument | SetAside]:
    """Yield the rows of a table.

    Raises:
        ReadError: it is not sound, or has no text column.
    """
    yield from read_parquet(item) if item.head(4) == b"PAR1" else read_csv(item)


def find_columns(names: Sequence[str]) -> dict[str, int]:
    """Return the place of each field among the columns.

    >>> find_columns(["Title", "متن", "n"])
    {'title': 0, 'text': 1}

    Raises:
        ReadError: none of the columns holds a text.
    """
    found: dict[str, int] = {}
    for place, name in enumerate(names):
        field = _fields().get(name.strip().lower().removeprefix("\ufeff"))
        if field:
            found.setdefault(field, place)
    if "text" not in found:
        shown = ", ".join(name[:30] for name in names[:12])
        raise ReadError(
            "no_text_column", f"none of the columns is called text or the like: {shown}"
        )
    return found


def read_csv(item: RawItem) -> Iterator[RawDocument | SetAside]:
    """Yield the rows of a CSV file."""
    decoded = decode(item.read(), item.charset)
    csv.field_size_limit(MAX_CELL)
    header, _, _ = decoded.text.partition("\n")
    separator = max(SEPARATORS, key=header.count)
    rows = csv.reader(cut_lines(decoded.text), delimiter=separator)
    try:
        columns = find_columns(next(rows, []))
        for number, row in enumerate(rows, 2):
            if not any(row):
                continue
            cells = {f: row[place] for f, place in columns.items() if place < len(row)}
            yield make_row_document(item, cells, number)
    except csv.Error as error:
        raise ReadError("broken", f"line {rows.line_num}: {error}") from error


def cut_lines(text: str) -> Iterator[str]:
    """Yield the lines with their ends; a StringIO would take four bytes for each character of the file."""
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end


def make_row_document(
    item: RawItem, cells: Mapping[str, str], number: int
) -> RawDocument | SetAside:
    """Make a document of a row; a row without text is set aside."""
    part = f"row {number}"
    if not cells.get("text", "").strip():
        return item.set_aside("no_text", "the text cell of the row is empty", part=part)
    return RawDocument(
        cells["text"],
        title=cells.get("title"),
        outlet=cells.get("outlet"),
        url=cells.get("url"),
        published=read_time(written := cells.get("published", "")) or written,
        given_id=cells.get("id"),
        part=part,
        media_type="text/csv",
    )


def read_parquet(item: RawItem) -> Iterator[RawDocument | SetAside]:
    """Yield the rows of a Parquet file; needs the extra `rawi[parquet]`."""
    try:
        from pyarrow import parquet
    except ImportError as error:
        raise ReadError(
            "needs_extra", "Parquet files need pyarrow: pip install 'rawi[parquet]'"
        ) from error
    with item.open() as file:
        table = parquet.ParquetFile(file)
        columns = find_columns([str(name) for name in table.schema_arrow.names])
        names = {field: str(table.schema_arrow.names[place]) for field, place in columns.items()}
        number = 0
        for batch in table.iter_batches(PARQUET_BATCH, columns=list(names.values())):
            for row in batch.to_pylist():
                number += 1
                cells = {
                    field: str(row[name])
                    for field, name in names.items()
                    if row.get(name) is not None
                }
                yield make_row_document(item, cells, number)
