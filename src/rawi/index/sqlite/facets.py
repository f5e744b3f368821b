"""Count an answer as a whole and by facet: one pass over the hits, remembered until the archive changes."""

import sqlite3
import threading
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable
from typing import NamedTuple

from rawi.index.sqlite.conditions import Compiled
from rawi.index.sqlite.connections import Connections
from rawi.index.store import Facet

FACET_VALUES = 50  # values shown of one facet, the most frequent
REMEMBERED = (
    256  # answers whose counts are kept: pages and facets of a result are asked for in turn
)
MONTH = 7  # letters of an ISO month

QUOTATION_FACETS = ("kind", "how", "language", "outlet", "month", "speaker")
DOCUMENT_FACETS = ("language", "outlet", "month")


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
    if compiled.where == "1":
        return _count_all_quotations(connection)
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


def _count_all_quotations(connection: sqlite3.Connection) -> Counts:
    """Count all quotations: each facet from an index that is sorted by it, without touching the rows."""
    counters: list[Counter[str | None]] = []
    for column in ("kind", "how", "language", "outlet"):
        rows = connection.execute(
            f"SELECT {column}, count(*) FROM quotations INDEXED BY quotations_by_facets"
            " GROUP BY kind, how, language, outlet"
        )
        counters.append(_sum(rows))
    days = (
        "SELECT sort_day, count(*) FROM quotations INDEXED BY quotations_by_day GROUP BY sort_day"
    )
    counters.append(_sum(connection.execute(days)))
    names = (
        "SELECT speaker, count(*) FROM quotations INDEXED BY quotations_by_name GROUP BY speaker"
    )
    counters.append(_sum(connection.execute(names)))
    documents = connection.execute("SELECT count(DISTINCT document) FROM quotations").fetchone()[0]
    return Counts(counters[0].total(), documents, _facets(QUOTATION_FACETS, counters))


def _sum(rows: Iterable[sqlite3.Row]) -> Counter[str | None]:
    """Add up counts by value."""
    counter: Counter[str | None] = Counter()
    for value, hits in rows:
        counter[value] += hits
    return counter


def _facets(names: tuple[str, ...], counters: list[Counter[str | None]]) -> dict[str, Facet]:
    """The facets of counted columns: days are taken together by month, what is unknown is left out."""
    facets: dict[str, Facet] = {}
    for name, counter in zip(names, counters, strict=True):
        values: Counter[str] = Counter()
        for value, hits in counter.items():
            if value is not None:
                values[value[:MONTH] if name == "month" else value] += hits
        ranked = sorted(values.items(), key=lambda item: (-item[1], item[0]))
        facets[name] = tuple(ranked[:FACET_VALUES])
    return facets
