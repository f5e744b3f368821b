"""TEI P5, for historians: each document as received, with who said what to whom marked in it.

`<said who="#…" toWhom="#…" direct="true">`, `<date>` and `<name>` stand in the text where they are. Marks that
cross each other, or have several pieces, are cut and tied together by `@next` and `@prev`, so the text stays
one and nothing is lost. https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-said.html
"""

import heapq
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from rawi.export.exporter import chosen_documents, write_lines
from rawi.facts import AnnotatedDocument
from rawi.index.query import Query
from rawi.index.sqlite import SqliteStore
from rawi.index.store import QuotationRow
from rawi.text import Extent

NAMESPACE = "http://www.tei-c.org/ns/1.0"
# Characters XML 1.0 cannot hold; each becomes U+FFFD, so offsets stay.
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
DIRECT = {"direct": "true", "indirect": "false", "mixed": "unknown"}
CALENDARS = {"jalali": "#jalali", "hijri": "#hijri", "gregorian": "#gregorian"}
CALENDAR_ELEMENTS = (
    '<calendarDesc><calendar xml:id="jalali"><p>Solar Hijri calendar of Iran</p></calendar>'
    '<calendar xml:id="hijri"><p>Islamic lunar calendar</p></calendar>'
    '<calendar xml:id="gregorian"><p>Gregorian calendar</p></calendar></calendarDesc>'
)
NAME_TYPES = {"PER": "person", "ORG": "organisation", "LOC": "place"}


@dataclass(frozen=True, slots=True)
class Mark:
    """An element to stand around a place; `key` ties the pieces of one mark together."""

    extent: Extent
    name: str
    attributes: tuple[tuple[str, str], ...]
    key: str


def export_tei(
    store: SqliteStore, folder: Path, query: Query, *, bom: bool = False
) -> Iterator[Path]:
    """Write corpus.xml: a teiCorpus with one TEI element a document, in order of id."""
    del bom  # XML says its encoding itself
    yield write_lines(folder / "corpus.xml", (x.encode() for x in corpus_lines(store, query)))


def corpus_lines(store: SqliteStore, query: Query) -> Iterator[str]:
    """Yield the lines of the corpus."""
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<teiCorpus xmlns="{NAMESPACE}">'
    source = "Derived by rawi; the texts belong to their outlets."
    yield header("Quotations of an archive of rawi", source, CALENDAR_ELEMENTS)
    for document in chosen_documents(store, query):
        yield document_element(store.get(document), store.quotations_of(document))
    yield "</teiCorpus>"


def document_element(annotated: AnnotatedDocument, quotations: Iterable[QuotationRow]) -> str:
    """One document as a TEI element."""
    document = annotated.document
    rows = list(quotations)
    name = f"d-{document.id}"
    people = number_people(rows, name)
    marks = list_marks(annotated, rows, people, name)
    known = (document.outlet, document.published, document.url, document.given_id)
    source = "; ".join(part for part in known if part) or "Source unknown."
    return "\n".join(
        (
            f"<TEI xml:id={quoteattr(name)} xml:lang={quoteattr(annotated.language)}>",
            header(document.title or document.given_id or document.id, source, list_people(people)),
            "<text><body>",
            f'<ab xml:space="preserve">{mark_text(annotated.text.original, marks)}</ab>',
            "</body></text>",
            "</TEI>",
        )
    )


def header(title: str, source: str, profile: str) -> str:
    """A teiHeader with a profile: the calendars of the corpus, or the people of a document."""
    described = f"<profileDesc>{profile}</profileDesc>" if profile else ""
    return (
        f"<teiHeader><fileDesc><titleStmt><title>{clean(title)}</title></titleStmt>"
        "<publicationStmt><p>Exported by rawi; locators count code points.</p></publicationStmt>"
        f"<sourceDesc><p>{clean(source)}</p></sourceDesc></fileDesc>{described}</teiHeader>"
    )


def number_people(rows: Iterable[QuotationRow], name: str) -> dict[str, str]:
    """The xml:id of each name that speaks or is spoken to in a document, in order of appearance."""
    names = [who for row in rows for who in (row.speaker, row.addressee) if who]
    return {who: f"{name}.p{i}" for i, who in enumerate(dict.fromkeys(names), 1)}


def list_people(people: dict[str, str]) -> str:
    """The people of a document as a TEI list."""
    persons = "".join(
        f"<person xml:id={quoteattr(known)}><persName>{clean(who)}</persName></person>"
        for who, known in people.items()
    )
    return f"<particDesc><listPerson>{persons}</listPerson></particDesc>" if persons else ""


def list_marks(
    annotated: AnnotatedDocument,
    rows: Iterable[QuotationRow],
    people: dict[str, str],
    name: str,
) -> list[Mark]:
    """The marks of a document: what is said, dates, names."""
    text = annotated.text
    marks: list[Mark] = []
    for row in rows:
        attributes = [("direct", DIRECT[row.kind])]
        attributes += [("who", f"#{people[row.speaker]}")] if row.speaker else []
        attributes += [("toWhom", f"#{people[row.addressee]}")] if row.addressee else []
        key = f"{name}.q{row.number}"
        marks += [Mark(extent, "said", tuple(attributes), key) for extent in row.content]
    for i, timex in enumerate(annotated.dates):
        attributes = []
        if timex.earliest and timex.earliest == timex.latest:
            attributes.append(("when-iso", timex.earliest))
        elif timex.earliest and timex.latest:
            attributes += [("from-iso", timex.earliest), ("to-iso", timex.latest)]
        attributes += [("calendar", CALENDARS[timex.calendar])] if timex.calendar else []
        marks.append(Mark(text.extent(timex.span), "date", tuple(attributes), f"{name}.t{i}"))
    for i, mention in enumerate(annotated.mentions):
        attributes = [("type", NAME_TYPES[mention.type])]
        marks.append(Mark(text.extent(mention.span), "name", tuple(attributes), f"{name}.n{i}"))
    return [mark for mark in marks if mark.extent.start < mark.extent.end]


def mark_text(original: str, marks: Iterable[Mark]) -> str:
    """A text with elements around its marked places; the text itself is unchanged.

    >>> mark_text("abcd", [Mark(Extent(0, 3), "said", (), "q1"), Mark(Extent(2, 4), "date", (), "t1")])
    '<said xml:id="q1">ab<date xml:id="t1" next="#t1.1">c</date></said><date xml:id="t1.1" prev="#t1">d</date>'
    """
    pieces = nest(marks)
    identified = identify(pieces)
    out: list[str] = []
    open_pieces: list[Mark] = []
    at = 0
    for piece, ties in zip(pieces, identified, strict=True):
        while open_pieces and open_pieces[-1].extent.end <= piece.extent.start:
            closing = open_pieces.pop()
            out += (clean(original[at : closing.extent.end]), f"</{closing.name}>")
            at = closing.extent.end
        out.append(clean(original[at : piece.extent.start]))
        at = piece.extent.start
        written = "".join(f" {key}={quoteattr(value)}" for key, value in (*ties, *piece.attributes))
        out.append(f"<{piece.name}{written}>")
        open_pieces.append(piece)
    while open_pieces:
        closing = open_pieces.pop()
        out += (clean(original[at : closing.extent.end]), f"</{closing.name}>")
        at = closing.extent.end
    return "".join((*out, clean(original[at:])))


def nest(marks: Iterable[Mark]) -> list[Mark]:
    """Cut marks where they cross, so that each lies inside or outside each other; outer ones first."""
    waiting = [(mark.extent.start, -mark.extent.end, i, mark) for i, mark in enumerate(marks)]
    heapq.heapify(waiting)
    number = len(waiting)
    nested: list[Mark] = []
    around: list[Mark] = []
    while waiting:
        _, _, _, mark = heapq.heappop(waiting)
        start, end = mark.extent
        while around and around[-1].extent.end <= start:
            around.pop()
        if around and end > around[-1].extent.end:
            cut = around[-1].extent.end
            rest = replace(mark, extent=Extent(cut, end))
            heapq.heappush(waiting, (cut, -end, number, rest))
            number += 1
            mark = replace(mark, extent=Extent(start, cut))
        nested.append(mark)
        around.append(mark)
    return nested


def identify(pieces: Iterable[Mark]) -> list[list[tuple[str, str]]]:
    """The xml:id of each piece, and the ties between the pieces of one mark."""
    listed = list(pieces)
    places: dict[str, list[int]] = {}
    for i, piece in enumerate(listed):
        places.setdefault(piece.key, []).append(i)
    ties: list[list[tuple[str, str]]] = [[] for _ in listed]
    for key, positions in places.items():
        names = [key if not count else f"{key}.{count}" for count in range(len(positions))]
        for position, name in zip(positions, names, strict=True):
            ties[position].append(("xml:id", name))
        for (first, second), (name, following) in zip(
            pairwise(positions), pairwise(names), strict=True
        ):
            ties[first].append(("next", f"#{following}"))
            ties[second].append(("prev", f"#{name}"))
    return ties


def clean(text: str) -> str:
    """Text as XML content; a carriage return is written so that parsers keep it."""
    return escape(FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text), {"\r": "&#13;"})
