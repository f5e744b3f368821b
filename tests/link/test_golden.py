"""Invented reports as two newsrooms write them: told one from another, aligned, and their figures compared."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from rawi.facts import AlignedPassage, AnnotatedDocument
from rawi.link.across import (
    Candidate,
    Rarity,
    choose_counterparts,
    measure_rarity,
    score_pair,
    weigh,
)
from rawi.link.differences import describe_beads
from rawi.link.keys import take_keys
from rawi.link.passages import align_passages, cut_pair

Aligned = Callable[[dict[str, Any]], tuple[AlignedPassage, ...]]


@pytest.fixture(scope="module")
def rarity(event_documents: list[AnnotatedDocument]) -> Rarity:
    counts = {"fa": Counter[str](), "ar": Counter[str]()}
    for document in event_documents:
        counts[document.language].update(take_keys(document).counts.keys())
    half = len(event_documents) // 2
    return measure_rarity(lambda key: (counts["fa"][key], counts["ar"][key]), (half, half))


@pytest.fixture(scope="module")
def align(event_documents: list[AnnotatedDocument], rarity: Rarity) -> Aligned:
    by_name = {document.document.id: document for document in event_documents}

    def align_event(event: dict[str, Any]) -> tuple[AlignedPassage, ...]:
        fa, ar = by_name[f"fa-{event['name']}"], by_name[f"ar-{event['name']}"]
        cut = cut_pair(fa, ar)
        return describe_beads(fa, ar, *cut, align_passages(*cut, rarity))

    return align_event


def find_paragraphs(lines: list[str], extents: tuple[tuple[int, int], ...]) -> list[int]:
    """Number the lines that begin in some extents of the text they make."""
    starts = [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines))]
    return [n for n, at in enumerate(starts) if any(low <= at < high for low, high in extents)]


def test_there_are_twenty_events(events: list[dict[str, Any]]) -> None:
    assert len(events) >= 20
    assert len({event["name"] for event in events}) == len(events)


def test_each_report_finds_its_counterpart_and_no_other(
    event_documents: list[AnnotatedDocument], rarity: Rarity
) -> None:
    weighed = [weigh(take_keys(document), rarity) for document in event_documents]
    candidates = [
        Candidate(a.keys.document, b.keys.document, score_pair(a, b), ())
        for a in weighed
        if a.keys.language == "fa"
        for b in weighed
        if b.keys.language == "ar"
    ]
    chosen = choose_counterparts(candidates, {}, len(event_documents) // 2, lambda a, b: False)
    assert len(chosen) == len(event_documents) // 2
    assert all(c.a.removeprefix("fa-") == c.b.removeprefix("ar-") for c in chosen)


def test_a_report_without_a_counterpart_finds_none(
    event_documents: list[AnnotatedDocument], rarity: Rarity
) -> None:
    """Every other Arabic report is taken away: their Persian counterparts must stay alone."""
    weighed = [weigh(take_keys(document), rarity) for document in event_documents]
    fa = [w for w in weighed if w.keys.language == "fa"]
    ar = [w for w in weighed if w.keys.language == "ar"][::2]
    candidates = [
        Candidate(a.keys.document, b.keys.document, score_pair(a, b), ()) for a in fa for b in ar
    ]
    chosen = choose_counterparts(candidates, {}, len(ar), lambda a, b: False)
    assert len(chosen) == len(ar)
    assert all(c.a.removeprefix("fa-") == c.b.removeprefix("ar-") for c in chosen)


def test_passages_are_aligned(events: list[dict[str, Any]], align: Aligned) -> None:
    right = found = wanted = 0
    for event in events:
        gold = {(tuple(fa), tuple(ar)) for fa, ar in event["pairs"]}
        got = {
            (
                tuple(find_paragraphs(event["fa"], passage.a_extents)),
                tuple(find_paragraphs(event["ar"], passage.b_extents)),
            )
            for passage in align(event)
            if passage.a_extents and passage.b_extents
        }
        right, found, wanted = right + len(got & gold), found + len(got), wanted + len(gold)
    assert 2 * right / (found + wanted) >= 0.9


def test_every_paragraph_is_in_one_passage(events: list[dict[str, Any]], align: Aligned) -> None:
    for event in events:
        aligned = align(event)
        for side, lines in (("a_extents", event["fa"]), ("b_extents", event["ar"])):
            numbers = [n for p in aligned for n in find_paragraphs(lines, getattr(p, side))]
            assert sorted(numbers) == list(range(len(lines)))


def test_figures_told_differently_are_found(events: list[dict[str, Any]], align: Aligned) -> None:
    right = found = wanted = 0
    for event in events:
        gold = {tuple(pair) for pair in event["numbers"]}
        got = {
            (difference.a, difference.b)
            for passage in align(event)
            for difference in passage.differences
            if difference.what == "number"
        }
        right, found, wanted = right + len(got & gold), found + len(got), wanted + len(gold)
    assert right >= 0.9 * wanted
    assert right >= 0.9 * found
