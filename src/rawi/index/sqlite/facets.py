"""Count an answer as a whole and by facet: one pass over the hits, remembered until the archive changes."""

import sqlite3
import threading
from collections import Counter, OrderedDict
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from rawi.index.months import name_month
from rawi.index.sqlite.conditions import EVERYTHING, Compiled
from rawi.index.sqlite.connections import Connections
from rawi.index.store import MONTH_FACETS, Facet

FACET_VALUES = 50  # values shown of one facet, the most frequent
REMEMBERED = (
    256  # answers whose counts are kept: pages and facets of a result are asked for in turn
)
DAY = "day"  # counted by month, of each calendar: MONTH_FACETS

QUOTATION_FACETS = ("kind", "how", "language", "outlet", DAY, "speaker")
DOCUMENT_FACETS = ("language", "outlet", DAY)


class Counts(NamedTuple):
    """How many hits, in how many documents, and how many of each value of each facet."""

    total: int
    documents: int
    facets: dict[str, Facet]


class CountCache:
    """The counts of the last queries, forgotten when anything was written to the archive."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._lock = threading.Lock()
        self._version: int | None = None
        self._counts: OrderedDict[object, Counts] = OrderedDict()

    def get(self, key: object, count: Callable[[], Counts]) -> Counts:
        """Return the counts of a query, counting only when they are not known."""
        version = self._connections.version()
        with self._lock:
            if version != self._version:
                self._counts.clear()
                self._version = version
            found = self._counts.get(key)
            if found is not None:
                self._counts.move_to_end(key)
                return found
        counted = count()
        with self._lock:
            # What was counted while another wrote may be out of date already.
            if version == self._version:
                self._counts[key] = counted
                while len(self._counts) > REMEMBERED:
                    self._counts.popitem(last=False)
        return counted


def count_quotations(connection: sqlite3.Connection, compiled: Compiled) -> Counts:
    """Count the quotations of a query."""
    if compiled.is_broad:
        return _count_in_index(connection, compiled)
    columns = ("kind", "how", "language", "outlet", "sort_day", "speaker", "document")
    counters = _count_columns(connection, "quotations q", columns, compiled)
    documents = len(counters.pop())
    return Counts(counters[0].total(), documents, _facets(QUOTATION_FACETS, counters))


def count_documents(connection: sqlite3.Connection, compiled: Compiled) -> Counts:
    """Count the documents of a query."""
    counters = _count_columns(connection, "documents d", ("language", "outlet", "day"), compiled)
    total = counters[0].total()
    return Counts(total, total, _facets(DOCUMENT_FACETS, counters))


def _count_columns(
    connection: sqlite3.Connection, table: str, columns: tuple[str, ...], compiled: Compiled
) -> list[Counter[str | None]]:
    """Count the values of some columns in one pass over the hits."""
    rows = connection.execute(
        f"SELECT {', '.join(columns)} FROM {table} WHERE {compiled.where}", compiled.parameters
    )
    rows.row_factory = None  # plain tuples: there may be many
    fetched = rows.fetchall()
    if not fetched:
        return [Counter() for _ in columns]
    return [Counter(column) for column in zip(*fetched, strict=True)]


def _count_in_index(connection: sqlite3.Connection, compiled: Compiled) -> Counts:
    """Count the quotations of a broad query, of which there may be many, without touching their rows."""
    source = f"quotations q INDEXED BY quotations_by_facets WHERE {compiled.where}"
    groups = connection.execute(
        f"SELECT kind, how, language, outlet, sort_day, count(*) FROM {source}"
        " GROUP BY kind, language, how, outlet, sort_day",
        compiled.parameters,
    )
    counters: list[Counter[str | None]] = [Counter() for _ in range(5)]
    for *values, hits in groups:
        for counter, value in zip(counters, values, strict=True):
            counter[value] += hits
    counters.append(_count_speakers(connection, source, compiled))
    documents = connection.execute(
        f"SELECT count(DISTINCT document) FROM {source}", compiled.parameters
    ).fetchone()[0]
    return Counts(counters[0].total(), documents, _facets(QUOTATION_FACETS, counters))


def _count_speakers(
    connection: sqlite3.Connection, source: str, compiled: Compiled
) -> Counter[str | None]:
    """Count the speakers of a broad query. All of them stand sorted in an index; of some, counting here is quicker."""
    if compiled.where == EVERYTHING:
        rows = connection.execute(
            "SELECT speaker, count(*) FROM quotations INDEXED BY quotations_by_name GROUP BY speaker"
        )
        return Counter(dict(map(tuple, rows)))
    names = connection.execute(f"SELECT speaker FROM {source}", compiled.parameters)
    names.row_factory = None
    return Counter(name for (name,) in names)


def _facets(names: tuple[str, ...], counters: list[Counter[str | None]]) -> dict[str, Facet]:
    """The facets of counted columns: days are taken together by month, what is unknown is left out."""
    facets: dict[str, Facet] = {}
    for name, counter in zip(names, counters, strict=True):
        if name == DAY:
            for calendar, facet in MONTH_FACETS.items():
                facets[facet] = _rank(counter, partial(name_month, calendar=calendar))
        else:
            facets[name] = _rank(counter, str)
    return facets


def _rank(counter: Counter[str | None], name: Callable[[str], str | None]) -> Facet:
    """The most frequent values of a facet as `name` names them; what has no name is left out."""
    values: Counter[str] = Counter()
    for value, hits in counter.items():
        named = None if value is None else name(value)
        if named is not None:
            values[named] += hits
    return tuple(sorted(values.items(), key=lambda item: (-item[1], item[0]))[:FACET_VALUES])
