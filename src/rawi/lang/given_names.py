"""Given names: a language's own, those of the other, which travel, and those of other countries. Floor 2.

The tables are `given_names.tsv` of each language and the shared `foreign_given_names.tsv`.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from rawi.lang import LANGUAGES, table_package
from rawi.lang.common import is_rare, load_common
from rawi.lang.folding import squeeze
from rawi.lang.known_names import Gender, write_in
from rawi.tables import load_tsv

_FIRST_NAMES = ("محمد", "علی", "امیر", "غلام", "سید")
_LONGEST_SECOND = 5  # letters
_SHARED = "rawi.lang.shared"


class GivenNameRow(NamedTuple):
    """A row of `given_names.tsv`; a `weak` name is a common word too."""

    name: str
    gender: Gender = ""
    weak: str = ""


class ForeignNameRow(NamedTuple):
    """A row of `foreign_given_names.tsv`: a spelling of one language; `same` is the name it spells."""

    name: str
    language: str
    same: str
    gender: Gender = ""
    weak: str = ""


@cache
def load_foreign_names(language: str = "ar", *, weak: bool = False) -> frozenset[str]:
    """Load a language's spellings of given names of other countries, folded: those that are no common words, or with `weak` all.

    >>> "جورج" in load_foreign_names(), "جو" in load_foreign_names("fa"), "جو" in load_foreign_names("fa", weak=True)
    (True, False, True)
    """
    rows = load_tsv(_SHARED, "foreign_given_names.tsv", ForeignNameRow)
    return frozenset(
        squeeze(row.name) for row in rows if row.language == language and (weak or not row.weak)
    )


def _list_double_names(own: Sequence[GivenNameRow]) -> Iterator[tuple[str, GivenNameRow]]:
    """Yield Persian double names, which are made freely: علیاکبر, محمدطاها, فاطمهسادات."""
    for row in own:
        if row.gender == "m" and len(row.name) <= _LONGEST_SECOND:
            for first in _FIRST_NAMES:
                yield f"{first}\N{ZERO WIDTH NON-JOINER}{row.name}", GivenNameRow(row.name, "m")
        elif row.gender == "f":
            yield f"{row.name}\N{ZERO WIDTH NON-JOINER}سادات", GivenNameRow(row.name, "f")


def list_given_names(language: str) -> Iterator[tuple[str, GivenNameRow]]:
    """Yield given names: the language's own, then those of the other and of other countries, for names travel.

    They are found by their folded letters; the Persian letters Arabic has not are also written as Arabic writes them.
    A name from elsewhere that is a common word here is weak here; one that is a common word only there is not.
    """
    own = load_tsv(table_package(language), "given_names.tsv", GivenNameRow)
    for row in own:
        yield row.name, row
    if language == "fa":
        yield from _list_double_names(own)
    if language == "ar":
        yield from _list_foreign_names(language)  # أوين is no آوین, a Persian woman's name
    others = (
        load_tsv(table_package(code), "given_names.tsv", GivenNameRow)
        for code in LANGUAGES
        if code != language
    )
    for row in chain(*others):
        for name in write_in(language, row.name):
            folded = squeeze(name)
            common = not is_rare(folded) if language == "fa" else folded in load_common("ar")
            yield name, row._replace(weak="yes" if common else "")
    if language != "ar":
        yield from _list_foreign_names(language)


def _list_foreign_names(language: str) -> Iterator[tuple[str, GivenNameRow]]:
    """Yield given names from other countries as a language spells them."""
    for foreign in load_tsv(_SHARED, "foreign_given_names.tsv", ForeignNameRow):
        if foreign.language == language:
            yield foreign.name, GivenNameRow(foreign.name, foreign.gender, foreign.weak)
