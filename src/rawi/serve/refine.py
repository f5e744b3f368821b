"""Narrowing and widening a search: its parts as chips, the facets of its result, its days as bars.

Each of them is an address: what a reader sees can be shared, kept and gone back to.
"""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from rawi.index.days import parse_days
from rawi.index.query import Query, print_query
from rawi.index.store import Facet

# facet of an answer -> field of the query that keeps only its hits
FACETS = {"language": "language", "speaker": "by", "outlet": "outlet", "kind": "kind", "how": "how"}
LISTED = ("words", "phrases", "exact", "excluded")
NAMED = ("by", "to", "relay", "outlet", "language", "kind", "how", "story", "report", "document")
MOST_BARS = 36  # three years of months; narrower bars cannot be told apart


@dataclass(frozen=True, slots=True)
class Chip:
    """One part of a query, and the address of the search without it."""

    field: str
    value: str
    href: str
    query: Query


@dataclass(frozen=True, slots=True)
class FacetRow:
    """One value of a facet: how many hits have it, and the address that keeps only those."""

    value: str
    count: int
    href: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of the day histogram; `height` is a share of 100."""

    label: str
    count: int
    height: int
    href: str


def link_search(query: Query, view: str = "quotations") -> str:
    """The address of a search."""
    values = {"q": print_query(query)} | ({"view": view} if view != "quotations" else {})
    return f"/s?{urlencode(values)}"


def make_chips(query: Query, view: str) -> tuple[Chip, ...]:
    """List the parts of a query, each with the search that leaves it out."""
    found: list[tuple[str, str, Query]] = []
    for name in LISTED:
        values = getattr(query, name)
        for place, value in enumerate(values):
            shown = value if isinstance(value, str) else " ".join(value)
            rest = (*values[:place], *values[place + 1 :])
            found.append((name, shown, without(query, name, rest)))
    given = ((name, getattr(query, name)) for name in NAMED)
    found += [
        (name, value, without(query, name, None)) for name, value in given if value is not None
    ]
    if query.day_from or query.day_to:
        days = f"{query.day_from or ''}..{query.day_to or ''}"
        if query.day_from == query.day_to:
            days = query.day_from or ""
        found.append(("day", days, replace(query, day_from=None, day_to=None)))
    if not query.forms:
        found.append(("forms", "off", replace(query, forms=True)))
    return tuple(Chip(name, value, link_search(rest, view), rest) for name, value, rest in found)


def without(query: Query, name: str, value: object) -> Query:
    """The same query with one field set anew."""
    changed: dict[str, object] = {name: value}
    return replace(query, **changed)  # type: ignore[arg-type]  # only fields of the query are named


def make_facets(
    query: Query, view: str, facets: dict[str, Facet]
) -> dict[str, tuple[FacetRow, ...]]:
    """Make the facets of a result that have anything to choose; a chosen value is taken off again."""
    made = {}
    for facet, name in FACETS.items():
        chosen = getattr(query, name)
        rows = tuple(
            FacetRow(
                value,
                count,
                link_search(without(query, name, None if value == chosen else value), view),
                value == chosen,
            )
            for value, count in facets.get(facet, ())
            if value
        )
        if len(rows) > 1 or any(row.chosen for row in rows):
            made[name] = rows
    return made


def make_bars(query: Query, view: str, months: Facet) -> tuple[Bar, ...]:
    """Make the histogram: hits by month of a calendar, or by year where the months are too many to tell apart.

    >>> [bar.label for bar in make_bars(Query(), "quotations", (("2018-04", 3), ("2018-06", 1)))]
    ['2018-04', '2018-06']
    """
    totals: dict[str, int] = {}
    for by_year in (False, True):
        totals = {}
        for month, count in months:
            label = month.rpartition("-")[0] if by_year else month
            totals[label] = totals.get(label, 0) + count
        if len(totals) <= MOST_BARS:
            break
    if len(totals) < 2:
        return ()
    highest = max(totals.values())
    bars = []
    for label, count in sorted(totals.items()):
        first, last = parse_days(label)
        href = link_search(replace(query, day_from=first, day_to=last), view)
        height = max(4, round(100 * count / highest))  # a single hit is to be seen, too
        bars.append(Bar(label, count, height, href))
    return tuple(bars)
