"""The stage as a whole: its shape, its languages, its laws."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.date import find_dates
from rawi.date.entries import read_entries
from rawi.facts import Anchor, Sentence
from rawi.segment.sentences import LONGEST
from rawi.text import Span, Text

ANCHOR = Anchor(date(2018, 4, 4), "published")
WORDS = st.sampled_from(
    [
        "۱۴",
        "فروردین",
        "۱۳۹۷",
        "سه\u200cشنبه",
        "شب",
        "روز",
        "ماه",
        "سال",
        "گذشته",
        "آینده",
        "۲۰۱۸",
        "آوریل",
        "تا",
        "و",
        "از",
        "-",
        "/",
        "(",
        ")",
        "،",
        ":",
        ".",
        "دهه",
        "قرن",
        "هجری",
        "ق",
        "م",
        "دیروز",
        "امروز",
        "ساعت",
        "۱۰:۳۰",
        "نیمه",
        "اول",
        "شعبان",
        "محرم",
        "بیست",
        "یکم",
        "پیش",
        "دو",
        "این",
        "همان",
        "هر",
        "15",
        "يونيو",
        "الأربعاء",
        "الماضي",
        "عام",
        "الأسبوع",
        "قبل",
        "بعد",
        "أيام",
        "القرن",
        "التاسع",
        "عشر",
        "من",
        "رمضان",
        "هـ",
        "أمس",
        "اليوم",
        "الشهر",
        "الجاري",
        "1397/01/15",
        "21/6/2023",
        "31/13/99",
        "\u200f",
        "کتاب",
        "مدرسة",
        "می",
        "0000",
        "99999999999999999999",
        "ق.م",
        "سی",
    ]
)


# All words of the tables: `read_entries` is what the lexicon is made of.
TABLES = {
    language: st.sampled_from(sorted({word for word, _, _ in read_entries(language)}))
    for language in ("fa", "ar")
}
JUMBLES = st.one_of(
    *(
        st.tuples(st.just(language), st.lists(st.one_of(WORDS, TABLES[language]), max_size=14))
        for language in ("fa", "ar")
    )
)


@given(jumble=JUMBLES)
def test_any_jumble_of_date_words_gives_ordered_disjoint_spans(
    jumble: tuple[str, list[str]],
) -> None:
    language, words = jumble
    text = " ".join(words)
    found = find_dates(Text.untouched(text), (Sentence(Span(0, len(text)), language),), ANCHOR)
    end = 0
    for timex in found:
        assert end <= timex.span.start < timex.span.end <= len(text)
        assert text[timex.span.start : timex.span.end].strip() == text[slice(*timex.span)]
        end = timex.span.end
        if timex.earliest is None:
            assert timex.reason
            assert timex.latest is None
        else:
            assert timex.latest is not None
            assert timex.value
            if not timex.earliest.startswith("-"):
                assert timex.earliest <= timex.latest


@given(text=st.text(max_size=80), language=st.sampled_from(["fa", "ar", "en"]))
def test_any_text_is_read_without_error(text: str, language: str) -> None:
    find_dates(Text.untouched(text), (Sentence(Span(0, len(text)), language),), ANCHOR)


def test_each_sentence_is_read_in_its_language() -> None:
    text = "4 أبريل 2018. ۱۵ فروردین ۱۳۹۷. On 2018-04-04 and 4 April."
    sentences = (
        Sentence(Span(0, 14), "ar"),
        Sentence(Span(14, 31), "fa"),
        Sentence(Span(31, len(text)), "en"),
    )
    found = find_dates(Text.untouched(text), sentences, ANCHOR)
    assert [timex.earliest for timex in found] == ["2018-04-04"] * 3
    assert [timex.rule for timex in found] == ["day", "day", "iso"]


def test_two_thousand_sentences_of_one_document_refer_back_only_nearby() -> None:
    text = "باران ۱۰ آذر ۱۳۹۶ آمد. " + "هوا سرد بود. " * 200 + "همان روز برف آمد."
    found = find_dates(Text.untouched(text), (Sentence(Span(0, len(text)), "fa"),), ANCHOR)
    assert [timex.reason for timex in found] == [None, "anaphoric"]


def test_what_a_date_is_stands_in_the_fact() -> None:
    text = "سه\u200cشنبه ۱۴ فروردین ۱۳۹۷ ساعت ۱۰:۲۰"
    (timex,) = find_dates(Text.untouched(text), (Sentence(Span(0, len(text)), "fa"),), ANCHOR)
    assert (timex.value, timex.native) == ("2018-04-03T10:20", "1397-01-14T10:20")
    assert (timex.calendar, timex.grain, timex.kind) == ("jalali", "time", "absolute")
    assert (timex.certainty, timex.checks, timex.rule) == ("high", ("agree:weekday",), "day")


def test_day_and_month_that_may_be_swapped_are_told() -> None:
    text = "في 6/5/2021"
    (timex,) = find_dates(Text.untouched(text), (Sentence(Span(0, len(text)), "ar"),), ANCHOR)
    assert (timex.earliest, timex.alternatives, timex.certainty) == (
        "2021-05-06",
        ("2021-06-05",),
        "low",
    )


@pytest.mark.parametrize("language", ["fa", "ar"])
@pytest.mark.parametrize(
    "unit",
    [
        "امروز ", "شهر امروز شهر دیروز ", "۱۴ فروردین ۱۳۹۷ ", "۱۴ فروردین، ", "و", "روز", "1/", "سال ", "نيسان وأيار ", "12-", "(", "2005: ",
        "همان روز ", "قرن ", "1", "ق.", "دوشنبه و ",
    ],
)  # fmt: skip
def test_one_endless_sentence_is_read_to_its_end(unit: str, language: str) -> None:
    text = unit * (5 * LONGEST // len(unit))
    found = find_dates(Text.untouched(text), (Sentence(Span(0, len(text)), language),), ANCHOR)
    assert all(timex.span.end <= len(text) for timex in found)


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("4 نيسان 2018 الساعة 6:30 مساء", "ar", "2018-04-04T18:30"),
        ("4 نيسان 2018 06:30 م", "ar", "2018-04-04T18:30"),
        ("4 نيسان 2018 12:36 ص", "ar", "2018-04-04T00:36"),
        ("4 نيسان 2018 الساعة الثانية ليلا", "ar", "2018-04-04T02:00"),
        ("۱۵ فروردین ۱۳۹۷ ساعت ۶:۳۰ عصر", "fa", "2018-04-04T18:30"),
        ("۱۵ فروردین ۱۳۹۷ ۴:۵۹ ق.ظ", "fa", "2018-04-04T04:59"),
        ("۱۵ فروردین ۱۳۹۷ ساعت ۱ ظهر", "fa", "2018-04-04T13:00"),
        ("۱۵ فروردین ۱۳۹۷ ساعت ۹ شب", "fa", "2018-04-04T21:00"),
    ],
)
def test_a_clock_is_read_with_its_half_of_the_day(text: str, language: str, value: str) -> None:
    sentence = Sentence(Span(0, len(text)), language)
    (timex,) = find_dates(Text.untouched(text), (sentence,), ANCHOR)
    assert text[slice(*timex.span)] == text
    assert timex.value == value
