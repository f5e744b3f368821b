"""Collate two copies of one text: what corresponds, and what one changed, quotation by quotation.

Stage *link*; for the page of a report. The alignment is the same type that tells a repair: letters that
correspond, one to one, between the repaired texts. Damage is no variant: letters are compared folded, and
what lies between them (spaces, joiners, marks) belongs to neither. Variants are of whole words.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from rawi.facts import AnnotatedDocument, Quotation
from rawi.lang.folding import squeeze
from rawi.lang.names import compare_names
from rawi.text import Alignment, Span

_WORD = re.compile(r"\S+")
SAME_SPEAKER = 0.7  # compare_names

QuotationChange = Literal["same", "reworded", "attribution", "added", "removed"]


@dataclass(frozen=True, slots=True)
class Variant:
    """Words one copy has instead of others': spans of the repaired texts, empty where it has none."""

    base: Span
    other: Span


@dataclass(frozen=True, slots=True)
class QuotationVariant:
    """What became of a quotation from the base to the other copy, by their positions; None where missing."""

    change: QuotationChange
    base: int | None
    other: int | None


@dataclass(frozen=True, slots=True)
class Collation:
    """Two copies side by side: the alignment of their repaired texts, and their variants in order."""

    alignment: Alignment
    variants: tuple[Variant, ...]
    quotations: tuple[QuotationVariant, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text as letters, each with where its letters stand."""

    letters: tuple[str, ...]
    places: tuple[tuple[int, ...], ...]


def collate(base: AnnotatedDocument, other: AnnotatedDocument) -> Collation:
    """Collate two copies; a moved passage is told as removed here and added there."""
    one, two = _cut_words(base.text.repaired), _cut_words(other.text.repaired)
    matcher = SequenceMatcher(None, one.letters, two.letters, autojunk=False)
    blocks: list[tuple[int, int, int]] = []
    variants: list[Variant] = []
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        if tag == "equal":
            blocks += _join_letters(one, two, zip(range(i, i_end), range(j, j_end), strict=True))
        elif "".join(one.letters[i:i_end]) == "".join(two.letters[j:j_end]):
            blocks += _pair_letters(one, two, range(i, i_end), range(j, j_end))
        else:
            variants.append(Variant(_span(one, i, i_end), _span(two, j, j_end)))
    alignment = Alignment.from_blocks(blocks, len(base.text.repaired), len(other.text.repaired))
    quotations = tuple(_collate_quotations(base, other, alignment))
    return Collation(alignment, tuple(variants), quotations)


def _cut_words(text: str) -> _Words:
    """Cut a text at white space into words of letters; what has no letters is left out."""
    letters: list[str] = []
    places: list[tuple[int, ...]] = []
    for match in _WORD.finditer(text):
        kept = [
            (folded, at)
            for at, character in enumerate(match.group(), match.start())
            for folded in squeeze(character)
            if folded.isalnum()
        ]
        if kept:
            letters.append("".join(folded for folded, _ in kept))
            places.append(tuple(at for _, at in kept))
    return _Words(tuple(letters), tuple(places))


def _join_letters(
    one: _Words, two: _Words, pairs: Iterator[tuple[int, int]]
) -> Iterator[tuple[int, int, int]]:
    """Yield a block for each letter of words that are equal."""
    for i, j in pairs:
        yield from ((a, b, 1) for a, b in zip(one.places[i], two.places[j], strict=True))


def _pair_letters(one: _Words, two: _Words, i: range, j: range) -> Iterator[tuple[int, int, int]]:
    """Yield a block for each letter of words that differ only in how they are parted."""
    a = [place for word in i for place in one.places[word]]
    b = [place for word in j for place in two.places[word]]
    yield from ((x, y, 1) for x, y in zip(a, b, strict=True))


def _span(words: _Words, start: int, end: int) -> Span:
    """The span of some words; where there are none, the place behind the word before."""
    if start < end:
        return Span(words.places[start][0], words.places[end - 1][-1] + 1)
    place = words.places[start - 1][-1] + 1 if start else 0
    return Span(place, place)


def _collate_quotations(
    base: AnnotatedDocument, other: AnnotatedDocument, alignment: Alignment
) -> Iterator[QuotationVariant]:
    """Find each quotation of the base in the other copy by its place, and say what became of it."""
    left = dict(enumerate(other.quotations))
    for position, quotation in enumerate(base.quotations):
        images = [Span(*alignment.to_new(*span)) for span in quotation.content]
        found = next(
            (number for number, there in left.items() if _overlap(images, there.content)), None
        )
        if found is None:
            yield QuotationVariant("removed", position, None)
        else:
            change = _compare(base, quotation, other, left.pop(found))
            yield QuotationVariant(change, position, found)
    for number in left:
        yield QuotationVariant("added", None, number)


def _overlap(some: Sequence[Span], others: Sequence[Span]) -> bool:
    """Tell whether half of some spans lies in others."""
    common = sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in some for y in others)
    return 2 * common >= sum(x.end - x.start for x in some) and common > 0


def _compare(
    base: AnnotatedDocument, one: Quotation, other: AnnotatedDocument, two: Quotation
) -> QuotationChange:
    """Say what changed of a quotation; who said it weighs more than how."""
    if (one.speaker is None) != (two.speaker is None) or (
        one.speaker and two.speaker and compare_names(one.speaker, two.speaker) < SAME_SPEAKER
    ):
        return "attribution"
    return "same" if _letters_of(base, one) == _letters_of(other, two) else "reworded"


def _letters_of(annotated: AnnotatedDocument, quotation: Quotation) -> str:
    """The letters of what was said, folded."""
    text = annotated.text.repaired
    said = "".join(text[span.start : span.end] for span in quotation.content)
    return "".join(filter(str.isalnum, squeeze(said)))
