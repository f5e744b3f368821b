"""Linking in a store: nothing twice, nothing lost when killed, and what people decide stays."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from rawi.archive import linking
from rawi.archive.linking import decide, link_pending, withdraw
from rawi.errors import MissingError
from rawi.facts import AnnotatedDocument
from rawi.index.sqlite import SqliteStore
from rawi.link.across import Candidate, choose_counterparts
from rawi.link.decisions import Decision
from rawi.link.stories import group_stories

MakeDocument = Callable[..., AnnotatedDocument]
TABLES = (
    "link_documents", "fingerprints", "boilerplate", "story_keys", "key_counts", "shared_passages",
    "overlaps", "reports", "candidates", "stories", "aligned_passages", "transmissions", "entities",
    "entity_names", "entity_words", "link_pending", "link_counts", "kin",
)  # fmt: skip


def dump(store: SqliteStore) -> dict[str, list[tuple[object, ...]]]:
    """Everything linking wrote."""
    read = store.connection.execute
    found = {
        table: sorted(tuple(row) for row in read(f"SELECT * FROM {table}")) for table in TABLES
    }
    columns = "id, day, day_evidence, report, story"
    found["documents"] = sorted(tuple(row) for row in read(f"SELECT {columns} FROM documents"))
    return found


def fill(path: Path, documents: Iterable[AnnotatedDocument]) -> SqliteStore:
    store = SqliteStore(path, create=True)
    for document in documents:
        store.put(document)
    return store


@pytest.fixture
def collection(
    event_documents: list[AnnotatedDocument], make_document: MakeDocument
) -> list[AnnotatedDocument]:
    """Six events in both languages, with a copy of the first report from another outlet and day."""
    documents = event_documents[:12]
    text = documents[0].text.original
    damaged = text.replace("ی", "ي").replace("ک", "ك") + "\nانتهای پیام"
    return [
        *documents[1:],
        make_document("fa-bridge", text, outlet="روزنامهٔ کرانه", day="2024-05-06"),
        make_document("fa-copy", damaged, outlet="خبر نیلوان", day="2024-05-07"),
    ]


def test_an_archive_of_other_fingerprints_is_keyed_anew(
    tmp_path: Path, collection: list[AnnotatedDocument]
) -> None:
    """As schema 7 found archives: what finds candidates is forgotten, and linking ends where it had."""
    path = tmp_path / "old.sqlite"
    with fill(path, collection) as store:
        link_pending(store)
        before = dump(store)
        store.connection.execute("UPDATE fingerprints SET hash = hash + 1 << 31")
        store.connection.execute("DROP TABLE kin")
        store.connection.execute("PRAGMA user_version = 6")
    with SqliteStore(path) as store:
        link_pending(store)
        assert dump(store) == before


def test_linking_twice_changes_nothing(tmp_path: Path, collection: list[AnnotatedDocument]) -> None:
    with fill(tmp_path / "one.sqlite", collection) as store:
        assert link_pending(store) == len(collection)
        before = dump(store)
        assert link_pending(store) == 0
        assert dump(store) == before


def test_copies_are_one_report_and_counterparts_one_story(
    tmp_path: Path, collection: list[AnnotatedDocument]
) -> None:
    with fill(tmp_path / "one.sqlite", collection) as store:
        link_pending(store)
        (report,) = store.reports()
        assert (report.members, report.first) == (("fa-bridge", "fa-copy"), "fa-bridge")
        stories = {story.members for story in store.all_stories()}
        assert ("ar-bridge", "fa-bridge", "fa-copy") in stories
        assert ("ar-chess", "fa-chess") in stories
        assert len(stories) == 6


def test_an_undated_report_takes_the_day_of_its_counterpart(
    tmp_path: Path, collection: list[AnnotatedDocument]
) -> None:
    with fill(tmp_path / "one.sqlite", collection) as store:
        link_pending(store)
        row = store.row("ar-bridge")
        assert row.day is not None
        assert row.day_evidence in ("story:fa-bridge", "story:fa-copy")
        assert store.row("ar-chess").day is None


def test_a_later_copy_took_it_from_the_earlier_one(
    tmp_path: Path, collection: list[AnnotatedDocument]
) -> None:
    with fill(tmp_path / "one.sqlite", collection) as store:
        link_pending(store)
        found = {(t.taker, t.giver) for t in store.transmissions()}
        assert found == {("fa-copy", "fa-bridge")}


@pytest.mark.parametrize("failing", range(1, 32, 3))
def test_a_run_that_was_killed_ends_in_the_same_state(
    tmp_path: Path,
    collection: list[AnnotatedDocument],
    failing: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with fill(tmp_path / "whole.sqlite", collection) as store:
        link_pending(store)
        expected = dump(store)
    with fill(tmp_path / "killed.sqlite", collection) as store:
        _kill_after(store, failing, monkeypatch)
        with pytest.raises(KeyboardInterrupt):
            link_pending(store)
        monkeypatch.undo()
        link_pending(store)
        assert dump(store) == expected


def _kill_after(store: SqliteStore, steps: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let linking stop inside its so-manyth transaction, as Ctrl-C would."""
    begin = store.transaction
    begun = 0

    def transaction() -> object:
        nonlocal begun
        begun += 1
        if begun > steps:
            raise KeyboardInterrupt
        return begin()

    monkeypatch.setattr(store, "transaction", transaction)
    monkeypatch.setattr(linking, "BATCH", 1)


def test_documents_that_come_later_are_linked_with_those_before(
    tmp_path: Path, collection: list[AnnotatedDocument]
) -> None:
    with fill(tmp_path / "one.sqlite", collection[:-1]) as store:
        link_pending(store)
        assert list(store.reports()) == []
        store.put(collection[-1])
        link_pending(store)
        assert [report.members for report in store.reports()] == [("fa-bridge", "fa-copy")]
        assert store.row("fa-copy").story == store.row("ar-bridge").story


def test_a_link_that_was_cut_stays_cut(
    tmp_path: Path, collection: list[AnnotatedDocument], make_document: MakeDocument
) -> None:
    with fill(tmp_path / "one.sqlite", collection) as store:
        link_pending(store)
        decide(store, Decision("story", "ar-chess", "fa-chess", "cut", "another cup"))
        assert store.row("ar-chess").story is None
        store.put(make_document("fa-new", "گزارشی از چیزی دیگر که تازه رسیده است."))
        link_pending(store)
        assert store.row("ar-chess").story is None
        withdraw(store, "story", "fa-chess", "ar-chess")
        assert store.row("ar-chess").story == store.row("fa-chess").story is not None


def test_a_report_that_was_cut_is_taken_apart(
    tmp_path: Path, collection: list[AnnotatedDocument]
) -> None:
    with fill(tmp_path / "one.sqlite", collection) as store:
        link_pending(store)
        decide(store, Decision("report", "fa-bridge", "fa-copy", "cut"))
        assert list(store.reports()) == []


def test_a_link_that_was_accepted_holds(
    tmp_path: Path, collection: list[AnnotatedDocument]
) -> None:
    with fill(tmp_path / "one.sqlite", collection) as store:
        link_pending(store)
        decide(store, Decision("story", "ar-chess", "fa-bridge", "accept"))
        assert store.row("ar-chess").story == store.row("fa-bridge").story


def test_deciding_about_a_document_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with (
        SqliteStore(tmp_path / "one.sqlite", create=True) as store,
        pytest.raises(MissingError, match="neither"),
    ):
        decide(store, Decision("story", "nowhere", "neither", "cut"))


def test_several_newsrooms_of_one_event_meet() -> None:
    """The second report of each side scores below the first, and yet is of the event."""
    scores = {("f1", "a1"): 0.31, ("f2", "a2"): 0.3, ("f1", "a2"): 0.26, ("f2", "a1"): 0.25}
    others = {("f1", "a3"): 0.2, ("f3", "a1"): 0.22}
    found = [Candidate(*pair, score, ()) for pair, score in (scores | others).items()]
    chosen = choose_counterparts(found, {}, 50, lambda a, b: False)
    assert {(c.a, c.b) for c in chosen} == scores.keys()
    alone = {name: name for pair in scores for name in pair}
    assert group_stories(alone, chosen, found[:4]) == (("a1", "a2", "f1", "f2"),)


@pytest.mark.parametrize(
    ("rivals", "named", "chosen"), [(14, True, 1), (14, False, 0), (80, False, 1)]
)
def test_in_a_small_archive_reports_of_a_kind_must_name_somebody_alike(
    rivals: int, named: bool, chosen: int
) -> None:
    """Two reports of share prices are each other's best where there are no others."""
    found = [Candidate("f", "a", 0.21, ()), Candidate("f", "x", 0.1, ())]
    assert len(choose_counterparts(found, {}, rivals, lambda a, b: named)) == chosen


@pytest.mark.parametrize(
    ("fa", "ar", "together"),
    [
        ("بازار باز است", "السوق مفتوح", False),
        ("بازار نیلوان باز است", "سوق نيلوان مفتوح", True),
        ("بازار ۴۷۱ غرفه دارد", "في السوق 471 جناحاً", True),
    ],
)
def test_two_common_words_are_no_event(
    tmp_path: Path, make_document: MakeDocument, fa: str, ar: str, together: bool
) -> None:
    texts = {"fa": fa, "ar": ar}
    with fill(
        tmp_path / "a.sqlite", [make_document(code, words, code) for code, words in texts.items()]
    ) as store:
        link_pending(store)
        assert (store.row("fa").story is not None) is together
