"""Paragraphs of two reports that say the same, aligned by their sentences."""

import re
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.link.conftest import build_document

from rawi.facts import AnnotatedDocument, Sentence
from rawi.link.across import measure_rarity
from rawi.link.passages import align_passages, cut_passages
from rawi.text import Span

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "cases" / "passages.toml").read_text("utf-8")
)["case"]


def build_report(name: str, lines: list[str], language: str) -> AnnotatedDocument:
    """A report of some lines, cut into sentences at full stops."""
    report = build_document(name, "\n".join(lines), language)
    spans = re.finditer(r"[^\s.][^.\n]*\.?", report.text.repaired)
    sentences = tuple(Sentence(Span(*match.span()), language) for match in spans)
    return replace(report, sentences=sentences)


def test_lines_that_tell_only_when_are_no_passages() -> None:
    lines = ["پل باز شد", "تاریخ انتشار: ۱۲:۳۰", "ساعت ۱۲:۳۰ پل چوبی شهر باز شد.", "۱۴:۱۰"]
    report = build_report("f", lines, "fa")
    found = [report.text.repaired[p.span.start : p.span.end] for p in cut_passages(report)]
    assert found == [lines[0], lines[2]]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_passages_belong_together(case: dict[str, Any]) -> None:
    fa = cut_passages(build_report("f", case["fa"], "fa"))
    ar = cut_passages(build_report("a", case["ar"], "ar"))
    beads = align_passages(fa, ar, measure_rarity(lambda _: (1, 1), (20, 20)))
    assert [[list(bead.a), list(bead.b)] for bead in beads if bead.a and bead.b] == case["pairs"]
    assert sorted(i for bead in beads for i in bead.a) == list(range(len(fa)))
    assert sorted(j for bead in beads for j in bead.b) == list(range(len(ar)))
