"""A query that finds nothing, made looser: which of its parts, left out or asked alone, would find something.

Nothing is guessed here: every looser query is asked, and its hits are counted.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from rawi.index.keywords import UNKNOWN
from rawi.index.query import Query

LISTED = ("words", "phrases", "exact", "excluded")
NAMED = ("by", "to", "relay", "outlet", "language", "kind", "how", "story", "report", "document")

Count = Callable[[Query], int]


@dataclass(frozen=True, slots=True)
class QueryPart:
    """One part of a query: its field, its value as people read it, and the query with and without it.

    `unknown` tells that the field is to be unknown, and not a name that reads so.
    """

    field: str
    value: str
    rest: Query
    alone: Query
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class Loosening:
    """A part that stands in the way: without it, or by it `alone`, there are hits."""

    part: QueryPart
    total: int
    alone: bool = False

    @property
    def query(self) -> Query:
        """The looser query."""
        return self.part.alone if self.alone else self.part.rest


def list_parts(query: Query) -> tuple[QueryPart, ...]:
    """List the parts of a query in the order pages show them.

    >>> [(part.field, part.value) for part in list_parts(Query(words=("آب",), by="فرضی"))]
    [('words', 'آب'), ('by', 'فرضی')]
    """
    return tuple(_cut_parts(query))


def _cut_parts(query: Query) -> Iterator[QueryPart]:
    """Yield the parts of a query."""
    bare = Query(order=query.order, forms=query.forms)
    for name in LISTED:
        values = getattr(query, name)
        for place, value in enumerate(values):
            shown = value if isinstance(value, str) else " ".join(value)
            others = (*values[:place], *values[place + 1 :])
            yield QueryPart(name, shown, _with(query, name, others), _with(bare, name, (value,)))
    for name in NAMED:
        value = getattr(query, name)
        if value is not None:
            yield QueryPart(name, value, _with(query, name, None), _with(bare, name, value))
    if query.day_from or query.day_to:
        shown = f"{query.day_from or ''}..{query.day_to or ''}"
        if query.day_from == query.day_to:
            shown = query.day_from or ""
        rest = replace(query, day_from=None, day_to=None)
        alone = replace(bare, day_from=query.day_from, day_to=query.day_to)
        yield QueryPart("day", shown, rest, alone)
    for name in query.unknown:
        others = tuple(other for other in query.unknown if other != name)
        rest, alone = replace(query, unknown=others), replace(bare, unknown=(name,))
        yield QueryPart(name, UNKNOWN, rest, alone, unknown=True)
    if not query.forms:
        looser = replace(query, forms=True)
        yield QueryPart("forms", "off", looser, looser)


def lacks_outlet(query: Query, count: Count) -> bool:
    """Tell whether a query asks for an outlet that no document is of; `count` counts documents.

    >>> lacks_outlet(Query(outlet="ناپیدا"), lambda asked: 0), lacks_outlet(Query(), lambda asked: 0)
    (True, False)
    """
    return query.outlet is not None and not count(Query(outlet=query.outlet))


def find_loosenings(query: Query, count: Count) -> tuple[Loosening, ...]:
    """Find which parts of a query without hits, left out, give some; if no single one does, what each finds alone."""
    parts = list_parts(query)
    if len(parts) < 2:
        return ()
    left_out = [Loosening(part, total) for part in parts if (total := count(part.rest))]
    if left_out:
        return tuple(left_out)
    asked = [part for part in parts if part.field not in ("excluded", "forms")]
    return tuple(
        Loosening(part, total, alone=True) for part in asked if (total := count(part.alone))
    )


def _with(query: Query, name: str, value: object) -> Query:
    """The same query with one field set anew."""
    changed: dict[str, object] = {name: value}
    return replace(query, **changed)  # type: ignore[arg-type]  # only fields of the query are named
