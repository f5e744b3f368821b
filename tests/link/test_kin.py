"""Reports of one event in one language, written by two newsrooms: one story without a counterpart in the other."""

from collections.abc import Iterator
from typing import Any

import pytest
from tests.link.events import read_events

from rawi.archive.linking import link_pending
from rawi.facts import AnnotatedDocument, Document
from rawi.index.sqlite import SqliteStore
from rawi.link.across import Candidate
from rawi.link.decisions import Decision
from rawi.link.stories import group_stories
from rawi.pipeline import annotate

EVENTS = read_events("kin.toml")
SIDES = ("one", "other")


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str | None]]:
    """The story of each report when all are linked."""
    with SqliteStore(tmp_path_factory.mktemp("kin") / "kin.sqlite", create=True) as store:
        for event in EVENTS:
            for report in annotate_event(event):
                store.put(report)
        link_pending(store)
        names = [f"{event['name']}-{side}" for event in EVENTS for side in SIDES]
        yield {name: store.row(name).story for name in names}


def annotate_event(event: dict[str, Any]) -> Iterator[AnnotatedDocument]:
    for side, day in zip(SIDES, event["day"], strict=True):
        name = f"{event['name']}-{side}"
        yield annotate(Document(name, "\n".join(event[side]), given_id=name, published=day))


@pytest.mark.parametrize("event", EVENTS, ids=[event["name"] for event in EVENTS])
def test_reports_of_one_event_are_one_story(
    event: dict[str, Any], stories: dict[str, str | None]
) -> None:
    one, other = (stories[f"{event['name']}-{side}"] for side in SIDES)
    assert one == other is not None
    assert sum(story == one for story in stories.values()) == len(SIDES)


def test_kin_join_a_story_told_in_both_languages() -> None:
    link = Candidate("f", "a", 0.5, ())
    reports = {name: name for name in "fag"}
    assert group_stories(reports, [link], [link], kin=[("f", "g")]) == (("a", "f", "g"),)


def test_what_goes_on_from_day_to_day_is_not_chained() -> None:
    days = [("d1", "d2"), ("d2", "d3"), ("d3", "d4"), ("d4", "d5")]
    reports = {name: name for pair in days for name in pair}
    stories = group_stories(reports, [], [], kin=days)
    assert stories
    assert all(len(story) < 4 for story in stories)


def test_kin_a_person_cut_stay_apart() -> None:
    cut = Decision("story", "f", "g", "cut")
    assert group_stories({"f": "f", "g": "g"}, [], [], [cut], kin=[("f", "g")]) == ()
