"""Keep possible counterparts, and which of them are chosen. Functions that write expect a transaction."""

import sqlite3
from collections.abc import Iterable

from rawi.index.sqlite.pairs import pack_pairs, read_pairs
from rawi.link.across import Candidate

MOST_CANDIDATES = 40  # that can be chosen or stand in the way; others score too low to matter


def add_candidates(connection: sqlite3.Connection, candidates: Iterable[Candidate]) -> None:
    """Keep possible counterparts; the same pair again changes its score."""
    connection.executemany(
        "INSERT OR REPLACE INTO candidates (a, b, score, shared, chosen) VALUES (?, ?, ?, ?, 0)",
        pack_pairs(candidates),
    )


def list_candidates(connection: sqlite3.Connection, document: str) -> list[Candidate]:
    """List the possible counterparts of a document, the best first, MOST_CANDIDATES at most."""
    rows = connection.execute(
        "SELECT a, b, score, shared FROM candidates WHERE a = ?1"
        " UNION ALL SELECT a, b, score, shared FROM candidates WHERE b = ?1"
        " ORDER BY score DESC, a, b LIMIT ?2",
        (document, MOST_CANDIDATES),
    )
    return read_pairs(Candidate, rows)


def list_chosen(connection: sqlite3.Connection, document: str) -> list[Candidate]:
    """List the chosen counterparts of a document."""
    rows = connection.execute(
        "SELECT a, b, score, shared FROM candidates WHERE a = ?1 AND chosen = 1"
        " UNION ALL SELECT a, b, score, shared FROM candidates WHERE b = ?1 AND chosen = 1"
        " ORDER BY a, b",
        (document,),
    )
    return read_pairs(Candidate, rows)


def set_chosen(connection: sqlite3.Connection, pairs: Iterable[tuple[str, str, bool]]) -> None:
    """Note which candidates are of one story."""
    connection.executemany(
        "UPDATE candidates SET chosen = ? WHERE a = ? AND b = ?",
        [(int(chosen), a, b) for a, b, chosen in pairs],
    )
