"""Rows of the database to the rows a store answers with."""

import sqlite3
from collections.abc import Iterable

from rawi.index.locator import print_locator
from rawi.index.sqlite.rows import decode_extents, decode_strings
from rawi.index.store import DocumentRow, QuotationRow
from rawi.text import Extent

# The first headline of the layout that is not just the outlet's name on a line of its own.
HEADLINE = (
    "(SELECT trim(h.words, char(32, 10, 13, 9)) FROM (SELECT p.key AS place,"
    " substr(coalesce(repaired, original), p.value ->> 0 + 1, (p.value ->> 1) - (p.value ->> 0)) AS words"
    " FROM json_each(layout, '$.parts') p WHERE p.value ->> 2 = 'headline') h"
    " WHERE trim(h.words, char(32, 10, 13, 9)) NOT IN ('', coalesce(outlet, '')) ORDER BY h.place LIMIT 1)"
)
DOCUMENT_COLUMNS = (
    "number, id, given_id, path, outlet, language, title, url, published, day, day_evidence, report,"
    f" story, length, snippet, {HEADLINE} AS headline"
)
QUOTATION_COLUMNS = (
    "q.*, d.blob, d.text_sha256,"
    " substr(d.original, q.cue_start + 1, q.cue_end - q.cue_start) AS cue_text,"
    " substr(d.original, q.source_start + 1, q.source_end - q.source_start) AS source_text,"
    " (SELECT count(*) FROM documents c WHERE c.report = d.report) AS copies"
)


def document_row(row: sqlite3.Row) -> DocumentRow:
    """Make a document's row of the columns `DOCUMENT_COLUMNS`."""
    return DocumentRow(
        id=row["id"],
        given_id=row["given_id"] or row["path"] or row["id"],
        path=row["path"],
        outlet=row["outlet"],
        language=row["language"],
        title=row["title"],
        url=row["url"],
        published=row["published"],
        day=row["day"],
        day_evidence=row["day_evidence"],
        report=row["report"],
        story=row["story"],
        length=row["length"],
        snippet=row["snippet"],
        headline=row["headline"],
    )


def quotation_row(
    row: sqlite3.Row, document: DocumentRow, hits: tuple[Extent, ...] = ()
) -> QuotationRow:
    """Make a quotation's row of the columns `QUOTATION_COLUMNS` and its document's row."""
    content = decode_extents(row["content"])
    return QuotationRow(
        id=row["id"],
        document=document,
        number=row["position"],
        kind=row["kind"],
        content=content,
        content_text=cut_pieces(row["text"], content),
        cue=_extent(row["cue_start"], row["cue_end"]),
        cue_text=row["cue_text"],
        cue_class=row["cue_class"],
        source=_extent(row["source_start"], row["source_end"]),
        source_text=row["source_text"],
        speaker=row["speaker"],
        speaker_entity=row["speaker_entity"],
        role=row["role"],
        how=row["how"],
        addressee=row["addressee"],
        relay=decode_strings(row["relay"]),
        day=(row["day_from"], row["day_to"]) if row["day_from"] else None,
        rule=row["rule"],
        locator=print_locator(row["blob"], row["text_sha256"], enclose(content)),
        copies=max(1, row["copies"]),
        hits=hits,
    )


def cut_pieces(text: str, content: Iterable[Extent]) -> tuple[str, ...]:
    r"""Cut the text of a quotation, pieces joined by one character, back into its pieces.

    >>> cut_pieces("ab\ncde", [Extent(0, 2), Extent(7, 10)])
    ('ab', 'cde')
    """
    pieces, at = [], 0
    for start, end in content:
        pieces.append(text[at : at + end - start])
        at += end - start + 1
    return tuple(pieces)


def enclose(content: Iterable[Extent]) -> Extent:
    """The one range that holds all pieces; empty at 0 when there are none."""
    pieces = list(content)
    if not pieces:
        return Extent(0, 0)
    return Extent(min(e.start for e in pieces), max(e.end for e in pieces))


def _extent(start: int | None, end: int | None) -> Extent | None:
    """A place, when there is one."""
    return None if start is None or end is None else Extent(start, end)
