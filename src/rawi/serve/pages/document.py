"""The document reader: the repaired or the original text, with marks and a margin that says why."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping

from rawi.export.annotation import annotation_record
from rawi.facts import AnnotatedDocument
from rawi.index.query import Query
from rawi.index.store import DocumentRow, QuotationRow
from rawi.serve.answer import Answer, Visit, write_data_block
from rawi.serve.cards import cite
from rawi.serve.hidden import is_line_end
from rawi.serve.marks import place_marks
from rawi.serve.pages.picture import count_pages
from rawi.serve.reading import LAYERS, Reading
from rawi.serve.render import Block, Layout, Mark, lay_out
from rawi.text import Extent

SHOWN_AT_ONCE = 60_000  # code points: some thirty printed pages, laid out in well under a second
LAYERS_AT_FIRST = ("quotations", "names", "dates")
MOST_QUOTATIONS = 10_000
PASSAGE = re.compile(r"(\d{1,9}),(\d{1,9})")
DRAWN = {"quotations": ("quotations", "cues"), "sentences": ("sentences", "sentences-even")}


def show_document(visit: Visit) -> Answer:
    """Answer `/d/<id>?text=repaired|original&char=a,b&part=N&layer=…&marks=html&joiners=show`."""
    reading, row = open_reading(visit)
    passage = read_passage(visit.ask("char"), len(reading.annotated.text.original))
    bounds = part_bounds(reading.text)
    part = visit.ask_number("part", 1, len(bounds))
    if passage:
        part = bisect_right([start for start, _ in bounds], reading.place(passage)[0])
    marks = list(reading.marks())
    layers = choose_layers(visit)
    static = visit.ask("marks") == "html"
    drawn = [mark for mark in marks if static and mark.layer in drawn_layers(layers)]
    if passage:
        drawn.append(Mark("passage", *reading.place(passage), "passage"))
    layout = Layout(reading.languages(), reading.kinds(), drawn, visit.ask("joiners") == "show")
    blocks = lay_out(reading.text, layout, bounds=bounds[part - 1])
    inside = within(marks, bounds[part - 1])
    places = {} if static else place_marks(reading.text, blocks, inside)
    # A long text is shown in parts, and the margin with it; beside pictures of its pages stands all.
    shown = {mark.fact for mark in (marks if visit.ask("text") == "pages" else inside)}
    report = visit.store.report(row.report) if row.report else None
    context = {
        "section": None,
        "row": row,
        "headline": row.name,
        "reading": reading,
        "blocks": blocks,
        "first_passage": first_block(blocks, reading, passage),
        "passage": passage,
        "layers": layers,
        "all_layers": LAYERS,
        "static": static,
        "part": part,
        "parts": len(bounds),
        "pictures": count_pages(reading.annotated.document),
        "report": report,
        "quotations": [
            (f"q{number}", quotation, cite(visit.ui, quotation))
            for number, quotation in enumerate(reading.rows)
            if f"q{number}" in shown
        ],
        "dates": [date for date in reading.dates() if date.id in shown],
        "data": write_data_block("marks", {"places": places, "document": row.id}),
    }
    return Answer("document.html", write_record(reading.annotated, row), context)


def write_record(annotated: AnnotatedDocument, row: DocumentRow) -> Mapping[str, object]:
    """What the twin holds: all of the document, whatever part is shown."""
    return {
        **annotation_record(annotated),
        "document": row,
        "original": annotated.text.original,
        "origin": annotated.document.origin,
        "warnings": annotated.document.warnings,
        "edits": annotated.text.edits,
    }


def find_passage(visit: Visit) -> Answer:
    """Answer `/d/<id>/passage?char=a,b`: where a passage stands on the page, as the browser counts."""
    reading, row = open_reading(visit)
    passage = read_passage(visit.ask("char"), len(reading.annotated.text.original))
    bounds = part_bounds(reading.text)
    record: dict[str, object] = {"document": row.id, "extent": passage, "part": None, "places": []}
    if passage:
        start, end = reading.place(passage)
        part = bisect_right([low for low, _ in bounds], start)
        layout = Layout(reading.languages(), reading.kinds())
        blocks = lay_out(reading.text, layout, bounds=bounds[part - 1])
        mark = Mark("passage", start, max(end, start + 1), "passage")
        placed = place_marks(reading.text, blocks, [mark])
        record |= {"part": part, "places": placed.get("passage", [])}
    context = {"section": None, "row": row, "passage": passage}
    return Answer("passage.html", record, context)


def open_reading(visit: Visit) -> tuple[Reading, DocumentRow]:
    """Get a document with all that was found in it.

    Raises:
        MissingError: it is not in the archive.
    """
    document = visit.path("document")
    annotated = visit.store.get(document)
    rows = visit.store.quotations(Query(document=document), limit=MOST_QUOTATIONS).rows
    original = visit.ask("text") == "original"
    entities = visit.archive.store.mention_entities(document)
    return Reading(annotated, sort_rows(rows), original, entities), visit.store.row(document)


def sort_rows(rows: Iterable[QuotationRow]) -> tuple[QuotationRow, ...]:
    """Quotations in text order."""
    return tuple(sorted(rows, key=lambda row: row.number))


def read_passage(typed: str, length: int) -> Extent | None:
    """Read `a,b`; None when it is no passage of a text of `length` code points.

    >>> read_passage("74,108", 200), read_passage("108,74", 200)
    (Extent(start=74, end=108), None)
    """
    found = PASSAGE.fullmatch(typed.removeprefix("char="))
    if not found:
        return None
    start, end = int(found[1]), int(found[2])
    return Extent(start, end) if start < end <= length else None


def part_bounds(text: str, size: int = SHOWN_AT_ONCE) -> list[tuple[int, int]]:
    """Part a long text for showing, at line ends where there are any, else at spaces, else anywhere.

    >>> part_bounds("aa bb cc", 4)
    [(0, 3), (3, 6), (6, 8)]
    """
    bounds, start = [], 0
    while start < len(text):
        end = min(len(text), start + size)
        if end < len(text):
            half = start + size // 2
            ends = [p for p in range(end, half, -1) if is_line_end(text[p - 1])][:1]
            ends = ends or [p for p in range(end, half, -1) if text[p - 1].isspace()][:1]
            end = ends[0] if ends else end
        bounds.append((start, end))
        start = end
    return bounds or [(0, 0)]


def within(marks: Iterable[Mark], bounds: tuple[int, int]) -> list[Mark]:
    """The marks that stand in a part of the text."""
    return [mark for mark in marks if mark.start < bounds[1] and bounds[0] < mark.end]


def choose_layers(visit: Visit) -> tuple[str, ...]:
    """The layers asked for by the address, else those shown at first."""
    asked = visit.request.query_params.getlist("layer")
    return tuple(layer for layer in LAYERS if layer in asked) if asked else LAYERS_AT_FIRST


def drawn_layers(layers: Iterable[str]) -> set[str]:
    """The layers of marks behind the layers a reader can choose."""
    return {drawn for layer in layers for drawn in DRAWN.get(layer, (layer,))}


def first_block(blocks: Iterable[Block], reading: Reading, passage: Extent | None) -> str | None:
    """The id of the block a passage begins in."""
    if passage is None:
        return None
    start = reading.place(passage)[0]
    return next((block.id for block in blocks if start < block.end), None)
