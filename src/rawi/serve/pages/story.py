"""A story: reports of one event side by side, Persian on the right, Arabic on the left, and who had it of whom."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from rawi.facts import AlignedPassage, AnnotatedDocument, Difference, Story
from rawi.index.query import Query
from rawi.index.store import DocumentRow
from rawi.lang.folding import fold
from rawi.link.differences import SAME_WORDING
from rawi.serve.answer import Answer, Visit, take_page, write_data_block
from rawi.serve.cards import link_passage, make_cards
from rawi.serve.evidence import Shared, describe_evidence, explain_keys
from rawi.serve.marks import Place, place_marks
from rawi.serve.reading import Reading
from rawi.serve.render import Block, Layout, Mark, lay_out
from rawi.serve.voices import Voice, find_voices
from rawi.text import Extent

STORIES_ON_A_PAGE = 30
QUOTATIONS_SHOWN = 12
QUOTATIONS_TAKEN = 60  # of which those that copies repeat share a card
LINKS_SHOWN = 12
DIGITS = re.compile(r"\d+(?:[.,٫٬/]\d+)*")


@dataclass(frozen=True, slots=True)
class Cell:
    """One side of an aligned pair: its blocks as printed, who speaks there, and the address of the passage."""

    blocks: tuple[Block, ...]
    voices: tuple[Voice, ...]
    href: str


@dataclass(frozen=True, slots=True)
class Pairing:
    """A row of the two columns; `right` and `left` are None where that side has nothing of the kind."""

    number: int
    right: Cell | None
    left: Cell | None
    relation: str
    differences: tuple[Difference, ...]
    score: float
    unsure: bool


def list_stories(visit: Visit) -> Answer:
    """Answer `/st?page=N`."""
    stories, page, pages = take_page(visit, visit.store.stories, STORIES_ON_A_PAGE)
    record = {"page": page, "stories": stories}
    context = {"section": "stories", "stories": stories, "page": page, "pages": pages}
    return Answer("stories.html", record, context)


def show_story(visit: Visit) -> Answer:
    """Answer `/st/<id>?a=<document>&b=<document>&show=differences`."""
    story = visit.store.story(visit.path("story"))
    rows = {member: visit.store.row(member) for member in story.members}
    passages = visit.store.aligned(story.id)
    right, left = choose_pair(visit, rows, passages)
    pairings: tuple[Pairing, ...] = ()
    headlines: list[tuple[str, str]] = []
    places: dict[str, list[Place]] = {}
    if right and left:
        sides = Sides(right, left, visit.store.get(right), visit.store.get(left))
        pairings, places = sides.pair(passages)
        headlines = [
            (rows[right].language, rows[right].name),
            (rows[left].language, rows[left].name),
        ]
    only_differences = visit.ask("show") == "differences"
    quotations = visit.store.quotations(Query(story=story.id), limit=QUOTATIONS_TAKEN)
    transmissions = visit.store.transmissions(story.id)
    ordered = sorted(rows.values(), key=lambda row: (row.day or "9999", row.language, row.id))
    record = {
        "story": story,
        "documents": ordered,
        "right": right,
        "left": left,
        "aligned": [p for p in passages if {p.a, p.b} == {right, left}],
        "voices": [
            {
                side: cell.voices if cell else ()
                for side, cell in (("right", p.right), ("left", p.left))
            }
            for p in pairings
        ],
        "transmissions": transmissions,
    }
    context = {
        "section": "stories",
        "story": story,
        "headlines": headlines,
        "documents": ordered,
        "rows": rows,
        "right": right,
        "left": left,
        "pairings": [p for p in pairings if not only_differences or p.relation != "equal"],
        "total": len(pairings),
        "differing": sum(p.relation != "equal" for p in pairings),
        "only_differences": only_differences,
        "pairs": list_pairs(rows, passages),
        "transmissions": transmissions,
        "cards": make_cards(visit.store, visit.ui, quotations.rows)[:QUOTATIONS_SHOWN],
        "quotations": quotations.total,
        "evidence": explain_links(visit, story),
        "describe_evidence": describe_evidence,
        "data": write_data_block("marks", {"places": places, "document": None}),
    }
    return Answer("story.html", record, context)


def explain_links(visit: Visit, story: Story) -> list[tuple[str, str, float, tuple[Shared, ...]]]:
    """The links of a story, the surest first, each with the words its two documents share."""
    ranked = sorted(story.evidence, key=lambda link: (-link[2], link[0], link[1]))[:LINKS_SHOWN]
    get = cache(visit.store.get)
    return [
        (a, b, score, explain_keys(visit.ui, keys, get(a), get(b))) for a, b, score, keys in ranked
    ]


def list_pairs(
    rows: dict[str, DocumentRow], passages: Iterable[AlignedPassage]
) -> list[tuple[str, str]]:
    """The pairs of documents with aligned passages, those across languages first, then those most alike."""
    alike: dict[tuple[str, str], float] = {}
    for passage in passages:
        pair = sort_pair(rows, passage.a, passage.b)
        both = passage.score if passage.a_extents and passage.b_extents else 0.0
        alike[pair] = alike.get(pair, 0.0) + both

    def rank(pair: tuple[str, str]) -> tuple[bool, float, tuple[str, str]]:
        right, left = pair
        return rows[right].language == rows[left].language, -alike[pair], pair

    return sorted(alike, key=rank)


def sort_pair(rows: dict[str, DocumentRow], a: str, b: str) -> tuple[str, str]:
    """Put the Persian document first: it stands in the right column."""
    return (a, b) if (rows[a].language != "fa", a) <= (rows[b].language != "fa", b) else (b, a)


def choose_pair(
    visit: Visit, rows: dict[str, DocumentRow], passages: Iterable[AlignedPassage]
) -> tuple[str | None, str | None]:
    """The two documents to show: those asked for, else the best pair across the languages."""
    asked = (visit.ask("a"), visit.ask("b"))
    pairs = list_pairs(rows, passages)
    if asked in pairs:
        return asked
    return pairs[0] if pairs else (None, None)


@dataclass(frozen=True, slots=True)
class Sides:
    """The two documents shown side by side."""

    right: str
    left: str
    right_text: AnnotatedDocument
    left_text: AnnotatedDocument

    def pair(
        self, passages: Iterable[AlignedPassage]
    ) -> tuple[tuple[Pairing, ...], dict[str, list[Place]]]:
        """Lay out the passages of this pair in reading order, with the differing words as marks."""
        turned = [turn(p, self.right) for p in passages if {p.a, p.b} == {self.right, self.left}]
        places: dict[str, list[Place]] = {}
        pairings = []
        for number, passage in enumerate(order_passages(turned)):
            right = self._lay(self.right_text, passage, number, places, right=True)
            left = self._lay(self.left_text, passage, number, places, right=False)
            # Below it, little else than the place in the report speaks for the pair: shown as a doubt.
            unsure = bool(right and left) and passage.score < SAME_WORDING
            pairings.append(
                Pairing(
                    number,
                    right,
                    left,
                    passage.relation,
                    passage.differences,
                    passage.score,
                    unsure,
                )
            )
        return tuple(pairings), places

    def _lay(
        self,
        annotated: AnnotatedDocument,
        passage: AlignedPassage,
        number: int,
        places: dict[str, list[Place]],
        *,
        right: bool,
    ) -> Cell | None:
        """Lay out one side of a pair as printed."""
        extents = passage.a_extents if right else passage.b_extents
        if not extents:
            return None
        reading = Reading(annotated, (), original=True)
        bounds = (min(e.start for e in extents), max(e.end for e in extents))
        side = "r" if right else "l"
        layout = Layout(reading.languages(), one_block=True, prefix=f"{side}{number}-")
        blocks = lay_out(reading.text, layout, bounds=bounds)
        marks = [
            Mark("differs", extent.start, extent.end, f"{side}{number}")
            for difference in passage.differences
            for extent in find_words(annotated, difference, extents, right=right)
        ]
        for layer, found in place_marks(reading.text, blocks, marks).items():
            places.setdefault(layer, []).extend(found)
        voices = find_voices(annotated, extents)
        return Cell(blocks, voices, link_passage(annotated.document.id, extents))


def turn(passage: AlignedPassage, first: str) -> AlignedPassage:
    """The same passage with `first` as its `a`."""
    if passage.a == first:
        return passage
    turned = {"only_a": "only_b", "only_b": "only_a"}
    return AlignedPassage(
        passage.b,
        passage.a,
        passage.b_extents,
        passage.a_extents,
        turned.get(passage.relation, passage.relation),  # type: ignore[arg-type]  # a relation still
        passage.score,
        tuple(Difference(d.what, d.b, d.a) for d in passage.differences),
    )


def order_passages(passages: Iterable[AlignedPassage]) -> list[AlignedPassage]:
    """Put passages in the reading order of `a`; what only `b` has follows its neighbour in `b`."""
    ordered = sorted((p for p in passages if p.a_extents), key=lambda p: p.a_extents[0])
    for lone in sorted((p for p in passages if not p.a_extents), key=lambda p: p.b_extents[0]):
        before = [
            place
            for place, other in enumerate(ordered)
            if other.b_extents and other.b_extents[0] < lone.b_extents[0]
        ]
        ordered.insert(before[-1] + 1 if before else 0, lone)
    return ordered


def find_words(
    annotated: AnnotatedDocument,
    difference: Difference,
    extents: Iterable[Extent],
    *,
    right: bool,
) -> list[Extent]:
    """Find the words of a difference on one side: a number, a name, a day or a verb, as printed."""
    value = difference.a if right else difference.b
    text = annotated.text
    if value is None:
        return []
    if difference.what == "number":
        folded = fold(text.original)
        found = [
            Extent(*match.span())
            for extent in extents
            for match in DIGITS.finditer(folded, *extent)
            if re.sub(r"[^\d.]", "", match[0]) == value
        ]
    elif difference.what == "name":
        found = [text.extent(m.span) for m in annotated.mentions if m.name == value]
    elif difference.what == "day":
        found = [text.extent(d.span) for d in annotated.dates if d.earliest == value]
    else:
        cues = [q.cue for q in annotated.quotations if q.cue]
        found = [text.extent(cue) for cue in cues if text.repaired[cue.start : cue.end] == value]
    return [
        place
        for place in found
        if any(e.start <= place.start and place.end <= e.end for e in extents)
    ]
