"""Who speaks in a passage: the quotations that begin in it, so that two versions can be read voice by voice."""

from collections.abc import Iterable
from dataclasses import dataclass

from rawi.facts import AnnotatedDocument, QuotationKind
from rawi.text import Extent


@dataclass(frozen=True, slots=True)
class Voice:
    """A quotation in a passage, without its words: they stand in the passage. None is unknown."""

    speaker: str | None
    addressee: str | None
    kind: QuotationKind
    extent: Extent


def find_voices(annotated: AnnotatedDocument, extents: Iterable[Extent]) -> tuple[Voice, ...]:
    """Find the quotations whose words begin inside some extents of the original, in text order."""
    places = tuple(extents)
    starts = ((annotated.text.extent(q.content[0]), q) for q in annotated.quotations if q.content)
    return tuple(
        Voice(quotation.speaker, quotation.addressee, quotation.kind, extent)
        for extent, quotation in starts
        if any(place.start <= extent.start < place.end for place in places)
    )
