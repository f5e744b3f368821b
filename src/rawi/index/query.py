"""What can be asked of an archive: a query as data, its parsing from the words people type, and back.

`parse_query` and `print_query` are inverse: `parse_query(print_query(q)) == q` for every parsed query.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from rawi.errors import QueryError
from rawi.index.days import parse_days
from rawi.index.keywords import UNKNOWN, find_field, find_value, list_fields, list_values
from rawi.index.words import query_words

QUOTES = {'"': '"', "«": "»", "“": "”", "„": "“", "”": "”"}
CLOSED_FIELDS = ("kind", "how", "order", "forms")  # fields whose values are listed in keywords.tsv


@dataclass(frozen=True, slots=True)
class Query:
    """A question: every part that is given must hold.

    `words`: search words as typed, each AND-ed; `phrases`: word sequences; `exact`: strings as printed;
    `excluded`: words that must not occur. `by`, `to`, `relay`: names; `outlet`, `language`, `kind`,
    `how`, `story`, `report`, `document`: facets. `day_from`, `day_to`: inclusive ISO days. Words are
    folded when they are looked for (`fold_word`). `unknown`: fields (`by`, `to`,
    `outlet`, `day`) that must be unknown. `forms` False switches off word forms (clitics, suffixes).
    """

    words: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    exact: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    by: str | None = None
    to: str | None = None
    relay: str | None = None
    outlet: str | None = None
    language: str | None = None
    kind: str | None = None
    how: str | None = None
    story: str | None = None
    report: str | None = None
    document: str | None = None
    day_from: str | None = None
    day_to: str | None = None
    unknown: tuple[str, ...] = ()
    order: Literal["newest", "oldest", "relevance"] = "newest"
    forms: bool = True


class Piece(NamedTuple):
    """One part of a query as typed: `field:value`, «phrase» or word, with its position."""

    position: int
    excluded: bool
    field: str | None
    value: str
    quoted: bool


def parse_query(typed: str) -> Query:
    """Understand a query as people type it.

    >>> query = parse_query('by:فرضی day:2018-04 «تنها راه» -آب')
    >>> query.by, query.day_from, query.day_to, query.phrases, query.excluded
    ('فرضی', '2018-04-01', '2018-04-30', (('تنها', 'راه'),), ('آب',))

    Raises:
        QueryError: with the position and a hint.
    """
    query = Query()
    seen: set[str] = set()
    for piece in _cut(typed):
        if piece.field is None:
            query = _add_words(query, piece)
            continue
        if piece.excluded:
            raise QueryError(
                f"-{piece.field}: cannot be excluded",
                position=piece.position,
                hint="only words can: -word",
                fault="excluded_field",
                field=piece.field,
            )
        if piece.field == "exact":
            query = replace(query, exact=(*query.exact, piece.value))
            continue
        if piece.field in seen:
            raise QueryError(
                f"{piece.field}: is given twice",
                position=piece.position,
                hint="give it once",
                fault="twice",
                field=piece.field,
            )
        seen.add(piece.field)
        query = _set_field(query, piece)
    return query


def print_query(query: Query) -> str:
    """Write a query in the form `parse_query` reads.

    >>> print_query(Query(words=("آب",), by="رضا فرضی", day_from="2018-04-01"))
    'آب by:"رضا فرضی" day:2018-04-01..'
    """
    parts = [*query.words, *(_quote(" ".join(phrase)) for phrase in query.phrases)]
    parts += [f"exact:{_quote(text)}" for text in query.exact]
    parts += [f"-{word}" for word in query.excluded]
    for name in ("by", "to", "relay", "outlet", "language", "kind", "how", "story", "report",
                 "document"):  # fmt: skip
        value = getattr(query, name)
        if value is not None:
            plain = re.fullmatch(r"[^\s\"«»“”„\\]+", value) and find_value(name, value) != UNKNOWN
            parts.append(
                f"{'lang' if name == 'language' else name}:{value if plain else _quote(value)}"
            )
    if query.day_from or query.day_to:
        parts.append(f"day:{query.day_from or ''}..{query.day_to or ''}")
    parts += [f"{name}:{UNKNOWN}" for name in query.unknown]
    if query.order != "newest":
        parts.append(f"order:{query.order}")
    if not query.forms:
        parts.append("forms:off")
    return " ".join(parts)


def _cut(typed: str) -> Iterator[Piece]:
    """Cut a query at spaces outside quotes."""
    at, end = 0, len(typed)
    while at < end:
        if typed[at].isspace():
            at += 1
            continue
        start = at
        excluded = typed[at] in "-−–" and at + 1 < end and not typed[at + 1].isspace()
        at += excluded
        field, at = _read_field(typed, at)
        quoted = at < end and typed[at] in QUOTES
        if quoted:
            value, at = _read_quoted(typed, at)
        else:
            stop = re.compile(r"[\s«“„\"]").search(typed, at)
            stop_at = stop.start() if stop else end
            value, at = typed[at:stop_at], stop_at
        if field and not value.strip():
            raise QueryError(
                f"{field}: has no value",
                position=start,
                hint=f'write {field}:word or {field}:"two words"',
                fault="no_value",
                field=field,
            )
        yield Piece(start, excluded, field, value.strip() if field != "exact" else value, quoted)


def _read_field(typed: str, at: int) -> tuple[str | None, int]:
    """Read `keyword:` if one stands here; return the field and where its value starts.

    Raises:
        QueryError: an English word before a colon is no field.
    """
    found = re.compile(r"([^\s:：\"«»“”„]+)[:：]").match(typed, at)
    if not found:
        return None, at
    field = find_field(found[1])
    if field:
        return field, found.end()
    if found[1].isascii() and found[1].isalpha() and typed[found.end() : found.end() + 2] != "//":
        known = [f"{name}:" for name in list_fields()]
        raise QueryError(
            f"there is no field {found[1]}:",
            position=at,
            hint=f"fields are {' '.join(known)}",
            fault="no_field",
            field=found[1],
            fields="\n".join(known),
        )
    return None, at


def _read_quoted(typed: str, at: int) -> tuple[str, int]:
    """Read quoted text up to its closing mark; a backslash before a mark takes it as it is."""
    closer, i = QUOTES[typed[at]], at + 1
    letters: list[str] = []
    while i < len(typed):
        if typed[i] == "\\" and i + 1 < len(typed) and typed[i + 1] in '"\\«»“”„':
            i += 1
        elif typed[i] == closer:
            return "".join(letters), i + 1
        letters.append(typed[i])
        i += 1
    raise QueryError(
        f"the quotation mark {typed[at]} is not closed",
        position=at,
        hint=f"add {closer}",
        fault="unclosed",
        mark=typed[at],
        closer=closer,
    )


def _add_words(query: Query, piece: Piece) -> Query:
    """Add a word, a phrase or an excluded word to a query."""
    words = query_words(piece.value)
    if piece.excluded:
        if len(words) > 1 and piece.quoted:
            raise QueryError(
                "a phrase cannot be excluded",
                position=piece.position,
                hint="exclude one word: -word",
                fault="excluded_phrase",
            )
        return replace(query, excluded=(*query.excluded, *words))
    if piece.quoted and len(words) > 1:
        return replace(query, phrases=(*query.phrases, words))
    return replace(query, words=(*query.words, *words))


def _set_field(query: Query, piece: Piece) -> Query:
    """Set one field of a query."""
    field, value = piece.field, piece.value
    assert field is not None
    known = find_value(field, value)
    if known == UNKNOWN and not piece.quoted:
        return replace(query, unknown=(*query.unknown, field))
    if field == "day":
        day_from, day_to = parse_days(value, piece.position)
        return replace(query, day_from=day_from, day_to=day_to)
    if field in CLOSED_FIELDS and known is None:
        allowed = list_values(field)
        raise QueryError(
            f"{field}: cannot be {value}",
            position=piece.position,
            hint=f"write {' or '.join(allowed)}",
            fault="bad_value",
            field=field,
            value=value,
            allowed="\n".join(allowed),
        )
    if field == "forms":
        return replace(query, forms=known == "on")
    changed: dict[str, str] = {field: known or value}
    return replace(query, **changed)  # type: ignore[arg-type]  # the field's values are checked above


def _quote(text: str) -> str:
    """Quote text so that `_read_quoted` gives it back."""
    return '"' + re.sub(r'(["\\])', r"\\\1", text) + '"'
