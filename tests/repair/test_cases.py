"""Repairs case by case, from tables a linguist can extend: tests/repair/cases/*.tsv."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from rawi.repair import repair_text
from rawi.segment.languages import find_languages

CASES = Path(__file__).parent / "cases"


class Case(NamedTuple):
    """A row of a table of cases; `fails` says why the case is known to fail, else it is empty."""

    id: str
    language: str
    text: str
    expected: str
    fails: str
    note: str


def spell(cell: str) -> str:
    """Write out the visible stand-ins of a cell."""
    cell = re.sub(r"\{([0-9A-F]{4,5})\}", lambda match: chr(int(match[1], 16)), cell)
    return cell.replace("|", "\u200c").replace("↵", "\n")


def load_cases() -> list[Case]:
    """Read all tables."""
    found = []
    for path in sorted(CASES.glob("*.tsv")):
        lines = [line for line in path.read_text("utf-8").split("\n") if line and line[0] != "#"]
        found += [Case(*line.split("\t")) for line in lines[1:]]
    return found


def parameter(case: Case) -> object:
    """Make a known failure a strict xfail."""
    marks = [pytest.mark.xfail(strict=True, reason=case.fails)] if case.fails else []
    return pytest.param(case, id=case.id, marks=marks)


@pytest.mark.parametrize("case", [parameter(case) for case in load_cases()])
def test_repair(case: Case) -> None:
    original = spell(case.text)
    text = repair_text(original, find_languages(original))
    assert text.repaired == spell(case.expected)


@pytest.mark.parametrize("case", [parameter(case._replace(fails="")) for case in load_cases()])
def test_every_case_speaks_one_language(case: Case) -> None:
    original = spell(case.text)
    languages = {run.language for run in find_languages(original)}
    assert languages == {case.language}


def test_there_are_enough_cases() -> None:
    assert len(load_cases()) >= 300
