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

Spelling = tuple[str | None, str | None]  # the name of a speaker as the text has it, and the entity

QUOTATION_FACETS = ("kind", "how", "language", "outlet", DAY, "speaker")
DOCUMENT_FACETS = ("language", "outlet", DAY)


class Counts(NamedTuple):
    """How many hits, in how many documents, and how many of each value of each facet.

    `unknown` counts the hits of which a facet says nothing; `names` tells what the entities among the
    speakers are called.
    """

    total: int
    documents: int
    facets: dict[str, Facet]
    unknown: dict[str, int]
    names: dict[str, str]


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
    columns = (
        "kind", "how", "language", "outlet", "sort_day", "speaker", "speaker_entity", "document",
    )  # fmt: skip
    *values, speakers, entities, documents = _read_columns(
        connection, "quotations q", columns, compiled
    )
    spellings = Counter(zip(speakers, entities, strict=True))
    return _count_facets([Counter(column) for column in values], spellings, len(set(documents)))


def count_documents(connection: sqlite3.Connection, compiled: Compiled) -> Counts:
    """Count the documents of a query."""
    columns = _read_columns(connection, "documents d", ("language", "outlet", "day"), compiled)
    counters = [Counter(column) for column in columns]
    total = counters[0].total()
    facets, unknown = _facets(DOCUMENT_FACETS, counters)
    return Counts(total, total, facets, unknown, {})


def _read_columns(
    connection: sqlite3.Connection, table: str, columns: tuple[str, ...], compiled: Compiled
) -> list[tuple[str | None, ...]]:
    """Read some columns in one pass over the hits."""
    rows = connection.execute(
        f"SELECT {', '.join(columns)} FROM {table} WHERE {compiled.where}", compiled.parameters
    )
    rows.row_factory = None  # plain tuples: there may be many
    fetched = rows.fetchall()
    if not fetched:
        return [() for _ in columns]
    return list(zip(*fetched, strict=True))


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
    documents = connection.execute(
        f"SELECT count(DISTINCT document) FROM {source}", compiled.parameters
    ).fetchone()[0]
    return _count_facets(counters, _count_spellings(connection, source, compiled), documents)


def _count_spellings(
    connection: sqlite3.Connection, source: str, compiled: Compiled
) -> Counter[Spelling]:
    """Count the speakers of a broad query. All of them stand sorted in an index; of some, counting here is quicker."""
    if compiled.where == EVERYTHING:
        rows = connection.execute(
            "SELECT speaker, speaker_entity, count(*) FROM quotations INDEXED BY quotations_by_name"
            " GROUP BY speaker, speaker_entity"
        )
        return Counter({(name, entity): hits for name, entity, hits in rows})
    names = connection.execute(f"SELECT speaker, speaker_entity FROM {source}", compiled.parameters)
    names.row_factory = None
    return Counter(names)


def _count_facets(
    counters: list[Counter[str | None]], spellings: Counter[Spelling], documents: int
) -> Counts:
    """The counts of quotations: those of the columns, and those of the speakers, who stand last."""
    speakers, names = _merge_spellings(spellings)
    facets, unknown = _facets(QUOTATION_FACETS, [*counters, speakers])
    shown = {entity: names[entity] for entity, _ in facets["speaker"] if entity in names}
    return Counts(counters[0].total(), documents, facets, unknown, shown)


def _merge_spellings(
    spellings: Counter[Spelling],
) -> tuple[Counter[str | None], dict[str, str]]:
    """Count who speaks, an entity once under all its spellings; with the spelling each entity has most.

    >>> counted = Counter({("سارا فرضی", "e1"): 2, ("سارة فرضي", "e1"): 1, ("سخنگو", None): 1})
    >>> _merge_spellings(counted)
    (Counter({'e1': 3, 'سخنگو': 1}), {'e1': 'سارا فرضی'})
    """
    speakers: Counter[str | None] = Counter()
    names: dict[str, str] = {}
    for (name, entity), hits in sorted(
        spellings.items(), key=lambda item: (-item[1], item[0][0] or "")
    ):
        speakers[name and (entity or name)] += hits
        if name and entity:
            names.setdefault(entity, name)
    return speakers, names


def _facets(
    names: tuple[str, ...], counters: list[Counter[str | None]]
) -> tuple[dict[str, Facet], dict[str, int]]:
    """The facets of counted columns, days taken together by month; and how many hits have no value of each."""
    facets: dict[str, Facet] = {}
    unknown = {
        name: counter[None] for name, counter in zip(names, counters, strict=True) if counter[None]
    }
    for name, counter in zip(names, counters, strict=True):
        if name == DAY:
            for calendar, facet in MONTH_FACETS.items():
                facets[facet] = _rank(counter, partial(name_month, calendar=calendar))
        else:
            facets[name] = _rank(counter, str)
    return facets, unknown


def _rank(counter: Counter[str | None], name: Callable[[str], str | None]) -> Facet:
    """The most frequent values of a facet as `name` names them; what has no name is left out."""
    values: Counter[str] = Counter()
    for value, hits in counter.items():
        named = None if value is None else name(value)
        if named is not None:
            values[named] += hits
    return tuple(sorted(values.items(), key=lambda item: (-item[1], item[0]))[:FACET_VALUES])
