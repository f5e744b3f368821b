"""Rows back to facts: what `rows.make_shelf` shelved, rebuilt without re-reading or re-annotating."""

import sqlite3
from collections.abc import Iterable
from datetime import date

import msgspec

from rawi.facts import (
    Anchor,
    AnnotatedDocument,
    Block,
    Document,
    LanguageRun,
    Mention,
    Origin,
    Part,
    Quotation,
    ReadWarning,
    Sentence,
    Timex,
)
from rawi.index.sqlite.rows import Layout, QuotationSpans, decode_strings
from rawi.text import Edit, Extent, Span, Text
from rawi.text.pack import unpack

_blocks = msgspec.json.Decoder(tuple[Block, ...])
_warnings = msgspec.json.Decoder(tuple[ReadWarning, ...])
_origin = msgspec.json.Decoder(Origin)
_runs = msgspec.json.Decoder(list[tuple[int, int, str]])
_layout = msgspec.json.Decoder(Layout)
_edits = msgspec.json.Decoder(list[tuple[int, int, str, str, float]])
_spans = msgspec.json.Decoder(QuotationSpans)


def read_annotated(
    row: sqlite3.Row,
    quotations: Iterable[sqlite3.Row],
    dates: Iterable[sqlite3.Row],
    mentions: Iterable[sqlite3.Row],
) -> AnnotatedDocument:
    """Rebuild a document with its facts from its rows, each in order of position."""
    document = read_document(row)
    layout = _layout.decode(row["layout"])
    return AnnotatedDocument(
        document=document,
        runs=tuple(LanguageRun(Extent(s, e), code) for s, e, code in _runs.decode(row["runs"])),
        text=read_text(row),
        parts=tuple(Part(Span(s, e), kind) for s, e, kind in layout.parts),
        sentences=tuple(Sentence(Span(s, e), code) for s, e, code in layout.sentences),
        anchor=Anchor(
            date.fromisoformat(row["day"]) if row["day"] else None,
            row["day_evidence"],
            layout.anchor,
            date.fromisoformat(row["day_latest"]) if row["day_latest"] else None,
        ),
        dates=tuple(read_timex(r) for r in dates),
        mentions=tuple(read_mention(r) for r in mentions),
        quotations=tuple(read_quotation(r) for r in quotations),
    )


def read_document(row: sqlite3.Row) -> Document:
    """Rebuild a document as it was received."""
    return Document(
        id=row["id"],
        original=row["original"],
        outlet=row["outlet"],
        url=row["url"],
        title=row["title"],
        published=row["published"],
        captured=row["captured"],
        given_id=row["given_id"],
        origin=_origin.decode(row["origin"]) if row["origin"] else None,
        blocks=_blocks.decode(row["blocks"]),
        warnings=_warnings.decode(row["warnings"]),
    )


def read_text(row: sqlite3.Row) -> Text:
    """Rebuild a document's text, original and repaired."""
    return Text(
        original=row["original"],
        repaired=row["original"] if row["repaired"] is None else row["repaired"],
        alignment=unpack(row["alignment"]),
        edits=tuple(Edit(*cells) for cells in _edits.decode(row["edits"])),
        suggestions=tuple(Edit(*cells) for cells in _edits.decode(row["suggestions"])),
    )


def read_timex(row: sqlite3.Row) -> Timex:
    """Rebuild a time expression."""
    return Timex(
        span=Span(row["span_start"], row["span_end"]),
        value=row["value"],
        earliest=row["earliest"],
        latest=row["latest"],
        calendar=row["calendar"],
        grain=row["grain"],
        kind=row["kind"],
        rule=row["rule"],
        native=row["native"],
        checks=decode_strings(row["checks"]),
        certainty=row["certainty"],
        alternatives=decode_strings(row["alternatives"]),
        reason=row["reason"],
        variant=row["variant"],
    )


def read_mention(row: sqlite3.Row) -> Mention:
    """Rebuild a mention."""
    return Mention(
        span=Span(row["span_start"], row["span_end"]),
        type=row["type"],
        name=row["name"],
        rule=row["rule"],
        role=row["role"],
    )


def read_quotation(row: sqlite3.Row) -> Quotation:
    """Rebuild a quotation."""
    spans = _spans.decode(row["spans"])
    return Quotation(
        kind=row["kind"],
        content=spans.content,
        cue=spans.cue,
        source=spans.source,
        speaker=row["speaker"],
        how=row["how"],
        addressee=row["addressee"],
        relay=decode_strings(row["relay"]),
        day=(row["day_from"], row["day_to"]) if row["day_from"] else None,
        rule=row["rule"],
        cue_class=row["cue_class"],
        role=row["role"],
    )
