"""The day a statement was made: told beside the word of saying, never taken from what was said."""

import msgspec
import pytest
from tests.cases import load_cases

from rawi.facts import Document
from rawi.pipeline import annotate

PUBLISHED = "2023-09-06"  # a Wednesday


class DayCase(msgspec.Struct, frozen=True):
    """A row of `days.tsv`: the days of a text's quotations in order, "-" where the text tells none."""

    id: str
    text: str
    days: str


@pytest.mark.parametrize(
    "case", load_cases(__file__, "days.tsv", DayCase), ids=lambda case: case.id
)
def test_a_statement_has_the_day_its_sentence_tells(case: DayCase) -> None:
    found = annotate(Document("case", case.text, published=PUBLISHED)).quotations
    assert " ".join(q.day[0] if q.day else "-" for q in found) == case.days
