"""What a quotation's passage is called in the other language: the counterpart a card shows beside it.

Stories have their passages aligned; a quotation's counterpart is the aligned passage that covers most of it.
Pairs for which little else than their place speaks are left to the story page, which shows them as doubtful.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rawi.facts import AlignedPassage
from rawi.index.store import DocumentRow, QuotationRow, Store
from rawi.link.differences import SAME_WORDING
from rawi.text import Extent

LEAST_COVERED = 0.5  # of the quotation's characters: else the passage tells something else besides


@dataclass(frozen=True, slots=True)
class Counterpart:
    """The passage of another document that tells the same, as printed there."""

    document: DocumentRow
    extents: tuple[Extent, ...]
    text: str
    differs: bool


def find_counterparts(store: Store, rows: Sequence[QuotationRow]) -> dict[str, Counterpart]:
    """Find the counterparts of quotations, by quotation id; most have none."""
    stories = {row.document.story for row in rows if row.document.story}
    aligned = {story: store.aligned(story) for story in sorted(stories)}
    found = {}
    for row in rows:
        best = choose_passage(row, aligned.get(row.document.story or "", ()))
        if best is None:
            continue
        other, extents = (
            (best.b, best.b_extents) if best.a == row.document.id else (best.a, best.a_extents)
        )
        document = store.row(other)
        if document.language == row.document.language:
            continue
        original = store.get(other).document.original
        text = " … ".join(original[extent.start : extent.end] for extent in extents)
        found[row.id] = Counterpart(document, extents, text, best.relation == "differs")
    return found


def choose_passage(row: QuotationRow, passages: Iterable[AlignedPassage]) -> AlignedPassage | None:
    """The passage that covers most of a quotation, if it covers enough and has a sure other side."""
    best: tuple[int, AlignedPassage] | None = None
    for passage in passages:
        if row.document.id not in (passage.a, passage.b) or passage.score < SAME_WORDING:
            continue
        if not (passage.a_extents and passage.b_extents):
            continue
        own = passage.a_extents if passage.a == row.document.id else passage.b_extents
        covered = count_shared(own, row.content)
        if best is None or covered > best[0]:
            best = covered, passage
    length = sum(extent.end - extent.start for extent in row.content)
    return best[1] if best and best[0] >= LEAST_COVERED * length > 0 else None


def count_shared(a: Iterable[Extent], b: Sequence[Extent]) -> int:
    """How many characters two lists of extents share.

    >>> count_shared([Extent(0, 5), Extent(8, 9)], [Extent(3, 10)])
    3
    """
    return sum(
        max(0, min(one.end, other.end) - max(one.start, other.start)) for one in a for other in b
    )
