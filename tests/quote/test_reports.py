"""Whole invented reports, two newsrooms' styles in two languages, with all quotations a reader finds in them."""

from pathlib import Path

import msgspec
import pytest

from rawi.facts import Document, LanguageRun, Quotation
from rawi.name import find_names
from rawi.quote import find_quotations
from rawi.segment.layout import find_layout
from rawi.segment.sentences import find_sentences
from rawi.text import Extent, Span, Text

CASES = Path(__file__).parent / "cases"


class Expected(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A quotation as a reader notes it down."""

    kind: str
    how: str
    content: list[str]
    speaker: str | None = None
    cue: str | None = None
    addressee: str | None = None
    relay: list[str] = []


class ReportCase(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One report of `reports_*.toml`; `known_failure` says why its expectation is not met yet."""

    id: str
    text: str
    quotations: list[Expected] = []
    known_failure: str | None = None


class ReportFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The contents of a `reports_*.toml`."""

    reports: list[ReportCase]


def load_reports() -> list[object]:
    """The cases of both languages; a known failure must fail, so that the day it passes is seen."""
    return [
        pytest.param(
            case,
            id=case.id,
            marks=[pytest.mark.xfail(strict=True, reason=case.known_failure)]
            if case.known_failure
            else [],
        )
        for path in sorted(CASES.glob("reports_*.toml"))
        for case in msgspec.toml.decode(path.read_bytes(), type=ReportFile).reports
    ]


def find(original: str, language: str) -> tuple[Text, tuple[Quotation, ...]]:
    """The quotations of an undamaged text in one language."""
    text = Text.untouched(original)
    document = Document(id="case", original=original)
    parts = find_layout(document, text)
    sentences = find_sentences(text, (LanguageRun(Extent(0, len(original)), language),), parts)
    mentions = find_names(text, sentences)
    return text, find_quotations(document, text, parts, sentences, (), mentions)


def words(text: Text, span: Span) -> str:
    """The words of a span on one line."""
    return " ".join(text.quote(span).split())


def note(text: Text, quotation: Quotation) -> Expected:
    """Note a quotation down as a reader would."""
    return Expected(
        kind=quotation.kind,
        how=quotation.how,
        content=[words(text, span) for span in quotation.content],
        speaker=quotation.speaker,
        cue=words(text, quotation.cue) if quotation.cue else None,
        addressee=quotation.addressee,
        relay=list(quotation.relay),
    )


@pytest.mark.parametrize("case", load_reports())
def test_a_report_says_who_said_what(case: ReportCase) -> None:
    text, found = find(case.text.strip("\n"), case.id[:2])
    assert [note(text, quotation) for quotation in found] == case.quotations


def test_there_are_thirty_reports_and_more() -> None:
    assert len(load_reports()) >= 30


@pytest.mark.parametrize("case", load_reports())
def test_lost_joiners_foreign_codes_and_vowel_signs_change_nothing(case: ReportCase) -> None:
    """Damage that keeps the letters: joiners lost, yeh and kaf exchanged, a vowel sign put in."""
    exchanged = str.maketrans({"ی": "ي", "ک": "ك", "ي": "ی", "ك": "ک", "\u200c": None})
    damaged = case.text.strip("\n").translate(exchanged)
    sound_text, sound = find(case.text.strip("\n"), case.id[:2])
    text, found = find(damaged, case.id[:2])
    if case.known_failure:
        assert len(found) == len(sound)
        pytest.xfail(case.known_failure)
    assert [[words(text, span) for span in q.content] for q in found] == [
        [words(sound_text, span).translate(exchanged) for span in q.content] for q in sound
    ]
    assert [(q.kind, q.how) for q in found] == [(q.kind, q.how) for q in sound]
