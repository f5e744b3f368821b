"""How people and organisations are called: titles, roles, heads of organisation names, given names.

Floor 2. The tables are `titles.tsv`, `roles.tsv`, `organisations.tsv` and `given_names.tsv` of each language.
"""

from functools import cache
from typing import Literal, NamedTuple

from rawi.lang import table_package
from rawi.lang.reading import Lexicon
from rawi.tables import load_tsv

Gender = Literal["m", "f", ""]


class TitleRow(NamedTuple):
    """A row of `titles.tsv`."""

    title: str
    gender: Gender = ""


class RoleRow(NamedTuple):
    """A row of `roles.tsv`."""

    role: str
    gender: Gender = ""


class OrganisationRow(NamedTuple):
    """A row of `organisations.tsv`."""

    head: str
    kind: Literal["organisation", "outlet"]


class GivenNameRow(NamedTuple):
    """A row of `given_names.tsv`."""

    name: str
    gender: Gender = ""


class PeopleLexica(NamedTuple):
    """The four lexica of a language; values are genders, for organisations the kind."""

    titles: Lexicon[Gender]
    roles: Lexicon[Gender]
    organisations: Lexicon[Literal["organisation", "outlet"]]
    given_names: Lexicon[Gender]


@cache
def load_people(language: str) -> PeopleLexica:
    """Load the lexica of a language.

    >>> load_people("ar").given_names.find(("سمیه",), 0).value
    'f'
    """
    package = table_package(language)
    return PeopleLexica(
        Lexicon((row.title, row.gender) for row in load_tsv(package, "titles.tsv", TitleRow)),
        Lexicon((row.role, row.gender) for row in load_tsv(package, "roles.tsv", RoleRow)),
        Lexicon(
            (row.head, row.kind) for row in load_tsv(package, "organisations.tsv", OrganisationRow)
        ),
        Lexicon(
            (row.name, row.gender) for row in load_tsv(package, "given_names.tsv", GivenNameRow)
        ),
    )
