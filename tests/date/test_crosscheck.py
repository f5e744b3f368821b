"""Dates that stand together are compared; the verdict is kept and shown, and nothing is corrected in silence."""

from datetime import date

import pytest

from rawi.date import find_dates
from rawi.facts import Anchor, Sentence, Timex
from rawi.text import Span, Text


def find(language: str, text: str, day: str = "2018-04-04") -> tuple[Timex, ...]:
    anchor = Anchor(date.fromisoformat(day), "published")
    return find_dates(Text.untouched(text), (Sentence(Span(0, len(text)), language),), anchor)


@pytest.mark.parametrize(
    ("language", "text", "days", "checks"),
    [
        ("fa", "۱۵ فروردین ۱۳۹۷ (۴ آوریل ۲۰۱۸)", ["2018-04-04"] * 2, ["agree:gregorian", "agree:jalali"]),
        (
            "fa", "۱۵ فروردین ۱۳۹۷ برابر با ۵ آوریل ۲۰۱۸", ["2018-04-04", "2018-04-05"],
            ["conflict:gregorian:-1", "conflict:jalali:+1"],
        ),
        ("fa", "۱۷ رجب ۱۴۳۹ مصادف با ۱۵ فروردین ۱۳۹۷", ["2018-04-04"] * 2, ["agree:jalali", "agree:hijri"]),
        # Umm al-Qura's day in a Persian text: one of the two calendars has it.
        ("fa", "۱۸ رجب ۱۴۳۹ مصادف با ۱۵ فروردین ۱۳۹۷", ["2018-04-04"] * 2, ["agree:jalali", "agree:hijri"]),
        # A day off in both: the moon is not that exact, and the solar date tells the day.
        (
            "fa", "۱۶ رجب ۱۴۳۹ مصادف با ۱۵ فروردین ۱۳۹۷", ["2018-04-04"] * 2,
            ["agree:jalali:-1", "agree:hijri:+1"],
        ),
        (
            "fa", "۱۵ رجب ۱۴۳۹ مصادف با ۱۵ فروردین ۱۳۹۷", ["2018-04-02", "2018-04-04"],
            ["suspect:jalali:-2", "suspect:hijri:+2"],
        ),
        (
            "fa", "۲۵ رجب ۱۴۳۹ مصادف با ۱۵ فروردین ۱۳۹۷", ["2018-04-12", "2018-04-04"],
            ["conflict:jalali:+8", "conflict:hijri:-8"],
        ),
        ("ar", "18 رجب 1439هـ الموافق 4 أبريل 2018", ["2018-04-04"] * 2, ["agree:gregorian", "agree:hijri"]),
        ("ar", "17 رجب 1439هـ الموافق لـ 4 أبريل 2018م", ["2018-04-04"] * 2, ["agree:gregorian", "agree:hijri"]),
        ("ar", "25 رجب 1439هـ الموافق 4 أبريل 2018", ["2018-04-11", "2018-04-04"], ["conflict:gregorian:+7", "conflict:hijri:-7"]),
        ("fa", "سه\u200cشنبه ۱۴ فروردین ۱۳۹۷", ["2018-04-03"], ["agree:weekday"]),
        ("fa", "دوشنبه ۱۴ فروردین ۱۳۹۷", ["2018-04-03"], ["conflict:weekday"]),
        ("ar", "الأربعاء 4 أبريل 2018", ["2018-04-04"], ["agree:weekday"]),
        ("ar", "الجمعة 4 أبريل 2018", ["2018-04-04"], ["conflict:weekday"]),
        ("ar", "يوم السبت (24 مارس)", ["2018-03-24"] * 2, ["agree:weekday", "agree:weekday"]),
        ("ar", "يوم السبت (23 مارس)", ["2018-03-31", "2018-03-23"], ["conflict:weekday", "conflict:weekday"]),
        # Only Iran's calendar has this Wednesday.
        ("ar", "الأربعاء 17 رجب 1439هـ", ["2018-04-04"], ["agree:weekday:hijri-iran"]),
    ],
)  # fmt: skip
def test_the_verdict_is_kept(language: str, text: str, days: list[str], checks: list[str]) -> None:
    found = find(language, text)
    assert [timex.earliest for timex in found] == days
    assert [check for timex in found for check in timex.checks] == checks
    unsure = [any(not c.startswith("agree") for c in timex.checks) for timex in found]
    assert [timex.certainty == "low" for timex in found] == unsure


def test_dates_far_apart_are_not_compared() -> None:
    found = find("fa", "۱۵ فروردین ۱۳۹۷ باران بارید و ۶ آوریل ۲۰۱۸ برف آمد")
    assert [timex.checks for timex in found] == [(), ()]


def test_three_writings_of_one_day_are_all_compared() -> None:
    found = find("fa", "چهارشنبه ۱۵ فروردین ۱۳۹۷ - ۱۷ رجب ۱۴۳۹ - ۴ آوریل ۲۰۱۸")
    assert [set(timex.checks) for timex in found] == [
        {"agree:weekday", "agree:hijri", "agree:gregorian"},
        {"agree:jalali", "agree:gregorian"},
        {"agree:jalali", "agree:hijri"},
    ]


def test_a_conflicting_weekday_lists_the_days_it_may_mean() -> None:
    (timex,) = find("fa", "دوشنبه ۱۴ فروردین ۱۳۹۷")
    assert timex.alternatives == ("2018-04-02",)


def test_the_lunar_day_the_solar_one_overruled_is_kept() -> None:
    lunar = find("fa", "۱۶ رجب ۱۴۳۹ مصادف با ۱۵ فروردین ۱۳۹۷")[0]
    assert lunar.alternatives == ("2018-04-03",)
    assert lunar.native == "1439-07-16"


def test_the_variant_of_a_lunar_date_is_told() -> None:
    assert find("fa", "۱۷ رجب ۱۴۳۹")[0].variant == "hijri-iran"
    assert find("ar", "17 رجب 1439هـ")[0].variant == "hijri"
    assert find("fa", "۱۵ فروردین ۱۳۹۷")[0].variant is None


def test_a_lunar_day_alone_keeps_the_other_countrys_day() -> None:
    (timex,) = find("fa", "۱۷ رجب ۱۴۳۹")
    assert (timex.earliest, timex.alternatives) == ("2018-04-04", ("2018-04-03",))
    lunar, _ = find("fa", "۱۷ رجب ۱۴۳۹ مصادف با ۱۵ فروردین ۱۳۹۷")
    assert lunar.alternatives == ()
