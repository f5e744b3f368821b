"""Names across scripts, and who is who across documents."""

import dataclasses
from collections.abc import Callable

import pytest
from tests.cases import read_cases

from rawi.facts import AnnotatedDocument, Mention, Quotation
from rawi.lang.lexicon import translate_word
from rawi.lang.names import compare_names, make_name_key
from rawi.lang.stems import list_bare, list_stems
from rawi.link.entities import (
    KnownName,
    NameUse,
    choose_entity,
    list_names,
    make_entity_id,
    may_be_same,
)
from rawi.text import Span

MakeDocument = Callable[..., AnnotatedDocument]


@pytest.mark.parametrize(
    ("fa", "ar"),
    [
        ("کاوه درخشنده", "كاوه درخشنده"),
        ("گلناز فرهمند", "جلناز فرهمند"),
        ("پویا چنگیزی", "بويا تشنغيزي"),
        ("ژاله پرتو", "جاله برتو"),
        ("رناتا الیورا", "ريناتا أوليفيرا"),
    ],
)
def test_spellings_of_one_name_are_near(fa: str, ar: str) -> None:
    assert compare_names(fa, ar) >= 0.8


@pytest.mark.parametrize(
    ("fa", "ar"), [("کاوه درخشنده", "كاوه رضائي"), ("گلناز فرهمند", "فرهاد ساحلي")]
)
def test_other_names_are_not(fa: str, ar: str) -> None:
    assert compare_names(fa, ar) < 0.8


@pytest.mark.parametrize(
    "case",
    read_cases(__file__, "same_names.tsv"),
    ids=lambda case: f"{case['one']}-{case['other']}",
)
def test_only_what_is_surely_one_name_is_joined(case: dict[str, str]) -> None:
    one, other = case["one"], case["other"]
    use = NameUse("PER", one, make_name_key(one), (), full=one, language=case["language"])
    known = KnownName("e1", "PER", other, make_name_key(other), case["other_language"])
    assert (choose_entity(use, [known]) is not None) == (case["verdict"] == "same")


def test_a_surname_of_two_words_stands_for_the_full_name(make_document: MakeDocument) -> None:
    names = ("نوشين سكه شناس", "سكه شناس")
    mentions = tuple(Mention(Span(0, 1), "PER", name, "test") for name in names)
    full, short = list_names(dataclasses.replace(make_document("d", "x"), mentions=mentions))
    assert full.key == short.key


def test_people_of_near_names_may_be_the_same() -> None:
    assert may_be_same("رضا کریمی", "رضا کرمی")
    assert may_be_same("محمد باقر کریمی", "محمد کریمی")
    assert not may_be_same("هما کریمی", "رضا کریمی")


@pytest.mark.parametrize("name", ["خبرنگاران", "سخنگوی پلیس", "مردم منطقه", "یک منبع آگاه"])
def test_who_is_only_described_is_nobody_known(make_document: MakeDocument, name: str) -> None:
    said = Quotation("direct", (Span(0, 1),), None, None, name, "explicit", None, (), None, "test")
    document = dataclasses.replace(make_document("d", "x"), quotations=(said,))
    assert list_names(document) == ()


def test_the_article_and_doubled_letters_leave_the_key_alone() -> None:
    assert make_name_key("القصّار") == make_name_key("قصار")


def test_an_empty_name_has_an_empty_key() -> None:
    assert make_name_key("…") == ""


def test_a_surname_stands_for_the_one_full_name_of_its_document(
    make_document: MakeDocument,
) -> None:
    document = make_document("d", "کاوه درخشنده آمد. درخشنده گفت.")
    mentions = (
        Mention(Span(0, 12), "PER", "کاوه درخشنده", "test", role="شهردار"),
        Mention(Span(18, 25), "PER", "درخشنده", "test"),
    )
    full, short = list_names(dataclasses.replace(document, mentions=mentions))
    assert full.key == short.key
    assert full.roles == ("شهردار",)


def test_a_surname_two_people_share_stays_alone(make_document: MakeDocument) -> None:
    document = make_document("d", "x")
    names = ("کاوه درخشنده", "نسرین درخشنده", "درخشنده")
    mentions = tuple(Mention(Span(0, 1), "PER", name, "test") for name in names)
    *_, short = list_names(dataclasses.replace(document, mentions=mentions))
    assert short.key == make_name_key("درخشنده")


def test_a_speaker_without_a_mention_is_listed(make_document: MakeDocument) -> None:
    said = Quotation(
        "direct", (Span(0, 1),), None, None, "هما زرنگار", "explicit", None, (), None, "test"
    )
    document = dataclasses.replace(make_document("d", "x"), quotations=(said,))
    assert [use.name for use in list_names(document)] == ["هما زرنگار"]


def test_one_word_is_too_short_to_join_people_across_documents() -> None:
    use = NameUse("PER", "رضا", make_name_key("رضا"), ())
    known = [KnownName("e1", "PER", "رضا کریمی", make_name_key("رضا کریمی"))]
    assert choose_entity(use, known) is None


def test_types_are_not_mixed() -> None:
    key = make_name_key("نیلوان")
    use = NameUse("LOC", "نیلوان", key, ())
    assert choose_entity(use, [KnownName("e1", "PER", "نیلوان", key)]) is None
    assert make_entity_id("LOC", "نیلوان") != make_entity_id("PER", "نیلوان")


def test_a_word_is_listed_with_and_without_a_doubtful_prefix() -> None:
    assert "وزیر" in list_bare("وزیر", "ar")
    assert list_bare("الوزیر", "ar") == ("وزیر",)
    assert "کتاب" in list_stems("کتابهایشان", "fa")


def test_the_longest_known_form_is_translated() -> None:
    assert "زلزال" in translate_word("زلزله")
    assert translate_word("ققققق") == {}
