"""The SQLite store: documents and facts in, rows and answers out. The source of truth of an archive.

Searching stands in `search.py`, links between documents in `links.py`, the shapes of rows in `rows.py`.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Self

from rawi.errors import MissingError, StoreError
from rawi.facts import AnnotatedDocument, Document, SetAside
from rawi.index.query import Query
from rawi.index.sqlite import correction_log, corrections, removal, search
from rawi.index.sqlite.answers import DOCUMENT_COLUMNS, document_row
from rawi.index.sqlite.connections import Connections
from rawi.index.sqlite.facets import CountCache
from rawi.index.sqlite.facts import read_annotated, read_document
from rawi.index.sqlite.linked import LinkedStore
from rawi.index.sqlite.rows import Row, Shelf, make_shelf
from rawi.index.sqlite.status import count_all, list_set_aside
from rawi.index.sqlite.worded import WordedStore
from rawi.index.store import (
    Correction,
    DayRow,
    DocumentAnswer,
    DocumentRow,
    QuotationAnswer,
    QuotationRow,
    Status,
)


class SqliteStore(LinkedStore, WordedStore):
    """A store in one SQLite file; may be used from several threads, each with its own connection."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        self._connections = Connections(path, create=create)
        self._counts = CountCache(self._connections)

    def transaction(self) -> AbstractContextManager[sqlite3.Connection]:
        """Write all or nothing: `with store.transaction() as connection: …`."""
        return self._connections.transaction()

    # ------------------------------------------------------------------ writing

    def put(self, annotated: AnnotatedDocument) -> bool:
        """Keep a document with its facts; False when it is there already."""
        try:
            return self.put_shelf(make_shelf(annotated))
        except UnicodeEncodeError as error:
            raise StoreError(
                f"document {annotated.document.id}: a lone surrogate cannot be kept: {error}"
            ) from error

    def put_shelf(self, shelf: Shelf) -> bool:
        """Keep the rows of a document in one transaction; False when it is there already."""
        with self.transaction() as connection:
            found = connection.execute(
                "SELECT 1 FROM documents WHERE id = ?", (shelf.document["id"],)
            )
            if found.fetchone():
                return False
            document = _insert(connection, "documents", shelf.document)
            _insert(connection, "document_words", shelf.words | {"rowid": document})
            connection.executemany(
                "INSERT INTO edit_counts (document, rule, count) VALUES (?, ?, ?)",
                [(document, rule, count) for rule, count in shelf.edit_counts],
            )
            for row, words in zip(shelf.quotations, shelf.quotation_words, strict=True):
                number = _insert(connection, "quotations", row | {"document": document})
                _insert(connection, "quotation_words", words | {"rowid": number})
            for table, rows in (("dates", shelf.dates), ("mentions", shelf.mentions)):
                _insert_all(connection, table, (row | {"document": document} for row in rows))
        return True

    def remove(self, document: str) -> None:
        """Take a document out, with all that was found in it; what was linked with it waits for linking.

        Raises:
            MissingError: it is not there.
        """
        with self.transaction() as connection:
            for borrower in removal.remove_document(connection, self.get(document)):
                self.set_anchor(borrower, None, "none")

    def set_anchor(self, document: str, day: date | None, evidence: str) -> None:
        """Give a document the day it speaks from; its relative dates are counted from it anew.

        What the document's own text says of days is not changed by this. `evidence` is `story:<document id>`
        when the day was taken from a counterpart.
        """
        from rawi.index.sqlite.anchor import set_anchor  # late: readers need no stage of the walk

        annotated = self.get(document)
        with self.transaction() as connection:
            number = self._document(document, "number")["number"]
            set_anchor(connection, number, annotated, day, evidence)

    def put_set_aside(self, entry: SetAside) -> None:
        """Keep what could not be read; the same entry twice changes nothing."""
        with self.transaction() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO set_aside (path, reason, detail, sha256) VALUES (?, ?, ?, ?)",
                (entry.path, entry.reason, entry.detail, entry.sha256),
            )

    def drop_set_aside(self, path: str, reasons: Iterable[str]) -> None:
        """Forget that an input was set aside for one of some reasons: it has been taken in since."""
        with self.transaction() as connection:
            connection.executemany(
                "DELETE FROM set_aside WHERE path = ? AND reason = ?",
                [(path, reason) for reason in reasons],
            )

    def put_blob(self, sha256: str, size: int) -> None:
        """Note that bytes are kept under their hash."""
        with self.transaction() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO blobs (sha256, size) VALUES (?, ?)", (sha256, size)
            )

    # ------------------------------------------------------------------ what people decide

    def correct(
        self,
        quotation: str,
        field: str,
        new: str | None,
        *,
        made_by: str,
        made_at: str,
        note: str | None = None,
    ) -> Correction:
        """Log a decision about a field of a quotation and apply it; `made_at` is an ISO time."""
        with self.transaction() as connection:
            return corrections.add_correction(
                connection, quotation, field, new, made_by=made_by, made_at=made_at, note=note
            )

    def undo(self, correction: str, *, made_by: str, made_at: str) -> Correction:
        """Take back a correction; both stay in the log."""
        with self.transaction() as connection:
            return corrections.undo_correction(
                connection, correction, made_by=made_by, made_at=made_at
            )

    def apply_corrections(self) -> int:
        """Apply the corrections that found no place so far; return how many did now."""
        with self.transaction() as connection:
            return corrections.apply_standing(connection)

    def corrections(self) -> Iterator[Correction]:
        """Yield the log of corrections, oldest first."""
        return correction_log.list_corrections(self.connection)

    # ------------------------------------------------------------------ reading

    def __contains__(self, document: object) -> bool:
        """Tell whether a document id is there."""
        found = self.connection.execute("SELECT 1 FROM documents WHERE id = ?", (document,))
        return found.fetchone() is not None

    def document_ids(self) -> Iterator[str]:
        """Yield all document ids in order of id."""
        yield from (
            row[0] for row in self.connection.execute("SELECT id FROM documents ORDER BY id")
        )

    def get(self, document: str) -> AnnotatedDocument:
        """Return a document with its facts, the anchor as linking left it."""
        row = self._document(document, "*")
        facts = (
            self.connection.execute(
                f"SELECT * FROM {table} WHERE document = ? ORDER BY position", (row["number"],)
            )
            for table in ("quotations", "dates", "mentions")
        )
        return read_annotated(row, *facts)

    def original(self, document: str) -> Document:
        """Return a document as it was received, without its facts."""
        return read_document(self._document(document, "*"))

    def blob_of(self, document: str) -> str:
        """Return the hash of the bytes a document was read from."""
        return str(self._document(document, "blob")["blob"])

    def row(self, document: str) -> DocumentRow:
        """Return a document's row."""
        return document_row(self._document(document, DOCUMENT_COLUMNS))

    def quotation(self, quotation: str) -> QuotationRow:
        """Return a quotation's row by its id; MissingError when not there."""
        return search.find_quotation(self.connection, quotation)

    def quotations_of(self, document: str) -> tuple[QuotationRow, ...]:
        """Return the quotations of a document in text order."""
        return search.quotations_of(self.connection, document)

    def quotations(self, query: Query, *, limit: int = 20, offset: int = 0) -> QuotationAnswer:
        """Find quotations."""
        return search.find_quotations(
            self.connection, query, self._counts, limit=limit, offset=offset
        )

    def documents(self, query: Query, *, limit: int = 20, offset: int = 0) -> DocumentAnswer:
        """Find documents."""
        return search.find_documents(
            self.connection, query, self._counts, limit=limit, offset=offset
        )

    def each_quotation(
        self, query: Query, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[QuotationRow]:
        """Yield the quotations of a query one after the other, all of them unless limited."""
        return search.each_quotation(self.connection, query, limit, offset)

    def each_document(
        self, query: Query, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[DocumentRow]:
        """Yield the documents of a query one after the other, all of them unless limited."""
        return search.each_document(self.connection, query, limit, offset)

    def days(self) -> tuple[DayRow, ...]:
        """Return the days that have documents or quotations, in order."""
        rows = self.connection.execute(
            "SELECT day, sum(documents), sum(quotations) FROM ("
            " SELECT day, count(*) AS documents, 0 AS quotations FROM documents GROUP BY day"
            " UNION ALL"
            " SELECT sort_day, 0, count(*) FROM quotations GROUP BY sort_day"
            ") WHERE day IS NOT NULL GROUP BY day ORDER BY day"
        )
        return tuple(DayRow(*row) for row in rows)

    def snapshot(self) -> str:
        """Return a hash of which documents are here and what linking made of them: the archive's state."""
        digest = hashlib.sha256()
        for row in self.connection.execute(
            "SELECT id, day, day_evidence, report, story FROM documents ORDER BY id"
        ):
            digest.update(repr(tuple(row)).encode())
        return digest.hexdigest()

    def status(self) -> Status:
        """Count what is there."""
        return count_all(self.connection)

    def set_aside(self) -> tuple[SetAside, ...]:
        """Return what could not be taken in; `status` says it too, but counts everything first."""
        return list_set_aside(self.connection)

    def _document(self, document: str, columns: str) -> sqlite3.Row:
        """Columns of a document's row; MissingError when it is not there."""
        found: sqlite3.Row | None = self.connection.execute(
            f"SELECT {columns} FROM documents WHERE id = ?", (document,)
        ).fetchone()
        if found is None:
            raise MissingError(
                f"there is no document {document} in {self._connections.path.parent}"
            )
        return found

    def close(self) -> None:
        """Release the files."""
        self._connections.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _insert(connection: sqlite3.Connection, table: str, row: Row) -> int:
    """Insert one row; return its number."""
    return connection.execute(_insertion(table, tuple(row)), row).lastrowid or 0


def _insert_all(connection: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    """Insert rows that all have the same columns."""
    listed = list(rows)
    if listed:
        connection.executemany(_insertion(table, tuple(listed[0])), listed)


def _insertion(table: str, columns: tuple[str, ...]) -> str:
    """The INSERT statement for named columns."""
    named = ", ".join(f'"{column}"' for column in columns)
    return f"INSERT INTO {table} ({named}) VALUES ({', '.join(f':{c}' for c in columns)})"
