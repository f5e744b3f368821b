"""JSON lines: the files of the contract, their keys as documented, and the manifest."""

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from rawi.archive.verifying import verify_export
from rawi.errors import StoreError
from rawi.export.exporter import find_exporter, list_formats
from rawi.export.manifest import export_with_manifest
from rawi.index.query import Query, parse_query
from rawi.index.sqlite import SqliteStore

FILES = (
    "documents", "quotations", "dates", "mentions", "entities", "reports", "stories", "pairs", "copies",
)  # fmt: skip
JSON_PAGE = Path(__file__).parents[2] / "docs/json.md"


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.fixture
def linked(store: SqliteStore) -> SqliteStore:
    """The store with one link of each kind."""
    with store.transaction() as connection:
        for statement in (
            "INSERT INTO entities (id, type, names, roles)"
            " VALUES ('p1', 'PER', '[[\"fa\", [\"سارا فرضی\"]]]', '[\"وزیر\"]')",
            "UPDATE quotations SET speaker_entity = 'p1' WHERE speaker IS NOT NULL",
            "INSERT INTO reports (id, first) VALUES ('r1', 'd1')",
            "INSERT INTO stories (id) VALUES ('s1')",
            "UPDATE documents SET report = 'r1' WHERE id = 'd1'",
            "UPDATE documents SET story = 's1'",
            "INSERT INTO shared_passages (a, b, a_start, a_end, b_start, b_end)"
            " VALUES ('d1', 'd2', 0, 3, 1, 4)",
            "INSERT INTO aligned_passages (a, b, position, a_extents, b_extents, relation, score,"
            " differences) VALUES ('d1', 'd2', 0, '[[0, 3]]', '[[1, 4]]', 'differs', 0.5,"
            ' \'[{"what": "number", "a": "2", "b": null}]\')',
        ):
            connection.execute(statement)
    return store


def test_all_files_of_the_contract_are_written(linked: SqliteStore, tmp_path: Path) -> None:
    out = tmp_path / "out"
    manifest = export_with_manifest(linked, out, "jsonl", Query())
    assert {path.name for path in out.iterdir()} == {
        *(f"{f}.jsonl" for f in FILES),
        "manifest.json",
    }
    assert json.loads((out / "manifest.json").read_text("utf-8")) == manifest
    for entry in manifest["files"]:
        data = (out / entry["file"]).read_bytes()
        assert entry["sha256"] == hashlib.sha256(data).hexdigest()
        assert entry["bytes"] == len(data)


def test_what_the_files_say(linked: SqliteStore, tmp_path: Path) -> None:
    list(find_exporter("jsonl")(linked, tmp_path, Query()))
    [first, second] = read(tmp_path / "documents.jsonl")
    assert (first["given_id"], first["day"], first["day_evidence"]) == (
        "given-d1", "2018-04-04", "published",
    )  # fmt: skip
    assert (second["outlet"], second["day"], second["day_evidence"]) == (None, None, "none")
    [said, other] = read(tmp_path / "quotations.jsonl")
    original = linked.get("d1").text.original
    [[start, end]] = said["content"]
    assert original[start:end] == "آب <کم> است"
    assert said["speaker_entity"] == "p1"
    assert said["locator"].endswith(f"#char={start},{end}")
    assert (other["speaker"], other["relay"], other["day"]) == (None, ["وكالة"], None)
    [date] = read(tmp_path / "dates.jsonl")
    assert original[slice(*date["extent"])] == "۴ آوریل"
    [name] = read(tmp_path / "mentions.jsonl")
    assert original[slice(*name["extent"])] == "سارا فرضی"
    assert read(tmp_path / "entities.jsonl") == [
        {"id": "p1", "type": "PER", "names": {"fa": ["سارا فرضی"]}, "roles": ["وزیر"]}
    ]
    assert read(tmp_path / "reports.jsonl") == [{"id": "r1", "members": ["d1"], "first": "d1"}]
    [story] = read(tmp_path / "stories.jsonl")
    assert story["members"] == ["d1", "d2"]
    [pair] = read(tmp_path / "pairs.jsonl")
    assert (pair["a_extents"], pair["relation"], pair["differences"][0]["what"]) == (
        [[0, 3]], "differs", "number",
    )  # fmt: skip
    assert read(tmp_path / "copies.jsonl") == [
        {"a": "d1", "b": "d2", "a_extent": [0, 3], "b_extent": [1, 4]}
    ]


def test_every_key_is_documented(linked: SqliteStore, tmp_path: Path) -> None:
    list(find_exporter("jsonl")(linked, tmp_path, Query()))
    page = JSON_PAGE.read_text("utf-8")
    documented = set(re.findall(r"`([a-z_0-9]+)`", page))
    for name in FILES:
        assert f"`{name}.jsonl`" in page
        for record in read(tmp_path / f"{name}.jsonl"):
            assert set(record) <= documented, name


def test_a_query_chooses_the_documents(linked: SqliteStore, tmp_path: Path) -> None:
    list(find_exporter("jsonl")(linked, tmp_path, parse_query("lang:ar")))
    assert [record["id"] for record in read(tmp_path / "documents.jsonl")] == ["d2"]
    assert [record["document"] for record in read(tmp_path / "quotations.jsonl")] == ["d2"]
    for name in ("entities", "pairs", "copies", "stories", "reports"):
        assert read(tmp_path / f"{name}.jsonl") == []


def test_the_same_archive_gives_the_same_bytes(linked: SqliteStore, tmp_path: Path) -> None:
    first = export_with_manifest(linked, tmp_path / "a", "jsonl", Query())
    second = export_with_manifest(linked, tmp_path / "b", "jsonl", Query())
    assert first == second


def test_an_unknown_format_is_refused_with_those_there_are() -> None:
    with pytest.raises(StoreError, match="jsonl"):
        find_exporter("docx")
    assert {"csv", "jsonl", "tei", "webannotation"} <= set(list_formats())


def test_a_folder_holds_an_export_of_each_format(linked: SqliteStore, tmp_path: Path) -> None:
    export_with_manifest(linked, tmp_path, "jsonl", Query())
    export_with_manifest(linked, tmp_path, "csv", Query())
    manifest = export_with_manifest(linked, tmp_path, "csv", Query())
    assert [export["format"] for export in manifest["others"]] == ["jsonl"]
    assert not list(verify_export(tmp_path))
    (tmp_path / "quotations.jsonl").write_text("", "utf-8")
    (tmp_path / "quotations.csv").unlink()
    assert [Path(problem.where).name for problem in verify_export(tmp_path)] == [
        "quotations.csv",
        "quotations.jsonl",
    ]


def test_a_broken_manifest_stops_no_export(linked: SqliteStore, tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text("{", "utf-8")
    assert [problem.what[:14] for problem in verify_export(tmp_path)] == ["cannot be read"]
    assert "others" not in export_with_manifest(linked, tmp_path, "jsonl", Query())
    assert not list(verify_export(tmp_path))
