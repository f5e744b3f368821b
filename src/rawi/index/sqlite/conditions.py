"""A query as SQL: conditions on `quotations q` or `documents d`, and what is to be lit up in the answers.

A condition on quotations asks of documents, and one on documents of quotations, by `IN (SELECT …)`, so that
counting never joins the two tables.
"""

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from rawi.index.forms import turn_article
from rawi.index.query import Query
from rawi.index.sqlite.match import Match, keep_known, known_words, match_phrase, match_words
from rawi.index.words import cut_words, query_words

QUOTATION_TEXT = "content speaker addressee"
DOCUMENT_TEXT = "title body"
EVERYTHING = "1"  # the condition of a query that asks for nothing in particular


class Condition(NamedTuple):
    """Something that must hold: SQL with its parameters, and what to tell the reader, if anything."""

    sql: str
    parameters: tuple[object, ...] = ()
    said: str | None = None


class Compiled(NamedTuple):
    """A query made ready. `expression` is what is asked of the full-text table, None without words.

    `is_broad` tells that it asks only for what the index of facets holds: many rows may answer it.
    """

    where: str
    parameters: tuple[object, ...]
    expression: str | None
    matches: tuple[Match, ...]
    understood: tuple[str, ...]
    is_broad: bool = False


def compile_quotations(connection: sqlite3.Connection, query: Query) -> Compiled:
    """Make a query over quotations."""
    conditions = [
        *(Condition("instr(q.text, ?) > 0", (text,)) for text in query.exact),
        *_said_conditions(connection, query),
        *_shared_conditions(connection, query, "q"),
    ]
    if place := _place_conditions(query):
        sql = " AND ".join(condition.sql for condition in place)
        conditions.append(
            Condition(
                f"q.document IN (SELECT d.number FROM documents d WHERE {sql})",
                tuple(value for condition in place for value in condition.parameters),
            )
        )
    if query.day_from:
        conditions.append(Condition("coalesce(q.day_to, q.sort_day) >= ?", (query.day_from,)))
    if query.day_to:
        conditions.append(Condition("q.sort_day <= ?", (query.day_to,)))
    if "day" in query.unknown:
        conditions.append(Condition("q.sort_day IS NULL"))
    compiled = _compile(
        connection, query, "quotation_words", "q.number", QUOTATION_TEXT, conditions
    )
    return compiled._replace(is_broad=_is_broad(query))


def _is_broad(query: Query) -> bool:
    """Tell whether a query asks for nothing but kind, how, language, outlet and day, and leaves words out."""
    narrow = (
        query.words, query.phrases, query.exact, query.by, query.to, query.relay,
        query.story, query.report, query.document, {"by", "to"} & set(query.unknown),
    )  # fmt: skip
    return not any(narrow)


def compile_documents(connection: sqlite3.Connection, query: Query) -> Compiled:
    """Make a query over documents."""
    conditions = [
        *(Condition("instr(d.original, ?) > 0", (text,)) for text in query.exact),
        *_shared_conditions(connection, query, "d"),
        *_place_conditions(query),
    ]
    if said := _said_conditions(connection, query):
        sql = " AND ".join(condition.sql for condition in said)
        conditions.append(
            Condition(
                f"d.number IN (SELECT q.document FROM quotations q WHERE {sql})",
                tuple(value for condition in said for value in condition.parameters),
                " · ".join(condition.said for condition in said if condition.said) or None,
            )
        )
    if query.day_from:
        conditions.append(Condition("d.day >= ?", (query.day_from,)))
    if query.day_to:
        conditions.append(Condition("d.day <= ?", (query.day_to,)))
    if "day" in query.unknown:
        conditions.append(Condition("d.day IS NULL"))
    return _compile(connection, query, "document_words", "d.number", DOCUMENT_TEXT, conditions)


def _compile(
    connection: sqlite3.Connection,
    query: Query,
    table: str,
    number: str,
    columns: str,
    conditions: Iterable[Condition],
) -> Compiled:
    """Put the full-text part before the other conditions."""
    matches = match_words(query.words, forms=query.forms, language=query.language)
    matches += [match_phrase(phrase) for phrase in query.phrases]
    known = known_words(connection, table, matches)
    matches = [keep_known(match, known) for match in matches]
    expression = " AND ".join(match.express(columns) for match in matches) or None
    inside = f"{number} {{}} (SELECT rowid FROM {table} WHERE {table} MATCH ?)"
    every: list[Condition] = []
    if expression:
        every.append(Condition(inside.format("IN"), (expression,)))
    for word in query.excluded:
        [match] = match_words([word], forms=False, language=None)
        every.append(Condition(inside.format("NOT IN"), (match.express(columns),)))
    every += conditions
    understood = [said for match in matches if (said := match.explain())]
    understood += [condition.said for condition in every if condition.said]
    if query.day_from or query.day_to:
        understood.append(f"day = {query.day_from or ''}..{query.day_to or ''}")
    return Compiled(
        " AND ".join(f"({condition.sql})" for condition in every) or EVERYTHING,
        tuple(value for condition in every for value in condition.parameters),
        expression,
        tuple(matches),
        tuple(understood),
    )


def _shared_conditions(connection: sqlite3.Connection, query: Query, table: str) -> list[Condition]:
    """Conditions on columns that both tables have."""
    conditions = []
    if query.outlet is not None:
        outlets = find_outlets(connection, query.outlet)
        marks = ", ".join("?" * len(outlets))
        said = f"outlet = {' | '.join(outlets)}" if outlets != [query.outlet] and outlets else None
        conditions.append(Condition(f"{table}.outlet IN ({marks})", tuple(outlets), said))
    if "outlet" in query.unknown:
        conditions.append(Condition(f"{table}.outlet IS NULL"))
    if query.language is not None:
        conditions.append(Condition(f"{table}.language = ?", (query.language,)))
    return conditions


def _place_conditions(query: Query) -> list[Condition]:
    """Conditions on the document alone."""
    conditions = []
    if query.story is not None:
        conditions.append(Condition("d.story = ?", (query.story,)))
    if query.report is not None:
        conditions.append(Condition("d.report = ?", (query.report,)))
    if query.document is not None:
        conditions.append(Condition("d.id = ? OR d.given_id = ?", (query.document, query.document)))
    return [condition._replace(sql=f"({condition.sql})") for condition in conditions]


def _said_conditions(connection: sqlite3.Connection, query: Query) -> list[Condition]:
    """Conditions on the quotation alone: who, to whom, through whom, which kind."""
    conditions = []
    if query.by is not None:
        conditions.append(_name_condition(connection, "speaker", query.by))
    if query.to is not None:
        conditions.append(_name_condition(connection, "addressee", query.to))
    if query.relay is not None:
        conditions.append(Condition(*_words_condition("relay", query.relay)))
    if query.kind is not None:
        conditions.append(Condition("q.kind = ?", (query.kind,)))
    if query.how is not None:
        conditions.append(Condition("q.how = ?", (query.how,)))
    conditions += [
        Condition(f"q.{column} IS NULL")
        for field, column in (("by", "speaker"), ("to", "addressee"))
        if field in query.unknown
    ]
    return [condition._replace(sql=f"({condition.sql})") for condition in conditions]


def _name_condition(connection: sqlite3.Connection, column: str, name: str) -> Condition:
    """A person by id or by name; by name also under that person's other names, in any language.

    An entity is taken in when one of the names it is quoted under holds all words asked for.
    """
    entity = f"{column}_entity"
    if connection.execute(
        f"SELECT 1 FROM quotations WHERE {entity} = ? LIMIT 1", (name,)
    ).fetchone():
        return Condition(f"q.{entity} = ?", (name,))
    sql, parameters = _words_condition(column, name)
    wanted = set(cut_words(name))
    rows = connection.execute(
        f"SELECT DISTINCT q.{entity}, q.{column} FROM quotations q WHERE {sql} AND q.{entity} IS NOT NULL",
        parameters,
    )
    entities = sorted({row[0] for row in rows if wanted <= set(cut_words(row[1] or ""))})
    if not entities:
        return Condition(sql, parameters)
    marks = ", ".join("?" * len(entities))
    names = connection.execute(
        f"SELECT DISTINCT {column} FROM quotations WHERE {entity} IN ({marks})"
        f" AND {column} IS NOT NULL ORDER BY {column}",
        entities,
    )
    others = [row[0] for row in names if not wanted <= set(cut_words(row[0]))]
    said = f"{'by' if column == 'speaker' else 'to'} = {' | '.join((name, *others))}"
    return Condition(
        f"{sql} OR q.{entity} IN ({marks})", (*parameters, *entities), said if others else None
    )


def _words_condition(column: str, text: str) -> tuple[str, tuple[object, ...]]:
    """All words of a text in one column of the quotation index, in Arabic with the article or without it.

    A report may show in full whom another of its sentences calls «the delegation».
    """
    matches = [
        match._replace(forms=(("ar", (turned,)),)) if (turned := _turn(match)) else match
        for match in match_words(query_words(text), forms=False, language=None)
    ]
    expression = " AND ".join(match.express(column) for match in matches) or '""'
    return (
        "q.number IN (SELECT rowid FROM quotation_words WHERE quotation_words MATCH ?)",
        (expression,),
    )


def _turn(match: Match) -> str | None:
    """The word of a match with the Arabic article put on or off."""
    [first, *_] = match.sequences
    return turn_article(first[0])


def find_outlets(connection: sqlite3.Connection, name: str) -> list[str]:
    """The outlets meant by a name: the one so called, else those that have all its words."""
    outlets = [row[0] for row in connection.execute(
        "SELECT DISTINCT outlet FROM documents WHERE outlet IS NOT NULL ORDER BY outlet"
    )]  # fmt: skip
    wanted = cut_words(name)
    if name in outlets:
        return [name]
    same = [outlet for outlet in outlets if cut_words(outlet) == wanted]
    return same or [o for o in outlets if wanted and set(wanted) <= set(cut_words(o))]
