"""The words of the query language, in three languages: what a field and its values may be called.

The table is `keywords.tsv`.
"""

from functools import cache
from typing import NamedTuple

from rawi.lang.folding import squeeze
from rawi.tables import load_tsv

UNKNOWN = "unknown"  # the value that asks for what nobody knows


class Keyword(NamedTuple):
    """A row of `keywords.tsv`."""

    field: str
    language: str
    word: str
    value: str


def find_field(word: str) -> str | None:
    """The field a word names; None when it names none.

    >>> find_field("گوینده"), find_field("who")
    ('by', None)
    """
    return _fields().get(_fold(word))


def list_fields() -> tuple[str, ...]:
    """The fields of queries, each once."""
    return tuple(dict.fromkeys(_fields().values()))


def find_value(field: str, word: str) -> str | None:
    """The value of a field a word stands for; None when the word is no keyword there.

    >>> find_value("kind", "مستقیم"), find_value("day", "مجهول"), find_value("kind", "loud")
    ('direct', 'unknown', None)
    """
    return _values().get((field, _fold(word)))


def list_values(field: str) -> tuple[str, ...]:
    """The values of a field that have words, each once."""
    return tuple(dict.fromkeys(value for (name, _), value in _values().items() if name == field))


def name_field(field: str, language: str) -> str | None:
    """The word for a field of queries in a language; None when it has none there.

    >>> name_field("by", "fa"), name_field("by", "de")
    ('گوینده', None)
    """
    words = (
        row.word
        for row in load_tsv("rawi.index", "keywords.tsv", Keyword)
        if (row.field, row.language, row.value) == (field, language, "")
    )
    return next(words, None)


def _fold(word: str) -> str:
    """Fold a keyword: case, letters, joiners and spaces do not count."""
    return squeeze(word).lower().replace(" ", "")


@cache
def _keywords() -> tuple[Keyword, ...]:
    """The rows of the table, folded."""
    rows = load_tsv("rawi.index", "keywords.tsv", Keyword)
    return tuple(row._replace(word=_fold(row.word)) for row in rows)


@cache
def _fields() -> dict[str, str]:
    """Folded word to field."""
    return {row.word: row.field for row in _keywords() if not row.value}


@cache
def _values() -> dict[tuple[str, str], str]:
    """Field and folded word to the value it stands for."""
    return {(row.field, row.word): row.value for row in _keywords() if row.value}
