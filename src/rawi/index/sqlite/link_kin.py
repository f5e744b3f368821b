"""Keep which reports of one language tell one event, and find those that may. Functions that write expect a transaction."""

import sqlite3
from collections.abc import Iterable

from rawi.index.sqlite.link_index import choose_rare, hash_key, keep_compared, mark
from rawi.index.sqlite.pairs import pack_pairs, read_pairs
from rawi.link.keys import LINKED_LANGUAGES, StoryKeys
from rawi.link.kin import Kin, list_numbers

MOST_KIN = 20  # documents looked at for one
MOST_LISTED = 100  # documents that have one of its rarest numbers


def find_kin_candidates(connection: sqlite3.Connection, keys: StoryKeys) -> list[str]:
    """Find the compared documents of the same language that share numbers with one, most shared first."""
    side = LINKED_LANGUAGES.index(keys.language)
    numbers = sorted(map(hash_key, list_numbers(keys)))
    asked = choose_rare(connection, numbers, keys.language, listed=MOST_LISTED)
    rows = connection.execute(
        f"SELECT document FROM story_keys WHERE key IN ({mark(asked)}) AND language = ?"
        " GROUP BY document ORDER BY count(*) DESC, document",
        (*asked, side),
    )
    found = keep_compared(connection, [row[0] for row in rows], MOST_KIN + 1)
    return [document for document in found if document != keys.document][:MOST_KIN]


def list_named(connection: sqlite3.Connection, document: str) -> frozenset[str]:
    """List the persons and organisations of two words or more a document names, by entity."""
    rows = connection.execute(
        "SELECT DISTINCT m.entity FROM mentions m JOIN documents d ON d.number = m.document"
        " JOIN entity_names n ON n.entity = m.entity"
        " WHERE d.id = ? AND m.type IN ('PER', 'ORG') AND n.key LIKE '% %'",
        (document,),
    )
    return frozenset(row[0] for row in rows)


def add_kin(connection: sqlite3.Connection, found: Iterable[Kin]) -> None:
    """Keep reports of one event in one language."""
    connection.executemany(
        "INSERT OR REPLACE INTO kin (a, b, score, shared) VALUES (?, ?, ?, ?)",
        pack_pairs(found),
    )


def list_kin(connection: sqlite3.Connection, document: str) -> list[Kin]:
    """List the kin of a document."""
    rows = connection.execute(
        "SELECT a, b, score, shared FROM kin WHERE a = ?1"
        " UNION ALL SELECT a, b, score, shared FROM kin WHERE b = ?1 ORDER BY a, b",
        (document,),
    )
    return read_pairs(Kin, rows)
