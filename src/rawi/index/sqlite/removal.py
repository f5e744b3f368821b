"""Take a document out of a store: its facts, its words in the index, and all that was concluded from it.

What other documents have because of it (a report, a story, a day, a name's spelling) goes, too, and they are
noted as not linked, so that `archive/linking.py` finds what holds without it. What people decided stays in the
log of corrections and waits there. Functions expect to be inside a transaction.
"""

import sqlite3
from collections.abc import Iterable

from rawi.facts import AnnotatedDocument
from rawi.index.sqlite.link_index import COMPARED, set_stage
from rawi.index.sqlite.rows import Row, document_tokens, quotation_tokens
from rawi.index.sqlite.unlinking import forget_keys, forget_names

GROUPS = {"report": "reports", "story": "stories"}  # column of documents -> its table


def find_documents(connection: sqlite3.Connection, what: str) -> list[str]:
    """List the documents an id names, or that came from a file or a folder with this path."""
    folder = what.rstrip("/")
    rows = connection.execute(
        "SELECT id FROM documents WHERE id = ?1 OR given_id = ?1 OR path = ?2"
        f" OR {_below('path', '/')} ORDER BY id",
        (what, folder),
    )
    return [row[0] for row in rows]


def find_set_aside(connection: sqlite3.Connection, what: str) -> list[str]:
    """List the paths set aside that are a file's, in it, or in a folder."""
    folder = what.rstrip("/")
    rows = connection.execute(
        "SELECT DISTINCT path FROM set_aside WHERE path IN (?1, ?2)"
        f" OR {_below('path', '/')} OR {_below('path', '!/')} ORDER BY path",
        (what, folder),
    )
    return [row[0] for row in rows]


def _below(column: str, divider: str) -> str:
    """SQL: a path begins with parameter 2 and a divider; as a range, so that an index can answer."""
    after = divider[:-1] + chr(ord(divider[-1]) + 1)
    return f"({column} >= ?2 || '{divider}' AND {column} < ?2 || '{after}')"


def remove_document(connection: sqlite3.Connection, annotated: AnnotatedDocument) -> list[str]:
    """Take a document out; return those that had their day from it and now have none."""
    document = annotated.document.id
    number = connection.execute(
        "SELECT number FROM documents WHERE id = ?", (document,)
    ).fetchone()[0]
    touched = _list_touched(connection, document)
    _dissolve_groups(connection, document)
    forget_names(connection, number, annotated)
    forget_keys(connection, document)
    connection.execute("DELETE FROM transmissions WHERE giver = ?", (document,))
    _remove_words(connection, number, annotated)
    # The rest goes with it: facts, links, and the places of corrections.
    connection.execute("DELETE FROM documents WHERE number = ?", (number,))
    set_stage(connection, touched, COMPARED)
    rows = connection.execute(
        "SELECT id FROM documents WHERE day_evidence = 'story:' || ?", (document,)
    )
    return [row[0] for row in rows]


def note_removed(
    connection: sqlite3.Connection, document: str, path: str | None, removed_at: str
) -> None:
    """Remember that people took a document out; the note goes when it is taken in again (schema 6)."""
    connection.execute(
        "INSERT INTO removed (id, path, removed_at) VALUES (?, ?, ?)", (document, path, removed_at)
    )


def was_removed(connection: sqlite3.Connection, document: str) -> bool:
    """Tell whether people took a document out."""
    found = connection.execute("SELECT 1 FROM removed WHERE id = ?", (document,))
    return found.fetchone() is not None


def remove_decisions(connection: sqlite3.Connection, document: str) -> None:
    """Forget what people decided about a document's links."""
    connection.execute("DELETE FROM decisions WHERE ? IN (a, b)", (document,))


def _list_touched(connection: sqlite3.Connection, document: str) -> list[str]:
    """The other documents whose links may change: of its report and story, and its possible counterparts."""
    rows = connection.execute(
        "SELECT d.id FROM documents d JOIN documents o ON o.id = ?1"
        " WHERE d.report = o.report OR d.story = o.story"
        " UNION SELECT a FROM candidates WHERE b = ?1 UNION SELECT b FROM candidates WHERE a = ?1"
        " UNION SELECT taker FROM transmissions WHERE giver = ?1",
        (document,),
    )
    return [row[0] for row in rows if row[0] != document]


def _dissolve_groups(connection: sqlite3.Connection, document: str) -> None:
    """Take a document's report and its story apart."""
    for column, table in GROUPS.items():
        group = connection.execute(
            f"SELECT {column} FROM documents WHERE id = ?", (document,)
        ).fetchone()[0]
        if group:
            connection.execute(f"UPDATE documents SET {column} = NULL WHERE {column} = ?", (group,))
            connection.execute(f"DELETE FROM {table} WHERE id = ?", (group,))


def _remove_words(
    connection: sqlite3.Connection, number: int, annotated: AnnotatedDocument
) -> None:
    """Take a document's words out of the index, which has to be told which they were."""
    _unindex(connection, "document_words", number, document_tokens(annotated))
    rows = connection.execute(
        "SELECT number FROM quotations WHERE document = ? ORDER BY position", (number,)
    )
    for row, quotation in zip(rows.fetchall(), annotated.quotations, strict=True):
        _unindex(connection, "quotation_words", row[0], quotation_tokens(annotated, quotation))


def _unindex(connection: sqlite3.Connection, table: str, row: int, words: Row) -> None:
    """Take one row out of a full-text index."""
    columns = ", ".join(words)
    marks = ", ".join(f":{column}" for column in words)
    connection.execute(
        f"INSERT INTO {table} ({table}, rowid, {columns}) VALUES ('delete', :rowid, {marks})",
        words | {"rowid": row},
    )


def drop_set_aside(connection: sqlite3.Connection, paths: Iterable[str]) -> set[str]:
    """Forget what was set aside at some paths; return the hashes of the files it was in."""
    found: set[str] = set()
    for path in paths:
        rows = connection.execute("SELECT sha256 FROM set_aside WHERE path = ?", (path,))
        found.update(row[0] for row in rows if row[0])
        connection.execute("DELETE FROM set_aside WHERE path = ?", (path,))
    return found


def drop_unused_blobs(connection: sqlite3.Connection, hashes: Iterable[str]) -> list[str]:
    """Forget those of some kept files that nothing here came from any more; return their hashes."""
    unused = [
        sha256
        for sha256 in sorted(set(hashes))
        if not connection.execute(
            "SELECT 1 FROM documents WHERE blob = ?1 UNION SELECT 1 FROM set_aside WHERE sha256 = ?1",
            (sha256,),
        ).fetchone()
    ]
    connection.executemany("DELETE FROM blobs WHERE sha256 = ?", [(name,) for name in unused])
    return unused
