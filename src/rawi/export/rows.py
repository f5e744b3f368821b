"""JSON records of what a store answers, as `search`, `status`, `export` and the web pages give them.

Their keys are listed in docs/json.md.
"""

from typing import Any

from rawi.index.store import Correction, DocumentRow, Line, QuotationRow, Status
from rawi.text import Extent

Record = dict[str, Any]  # JSON in the making: keys are those of docs/json.md


def document_record(row: DocumentRow) -> Record:
    """Make the JSON record of a document in a list."""
    return {
        "id": row.id,
        "given_id": row.given_id,
        "path": row.path,
        "outlet": row.outlet,
        "language": row.language,
        "title": row.title,
        "headline": row.headline,
        "url": row.url,
        "published": row.published,
        "day": row.day,
        "day_evidence": row.day_evidence,
        "report": row.report,
        "story": row.story,
        "length": row.length,
        "snippet": row.snippet,
    }


def quotation_record(row: QuotationRow) -> Record:
    """Make the JSON record of a quotation of an archive: as in `annotate`, plus where it stands."""
    return {
        "id": row.id,
        "document": row.document.id,
        "number": row.number,
        "text": " […] ".join(row.content_text),
        "kind": row.kind,
        "content": [list(extent) for extent in row.content],
        "cue": _pair(row.cue),
        "cue_class": row.cue_class,
        "source": _pair(row.source),
        "speaker": row.speaker,
        "speaker_entity": row.speaker_entity,
        "role": row.role,
        "how": row.how,
        "addressee": row.addressee,
        "relay": list(row.relay),
        "day": {"earliest": row.day[0], "latest": row.day[1]} if row.day else None,
        "rule": row.rule,
        "locator": row.locator,
    }


def quotation_hit(row: QuotationRow) -> Record:
    """Make the JSON record of a quotation found by a search: the facts with the words and the document."""
    document = row.document
    return {
        **quotation_record(row),
        "extent": _enclosing(row.content),
        "cue_text": row.cue_text,
        "source_text": row.source_text,
        "hits": [list(extent) for extent in row.hits],
        "copies": row.copies,
        "given_id": document.given_id,
        "outlet": document.outlet,
        "language": document.language,
        "title": document.title,
        "url": document.url,
        "document_day": document.day,
        "day_evidence": document.day_evidence,
        "report": document.report,
        "story": document.story,
    }


def document_hit(row: DocumentRow) -> Record:
    """Make the JSON record of a document found by a search."""
    return {
        "document": row.id,
        "extent": [0, row.length],
        "text": row.snippet,
        **document_record(row),
    }


def line_record(line: Line) -> Record:
    """Make the JSON record of a hit in its surroundings."""
    document = line.document
    return {
        "document": document.id,
        "given_id": document.given_id,
        "extent": list(line.extent),
        "before": line.before,
        "text": line.text,
        "after": line.after,
        "speaker": line.speaker,
        "outlet": document.outlet,
        "language": document.language,
        "document_day": document.day,
        "locator": line.locator,
    }


def status_record(status: Status) -> Record:
    """Make the JSON record of what an archive holds."""
    return {
        "documents": status.documents,
        "quotations": status.quotations,
        "dates": status.dates,
        "stories": status.stories,
        "reports": status.reports,
        "entities": status.entities,
        "undated": status.undated,
        "unnamed": status.unnamed,
        "languages": status.languages,
        "outlets": status.outlets,
        "readers": status.readers,
        "warnings": status.warnings,
        "edits": status.edits,
        "schema_version": status.schema_version,
        "set_aside": [
            {
                "path": entry.path,
                "reason": entry.reason,
                "detail": entry.detail,
                "sha256": entry.sha256,
            }
            for entry in status.set_aside
        ],
        "removed": [
            {"id": gone.id, "path": gone.path, "removed_at": gone.removed_at}
            for gone in status.removed
        ],
    }


def _pair(extent: Extent | None) -> list[int] | None:
    """A place as a JSON pair."""
    return None if extent is None else list(extent)


def _enclosing(content: tuple[Extent, ...]) -> list[int] | None:
    """The one range that holds all pieces of a quotation."""
    if not content:
        return None
    return [min(extent.start for extent in content), max(extent.end for extent in content)]


def correction_record(entry: Correction) -> Record:
    """Make the JSON record of an entry of the log of corrections."""
    return {
        "id": entry.id,
        "made_at": entry.made_at,
        "made_by": entry.made_by,
        "document": entry.document,
        "quotation": entry.quotation,
        "field": entry.field,
        "old": entry.old,
        "new": entry.new,
        "note": entry.note,
        "undoes": entry.undoes,
        "state": entry.state,
    }
