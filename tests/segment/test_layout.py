"""Paragraphs and their roles: which line breaks a writer made, and which a program."""

import re
import textwrap

import pytest

from rawi.facts import Block, Document
from rawi.segment.layout import cut_paragraphs, find_layout
from rawi.text import Extent, Span, Text

LONG = (
    "مدیر موزه دریانوردی در نشست خبری امروز گفت که تالار سوم پس از پایان تعمیرات بازگشایی میشود و "
    "بازدیدکنندگان میتوانند کشتیهای چوبی را از نزدیک ببینند و راهنمایان تازه نیز از مهرماه به "
    "گروه موزه میپیوندند تا برنامههای آموزشی مدرسهها در روزهای زوج هفته از سر گرفته شود"
)


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, each on one line."""
    return [" ".join(text[a:b].split()) for a, b in cut_paragraphs(text, Span(0, len(text)))]


def test_lines_a_program_wrapped_are_one_paragraph() -> None:
    wrapped = "\n".join(textwrap.wrap(LONG, 60))
    assert paragraphs(wrapped) == [LONG]


def test_an_empty_line_inside_a_wrapped_sentence_is_soft() -> None:
    lines = textwrap.wrap(LONG, 60)
    assert paragraphs("\n".join(lines[:3]) + "\n\n" + "\n".join(lines[3:])) == [LONG]


def test_a_short_line_ends_its_paragraph() -> None:
    lines = textwrap.wrap(LONG, 60)
    assert paragraphs("نشست خبری موزه\n" + "\n".join(lines))[0] == "نشست خبری موزه"


def test_one_sentence_a_line_is_one_paragraph_a_line() -> None:
    assert paragraphs("باران آمد.\nدشت خنک شد.\n\nباد هم آمد.") == [
        "باران آمد.",
        "دشت خنک شد.",
        "باد هم آمد.",
    ]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "مدیر موزه: کشتیها میمانند\n\nبه گزارش لنگر، باران آمد.\n\nدشت خنک شد.\n\nانتهای پیام/\n\nکد خبر: 1234",
            ["headline", "dateline", "body", "footer", "code"],
        ),
        (
            "البحر هادئ اليوم\n\nقال القبطان إنّ الريح سكنت.\n\nرقم الخبر: 77\n\n[مشاركة](#) [1]",
            ["headline", "body", "code", "menu"],
        ),
        (
            "پل باز شد\n\nباران آمد.\n\nتمامی حقوق این پایگاه محفوظ است\n\nتماس با ما | دربارهٔ ما",
            ["headline", "body", "footer", "menu"],
        ),
        ("افتتح الجسر\n\nهطل المطر.\n\nجميع الحقوق محفوظة 2024", ["headline", "body", "footer"]),
        ("حقوق کارگران\n\nهمهٔ حقوق کارگران پرداخت شد.", ["headline", "body"]),
        ("یک بند تنها", ["body"]),
        ("یکشنبه ۱۱ آبان ۱۴۰۴\nپارک دو روز بسته است", ["dateline", "body"]),
        ("تاریخ: 12/8/1404\nپل باز شد\nباران آمد.", ["dateline", "headline", "body"]),
        ("پل باز شد\n24 تشرين الأول 2025\nهطل المطر.", ["headline", "dateline", "body"]),
        ("۲۲ بهمن\nپل باز شد.", ["headline", "body"]),
        ("بسمه تعالی\nپل باز شد\nباران آمد.", ["kicker", "headline", "body"]),
        ("گزارش سال ۱۴۰۴\nپل باز شد.", ["headline", "body"]),
    ],
)
def test_paragraphs_have_roles(text: str, kinds: list[str]) -> None:
    document = Document("d", text)
    assert [part.kind for part in find_layout(document, Text.untouched(text))] == kinds


def test_blocks_of_the_reader_are_kept() -> None:
    original = "تیتر\nیک. دو.\nسه."
    blocks = (Block(Extent(0, 4), "headline"), Block(Extent(5, 16), "body"))
    found = find_layout(Document("d", original, blocks=blocks), Text.untouched(original))
    assert [part.kind for part in found] == ["headline", "body", "body"]


def test_paragraphs_without_roles_get_them_from_their_words() -> None:
    original = "پل باز شد\n۲ آبان ۱۴۰۴\nباران آمد. پل خیس شد."
    blocks = tuple(Block(Extent(m.start(), m.end()), "body") for m in re.finditer(".+", original))
    found = find_layout(Document("d", original, blocks=blocks), Text.untouched(original))
    assert [part.kind for part in found] == ["headline", "dateline", "body"]


def test_a_day_below_a_line_as_wide_as_the_widest_stands_alone() -> None:
    text = "گفت\u200cوگوی پیک راه با پروانه شفیعی، کارشناس راه\n۱۲ آبان ۱۴۰۴\n\nراه چه زمانی باز می\u200cشود؟"
    assert paragraphs(text)[:2] == text.split("\n")[:2]


def test_turns_of_an_interview_are_paragraphs_however_wide() -> None:
    lines = [
        "پیک راه: راه کوهستانی چه زمانی باز خواهد شد؟",
        "شفیعی: پیش از پایان آذر، اگر برف زودتر نیاید.",
        "پیک راه: وزارت راه گفته بود تا پایان آبان ماه.",
        "شفیعی: آن وعدهٔ وزارت راه بود و نه وعدهٔ من.",
    ]
    assert paragraphs("گفت و گو\n\n" + "\n".join(lines))[1:] == lines
