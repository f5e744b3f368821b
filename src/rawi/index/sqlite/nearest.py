"""For a query without hits: the quotations whose words come nearest, and words and names it may have meant.

A quotation that is near is no hit, and is never counted as one: it comes with the words of the question it lacks.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein, LCSseq

from rawi.index.query import Query
from rawi.index.sqlite.conditions import compile_quotations
from rawi.index.sqlite.facts import read_quotation, read_text
from rawi.index.sqlite.match import Match, find_hits, keep_known, known_words, match_words
from rawi.index.sqlite.search import find_quotation, light_up
from rawi.index.store import Nearest, Suggestion
from rawi.index.words import cut_words, fold_word

TABLE = "quotation_words"
MOST_LOOKED_AT = 200  # quotations with some of the words, the most relevant first
MOST_WORDS = 12  # of a question; those beyond add nothing to what is near
MOST_MEANT = 3  # words or names offered for one
LONG = 6  # letters from which two may differ: «کتابون» lies two from «کتاب», «آب» two from anything


def find_nearest(connection: sqlite3.Connection, query: Query, most: int) -> tuple[Nearest, ...]:
    """Find the quotations that hold most words of a query, more than half of them; copies are shown once.

    The query's other parts hold as they do in searching; where they leave nothing, they are left out.
    """
    typed = (*query.words, *(word for phrase in query.phrases for word in phrase))
    asked = list({fold_word(word): word for word in typed}.values())
    if len(asked) < 2:
        return ()
    matches = match_words(asked[:MOST_WORDS], forms=query.forms, language=None)
    known = known_words(connection, TABLE, matches)
    matches = [keep_known(match, known) for match in matches]
    filters = replace(query, words=(), phrases=(), exact=(), order="newest")
    for asked_with in dict.fromkeys((filters, Query())):
        found = _rank(_look_up(connection, asked_with, matches), matches)
        if found:
            return tuple(
                _describe(connection, row, missing, matches) for row, missing in found[:most]
            )
    return ()


def _look_up(
    connection: sqlite3.Connection, query: Query, matches: Sequence[Match]
) -> list[sqlite3.Row]:
    """The quotations with any of some words that answer the rest of a query, the most relevant first."""
    compiled = compile_quotations(connection, query)
    expression = " OR ".join(match.express("content") for match in matches)
    return connection.execute(
        "SELECT q.id, q.text FROM quotations q"
        f" JOIN (SELECT rowid AS row, rank AS score FROM {TABLE} WHERE {TABLE} MATCH ?) r"
        f" ON r.row = q.number WHERE {compiled.where} ORDER BY r.score, q.number LIMIT ?",
        (expression, *compiled.parameters, MOST_LOOKED_AT),
    ).fetchall()


def _rank(
    rows: Iterable[sqlite3.Row], matches: Sequence[Match]
) -> list[tuple[str, tuple[str, ...]]]:
    """Rank quotations by how many words they hold, then by how many stand in the order asked; with what they lack."""
    asked = [match.sequences[0][0] for match in matches]
    ranked = []
    seen: set[str] = set()
    for place, row in enumerate(rows):
        words = cut_words(row["text"])
        missing = tuple(
            m.typed for m in matches if not any(True for _ in find_hits(row["text"], [m]))
        )
        key = " ".join(words)
        if 2 * len(missing) < len(matches) and key not in seen:
            seen.add(key)
            in_order = LCSseq.similarity(asked, words)
            ranked.append((len(missing), -in_order, place, row["id"], missing))
    return [(name, missing) for *_, name, missing in sorted(ranked)]


def _describe(
    connection: sqlite3.Connection,
    quotation: str,
    missing: tuple[str, ...],
    matches: Sequence[Match],
) -> Nearest:
    """A near quotation with the words it shares lit up."""
    row = connection.execute(
        "SELECT q.*, d.original, d.repaired, d.alignment, '[]' AS edits, '[]' AS suggestions"
        " FROM quotations q JOIN documents d ON d.number = q.document WHERE q.id = ?",
        (quotation,),
    ).fetchone()
    hits = light_up(read_text(row), read_quotation(row).content, matches)
    return Nearest(replace(find_quotation(connection, quotation), hits=hits), missing)


# ------------------------------------------------------------------ what may have been meant


def suggest(
    connection: sqlite3.Connection, query: Query, count: Callable[[Query], int]
) -> tuple[Suggestion, ...]:
    """Offer words for those that stand nowhere, and names for those nobody has; only such as find something."""
    offered = (
        *_other_words(connection, query),
        *_other_names(connection, query),
        *_other_languages(connection, query),
    )
    return tuple(
        Suggestion(field, old, new, changed, total)
        for field, old, new, changed in offered
        if (total := count(changed))
    )


def _other_words(
    connection: sqlite3.Connection, query: Query
) -> Iterator[tuple[str, str, str, Query]]:
    """Yield queries in which a word that stands nowhere is replaced by a known one of nearly the same letters."""
    for word in dict.fromkeys((*query.words, *(word for p in query.phrases for word in p))):
        [match] = match_words([word], forms=query.forms, language=None)
        if known_words(connection, TABLE, [match]):
            continue
        for other in _find_alike(connection, match.sequences[0][0]):
            words = tuple(other if w == word else w for w in query.words)
            phrases = tuple(tuple(other if w == word else w for w in p) for p in query.phrases)
            yield "words", match.typed, other, replace(query, words=words, phrases=phrases)


def _find_alike(connection: sqlite3.Connection, word: str) -> list[str]:
    """The known words that differ from one by a letter, or by two in a long word; the most frequent first."""
    far = _far(word)
    rows = connection.execute(
        f"SELECT term, doc FROM temp.{TABLE}_terms WHERE length(term) BETWEEN ? AND ?",
        (len(word) - far, len(word) + far),
    )
    counts = {row[0]: row[1] for row in rows}
    near = process.extract(
        word, list(counts), scorer=DamerauLevenshtein.distance, score_cutoff=far, limit=None
    )
    ranked = sorted((distance, -counts[term], term) for term, distance, _ in near if term[:1])
    return [term for *_, term in ranked[:MOST_MEANT]]


def _other_names(
    connection: sqlite3.Connection, query: Query
) -> Iterator[tuple[str, str, str, Query]]:
    """Yield queries in which a name is replaced by one that is, or has a word that is, written nearly the same."""
    columns = {"by": "speaker", "to": "addressee", "outlet": "outlet"}
    for field, column in columns.items():
        name = getattr(query, field)
        if name is None:
            continue
        asked = "".join(cut_words(name))
        rows = connection.execute(
            f"SELECT {column}, count(*) FROM quotations WHERE {column} IS NOT NULL GROUP BY {column}"
        )
        ranked = sorted(
            (distance, -hits, other)
            for other, hits in rows
            if (distance := _measure_name(asked, other)) <= _far(asked)
        )
        for *_, other in ranked[:MOST_MEANT]:
            changed: dict[str, str] = {field: other}
            yield field, name, other, replace(query, **changed)  # type: ignore[arg-type]  # a field of names


def _measure_name(asked: str, name: str) -> int:
    """How many letters part what was asked from a name, or from one of its words.

    >>> _measure_name("فرظی", "سارا فرضی")
    1
    """
    words = cut_words(name)
    return min(DamerauLevenshtein.distance(asked, part) for part in ("".join(words), *words))


def _far(word: str) -> int:
    """How many letters may differ in what was meant: one, two in a long word."""
    return 1 if len(word) < LONG else 2


def _other_languages(
    connection: sqlite3.Connection, query: Query
) -> Iterator[tuple[str, str, str, Query]]:
    """Yield queries in the languages that are here, when nothing is in the one asked for."""
    rows = connection.execute(
        "SELECT language, count(*) AS hits FROM quotations GROUP BY language ORDER BY hits DESC, language"
    )
    here = [row[0] for row in rows]
    if query.language is not None and query.language not in here:
        for other in here[:MOST_MEANT]:
            yield "language", query.language, other, replace(query, language=other)
