"""Reports that two newsrooms wrote freely: counterparts, aligned paragraphs, figures told differently, days."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from tests.link.events import read_events

from rawi.archive.linking import link_pending
from rawi.facts import AlignedPassage, AnnotatedDocument, Document
from rawi.index.sqlite import SqliteStore
from rawi.link.across import (
    Candidate,
    Rarity,
    choose_counterparts,
    measure_rarity,
    score_pair,
    weigh,
)
from rawi.link.differences import describe_beads
from rawi.link.entities import list_names
from rawi.link.keys import take_keys
from rawi.link.passages import align_passages, cut_pair
from rawi.pipeline import annotate

Event = dict[str, Any]
Aligned = Callable[[Event], tuple[AlignedPassage, ...]]
Pair = tuple[str, str]
Reports = dict[str, AnnotatedDocument]

EVENTS = read_events("newsrooms/*.toml")
LANGUAGES = ("fa", "ar")
MUCH = 0.75  # of the links between paragraphs, both ways: in free reports two readers differ too


def expect(check: str) -> list[Any]:
    """One case per event; a strict expected failure where the event says so."""
    failure = pytest.mark.xfail(strict=True, reason=f"{check}: see known_failures of the event")
    return [
        pytest.param(
            event, id=event["name"], marks=[failure] * (check in event.get("known_failures", ()))
        )
        for event in EVENTS
    ]


@pytest.fixture(scope="module")
def reports() -> Reports:
    """Both reports of each event after the walk, named `fa-<event>` and `ar-<event>`."""
    return {
        name: annotate(Document(name, "\n".join(event[language]), given_id=name))
        for event in EVENTS
        for language in LANGUAGES
        for name in (f"{language}-{event['name']}",)
    }


@pytest.fixture(scope="module")
def rarity(reports: Reports) -> Rarity:
    counts = {language: Counter[str]() for language in LANGUAGES}
    for report in reports.values():
        counts[report.language].update(take_keys(report).counts.keys())
    size = len(EVENTS)
    return measure_rarity(lambda key: (counts["fa"][key], counts["ar"][key]), (size, size))


@pytest.fixture(scope="module")
def half(reports: Reports, rarity: Rarity) -> set[Pair]:
    """The counterparts chosen when every other Arabic report is taken away."""
    kept = {event["name"] for event in EVENTS[::2]}
    weighed = [weigh(take_keys(report), rarity) for report in reports.values()]
    fa = [w for w in weighed if w.keys.language == "fa"]
    ar = [w for w in weighed if w.keys.document in {f"ar-{name}" for name in kept}]
    candidates = [
        Candidate(a.keys.document, b.keys.document, score_pair(a, b), ()) for a in fa for b in ar
    ]
    named = {
        name: {use.key for use in list_names(report) if use.type != "LOC" and " " in use.key}
        for name, report in reports.items()
    }

    def share_name(a: str, b: str) -> bool:
        return not named[a].isdisjoint(named[b])

    return {(c.a, c.b) for c in choose_counterparts(candidates, {}, len(ar), share_name)}


@pytest.fixture(scope="module")
def align(reports: Reports, rarity: Rarity) -> Aligned:
    def align_event(event: Event) -> tuple[AlignedPassage, ...]:
        fa, ar = (reports[f"{language}-{event['name']}"] for language in LANGUAGES)
        cut = cut_pair(fa, ar)
        return describe_beads(fa, ar, *cut, align_passages(*cut, rarity))

    return align_event


@pytest.fixture(scope="module")
def days(reports: Reports, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The day an archive gives each report, after linking; without the undecided."""
    path = tmp_path_factory.mktemp("archive") / "newsrooms.sqlite"
    with SqliteStore(path, create=True) as store:
        for report in reports.values():
            store.put(report)
        link_pending(store)
        rows = {name: store.row(name).day for name in reports}
        yield {name: str(day) for name, day in rows.items() if day is not None}


def number_paragraphs(lines: list[str], extents: tuple[tuple[int, int], ...]) -> list[int]:
    """Number the paragraphs that lie at least half in some extents of the text they make."""
    found, start = [], 0
    for number, line in enumerate(lines):
        end = start + len(line)
        inside = sum(max(0, min(high, end) - max(low, start)) for low, high in extents)
        if 2 * inside >= len(line):
            found.append(number)
        start = end + 1
    return found


def link_paragraphs(event: Event, passage: AlignedPassage) -> set[tuple[int, int]]:
    """The links between paragraphs that an aligned passage makes, Persian then Arabic."""
    fa = number_paragraphs(event["fa"], passage.a_extents)
    ar = number_paragraphs(event["ar"], passage.b_extents)
    return {(i, j) for i in fa for j in ar}


def test_each_event_has_a_name_of_its_own(events: list[Event]) -> None:
    names = [event["name"] for event in (*events, *EVENTS)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("event", expect("counterpart"))
def test_each_report_finds_its_counterpart(event: Event, half: set[Pair]) -> None:
    pair = f"fa-{event['name']}", f"ar-{event['name']}"
    assert (pair in half) == (event in EVENTS[::2])


def test_a_report_whose_counterpart_is_missing_stays_alone(half: set[Pair]) -> None:
    assert half
    assert all(fa.removeprefix("fa-") == ar.removeprefix("ar-") for fa, ar in half)


@pytest.mark.parametrize("event", expect("passages"))
def test_paragraphs_that_tell_the_same_are_aligned(event: Event, align: Aligned) -> None:
    gold = {(i, j) for fa, ar in event["pairs"] for i in fa for j in ar}
    got = set[tuple[int, int]]().union(*(link_paragraphs(event, p) for p in align(event)))
    assert 2 * len(got & gold) / (len(got) + len(gold)) >= MUCH


@pytest.mark.parametrize("event", expect("numbers"))
def test_figures_told_differently_are_found(event: Event, align: Aligned) -> None:
    got = {(d.a, d.b) for p in align(event) for d in p.differences if d.what == "number"}
    assert {tuple(pair) for pair in event["numbers"]} <= got


@pytest.mark.parametrize("event", expect("false numbers"))
def test_no_figure_is_said_to_differ_that_does_not(event: Event, align: Aligned) -> None:
    got = {(d.a, d.b) for p in align(event) for d in p.differences if d.what == "number"}
    assert {pair for pair in got if None not in pair} <= {tuple(p) for p in event["numbers"]}


@pytest.mark.parametrize("event", expect("equal"))
def test_paragraphs_that_tell_the_same_differ_in_no_fact(event: Event, align: Aligned) -> None:
    equal = {(i, j) for fa, ar in event["equal"] for i in fa for j in ar}
    for passage in align(event):
        links = link_paragraphs(event, passage)
        if links and links <= equal:
            facts = [d for d in passage.differences if d.what in ("number", "name", "day")]
            assert facts == []


@pytest.mark.parametrize("event", expect("days"))
def test_each_report_has_its_day(event: Event, days: dict[str, str]) -> None:
    for language in LANGUAGES:
        assert days.get(f"{language}-{event['name']}") in event["days"][language]


@pytest.mark.parametrize("event", expect("wrong days"))
def test_no_report_has_a_wrong_day(event: Event, days: dict[str, str]) -> None:
    for language in LANGUAGES:
        right = event["days"][language]
        assert days.get(f"{language}-{event['name']}", right[0]) in right
