"""Filling an archive and taking out of it: what is printed, and the exit code that says how it went."""

import subprocess
from pathlib import Path

import pytest
from tests.cli.conftest import RAWI, records, run


def test_add_says_what_was_done_on_standard_error(tmp_path: Path, source: Path) -> None:
    result = run("add", tmp_path / "news.rawi", source)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "1 document added" in result.stderr
    again = run("add", tmp_path / "news.rawi", source, "--json")
    assert [(r["added"], r["known"]) for r in records(again)] == [(0, 1)]


def test_add_exits_3_when_something_was_set_aside(tmp_path: Path, source: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    archive = tmp_path / "news.rawi"
    result = run("add", archive, source, empty)
    assert result.exit_code == 3
    assert "empty.txt" in result.stderr
    assert run("add", archive, empty, "--strict").exit_code == 1
    [status] = records(run("status", archive, "--json"))
    [entry] = status["set_aside"]
    assert set(entry) == {"path", "reason", "detail", "sha256"}


def test_add_reads_standard_input(tmp_path: Path, source: Path) -> None:
    archive = tmp_path / "news.rawi"
    with source.open("rb") as stream:
        done = subprocess.run([*RAWI, "add", str(archive), "-"], stdin=stream, check=False)
    assert done.returncode == 0
    assert records(run("search", archive, "--documents"))[0]["given_id"] == "r1"


def test_an_archive_among_the_files_is_no_input(tmp_path: Path, source: Path) -> None:
    archive = tmp_path / "news.rawi"
    assert run("add", archive, tmp_path).exit_code == 0
    assert run("add", archive, tmp_path).exit_code == 0
    named = run("add", archive, archive)
    assert named.exit_code == 3
    assert "an archive of rawi" in named.stderr


def test_what_was_set_aside_is_forgotten_when_the_file_was_mended(tmp_path: Path) -> None:
    archive, report = tmp_path / "news.rawi", tmp_path / "report.txt"
    report.touch()
    assert run("add", archive, report).exit_code == 3
    report.write_text("سخنگوی شنا گفت: «استخر باز است.»", "utf-8")
    assert run("add", archive, report).exit_code == 0
    assert records(run("status", archive))[0]["set_aside"] == []


def test_documents_are_removed_by_path_or_id(archive: Path, source: Path) -> None:
    [told] = records(run("remove", archive, source, "--dry-run"))
    assert [d["given_id"] for d in told["removed"]] == ["r1"]
    assert told["dry_run"]
    removed = run("remove", archive, "r1", "--cards")
    assert removed.exit_code == 0
    assert "1 document removed" in removed.stderr
    assert run("search", archive, "استخر").exit_code == 1
    assert run("verify", archive).exit_code == 0


def test_an_archive_is_renewed_with_its_corrections(archive: Path) -> None:
    [hit] = records(run("search", archive))
    assert run("correct", archive, str(hit["id"]), "--speaker", "مهسا آبی").exit_code == 0
    [renewed] = records(run("renew", archive, "--json"))
    assert renewed == {"renewed": 1, "quotations": 1, "kept": []}
    assert "1 document annotated anew" in run("renew", archive, "r1").stderr
    assert records(run("search", archive))[0]["speaker"] == "مهسا آبی"


def test_a_file_that_is_no_plain_text_is_not_repaired(tmp_path: Path) -> None:
    report, plain = tmp_path / "report.pdf", tmp_path / "report.txt"
    report.write_bytes(b"%PDF-1.4\n")
    plain.write_text("او ميرود.\n", "utf-8")
    assert run("repair", plain).stdout == "او می\u200cرود.\n"
    refused = run("repair", report)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "rawi read" in refused.stderr
    assert run("repair", tmp_path / "nowhere.txt").exit_code == 3


def test_what_was_removed_is_left_out_with_a_way_to_take_it_back(
    archive: Path, source: Path
) -> None:
    run("remove", archive, "r1")
    left_out = run("add", archive, source, "-q")
    assert "left out: 1 document removed before" in left_out.stderr
    assert f"rawi add --again {archive} PATH…" in left_out.stderr
    assert "removed, and left out" in run("status", archive, "--cards").stdout
    [summary] = records(run("add", "--again", archive, source, "-q", "--json"))
    assert (summary["added"], summary["removed"]) == (1, 0)
    [status] = records(run("status", archive, "--json"))
    assert status["removed"] == []


@pytest.mark.parametrize(
    ("option", "says"),
    [
        (("--encoder", "no/such"), "there is no folder no/such"),
        (("--names-model", "spacy:no/such"), "there is no folder no/such"),
        (("--names-model", "bert"), "expected LIBRARY:FOLDER"),
    ],
)
def test_a_model_that_is_not_there_is_told_before_anything_is_done(
    tmp_path: Path, source: Path, option: tuple[str, str], says: str
) -> None:
    done = run("add", tmp_path / "new.rawi", source, *option)
    assert done.exit_code != 0
    assert says in done.stderr
    assert not (tmp_path / "new.rawi").exists()


def test_lines_that_are_not_shown_are_told(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("استخر " * 30, "utf-8")
    run("add", tmp_path / "news.rawi", report)
    shown = run("search", tmp_path / "news.rawi", "--kwic", "--cards", "استخر")
    assert "there are more" in shown.stderr
    all_of_them = run(
        "search", tmp_path / "news.rawi", "--kwic", "--cards", "--limit", "30", "استخر"
    )
    assert "there are more" not in all_of_them.stderr


def test_removing_says_how_to_take_it_back(archive: Path) -> None:
    done = run("remove", archive, "r1", "--cards")
    assert f"rawi add --again {archive} PATH…" in done.stderr
    assert "notes" not in done.stderr
