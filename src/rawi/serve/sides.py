"""Two reports of one event side by side: their aligned passages as printed, with the words that differ as marks."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rawi.facts import AlignedPassage, AnnotatedDocument, Difference
from rawi.lang.folding import fold
from rawi.link.differences import SAME_WORDING
from rawi.serve.cards import link_passage
from rawi.serve.marks import Place, place_marks
from rawi.serve.reading import Reading
from rawi.serve.render import Block, Layout, Mark, lay_out
from rawi.serve.voices import Voice, find_voices
from rawi.text import Extent

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
