"""W3C Web Annotation (JSON-LD): one annotation a quotation, date and name, on the untouched original.

https://www.w3.org/TR/annotation-model/ counts positions in code points in logical order, as rawi does. Each
target has two selectors for the same words: the position, and the words with what stands around them, which
still finds the place when the text was taken from its file in another way.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from rawi.export.exporter import chosen_documents
from rawi.facts import AnnotatedDocument
from rawi.index.query import Query
from rawi.index.sqlite import SqliteStore
from rawi.index.sqlite.rows import hash_text
from rawi.index.store import QuotationRow
from rawi.text import Extent

Record = dict[str, Any]
CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"rawi": "urn:rawi:ns#"}]
AROUND = 32  # code points of prefix and suffix, as in the anchoring figures of the model

_encode = msgspec.json.Encoder().encode


def export_webannotation(
    store: SqliteStore, folder: Path, query: Query, *, bom: bool = False
) -> Iterator[Path]:
    """Write annotations.jsonld: one AnnotationPage with all annotations in order of document and place."""
    del bom  # JSON has none
    path = folder / "annotations.jsonld"
    unfinished = path.with_name(f".{path.name}.part")
    with unfinished.open("wb") as file:
        head = {"@context": CONTEXT, "id": "urn:rawi:annotations", "type": "AnnotationPage"}
        file.write(_encode(head)[:-1] + b',"items":[')
        separator = b"\n"
        for document in chosen_documents(store, query):
            for annotation in annotate_document(store, document):
                file.write(separator + _encode(annotation))
                separator = b",\n"
        file.write(b"\n]}\n")
    unfinished.replace(path)
    yield path


def annotate_document(store: SqliteStore, document: str) -> Iterator[Record]:
    """Yield the annotations of one document."""
    annotated = store.get(document)
    source = describe_source(annotated)
    text = annotated.text
    for row in store.quotations_of(document):
        yield make_annotation(
            f"urn:rawi:quotation:{row.id}",
            "describing",
            quotation_body(row),
            [(source, text.original, extent) for extent in row.content],
        )
    for position, timex in enumerate(annotated.dates):
        body = {
            "type": "rawi:Date",
            "rawi:earliest": timex.earliest,
            "rawi:latest": timex.latest,
            "rawi:value": timex.value,
            "rawi:calendar": timex.calendar,
            "rawi:native": timex.native,
        }
        place = [(source, text.original, text.extent(timex.span))]
        yield make_annotation(f"urn:rawi:date:{document}:{position}", "tagging", body, place)
    entities = store.mention_entities(document)
    for position, (mention, entity) in enumerate(zip(annotated.mentions, entities, strict=True)):
        body = {
            "type": "rawi:Name",
            "rawi:name": mention.name,
            "rawi:class": mention.type,
            "rawi:entity": f"urn:rawi:entity:{entity}" if entity else None,
        }
        place = [(source, text.original, text.extent(mention.span))]
        yield make_annotation(f"urn:rawi:name:{document}:{position}", "identifying", body, place)


def make_annotation(
    name: str, motivation: str, body: Record, places: list[tuple[Record, str, Extent]]
) -> Record:
    """An annotation; what is unknown is left out, as JSON-LD takes null for "no such statement"."""
    targets = [
        {"source": source, "selector": list(select(original, extent))}
        for source, original, extent in places
    ]
    return {
        "id": name,
        "type": "Annotation",
        "motivation": motivation,
        "body": {key: value for key, value in body.items() if value not in (None, [])},
        "target": targets[0] if len(targets) == 1 else targets,
    }


def select(original: str, extent: Extent) -> Iterator[Record]:
    """The two selectors of a place: its position, and its words in their surroundings."""
    start, end = extent
    yield {"type": "TextPositionSelector", "start": start, "end": end}
    yield {
        "type": "TextQuoteSelector",
        "exact": original[start:end],
        "prefix": original[max(0, start - AROUND) : start],
        "suffix": original[end : end + AROUND],
    }


def describe_source(annotated: AnnotatedDocument) -> Record:
    """The text annotated: named by its hash, so that another can check it is the same."""
    document = annotated.document
    source: Record = {
        "id": f"urn:sha256:{hash_text(document.original)}",
        "type": "Text",
        "format": "text/plain",
        "language": annotated.language,
        "rawi:document": f"urn:rawi:document:{document.id}",
        "rawi:outlet": document.outlet,
        "rawi:url": document.url,
    }
    return {key: value for key, value in source.items() if value is not None}


def quotation_body(row: QuotationRow) -> Record:
    """What is said of a quotation: as the outlet reports it, not as true."""
    return {
        "type": "rawi:Statement",
        "rawi:kind": row.kind,
        "rawi:speaker": row.speaker,
        "rawi:speakerEntity": f"urn:rawi:entity:{row.speaker_entity}"
        if row.speaker_entity
        else None,
        "rawi:role": row.role,
        "rawi:how": row.how,
        "rawi:addressee": row.addressee,
        "rawi:relay": list(row.relay),
        "rawi:saidFrom": row.day[0] if row.day else None,
        "rawi:saidTo": row.day[1] if row.day else None,
        "rawi:rule": row.rule,
        "rawi:locator": row.locator,
    }
