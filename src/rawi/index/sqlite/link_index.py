"""Find which documents may be linked, through postings: never all pairs. Used by `archive/linking.py`.

A document is shelved once with its fingerprints and story keys (`shelve`); then candidates for it are the
documents that share some. Lists are bounded, so that one document more costs as much in a large archive as
in a small one.
"""

import sqlite3
import zlib
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

import msgspec

from rawi.link.across import choose_index_keys
from rawi.link.duplicates import Fingerprint
from rawi.link.keys import LINKED_LANGUAGES, StoryKeys

STAGES = KEYED, COMPARED, REPORTED, DONE = 1, 2, 3, 4  # see archive/linking.py
MOST_POSTINGS = 200  # documents listed for one fingerprint: copies beyond still find these
MOST_KEY_POSTINGS = 300  # documents read for one story key
MOST_COPIES = 100  # candidates compared letter by letter
MOST_COUNTERPARTS = 12  # candidates scored as counterparts
FEWEST_SHARED = 2  # fingerprints two documents must share to be compared

_counts = msgspec.json.Decoder(dict[str, float])


class LinkEntry(NamedTuple):
    """A document as linking knows it; `number` is its row in `documents`."""

    number: int
    id: str
    language: str
    letters: int
    prints: tuple[Fingerprint, ...]


def list_pending(connection: sqlite3.Connection) -> list[str]:
    """List the documents linking has not seen, in order of id."""
    rows = connection.execute(
        "SELECT d.id FROM documents d LEFT JOIN link_documents l ON l.document = d.number"
        " WHERE l.document IS NULL ORDER BY d.id"
    )
    return [row[0] for row in rows]


def list_at_stage(connection: sqlite3.Connection, stage: int, *, most: int = -1) -> list[str]:
    """List the documents at a stage of linking, in order of id; -1 is all of them."""
    rows = connection.execute(
        "SELECT id FROM link_documents WHERE stage = ? AND stage < 4 ORDER BY id LIMIT ?",
        (stage, most),
    )
    return [row[0] for row in rows]


def keep_at_stage(
    connection: sqlite3.Connection, documents: Iterable[str], stage: int
) -> list[str]:
    """Keep of some documents those at a stage of linking."""
    return [
        document
        for document in sorted(documents)
        if connection.execute(
            "SELECT 1 FROM link_documents WHERE id = ? AND stage = ?", (document, stage)
        ).fetchone()
    ]


def set_stage(connection: sqlite3.Connection, documents: Iterable[str], stage: int) -> None:
    """Note how far linking has come with some documents."""
    connection.executemany(
        "UPDATE link_documents SET stage = ? WHERE id = ?", [(stage, d) for d in documents]
    )


def shelve(
    connection: sqlite3.Connection,
    keys: StoryKeys,
    prints: Sequence[Fingerprint],
    letters: int,
) -> None:
    """Keep what finds a document's candidates: its fingerprints, its story keys and their counts."""
    number = connection.execute(
        "SELECT number FROM documents WHERE id = ?", (keys.document,)
    ).fetchone()[0]
    packed = array("I", [p.hash for p in prints] + [p.place for p in prints]).tobytes()
    connection.execute(
        "INSERT INTO link_documents (document, id, stage, language, letters, prints, keys)"
        " VALUES (?, ?, 1, ?, ?, ?, ?)",
        (number, keys.document, keys.language, letters, packed, _pack_keys(keys)),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO fingerprints (hash, document)"
        " SELECT ?1, ?2 WHERE (SELECT count(*) FROM"
        "  (SELECT 1 FROM fingerprints WHERE hash = ?1 LIMIT ?3)) < ?3",
        [(value, number, MOST_POSTINGS) for value in sorted({p.hash for p in prints})],
    )
    if keys.language in LINKED_LANGUAGES:
        side = LINKED_LANGUAGES.index(keys.language)
        counted = "fa" if side == 0 else "ar"
        connection.executemany(
            f"INSERT INTO key_counts (key, fa, ar) VALUES (?, ?, ?)"
            f" ON CONFLICT (key) DO UPDATE SET {counted} = {counted} + 1",
            [(code, 1 - side, side) for code in sorted({hash_key(key) for key in keys.counts})],
        )
        connection.executemany(
            "INSERT OR IGNORE INTO story_keys (key, language, document) VALUES (?, ?, ?)",
            [(hash_key(key), side, number) for key in choose_index_keys(keys)],
        )


def hash_key(key: str) -> int:
    """A 32-bit number for a story key; a rare clash only offers a candidate more."""
    return zlib.crc32(key.encode())


def _pack_keys(keys: StoryKeys) -> bytes:
    """Story keys with their counts and the day, compressed."""
    return zlib.compress(msgspec.json.encode(dict(sorted(keys.counts.items()))), 6)


def read_entry(connection: sqlite3.Connection, document: str) -> LinkEntry:
    """Read a document's fingerprints."""
    row = connection.execute(
        "SELECT document, id, language, letters, prints FROM link_documents WHERE id = ?",
        (document,),
    ).fetchone()
    packed = array("I", row["prints"])
    half = len(packed) // 2
    prints = tuple(map(Fingerprint, packed[:half], packed[half:]))
    return LinkEntry(row["document"], row["id"], row["language"], row["letters"], prints)


def read_keys(connection: sqlite3.Connection, document: str) -> StoryKeys:
    """Read a document's story keys, with the day it has now."""
    row = connection.execute(
        "SELECT l.keys, l.language, d.day FROM link_documents l"
        " JOIN documents d ON d.number = l.document WHERE l.id = ?",
        (document,),
    ).fetchone()
    return StoryKeys(
        document, row["language"], _counts.decode(zlib.decompress(row["keys"])), row["day"]
    )


def find_copy_candidates(
    connection: sqlite3.Connection, entry: LinkEntry, ignored: frozenset[int]
) -> list[str]:
    """Find the compared documents that share fingerprints with one, most shared first."""
    shared: Counter[int] = Counter()
    for value in sorted({p.hash for p in entry.prints} - ignored):
        shared.update(list_holders(connection, value))
    shared.pop(entry.number, None)
    ranked = sorted(shared.items(), key=lambda item: (-item[1], item[0]))
    numbers = [number for number, count in ranked if count >= FEWEST_SHARED]
    return _compared(connection, numbers, MOST_COPIES)


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


def list_compared_holders(connection: sqlite3.Connection, hashes: Iterable[int]) -> set[str]:
    """List the documents with one of some fingerprints that have been compared."""
    numbers = {number for value in hashes for number in list_holders(connection, value)}
    return set(_compared(connection, sorted(numbers), len(numbers)))


def list_holders(connection: sqlite3.Connection, value: int) -> list[int]:
    """List the documents a fingerprint is posted for, by number."""
    rows = connection.execute(
        "SELECT document FROM fingerprints WHERE hash = ? ORDER BY document", (value,)
    )
    return [row[0] for row in rows]


def find_counterpart_candidates(
    connection: sqlite3.Connection, keys: StoryKeys, weights: Mapping[str, float]
) -> list[str]:
    """Find the compared documents of the other language that share most of the weightiest keys."""
    other = 1 - LINKED_LANGUAGES.index(keys.language)
    found: dict[int, float] = {}
    for key in choose_index_keys(keys):
        weight = weights.get(key, 0.0)
        if not weight:
            continue
        rows = connection.execute(
            "SELECT document FROM story_keys WHERE key = ? AND language = ? LIMIT ?",
            (hash_key(key), other, MOST_KEY_POSTINGS),
        )
        for (number,) in rows:
            found[number] = found.get(number, 0.0) + weight * weight
    ranked = sorted(found, key=lambda number: (-found[number], number))
    return _compared(connection, ranked, MOST_COUNTERPARTS)


def _compared(connection: sqlite3.Connection, numbers: Iterable[int], most: int) -> list[str]:
    """The ids of those documents that linking has compared already, `most` at most, in the given order."""
    found: list[str] = []
    for number in numbers:
        row = connection.execute(
            "SELECT id FROM link_documents WHERE document = ? AND stage >= 2", (number,)
        ).fetchone()
        if row:
            found.append(row[0])
            if len(found) == most:
                break
    return found


def count_key(connection: sqlite3.Connection, key: str) -> tuple[int, int]:
    """Count the Persian and the Arabic documents that have a key."""
    row = connection.execute(
        "SELECT fa, ar FROM key_counts WHERE key = ?", (hash_key(key),)
    ).fetchone()
    return (row[0], row[1]) if row else (0, 0)


def count_documents(connection: sqlite3.Connection) -> tuple[int, int]:
    """Count the documents of both languages that linking knows."""
    rows = dict(
        connection.execute(
            "SELECT language, count(*) FROM link_documents GROUP BY language"
        ).fetchall()
    )
    return rows.get("fa", 0), rows.get("ar", 0)


def read_boilerplate(connection: sqlite3.Connection) -> frozenset[int]:
    """Read the fingerprints known as boilerplate."""
    return frozenset(row[0] for row in connection.execute("SELECT hash FROM boilerplate"))


def add_boilerplate(connection: sqlite3.Connection, hashes: Iterable[int]) -> None:
    """Note fingerprints as boilerplate."""
    connection.executemany(
        "INSERT OR IGNORE INTO boilerplate (hash) VALUES (?)",
        [(value,) for value in sorted(hashes)],
    )


class DocumentDay(NamedTuple):
    """The day a document speaks from, its evidence, and the day it was captured."""

    day: str | None
    evidence: str
    latest: date | None


def read_day(connection: sqlite3.Connection, document: str) -> DocumentDay:
    """Read a document's day."""
    day, evidence, latest = connection.execute(
        "SELECT day, day_evidence, day_latest FROM documents WHERE id = ?", (document,)
    ).fetchone()
    return DocumentDay(day, evidence, date.fromisoformat(latest) if latest else None)
