"""Names of people, organisations and places, without titles and with the roles beside them."""

import itertools
import re
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cases import load_cases

from rawi.facts import Mention, Sentence
from rawi.name import find_names
from rawi.text import Span, Text


class NameCase(NamedTuple):
    """A row of `names.tsv`."""

    id: str
    language: str
    text: str
    names: str


def find(text: str, language: str) -> tuple[Mention, ...]:
    """The names of one sentence."""
    return find_names(Text.untouched(text), [Sentence(Span(0, len(text)), language)])


@pytest.mark.parametrize(
    "case", load_cases(__file__, "names.tsv", NameCase), ids=lambda case: case.id
)
def test_names_and_roles(case: NameCase) -> None:
    found = find(case.text, case.language)
    assert " ; ".join(f"{m.type}|{m.name}|{m.role or ''}" for m in found) == case.names


def test_a_surname_is_found_again_once_the_document_has_told_the_name() -> None:
    first, second = "مدير المتحف سامر الديري هنا.", "وشكر الديري الحضور."
    text = Text.untouched(f"{first} {second}")
    sentences = [
        Sentence(Span(0, len(first)), "ar"),
        Sentence(Span(len(first) + 1, len(text.original)), "ar"),
    ]
    found = [m.name for m in find_names(text, sentences) if m.type == "PER"]
    assert found == ["سامر الديري", "الديري"]
    assert not [m for m in find(second, "ar") if m.type == "PER"]


def test_the_place_of_a_name_holds_its_words() -> None:
    text = "وشكر وسهيلَ مهتابي الحضور."
    [mention] = find(text, "ar")
    assert text[mention.span.start : mention.span.end] == mention.name == "سهيلَ مهتابي"


@given(st.text(alphabet="دکتر مینا فرهمندوزارةآب«»،. ", max_size=80), st.sampled_from(["fa", "ar"]))
def test_mentions_never_overlap_and_lie_in_the_text(text: str, language: str) -> None:
    found = find(text, language)
    assert all(0 <= m.span.start < m.span.end <= len(text) for m in found)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("تورمینا ولش و نان", ["تورمینا ولش", "تورمینا ولش", "ولش"]),
        ("نان و آتش", ["ولش", "ولش"]),  # once it may be any word
    ],
)
def test_a_given_name_no_table_knows_is_told_by_standing_there_twice(
    heading: str, names: list[str]
) -> None:
    text = f"{heading}\nپنج پرسش از تورمینا ولش.\nولش گفت که نان داغ است."
    lines = re.finditer("[^\n]+", text)
    sentences = [Sentence(Span(*line.span()), "fa") for line in lines]
    found = find_names(Text.untouched(text), sentences)
    assert [mention.name for mention in found] == names
