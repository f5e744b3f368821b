"""People by name in sentences of news, and words that look like names; and how many of both come out right."""

from collections import Counter
from typing import NamedTuple

import pytest
from tests.cases import load_cases

from rawi.facts import Sentence
from rawi.lang.known_names import load_known_names
from rawi.lang.people import load_people
from rawi.name import find_names
from rawi.text import Span, Text


class PeopleCase(NamedTuple):
    """A row of `people.tsv`."""

    id: str
    language: str
    text: str
    people: str
    missed: str


CASES = load_cases(__file__, "people.tsv", PeopleCase)


def as_parameters(cases: list[PeopleCase]) -> list[object]:
    """The cases; one that is missed must fail, so that the day it passes is seen."""
    missed = pytest.mark.xfail(strict=True, reason="not found exactly yet")
    return [pytest.param(case, id=case.id, marks=[missed] if case.missed else []) for case in cases]


@pytest.mark.parametrize("case", as_parameters(CASES))
def test_who_is_named(case: PeopleCase) -> None:
    text = Text.untouched(case.text)
    found = find_names(text, [Sentence(Span(0, len(case.text)), case.language)])
    assert " ; ".join(m.name for m in found if m.type == "PER") == case.people


def test_every_language_has_as_many_cases_as_it_takes_to_tell() -> None:
    kinds = Counter(case.id.rpartition("-")[0] for case in CASES)
    assert all(kinds[f"{code}-person"] >= 150 for code in ("fa", "ar"))
    assert all(kinds[f"{code}-lookalike"] >= 100 for code in ("fa", "ar"))


@pytest.mark.parametrize("language", ["fa", "ar"])
def test_a_name_is_surely_one_or_perhaps_but_not_both(language: str) -> None:
    names = load_known_names(language)
    assert not names.given.keys() & names.perhaps_given.keys()
    assert not names.surnames & names.perhaps_surnames


def test_a_given_name_of_the_lists_tells_its_gender() -> None:
    found = load_people("fa").given_names.find(("ماهنوش",), 0)
    assert found is not None
    assert found.value.gender == "f"
