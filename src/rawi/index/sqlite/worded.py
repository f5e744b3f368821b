"""The part of the store that answers about the words of a query: its lines, what comes near, what was meant."""

import sqlite3
from abc import abstractmethod
from collections.abc import Iterator

from rawi.index.answers import Line, Nearest, Suggestion
from rawi.index.query import Query
from rawi.index.sqlite import concordance, nearest
from rawi.index.sqlite.conditions import compile_quotations


class WordedStore:
    """Answers about words; `SqliteStore` adds documents and searching."""

    @property
    @abstractmethod
    def connection(self) -> sqlite3.Connection:
        """The connection of the calling thread."""

    def lines(self, query: Query, *, width: int = 60) -> Iterator[Line]:
        """Yield the hits of a query in their surroundings, `width` characters on each side."""
        return concordance.find_lines(self.connection, query, width)

    def nearest(self, query: Query, *, most: int = 3) -> tuple[Nearest, ...]:
        """Return the quotations whose words come nearest to a query that has no hits."""
        return nearest.find_nearest(self.connection, query, most)

    def suggestions(self, query: Query) -> tuple[Suggestion, ...]:
        """Return what the words and names of a query without hits may have meant."""
        return nearest.suggest(
            self.connection, query, lambda asked: count_hits(self.connection, asked)
        )


def count_hits(connection: sqlite3.Connection, query: Query) -> int:
    """How many quotations answer a query."""
    compiled = compile_quotations(connection, query)
    counted = connection.execute(
        f"SELECT count(*) FROM quotations q WHERE {compiled.where}", compiled.parameters
    )
    return int(counted.fetchone()[0])
