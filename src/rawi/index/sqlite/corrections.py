"""What people decided about quotations: logged for ever, applied to what is shown, and found again.

The log (`corrections`) is only added to. `apply_standing` brings the quotations in line with it: each standing
correction is applied to the quotation at its anchor, in the document it was made on or in another reading of
the same file. What finds no place stays in the log and is listed as waiting; nothing is lost in silence.
"""

import sqlite3
from collections.abc import Iterable

from rawi.errors import MissingError, StoreError
from rawi.index.anchors import LetterAnchor, find_anchor_place, make_anchor
from rawi.index.sqlite.answers import enclose
from rawi.index.sqlite.correction_log import find_correction, log_entry
from rawi.index.sqlite.facts import read_annotated
from rawi.index.sqlite.near_names import find_called
from rawi.index.sqlite.rows import Row, decode_extents, quotation_tokens
from rawi.index.store import Correction
from rawi.text import Extent

FIELDS = ("speaker", "addressee", "role", "kind", "verdict")
VALUES = {"kind": ("direct", "indirect", "mixed"), "verdict": ("right", "wrong")}


def add_correction(
    connection: sqlite3.Connection,
    quotation: str,
    field: str,
    new: str | None,
    *,
    made_by: str,
    made_at: str,
    note: str | None = None,
) -> Correction:
    """Log a decision about one field of a quotation and apply it; to be called inside a transaction.

    Raises:
        MissingError: there is no such quotation.
        StoreError: the field or its value is none of those there are.
    """
    if field not in FIELDS:
        raise StoreError(f"{field} cannot be corrected; these can: {', '.join(FIELDS)}")
    if field in VALUES and new not in VALUES[field]:
        raise StoreError(f"{field} cannot be {new}; write {' or '.join(VALUES[field])}")
    row = connection.execute(
        "SELECT q.*, d.id AS document_id, d.blob, d.given_id, d.original FROM quotations q"
        " JOIN documents d ON d.number = q.document WHERE q.id = ?",
        (quotation,),
    ).fetchone()
    if row is None:
        raise MissingError(f"there is no quotation {quotation} to correct")
    extent = enclose(decode_extents(row["content"]))
    entry = {
        "made_at": made_at,
        "made_by": made_by,
        "document": row["document_id"],
        "blob": row["blob"],
        "given_id": row["given_id"],
        "quotation": quotation,
        "start": extent.start,
        "end": extent.end,
        **make_anchor(row["original"], extent)._asdict(),
        "field": field,
        "old": _current(connection, row, field),
        "new": new,
        "note": note,
        "undoes": None,
    }
    name = log_entry(connection, entry)
    _apply(connection, name, row["number"], field, new)
    return find_correction(connection, name)


def undo_correction(
    connection: sqlite3.Connection, correction: str, *, made_by: str, made_at: str
) -> Correction:
    """Take back a standing correction: what stood there before stands there again.

    Raises:
        MissingError: there is no such correction.
        StoreError: it was taken back already, or a later one stands on it.
    """
    row = connection.execute("SELECT * FROM corrections WHERE id = ?", (correction,)).fetchone()
    if row is None or row["undoes"]:
        raise MissingError(f"there is no correction {correction}; rawi log lists them")
    if connection.execute("SELECT 1 FROM corrections WHERE undoes = ?", (correction,)).fetchone():
        raise StoreError(f"correction {correction} was taken back already")
    place = connection.execute(
        "SELECT quotation FROM correction_places WHERE correction = ?", (correction,)
    ).fetchone()
    if place:
        later = connection.execute(
            "SELECT c.id FROM correction_places p JOIN corrections c ON c.id = p.correction"
            " WHERE p.quotation = ? AND c.field = ? AND c.number > ? ORDER BY c.number LIMIT 1",
            (place[0], row["field"], row["number"]),
        ).fetchone()
        if later:
            raise StoreError(f"correction {later[0]} stands on {correction}; take it back first")
        connection.execute("DELETE FROM correction_places WHERE correction = ?", (correction,))
        _write_field(connection, place[0], row["field"], row["old"])
    entry = {key: row[key] for key in row.keys() if key not in ("number", "id", "chain")}  # noqa: SIM118
    entry |= {
        "made_at": made_at, "made_by": made_by, "old": row["new"], "new": row["old"],
        "note": None, "undoes": correction,
    }  # fmt: skip
    return find_correction(connection, log_entry(connection, entry))


def apply_standing(connection: sqlite3.Connection) -> int:
    """Apply the standing corrections that have no place yet; return how many found one."""
    waiting = connection.execute(
        "SELECT * FROM corrections c WHERE undoes IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM correction_places p WHERE p.correction = c.id)"
        " AND NOT EXISTS (SELECT 1 FROM corrections u WHERE u.undoes = c.id) ORDER BY number"
    ).fetchall()
    applied = 0
    for row in waiting:
        quotation = _find_quotation(connection, row)
        if quotation is not None:
            _apply(connection, row["id"], quotation, row["field"], row["new"])
            applied += 1
    return applied


def _current(connection: sqlite3.Connection, row: sqlite3.Row, field: str) -> str | None:
    """What a field of a quotation says now; the verdict is that of the last correction."""
    if field != "verdict":
        value: str | None = row[field]
        return value
    found = connection.execute(
        "SELECT c.new FROM correction_places p JOIN corrections c ON c.id = p.correction"
        " WHERE p.quotation = ? AND c.field = 'verdict' ORDER BY c.number DESC LIMIT 1",
        (row["number"],),
    ).fetchone()
    return found[0] if found else None


def _apply(
    connection: sqlite3.Connection, correction: str, quotation: int, field: str, new: str | None
) -> None:
    """Apply a correction to a quotation, by row number."""
    connection.execute(
        "INSERT OR REPLACE INTO correction_places (correction, quotation) VALUES (?, ?)",
        (correction, quotation),
    )
    _write_field(connection, quotation, field, new)


def _write_field(
    connection: sqlite3.Connection, quotation: int, field: str, value: str | None
) -> None:
    """Write a field of a quotation, and what the search index holds of it.

    A verdict is kept in the log alone. A corrected name belongs to the one entity that is called so, if one is.
    """
    if field == "verdict":
        return
    before = _indexed_words(connection, quotation)
    connection.execute(f"UPDATE quotations SET {field} = ? WHERE number = ?", (value, quotation))
    if field in ("speaker", "addressee"):
        connection.execute(
            f"UPDATE quotations SET {field}_entity = ? WHERE number = ?",
            (find_called(connection, value) if value else None, quotation),
        )
    after = _indexed_words(connection, quotation)
    columns = ", ".join(before)
    marks = ", ".join(f":{column}" for column in before)
    connection.execute(
        f"INSERT INTO quotation_words (quotation_words, rowid, {columns})"
        f" VALUES ('delete', :rowid, {marks})",
        before | {"rowid": quotation},
    )
    connection.execute(
        f"INSERT INTO quotation_words (rowid, {columns}) VALUES (:rowid, {marks})",
        after | {"rowid": quotation},
    )


def _indexed_words(connection: sqlite3.Connection, quotation: int) -> Row:
    """What the search index has to hold of a quotation, by row number."""
    document = connection.execute(
        "SELECT d.* FROM documents d JOIN quotations q ON q.document = d.number WHERE q.number = ?",
        (quotation,),
    ).fetchone()
    rows = connection.execute(
        "SELECT * FROM quotations WHERE document = ? ORDER BY position", (document["number"],)
    ).fetchall()
    annotated = read_annotated(document, rows, (), ())
    position = next(i for i, row in enumerate(rows) if row["number"] == quotation)
    return quotation_tokens(annotated, annotated.quotations[position])


def _find_quotation(connection: sqlite3.Connection, correction: sqlite3.Row) -> int | None:
    """The row number of the quotation a correction is about; None when it is nowhere now.

    Looked for in the document it was made on, then in other readings of the same bytes or record.
    """
    exact = connection.execute(
        "SELECT number FROM quotations WHERE id = ?", (correction["quotation"],)
    ).fetchone()
    if exact:
        return int(exact[0])
    anchor = LetterAnchor(correction["skeleton"], correction["before"], correction["after"])
    documents = connection.execute(
        "SELECT number, original FROM documents WHERE id = ?1 OR blob = ?2 OR given_id = ?3"
        " ORDER BY id <> ?1, id",
        (correction["document"], correction["blob"], correction["given_id"]),
    )
    for document in documents:
        place = find_anchor_place(document["original"], anchor)
        if place is not None:
            rows = connection.execute(
                "SELECT number, content FROM quotations WHERE document = ?", (document["number"],)
            )
            found = _closest(place, rows)
            if found is not None:
                return found
    return None


def _closest(place: Extent, rows: Iterable[sqlite3.Row]) -> int | None:
    """The quotation that has most of a place inside it, and at least half; the shortest of several."""
    best: tuple[int, int, int] | None = None
    for row in rows:
        pieces = decode_extents(row["content"])
        shared = sum(max(0, min(place.end, e.end) - max(place.start, e.start)) for e in pieces)
        if 2 * shared >= place.end - place.start:
            length = sum(e.end - e.start for e in pieces)
            best = max(best or (0, 0, 0), (shared, -length, row["number"]))
    return best[2] if best else None
