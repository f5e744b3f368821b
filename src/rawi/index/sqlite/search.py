"""Answer queries: a page of rows, how many there are in all, and counts by facet of the current result."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from rawi.errors import MissingError
from rawi.index.query import Query
from rawi.index.sqlite.answers import (
    DOCUMENT_COLUMNS,
    QUOTATION_COLUMNS,
    document_row,
    quotation_row,
)
from rawi.index.sqlite.conditions import Compiled, compile_documents, compile_quotations
from rawi.index.sqlite.facets import CountCache, count_documents, count_quotations
from rawi.index.sqlite.facts import read_quotation, read_text
from rawi.index.sqlite.match import Match, find_hits
from rawi.index.store import (
    DocumentAnswer,
    DocumentRow,
    QuotationAnswer,
    QuotationRow,
)
from rawi.text import Extent, Span, Text

PAGE = 500  # rows taken at once when all are wanted
MANY = 2_000  # hits from which on going through the days finds a page sooner than sorting the hits does


def find_quotations(
    connection: sqlite3.Connection, query: Query, cache: CountCache, *, limit: int, offset: int
) -> QuotationAnswer:
    """Find quotations, newest first unless the query says otherwise; undated ones last."""
    compiled = compile_quotations(connection, query)
    counts = cache.get(
        ("quotations", compiled.where, compiled.parameters),
        lambda: count_quotations(connection, compiled),
    )
    asked = min(limit, counts.total - offset)
    many = compiled.is_broad and counts.total >= MANY
    rows = (
        _quotation_page(connection, query, compiled, asked, offset, many=many) if asked > 0 else ()
    )
    return QuotationAnswer(
        rows,
        counts.total,
        counts.documents,
        counts.facets,
        compiled.understood,
        counts.unknown,
        counts.names,
    )


def find_documents(
    connection: sqlite3.Connection, query: Query, cache: CountCache, *, limit: int, offset: int
) -> DocumentAnswer:
    """Find documents, newest first unless the query says otherwise; undated ones last."""
    compiled = compile_documents(connection, query)
    counts = cache.get(
        ("documents", compiled.where, compiled.parameters),
        lambda: count_documents(connection, compiled),
    )
    asked = min(limit, counts.total - offset)
    rows = _document_page(connection, query, compiled, asked, offset) if asked > 0 else ()
    return DocumentAnswer(rows, counts.total, counts.facets, compiled.understood, counts.unknown)


def each_quotation(
    connection: sqlite3.Connection, query: Query, limit: int | None, offset: int
) -> Iterator[QuotationRow]:
    """Yield quotations page by page without counting them."""
    compiled = compile_quotations(connection, query)
    for size, start in _pages(limit, offset):
        rows = _quotation_page(connection, query, compiled, size, start)
        yield from rows
        if len(rows) < size:
            return


def each_document(
    connection: sqlite3.Connection, query: Query, limit: int | None, offset: int
) -> Iterator[DocumentRow]:
    """Yield documents page by page without counting them."""
    compiled = compile_documents(connection, query)
    for size, start in _pages(limit, offset):
        rows = _document_page(connection, query, compiled, size, start)
        yield from rows
        if len(rows) < size:
            return


def _pages(limit: int | None, offset: int) -> Iterator[tuple[int, int]]:
    """Yield size and start of the pages that make up `limit` rows."""
    taken = 0
    while limit is None or taken < limit:
        size = PAGE if limit is None else min(PAGE, limit - taken)
        yield size, offset + taken
        taken += size


def _quotation_page(
    connection: sqlite3.Connection,
    query: Query,
    compiled: Compiled,
    limit: int,
    offset: int,
    *,
    many: bool = False,
) -> tuple[QuotationRow, ...]:
    """A page of quotations. The numbers are found first: sorting whole rows would carry the texts along."""
    join, order, values = _order(query, "q", "sort_day", "quotation_words", compiled)
    if many and query.order != "oldest":
        join = "INDEXED BY quotations_by_day"
    found = connection.execute(
        f"SELECT q.number FROM quotations q {join} WHERE {compiled.where}"
        f" ORDER BY {order} LIMIT ? OFFSET ?",
        (*values, *compiled.parameters, limit, offset),
    )
    numbers = [row[0] for row in found]
    rows = connection.execute(
        f"SELECT {QUOTATION_COLUMNS} FROM quotations q JOIN documents d ON d.number = q.document"
        f" WHERE q.number IN ({_marks(numbers)})",
        numbers,
    )
    by_number = {row["number"]: row for row in rows}
    return _quotation_rows(connection, [by_number[n] for n in numbers], compiled.matches)


def _document_page(
    connection: sqlite3.Connection, query: Query, compiled: Compiled, limit: int, offset: int
) -> tuple[DocumentRow, ...]:
    """A page of documents."""
    join, order, values = _order(query, "d", "day", "document_words", compiled)
    found = connection.execute(
        f"SELECT d.number FROM documents d {join} WHERE {compiled.where}"
        f" ORDER BY {order} LIMIT ? OFFSET ?",
        (*values, *compiled.parameters, limit, offset),
    )
    numbers = [row[0] for row in found]
    documents = _documents(connection, numbers)
    return tuple(documents[number] for number in numbers)


def find_quotation(connection: sqlite3.Connection, quotation: str) -> QuotationRow:
    """Return one quotation by its id.

    Raises:
        MissingError: there is none.
    """
    rows = _select_quotations(connection, "q.id = ?", quotation)
    if not rows:
        raise MissingError(f"there is no quotation {quotation} in this archive")
    return rows[0]


def quotations_of(connection: sqlite3.Connection, document: str) -> tuple[QuotationRow, ...]:
    """Return the quotations of a document in text order."""
    return _select_quotations(connection, "d.id = ?", document)


def _select_quotations(
    connection: sqlite3.Connection, condition: str, value: str
) -> tuple[QuotationRow, ...]:
    """Return the quotations for which one condition holds, in text order."""
    rows = connection.execute(
        f"SELECT {QUOTATION_COLUMNS} FROM quotations q JOIN documents d ON d.number = q.document"
        f" WHERE {condition} ORDER BY q.position",
        (value,),
    ).fetchall()
    return _quotation_rows(connection, rows, ())


def _quotation_rows(
    connection: sqlite3.Connection, rows: Sequence[sqlite3.Row], matches: Sequence[Match]
) -> tuple[QuotationRow, ...]:
    """Make the rows of an answer, each with its document's row and its hits."""
    numbers = sorted({row["document"] for row in rows})
    documents = _documents(connection, numbers)
    texts = _texts(connection, numbers) if matches else {}
    return tuple(
        quotation_row(
            row,
            documents[row["document"]],
            light_up(texts[row["document"]], read_quotation(row).content, matches) if texts else (),
        )
        for row in rows
    )


def light_up(text: Text, spans: Iterable[Span], matches: Sequence[Match]) -> tuple[Extent, ...]:
    """The places of the original, inside some spans, that a query led to."""
    return tuple(
        text.extent(Span(span.start + start, span.start + end))
        for span in spans
        for start, end in find_hits(text.repaired[span.start : span.end], matches)
    )


def _documents(connection: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, DocumentRow]:
    """The rows of some documents by number."""
    rows = connection.execute(
        f"SELECT {DOCUMENT_COLUMNS} FROM documents WHERE number IN ({_marks(numbers)})", numbers
    )
    return {row["number"]: document_row(row) for row in rows}


def _texts(connection: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, Text]:
    """The texts of some documents by number."""
    rows = connection.execute(
        "SELECT number, original, repaired, alignment, '[]' AS edits, '[]' AS suggestions"
        f" FROM documents WHERE number IN ({_marks(numbers)})",
        numbers,
    )
    return {row["number"]: read_text(row) for row in rows}


def _marks(values: Sequence[object]) -> str:
    """As many question marks as values."""
    return ", ".join("?" * len(values))


def _order(
    query: Query, table: str, day: str, words: str, compiled: Compiled
) -> tuple[str, str, tuple[object, ...]]:
    """The JOIN and ORDER BY of an answer, with the parameters of the join.

    Without words there is no relevance: then the newest come first.
    """
    if query.order == "relevance" and compiled.expression:
        join = (
            f"JOIN (SELECT rowid AS row, rank AS score FROM {words} WHERE {words} MATCH ?) r"
            f" ON r.row = {table}.number"
        )
        return join, f"r.score, {table}.number", (compiled.expression,)
    if query.order == "oldest":
        return "", f"{table}.{day} IS NULL, {table}.{day}, {table}.number", ()
    return "", f"{table}.{day} DESC, {table}.number", ()
