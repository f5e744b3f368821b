"""A date is found in damaged text as in repaired text: every case of the tables, damaged in the ways copies are."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from tests.cases import list_tables, read_cases

from rawi.date import find_dates
from rawi.facts import Anchor, Sentence
from rawi.text import Span, Text

ZWNJ = "\u200c"
PERSIAN_TO_ARABIC = str.maketrans("یک", "يك")
ARABIC_TO_PERSIAN = str.maketrans("يكى", "یکی")
DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")

DAMAGES: dict[str, Callable[[str], str]] = {
    "joiners lost": lambda text: text.replace(ZWNJ, ""),
    "joiners made spaces": lambda text: text.replace(ZWNJ, " "),
    "joiners made zero-width spaces": lambda text: text.replace(ZWNJ, "\u200b"),
    "Arabic letter codes": lambda text: text.translate(PERSIAN_TO_ARABIC),
    "Persian letter codes": lambda text: text.translate(ARABIC_TO_PERSIAN),
    "hamza lost": lambda text: re.sub("[أإآ]", "ا", text),
    "dots of teh marbuta lost": lambda text: text.replace("ة", "ه"),
    "dots of final yeh lost": lambda text: re.sub(r"ي\b", "ى", text),
    "ASCII digits": lambda text: text.translate(DIGITS),
    "digits glued to words": lambda text: re.sub(r"(?<=\d) (?=[^\W\d_])|(?<=[^\W\d_]) (?=\d)", "", text),
    "hard line breaks": lambda text: text.replace(" ", "\n"),
    "non-breaking spaces": lambda text: text.replace(" ", "\u00a0"),
    "doubled spaces": lambda text: text.replace(" ", "  "),
    "bidi marks": lambda text: text.replace(" ", " \u200f"),
    "tatweel": lambda text: re.sub("([بتسشکكل])(?=[ا-ی])", "\\1\u0640", text),
}  # fmt: skip


def load_texts() -> list[tuple[str, str, str]]:
    """Language, anchor and text of all cases."""
    return [
        (row["lang"], row["anchor"], re.sub(r"[\[\]]", "", row["text"]))
        for name in list_tables(__file__)
        for row in read_cases(__file__, name)
    ]


def days_of(language: str, anchor: str, text: str) -> list[tuple[str | None, str | None]]:
    sentence = Sentence(Span(0, len(text)), language)
    day = None if anchor == "-" else date.fromisoformat(anchor)
    found = find_dates(Text.untouched(text), (sentence,), Anchor(day, "published"))
    return [(timex.earliest or timex.reason, timex.latest) for timex in found]


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_changes_no_day(damage: str) -> None:
    changed = [
        text
        for language, anchor, text in load_texts()
        if days_of(language, anchor, DAMAGES[damage](text)) != days_of(language, anchor, text)
    ]
    assert changed == []


def test_spans_are_places_of_the_text_as_it_stands() -> None:
    text = "باران در \u200fسه\u0640شنبه\u200f ۱۴ فرو\u064eردین ۱۳۹۷ آمد"
    (timex,) = find_dates(
        Text.untouched(text), (Sentence(Span(0, len(text)), "fa"),), Anchor(None, "none")
    )
    assert text[slice(*timex.span)] == "سه\u0640شنبه\u200f ۱۴ فرو\u064eردین ۱۳۹۷"
    assert timex.earliest == "2018-04-03"
