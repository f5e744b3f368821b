"""JSON lines: the whole truth of an archive, one file a kind of fact. Keys are listed in docs/json.md."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from rawi.export import rows
from rawi.export.annotation import date_record, mention_record
from rawi.export.exporter import chosen_documents, write_lines
from rawi.facts import AlignedPassage, Entity, Report, SharedPassage, Story
from rawi.index.query import Query
from rawi.index.sqlite import SqliteStore

Record = dict[str, Any]  # JSON in the making: keys are those of docs/json.md

_encode = msgspec.json.Encoder().encode


def export_jsonl(
    store: SqliteStore, folder: Path, query: Query, *, bom: bool = False
) -> Iterator[Path]:
    """Write documents, quotations, dates, mentions, entities, reports, stories, pairs and copies.

    With a query, links are written when all the documents they name are chosen, and entities when one of these
    names them.
    """
    del bom  # JSON has none
    chosen = list(chosen_documents(store, query))
    inside = frozenset(chosen)
    named = None if query == Query() else store.entities_in(chosen)
    files: dict[str, Iterable[Record]] = {
        "documents": (rows.document_record(store.row(document)) for document in chosen),
        "quotations": quotation_records(store, chosen),
        "dates": date_records(store, chosen),
        "mentions": mention_records(store, chosen),
        "entities": (
            entity_record(entity)
            for entity in store.entities()
            if named is None or entity.id in named
        ),
        "reports": (
            report_record(report) for report in store.reports() if inside.issuperset(report.members)
        ),
        "stories": (
            story_record(story) for story in store.all_stories() if inside.issuperset(story.members)
        ),
        "pairs": (
            pair_record(pair)
            for story in store.all_stories()
            for pair in store.aligned(story.id)
            if pair.a in inside and pair.b in inside
        ),
        "copies": (
            copy_record(passage)
            for passage in store.shared_passages()
            if passage.a in inside and passage.b in inside
        ),
    }
    for name, records in files.items():
        yield write_lines(folder / f"{name}.jsonl", map(_encode, records))


def quotation_records(store: SqliteStore, documents: Iterable[str]) -> Iterator[Record]:
    """Yield the quotations of documents in text order."""
    for document in documents:
        for row in store.quotations_of(document):
            yield rows.quotation_record(row)


def date_records(store: SqliteStore, documents: Iterable[str]) -> Iterator[Record]:
    """Yield the time expressions of documents in text order."""
    for document in documents:
        annotated = store.get(document)
        for timex in annotated.dates:
            yield {"document": document, **date_record(annotated.text, timex)}


def mention_records(store: SqliteStore, documents: Iterable[str]) -> Iterator[Record]:
    """Yield the names in documents in text order, each with its entity."""
    for document in documents:
        annotated = store.get(document)
        entities = store.mention_entities(document)
        for mention, entity in zip(annotated.mentions, entities, strict=True):
            record = mention_record(annotated.text, mention)
            yield {"document": document, **record, "entity": entity}


def entity_record(entity: Entity) -> Record:
    """Make the JSON record of an entity."""
    return {
        "id": entity.id,
        "type": entity.type,
        "names": {language: list(names) for language, names in entity.names},
        "roles": list(entity.roles),
    }


def report_record(report: Report) -> Record:
    """Make the JSON record of a report."""
    return {"id": report.id, "members": list(report.members), "first": report.first}


def story_record(story: Story) -> Record:
    """Make the JSON record of a story."""
    return {
        "id": story.id,
        "members": list(story.members),
        "evidence": [
            {"a": a, "b": b, "score": score, "shared": list(shared)}
            for a, b, score, shared in story.evidence
        ],
    }


def pair_record(pair: AlignedPassage) -> Record:
    """Make the JSON record of two aligned passages."""
    return {
        "a": pair.a,
        "b": pair.b,
        "a_extents": [list(extent) for extent in pair.a_extents],
        "b_extents": [list(extent) for extent in pair.b_extents],
        "relation": pair.relation,
        "score": pair.score,
        "differences": [
            {"what": difference.what, "a": difference.a, "b": difference.b}
            for difference in pair.differences
        ],
    }


def copy_record(passage: SharedPassage) -> Record:
    """Make the JSON record of a shared passage."""
    return {
        "a": passage.a,
        "b": passage.b,
        "a_extent": list(passage.a_extent),
        "b_extent": list(passage.b_extent),
    }
