"""Repairs case by case, from tables a linguist can extend: tests/repair/cases/*.tsv."""

import re
from typing import NamedTuple

import pytest
from tests.cases import list_tables, load_cases

from rawi.repair import find_profile, repair_text
from rawi.repair.rules import RULES
from rawi.segment.languages import find_languages


class Case(NamedTuple):
    """A row of a table of cases; `language` is one or several (`fa+ar`); `fails` says why the case is known to fail, else it is empty."""

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


CASES = [case for name in list_tables(__file__) for case in load_cases(__file__, name, Case)]


def parameter(case: Case) -> object:
    """Make a known failure a strict xfail."""
    marks = [pytest.mark.xfail(strict=True, reason=case.fails)] if case.fails else []
    return pytest.param(case, id=case.id, marks=marks)


@pytest.mark.parametrize("case", [parameter(case) for case in CASES])
def test_repair(case: Case) -> None:
    original = spell(case.text)
    text = repair_text(original, find_languages(original))
    assert text.repaired == spell(case.expected)


@pytest.mark.parametrize("case", [parameter(case._replace(fails="")) for case in CASES])
def test_every_case_speaks_its_languages(case: Case) -> None:
    original = spell(case.text)
    languages = {run.language for run in find_languages(original)}
    assert languages == set(case.language.split("+"))


def test_every_edit_is_of_a_rule_in_the_list() -> None:
    names = {name for rule in RULES for name in rule.edit_names}
    made: set[str] = set()
    for case in CASES:
        original = spell(case.text)
        text = repair_text(original, find_languages(original))
        made |= {edit.rule for edit in (*text.edits, *text.suggestions)}
    assert made <= names
    assert len(made) > len(names) // 2


def test_plurals_glued_on_purpose_are_a_profile() -> None:
    original = spell(
        "او می|گوید کتابها و درختها را دیده|اند و می|روند و نمی|آیند و خانهها را می|سازند."
    )
    assert find_profile(original, find_languages(original)) == "glued plurals"


def test_a_part_that_lost_its_joiners_is_mended_in_a_sound_copy() -> None:
    sound = (
        spell("او می|گوید که نویسنده|ها کتاب|های خود را دیده|اند و نمی|توانند آن|ها را بنویسند. ")
        * 12
    )
    damaged = spell("او میگوید که نویسندهها کتابهای خود را دیدهاند و نمیتوانند چیزی بنویسند. ") * 12
    original = sound.strip() + "\n\n" + damaged.strip() + "\n\n" + sound.strip()
    repaired = repair_text(original, find_languages(original)).repaired
    assert repaired.startswith(sound.strip())
    assert repaired.endswith(sound.strip())
    assert (
        spell("او می|گوید که نویسنده|ها کتاب|های خود را دیده|اند و نمی|توانند چیزی بنویسند.")
        in repaired
    )


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 300
