"""Spaces taken from newsrooms' Arabic are given back, and sound text keeps its words."""

import json
import random
from pathlib import Path

from rawi.repair import repair_text
from rawi.repair.rules import SURE_ENOUGH
from rawi.segment.languages import find_languages
from rawi.text import Text

GOLD = Path(__file__).parents[1] / "quality" / "gold" / "native" / "docs_ar.jsonl"
# Twins with Persian letters or hard breaks in some reports: every text there is.
REPORTS = [json.loads(line)["text"] for line in GOLD.read_text(encoding="utf-8").splitlines()]
ONE_IN = 25  # spaces lost
LEAST_RIGHT, LEAST_FOUND = 0.97, 0.55


def repair(text: str) -> Text:
    return repair_text(text, find_languages(text))


def take_spaces(text: str, chance: random.Random) -> tuple[str, set[int]]:
    """Take spaces between letters from a text; tell where they stood in what is left."""
    kept: list[str] = []
    lost: set[int] = set()
    for before, c, after in zip(" " + text, text, text[1:] + " ", strict=False):
        if c == " " and before.isalpha() and after.isalpha() and chance.random() < 1 / ONE_IN:
            lost.add(len(kept))
        else:
            kept.append(c)
    return "".join(kept), lost


def test_sound_reports_keep_their_words() -> None:
    for report in REPORTS:
        text = repair(report)
        assert not [e for e in (*text.edits, *text.suggestions) if e.rule == "ar.lost-space"]


def test_lost_spaces_come_back_where_they_stood() -> None:
    chance = random.Random("spaces")
    right = made = taken = 0
    for report in REPORTS:
        damaged, lost = take_spaces(report, chance)
        places = {e.start for e in repair(damaged).edits if e.rule == "ar.lost-space"}
        right += len(places & lost)
        made += len(places)
        taken += len(lost)
    assert right / made >= LEAST_RIGHT
    assert right / taken >= LEAST_FOUND


def test_one_place_of_a_long_sound_copy_is_only_suggested() -> None:
    alone, in_copy = "وصلت الحافلة ثم بقيت فيقرية بعيدة.", "\n\n".join(REPORTS[:4])
    assert "في قرية" in repair(alone).repaired
    text = repair(f"{in_copy}\n\n{alone}")
    [suggestion] = [e for e in text.suggestions if e.rule == "ar.lost-space"]
    assert suggestion.confidence < SURE_ENOUGH
    assert "فيقرية" in text.repaired
