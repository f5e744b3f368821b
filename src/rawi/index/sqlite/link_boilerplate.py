"""Keep which fingerprints are boilerplate, and find those that may be. Used by `archive/comparing.py`."""

import sqlite3
from array import array
from collections.abc import Iterable

from rawi.index.sqlite.link_index import cut_in_parts, keep_compared, mark


def choose_boilerplate(connection: sqlite3.Connection, hashes: Iterable[int]) -> set[int]:
    """Choose of some fingerprints those known as boilerplate."""
    return {
        row[0]
        for asked in cut_in_parts(sorted(hashes))
        for row in connection.execute(
            f"SELECT hash FROM boilerplate WHERE hash IN ({mark(asked)})", asked
        )
    }


def add_boilerplate(connection: sqlite3.Connection, hashes: Iterable[int]) -> None:
    """Note fingerprints as boilerplate."""
    connection.executemany(
        "INSERT OR IGNORE INTO boilerplate (hash) VALUES (?)",
        [(value,) for value in sorted(hashes)],
    )


def read_hashes(connection: sqlite3.Connection, number: int) -> frozenset[int]:
    """Read the fingerprints of a document, by its number; empty when it is gone."""
    row = connection.execute(
        "SELECT prints FROM link_documents WHERE document = ?", (number,)
    ).fetchone()
    packed = array("I", row[0]) if row else array("I")
    return frozenset(packed[: len(packed) // 2])


def list_frequent(connection: sqlite3.Connection, fewest: int) -> list[int]:
    """List the fingerprints so many documents have."""
    rows = connection.execute(
        "SELECT hash FROM fingerprints GROUP BY hash HAVING count(*) >= ? ORDER BY hash", (fewest,)
    )
    return [row[0] for row in rows]


def list_holders(connection: sqlite3.Connection, value: int) -> list[int]:
    """List the documents a fingerprint is posted for, by number."""
    rows = connection.execute(
        "SELECT document FROM fingerprints WHERE hash = ? ORDER BY document", (value,)
    )
    return [row[0] for row in rows]


def list_compared_holders(connection: sqlite3.Connection, hashes: Iterable[int]) -> set[str]:
    """List the documents with one of some fingerprints that have been compared."""
    numbers = {number for value in hashes for number in list_holders(connection, value)}
    return set(keep_compared(connection, sorted(numbers), len(numbers)))
