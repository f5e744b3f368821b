"""What two passages tell differently: persons against persons, places against places, and only what is told nowhere."""

from dataclasses import replace

from tests.link.conftest import build_document

from rawi.facts import AnnotatedDocument, Mention, MentionType
from rawi.link.differences import find_differences
from rawi.text import Span


def build_report(language: str, text: str, names: dict[str, MentionType]) -> AnnotatedDocument:
    """A report in which some names stand."""
    mentions = tuple(
        Mention(Span(text.index(name), text.index(name) + len(name)), type_, name, rule="by hand")
        for name, type_ in names.items()
    )
    return replace(build_document(language, text, language), mentions=mentions)


def compare(a: AnnotatedDocument, b: AnnotatedDocument) -> list[tuple[str | None, str | None]]:
    """The names told differently in the first lines of two reports."""
    of_a, of_b = ([Span(0, report.text.repaired.index("\n"))] for report in (a, b))
    found = find_differences(a, b, of_a, of_b, score=1.0)
    return [(d.a, d.b) for d in found if d.what == "name"]


def test_a_person_is_no_other_place() -> None:
    fa = build_report("fa", "در نیلوان باز شد\n.", {"نیلوان": "LOC"})
    ar = build_report("ar", "افتتحه سالم الديري\n.", {"سالم الديري": "PER"})
    assert compare(fa, ar) == []


def test_a_person_opposite_another_is_told() -> None:
    fa = build_report("fa", "هما زرنگار آن را باز کرد\n.", {"هما زرنگار": "PER"})
    ar = build_report("ar", "افتتحه سالم الديري\n.", {"سالم الديري": "PER"})
    assert compare(fa, ar) == [("هما زرنگار", "سالم الديري")]


def test_who_is_named_in_another_passage_is_no_difference() -> None:
    fa = build_report("fa", "هما زرنگار آن را باز کرد\n.", {"هما زرنگار": "PER"})
    ar = build_report(
        "ar",
        "افتتحه سالم الديري\nوقالت هما زرنكار.",
        {"سالم الديري": "PER", "هما زرنكار": "PER"},
    )
    assert compare(fa, ar) == []


def test_thousands_are_told_against_thousands() -> None:
    fa = build_report("fa", "۱۲۰ هزار جلد کتاب دارد و تا ساعت ۲۲ باز است\n.", {})
    ar = build_report("ar", "تضم 100 ألف كتاب وتفتح حتى المساء\n.", {})
    of_fa, of_ar = ([Span(0, report.text.repaired.index("\n"))] for report in (fa, ar))
    found = find_differences(fa, ar, of_fa, of_ar, score=1.0)
    assert [(d.what, d.a, d.b) for d in found] == [("number", "120", "100")]
