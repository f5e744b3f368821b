"""Check the data files of a package folder against its `ORIGINS.toml`, and characters against their names.

Every data file must be listed with its origin, licence and hash; every listed file must be there.
In a table with the columns `code`, `character` and `name`, the three must agree: a character table
without a check is a guess.
"""

import hashlib
import unicodedata
from pathlib import Path

import msgspec

from rawi.errors import TableError

DATA_SUFFIXES = frozenset({".tsv", ".toml", ".txt", ".bin", ".json", ".xz", ".gz", ".woff2"})


class OriginEntry(msgspec.Struct, forbid_unknown_fields=True):
    """Where one data file comes from; `licence` is an SPDX expression, `made_by` a script or `by hand`."""

    file: str
    title: str
    origin: str
    licence: str
    retrieved: str
    made_by: str
    sha256: str = ""
    rows: int = 0


class Origins(msgspec.Struct, forbid_unknown_fields=True):
    """The contents of an `ORIGINS.toml`."""

    table: list[OriginEntry] = []


def read_origins(folder: Path) -> Origins:
    """Read a folder's `ORIGINS.toml`.

    Raises:
        TableError: it is missing or malformed.
    """
    path = folder / "ORIGINS.toml"
    try:
        return msgspec.toml.decode(path.read_bytes(), type=Origins)
    except (OSError, msgspec.DecodeError) as error:
        raise TableError(f"{path}: {error}") from error


def check_folder(folder: Path) -> list[str]:
    """Return what is wrong with the data files of a folder, one sentence each; an empty list is good."""
    entries = {entry.file: entry for entry in read_origins(folder).table}
    present = {
        path.name: path
        for path in folder.iterdir()
        if path.suffix in DATA_SUFFIXES and path.name != "ORIGINS.toml"
    }
    found = [f"{folder}/{name}: not listed in ORIGINS.toml" for name in present.keys() - entries]
    found += [
        f"{folder}/{name}: listed in ORIGINS.toml, not there" for name in entries.keys() - present
    ]
    for name in sorted(present.keys() & entries.keys()):
        data = present[name].read_bytes()
        if hashlib.sha256(data).hexdigest() != entries[name].sha256:
            found.append(f"{folder}/{name}: changed since it was sealed; run tools/seal_tables.py")
        if name.endswith(".tsv"):
            found += check_characters(f"{folder}/{name}", data.decode("utf-8"))
    return sorted(found)


def check_characters(where: str, table: str) -> list[str]:
    r"""Compare code point, character and name in a table that has all three columns.

    >>> check_characters("t", "code\tcharacter\tname\nU+064A\tی\tARABIC LETTER YEH")
    ['t, line 2: U+064A is not ی']
    """
    lines = table.split("\n")
    header = next((i for i, line in enumerate(lines) if line and not line.startswith("#")), 0)
    columns = lines[header].split("\t")
    if not {"code", "character", "name"} <= set(columns):
        return []
    code, character, name = (columns.index(c) for c in ("code", "character", "name"))
    found: list[str] = []
    for number, line in enumerate(lines[header + 1 :], header + 2):
        if not line:
            continue
        cells = line.split("\t")
        point = chr(int(cells[code].removeprefix("U+"), 16))
        # Invisible characters cannot be written as themselves: their cell is left empty.
        if cells[character] and cells[character] != point:
            found.append(f"{where}, line {number}: {cells[code]} is not {cells[character]}")
        elif unicodedata.name(point, "") != cells[name]:
            found.append(
                f"{where}, line {number}: {cells[code]} is named {unicodedata.name(point, '')}"
            )
    return found
