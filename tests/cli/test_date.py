"""`rawi date`: a date in three calendars, for people and for programs."""

import json

import pytest
from click.testing import CliRunner, Result

from rawi.cli import main


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["date", *words])


def test_a_date_is_shown_in_three_calendars_with_certainty() -> None:
    result = run("۱۷ رجب ۱۴۳۹")
    assert result.exit_code == 0
    assert "2018-04-04  Wednesday" in result.stdout
    assert "1397-01-15  چهارشنبه ۱۵ فروردین ۱۳۹۷" in result.stdout
    assert "1439-07-17 (Iran)" in result.stdout
    assert "certainty high" in result.stdout


def test_json_is_one_object_with_all_that_is_known() -> None:
    result = run("دوشنبه ۱۴ فروردین ۱۳۹۷", "--json")
    (record,) = json.loads(result.stdout)["dates"]
    assert record["earliest"] == record["latest"] == "2018-04-03"
    assert record["first"]["jalali"] == "1397-01-14"
    assert record["checks"] == ["conflict:weekday"]
    assert record["alternatives"] == ["2018-04-02"]
    assert record["certainty"] == "low"


@pytest.mark.parametrize("near", ["2018-04-04", "1397-01-15", "1397/01/15", "۱۵ فروردین ۱۳۹۷"])
def test_a_relative_date_is_counted_from_the_day_given(near: str) -> None:
    result = run("دیروز", "--near", near)
    assert result.exit_code == 0
    assert "2018-04-03" in result.stdout


def test_a_relative_date_alone_says_what_is_missing() -> None:
    result = run("أمس")
    assert result.exit_code == 1
    assert "A-1d" in result.stdout
    assert "--near" in result.stdout


def test_a_refused_date_says_why() -> None:
    result = run("۳۱ مهر ۱۳۹۷")
    assert result.exit_code == 1
    assert "the calendar has no such day (impossible)" in result.stdout


@pytest.mark.parametrize("typed", ["۳۱ مهر", "31 نيسان", "30 شباط"])
def test_a_day_no_year_has_is_impossible_without_a_year(typed: str) -> None:
    assert "impossible" in run(typed).stdout


def test_a_cross_check_is_said_in_words_and_as_code() -> None:
    result = run("سه\u200cشنبه ۱۴ فروردین ۱۳۹۷ (۴ آوریل ۲۰۱۸)")
    said = "check conflict: 1 day before the Gregorian date beside it (conflict:gregorian:-1)"
    assert said in result.stdout


@pytest.mark.parametrize("typed", ["", "abc", "99999/1/1"])
def test_what_is_no_date_is_met_with_examples(typed: str) -> None:
    result = run(typed)
    assert result.exit_code == 1
    assert "1397/01/15" in result.stdout


def test_a_typed_date_has_the_keys_of_a_found_one() -> None:
    typed, found = (
        json.loads(run(words, "--json").stdout)["dates"][0]
        for words in ("hijri:1439-07-17", "17 رجب 1439")
    )
    assert typed.keys() == found.keys()


def test_a_date_is_read_in_the_language_that_reads_more_of_it() -> None:
    assert "عام 512 ق.م" in run("عام 512 ق.م").stdout


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2018-04-04", "2018-04-04", "2018-04-04"),
        ("1397/01", "2018-03-21", "2018-04-20"),
        ("سال ۱۳۹۷", "2018-03-21", "2019-03-20"),
    ],
)
def test_what_is_typed_as_in_a_query_is_read(typed: str, first: str, last: str) -> None:
    (record,) = json.loads(run(typed, "--json").stdout)["dates"]
    assert (record["earliest"], record["latest"]) == (first, last)


def test_a_year_before_christ_has_no_days_in_the_calendars() -> None:
    result = run("سال ۵۱۲ پیش از میلاد")
    assert result.exit_code == 0
    assert "year -0511" in result.stdout


def test_a_text_without_a_date_is_not_found() -> None:
    result = run("باران")
    assert result.exit_code == 1
    assert "no date found" in result.stdout


def test_a_day_to_count_from_that_is_none_is_wrong_usage() -> None:
    result = run("دیروز", "--near", "soon")
    assert result.exit_code == 2
    assert "2018-04-04" in result.stderr


@pytest.mark.parametrize(
    ("typed", "day"), [("hijri:1439-07-17", "2018-04-03"), ("hijri-iran:1439/7/17", "2018-04-04")]
)
def test_a_calendar_may_be_named_before_the_day(typed: str, day: str) -> None:
    (record,) = json.loads(run(typed, "--json").stdout)["dates"]
    assert record["earliest"] == record["latest"] == day
