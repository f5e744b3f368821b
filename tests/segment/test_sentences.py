"""Sentences: where they end, and what is not an end."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.facts import LanguageRun, Part
from rawi.segment.sentences import LONGEST, cut_sentences, find_sentences
from rawi.text import Extent, Span, Text


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("باران آمد. دشت خنک شد.", ["باران آمد.", "دشت خنک شد."]),
        ("آیا آمد؟ آری!", ["آیا آمد؟", "آری!"]),
        ("قال: «نعم.» ثم خرج.", ["قال: «نعم.»", "ثم خرج."]),
        ("بلغت 4.1 درجات. هدأت.", ["بلغت 4.1 درجات.", "هدأت."]),
        ("کتاب د. مهرجو چاپ شد.", ["کتاب د. مهرجو چاپ شد."]),
        ("آب\nهست. خوب", ["آب\nهست.", "خوب"]),
        ("«نعم». ومضى.", ["«نعم».", "ومضى."]),
        ("...", ["..."]),
        ("", []),
    ],
)
def test_sentences_end_at_their_marks(text: str, sentences: list[str]) -> None:
    assert [text[a:b] for a, b in cut_sentences(text, Span(0, len(text)))] == sentences


@given(st.text(alphabet="ab .؟!«»\n؛3", max_size=60))
def test_no_letter_is_lost_or_taken_twice(text: str) -> None:
    cut = list(cut_sentences(text, Span(0, len(text))))
    assert "".join("".join(text[a:b].split()) for a, b in cut) == "".join(text.split())
    assert all(before.end <= after.start for before, after in itertools.pairwise(cut))


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("گفت «آب هست»، " * 400, "»،"),
        ("دشت خنک شد و باران آمد " * 300, None),
        ("آ" * 9000, None),
    ],
)
def test_what_is_longer_than_any_sentence_is_cut_at_its_pauses(text: str, end: str | None) -> None:
    cut = [text[a:b] for a, b in cut_sentences(text, Span(0, len(text)))]
    assert "".join("".join(cut).split()) == "".join(text.split())
    assert max(map(len, cut)) <= LONGEST
    assert end is None or all(part.endswith(end) for part in cut)
    assert " " not in text or all(part.split()[0] in text.split() for part in cut)


def test_a_sentence_never_crosses_a_part_and_knows_its_language() -> None:
    text = Text.untouched("سلام بر شما\n\nكيف الحال")
    runs = (LanguageRun(Extent(0, 13), "fa"), LanguageRun(Extent(13, 22), "ar"))
    parts = (Part(Span(0, 11), "body"), Part(Span(13, 22), "body"))
    found = find_sentences(text, runs, parts)
    assert [(text.quote(s.span), s.language) for s in found] == [
        ("سلام بر شما", "fa"),
        ("كيف الحال", "ar"),
    ]
