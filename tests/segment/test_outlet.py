"""The outlet a report names in its own text."""

from typing import NamedTuple

import pytest
from tests.cases import load_cases

from rawi.facts import Document
from rawi.pipeline import annotate


class Case(NamedTuple):
    """A row of outlets.tsv."""

    id: str
    text: str
    expected: str


@pytest.mark.parametrize(
    "case", load_cases(__file__, "outlets.tsv", Case), ids=lambda case: case.id
)
def test_a_report_names_its_own_outlet_or_none(case: Case) -> None:
    found = annotate(Document("d", case.text.replace("\\n", "\n")), layers=("anchor",)).document
    assert (found.outlet or "") == case.expected
    assert [w.code for w in found.warnings] == ["outlet_from_text"] * bool(case.expected)


def test_metadata_win_over_the_text() -> None:
    text = "خبر\n\nموقع النورس – افتتح المعرض أبوابه أمس."
    assert annotate(Document("d", text, outlet="صحيفة الأفق")).document.outlet == "صحيفة الأفق"
