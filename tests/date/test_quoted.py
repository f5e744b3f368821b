"""Dates inside a quotation are counted from the day it was said, if the text tells one."""

from datetime import date

import pytest

from rawi.date import count_from_speaker
from rawi.facts import Anchor, Document, Quotation, Timex
from rawi.pipeline import annotate
from rawi.text import Span, Text

PUBLISHED = "2018-04-04"  # a Wednesday


def dates_of(text: str) -> dict[str, Timex]:
    """The dates of a text published on 4 April 2018, by their words."""
    found = annotate(Document("a", text, published=PUBLISHED))
    return {found.text.repaired[slice(*timex.span)]: timex for timex in found.dates}


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        (
            "مدیر موزه روز یکشنبه گفت: «دیروز تالار تازه باز شد و مردم آمدند.»",
            "دیروز",
            "2018-03-31",
        ),
        (
            "قال مدير المتحف يوم الأحد: «افتتحنا أمس قاعة جديدة وجاء الناس إليها».",
            "أمس",
            "2018-03-31",
        ),
    ],
)
def test_a_day_in_a_quotation_is_counted_from_the_day_it_was_said(
    text: str, words: str, day: str
) -> None:
    timex = dates_of(text)[words]
    assert (timex.earliest, timex.latest) == (day, day)
    assert "counted:speaker:2018-04-01" in timex.checks


def test_dates_outside_the_quotation_are_counted_from_the_document() -> None:
    found = dates_of("مدیر موزه روز یکشنبه گفت: «دیروز تالار باز شد.» موزه دیشب بسته بود.")
    assert found["روز یکشنبه"].earliest == "2018-04-01"
    assert found["دیشب"].earliest == "2018-04-03"
    assert found["دیشب"].checks == ()


@pytest.mark.parametrize(
    "text",
    [
        "مدیر موزه گفت: «دیروز تالار تازه باز شد و مردم آمدند.»",
        "مدیر موزه امروز گفت: «دیروز تالار تازه باز شد و مردم آمدند.»",
    ],
)
def test_without_a_day_of_its_own_a_quotation_speaks_from_the_documents(text: str) -> None:
    timex = dates_of(text)["دیروز"]
    assert (timex.earliest, timex.checks) == ("2018-04-03", ())


def test_a_written_date_is_the_same_whoever_says_it() -> None:
    timex = dates_of("مدیر موزه روز یکشنبه گفت: «تالار ۱۵ دی ۱۳۹۶ باز شد و مردم آمدند.»")[
        "۱۵ دی ۱۳۹۶"
    ]
    assert (timex.earliest, timex.checks) == ("2018-01-05", ())


def test_a_statement_from_the_future_changes_nothing() -> None:
    text = Text.untouched("گفت دیروز آمد")
    timex = Timex(
        Span(4, 9), "2018-04-03", "2018-04-03", "2018-04-03", "jalali", "day", "relative", "x"
    )
    said = Quotation(
        "direct", (Span(4, 13),), Span(0, 3), None, None, "explicit", None, (),
        ("2018-05-01", "2018-05-01"), "x",
    )  # fmt: skip
    anchor = Anchor(date(2018, 4, 4), "published")
    assert count_from_speaker(text, (), (timex,), (said,), anchor) == (timex,)
