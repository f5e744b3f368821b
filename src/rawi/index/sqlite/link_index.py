"""Find which documents may be linked, through postings: never all pairs. Used by `archive/linking.py`.

A document is shelved once with its fingerprints and story keys (`shelve`); then candidates for it are the
documents that share some. Lists are bounded, so that one document more costs as much in a large archive as
in a small one.
"""

import sqlite3
import zlib
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from datetime import date
from typing import NamedTuple

from rawi.link.across import choose_index_keys
from rawi.link.fingerprints import Fingerprints
from rawi.link.keys import LINKED_LANGUAGES, ONCE, StoryKeys

STAGES = KEYED, COMPARED, REPORTED, DONE = 1, 2, 3, 4  # see archive/linking.py
MOST_POSTINGS = 200  # documents listed for one fingerprint: copies beyond still find these
MOST_KEY_POSTINGS = 300  # documents of a language a key may be in and still find some
MOST_LISTED = 3_000  # documents looked at for one, the same one counted for each key
MOST_COPIES = 100  # candidates compared letter by letter
MOST_COUNTERPARTS = 8  # candidates scored as counterparts
ASKED_AT_ONCE = 200  # keys or documents looked up in one question
FEWEST_SHARED = 2  # fingerprints two documents must share to be compared


class LinkEntry(NamedTuple):
    """A document as linking knows it; `number` is its row in `documents`."""

    number: int
    id: str
    language: str
    letters: int
    prints: Fingerprints


def list_pending(connection: sqlite3.Connection) -> list[str]:
    """List the documents linking has not seen, in order of id."""
    return [row[0] for row in connection.execute("SELECT id FROM link_pending ORDER BY id")]


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
    prints: Fingerprints,
    letters: int,
) -> None:
    """Keep what finds a document's candidates: its fingerprints and its story keys; `count_in` counts the keys."""
    number = connection.execute(
        "SELECT number FROM documents WHERE id = ?", (keys.document,)
    ).fetchone()[0]
    packed = prints.hashes.tobytes() + prints.places.tobytes()
    connection.execute(
        "INSERT INTO link_documents (document, id, stage, language, letters, prints, keys)"
        " VALUES (?, ?, 1, ?, ?, ?, ?)",
        (number, keys.document, keys.language, letters, packed, _pack_keys(keys)),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO fingerprints (hash, document)"
        " SELECT ?1, ?2 WHERE (SELECT count(*) FROM"
        "  (SELECT 1 FROM fingerprints WHERE hash = ?1 LIMIT ?3)) < ?3",
        [(value, number, MOST_POSTINGS) for value in sorted(set(prints.hashes))],
    )
    if keys.language in LINKED_LANGUAGES:
        side = LINKED_LANGUAGES.index(keys.language)
        connection.executemany(
            "INSERT OR IGNORE INTO story_keys (key, language, document) VALUES (?, ?, ?)",
            [(hash_key(key), side, number) for key in choose_index_keys(keys)],
        )


def count_in(connection: sqlite3.Connection, shelved: Iterable[StoryKeys]) -> None:
    """Count the keys of documents just shelved; together, for most keys are those of many."""
    sides = {language: Counter[int]() for language in LINKED_LANGUAGES}
    for keys in shelved:
        if keys.language in sides:
            sides[keys.language].update(set(map(hash_key, keys.counts)))
    fa, ar = sides.values()
    connection.executemany(
        "INSERT INTO key_counts (key, fa, ar) VALUES (?, ?, ?)"
        " ON CONFLICT (key) DO UPDATE SET fa = fa + excluded.fa, ar = ar + excluded.ar",
        [(code, fa[code], ar[code]) for code in sorted(fa.keys() | ar.keys())],
    )


def hash_key(key: str) -> int:
    """A 32-bit number for a story key; a rare clash only offers a candidate more."""
    return zlib.crc32(key.encode())


def _pack_keys(keys: StoryKeys) -> bytes:
    """Story keys in order with their counts, compressed; a count of one occurrence is left out."""
    lines = (
        key if count == ONCE else f"{key}\t{count}" for key, count in sorted(keys.counts.items())
    )
    return zlib.compress("\n".join(lines).encode())


def _unpack_keys(packed: bytes) -> dict[str, float]:
    """Read what `_pack_keys` wrote."""
    counts: dict[str, float] = {}
    for line in zlib.decompress(packed).decode().split("\n"):
        key, _, count = line.partition("\t")
        if key:
            counts[key] = float(count) if count else ONCE
    return counts


def read_entry(connection: sqlite3.Connection, document: str) -> LinkEntry:
    """Read a document's fingerprints."""
    row = connection.execute(
        "SELECT document, id, language, letters, prints FROM link_documents WHERE id = ?",
        (document,),
    ).fetchone()
    packed = array("I", row["prints"])
    half = len(packed) // 2
    prints = Fingerprints(packed[:half], packed[half:])
    return LinkEntry(row["document"], row["id"], row["language"], row["letters"], prints)


def read_keys(connection: sqlite3.Connection, document: str) -> StoryKeys:
    """Read a document's story keys, with the day it has now."""
    row = connection.execute(
        "SELECT l.keys, l.language, d.day FROM link_documents l"
        " JOIN documents d ON d.number = l.document WHERE l.id = ?",
        (document,),
    ).fetchone()
    return StoryKeys(document, row["language"], _unpack_keys(row["keys"]), row["day"])


def find_copy_candidates(
    connection: sqlite3.Connection, entry: LinkEntry, ignored: Set[int]
) -> list[str]:
    """Find the compared documents that share fingerprints with one, most shared first."""
    shared: dict[int, int] = {}
    for asked in cut_in_parts(sorted(set(entry.prints.hashes) - ignored)):
        rows = connection.execute(
            "SELECT document, count(*) FROM fingerprints"
            f" WHERE hash IN ({mark(asked)}) GROUP BY document",
            asked,
        )
        for number, count in rows:
            shared[number] = shared.get(number, 0) + count
    shared.pop(entry.number, None)
    ranked = sorted(shared.items(), key=lambda item: (-item[1], item[0]))
    numbers = [number for number, count in ranked if count >= FEWEST_SHARED]
    return keep_compared(connection, numbers, MOST_COPIES)


def find_counterpart_candidates(
    connection: sqlite3.Connection, keys: StoryKeys, weights: Mapping[str, float], least: float
) -> list[str]:
    """Find the compared documents of the other language that share most of the keys both are found by.

    `least` is the sum of squared weights of shared keys from which a document is worth scoring.
    """
    other = 1 - LINKED_LANGUAGES.index(keys.language)
    worth = {hash_key(key): weights.get(key, 0.0) ** 2 for key in choose_index_keys(keys)}
    asked = choose_rare(connection, sorted(worth), ("fa", "ar")[other])
    rows = connection.cursor()
    rows.row_factory = None  # plain tuples: there may be thousands
    rows.execute(
        f"SELECT key, document FROM story_keys WHERE key IN ({mark(asked)}) AND language = ?",
        (*asked, other),
    )
    found: dict[int, float] = {}
    for key, number in rows:
        found[number] = found.get(number, 0.0) + worth[key]
    # Sorted twice: of documents that share as much, those of lower number come first.
    numbers = sorted(number for number, shared in found.items() if shared >= least)
    numbers.sort(key=found.__getitem__, reverse=True)
    return keep_compared(connection, numbers, MOST_COUNTERPARTS)


def choose_rare(
    connection: sqlite3.Connection, keys: Sequence[int], side: str, *, listed: int = MOST_LISTED
) -> list[int]:
    """Choose the rarest of some keys, as long as all together list so many documents at most."""
    rows = connection.execute(
        f"SELECT key, {side} FROM key_counts WHERE key IN ({mark(keys)})"
        f" AND {side} BETWEEN 1 AND ? ORDER BY {side}, key",
        (*keys, MOST_KEY_POSTINGS),
    )
    chosen: list[int] = []
    left = listed
    for key, count in rows:
        left -= count
        if left < 0:
            break
        chosen.append(key)
    return chosen


def keep_compared(connection: sqlite3.Connection, numbers: Sequence[int], most: int) -> list[str]:
    """The ids of those documents that linking has compared already, `most` at most, in the given order."""
    found: list[str] = []
    for asked in cut_in_parts(numbers):
        rows = connection.execute(
            "SELECT document, id FROM link_documents"
            f" WHERE document IN ({mark(asked)}) AND stage >= 2",
            asked,
        )
        compared = dict(rows.fetchall())
        found += (compared[number] for number in asked if number in compared)
        if len(found) >= most:
            break
    return found[:most]


def count_keys(connection: sqlite3.Connection, keys: Collection[str]) -> dict[str, tuple[int, int]]:
    """Count for some keys the Persian and the Arabic documents that have them; unseen ones are left out."""
    named = {hash_key(key): key for key in keys}
    codes = sorted(named)
    counts: dict[str, tuple[int, int]] = {}
    for asked in cut_in_parts(codes):
        rows = connection.execute(
            f"SELECT key, fa, ar FROM key_counts WHERE key IN ({mark(asked)})", asked
        )
        counts.update((named[code], (fa, ar)) for code, fa, ar in rows)
    return counts


def cut_in_parts(values: Sequence[int]) -> Iterator[Sequence[int]]:
    """Cut a list into parts that fit into one question."""
    for start in range(0, len(values), ASKED_AT_ONCE):
        yield values[start : start + ASKED_AT_ONCE]


def mark(values: Collection[int]) -> str:
    """Question marks for a list of values in SQL."""
    return ",".join("?" * len(values))


def count_documents(connection: sqlite3.Connection) -> tuple[int, int]:
    """Count the documents of both languages that linking knows."""
    rows = dict(connection.execute("SELECT language, documents FROM link_counts").fetchall())
    return rows.get("fa", 0), rows.get("ar", 0)


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
