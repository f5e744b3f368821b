"""Which line breaks a writer made, and which the width of a page."""

import textwrap

from rawi.repair import repair_text
from rawi.segment.languages import find_languages

LONG = (
    "مدیر موزه دریانوردی در نشست خبری امروز گفت که تالار سوم پس از پایان تعمیرات بازگشایی میشود و "
    "بازدیدکنندگان میتوانند کشتیهای چوبی را از نزدیک ببینند و راهنمایان تازه نیز از مهرماه به "
    "گروه موزه میپیوندند تا برنامههای آموزشی مدرسهها در روزهای زوج هفته از سر گرفته شود"
)


# The same sentence over and over, its first words in a new order, so that lines break elsewhere.
SENTENCES = [
    " ".join((*words[shift:], *words[:shift])) + "."
    for words in [LONG.split()[:17]]
    for shift in range(0, 17, 3)
]


def paragraphs(text: str) -> list[str]:
    """The lines of a repaired text, joiners left out."""
    repaired = repair_text(text, find_languages(text)).repaired.replace("\u200c", "")
    return [line for line in repaired.split("\n") if line]


def wrap(paragraph: str, width: int = 60) -> str:
    """Break a paragraph as a narrow page does."""
    return "\n".join(textwrap.wrap(paragraph, width))


def test_lines_a_program_wrapped_are_one_paragraph() -> None:
    assert paragraphs(wrap(LONG)) == [LONG]


def test_an_empty_line_inside_a_wrapped_sentence_is_soft() -> None:
    lines = textwrap.wrap(LONG, 60)
    assert paragraphs("\n".join(lines[:3]) + "\n\n" + "\n".join(lines[3:])) == [LONG]


def test_a_short_line_ends_its_paragraph() -> None:
    assert paragraphs("نشست خبری موزه\n" + wrap(LONG))[0] == "نشست خبری موزه"


def test_full_lines_of_long_paragraphs_go_on() -> None:
    paragraph = " ".join(SENTENCES)
    for width in range(56, 80):
        assert paragraphs(wrap(paragraph, width)) == [paragraph], width


def test_full_lines_of_a_sentence_each_stay() -> None:
    for width in range(56, 80):
        text = "\n".join(wrap(sentence, width) for sentence in SENTENCES * 2)
        assert paragraphs(text) == SENTENCES * 2, width


def test_a_copy_with_an_empty_line_after_every_line_is_one_text() -> None:
    paragraph = " ".join(SENTENCES)
    assert paragraphs(wrap(paragraph).replace("\n", "\n\n")) == [paragraph]


def test_a_full_heading_that_is_a_whole_sentence_stays() -> None:
    heading = "موزه دریانوردی پس از سه سال تعمیر برای بازدیدکنندگان باز شد"
    assert paragraphs(f"{heading}\n{wrap(LONG, len(heading) + 1)}") == [heading, LONG]


def test_a_day_below_a_line_as_wide_as_the_widest_stands_alone() -> None:
    text = "گفت\u200cوگوی پیک راه با پروانه شفیعی، کارشناس راه\n۱۲ آبان ۱۴۰۴\n\nراه چه زمانی باز می\u200cشود؟"
    assert paragraphs(text)[:2] == text.replace("\u200c", "").split("\n")[:2]


def test_turns_of_an_interview_are_paragraphs_however_wide() -> None:
    lines = [
        "پیک راه: راه کوهستانی چه زمانی باز خواهد شد؟",
        "شفیعی: پیش از پایان آذر، اگر برف زودتر نیاید.",
        "پیک راه: وزارت راه گفته بود تا پایان آبان آینده.",
        "شفیعی: آن وعدهٔ وزارت راه بود و نه وعدهٔ من.",
    ]
    assert paragraphs("گفت و گو\n\n" + "\n".join(lines))[1:] == lines
