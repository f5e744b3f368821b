"""Read and write links between documents: the results of stage *link*, and what people decided.

Functions take a connection; those that write expect to be inside a transaction.
"""

import sqlite3
from collections.abc import Iterable, Iterator

import msgspec

from rawi.errors import MissingError
from rawi.facts import (
    AlignedPassage,
    Difference,
    Relation,
    Report,
    SharedPassage,
    Story,
    Transmission,
)
from rawi.index.sqlite.rows import decode_extents, decode_strings
from rawi.link.reports import Overlap
from rawi.text import Extent

_differences = msgspec.json.Decoder(tuple[Difference, ...])


# ------------------------------------------------------------------ shared passages


def replace_passages(
    connection: sqlite3.Connection, a: str, b: str, passages: Iterable[SharedPassage]
) -> None:
    """Set the shared passages of a pair of documents."""
    connection.execute("DELETE FROM shared_passages WHERE a = ? AND b = ?", (a, b))
    connection.executemany(
        "INSERT INTO shared_passages (a, b, a_start, a_end, b_start, b_end)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        [(p.a, p.b, *p.a_extent, *p.b_extent) for p in passages],
    )


def replace_overlap(
    connection: sqlite3.Connection, a: str, b: str, overlap: Overlap | None
) -> None:
    """Set how much of each of two documents is in the other; None when they share nothing."""
    connection.execute("DELETE FROM overlaps WHERE a = ? AND b = ?", (a, b))
    if overlap:
        connection.execute(
            "INSERT INTO overlaps (a, b, a_share, b_share) VALUES (?, ?, ?, ?)", overlap
        )


def list_shared_passages(
    connection: sqlite3.Connection, document: str | None = None
) -> Iterator[SharedPassage]:
    """Yield shared passages, of one document or of all, in order of ids and place."""
    where = "" if document is None else "WHERE a = :document OR b = :document"
    rows = connection.execute(
        f"SELECT a, b, a_start, a_end, b_start, b_end FROM shared_passages {where}"
        " ORDER BY a, b, a_start, b_start",
        {"document": document},
    )
    for a, b, a_start, a_end, b_start, b_end in rows:
        yield SharedPassage(a, b, Extent(a_start, a_end), Extent(b_start, b_end))


def list_overlaps(connection: sqlite3.Connection, document: str) -> list[Overlap]:
    """List the overlaps of a document."""
    rows = connection.execute(
        "SELECT a, b, a_share, b_share FROM overlaps WHERE a = ?1"
        " UNION SELECT a, b, a_share, b_share FROM overlaps WHERE b = ?1 ORDER BY a, b",
        (document,),
    )
    return [Overlap(*row) for row in rows]


# ------------------------------------------------------------------ reports


def replace_reports(
    connection: sqlite3.Connection, documents: Iterable[str], reports: Iterable[Report]
) -> None:
    """Put some documents into reports anew; a document in none of them is in no report."""
    connection.executemany(
        "DELETE FROM reports WHERE id = (SELECT report FROM documents WHERE id = ?)",
        [(document,) for document in documents],
    )
    connection.executemany(
        "UPDATE documents SET report = NULL WHERE id = ?", [(document,) for document in documents]
    )
    for report in reports:
        connection.execute(
            "INSERT OR REPLACE INTO reports (id, first) VALUES (?, ?)", (report.id, report.first)
        )
        connection.executemany(
            "UPDATE documents SET report = ? WHERE id = ?",
            [(report.id, member) for member in report.members],
        )


def find_report(connection: sqlite3.Connection, report: str) -> Report:
    """Return a report.

    Raises:
        MissingError: there is none with this id.
    """
    row = connection.execute("SELECT first FROM reports WHERE id = ?", (report,)).fetchone()
    if row is None:
        raise MissingError(f"there is no report {report}")
    return Report(report, list_members(connection, "report", report), row[0])


def list_members(connection: sqlite3.Connection, column: str, group: str) -> tuple[str, ...]:
    """List the documents of a report or a story (`column`), in order of id."""
    rows = connection.execute(f"SELECT id FROM documents WHERE {column} = ? ORDER BY id", (group,))
    return tuple(row[0] for row in rows)


def list_members_with(
    connection: sqlite3.Connection, column: str, document: str
) -> tuple[str, ...]:
    """List the documents of a document's report or story (`column`), itself among them."""
    group = read_groups(connection, column, [document])[document]
    return list_members(connection, column, group) if group else ()


def read_groups(
    connection: sqlite3.Connection, column: str, documents: Iterable[str]
) -> dict[str, str | None]:
    """Read the report or story (`column`) of some documents."""
    return {
        document: connection.execute(
            f"SELECT {column} FROM documents WHERE id = ?", (document,)
        ).fetchone()[0]
        for document in sorted(documents)
    }


def list_reports(connection: sqlite3.Connection) -> Iterator[Report]:
    """Yield the reports in order of id."""
    for (report,) in connection.execute("SELECT id FROM reports ORDER BY id").fetchall():
        yield find_report(connection, report)


# ------------------------------------------------------------------ stories


def replace_stories(
    connection: sqlite3.Connection, documents: Iterable[str], stories: Iterable[Story]
) -> None:
    """Put some documents into stories anew; a document in none of them is in no story."""
    connection.executemany(
        "DELETE FROM stories WHERE id = (SELECT story FROM documents WHERE id = ?)",
        [(document,) for document in documents],
    )
    connection.executemany(
        "UPDATE documents SET story = NULL WHERE id = ?", [(document,) for document in documents]
    )
    for story in stories:
        connection.execute("INSERT OR REPLACE INTO stories (id) VALUES (?)", (story.id,))
        connection.executemany(
            "UPDATE documents SET story = ? WHERE id = ?",
            [(story.id, member) for member in story.members],
        )


def find_story(connection: sqlite3.Connection, story: str) -> Story:
    """Return a story with the evidence of its links.

    Raises:
        MissingError: there is none with this id.
    """
    if not connection.execute("SELECT 1 FROM stories WHERE id = ?", (story,)).fetchone():
        raise MissingError(f"there is no story {story}")
    rows = connection.execute(
        "SELECT a, b, score, shared FROM candidates WHERE chosen = 1"
        " AND a IN (SELECT id FROM documents WHERE story = ?1)"
        " AND b IN (SELECT id FROM documents WHERE story = ?1)"
        " UNION ALL SELECT a, b, score, shared FROM kin"
        " WHERE a IN (SELECT id FROM documents WHERE story = ?1)"
        " AND b IN (SELECT id FROM documents WHERE story = ?1) ORDER BY a, b",
        (story,),
    )
    evidence = tuple((a, b, round(score, 3), decode_strings(s)) for a, b, score, s in rows)
    return Story(story, list_members(connection, "story", story), evidence)


def list_stories(connection: sqlite3.Connection) -> Iterator[Story]:
    """Yield the stories in order of id."""
    for (story,) in connection.execute("SELECT id FROM stories ORDER BY id").fetchall():
        yield find_story(connection, story)


# ------------------------------------------------------------------ aligned passages


def replace_aligned(
    connection: sqlite3.Connection, a: str, b: str, aligned: Iterable[AlignedPassage]
) -> None:
    """Set the aligned passages of a pair of documents."""
    connection.execute("DELETE FROM aligned_passages WHERE a = ? AND b = ?", (a, b))
    encode = msgspec.json.encode
    connection.executemany(
        "INSERT INTO aligned_passages"
        " (a, b, position, a_extents, b_extents, relation, score, differences)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                p.a, p.b, position, encode(p.a_extents).decode(), encode(p.b_extents).decode(),
                p.relation, p.score, encode(p.differences).decode(),
            )
            for position, p in enumerate(aligned)
        ],
    )  # fmt: skip


def list_aligned_pairs(connection: sqlite3.Connection, document: str) -> list[tuple[str, str]]:
    """List the pairs of documents a document is aligned in."""
    rows = connection.execute(
        "SELECT DISTINCT a, b FROM aligned_passages WHERE a = ?1 OR b = ?1", (document,)
    )
    return [(row[0], row[1]) for row in rows]


def list_aligned(connection: sqlite3.Connection, story: str) -> tuple[AlignedPassage, ...]:
    """List the aligned passages of a story's documents, in order of documents and place."""
    rows = connection.execute(
        "SELECT a, b, a_extents, b_extents, relation, score, differences FROM aligned_passages"
        " WHERE a IN (SELECT id FROM documents WHERE story = ?1)"
        " AND b IN (SELECT id FROM documents WHERE story = ?1) ORDER BY a, b, position",
        (story,),
    )
    return tuple(_read_aligned(row) for row in rows)


def _read_aligned(row: sqlite3.Row) -> AlignedPassage:
    """Rebuild an aligned passage."""
    relation: Relation = row["relation"]
    return AlignedPassage(
        row["a"],
        row["b"],
        decode_extents(row["a_extents"]),
        decode_extents(row["b_extents"]),
        relation,
        row["score"],
        _differences.decode(row["differences"]),
    )


# ------------------------------------------------------------------ transmissions


def replace_transmissions(
    connection: sqlite3.Connection, takers: Iterable[str], found: Iterable[Transmission]
) -> None:
    """Set from whom some documents took their report."""
    connection.executemany("DELETE FROM transmissions WHERE taker = ?", [(t,) for t in takers])
    connection.executemany(
        "INSERT OR IGNORE INTO transmissions (taker, giver, evidence) VALUES (?, ?, ?)",
        [(t.taker, t.giver, t.evidence) for t in found],
    )


def list_transmissions(
    connection: sqlite3.Connection, story: str | None = None
) -> tuple[Transmission, ...]:
    """List who took a report from whom, in one story or in all."""
    where = (
        "" if story is None else "WHERE taker IN (SELECT id FROM documents WHERE story = :story)"
    )
    rows = connection.execute(
        f"SELECT taker, giver, evidence FROM transmissions {where} ORDER BY taker, giver, evidence",
        {"story": story},
    )
    return tuple(Transmission(*row) for row in rows)
