"""The tables of date words and rules: no word means two things, every rule reads its own example."""

import re
from datetime import date

import pytest

from rawi.date import find_dates, name_day, name_weekday
from rawi.date.entries import WordRow
from rawi.date.grammar import GrammarTable
from rawi.date.makers import MAKERS
from rawi.date.words import Lexicon, get_lexicon
from rawi.facts import Anchor, Sentence
from rawi.lang import LANGUAGES, table_package
from rawi.lang.folding import squeeze
from rawi.lang.month_names import Months
from rawi.tables import load_toml, load_tsv
from rawi.text import Span, Text

GRAMMARS: dict[str, GrammarTable] = {
    language: load_toml(table_package(language), "date_grammar.toml", GrammarTable)
    for language in LANGUAGES
}
RULES = [
    pytest.param(language, rule.name, rule.make, rule.example, id=f"{language}-{rule.name}")
    for language, grammar in GRAMMARS.items()
    for rule in grammar.rule
]
# These rules mark what is no date, or need a neighbour their example does not show.
SILENT = {"every", "span", "span-before-event", "told-quarter"}


@pytest.mark.parametrize(("language", "name", "make", "example"), RULES)
def test_a_rule_reads_its_example(language: str, name: str, make: str, example: str) -> None:
    assert make in MAKERS
    assert example
    sentence = Sentence(Span(0, len(example)), language)
    anchor = Anchor(date(2018, 4, 4), "published")
    found = [t.rule for t in find_dates(Text.untouched(example), (sentence,), anchor)]
    assert found == ([] if name in SILENT else [name])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_month_name_stands_for_two_months(language: str) -> None:
    months: Months = load_toml(table_package(language), "months.toml", Months)
    seen: dict[str, tuple[str, int]] = {}
    for calendar in ("jalali", "gregorian", "hijri"):
        lists: list[list[str]] = getattr(months, calendar)
        assert len(lists) == 12
        for number, names in enumerate(lists, 1):
            for name in names:
                key = squeeze(name).replace(" ", "")
                assert seen.setdefault(key, (calendar, number)) == (calendar, number), name
    assert {squeeze(word).replace(" ", "") for word in months.weak + months.faint} <= set(seen)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_has_two_kinds(language: str) -> None:
    seen: dict[str, WordRow] = {}
    for table in ("date_words.tsv", "number_words.tsv"):
        for row in load_tsv(table_package(language), table, WordRow):
            if row.kind not in ("clitic", "glue"):
                other = seen.setdefault(squeeze(row.word), row)
                assert (other.kind, other.value) == (row.kind, row.value), row.word


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_word_is_used_by_a_rule(language: str) -> None:
    grammar = GRAMMARS[language]
    used = [*(rule.pattern for rule in grammar.rule), *grammar.macro.values()]
    used += [kind for kinds in grammar.classes.values() for kind in kinds]
    names = set(re.findall("[a-z_]+", " ".join(used))) | {
        "equals",
        "clitic",
        "glue",
        "whole",
        "th",
        "compound",
    }
    for table in ("date_words.tsv", "number_words.tsv"):
        for row in load_tsv(table_package(language), table, WordRow):
            assert row.kind in names, row.word


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lexicon_forgets_nothing_it_needs(language: str) -> None:
    lexicon: Lexicon = get_lexicon(language)
    for word, lexemes in lexicon.first.items():
        assert word == squeeze(word)
        assert all(lexeme.kind for lexeme in lexemes)


@pytest.mark.parametrize(
    ("calendar", "language", "words"),
    [
        ("jalali", "fa", "۱۵ فروردین ۱۳۹۷"),
        ("gregorian", "fa", "۴ آوریل ۲۰۱۸"),
        ("hijri-iran", "fa", "۱۷ رجب ۱۴۳۹"),
        ("hijri", "ar", "١٨ رجب ١٤٣٩"),
        ("gregorian", "ar", "٤ أبريل ٢٠١٨"),
    ],
)
def test_a_day_is_named_as_people_write_it(calendar: str, language: str, words: str) -> None:
    assert name_day(date(2018, 4, 4), calendar, language) == words


def test_weekdays_are_named_from_monday_on() -> None:
    assert name_weekday(date(2018, 4, 3), "fa") == "سه\u200cشنبه"
    assert name_weekday(date(2018, 4, 1), "ar") == "الأحد"
