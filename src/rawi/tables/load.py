"""Read the package's data files into typed rows, once.

A `.tsv` file is UTF-8 text: comment lines starting with `# `, a header line of column names, then one row
a line. A `.toml` file is read into one declared type. Both are strict: an unknown or missing column is an
error, so that a slip in a table is found when it is made and not when it hurts. What was learned or counted
is packed (`.tsv.xz`): comment lines, then rows that a builder in `tools/` wrote, without a header.
"""

import gc
import lzma
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from typing import TypeVar

import msgspec

from rawi.errors import TableError

Row = TypeVar("Row", bound=tuple[object, ...])
Schema = TypeVar("Schema")


@contextmanager
def without_collecting() -> Iterator[None]:
    """Keep Python from looking for garbage while a large table is built: there is none, and the look takes long."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@cache
def load_bytes(package: str, name: str) -> bytes:
    """Read a data file of a package as it is.

    Raises:
        TableError: there is no such file.
    """
    try:
        return files(package).joinpath(name).read_bytes()
    except OSError as error:
        raise TableError(f"{package}/{name}: cannot be read: {error}") from error


def load_packed(package: str, name: str) -> str:
    """Read the rows of a packed table as one text, the comments at its head left out.

    Raises:
        TableError: there is no such file, or it is not whole.
    """
    try:
        text = lzma.decompress(load_bytes(package, name)).decode("utf-8")
    except (lzma.LZMAError, EOFError, UnicodeDecodeError) as error:
        raise TableError(f"{package}/{name}: cannot be unpacked: {error}") from error
    start = 0
    while text.startswith("#", start):
        start = text.index("\n", start) + 1
    return text[start:].removesuffix("\n")


def split_columns(rows: str, count: int) -> list[list[str]]:
    r"""Cut rows of `count` cells into columns: all cells in one list are read five times as fast as lines.

    >>> split_columns("a\t1\nb\t2", 2)
    [['a', 'b'], ['1', '2']]

    Raises:
        TableError: there are cells too many or too few.
    """
    cells = rows.replace("\n", "\t").split("\t")
    if len(cells) % count:
        raise TableError(f"{len(cells)} cells are no rows of {count}")
    return [cells[column::count] for column in range(count)]


@cache
def load_tsv(package: str, name: str, row: type[Row]) -> tuple[Row, ...]:
    """Read a table into `row`s: a NamedTuple whose fields are the columns, in order.

    An empty cell is the field's default where it has one, else an empty string.

    >>> from typing import NamedTuple
    >>> class Digit(NamedTuple):
    ...     code: str
    ...     character: str
    ...     name: str
    ...     value: int
    >>> load_tsv("rawi.lang.shared", "digits.tsv", Digit)[0]
    Digit(code='U+0660', character='٠', name='ARABIC-INDIC DIGIT ZERO', value=0)

    Raises:
        TableError: the columns are not the fields of `row`, or a cell does not fit its type.
    """
    lines = [
        (number, line)
        for number, line in enumerate(load_bytes(package, name).decode("utf-8").split("\n"), 1)
        if line and not line.startswith("# ") and line != "#"
    ]
    if not lines:
        raise TableError(f"{package}/{name}: no header line")
    columns = lines[0][1].split("\t")
    fields = tuple(row.__annotations__)
    if tuple(columns) != fields:
        raise TableError(f"{package}/{name}: columns {columns}, expected {list(fields)}")
    defaults: dict[str, object] = getattr(row, "_field_defaults", {})
    rows: list[Row] = []
    for number, line in lines[1:]:
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise TableError(
                f"{package}/{name}, line {number}: {len(cells)} cells, not {len(columns)}"
            )
        filled = [
            cell or defaults.get(field, "") for field, cell in zip(fields, cells, strict=True)
        ]
        try:
            rows.append(msgspec.convert(filled, row, strict=False))
        except msgspec.ValidationError as error:
            raise TableError(f"{package}/{name}, line {number}: {error}") from error
    return tuple(rows)


@cache
def load_toml(package: str, name: str, schema: type[Schema]) -> Schema:
    """Read a TOML file into the declared type.

    Raises:
        TableError: it is no TOML, or does not fit the type; the message has the path inside the file.
    """
    try:
        return msgspec.toml.decode(load_bytes(package, name), type=schema)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise TableError(f"{package}/{name}: {error}") from error
