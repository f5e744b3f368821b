"""CSV, for spreadsheets: documents, quotations, dates and names, one file each, as RFC 4180 says.

A cell that a spreadsheet would take for a formula gets an apostrophe in front (CSV injection): in the
archive and in JSON lines it has none.
"""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from rawi.export import rows
from rawi.export.annotation import date_record, mention_record
from rawi.export.exporter import chosen_documents
from rawi.index.query import Query
from rawi.index.sqlite import SqliteStore

Record = dict[str, Any]
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"

DOCUMENT_COLUMNS = (
    "id", "given_id", "outlet", "language", "day", "day_evidence", "title", "headline", "url", "published", "report",
    "story", "path",
)  # fmt: skip
QUOTATION_COLUMNS = (
    "document", "number", "speaker", "role", "addressee", "cue_text", "cue_class", "text", "kind", "how",
    "earliest", "latest", "document_day", "outlet", "relay", "language", "copies", "report", "story",
    "speaker_entity", "locator", "url", "id",
)  # fmt: skip
DATE_COLUMNS = (
    "document", "start", "end", "text", "value", "earliest", "latest", "calendar", "native", "grain",
    "kind", "checks", "rule",
)  # fmt: skip
MENTION_COLUMNS = ("document", "start", "end", "text", "type", "name", "role", "entity", "rule")


def export_csv(
    store: SqliteStore, folder: Path, query: Query, *, bom: bool = False
) -> Iterator[Path]:
    """Write documents.csv, quotations.csv, dates.csv and mentions.csv."""
    chosen = list(chosen_documents(store, query))
    tables: tuple[tuple[str, tuple[str, ...], Iterable[Record]], ...] = (
        ("documents", DOCUMENT_COLUMNS, (rows.document_record(store.row(d)) for d in chosen)),
        ("quotations", QUOTATION_COLUMNS, _quotations(store, chosen)),
        ("dates", DATE_COLUMNS, _dates(store, chosen)),
        ("mentions", MENTION_COLUMNS, _mentions(store, chosen)),
    )
    for name, columns, records in tables:
        yield write_table(folder / f"{name}.csv", columns, records, bom=bom)


def write_table(
    path: Path, columns: tuple[str, ...], records: Iterable[Record], *, bom: bool
) -> Path:
    """Write one CSV file; it appears when it is complete."""
    unfinished = path.with_name(f".{path.name}.part")
    with unfinished.open("w", encoding="utf-8", newline="") as file:
        file.write(BOM if bom else "")
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows([cell(record[column]) for column in columns] for record in records)
    unfinished.replace(path)
    return path


def cell(value: object) -> str:
    """A value as a cell: unknown is empty, lists are joined, nothing is taken for a formula.

    >>> cell("=SUM(A1)"), cell(None), cell(["الف", "ب"]), cell(12)
    ("'=SUM(A1)", '', 'الف; ب', '12')
    """
    if value is None:
        return ""
    if isinstance(value, list):
        value = "; ".join(map(str, value))
    written = str(value)
    if isinstance(value, str) and written.startswith(FORMULA_STARTS):
        return f"'{written}"
    return written


def _quotations(store: SqliteStore, documents: Iterable[str]) -> Iterator[Record]:
    """The quotations with their words and days in columns of their own."""
    for document in documents:
        for row in store.quotations_of(document):
            earliest, latest = row.day or (None, None)
            yield {**rows.quotation_hit(row), "earliest": earliest, "latest": latest}


def _dates(store: SqliteStore, documents: Iterable[str]) -> Iterator[Record]:
    """The time expressions with their words."""
    for document in documents:
        annotated = store.get(document)
        for timex in annotated.dates:
            record = date_record(annotated.text, timex)
            yield {"document": document, **_placed(record, annotated.text.quote(timex.span))}


def _mentions(store: SqliteStore, documents: Iterable[str]) -> Iterator[Record]:
    """The names with their words and entities."""
    for document in documents:
        annotated = store.get(document)
        entities = store.mention_entities(document)
        for mention, entity in zip(annotated.mentions, entities, strict=True):
            record = mention_record(annotated.text, mention) | {"entity": entity}
            yield {"document": document, **_placed(record, annotated.text.quote(mention.span))}


def _placed(record: Record, words: str) -> Record:
    """A record with its place in two columns, and its words."""
    start, end = record["extent"]
    return {**record, "start": start, "end": end, "text": words}
