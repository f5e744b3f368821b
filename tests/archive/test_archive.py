"""Taking documents in: once, in order, whatever they are."""

import gzip
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from rawi.archive import Archive, annotating
from rawi.archive.annotating import annotate_all, annotate_one, time_limit
from rawi.archive.blobs import Blobs
from rawi.archive.verifying import verify_archive
from rawi.errors import BrokenStoreError, MissingError, StoreError
from rawi.facts import AnnotatedDocument, Document, SetAside
from rawi.index.query import Query
from rawi.index.sqlite.rows import Shelf
from rawi.pipeline import annotate


def outcomes(archive: Archive, *paths: Path, jobs: int = 1) -> list[str]:
    return [step.outcome for step in archive.add(paths, jobs=jobs) if step.outcome != "linked"]


def test_adding_twice_changes_nothing(archive: Archive, records: Callable[[int], Path]) -> None:
    source = records(5)
    assert outcomes(archive, source) == ["added"] * 5
    snapshot = archive.store.snapshot()
    assert outcomes(archive, source) == ["known"] * 5
    assert archive.store.snapshot() == snapshot
    assert archive.status().documents == 5


def test_processes_change_nothing_but_the_time(
    tmp_path: Path, archive: Archive, records: Callable[[int], Path]
) -> None:
    source = records(30)
    outcomes(archive, source, jobs=1)
    with Archive.open(tmp_path / "other.rawi", create=True) as other:
        assert outcomes(other, source, jobs=2) == ["added"] * 30
        assert other.store.snapshot() == archive.store.snapshot()
        ids = [archive.store.connection, other.store.connection]
        first, second = (
            [row[0] for row in c.execute("SELECT id FROM documents ORDER BY number")] for c in ids
        )
        assert first == second


def test_the_bytes_are_kept_as_they_were(archive: Archive, tmp_path: Path) -> None:
    page = tmp_path / "report.txt"
    page.write_bytes("وی گفت: آب هست.\r\n".encode())
    outcomes(archive, page)
    [sha256] = archive.blobs.hashes()
    assert archive.blobs.get(sha256) == page.read_bytes()
    [document] = archive.store.document_ids()
    origin = archive.get(document).document.origin
    assert origin is not None
    assert origin.sha256 == sha256


BAD_LINES = {
    "no-json": b"{not json",
    "not-an-object": b"[1, 2]",
    "no-text": b'{"id": "x"}',
    "bad-utf8": b'{"id": "x", "text": "\xff\xfe"}',
}
ODD_TEXTS = {
    "lone-surrogate": '{"id": "o1", "text": "\\ud800 \u0622\u0628 \u0647\u0633\u062a"}',
    "nul": '{"id": "o2", "text": "\u0622\u0628\\u0000\u0647\u0633\u062a"}',
    "emoji": json.dumps({"id": "o3", "text": "👍🏽👨\u200d👩\u200d👧🇮🇷"}),
    "unknown-language": json.dumps({"id": "o4", "text": "ꦲꦏ꧀ꦱꦫꦗꦮ ᚠᚢᚦ"}),
    "controls": json.dumps({"id": "o5", "text": "آب\u202eهست\u202c\x07\x1b[31m"}),
    "one-letter": json.dumps({"id": "o6", "text": "آ"}),
    "long-line": json.dumps({"id": "o7", "text": "گفت: «آب هست» " * 3000}),
}


@pytest.mark.parametrize("line", BAD_LINES.values(), ids=BAD_LINES.keys())
def test_a_bad_line_is_set_aside_and_the_others_go_on(
    archive: Archive, tmp_path: Path, line: bytes
) -> None:
    good = '{"id": "g%d", "text": "آب هست و باد نیست."}\n'
    source = tmp_path / "some.jsonl"
    source.write_bytes((good % 1).encode() + line + b"\n" + (good % 2).encode())
    found = outcomes(archive, source)
    assert found.count("added") >= 2
    given = {row.given_id for row in archive.store.each_document(Query())}
    assert {"g1", "g2"} <= given


@pytest.mark.parametrize("line", ODD_TEXTS.values(), ids=ODD_TEXTS.keys())
def test_odd_text_is_kept_or_set_aside_and_nothing_breaks(
    archive: Archive, tmp_path: Path, line: str
) -> None:
    source = tmp_path / "odd.jsonl"
    source.write_text(line + "\n", "utf-8")
    assert outcomes(archive, source) in (["added"], ["set_aside"])
    assert list(verify_archive(archive)) == []


def test_an_empty_file_and_a_missing_one_are_listed(archive: Archive, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    assert outcomes(archive, empty, tmp_path / "missing.txt") == ["set_aside"] * 2
    listed = {Path(entry.path).name for entry in archive.status().set_aside}
    assert listed == {"empty.txt", "missing.txt"}


def test_a_file_name_that_is_no_unicode_is_kept_readable(archive: Archive, tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(name, "wb"):  # noqa: PTH123  pathlib takes no bytes
        pass
    assert outcomes(archive, Path(os.fsdecode(name))) == ["set_aside"]
    assert archive.status().set_aside[0].path.endswith("caf\\xe9.txt")


def documents(*texts: str) -> list[Document]:
    return [Document(id=f"d{n}", original=text) for n, text in enumerate(texts)]


def test_a_fault_costs_one_document(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = annotate

    def faulty(document: Document, **options: object) -> AnnotatedDocument:
        if "بد" in document.original:
            raise ZeroDivisionError("a rule divides by zero")
        return whole(document)

    monkeypatch.setattr(annotating, "annotate", faulty)
    steps = list(archive.add_found(documents("خوب", "بد", "خوب\u200cتر"), jobs=1))
    assert [step.outcome for step in steps[:3]] == ["added", "set_aside", "added"]
    [entry] = archive.status().set_aside
    assert (entry.path, entry.reason) == ("d1", "fault")
    assert "divides by zero" in entry.detail
    monkeypatch.setattr(annotating, "annotate", whole)
    list(archive.add_found(documents("خوب", "بد", "خوب\u200cتر"), jobs=1))
    assert archive.status().set_aside == ()
    assert archive.status().documents == 3


def test_a_worker_that_dies_costs_one_document(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = annotate

    def deadly(document: Document, **options: object) -> AnnotatedDocument:
        if document.original == "مرگ":
            os._exit(1)
        return whole(document)

    monkeypatch.setattr(annotating, "annotate", deadly)
    texts = ["آب"] * 5 + ["مرگ"] + ["باد"] * 5
    found = list(annotate_all(documents(*texts), jobs=2))
    results = [answer[1] for answer in found if answer]
    assert [document.id for document, _ in filter(None, found)] == [f"d{n}" for n in range(11)]
    assert [isinstance(result, Shelf) for result in results] == [n != 5 for n in range(11)]
    assert isinstance(results[5], SetAside)
    assert results[5].reason == "crashed"


def test_a_document_that_takes_too_long_is_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(document: Document, **options: object) -> AnnotatedDocument:
        while True:
            pass

    monkeypatch.setattr(annotating, "annotate", endless)
    monkeypatch.setattr(annotating, "BASE_SECONDS", 0.05)
    [document] = documents("آب")
    result = annotate_one(document)
    assert isinstance(result, SetAside)
    assert result.reason == "too_slow"


def test_the_time_limit_ends_with_its_block() -> None:
    with time_limit(0.05):
        pass
    total = sum(n for n in range(3_000_000))
    assert total > 0


def test_a_document_that_is_too_long_is_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(annotating, "MAX_LENGTH", 3)
    [document] = documents("آب هست")
    result = annotate_one(document)
    assert isinstance(result, SetAside)
    assert result.reason == "too_long"
    assert "split" in result.detail


def test_a_file_is_no_archive(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("x")
    with pytest.raises(StoreError, match="is a file"):
        Archive.open(path, create=True)


def test_a_folder_of_other_things_is_not_taken_over(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("x")
    with pytest.raises(StoreError, match="other files"):
        Archive.open(tmp_path, create=True)


def test_a_blob_appears_whole_and_is_checked(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    sha256 = "3a6eb0790f39ac87c94f3856b2dd2c5d110e6811602261a9a923d3bb23adc8b7"
    blobs.put(sha256, b"data")
    blobs.put(sha256, b"data")
    assert blobs.get(sha256) == b"data"
    assert list(blobs.hashes()) == [sha256]
    with pytest.raises(MissingError):
        blobs.get("0" * 64)
    blobs.path(sha256).write_bytes(gzip.compress(b"other", mtime=0))
    with pytest.raises(BrokenStoreError, match="does not hold"):
        blobs.get(sha256)
    blobs.path(sha256).write_bytes(b"no gzip")
    with pytest.raises(BrokenStoreError, match="damaged"):
        blobs.get(sha256)


def test_verify_finds_lost_and_changed_bytes(
    archive: Archive, records: Callable[[int], Path]
) -> None:
    outcomes(archive, records(2))
    [sha256] = archive.blobs.hashes()
    archive.blobs.path(sha256).write_bytes(gzip.compress(b"other", mtime=0))
    assert any("does not hold" in problem.what for problem in verify_archive(archive))
    archive.blobs.path(sha256).unlink()
    assert any("not kept" in problem.what for problem in verify_archive(archive))
