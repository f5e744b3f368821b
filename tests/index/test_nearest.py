"""Queries without hits: what comes near, what may have been meant, and which part stands in the way."""

from collections.abc import Callable

import pytest

from rawi.facts import AnnotatedDocument
from rawi.index.loosening import find_loosenings, list_parts
from rawi.index.query import Query, parse_query
from rawi.index.sqlite import SqliteStore

Build = Callable[..., AnnotatedDocument]

SAID = "تنها راه آب رساندن به روستا کندن قنات است"


@pytest.fixture
def filled(store: SqliteStore, build: Build) -> SqliteStore:
    store.put(
        build("d1", f"سارا فرضی گفت: {SAID}.", quotes=({"text": SAID, "speaker": "سارا فرضی"},))
    )
    again = SAID.replace("روستا", "روستاها")
    store.put(
        build(
            "d2",
            again,
            quotes=({"text": again, "speaker": "نادر نیک\u200cپندار"},),
            day="2018-05-01",
        )
    )
    store.put(build("d3", SAID, quotes=({"text": SAID, "speaker": "سارا فرضی"},), outlet="آینه"))
    arabic = "الماء قليل في القرية"
    store.put(
        build("d4", arabic, language="ar", quotes=({"text": arabic, "speaker": "سارة فرضي"},))
    )
    return store


def near(store: SqliteStore, typed: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(found.row.document.id, found.missing) for found in store.nearest(parse_query(typed))]


def test_the_nearest_wording_comes_with_the_words_it_lacks(filled: SqliteStore) -> None:
    assert near(filled, "«تنها راه آب رساندن به شهر»")[0] == ("d1", ("شهر",))


def test_copies_of_one_wording_are_near_once(filled: SqliteStore) -> None:
    assert [name for name, _ in near(filled, "راه آب شهر")] == ["d1", "d2"]


def test_what_has_half_of_the_words_or_fewer_is_not_near(filled: SqliteStore) -> None:
    assert near(filled, "راه آب هوا زمین") == []
    assert near(filled, "آب") == []


def test_words_in_the_order_asked_come_before_others(filled: SqliteStore, build: Build) -> None:
    turned = "قنات کندن است روستا به رساندن آب راه تنها"
    filled.put(build("d0", turned, quotes=({"text": turned},)))
    assert near(filled, "تنها راه آب رساندن به شهر")[0][0] == "d1"
    assert near(filled, "روستا به رساندن آب راه شهر")[0][0] == "d0"


def test_the_other_parts_of_the_query_hold_unless_they_leave_nothing(filled: SqliteStore) -> None:
    assert near(filled, "«تنها راه نان» by:نیک\u200cپندار")[0][0] == "d2"
    assert near(filled, "«تنها راه نان» lang:ar")[0][0] == "d1"


def test_what_is_shared_is_lit_up(filled: SqliteStore) -> None:
    [found, *_] = filled.nearest(parse_query("راه آب شهر"))
    text = filled.original(found.row.document.id).original
    assert [text[start:end] for start, end in found.row.hits] == ["راه", "آب"]


@pytest.mark.parametrize(
    ("typed", "field", "old", "new", "total"),
    [
        ("قناط", "words", "قناط", "قنات", 3),
        ("«کندن قناط»", "words", "قناط", "قنات", 3),
        ("by:فرظی", "by", "فرظی", "سارا فرضی", 2),
        ("by:نیکپنذار", "by", "نیکپنذار", "نادر نیک\u200cپندار", 1),
        ("outlet:آیینه", "outlet", "آیینه", "آینه", 1),
        ("lang:de", "language", "de", "fa", 3),
    ],
)
def test_what_may_have_been_meant(
    filled: SqliteStore, typed: str, field: str, old: str, new: str, total: int
) -> None:
    query = parse_query(typed)
    assert filled.quotations(query).total == 0
    found = filled.suggestions(query)[0]
    assert (found.field, found.old, found.new, found.total) == (field, old, new, total)
    assert filled.quotations(found.query).total == total


def test_a_word_that_is_known_and_a_stranger_are_not_put_right(filled: SqliteStore) -> None:
    assert filled.suggestions(parse_query("آب برق\u200cآسا")) == ()
    assert filled.suggestions(parse_query("by:کیومرث")) == ()


def test_the_part_that_stands_in_the_way_is_named(filled: SqliteStore) -> None:
    query = parse_query("قنات by:فرضی lang:ar")
    found = find_loosenings(query, lambda asked: filled.quotations(asked).total)
    assert [(loose.part.field, loose.total, loose.alone) for loose in found] == [
        ("words", 1, False),
        ("language", 2, False),
    ]


def test_when_no_single_part_does_what_each_finds_alone_is_told(filled: SqliteStore) -> None:
    query = parse_query("قنات by:هیچ\u200cکس lang:ar -الماء")
    found = find_loosenings(query, lambda asked: filled.quotations(asked).total)
    assert [(loose.part.field, loose.total, loose.alone) for loose in found] == [
        ("words", 3, True),
        ("language", 1, True),
    ]
    assert find_loosenings(parse_query("قناط"), lambda asked: filled.quotations(asked).total) == ()


def test_each_part_is_the_query_with_and_without_it() -> None:
    query = parse_query("آب «تنها راه» by:فرضی day:2018-04 forms:off")
    parts = {part.field: part for part in list_parts(query)}
    assert set(parts) == {"words", "phrases", "by", "day", "forms"}
    assert parts["words"].rest == parse_query("«تنها راه» by:فرضی day:2018-04 forms:off")
    assert parts["words"].alone == parse_query("آب forms:off")
    assert parts["day"].value == "2018-04-01..2018-04-30"
    assert parts["by"].alone == Query(by="فرضی", forms=False)
