"""Lines: the words searched for in their surroundings, from texts or from quotations."""

from collections.abc import Callable

import pytest

from rawi.facts import AnnotatedDocument
from rawi.index.query import parse_query
from rawi.index.sqlite import SqliteStore
from rawi.index.store import Line

Build = Callable[..., AnnotatedDocument]
TEXT = "خبر آب\n\nسارا فرضی گفت: «آب کم است و برق هم». او افزود که اب\u200cانبار تهی است. نادر گفت: «برق هست»."


@pytest.fixture
def filled(store: SqliteStore, build: Build) -> SqliteStore:
    quotes = (
        {"text": "آب کم است و برق هم", "speaker": "سارا فرضی"},
        {"text": "برق هست", "speaker": "نادر"},
    )
    store.put(build("d1", TEXT, quotes=quotes))
    return store


def lines(store: SqliteStore, typed: str, width: int = 60) -> list[Line]:
    return list(store.lines(parse_query(typed), width=width))


def test_each_hit_has_its_line_in_text_order(filled: SqliteStore) -> None:
    found = lines(filled, "آب")
    assert [line.text for line in found] == ["آب", "آب"]
    assert [line.before for line in found] == ["خبر", "خبر آب سارا فرضی گفت: «"]
    assert found[1].after.startswith("کم است")


def test_a_line_says_who_is_quoted_there(filled: SqliteStore) -> None:
    assert [line.speaker for line in lines(filled, "آب")] == [None, "سارا فرضی"]


def test_a_question_of_who_takes_lines_of_those_quotations_alone(filled: SqliteStore) -> None:
    assert [line.speaker for line in lines(filled, "برق")] == ["سارا فرضی", "نادر"]
    assert [line.speaker for line in lines(filled, "برق by:نادر")] == ["نادر"]


def test_places_and_locators_lead_to_the_words(filled: SqliteStore) -> None:
    found = lines(filled, "برق")
    assert len(found) == 2
    for line in found:
        start, end = line.extent
        assert TEXT[start:end] == "برق"
        assert line.locator.endswith(f"#char={start},{end}")


def test_surroundings_are_cut_at_words(filled: SqliteStore) -> None:
    [first, second] = lines(filled, "برق", width=10)
    assert (first.before, first.after) == ("کم است و", "هم». او")
    assert (second.before, second.after) == ("گفت: «", "هست».")


def test_without_words_there_are_no_lines(filled: SqliteStore) -> None:
    assert lines(filled, "lang:fa") == lines(filled, "by:نادر") == []
