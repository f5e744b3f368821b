"""Find who took a report from whom, with the evidence. Stage *link*, last, within one story.

Two kinds of evidence, each said as such: a document names the outlet it relays (`به نقل از`, `نقلاً عن`), or
it shares most of its letters with a copy that was seen before it. Without an order there is no direction,
and nothing is claimed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rawi.facts import AnnotatedDocument, Transmission
from rawi.lang.names import compare_names, make_name_key
from rawi.link.reports import Overlap

SAME_OUTLET = 0.8  # compare_names of two outlets' names
MOSTLY = 0.5  # share of the taker's letters that make it a copy


@dataclass(frozen=True, slots=True)
class Witness:
    """What transmission needs of a document: its outlet, when it was seen, and whom it says it relays.

    `seen` sorts: a day, or a time of that day.
    """

    document: str
    outlet: str | None
    seen: str | None
    relays: tuple[str, ...] = ()


def make_witness(annotated: AnnotatedDocument, day: str | None) -> Witness:
    """Make the witness of a document; its typed time of publication is finer than its day."""
    published = annotated.document.published
    seen = published if published and day and published.startswith(day) else day
    relays = dict.fromkeys(name for q in annotated.quotations for name in q.relay)
    return Witness(annotated.document.id, annotated.document.outlet, seen, tuple(relays))


def find_transmissions(
    witnesses: Sequence[Witness], overlaps: Iterable[Overlap]
) -> tuple[Transmission, ...]:
    """Find who took the report from whom among the documents of one story.

    >>> agency, paper = Witness("d1", "وكالة نبع", "2024-01-02"), Witness("d2", "صحيفة", "2024-01-03")
    >>> find_transmissions([agency, paper], [Overlap("d1", "d2", 0.6, 0.9)])
    (Transmission(taker='d2', giver='d1', evidence='copy: 90 % of its letters, 2024-01-02 before 2024-01-03'),)
    """
    by_id = {witness.document: witness for witness in witnesses}
    found = [
        Transmission(witness.document, _find_giver(witness, relay, witnesses), f"relay: {relay}")
        for witness in witnesses
        for relay in witness.relays
        if not _is_outlet(witness, relay)
    ]
    found += _find_copied(by_id, overlaps)
    return tuple(sorted(set(found), key=lambda t: (t.taker, t.giver, t.evidence)))


def _find_giver(taker: Witness, relay: str, witnesses: Iterable[Witness]) -> str:
    """The document of the outlet a relay phrase names; the outlet's name when its copy is not here."""
    givers = [
        witness
        for witness in witnesses
        if witness.document != taker.document and _is_outlet(witness, relay)
    ]
    if not givers:
        return relay
    return min(givers, key=lambda g: (g.seen is None, g.seen or "", g.document)).document


def _is_outlet(witness: Witness, name: str) -> bool:
    """Tell whether a name is that of a document's outlet: the same, nearly, or a part of it."""
    if not witness.outlet:
        return False
    words, others = set(make_name_key(name).split()), set(make_name_key(witness.outlet).split())
    return bool(words) and (words <= others or compare_names(name, witness.outlet) >= SAME_OUTLET)


def _find_copied(by_id: Mapping[str, Witness], overlaps: Iterable[Overlap]) -> list[Transmission]:
    """For each copy the earlier document most of it stands in."""
    best: dict[str, tuple[float, str, Transmission]] = {}
    for overlap in overlaps:
        for taker_id, giver_id, share in (
            (overlap.a, overlap.b, overlap.a_share),
            (overlap.b, overlap.a, overlap.b_share),
        ):
            taker, giver = by_id.get(taker_id), by_id.get(giver_id)
            if not taker or not giver or share < MOSTLY or not _is_before(giver, taker):
                continue
            evidence = f"copy: {share:.0%} of its letters, {giver.seen} before {taker.seen}"
            evidence = evidence.replace("%", " %", 1)
            found = Transmission(taker_id, giver_id, evidence)
            rank = -share, giver.seen or "", found
            kept = best.get(taker_id)
            if kept is None or rank[:2] < kept[:2]:
                best[taker_id] = rank
    return [found for _, _, found in best.values()]


def _is_before(giver: Witness, taker: Witness) -> bool:
    """Tell whether one document was surely seen before another: a day against a time proves nothing."""
    if giver.seen is None or taker.seen is None or giver.seen >= taker.seen:
        return False
    return not taker.seen.startswith(giver.seen)
