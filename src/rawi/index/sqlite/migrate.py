"""Open the archive's database and bring its tables up to date, forward only.

The files `schema/0001_….sql`, `0002_….sql` … are applied in order, each with its number in
`PRAGMA user_version` in one transaction. A newer archive than this rawi knows is refused, not guessed at.
"""

import sqlite3
from functools import cache
from importlib.resources import files
from pathlib import Path

from rawi.errors import BrokenStoreError, BusyStoreError, StoreError

APPLICATION_ID = 0x52415749  # "RAWI", so that `file` and we can tell whose database it is
BUSY_MILLISECONDS = 10_000
CACHE_KIB = 32_768
MAPPED_BYTES = 256 << 20  # read through memory: answers with many hits took 0.5 to 0.9 of the time


def open_database(
    path: Path, *, create: bool = False, read_only: bool = False
) -> sqlite3.Connection:
    """Open a database, with its schema up to date unless it is opened to read only.

    Raises:
        StoreError: there is none, and none is to be made.
        BusyStoreError: a newer rawi made it, or another process holds it.
        BrokenStoreError: it is damaged, or not rawi's.
    """
    if not create and not path.is_file():
        raise StoreError(
            f"there is no archive at {path.parent}; make one with: rawi add {path.parent} PATH…"
        )
    uri = f"{path.resolve().as_uri()}?mode={'ro' if read_only else 'rwc' if create else 'rw'}"
    try:
        # Threads each have their own; only `close` touches those of others.
        connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    except sqlite3.Error as error:
        raise StoreError(f"cannot open {path}: {error}") from error
    try:
        prepare(connection, path)
        if not read_only:
            migrate(connection)
    except sqlite3.OperationalError as error:
        connection.close()
        raise as_store_error(error, path) from error
    except sqlite3.DatabaseError as error:
        connection.close()
        raise BrokenStoreError(f"{path} is no archive of rawi, or is damaged: {error}") from error
    except StoreError:
        connection.close()
        raise
    return connection


def prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Set what every connection needs, and check whose database it is."""
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    connection.execute(f"PRAGMA mmap_size = {MAPPED_BYTES}")
    connection.execute("PRAGMA temp_store = MEMORY")
    found = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if tables and found != APPLICATION_ID:
        raise BrokenStoreError(f"{path} is an SQLite database, but not one of rawi's")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > len(schema_files()):
        raise BusyStoreError(
            f"{path} has schema {version}, this rawi knows up to {len(schema_files())}; "
            "install a newer rawi"
        )


def migrate(connection: sqlite3.Connection) -> None:
    """Apply the schema files the database has not seen, each in one transaction."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version == len(schema_files()):
        return
    # WAL: readers go on while one process writes. It is kept in the file, so setting it once is enough.
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for number, statements in enumerate(schema_files()[version:], version + 1):
        connection.executescript(
            f"BEGIN IMMEDIATE;\n{statements}\nPRAGMA user_version = {number};\nCOMMIT;"
        )


@cache
def schema_files() -> tuple[str, ...]:
    """The SQL of the schema files, in order."""
    folder = files("rawi.index.sqlite").joinpath("schema")
    named = sorted((f for f in folder.iterdir() if f.name.endswith(".sql")), key=lambda f: f.name)
    for number, file in enumerate(named, 1):
        if not file.name.startswith(f"{number:04}_"):
            raise StoreError(
                f"schema file {number} is named {file.name}, expected {number:04}_….sql"
            )
    return tuple(file.read_text("utf-8") for file in named)


def as_store_error(error: sqlite3.Error, path: Path) -> StoreError:
    """Say what an SQLite error means for the archive."""
    if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return BusyStoreError(f"{path} is locked by another process; try again when it is done")
    if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return BrokenStoreError(f"{path} is damaged: {error}; restore it from a copy, or add anew")
    return StoreError(f"{path}: {error}")
