"""The store: what is there twice, what is missing, what another version made, what is locked."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from rawi.errors import (
    BrokenStoreError,
    BusyStoreError,
    MissingError,
    StoreError,
)
from rawi.facts import AnnotatedDocument, Part, SetAside
from rawi.index.sqlite import SqliteStore, migrate
from rawi.text import Span

if TYPE_CHECKING:
    from rawi.index.store import Store

Build = Callable[..., AnnotatedDocument]


def test_the_store_keeps_its_protocol(store: SqliteStore) -> None:
    kept: Store = store
    assert kept.status().documents == 0


def test_a_document_twice_is_there_once(store: SqliteStore, build: Build) -> None:
    document = build("d1", "گفت: آب", quotes=({"text": "آب"},), names=("گفت",))
    assert store.put(document)
    assert not store.put(document)
    status = store.status()
    assert (status.documents, status.quotations) == (1, 1)
    assert list(store.document_ids()) == ["d1"]
    assert "d1" in store
    assert "d2" not in store


def test_two_like_quotations_of_one_document_have_two_ids(store: SqliteStore, build: Build) -> None:
    quote = {"text": "آب"}
    store.put(build("d1", "آب", quotes=(quote, quote)))
    first, second = store.quotations_of("d1")
    assert first.id != second.id
    assert store.quotation(second.id) == second


def test_quotation_ids_do_not_depend_on_what_came_before(
    tmp_path: Path, store: SqliteStore, build: Build
) -> None:
    store.put(build("d0", "باد", quotes=({"text": "باد"},)))
    store.put(build("d1", "آب", quotes=({"text": "آب"},)))
    with SqliteStore(tmp_path / "other.sqlite", create=True) as other:
        other.put(build("d1", "آب", quotes=({"text": "آب"},)))
        assert other.quotations_of("d1")[0].id == store.quotations_of("d1")[0].id


@pytest.mark.parametrize(
    "method", ["get", "row", "original", "report", "story", "entity", "quotation"]
)
def test_what_is_not_there_is_said_to_be_missing(store: SqliteStore, method: str) -> None:
    with pytest.raises(MissingError, match="nowhere"):
        getattr(store, method)("nowhere")


def test_the_same_thing_set_aside_twice_is_there_once(store: SqliteStore) -> None:
    entry = SetAside("a.pdf", "broken", "no trailer", "ab")
    store.put_set_aside(entry)
    store.put_set_aside(entry)
    assert store.status().set_aside == (entry,)
    store.drop_set_aside("a.pdf", ["broken"])
    assert store.status().set_aside == ()


def test_a_failed_write_leaves_nothing(store: SqliteStore, build: Build) -> None:
    document = build("d1", "آب", quotes=({"text": "آب"},))

    def write_and_fail() -> None:
        with store.transaction():
            store.put(document)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        write_and_fail()
    assert store.status().quotations == 0
    assert store.put(document)


def test_a_lone_surrogate_is_refused_with_the_document_named(
    store: SqliteStore, build: Build
) -> None:
    with pytest.raises(StoreError, match="d1"):
        store.put(build("d1", "a\ud800"))
    assert store.status().documents == 0


def test_days_count_documents_and_quotations(store: SqliteStore, build: Build) -> None:
    store.put(build("d1", "آب", quotes=({"text": "آب"},), day="2018-04-04"))
    store.put(build("d2", "باد", quotes=({"text": "باد", "day": ("2018-04-01", "2018-04-01")},)))
    store.put(build("d3", "خاک", day=None))
    assert [(row.day, row.documents, row.quotations) for row in store.days()] == [
        ("2018-04-01", 0, 1),
        ("2018-04-04", 2, 1),
    ]


def test_a_day_from_elsewhere_reaches_the_quotations(store: SqliteStore, build: Build) -> None:
    store.put(build("d1", "گفت: آب", quotes=({"text": "آب"},), day=None))
    store.set_anchor("d1", date(2018, 4, 4), "story:d2")
    row = store.row("d1")
    assert (row.day, row.day_evidence) == ("2018-04-04", "story:d2")
    assert store.get("d1").anchor.day == date(2018, 4, 4)
    assert [day.day for day in store.days()] == ["2018-04-04"]


def test_an_archive_of_a_newer_rawi_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "archive.sqlite"
    SqliteStore(path, create=True).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    with pytest.raises(BusyStoreError, match="schema 999"):
        SqliteStore(path)


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "archive.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE theirs (x)")
    connection.close()
    with pytest.raises(BrokenStoreError, match="not one of rawi"):
        SqliteStore(path)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "archive.sqlite"
    path.write_bytes(b"no database at all" * 100)
    with pytest.raises(BrokenStoreError, match="damaged"):
        SqliteStore(path)


def test_a_missing_archive_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="rawi add"):
        SqliteStore(tmp_path / "archive.sqlite")


def test_an_older_archive_is_brought_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, build: Build
) -> None:
    path = tmp_path / "archive.sqlite"
    SqliteStore(path, create=True).close()
    newer = (*migrate.schema_files(), "CREATE TABLE later (x TEXT) STRICT;")
    monkeypatch.setattr(migrate, "schema_files", lambda: newer)
    with SqliteStore(path) as store:
        assert store.status().schema_version == len(newer)
        assert store.connection.execute("SELECT count(*) FROM later").fetchone()[0] == 0


def test_a_schema_file_that_fails_leaves_the_archive_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "archive.sqlite"
    SqliteStore(path, create=True).close()
    good = migrate.schema_files()
    monkeypatch.setattr(migrate, "schema_files", lambda: (*good, "CREATE TABLE a (x); NONSENSE;"))
    with pytest.raises(StoreError):
        SqliteStore(path)
    monkeypatch.setattr(migrate, "schema_files", lambda: good)
    with SqliteStore(path) as store:
        assert store.status().schema_version == len(good)


def test_another_writer_is_waited_for_and_then_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, build: Build
) -> None:
    monkeypatch.setattr(migrate, "BUSY_MILLISECONDS", 10)
    path = tmp_path / "archive.sqlite"
    with SqliteStore(path, create=True) as first, SqliteStore(path) as second:
        with first.transaction(), pytest.raises(BusyStoreError, match="locked"):
            second.put(build("d1", "آب"))
        assert second.put(build("d1", "آب"))


def test_readers_go_on_while_one_writes(tmp_path: Path, build: Build) -> None:
    path = tmp_path / "archive.sqlite"
    with SqliteStore(path, create=True) as writer, SqliteStore(path) as reader:
        writer.put(build("d1", "آب"))
        with writer.transaction():
            writer.put(build("d2", "باد"))
            assert reader.status().documents == 1
        assert reader.status().documents == 2


def test_the_snapshot_names_the_state(store: SqliteStore, build: Build) -> None:
    empty = store.snapshot()
    store.put(build("d1", "آب"))
    assert store.snapshot() != empty
    assert store.snapshot() == store.snapshot()


def test_a_closed_store_says_so(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "archive.sqlite", create=True)
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.status()


def test_a_document_without_a_title_is_called_by_its_headline(
    store: SqliteStore, build: Build
) -> None:
    text = "پیک دانش\nاستخر باز شد\nاستخر تازه امروز باز شد."
    made = build("d1", text)
    places = [("headline", 0, 8), ("headline", 9, 21), ("body", 22, len(text))]
    parts = tuple(Part(Span(start, end), kind) for kind, start, end in places)  # type: ignore[arg-type]  # kinds
    store.put(replace(made, parts=parts))
    row = store.row("d1")
    assert (row.title, row.headline, row.name) == (None, "استخر باز شد", "استخر باز شد")
    store.put(build("d2", "استخر بسته است."))
    assert store.row("d2").headline is None
    assert store.row("d2").name == "استخر بسته است."
