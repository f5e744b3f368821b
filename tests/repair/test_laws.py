"""Laws of repair, whatever the text: offsets hold, repairing twice changes nothing, sound text is untouched."""

from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from rawi.repair import repair_text
from rawi.segment.languages import find_languages
from rawi.text import Extent, Span, Text, apply_edits

ZWNJ = "\u200c"
# Words of the damage seen in copies, sound words, and what must never be touched.
PIECES = (
    "میرود", "نمی", "خواهند", "کتاب", "ها", "های", "كتابهاي", "خانهی", "خانه", "ی", "می" + ZWNJ + "شود",
    "بزرگ", "تر", "وبازگشت", "اسالم", "سلام", "آیتاالله", "على", "فى", "المدرسة", "الکبیرة", "قال", "إن",
    "http://example.org/a_b?c=1", "a@example.org", "12:30", "3.5", "۱۳۹۷", "١٢", "hello", "«", "»", ".",
    "،", "؟", "\n", "\n\n", "\u202b", "\u202c", "\u200f", "\u00ad", "\u00ac", "\u0640", ZWNJ, "ﻧﻤﯽ", "ﻼ",
    "&zwnj;", "<b>", "</b>", "[x](#)", "**", "مثلاً", "\u064b", "ە", "ہے", "😀",
)  # fmt: skip
# Damaged words in the setting of a sound sentence: the language of the text is not in question.
DAMAGED = {
    "fa": ("میرود", "نمی", "خواهند", "کتاب", "ها", "های", "كتابهاي", "خانهی", "خانه", "می" + ZWNJ + "شود",
           "بزرگ", "تر", "وبازگشت", "سلام", "آیتاالله", "بهخوبی", "منظورآشنایی", "دراین", "نامهای", "مثلاً",
           "http://example.org/a_b?c=1", "12:30", "«", "»", ".", "،", "\n\n", "\u202b", "\u202c", "&zwnj;"),
    "ar": ("على", "علي", "فى", "في", "المدرسة", "المدرسه", "الکبیرة", "قال", "إن", "اإلسالم", "األول", "الذی",
           "12:30", "«", "»", ".", "،", "\n\n", "\u200f", "المديـــنة"),
}  # fmt: skip
SETTING = {
    "fa": "دیروز باران شدیدی در شهر بارید. {} سپس مردم شهر به سوی رود رفتند و آب آن را دیدند.",
    "ar": "هطلت أمطار غزيرة أمس. {} ثم رجع الناس من السوق وشاهدوا ماء النهر.",
}
texts = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=25).map("".join),
    st.text(max_size=60),
)


def repair(original: str) -> Text:
    """Repair a text as the walk does."""
    return repair_text(original, find_languages(original))


@settings(max_examples=150, deadline=None)
@given(texts)
def test_runs_cover_the_text_without_overlap(original: str) -> None:
    runs = find_languages(original)
    assert "".join(original[run.extent.start : run.extent.end] for run in runs) == original
    assert all(run.extent.start < run.extent.end for run in runs)
    assert all(a.extent.end == b.extent.start for a, b in pairwise(runs))
    assert all(a.language != b.language for a, b in pairwise(runs))


@settings(max_examples=150, deadline=None)
@given(texts)
def test_the_alignment_leads_back_to_the_original(original: str) -> None:
    text = repair(original)
    assert text.original == original
    assert text.alignment.old_length == len(original)
    assert text.alignment.new_length == len(text.repaired)
    assert text.extent(Span(0, len(text.repaired))).end <= len(original)
    folded = text.repaired
    for old, new, size in text.alignment.blocks():
        assert 0 <= old <= len(original) - size
        assert 0 <= new <= len(folded) - size


@settings(max_examples=150, deadline=None)
@given(texts)
def test_edits_and_suggestions_lie_in_the_original(original: str) -> None:
    text = repair(original)
    for edit in (*text.edits, *text.suggestions):
        assert 0 <= edit.start <= edit.end <= len(original)
        assert 0 < edit.confidence <= 1
        assert edit.rule


@settings(max_examples=150, deadline=None)
@given(texts)
@example("میم\ufefb\u202aى0میدرو0مإ0¹")  # languages meet at a mark that is dropped
def test_a_word_without_edits_is_byte_identical(original: str) -> None:
    text = repair(original)
    if not text.edits and not list(text.letter_folds()):
        assert text.repaired == original


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(("https://example.org/كتاب_ها?x=1&y=٢", "نام@example.org", "12:30", "3.5")),
        min_size=1,
        max_size=4,
    )
)
def test_addresses_and_numbers_are_kept(kept: list[str]) -> None:
    original = "او میرود و " + " میگوید ".join(kept) + " را میبیند"
    repaired = repair(original).repaired
    assert all(piece in repaired for piece in kept)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(("fa", "ar")), st.data())
def test_repairing_twice_changes_nothing_more(language: str, data: st.DataObject) -> None:
    pieces = data.draw(st.lists(st.sampled_from(DAMAGED[language]), min_size=2, max_size=25))
    once = repair(SETTING[language].format(" ".join(pieces))).repaired
    assert repair(once).repaired == once


def test_a_repair_of_a_repaired_document_is_empty() -> None:
    original = (
        "او ميرود و نميداند كه كتابهاي بزرگ را كجا گذاشته اند.\n\nخانه ها دور بودند وباران ميباريد."
    )
    once = repair(original).repaired
    assert repair(once).repaired == once
    assert not repair(once).edits


def test_edits_applied_to_the_original_give_the_repaired_text() -> None:
    original = "او میرود و کتاب های خانهی ما را میخواند."
    text = repair(original)
    again, _ = apply_edits(original, sorted(text.edits, key=lambda edit: edit.start))
    assert again == text.repaired


def test_the_words_of_an_edit_are_found_again() -> None:
    original = "او ميرود."
    text = repair(original)
    start = text.repaired.index("می" + ZWNJ + "رود")
    assert text.quote(Span(start, start + 6)) == "ميرود"
    assert text.span(Extent(3, 8)) == Span(start, start + 6)
