"""The walk of one document through the house: the table of contents of rawi."""

from collections.abc import Collection
from dataclasses import replace

from rawi.date import (
    DayEvidence,
    count_from_speaker,
    find_anchor,
    find_contradiction,
    find_dates,
    read_published,
)
from rawi.facts import Anchor, AnnotatedDocument, Document, ReadWarning
from rawi.first_steps import repair_original
from rawi.name import Recognise, find_names
from rawi.quote import find_quotations
from rawi.segment.layout import find_layout
from rawi.segment.outlet import find_outlet
from rawi.segment.sentences import find_sentences
from rawi.text import Span, Text

EVERYTHING = ("sentences", "anchor", "dates", "mentions", "quotations")
# Codes of the warnings given here: the outlet was read off the text; the day given to the document is none; there
# is evidence for another day.
OUTLET_FROM_TEXT, PUBLISHED_UNREADABLE = "outlet_from_text", "published_unreadable"
DAY_CONTRADICTED = "day_contradicted"
ANNOTATION_WARNINGS = frozenset({OUTLET_FROM_TEXT, PUBLISHED_UNREADABLE, DAY_CONTRADICTED})
NEEDS_DATES = frozenset({"dates", "quotations"})
NEEDS_NAMES = frozenset({"mentions", "quotations"})


def annotate(
    document: Document,
    *,
    layers: Collection[str] = EVERYTHING,
    recognise: Recognise | None = None,
) -> AnnotatedDocument:
    """Find in a document its sentences, dates, names and quotations. Pure: no files, no clock, no network.

    `layers` names what is wanted; a stage none of the wanted layers needs is left out.
    `recognise` is an optional model of named entities (`rawi.name.models`).
    """
    wanted = frozenset(layers)
    runs, text = repair_original(document.original)
    if not wanted.intersection(EVERYTHING):
        return AnnotatedDocument(document, runs, text)
    parts = find_layout(document, text)
    document = name_outlet(document, text, find_outlet(document, text, parts))
    document = doubt_published(document)
    sentences = find_sentences(text, runs, parts)
    anchor, evidence = find_anchor(document, text, parts)
    document = doubt_day(document, text, anchor, find_contradiction(anchor, evidence))
    dates = find_dates(text, sentences, anchor) if wanted & NEEDS_DATES else ()
    mentions = find_names(text, sentences, recognise) if wanted & NEEDS_NAMES else ()
    quotations = (
        find_quotations(document, text, parts, sentences, dates, mentions)
        if "quotations" in wanted
        else ()
    )
    dates = count_from_speaker(text, sentences, dates, quotations, anchor)
    return AnnotatedDocument(
        document, runs, text, parts, sentences, anchor, dates, mentions, quotations
    )


def name_outlet(document: Document, text: Text, span: Span | None) -> Document:
    """Take the outlet a report names in its own text, and keep on record where it does."""
    if span is None:
        return document
    name = " ".join(text.repaired[span.start : span.end].split())
    warning = ReadWarning(OUTLET_FROM_TEXT, f"the text names {name}", text.extent(span))
    return replace(document, outlet=name, warnings=(*document.warnings, warning))


def doubt_published(document: Document) -> Document:
    """Keep on record that the day a document was given cannot be read, and therefore is not used.

    >>> [w.detail for w in doubt_published(Document("a", "متن", published="1403-13-45")).warnings]
    ['“1403-13-45” is no day, or could be two; the day is looked for in the text']
    """
    if document.published is None or read_published(document.published) is not None:
        return document
    detail = f"“{document.published}” is no day, or could be two; the day is looked for in the text"
    warning = ReadWarning(PUBLISHED_UNREADABLE, detail)
    return replace(document, warnings=(*document.warnings, warning))


def doubt_day(
    document: Document, text: Text, anchor: Anchor, other: DayEvidence | None
) -> Document:
    """Keep on record that something tells another day than the one chosen: `published` of 2099 over a dateline of 2023."""
    if other is None:
        return document
    detail = f"{anchor.day} by its {anchor.evidence}, {other.day} by its {other.evidence}"
    extent = text.extent(other.span) if other.span else None
    warning = ReadWarning(DAY_CONTRADICTED, detail, extent)
    return replace(document, warnings=(*document.warnings, warning))
