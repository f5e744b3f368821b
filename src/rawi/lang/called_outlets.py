"""Outlets called by a name alone, «رويترز», «بي بي سي». Floor 2; the tables are `outlet_names.tsv`."""

from functools import cache
from typing import NamedTuple

from rawi.lang import table_package
from rawi.lang.folding import squeeze
from rawi.lang.reading import Lexicon
from rawi.tables import load_tsv

_LETTER = 3  # letters of a letter's name: سي, إيه
_LONGEST_OUTLET = 5  # words of its name


class OutletNameRow(NamedTuple):
    """A row of `outlet_names.tsv`."""

    name: str


@cache
def load_outlet_names(language: str = "fa") -> Lexicon[OutletNameRow]:
    """Load the outlets of a language that are called by a name alone.

    >>> load_outlet_names().find(("به", "رویترز", "گفت"), 1).end
    2
    """
    rows = load_tsv(table_package(language), "outlet_names.tsv", OutletNameRow)
    return Lexicon((name, row) for row in rows for name in {row.name, _spell(row.name)})


def _spell(name: str) -> str:
    """A name whose letters are spelled as one word, as they are read: «سي إن إن» is «سيإنإن».

    >>> _spell("بي بي سي نيوز"), _spell("فرانس برس")
    ('بيبيسي نيوز', 'فرانس برس')
    """
    words, spelled = name.split(), ""
    while words and len(words[0]) <= _LETTER:
        spelled += words.pop(0)
    return " ".join([spelled, *words] if spelled else words)


@cache
def _outlet_openings() -> frozenset[str]:
    """The first words of Arabic outlets called by a name alone, folded."""
    rows = load_tsv(table_package("ar"), "outlet_names.tsv", OutletNameRow)
    names = (name for row in rows for name in (row.name, _spell(row.name)))
    return frozenset(squeeze(name.split()[0]) for name in names)


def find_outlet_name(words: tuple[str, ...], at: int) -> tuple[int, int] | None:
    """The token after an Arabic outlet's name at a token and how many letters are joined to it; None where none stands.

    >>> find_outlet_name(("قال", "لرویترز", "ان"), 1), find_outlet_name(("بی", "بی", "سی"), 0)
    ((2, 1), (3, 0))
    """
    names = load_outlet_names("ar")
    for joined in (0, 1):
        if joined and words[at][0] not in "ولب":
            return None
        if words[at][joined:] not in _outlet_openings():
            continue
        found = names.find((words[at][joined:], *words[at + 1 : at + _LONGEST_OUTLET]), 0)
        if found is not None:
            return at + found.end, joined
    return None
