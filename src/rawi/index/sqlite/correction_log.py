"""The log of corrections: only ever added to, each entry chained to the one before by its hash."""

import hashlib
import json
import sqlite3
from collections.abc import Iterator

from rawi.errors import MissingError
from rawi.index.store import Correction

ID_LENGTH = 12  # hexadecimal digits of the chain that name an entry
_COLUMNS = (
    "id, made_at, made_by, document, quotation, field, old, new, note, undoes,"
    " EXISTS (SELECT 1 FROM correction_places p WHERE p.correction = c.id) AS applied,"
    " EXISTS (SELECT 1 FROM corrections u WHERE u.undoes = c.id) AS undone"
)


def log_entry(connection: sqlite3.Connection, entry: dict[str, object]) -> str:
    """Add an entry to the log; return its id."""
    last = connection.execute(
        "SELECT chain FROM corrections ORDER BY number DESC LIMIT 1"
    ).fetchone()
    chain = _chain(last[0] if last else "", entry)
    row = entry | {"id": chain[:ID_LENGTH], "chain": chain}
    columns = ", ".join(f'"{column}"' for column in row)
    marks = ", ".join(f":{column}" for column in row)
    connection.execute(f"INSERT INTO corrections ({columns}) VALUES ({marks})", row)
    return chain[:ID_LENGTH]


def _chain(before: str, entry: dict[str, object]) -> str:
    """The hash of an entry and all before it."""
    written = json.dumps(entry, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(f"{before}\n{written}".encode()).hexdigest()


def list_corrections(connection: sqlite3.Connection) -> Iterator[Correction]:
    """Yield the log, oldest entry first."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM corrections c ORDER BY number")
    for row in rows:
        yield _read(row)


def find_correction(connection: sqlite3.Connection, correction: str) -> Correction:
    """Return one entry of the log; MissingError when there is none."""
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM corrections c WHERE id = ?", (correction,)
    ).fetchone()
    if row is None:
        raise MissingError(f"there is no correction {correction}; rawi log lists them")
    return _read(row)


def check_chain(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield the ids of entries that are not what was logged."""
    before = ""
    for row in connection.execute("SELECT * FROM corrections ORDER BY number"):
        entry = {key: row[key] for key in row.keys() if key not in ("number", "id", "chain")}  # noqa: SIM118
        if row["chain"] != _chain(before, entry) or row["id"] != row["chain"][:ID_LENGTH]:
            yield row["id"]
        before = row["chain"]


def _read(row: sqlite3.Row) -> Correction:
    """An entry of the log."""
    state = "undone" if row["undone"] else "applied" if row["applied"] else "waiting"
    return Correction(
        id=row["id"],
        made_at=row["made_at"],
        made_by=row["made_by"],
        document=row["document"],
        quotation=row["quotation"],
        field=row["field"],
        old=row["old"],
        new=row["new"],
        note=row["note"],
        undoes=row["undoes"],
        state="undo" if row["undoes"] else state,
    )
