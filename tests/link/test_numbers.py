"""Numbers in digits and words, and whether two reports tell the same."""

import pytest
from tests.cases import read_cases

from rawi.lang.numbers import are_same, find_numbers
from rawi.lang.quantities import find_quantities


@pytest.mark.parametrize(
    "case", read_cases(__file__, "quantities.tsv"), ids=lambda case: case["id"]
)
def test_quantities_have_their_units(case: dict[str, str]) -> None:
    found = " ".join(f"{q.value}:{q.unit}" for q in find_quantities(case["text"], case["lang"]))
    assert (found or "∅") == case["expected"]


@pytest.mark.parametrize(
    "case", read_cases(__file__, "numbers.tsv"), ids=lambda case: f"{case['lang']}-{case['id']}"
)
def test_numbers_are_found(case: dict[str, str]) -> None:
    found = " ".join(number.value for number in find_numbers(case["text"], case["lang"]))
    assert (found or "∅") == case["expected"]


@pytest.mark.parametrize(("one", "other"), [("42", "42000"), ("8.2", "8200000000"), ("7", "7")])
def test_thousands_written_out_or_not_are_the_same(one: str, other: str) -> None:
    assert are_same(one, other)


@pytest.mark.parametrize(("one", "other"), [("42", "420"), ("0", "1000"), ("3/4", "4")])
def test_other_numbers_are_not(one: str, other: str) -> None:
    assert not are_same(one, other)
