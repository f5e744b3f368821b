"""How people and organisations are called: titles, roles, heads of organisation names, given names.

Floor 2. The tables are `titles.tsv`, `roles.tsv`, `organisations.tsv` and `given_names.tsv` of each language.
"""

from functools import cache
from typing import Literal, NamedTuple

from rawi.lang import LANGUAGES, table_package
from rawi.lang.folding import squeeze
from rawi.lang.reading import Lexicon
from rawi.tables import load_tsv

Gender = Literal["m", "f", ""]


class TitleRow(NamedTuple):
    """A row of `titles.tsv`; a `weak` title is a word with another meaning too."""

    title: str
    gender: Gender = ""
    weak: str = ""


class RoleRow(NamedTuple):
    """A row of `roles.tsv`; after a `relation` (mother of) stands the name of someone else."""

    role: str
    gender: Gender = ""
    relation: str = ""


class OrganisationRow(NamedTuple):
    """A row of `organisations.tsv`."""

    head: str
    kind: Literal["organisation", "outlet"]


class GivenNameRow(NamedTuple):
    """A row of `given_names.tsv`; a `weak` name is a common word too."""

    name: str
    gender: Gender = ""
    weak: str = ""


class TailRow(NamedTuple):
    """A row of `surname_tails.tsv`."""

    tail: str


class PeopleLexica(NamedTuple):
    """The lexica of a language; organisations give their kind, the others their row."""

    titles: Lexicon[TitleRow]
    roles: Lexicon[RoleRow]
    organisations: Lexicon[Literal["organisation", "outlet"]]
    given_names: Lexicon[GivenNameRow]
    surname_tails: frozenset[str]


@cache
def load_people(language: str) -> PeopleLexica:
    """Load the lexica of a language.

    >>> load_people("ar").given_names.find(("سمیه",), 0).value.gender
    'f'
    """
    package = table_package(language)
    return PeopleLexica(
        Lexicon((row.title, row) for row in load_tsv(package, "titles.tsv", TitleRow)),
        Lexicon((row.role, row) for row in load_tsv(package, "roles.tsv", RoleRow)),
        Lexicon(
            (row.head, row.kind) for row in load_tsv(package, "organisations.tsv", OrganisationRow)
        ),
        # Names travel: after a language's own come those of the other, found by their folded letters.
        Lexicon(
            (row.name, row)
            for code in (language, *LANGUAGES)
            for row in load_tsv(table_package(code), "given_names.tsv", GivenNameRow)
        ),
        frozenset(
            squeeze(row.tail) for row in load_tsv("rawi.lang.shared", "surname_tails.tsv", TailRow)
        ),
    )
