"""The quotation card: who said what, to whom, on which day, according to which outlet.

Search, person, story and day pages all list the same card.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote

from rawi.facts import Entity, LanguageRun
from rawi.index.store import QuotationRow, Store
from rawi.index.words import cut_words
from rawi.serve.counterparts import Counterpart, find_counterparts
from rawi.serve.interface import Interface
from rawi.serve.render import Block, Layout, Mark, Stretch, lay_out
from rawi.text import Extent


@dataclass(frozen=True, slots=True)
class Card:
    """A quotation ready to be shown; `pieces` are its words as printed, with the words searched for marked.

    `same` are the copies that have it in the same words, each with the address of its passage.
    """

    row: QuotationRow
    pieces: tuple[tuple[Block, ...], ...]
    href: str
    anchor: str
    citation: str
    counterpart: Counterpart | None = None
    same: tuple[tuple[QuotationRow, str], ...] = ()


def make_cards(store: Store, ui: Interface, rows: Sequence[QuotationRow]) -> tuple[Card, ...]:
    """Make the cards of a list of quotations; what a copy repeats in the same words is named on one card.

    A document may quote in another language than its own, so the language comes from its runs.
    """
    groups = group_copies(rows)
    documents = dict.fromkeys(group[0].document.id for group in groups)
    runs = {document: store.get(document).runs for document in documents}
    others = find_counterparts(store, [group[0] for group in groups])
    return tuple(
        replace(
            make_card(ui, first, f"c{number}", runs[first.document.id]),
            counterpart=others.get(first.id),
            same=tuple((row, link_passage(row.document.id, row.content)) for row in copies),
        )
        for number, (first, *copies) in enumerate(groups)
    )


def group_copies(rows: Sequence[QuotationRow]) -> tuple[tuple[QuotationRow, ...], ...]:
    """Group quotations that copies of one report have in the same words by the same speaker; order stays.

    Letters decide: damage and how words are parted do not count.
    """
    groups: dict[tuple[str, str | None, str], list[QuotationRow]] = {}
    for row in rows:
        letters = "".join(cut_words(" ".join(row.content_text)))
        report = row.document.report or row.document.id
        groups.setdefault((report, row.speaker_entity or row.speaker, letters), []).append(row)
    return tuple(tuple(group) for group in groups.values())


def make_card(ui: Interface, row: QuotationRow, anchor: str, runs: Sequence[LanguageRun]) -> Card:
    """Make one card; `anchor` is its id on the page, `runs` are the languages of its document."""
    pieces = tuple(
        lay_piece(text, extent, row, runs, f"{anchor}-{number}-")
        for number, (text, extent) in enumerate(zip(row.content_text, row.content, strict=True))
    )
    return Card(row, pieces, link_passage(row.document.id, row.content), anchor, cite(ui, row))


def lay_piece(
    text: str, extent: Extent, row: QuotationRow, runs: Sequence[LanguageRun], prefix: str
) -> tuple[Block, ...]:
    """Lay out one piece of a quotation; `extent` is its place in the document."""
    hits = [
        Mark("hit", max(0, hit.start - extent.start), min(len(text), hit.end - extent.start), "")
        for hit in row.hits
        if hit.start < extent.end and extent.start < hit.end
    ]
    languages = [
        Stretch(run.extent.start - extent.start, run.extent.end - extent.start, run.language)
        for run in runs
        if run.extent.start < extent.end and extent.start < run.extent.end
    ]
    return lay_out(text, Layout(languages=languages, drawn=hits, one_block=True, prefix=prefix))


def cut_short(text: str, length: int = 60) -> str:
    r"""Cut a text at the last space before `length`, with a mark of omission that stays on its line.

    >>> cut_short("one two three", 8)
    'one two\xa0…'
    """
    if len(text) <= length:
        return text
    return f"{text[: length + 1].rsplit(maxsplit=1)[0]}\u00a0…"


def link_document(document: str) -> str:
    """The address of a document.

    >>> link_document("a/b")
    '/d/a%2Fb'
    """
    return f"/d/{quote(document, safe='')}"


def link_passage(document: str, extents: Sequence[Extent]) -> str:
    """The address of a passage of a document: from the first of its pieces to the end of the last.

    >>> link_passage("d1", [Extent(74, 80), Extent(90, 108)])
    '/d/d1?char=74,108#passage'
    """
    if not extents:
        return link_document(document)
    start, end = min(e.start for e in extents), max(e.end for e in extents)
    return f"{link_document(document)}?char={start},{end}#passage"


def cite(ui: Interface, row: QuotationRow) -> str:
    """Write a citation as plain text: the words, who said them, where and when, and the locator."""
    words = " … ".join(" ".join(text.split()) for text in row.content_text)
    said = [row.speaker or str(ui.say("card.unknown_speaker"))]
    said += [part for part in (row.document.outlet, row.document.day) if part]
    return f"«{words}» — {', '.join(said)}. {row.locator}"


def name_entity(entity: Entity, language: str) -> tuple[str, str | None]:
    """The fullest name of an entity in the reader's language, if it has one there, and the name's language.

    >>> name_entity(Entity("e1", "PER", (("ar", ("فرضي",)), ("fa", ("فرضی", "رضا فرضی")))), "fa")
    ('رضا فرضی', 'fa')
    """
    ranked = sorted(entity.names, key=lambda named: named[0] != language)
    found = (
        (max(names, key=lambda name: len(name.split())), code) for code, names in ranked if names
    )
    return next(found, (entity.id, None))
