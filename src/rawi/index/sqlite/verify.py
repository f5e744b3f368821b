"""Prove an archive: every place leads to the words it claims, hashes are right, index and facts agree.

Nothing is read or annotated anew. What is checked is what is stored, each part against the others.
"""

import sqlite3
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from rawi.facts import AnnotatedDocument
from rawi.index.locator import parse_locator, print_locator
from rawi.index.sqlite.answers import cut_pieces, enclose
from rawi.index.sqlite.correction_log import check_chain
from rawi.index.sqlite.facts import read_annotated
from rawi.index.sqlite.rows import (
    Row,
    decode_extents,
    document_tokens,
    hash_text,
    quotation_ids,
    quotation_tokens,
)
from rawi.text import Extent, Span, Text

WORD_TABLES = {
    "document_words": ("title", "body", "language"),
    "quotation_words": ("content", "speaker", "addressee", "relay", "language"),
}


class Problem(NamedTuple):
    """Something that is not as it claims to be; `where` is a document, a quotation, a file or a table."""

    where: str
    what: str


def verify_store(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Yield what is wrong with the database; nothing when all is well."""
    for (line,) in connection.execute("PRAGMA integrity_check"):
        if line != "ok":
            yield Problem("archive.sqlite", line)
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Problem(table, f"row {row} points to no row of {parent}")
    expected = {table: Sums() for table in WORD_TABLES}
    for row in connection.execute("SELECT * FROM documents ORDER BY id"):
        try:
            yield from _verify_document(connection, row, expected)
        except (ValueError, msgspec.DecodeError, msgspec.ValidationError, TypeError) as error:
            yield Problem(f"document {row['id']}", f"its facts cannot be read: {error}")
    for table, sums in expected.items():
        yield from _verify_words(connection, table, sums)
    yield from _verify_links(connection)
    for entry in check_chain(connection):
        yield Problem(
            f"correction {entry}", "is not what was logged: the chain of hashes breaks here"
        )


class Sums:
    """One number for the indexed words of each row, whatever their order; wrong words change it."""

    def __init__(self) -> None:
        self.of: Counter[int] = Counter()

    def add(self, row: int, words: Iterable[tuple[str, str, int]]) -> None:
        """Add words: (word, column, position in the column)."""
        self.of[row] += sum(
            zlib.crc32(f"{word} {column} {position}".encode()) + 1
            for word, column, position in words
        )


def _verify_document(
    connection: sqlite3.Connection, row: sqlite3.Row, expected: dict[str, Sums]
) -> Iterator[Problem]:
    """Check a document's text and facts, and note which words the index must have."""
    where = f"document {row['id']}"
    quotations, dates, mentions = (
        connection.execute(
            f"SELECT * FROM {table} WHERE document = ? ORDER BY position", (row["number"],)
        ).fetchall()
        for table in ("quotations", "dates", "mentions")
    )
    annotated = read_annotated(row, quotations, dates, mentions)
    text = annotated.text
    yield from (Problem(where, what) for what in _check_text(row, annotated))
    expected["document_words"].add(row["number"], _words(document_tokens(annotated)))
    ids = quotation_ids(row["id"], [(q["kind"], q["content"]) for q in quotations])
    for quotation, fact, name in zip(quotations, annotated.quotations, ids, strict=True):
        place = f"quotation {quotation['id']} of {where}"
        if quotation["id"] != name:
            yield Problem(place, f"its id should be {name}")
        yield from (Problem(place, what) for what in _check_quotation(text, row, quotation))
        spans = [*fact.content, *(s for s in (fact.cue, fact.source) if s)]
        yield from (Problem(place, what) for what in _check_spans(text, spans))
        if [text.extent(s) for s in fact.content] != list(decode_extents(quotation["content"])):
            yield Problem(place, "its place in the original is not that of the repaired text")
        expected["quotation_words"].add(
            quotation["number"], _words(quotation_tokens(annotated, fact))
        )
        yield from _check_locator(connection, place, row, quotation)
    for kind, rows in (("date", dates), ("name", mentions)):
        for found in rows:
            place = f"{kind} {found['position']} of {where}"
            yield from (Problem(place, what) for what in _check_place(text, found))


def _check_text(row: sqlite3.Row, annotated: AnnotatedDocument) -> Iterator[str]:
    """Check a document's text: its hash, its length, its alignment, its languages."""
    text = annotated.text
    if hash_text(text.original) != row["text_sha256"]:
        yield "the text is not the one it was taken in with: its SHA-256 differs"
    if len(text.original) != row["length"]:
        yield f"has {len(text.original)} characters, not {row['length']}"
    alignment = text.alignment
    if (alignment.old_length, alignment.new_length) != (len(text.original), len(text.repaired)):
        yield "the alignment does not belong to its texts"
    reached = 0
    for run in annotated.runs:
        if run.extent.start != reached:
            yield f"no language, or two, at character {min(run.extent.start, reached)}"
        reached = run.extent.end
    if reached != len(text.original):
        yield f"no language from character {reached} on"
    yield from _check_spans(text, [s.span for s in annotated.sentences])


def _check_quotation(text: Text, document: sqlite3.Row, row: sqlite3.Row) -> Iterator[str]:
    """Check that a quotation's places hold its words and that its filters are its document's."""
    content = decode_extents(row["content"])
    for extent, words in zip(content, cut_pieces(row["text"], content), strict=True):
        yield from _check_words(text, extent, words)
    for part in ("cue", "source"):
        start, end = row[f"{part}_start"], row[f"{part}_end"]
        if start is not None and not 0 <= start <= end <= len(text.original):
            yield f"its {part} [{start}, {end}) is outside the text"
    if (row["language"], row["outlet"]) != (document["language"], document["outlet"]):
        yield "its language or outlet is not its document's"
    if row["sort_day"] != (row["day_from"] or document["day"]):
        yield "its day for sorting is neither its own nor its document's"


def _check_locator(
    connection: sqlite3.Connection, place: str, document: sqlite3.Row, row: sqlite3.Row
) -> Iterator[Problem]:
    """Follow a quotation's locator as a reader would, and see whether it leads to its document."""
    extent = enclose(decode_extents(row["content"]))
    written = print_locator(document["blob"], document["text_sha256"], extent)
    locator = parse_locator(written)
    found = find_by_locator(connection, written) if locator else []
    if document["id"] not in found:
        yield Problem(place, f"its locator {written} leads to {found or 'no document'}")


def find_by_locator(connection: sqlite3.Connection, written: str) -> list[str]:
    """The ids of the documents a locator leads to: copies in one file with one text are several."""
    locator = parse_locator(written)
    if locator is None:
        return []
    rows = connection.execute(
        "SELECT id FROM documents WHERE blob >= ?1 AND blob < ?1 || 'g' AND text_sha256 >= ?2"
        " AND text_sha256 < ?2 || 'g' AND length >= ?3 ORDER BY id",
        (locator.blob, locator.text, locator.extent.end),
    )
    return [row[0] for row in rows]


def _check_place(text: Text, row: sqlite3.Row) -> Iterator[str]:
    """Check that a date's or a name's place holds its words."""
    yield from _check_words(text, Extent(row["start"], row["end"]), row["text"])
    span = Span(row["span_start"], row["span_end"])
    yield from _check_spans(text, [span])
    if text.extent(span) != (row["start"], row["end"]):
        yield "its place in the original is not that of the repaired text"


def _check_words(text: Text, extent: Extent, words: str) -> Iterator[str]:
    """Check that a place of the original holds the words it claims."""
    start, end = extent
    if not 0 <= start <= end <= len(text.original):
        yield f"its place [{start}, {end}) is outside the text"
    elif text.original[start:end] != words:
        yield f"characters [{start}, {end}) are {text.original[start:end]!r}, not {words!r}"


def _check_spans(text: Text, spans: Iterable[Span]) -> Iterator[str]:
    """Check that places of the repaired text are inside it."""
    for span in spans:
        if not 0 <= span.start <= span.end <= len(text.repaired):
            yield f"its place {tuple(span)} is outside the repaired text"


def _words(tokens: Row) -> Iterator[tuple[str, str, int]]:
    """The words the index must hold for a row, with column and position."""
    for column, written in tokens.items():
        for position, word in enumerate(written.split()):
            yield word, column, position


def _verify_words(connection: sqlite3.Connection, table: str, expected: Sums) -> Iterator[Problem]:
    """Compare what the full-text index holds with what it must hold."""
    connection.execute(
        f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{table}_places USING fts5vocab(main, {table}, instance)"
    )
    held = Sums()
    for word, row, column, position in connection.execute(
        f'SELECT term, doc, col, "offset" FROM temp.{table}_places'
    ):
        held.add(row, [(word, column, position)])
    for row in sorted(expected.of.keys() | held.of.keys()):
        if expected.of[row] != held.of[row]:
            yield Problem(
                table, f"row {row} of the search index does not hold the words of its text"
            )


def _verify_links(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Check that links name what is there and places inside the texts."""
    checks = {
        "documents": (
            "SELECT id, 'its report ' || report || ' is not there' FROM documents"
            " WHERE report IS NOT NULL AND report NOT IN (SELECT id FROM reports)"
            " UNION ALL SELECT id, 'its story ' || story || ' is not there' FROM documents"
            " WHERE story IS NOT NULL AND story NOT IN (SELECT id FROM stories)"
        ),
        "quotations": (
            "SELECT id, 'its speaker ' || speaker_entity || ' is not there' FROM quotations"
            " WHERE speaker_entity IS NOT NULL AND speaker_entity NOT IN (SELECT id FROM entities)"
        ),
        "shared_passages": (
            "SELECT s.a || ' and ' || s.b, 'a shared passage is outside the text' FROM shared_passages s"
            " JOIN documents a ON a.id = s.a JOIN documents b ON b.id = s.b"
            " WHERE s.a_start < 0 OR s.a_start > s.a_end OR s.a_end > a.length"
            " OR s.b_start < 0 OR s.b_start > s.b_end OR s.b_end > b.length"
        ),
    }
    for table, sql in checks.items():
        for where, what in connection.execute(sql):
            yield Problem(f"{table}: {where}", what)
