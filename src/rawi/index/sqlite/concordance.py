"""The words searched for in their surroundings, one line each: before, hit, after (a concordance).

Lines come from whole texts; when a query asks who said it, to whom or how, from the quotations that answer it.
"""

import sqlite3
from collections.abc import Iterator

from rawi.index.locator import print_locator
from rawi.index.query import Query
from rawi.index.sqlite.conditions import compile_documents, compile_quotations
from rawi.index.sqlite.facts import read_text
from rawi.index.sqlite.match import find_hits
from rawi.index.sqlite.rows import decode_extents
from rawi.index.sqlite.search import each_document, each_quotation
from rawi.index.store import DocumentRow, Line
from rawi.text import Extent, Span, Text


def find_lines(connection: sqlite3.Connection, query: Query, width: int) -> Iterator[Line]:
    """Yield the lines of a query in the order of its documents, then of the text; none for a query without words.

    `width` is how many characters stand on each side at most.
    """
    if any((query.by, query.to, query.relay, query.kind, query.how)):
        yield from _lines_of_quotations(connection, query, width)
    else:
        yield from _lines_of_documents(connection, query, width)


def _lines_of_documents(connection: sqlite3.Connection, query: Query, width: int) -> Iterator[Line]:
    """Yield the lines of whole texts, each with who is quoted there."""
    matches = compile_documents(connection, query).matches
    for document in each_document(connection, query, None, 0) if matches else ():
        stored, text = _read(connection, document)
        said = _list_said(connection, document)
        for start, end in find_hits(text.repaired, matches):
            place = text.extent(Span(start, end))
            speaker = next(
                (
                    who
                    for extent, who in said
                    if extent.start <= place.start and place.end <= extent.end
                ),
                None,
            )
            yield _make_line(document, stored, text, place, speaker, width)


def _lines_of_quotations(
    connection: sqlite3.Connection, query: Query, width: int
) -> Iterator[Line]:
    """Yield the lines inside the quotations that answer a query."""
    matches = compile_quotations(connection, query).matches
    for row in each_quotation(connection, query, None, 0) if matches else ():
        stored, text = _read(connection, row.document)
        for place in row.hits:
            yield _make_line(row.document, stored, text, place, row.speaker, width)


def _read(connection: sqlite3.Connection, document: DocumentRow) -> tuple[sqlite3.Row, Text]:
    """A document's hashes and its text."""
    row = connection.execute(
        "SELECT blob, text_sha256, original, repaired, alignment, '[]' AS edits, '[]' AS suggestions"
        " FROM documents WHERE id = ?",
        (document.id,),
    ).fetchone()
    return row, read_text(row)


def _list_said(
    connection: sqlite3.Connection, document: DocumentRow
) -> list[tuple[Extent, str | None]]:
    """The pieces of a document that are quotations, with who speaks."""
    rows = connection.execute(
        "SELECT q.content, q.speaker FROM quotations q JOIN documents d ON d.number = q.document"
        " WHERE d.id = ? ORDER BY q.position",
        (document.id,),
    )
    return [(extent, speaker) for content, speaker in rows for extent in decode_extents(content)]


def _make_line(
    document: DocumentRow,
    stored: sqlite3.Row,
    text: Text,
    place: Extent,
    speaker: str | None,
    width: int,
) -> Line:
    """Cut one line out of the text as received; words at its ends stay whole."""
    original = text.original
    before = original[max(0, place.start - width) : place.start]
    after = original[place.end : place.end + width]
    if place.start > width:
        before = before[before.find(" ") + 1 :] if " " in before else before
    if place.end + width < len(original):
        after = after[: after.rfind(" ")] if " " in after else after
    return Line(
        document=document,
        extent=place,
        before=" ".join(before.split()),
        text=" ".join(original[place.start : place.end].split()),
        after=" ".join(after.split()),
        speaker=speaker,
        locator=print_locator(stored["blob"], stored["text_sha256"], place),
    )
