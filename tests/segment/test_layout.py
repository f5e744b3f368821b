"""Paragraphs and their roles: which line breaks a writer made, and which a program."""

import re

import pytest

from rawi.facts import Block, Document
from rawi.segment.layout import cut_paragraphs, find_layout
from rawi.text import Extent, Span, Text


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text."""
    return [text[a:b] for a, b in cut_paragraphs(text, Span(0, len(text)))]


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
