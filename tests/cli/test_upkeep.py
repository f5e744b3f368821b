"""Errors, verification, exports, links and scores: what is printed, and the exit code that says how it went."""

import json
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import records, run

from rawi.archive import Archive


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("search", "{archive}", "who:x"), 2, "no field who"),
        (("search", "{archive}", "by:"), 2, "has no value"),
        (("search", "{missing}", "x"), 2, "rawi add"),
        (("status", "{missing}"), 2, "no archive"),
        (("status", "{file}"), 2, "is a file"),
        (("show", "{archive}", "nothing"), 1, "nothing"),
        (("export", "{archive}", "--format", "docx", "-o", "{out}"), 2, "jsonl"),
        (("verify", "{damaged}"), 4, "damaged"),
        (("status", "{newer}"), 5, "newer"),
        (("search",), 2, "ARCHIVE"),
        (("nonsense",), 2, "nonsense"),
        (("serch", "{archive}"), 2, "did you mean search?"),
        (("remove", "{archive}", "nowhere.txt"), 1, "nowhere.txt is no document"),
        (("renew", "{archive}", "nowhere.txt"), 1, "nowhere.txt is no document"),
        (("export", "{archive}", "-o", "{file}/x"), 3, "reports.jsonl"),
        (("add", "{file}/x", "{file}"), 3, "reports.jsonl"),
    ],
)
def test_errors_say_what_and_where_and_end_with_their_code(
    archive: Path, tmp_path: Path, arguments: tuple[str, ...], code: int, says: str
) -> None:
    damaged, newer = tmp_path / "damaged.rawi", tmp_path / "newer.rawi"
    damaged.mkdir()
    (damaged / "archive.sqlite").write_bytes(b"damage" * 999)
    run("add", newer, archive.parent / "reports.jsonl")
    subprocess.run(
        [sys.executable, "-c", "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]);"
         "c.execute('PRAGMA user_version = 999'); c.close()", str(newer / "archive.sqlite")],
        check=True,
    )  # fmt: skip
    places = {
        "archive": archive, "missing": tmp_path / "missing.rawi", "damaged": damaged,
        "newer": newer, "file": archive.parent / "reports.jsonl", "out": tmp_path / "out",
    }  # fmt: skip
    result = run(*(argument.format(**places) for argument in arguments))
    assert result.exit_code == code
    assert says in result.stderr
    assert "Traceback" not in result.stderr


def test_verify_exits_4_and_says_what_is_wrong(archive: Path) -> None:
    assert run("verify", archive).exit_code == 0
    [blob] = archive.glob("blobs/*/*.gz")
    blob.unlink()
    result = run("verify", archive, "--json")
    assert result.exit_code == 4
    assert "not kept" in str(records(result)[0]["what"])


def test_an_export_verifies_until_it_is_changed(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run("export", archive, "--format", "jsonl", "-o", out).exit_code == 0
    assert run("verify", out).exit_code == 0
    with (out / "documents.jsonl").open("a") as file:
        file.write("\n")
    assert run("verify", out).exit_code == 4


def test_a_link_is_accepted_cut_and_withdrawn(archive: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.jsonl"
    other.write_text(json.dumps({"id": "r2", "text": "تساقط الثلج على القرية."}) + "\n", "utf-8")
    run("add", archive, other)
    a, b = (row["id"] for row in records(run("search", archive, "--documents", "--json")))
    for what, together in (("accept", True), ("cut", False), ("accept", True), ("withdraw", False)):
        one, two = records(run("link", archive, what, a, b, "--json"))
        assert (one["story"] is not None and one["story"] == two["story"]) is together
    assert "report –" in run("link", archive, "withdraw", a, b, "--copies", "--cards").stdout
    assert run("link", archive, "cut", a, "nothing").exit_code == 1


def test_an_export_of_nothing_says_so(archive: Path, tmp_path: Path) -> None:
    done = run("export", archive, "ناپیدا", "-o", tmp_path / "out")
    assert done.exit_code == 1
    assert "no document was found" in done.stderr
    assert run("verify", tmp_path / "out").exit_code == 0


def test_scores_nobody_has_given_are_said_to_be_missing(archive: Path) -> None:
    done = run("eval", archive, "--corrections")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "nobody has judged quotations" in done.stderr


def test_a_port_in_use_is_wrong_usage(archive: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = run("serve", archive, "--port", str(taken.getsockname()[1]))
    assert done.exit_code == 2
    assert "0 for any free one" in done.stderr


def test_an_empty_archive_says_how_to_fill_it(tmp_path: Path) -> None:
    Archive.open(tmp_path / "new.rawi", create=True).close()
    done = run("search", tmp_path / "new.rawi", "آب", "--cards")
    assert done.exit_code == 1
    assert f"rawi add {tmp_path / 'new.rawi'} PATH…" in done.stderr


def test_a_link_takes_shortened_ids_as_its_help_shows(archive: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.jsonl"
    other.write_text(json.dumps({"id": "r2", "text": "تساقط الثلج على القرية."}) + "\n", "utf-8")
    run("add", archive, other)
    a, b = (str(row["id"]) for row in records(run("search", archive, "--documents", "--json")))
    assert [row["id"] for row in records(run("link", archive, "accept", a[:8], b[:8]))] == [a, b]


def test_status_says_what_to_do_and_lists_a_file_once(archive: Path, tmp_path: Path) -> None:
    two = tmp_path / "two.jsonl"
    two.write_text('{"text": "برف آمد."}\n{"text": "باران آمد."}\n{"id": 1}\n', "utf-8")
    run("add", archive, two)
    status = run("status", archive, "--cards").stdout
    assert re.search(r"no outlet +2\n", status)
    assert "no_text: No words were found in it." in status
    run("remove", archive, two)
    assert f"{two}  (2 documents)" in run("status", archive, "--cards").stdout
