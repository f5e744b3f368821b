"""Facts to rows and back: where spans of the repaired text become extents of the original.

`make_shelf` is pure and runs in the worker processes of `add`; `facts.read_annotated` is its inverse. Here, and
in the exports, `Text.extent` is called; there is no second way back.
"""

import hashlib
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec

from rawi.facts import AnnotatedDocument, BlockKind, Mention, Quotation, Timex
from rawi.index.words import cut_words
from rawi.text import Edit, Extent, Span, Text
from rawi.text.pack import pack

Row = dict[str, Any]  # column to value, as SQLite takes and gives it
SNIPPET = 160  # code points: two lines of a card
LINE = 80  # code points: a dateline longer than that goes on as the report

_encode = msgspec.json.Encoder().encode
# Columns that hold a JSON list of strings, or of places in an original.
decode_strings = msgspec.json.Decoder(tuple[str, ...]).decode
decode_extents = msgspec.json.Decoder(tuple[Extent, ...]).decode


class Shelf(NamedTuple):
    """The rows of one document; `words` are the tokens of the full-text index."""

    document: Row
    edit_counts: tuple[tuple[str, int], ...]
    quotations: tuple[Row, ...]
    dates: tuple[Row, ...]
    mentions: tuple[Row, ...]
    words: Row
    quotation_words: tuple[Row, ...]


class Layout(msgspec.Struct):
    """What `documents.layout` holds: places in the repaired text."""

    anchor: Span | None
    parts: list[tuple[int, int, BlockKind]]
    sentences: list[tuple[int, int, str]]


class QuotationSpans(msgspec.Struct):
    """What `quotations.spans` holds: places in the repaired text."""

    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None


# ------------------------------------------------------------------ facts to rows


def make_shelf(annotated: AnnotatedDocument) -> Shelf:
    """Make the rows of a document."""
    text = annotated.text
    document = annotated.document
    day = annotated.anchor.day.isoformat() if annotated.anchor.day else None
    counts = Counter(edit.rule for edit in text.edits)
    if folds := sum(1 for _ in text.letter_folds()):
        counts["letters"] += folds
    row = _document_row(annotated)
    quotations = [_quotation_row(text, i, q) for i, q in enumerate(annotated.quotations)]
    ids = quotation_ids(document.id, [(q["kind"], q["content"]) for q in quotations])
    for quotation, name in zip(quotations, ids, strict=True):
        quotation["id"] = name
        quotation["language"], quotation["outlet"] = row["language"], document.outlet
        quotation["sort_day"] = quotation["day_from"] or day
    return Shelf(
        document=row,
        edit_counts=tuple(sorted(counts.items())),
        quotations=tuple(quotations),
        dates=tuple(date_row(text, i, timex) for i, timex in enumerate(annotated.dates)),
        mentions=tuple(_mention_row(text, i, name) for i, name in enumerate(annotated.mentions)),
        words=document_tokens(annotated),
        quotation_words=tuple(quotation_tokens(annotated, q) for q in annotated.quotations),
    )


def document_tokens(annotated: AnnotatedDocument) -> Row:
    """What the full-text index takes of a document."""
    return {
        "title": _tokens(annotated.document.title),
        "body": _tokens(annotated.text.repaired),
        "language": " ".join(sorted({run.language for run in annotated.runs})),
    }


def quotation_tokens(annotated: AnnotatedDocument, quotation: Quotation) -> Row:
    """What the full-text index takes of a quotation."""
    repaired = annotated.text.repaired
    source = repaired[slice(*quotation.source)] if quotation.source else ""
    places = [annotated.text.extent(span) for span in quotation.content]
    return {
        # A line break keeps the pieces apart: the end of one and the start of the next are two words.
        "content": _tokens("\n".join(repaired[start:end] for start, end in quotation.content)),
        "speaker": _tokens(" ".join((quotation.speaker or "", source, quotation.role or ""))),
        "addressee": _tokens(quotation.addressee),
        "relay": _tokens(" ".join(quotation.relay)),
        "language": " ".join(
            sorted(
                {
                    run.language
                    for run in annotated.runs
                    for start, end in places
                    if run.extent.start < end and start < run.extent.end
                }
            )
        ),
    }


def hash_text(text: str) -> str:
    """The SHA-256 of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def _tokens(text: str | None) -> str:
    """The indexed words of a text, as the index takes them."""
    return " ".join(cut_words(text)) if text else ""


def _json(value: object) -> str:
    """A value as JSON."""
    return _encode(value).decode()


def _document_row(annotated: AnnotatedDocument) -> Row:
    """The row of table documents."""
    document, text, anchor = annotated.document, annotated.text, annotated.anchor
    origin = document.origin
    text_sha256 = hash_text(document.original)
    return {
        "id": document.id,
        "given_id": document.given_id,
        "path": origin.path if origin else None,
        "outlet": document.outlet,
        "url": document.url,
        "title": document.title,
        "published": document.published,
        "captured": document.captured,
        "language": annotated.language,
        "original": document.original,
        "repaired": text.repaired if text.repaired != document.original else None,
        "alignment": pack(text.alignment),
        "text_sha256": text_sha256,
        "blob": origin.sha256 if origin else text_sha256,
        "length": len(document.original),
        "day": anchor.day.isoformat() if anchor.day else None,
        "day_evidence": anchor.evidence,
        "day_latest": anchor.latest.isoformat() if anchor.latest else None,
        "snippet": _snippet(annotated),
        "origin": _json(origin) if origin else None,
        "blocks": _json(document.blocks),
        "warnings": _json(document.warnings),
        "runs": _json([(*run.extent, run.language) for run in annotated.runs]),
        "layout": _json(
            Layout(
                anchor=anchor.span,
                parts=[(*part.span, part.kind) for part in annotated.parts],
                sentences=[(*s.span, s.language) for s in annotated.sentences],
            )
        ),
        "edits": _json([_edit_cells(edit) for edit in text.edits]),
        "suggestions": _json([_edit_cells(edit) for edit in text.suggestions]),
    }


def _edit_cells(edit: Edit) -> tuple[int, int, str, str, float]:
    """An edit as a JSON list."""
    return edit.start, edit.end, edit.new, edit.rule, edit.confidence


def _snippet(annotated: AnnotatedDocument) -> str:
    """The first words of the report itself, in one line."""
    text = annotated.text
    told = [part for part in annotated.parts if part.kind in ("lead", "dateline", "body")]
    # A dateline may open the report, or be no more than a day and a place.
    prose = [p.span for p in told if p.kind != "dateline" or p.span.end - p.span.start > LINE]
    start = text.extent(prose[0]).start if prose else 0
    words = " ".join(text.original[start : start + 3 * SNIPPET].split())
    return words if len(words) <= SNIPPET else words[:SNIPPET].rsplit(" ", 1)[0] + "…"


def _quotation_row(text: Text, position: int, quotation: Quotation) -> Row:
    """A row of table quotations, without its id and what it takes from its document's row."""
    content = [text.extent(span) for span in quotation.content]
    cue = text.extent(quotation.cue) if quotation.cue else (None, None)
    source = text.extent(quotation.source) if quotation.source else (None, None)
    return {
        "position": position,
        "kind": quotation.kind,
        "content": _json(content),
        "text": "\n".join(text.original[start:end] for start, end in content),
        "cue_start": cue[0],
        "cue_end": cue[1],
        "cue_class": quotation.cue_class,
        "source_start": source[0],
        "source_end": source[1],
        "speaker": quotation.speaker,
        "role": quotation.role,
        "how": quotation.how,
        "addressee": quotation.addressee,
        "relay": _json(quotation.relay),
        "day_from": quotation.day[0] if quotation.day else None,
        "day_to": quotation.day[1] if quotation.day else None,
        "spans": _json(QuotationSpans(quotation.content, quotation.cue, quotation.source)),
        "rule": quotation.rule,
    }


def quotation_ids(document: str, places: Sequence[tuple[str, str]]) -> list[str]:
    """Ids from what quotations are (kind and content), so that the same text always gives the same ids.

    Only a second quotation of the same kind at the same place is told apart by a count.
    """
    seen: Counter[tuple[str, str]] = Counter()
    ids = []
    for place in places:
        name = " ".join((document, *place, str(seen[place]) if seen[place] else ""))
        ids.append(hashlib.blake2b(name.encode(), digest_size=8).hexdigest())
        seen[place] += 1
    return ids


def date_row(text: Text, position: int, timex: Timex) -> Row:
    """A row of table dates."""
    start, end = text.extent(timex.span)
    return {
        "position": position,
        "start": start,
        "end": end,
        "text": text.original[start:end],
        "value": timex.value,
        "earliest": timex.earliest,
        "latest": timex.latest,
        "calendar": timex.calendar,
        "grain": timex.grain,
        "kind": timex.kind,
        "native": timex.native,
        "variant": timex.variant,
        "checks": _json(timex.checks),
        "certainty": timex.certainty,
        "alternatives": _json(timex.alternatives),
        "reason": timex.reason,
        "rule": timex.rule,
        "span_start": timex.span.start,
        "span_end": timex.span.end,
    }


def _mention_row(text: Text, position: int, mention: Mention) -> Row:
    """A row of table mentions."""
    start, end = text.extent(mention.span)
    return {
        "position": position,
        "start": start,
        "end": end,
        "text": text.original[start:end],
        "type": mention.type,
        "name": mention.name,
        "role": mention.role,
        "rule": mention.rule,
        "span_start": mention.span.start,
        "span_end": mention.span.end,
    }
