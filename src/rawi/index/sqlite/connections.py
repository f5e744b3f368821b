"""Connections to one database file: one for each thread, and transactions that hold or leave nothing."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rawi.errors import StoreError
from rawi.index.sqlite.migrate import as_store_error, open_database


class Connections:
    """Opens a connection for each thread that asks, and closes them all."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        self.path = path
        self._local = threading.local()
        self._opened: list[sqlite3.Connection] = []
        self._lock = threading.Lock()
        self._closed = False
        self._watcher: sqlite3.Connection | None = None
        self._local.connection = self._open(create)

    def get(self) -> sqlite3.Connection:
        """Return this thread's connection.

        Raises:
            StoreError: the store is closed.
        """
        if self._closed:
            raise StoreError(f"{self.path} is closed; open it again")
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._local.connection = self._open(create=False)
        return connection

    def _open(self, create: bool) -> sqlite3.Connection:
        """Open and remember a connection."""
        connection = open_database(self.path, create=create)
        connection.row_factory = sqlite3.Row
        with self._lock:
            self._opened.append(connection)
        return connection

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Write all or nothing; a transaction inside another is part of it.

        Raises:
            StoreError: the database is locked, full or damaged.
        """
        connection = self.get()
        if connection.in_transaction:
            yield connection
            return
        try:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")
        except sqlite3.Error as error:
            raise as_store_error(error, self.path) from error

    def version(self) -> int:
        """A number that changes whenever anything was committed, by this process or another."""
        with self._lock:
            if self._watcher is None:
                # Of its own: SQLite does not count a connection's own commits.
                self._watcher = open_database(self.path)
                self._opened.append(self._watcher)
            version: int = self._watcher.execute("PRAGMA data_version").fetchone()[0]
            return version

    def close(self) -> None:
        """Close the connections of all threads."""
        self._closed = True
        with self._lock:
            for connection in self._opened:
                connection.close()
            self._opened.clear()
