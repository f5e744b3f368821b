"""Give a document another day to speak from, as linking does, and count its relative dates from it anew."""

import sqlite3
from collections.abc import Sequence
from datetime import date

from rawi.date import count_from_speaker, find_dates
from rawi.facts import Anchor, AnnotatedDocument, Quotation, Timex
from rawi.index.sqlite.rows import Row, date_row
from rawi.quote import find_quotations
from rawi.text import Span


def set_anchor(
    connection: sqlite3.Connection,
    number: int,
    annotated: AnnotatedDocument,
    day: date | None,
    evidence: str,
) -> None:
    """Write the anchor of document `number`, and what depends on it; to be called inside a transaction.

    Only the days change: a date or quotation that is not where it was (the archive was made by another
    version of rawi) keeps the day it has.
    """
    connection.execute(
        "UPDATE documents SET day = ?, day_evidence = ? WHERE number = ?",
        (day.isoformat() if day else None, evidence, number),
    )
    anchor = Anchor(day, evidence, annotated.anchor.span, annotated.anchor.latest)
    found = find_dates(annotated.text, annotated.sentences, anchor)
    quotations = _find_quotations(annotated, found)
    found = count_from_speaker(annotated.text, annotated.sentences, found, quotations, anchor)
    by_place = {timex.span: timex for timex in found}
    dates = tuple(by_place.get(timex.span, timex) for timex in annotated.dates)
    for position, (before, after) in enumerate(zip(annotated.dates, dates, strict=True)):
        if before != after:
            _rewrite_date(connection, number, date_row(annotated.text, position, after))
    days = {_place(quotation): quotation.day for quotation in quotations}
    for position, quotation in enumerate(annotated.quotations):
        said = days.get(_place(quotation), quotation.day)
        connection.execute(
            "UPDATE quotations SET day_from = ?, day_to = ?, sort_day = ?"
            " WHERE document = ? AND position = ?",
            (
                *(said or (None, None)),
                said[0] if said else day and day.isoformat(),
                number,
                position,
            ),
        )


def _find_quotations(annotated: AnnotatedDocument, dates: Sequence[Timex]) -> tuple[Quotation, ...]:
    """The quotations with their days, with the dates as they are now."""
    if not annotated.quotations:
        return ()
    return find_quotations(
        annotated.document,
        annotated.text,
        annotated.parts,
        annotated.sentences,
        dates,
        annotated.mentions,
    )


def _place(quotation: Quotation) -> tuple[str, tuple[Span, ...]]:
    """What tells a quotation from the others of its document."""
    return quotation.kind, quotation.content


def _rewrite_date(connection: sqlite3.Connection, number: int, row: Row) -> None:
    """Replace the row of a date by another at the same position."""
    columns = ", ".join(f'"{column}" = :{column}' for column in row)
    connection.execute(
        f"UPDATE dates SET {columns} WHERE document = :document AND position = :position",
        row | {"document": number},
    )
