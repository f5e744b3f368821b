"""Shared passages: found under damage, left out when boilerplate, and grouped into reports."""

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.lang.folding import fold
from rawi.link.boilerplate import is_boilerplate
from rawi.link.days import Dated, choose_day, is_own
from rawi.link.decisions import Decision
from rawi.link.duplicates import (
    SHORTEST,
    find_boilerplate,
    find_passages,
)
from rawi.link.fingerprints import GRAM, WINDOW, find_fingerprints
from rawi.link.letters import Letters, take_letters
from rawi.link.reports import Overlap, group_copies, make_report, measure_share
from rawi.text import Extent, Span

ONE = (
    "شهردار نیلوان امروز از بازگشایی پل چوبی خبر داد\n"
    "این پل پس از چهارده ماه بازسازی دوباره به روی عابران باز می\u200cشود\n"
    "هزینهٔ این کار را مردم شهر با هم پرداخته\u200cاند\n"
)
OTHER = (
    "کتابخانهٔ سیار با چهار هزار جلد کتاب در روستاهای شمالی می\u200cگردد\n"
    "کودکان بیشتر کتاب\u200cهای ستاره\u200cشناسی می\u200cخواهند\n"
)


def compare(a: Letters, b: Letters, ignored: frozenset[int] = frozenset()) -> list[tuple[str, str]]:
    """The passages two texts share, as their letters."""
    prints = find_fingerprints(a.letters), find_fingerprints(b.letters)
    return [
        (a.letters[m.a : m.a_end], b.letters[m.b : m.b_end])
        for m in find_passages(a, b, *prints, ignored)
    ]


def test_a_copy_in_other_codes_without_joiners_and_spaces_is_the_same() -> None:
    damaged = ONE.replace("ی", "ي").replace("ک", "ك").replace("\u200c", "").replace(" ", "  ")
    a, b = take_letters(ONE), take_letters(damaged)
    assert a.letters == b.letters
    assert compare(a, b) == [(a.letters, a.letters)]


def test_a_passage_inside_another_text_is_found_with_its_place() -> None:
    a, text = take_letters(ONE), OTHER + ONE + OTHER
    b = take_letters(text)
    (match,) = find_passages(a, b, find_fingerprints(a.letters), find_fingerprints(b.letters))
    start, end = b.span(match.b, match.b_end)
    assert text[start:end] == ONE.strip()


def test_a_changed_word_stays_inside_the_passage() -> None:
    a, b = (
        take_letters(ONE),
        take_letters(ONE.replace("عابران", "رهگذران").replace("شهردار", "رئیس")),
    )
    ((one, other),) = compare(a, b)
    assert one == a.letters
    assert other == b.letters


def test_texts_with_nothing_in_common_share_nothing() -> None:
    assert compare(take_letters(ONE), take_letters(OTHER)) == []


def test_a_phrase_anyone_may_write_is_no_passage() -> None:
    phrase = "به گزارش خبرنگار ما از شهر"
    assert len(take_letters(phrase).letters) < SHORTEST
    assert compare(take_letters(phrase + ONE), take_letters(phrase + OTHER)) == []


def test_moved_lines_are_passages_of_their_own() -> None:
    lines = (ONE + OTHER).splitlines()
    a, b = take_letters("\n".join(lines)), take_letters("\n".join(reversed(lines)))
    found = compare(a, b)
    assert "".join(one for one, _ in found) == a.letters


def test_boilerplate_starts_no_passage_and_is_cut_off() -> None:
    footer = "بازنشر مطالب این پایگاه تنها با ذکر منبع مجاز است و همهٔ حقوق محفوظ است\n"
    ignored = frozenset(find_fingerprints(take_letters(footer).letters).hashes)
    assert compare(take_letters(ONE + footer), take_letters(OTHER + footer))
    assert compare(take_letters(ONE + footer), take_letters(OTHER + footer), ignored) == []
    a = take_letters(ONE + footer)
    ((one, _),) = compare(a, take_letters(ONE + footer), ignored)
    assert len(one) < len(a.letters) - len(take_letters(footer).letters) / 2


def test_page_residue_has_no_letters() -> None:
    assert take_letters("سلام فهرست", [Span(5, 10)]).letters == "سلام"


@given(
    st.text(alphabet="ابپتثجچحخدرز", min_size=GRAM + WINDOW - 1, max_size=60),
    st.text(alphabet="سشصضطظعغ", max_size=40),
    st.text(alphabet="فقکگلمن", max_size=40),
)
def test_common_letters_of_guaranteed_length_share_a_fingerprint(
    common: str, before: str, after: str
) -> None:
    """The law of winnowing."""
    one = set(find_fingerprints(common).hashes)
    other = set(find_fingerprints(before + common + after).hashes)
    assert one & other


@given(st.text(alphabet="ابپت٣\U0010ffff", max_size=150))
def test_the_smallest_hash_of_each_window_is_kept_with_its_place(letters: str) -> None:
    """Computed together in lanes, fingerprints are those one would compute one by one."""
    grams = [letters[i : i + GRAM] for i in range(len(letters) - GRAM + 1)]
    marked = [(find_fingerprints(gram).hashes[0], i) for i, gram in enumerate(grams)]
    windows = range(max(1, len(grams) - WINDOW + 1)) if grams else ()
    smallest = dict.fromkeys(min(marked[i : i + WINDOW]) for i in windows)
    assert list(find_fingerprints(letters).pairs()) == list(smallest)


@given(st.text(alphabet="ابپتثجچ\u200c ي", max_size=200))
def test_places_lead_back_to_the_letters(text: str) -> None:
    found = take_letters(text)
    places = [found.span(letter, letter + 1).start for letter in range(len(found.letters))]
    assert [fold(text[place]) for place in places] == list(found.letters)
    assert places == sorted(set(places))


def test_ranges_of_boilerplate_are_joined() -> None:
    prints = find_fingerprints(take_letters(ONE).letters)
    ranges = find_boilerplate(prints, set(prints.hashes))
    assert len(ranges) == 1


def test_what_unlike_documents_all_have_is_boilerplate() -> None:
    assert is_boilerplate(range(20), lambda one, other: 0.05)
    assert not is_boilerplate(range(20), lambda one, other: 0.8)
    assert not is_boilerplate(range(3), lambda one, other: 0.05)


# ------------------------------------------------------------------ reports


def test_a_merged_text_does_not_chain_two_reports() -> None:
    first = [Overlap(f"a{i}", f"a{j}", 1.0, 1.0) for i in range(4) for j in range(i)]
    second = [Overlap(f"b{i}", f"b{j}", 1.0, 1.0) for i in range(4) for j in range(i)]
    merged = [Overlap(f"{side}{i}", "m", 1.0, 0.5) for side in "ab" for i in range(4)]
    names = {name for o in (*first, *second, *merged) for name in (o.a, o.b)}
    groups = group_copies(names, (*first, *second, *merged))
    assert not any("a0" in group and "b0" in group for group in groups)
    assert ("a0", "a1", "a2", "a3") in [tuple(n for n in g if n != "m") for g in groups]


def test_a_cut_copy_belongs_to_its_long_original() -> None:
    assert group_copies("ab", [Overlap("a", "b", 0.1, 1.0)]) == (("a", "b"),)


def test_the_order_of_documents_does_not_matter() -> None:
    rnd = random.Random(7)
    names = [f"d{i}" for i in range(12)]
    overlaps = [Overlap(a, b, rnd.random(), rnd.random()) for a in names for b in names if a < b]
    expected = group_copies(names, overlaps)
    for _ in range(5):
        rnd.shuffle(names)
        rnd.shuffle(overlaps)
        assert group_copies(names, overlaps) == expected


def test_a_person_outweighs_what_is_shared() -> None:
    same = [Overlap("a", "b", 1.0, 1.0)]
    assert group_copies("ab", same, [Decision("report", "a", "b", "cut")]) == (("a",), ("b",))
    assert group_copies("ab", [], [Decision("report", "a", "b", "accept")]) == (("a", "b"),)


def test_the_first_witness_is_of_the_earliest_known_day() -> None:
    days = {"a": None, "b": "2024-05-07", "c": "2024-05-06"}
    assert make_report("abc", days).first == "c"


def test_overlapping_extents_count_once() -> None:
    assert measure_share([Extent(0, 10), Extent(5, 15)], 20) == 0.75
    assert measure_share([], 0) == 0.0


# ------------------------------------------------------------------ days


@pytest.mark.parametrize(
    ("evidence", "own"), [("dateline", True), ("story:d1", False), ("published", True)]
)
def test_a_borrowed_day_is_not_lent_again(evidence: str, own: bool) -> None:
    assert is_own("2024-05-06", evidence) is own


def test_a_day_after_the_capture_is_not_taken() -> None:
    known = [Dated("d1", "2024-05-08", 2.0), Dated("d2", "2024-05-06", 0.3)]
    assert choose_day(known, date(2024, 5, 7)) == ("2024-05-06", "story:d2")
    assert choose_day(known[:1], date(2024, 5, 7)) is None
