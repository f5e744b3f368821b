"""Lines that say no more than when, where and by whom: they are no headlines."""

import pytest

from rawi.facts import Document
from rawi.segment.layout import find_layout
from rawi.text import Text

LINES = [
    "الإثنين 04/نوفمبر/2024 - 01:26 م",
    "نوفمبر 4, 2024",
    "الاثنين, نوفمبر 4, 2024",
    "4 نوفمبر 2024 3 دقائق قراءة",
    "4 نوفمبر 2024 | 120 مشاهدة",
    "4 نوفمبر 2024 آخر تحديث",
    "بواسطة سالم الراعي نوفمبر 4, 2024",
    "العدد: 8122 التاريخ: 4/11/2024",
    "آخر تحديث GMT 06:25:28 الاثنين 4 تشرين الثاني / نوفمبر 2024",
    "November 4, 2024",
    "2024-11-04T10:20:00+03:00",
    "۱۴ آبان، ۱۴۰۳",
    "ارسال شده در ۱۴ آبان، ۱۴۰۳",
    "توسط سامان راد در ۱۴ آبان ۱۴۰۳",
    "توسط سامان راد | آبان ۱۴, ۱۴۰۳",
    "۱۴ آبان ۱۴۰۳ ۱۲۰ بازدید",
    "۱۴ آبان ۱۴۰۳ زمان مطالعه: ۳ دقیقه",
    "آخرین به\u200cروزرسانی: ۱۴ آبان ۱۴۰۳",
    "Mon 14 Aban 1403 10:20:11 درج شد",
]
HEADLINES = [
    "کتاب ۱۴ آبان ۱۴۰۳",
    "گزارش سامان راد از ۱۴ آبان ۱۴۰۳",
    "نظر ۱۲۰ نفر در آبان ۱۴۰۳",
    "ترجمة كتاب القصبي في 4 نوفمبر 2024",
    "تقرير المتحف لعام 2024",
]


def kinds(line: str) -> list[str]:
    text = f"{line}\nافتتاح قاعة جديدة في متحف الخزف\nقال مدير المتحف إن القاعة ستفتح أبوابها غدا."
    parts = find_layout(Document("d", text), Text.untouched(text))
    return [part.kind for part in parts]


@pytest.mark.parametrize("line", LINES)
def test_a_line_of_nothing_but_day_writer_and_counts_is_no_headline(line: str) -> None:
    assert kinds(line) == ["dateline", "headline", "body"]


@pytest.mark.parametrize("line", HEADLINES)
def test_a_headline_that_names_a_day_stays_one(line: str) -> None:
    assert kinds(line)[0] == "headline"
