"""How people and organisations are called: titles, roles, heads of organisation names, given names.

Floor 2. The tables are `titles.tsv`, `roles.tsv`, `organisations.tsv` and `given_names.tsv` of each language, and `same_roles.tsv` of each and the Persian `kinds.tsv`.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal, NamedTuple

from rawi.lang import table_package
from rawi.lang.folding import squeeze
from rawi.lang.given_names import GivenNameRow, list_given_names
from rawi.lang.grammar import get_grammar
from rawi.lang.known_names import Gender as Gender  # told of people by all that reads names
from rawi.lang.known_names import load_known_names, write_in
from rawi.lang.reading import Lexicon
from rawi.lang.speech import is_that
from rawi.tables import load_tsv

_SHARED = "rawi.lang.shared"
# Ends of Persian nouns whose ezafe is written ی: ناخدای, خوانندهی; عضو, دانشگاه and فرمانده have none.
_EZAFE_ENDS = ("ا", "جو", "گو", "رو", "مو", "ه")
_SPOKEN_ENDS = ("اه", "وه", "مانده")


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


class KindRow(NamedTuple):
    """A row of `kinds.tsv`: a general word and a calling it may stand for."""

    kind: str
    role: str


class SameRoleRow(NamedTuple):
    """A row of `same_roles.tsv`: another way to call an office."""

    role: str
    same: str


class OrganisationRow(NamedTuple):
    """A row of `organisations.tsv`; a `weak` head is a common noun too, and heads a name only before a proper one."""

    head: str
    kind: Literal["organisation", "outlet"]
    weak: str = ""


class TailRow(NamedTuple):
    """A row of `surname_tails.tsv`; a `weak` tail is a common word too; where edited Persian joins it tells `joint`."""

    tail: str
    weak: str = ""
    joint: str = ""


class WholeRow(NamedTuple):
    """A row of `whole_surnames.tsv`: a surname that seems to be two words."""

    name: str


class ParticleRow(NamedTuple):
    """A row of `name_particles.tsv`; a name may begin with one that `opens`: أبو."""

    particle: str
    opens: str = ""


class PeopleLexica(NamedTuple):
    """The lexica of a language, which give their rows.

    `perhaps_given` are words that are given names too, but mostly not. `particles` bind the next word to a name (بن, آل, فان); each tells whether a name may begin with it.
    `surname_tails` are second halves of surnames (زاده); each tells whether it is a common word too.
    """

    titles: Lexicon[TitleRow]
    roles: Lexicon[RoleRow]
    organisations: Lexicon[OrganisationRow]
    given_names: Lexicon[GivenNameRow]
    perhaps_given: Lexicon[GivenNameRow]
    surname_tails: Mapping[str, bool]
    particles: Mapping[str, bool]


def _is_small(form: str) -> bool:
    """Tell whether the Arabic spelling of a Persian tail is a complementizer or preposition: بأن, بين."""
    return is_that(form) or squeeze(form) in get_grammar("ar").prepositions


@cache
def load_titles(language: str) -> Lexicon[TitleRow]:
    """Load the titles of a language alone, which takes a hundredth of the time all its people take.

    >>> load_titles("ar").find((squeeze("السيدة"),), 0) is not None
    True
    """
    rows = load_tsv(table_package(language), "titles.tsv", TitleRow)
    return Lexicon((row.title, row) for row in rows)


@cache
def load_roles(language: str) -> Lexicon[RoleRow]:
    """Load the roles of a language alone.

    >>> load_roles("ar").find((squeeze("كاتب"),), 0) is not None
    True
    """
    return Lexicon(
        (form, row)
        for row in load_tsv(table_package(language), "roles.tsv", RoleRow)
        for form in _with_ezafe(row.role, language)
    )


@cache
def load_people(language: str) -> PeopleLexica:
    """Load the lexica of a language.

    >>> load_people("ar").given_names.find(("سمیه",), 0).value.gender
    'f'
    """
    package = table_package(language)
    known = load_known_names(language)
    return PeopleLexica(
        load_titles(language),
        load_roles(language),
        Lexicon(
            (form, row)
            for row in load_tsv(package, "organisations.tsv", OrganisationRow)
            for form in _with_ezafe(row.head, language)
        ),
        Lexicon(
            list_given_names(language),
            _as_rows(known.given, ""),
        ),
        Lexicon((), _as_rows(known.perhaps_given, "yes")),
        {
            squeeze(form): bool(row.weak)
            for row in load_tsv(_SHARED, "surname_tails.tsv", TailRow)
            for form in write_in(language, row.tail)
            if not (language == "ar" and _is_small(form))  # «صرّح سامي حداد | بأنّ»
        },
        {
            squeeze(row.particle): bool(row.opens)
            for row in load_tsv(_SHARED, "name_particles.tsv", ParticleRow)
        },
    )


def heads_outlet(words: tuple[str, ...], at: int, language: str) -> bool:
    """Tell whether at a word stands the noun for an outlet.

    >>> heads_outlet(("این", "خبرگزاری"), 1, "fa"), heads_outlet(("این", "شرکت"), 1, "fa")
    (True, False)
    """
    head = load_people(language).organisations.find(words, at)
    return head is not None and head.value.kind == "outlet"


def _with_ezafe(noun: str, language: str) -> tuple[str, ...]:
    """The forms of a noun: a Persian one that ends in a vowel is also written with the ی of its ezafe (شورای, خوانندهی)."""
    written = noun.endswith(_EZAFE_ENDS) and not noun.endswith(_SPOKEN_ENDS)
    return (noun, noun + "ی") if language == "fa" and written else (noun,)


def _as_rows(names: Mapping[str, Gender], weak: str) -> Iterator[tuple[str, GivenNameRow]]:
    """Yield folded names with a row, one row for all of a gender."""
    rows: dict[Gender, GivenNameRow] = {
        gender: GivenNameRow("", gender, weak) for gender in ("m", "f", "")
    }
    return ((name, rows[gender]) for name, gender in names.items())


@cache
def load_same_roles(language: str = "fa") -> Lexicon[tuple[str, ...]]:
    """Load the roles of a language that are called in another way too, with the words of that way, folded.

    >>> load_same_roles().find(("رییس", "دادگاه"), 0).value
    ('قاضی',)
    >>> load_same_roles("ar").find(("مدیر", "فنی", "منتخب"), 0).value
    ('مدرب',)
    """
    return Lexicon(
        (row.role, tuple(squeeze(word) for word in row.same.split()))
        for row in load_tsv(table_package(language), "same_roles.tsv", SameRoleRow)
    )


@cache
def load_kinds() -> Mapping[str, frozenset[str]]:
    """Load the Persian general words for people with the first words of the callings they stand for, folded.

    >>> "سفالگر" in load_kinds()["هنرمند"]
    True
    """
    kinds: dict[str, set[str]] = {}
    for row in load_tsv(table_package("fa"), "kinds.tsv", KindRow):
        kinds.setdefault(squeeze(row.kind), set()).add(squeeze(row.role))
    return {kind: frozenset(roles) for kind, roles in kinds.items()}
