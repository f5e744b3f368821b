"""Say what two aligned passages tell differently: numbers, names, days, the strength of the verb.

Stage *link*, after `passages.py`. A difference is told only when both sides have something the other has
not, so that a number written as a word on one side is no difference. Wording is named when little else than
the place in the report speaks for the pair.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from math import log
from typing import Literal

from rawi.facts import AlignedPassage, AnnotatedDocument, CueClass, Difference, Relation
from rawi.lang.names import is_short_form
from rawi.lang.numbers import are_same, measure_distance
from rawi.lang.quantities import Quantity, find_quantities
from rawi.link.passages import Bead, Passage
from rawi.text import Extent, Span

SAME_NAME = 0.7  # compare_names: two names of one passage at least so alike are one
FARTHEST = log(10)  # two numbers farther apart tell different things
SAME_WORDING = 0.12  # similarity below which a pair is told to be worded differently
_PLAIN: frozenset[CueClass | None] = frozenset({None, "neutral", "continuing"})


def describe_beads(
    a: AnnotatedDocument,
    b: AnnotatedDocument,
    a_passages: Sequence[Passage],
    b_passages: Sequence[Passage],
    beads: Sequence[Bead],
) -> tuple[AlignedPassage, ...]:
    """Turn beads into aligned passages with extents of the originals and what differs."""
    found = []
    for bead in beads:
        a_spans = [a_passages[i].span for i in bead.a]
        b_spans = [b_passages[j].span for j in bead.b]
        differences: tuple[Difference, ...] = ()
        relation: Relation = "only_a" if not b_spans else "only_b"
        if a_spans and b_spans:
            differences = find_differences(a, b, a_spans, b_spans, bead.score)
            relation = "differs" if differences else "equal"
        found.append(
            AlignedPassage(
                a.document.id,
                b.document.id,
                _as_extents(a, a_spans),
                _as_extents(b, b_spans),
                relation,
                round(bead.score, 3),
                differences,
            )
        )
    return tuple(found)


def _as_extents(annotated: AnnotatedDocument, spans: Sequence[Span]) -> tuple[Extent, ...]:
    """Map spans to the original."""
    return tuple(annotated.text.extent(span) for span in spans)


def find_differences(
    a: AnnotatedDocument,
    b: AnnotatedDocument,
    a_spans: Sequence[Span],
    b_spans: Sequence[Span],
    score: float,
) -> tuple[Difference, ...]:
    """Find what two passages that belong together say differently."""
    found = [
        *_pair("number", _pair_nearest(_quantities(a, a_spans), _quantities(b, b_spans))),
        *_pair_names(a, b, a_spans, b_spans),
        *_pair("day", _unlike(_days(a, a_spans), _days(b, b_spans))),
        *_find_verbs(a, b, a_spans, b_spans),
    ]
    if not found and score < SAME_WORDING:
        found.append(Difference("wording", None, None))
    return tuple(found)


Sides = tuple[list[str], list[str]]


def _pair(what: Literal["number", "name", "day"], sides: Sides) -> list[Difference]:
    """Set what only one side has beside what only the other has, in order; nothing if a side has all."""
    return [Difference(what, one, other) for one, other in zip(*sides, strict=False)]


def _unlike(a: list[str], b: list[str]) -> Sides:
    """What only `a` and what only `b` has."""
    return [x for x in a if x not in b], [x for x in b if x not in a]


def _pair_nearest(a: Sequence[Quantity], b: Sequence[Quantity]) -> Sides:
    """Set numbers opposite each other that lie nearest; what is left over, or far apart, is another quantity.

    Small numbers answer each other only if either side counts but one such thing.
    """
    alone_a = [x for x in a if not any(_are_same(x, y) for y in b)]
    alone_b = [y for y in b if not any(_are_same(x, y) for x in a)]
    counted = [Counter(unit for unit, _ in {(x.unit, x.value) for x in side}) for side in (a, b)]
    near = [
        (x, y)
        for x, y in product(alone_a, alone_b)
        if x.may_answer(y) and measure_distance(x.value, y.value) <= FARTHEST
        if not (x.is_small or y.is_small) or all(count[x.unit] == 1 for count in counted)
    ]
    pairs: dict[str, str] = {}
    for x, y in sorted(near, key=lambda pair: measure_distance(pair[0].value, pair[1].value)):
        if x.value not in pairs and y.value not in pairs.values():
            pairs[x.value] = y.value
    ordered = [x for x in dict.fromkeys(x.value for x in alone_a) if x in pairs]
    return ordered, [pairs[x] for x in ordered]


def _are_same(x: Quantity, y: Quantity) -> bool:
    """Tell whether two quantities are one, whatever their units: a unit may be written far off."""
    return are_same(x.value, y.value)


def _pair_names(
    a: AnnotatedDocument, b: AnnotatedDocument, a_spans: Sequence[Span], b_spans: Sequence[Span]
) -> Iterator[Difference]:
    """Set persons opposite persons and places opposite places that the other report names nowhere.

    Whom the other report names in another passage is no difference: it only tells it there.
    """
    kinds: tuple[Literal["PER"], Literal["LOC"]] = ("PER", "LOC")
    for type_ in kinds:
        alone_a = _leave_out(_names(a, a_spans, type_), _list_names(b))
        alone_b = _leave_out(_names(b, b_spans, type_), _list_names(a))
        yield from _pair("name", (alone_a, alone_b))


def _leave_out(names: Iterable[str], others: Sequence[str]) -> list[str]:
    """The names that none of the others is, across scripts; a family name alone is its bearer's name."""
    return [x for x in names if not any(is_short_form(x, y, least=SAME_NAME) for y in others)]


def _list_names(annotated: AnnotatedDocument) -> list[str]:
    """All names of a report, of whatever kind: what is a place to one may be an institution to the other."""
    told = (name for q in annotated.quotations for name in (q.speaker, q.addressee) if name)
    return list(dict.fromkeys((*(mention.name for mention in annotated.mentions), *told)))


def _quantities(annotated: AnnotatedDocument, spans: Sequence[Span]) -> list[Quantity]:
    """The quantities in some spans that are no part of a date, in digits or in words, in order."""
    found = []
    for span in spans:
        written = annotated.text.repaired[span.start : span.end]
        for quantity in find_quantities(written, annotated.language):
            start, end = span.start + quantity.start, span.start + quantity.end
            if not any(t.span.start < end and start < t.span.end for t in annotated.dates):
                found.append(quantity)
    return found


def _names(
    annotated: AnnotatedDocument, spans: Sequence[Span], type_: Literal["PER", "LOC"]
) -> list[str]:
    """The names of one kind in some spans, in order."""
    return list(
        dict.fromkeys(
            mention.name
            for mention in annotated.mentions
            if mention.type == type_ and _is_inside(mention.span, spans)
        )
    )


def _days(annotated: AnnotatedDocument, spans: Sequence[Span]) -> list[str]:
    """The days named in some spans, in order."""
    return list(
        dict.fromkeys(
            timex.earliest
            for timex in annotated.dates
            if timex.earliest and timex.earliest == timex.latest and _is_inside(timex.span, spans)
        )
    )


def _find_verbs(
    a: AnnotatedDocument, b: AnnotatedDocument, a_spans: Sequence[Span], b_spans: Sequence[Span]
) -> list[Difference]:
    """Tell when one side doubts or stresses what the other merely reports as said."""
    one, other = _strongest_cue(a, a_spans), _strongest_cue(b, b_spans)
    if one is None or other is None or one[0] == other[0]:
        return []
    return [Difference("verb", one[1], other[1])]


def _strongest_cue(
    annotated: AnnotatedDocument, spans: Sequence[Span]
) -> tuple[CueClass, str] | None:
    """The first cue that distances or stresses, else the first cue; with the words as printed."""
    cues: list[tuple[CueClass, str]] = []
    for quotation in annotated.quotations:
        if quotation.cue and _is_inside(quotation.cue, spans):
            plain = quotation.cue_class in _PLAIN
            kind: CueClass = "neutral" if plain or not quotation.cue_class else quotation.cue_class
            cues.append((kind, annotated.text.quote(quotation.cue)))
    return next((cue for cue in cues if cue[0] != "neutral"), cues[0] if cues else None)


def _is_inside(span: Span, spans: Sequence[Span]) -> bool:
    """Tell whether a span begins in one of some spans."""
    return any(around.start <= span.start < around.end for around in spans)
