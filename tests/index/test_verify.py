"""verify finds each kind of damage: nothing may differ from what it claims without being told."""

from collections.abc import Callable

import pytest

from rawi.facts import AnnotatedDocument
from rawi.index.sqlite import SqliteStore
from rawi.index.sqlite.verify import find_by_locator, verify_store

Build = Callable[..., AnnotatedDocument]


@pytest.fixture
def sound(store: SqliteStore, build: Build) -> SqliteStore:
    store.put(
        build(
            "d1",
            "روز ۴ آوریل سارا فرضی گفت: آب کم است",
            quotes=({"text": "آب کم است", "speaker": "سارا فرضی", "source": "سارا فرضی"},),
            dates=(("۴ آوریل", "2018-04-04"),),
            names=("سارا فرضی",),
        )
    )
    store.put(build("d2", "متن دیگر", quotes=({"text": "دیگر"},)))
    assert list(verify_store(store.connection)) == []
    return store


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (
            "UPDATE documents SET original = replace(original, 'آب', 'شب') WHERE id = 'd1'",
            "SHA-256",
        ),
        ("UPDATE documents SET length = 3 WHERE id = 'd1'", "not 3"),
        ("UPDATE documents SET alignment = x'0505000003' WHERE id = 'd1'", "alignment"),
        ("UPDATE documents SET alignment = x'05' WHERE id = 'd1'", "cannot be read"),
        ("UPDATE documents SET runs = '[[0, 5, \"fa\"]]' WHERE id = 'd1'", "no language"),
        ("UPDATE documents SET layout = 'no json' WHERE id = 'd1'", "cannot be read"),
        ("UPDATE quotations SET text = 'آب زیاد است' WHERE position = 0", "not 'آب زیاد"),
        ("UPDATE quotations SET content = '[[0, 9]]' WHERE position = 0", "id should be"),
        ("UPDATE quotations SET content = '[[900, 909]]'", "outside the text"),
        ("UPDATE quotations SET id = 'other' WHERE speaker IS NOT NULL", "id should be"),
        ("UPDATE quotations SET source_end = 999 WHERE speaker IS NOT NULL", "source"),
        ("UPDATE quotations SET outlet = 'دیگر'", "outlet"),
        ("UPDATE quotations SET sort_day = '1999-01-01'", "day for sorting"),
        ("UPDATE quotations SET speaker = 'کس دیگر' WHERE speaker IS NOT NULL", "search index"),
        ("UPDATE quotations SET speaker_entity = 'p9'", "p9 is not there"),
        ("UPDATE dates SET text = '۵ آوریل'", "not '۵ آوریل'"),
        ("UPDATE dates SET start = start + 1", "not"),
        ("UPDATE mentions SET span_start = span_start + 1", "not that of the repaired"),
        ("UPDATE documents SET story = 's9'", "s9 is not there"),
        ("UPDATE documents SET report = 'r9'", "r9 is not there"),
        ("INSERT INTO document_words (rowid, body) VALUES (77, 'آب')", "row 77"),
        ("INSERT INTO document_words (document_words) VALUES ('delete-all')", "row 1"),
        ("INSERT INTO quotation_words (quotation_words) VALUES ('delete-all')", "search index"),
        ("DELETE FROM documents WHERE id = 'd2'", "search index"),
    ],
)
def test_each_damage_is_found(sound: SqliteStore, damage: str, says: str) -> None:
    sound.connection.execute(damage)
    problems = list(verify_store(sound.connection))
    assert any(says in problem.what for problem in problems), problems


def test_a_fact_of_no_document_is_found(sound: SqliteStore) -> None:
    sound.connection.execute("PRAGMA foreign_keys = OFF")
    sound.connection.execute("UPDATE mentions SET document = 99")
    assert any("no row of documents" in p.what for p in verify_store(sound.connection))


def test_a_locator_leads_to_its_document(sound: SqliteStore) -> None:
    [row] = sound.quotations_of("d1")
    assert find_by_locator(sound.connection, row.locator) == ["d1"]
    assert find_by_locator(sound.connection, f"{row.locator}99") == []
    assert find_by_locator(sound.connection, "rawi:0123456789ab/01234567#char=0,1") == []
