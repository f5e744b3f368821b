"""Narrowing and widening a search: its parts as chips, the facets of its result, its days as bars.

Each of them is an address: what a reader sees can be shared, kept and gone back to.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from rawi.index.days import parse_days
from rawi.index.keywords import UNKNOWN
from rawi.index.loosening import NAMED, list_parts
from rawi.index.query import Query, print_query
from rawi.index.store import DocumentAnswer, Facet, QuotationAnswer

# facet of an answer -> field of the query that keeps only its hits
FACETS = {"language": "language", "speaker": "by", "outlet": "outlet", "kind": "kind", "how": "how"}
MAY_BE_UNKNOWN = ("speaker", "outlet", "day")
MOST_BARS = 36  # three years of months; narrower bars cannot be told apart


@dataclass(frozen=True, slots=True)
class Chip:
    """One part of a query, and the address of the search without it."""

    field: str
    value: str
    href: str
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class Understood:
    """A word, or the name in a field, with what else was looked for under it."""

    field: str | None
    word: str
    more: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FacetRow:
    """One value of a facet: how many hits have it, and the address that keeps only those.

    `unknown` tells that nothing is known of these hits; the value says only that.
    """

    value: str
    count: int
    href: str
    chosen: bool
    unknown: bool = False


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
    return tuple(
        Chip(part.field, part.value, link_search(part.rest, view), part.unknown)
        for part in list_parts(query)
    )


def read_understood(understood: Iterable[str]) -> tuple[Understood, ...]:
    """Read how a query was understood, as data: of days the chip tells, so they are left out.

    >>> read_understood(["by = فرضی | رضا فرضی", "day = 2018-04-04..", "کتاب = کتاب | کتابها"])
    (Understood(field='by', word='فرضی', more=('رضا فرضی',)), Understood(field=None, word='کتاب', more=('کتابها',)))
    """
    found = []
    for said in (part for line in understood for part in line.split(" · ")):
        name, _, values = said.partition(" = ")
        first, *more = values.split(" | ")
        if name != "day":
            found.append(Understood(name if name in NAMED else None, first, tuple(more)))
    return tuple(found)


def without(query: Query, name: str, value: object) -> Query:
    """The same query with one field set anew."""
    changed: dict[str, object] = {name: value}
    return replace(query, **changed)  # type: ignore[arg-type]  # only fields of the query are named


def make_facets(
    query: Query, view: str, answer: QuotationAnswer | DocumentAnswer
) -> dict[str, tuple[FacetRow, ...]]:
    """Make the facets of a result that have anything to choose; a chosen value is taken off again."""
    made = {}
    names = answer.names if isinstance(answer, QuotationAnswer) else {}
    for facet, name in FACETS.items():
        asked = getattr(query, name)
        rows = []
        for value, count in answer.facets.get(facet, ()):
            if not value:
                continue  # an empty text cannot be asked for
            chosen = asked is not None and asked in (value, names.get(value))
            href = link_search(without(query, name, None if chosen else value), view)
            rows.append(FacetRow(value, count, href, chosen))
        if unknown := make_unknown(query, view, answer, facet):
            rows.append(unknown)
        if len(rows) > 1 or any(row.chosen for row in rows):
            made[name] = tuple(sorted(rows, key=lambda row: -row.count))
    return made


def make_unknown(
    query: Query, view: str, answer: QuotationAnswer | DocumentAnswer, facet: str
) -> FacetRow | None:
    """The hits of which a facet says nothing, as a value of it; None when there are none to tell apart."""
    count = answer.unknown.get(facet, 0)
    if facet not in MAY_BE_UNKNOWN or not count:
        return None
    name = FACETS.get(facet, facet)
    chosen = name in query.unknown
    others = tuple(other for other in query.unknown if other != name)
    asked = replace(query, unknown=others if chosen else (*others, name))
    if not chosen:  # what is known and what is not exclude each other
        known = {"day_from": None, "day_to": None} if name == "day" else {name: None}
        asked = replace(asked, **known)  # type: ignore[arg-type]  # fields of a query, as they are at first
    return FacetRow(UNKNOWN, count, link_search(asked, view), chosen, unknown=True)


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
