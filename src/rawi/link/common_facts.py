"""Find what two reports of one story both name, so that passages find each other by it. Stage *link*, for `passages.py`.

Newsrooms that write freely share few words, but the people, the numbers and the days are those of the event, and who
speaks in a passage of one speaks in that passage of the other, named there or not.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rawi.facts import AnnotatedDocument
from rawi.lang.names import is_short_form
from rawi.lang.numbers import are_same
from rawi.lang.quantities import Quantity, find_quantities
from rawi.link.keys import COMMON
from rawi.text import Span

SAME_NAME = 0.7  # compare_names: two names of one story at least so alike are one
# Kinds of facts; a number of one digit is shared by chance more often.
SPOKEN, NAMED, NUMBER, DIGIT, DAY = "spoken", "name", "number", "digit", "day"


class CommonFact(NamedTuple):
    """A place that tells what the other report tells too, under a key both have."""

    span: Span
    key: str


def find_common_facts(
    a: AnnotatedDocument, b: AnnotatedDocument
) -> tuple[tuple[CommonFact, ...], tuple[CommonFact, ...]]:
    """Find the names, speakers, numbers and days both reports have, with their places in each, in order."""
    sides = a, b
    names = _group_names([name for side in sides for name in _list_names(side)])
    told = [
        [
            *((span, f"{NAMED} {names[name]}") for span, name in _find_names(side)),
            *((span, f"{SPOKEN} {names[name]}") for span, name in _find_speech(side)),
            *_find_days(side),
            *_find_small_numbers(side),
        ]
        for side in sides
    ]
    numbers = [list(_find_numbers(side)) for side in sides]
    for (span, value), mine, others in (
        *((found, told[0], numbers[1]) for found in numbers[0]),
        *((found, told[1], numbers[0]) for found in numbers[1]),
    ):
        same = [other for _, other in others if are_same(value, other)]
        if same:
            written = min(value, *same, key=lambda number: (len(number), number))
            mine.append((span, f"{DIGIT if len(written) == 1 else NUMBER} {written}"))
    common = {key for _, key in told[0]} & {key for _, key in told[1]}
    a_facts, b_facts = (
        tuple(sorted(CommonFact(span, COMMON + key) for span, key in side if key in common))
        for side in told
    )
    return a_facts, b_facts


def _list_names(annotated: AnnotatedDocument) -> Iterator[str]:
    """Yield the names a report mentions or has speak."""
    yield from (mention.name for mention in annotated.mentions)
    yield from (name for _, name in _find_speech(annotated))


def _group_names(names: Iterable[str]) -> dict[str, int]:
    """Number names, those that may be one alike: the fullest first, a part of a name joins it."""
    ordered = sorted(set(names), key=lambda name: (-len(name.split()), name))
    numbers: dict[str, int] = {}
    first: list[str] = []
    for name in ordered:
        known = next((i for i, other in enumerate(first) if _is_same(name, other)), None)
        if known is None:
            known = len(first)
            first.append(name)
        numbers[name] = known
    return numbers


def _is_same(one: str, other: str) -> bool:
    """Tell whether two names may be one, or one a part of the other."""
    return is_short_form(one, other, least=SAME_NAME)


def _find_names(annotated: AnnotatedDocument) -> Iterator[tuple[Span, str]]:
    """Yield where names stand."""
    yield from ((mention.span, mention.name) for mention in annotated.mentions)


def _find_speech(annotated: AnnotatedDocument) -> Iterator[tuple[Span, str]]:
    """Yield where someone speaks, as told by the attribution and by each stretch of what is said."""
    for quotation in annotated.quotations:
        if quotation.speaker:
            for span in (quotation.cue, *quotation.content):
                if span:
                    yield span, quotation.speaker


def _find_days(annotated: AnnotatedDocument) -> Iterator[tuple[Span, str]]:
    """Yield the days named, by a date or counted from the report's day."""
    for timex in annotated.dates:
        if timex.earliest and timex.earliest == timex.latest:
            yield timex.span, f"{DAY} {timex.earliest}"


def _find_small_numbers(annotated: AnnotatedDocument) -> Iterator[tuple[Span, str]]:
    """Yield the small numbers in words with what they count."""
    for found in _find_quantities(annotated):
        if found.is_small:
            yield Span(found.start, found.end), f"{DIGIT} {found.value} {found.unit}"


def _find_numbers(annotated: AnnotatedDocument) -> Iterator[tuple[Span, str]]:
    """Yield the other numbers."""
    for found in _find_quantities(annotated):
        if not found.is_small:
            yield Span(found.start, found.end), found.value


def _find_quantities(annotated: AnnotatedDocument) -> Iterator[Quantity]:
    """Yield the quantities that are no part of a date."""
    for found in find_quantities(annotated.text.repaired, annotated.language):
        if not any(t.span.start < found.end and found.start < t.span.end for t in annotated.dates):
            yield found


def list_inside(facts: Sequence[CommonFact], start: int, end: int) -> tuple[str, ...]:
    """The keys of the facts told in text[start:end], each once."""
    inside = (fact.key for fact in facts if fact.span.start < end and start < fact.span.end)
    return tuple(dict.fromkeys(inside))
