"""The verbs that work on an archive: what they print, and the exit code that says how it went."""

import json
import os
import pty
import re
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from rawi.archive import Archive
from rawi.cli import main

RAWI = [sys.executable, "-c", "from rawi.cli import main; main()"]
REPORT = {
    "id": "r1",
    "text": "سخنگوی فدراسیون شنا گفت: «استخر تازه در ماه مهر باز می‌شود.»",
    "outlet": "روزنامهٔ نمونه",
    "published": "2021-03-04",
}


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def records(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "reports.jsonl"
    path.write_text(json.dumps(REPORT, ensure_ascii=False) + "\n", "utf-8")
    return path


@pytest.fixture
def archive(tmp_path: Path, source: Path) -> Path:
    path = tmp_path / "news.rawi"
    assert run("add", path, source).exit_code == 0
    return path


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


def test_search_prints_a_hit_a_line(archive: Path) -> None:
    result = run("search", archive, "استخر", "by:سخنگوی", "--json")
    assert result.exit_code == 0
    [hit] = records(result)
    start, end = hit["extent"]
    assert REPORT["text"][start:end] == hit["text"]
    assert "می‌شود" in str(hit["text"])
    assert hit["hits"]
    [document] = records(run("search", archive, "--documents", "lang:fa"))
    assert document["given_id"] == "r1"


def test_search_that_finds_nothing_exits_1(archive: Path) -> None:
    result = run("search", archive, "نیست‌درجهان")
    assert (result.exit_code, result.stdout) == (1, "")


def test_search_counts(archive: Path) -> None:
    assert records(run("search", archive, "--count")) == [{"total": 1}]
    [counted] = records(run("search", archive, "--facets"))
    assert counted["facets"]["language"] == {"fa": 1}


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


def test_show_finds_documents_quotations_and_places(archive: Path) -> None:
    [hit] = records(run("search", archive))
    [document] = records(run("show", archive, str(hit["document"])))
    assert document["original"] == REPORT["text"]
    assert run("show", archive, str(hit["document"]), "--original").stdout == REPORT["text"]
    for name in ("r1", archive.parent / "reports.jsonl"):
        assert records(run("show", archive, name))[0]["id"] == hit["document"]
    [quotation] = records(run("show", archive, str(hit["id"])))
    assert quotation["locator"] == hit["locator"]
    [place] = records(run("show", archive, str(hit["locator"])))
    assert place["text"] == hit["text"]


def test_cards_on_a_terminal_and_json_when_piped(archive: Path) -> None:
    card = on_a_terminal("search", str(archive))
    assert "\N{FIRST STRONG ISOLATE}استخر تازه" in card
    assert "according to" in card
    assert "rawi:" in card
    hit = records(run("search", archive))[0]
    assert str(hit["id"]) in card
    piped = subprocess.run([*RAWI, "search", str(archive)], capture_output=True, check=True)
    assert json.loads(piped.stdout)["kind"] == "direct"
    assert "documents" in on_a_terminal("status", str(archive))
    assert "داد" not in on_a_terminal("search", str(archive), "--documents")


def on_a_terminal(*arguments: str) -> str:
    """What a verb writes when a person looks."""
    parent, child = pty.openpty()
    process = subprocess.Popen([*RAWI, *arguments], stdout=child, stderr=child)
    os.close(child)
    written = b""
    while True:
        try:
            chunk = os.read(parent, 65536)
        except OSError:  # Linux says so when the other side is closed
            break
        if not chunk:
            break
        written += chunk
    os.close(parent)
    assert process.wait() == 0
    return written.decode()


def test_a_reader_that_has_seen_enough_is_no_error(archive: Path) -> None:
    process = subprocess.Popen(
        [*RAWI, "search", str(archive)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert process.wait() == 0
    assert said == b""


def test_add_reads_standard_input(tmp_path: Path, source: Path) -> None:
    archive = tmp_path / "news.rawi"
    with source.open("rb") as stream:
        done = subprocess.run([*RAWI, "add", str(archive), "-"], stdin=stream, check=False)
    assert done.returncode == 0
    assert records(run("search", archive, "--documents"))[0]["given_id"] == "r1"


def test_an_excluded_word_is_no_option(archive: Path) -> None:
    assert records(run("search", archive, "-استخر", "--count")) == [{"total": 0}]
    assert records(run("search", archive, "--count", "-برق")) == [{"total": 1}]
    assert run("search", archive, "-x").exit_code == 2


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


def test_what_a_terminal_would_obey_is_named_not_sent(tmp_path: Path) -> None:
    source = tmp_path / "reports.jsonl"
    evil = {**REPORT, "outlet": "\u202eoutlet\x1b[31m", "title": "a\x1b]0;b\x07"}
    source.write_text(json.dumps(evil) + "\n", "utf-8")
    archive = tmp_path / "news.rawi"
    run("add", archive, source)
    shown = [
        run(*verb, "--cards").output
        for verb in (("search", archive), ("search", archive, "--documents"), ("status", archive))
    ]
    assert all("U+001B" in text for text in shown)
    assert not [text for text in shown if "\x1b" in text or "\u202e" in text]


def test_nothing_found_says_what_would_be(archive: Path) -> None:
    result = run("search", archive, "استخر by:کیومرث", "--cards")
    assert result.exit_code == 1
    assert "without by ⁨کیومرث⁩: 1 quotation: rawi search" in result.stderr
    near = run("search", archive, "«استخر تازه در ماه آبان»", "--cards")
    assert "near, but not what was asked; lacks ⁨آبان⁩" in near.stderr
    assert "instead of ⁨استخز⁩ perhaps ⁨استخر⁩" in run("search", archive, "استخز", "--cards").stderr


def test_words_are_found_in_their_surroundings(archive: Path) -> None:
    [line] = records(run("search", archive, "تازه", "--kwic", "-C", "12"))
    assert (line["before"], line["text"], line["after"]) == ("«استخر", "تازه", "در ماه مهر")
    card = run("search", archive, "تازه", "--kwic", "--cards").stdout
    assert "[تازه]" in card
    assert line["locator"] in card
    assert run("search", archive, "ناپیدا", "--kwic").exit_code == 1
    assert records(run("search", archive, "تازه", "--kwic", "--offset", "1")) == []


def test_a_file_that_is_no_plain_text_is_not_repaired(tmp_path: Path) -> None:
    report, plain = tmp_path / "report.pdf", tmp_path / "report.txt"
    report.write_bytes(b"%PDF-1.4\n")
    plain.write_text("او ميرود.\n", "utf-8")
    assert run("repair", plain).stdout == "او می‌رود.\n"
    refused = run("repair", report)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "rawi read" in refused.stderr
    assert run("repair", tmp_path / "nowhere.txt").exit_code == 3


def test_a_path_with_several_documents_asks_for_one(tmp_path: Path) -> None:
    source = tmp_path / "reports.jsonl"
    source.write_text(
        "".join(json.dumps({**REPORT, "id": f"r{n}"}) + "\n" for n in range(2)), "utf-8"
    )
    archive = tmp_path / "news.rawi"
    run("add", archive, source)
    result = run("show", archive, source)
    assert result.exit_code == 1
    assert "has 2 documents; name one by its id" in result.stderr


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


def test_an_export_of_nothing_says_so(archive: Path, tmp_path: Path) -> None:
    done = run("export", archive, "ناپیدا", "-o", tmp_path / "out")
    assert done.exit_code == 1
    assert "no document was found" in done.stderr
    assert run("verify", tmp_path / "out").exit_code == 0


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


def test_removing_says_how_to_take_it_back(archive: Path) -> None:
    done = run("remove", archive, "r1", "--cards")
    assert f"rawi add --again {archive} PATH…" in done.stderr
    assert "notes" not in done.stderr


def test_the_first_characters_of_an_id_and_the_name_of_a_file_are_enough(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = tmp_path / "folder" / "report.txt"
    report.parent.mkdir()
    report.write_text("برف آمد.", "utf-8")
    run("add", archive, report)
    [hit] = records(run("search", archive))
    assert records(run("show", archive, str(hit["id"])[:6]))[0]["id"] == hit["id"]
    assert records(run("show", archive, str(hit["document"])[:8]))[0]["id"] == hit["document"]
    assert run("show", archive, str(hit["id"])[:5]).exit_code == 1
    made = records(run("correct", archive, str(hit["id"])[:8], "--speaker", "مهسا آبی"))
    assert made[0]["quotation"] == hit["id"]
    assert records(run("show", archive, "report.txt"))[0]["path"] == str(report)
    assert run("show", archive, "port.txt").exit_code == 1
    # Taking out asks for more than the end of a path: from where one stands, the whole of it.
    assert run("remove", archive, "report.txt").exit_code == 1
    monkeypatch.chdir(report.parent)
    assert records(run("remove", archive, "./report.txt"))[0]["removed"][0]["path"] == str(report)


def test_a_link_takes_shortened_ids_as_its_help_shows(archive: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.jsonl"
    other.write_text(json.dumps({"id": "r2", "text": "تساقط الثلج على القرية."}) + "\n", "utf-8")
    run("add", archive, other)
    a, b = (str(row["id"]) for row in records(run("search", archive, "--documents", "--json")))
    assert [row["id"] for row in records(run("link", archive, "accept", a[:8], b[:8]))] == [a, b]


def test_a_card_has_the_word_of_saying(archive: Path) -> None:
    assert "direct ⁨گفت⁩ · " in run("search", archive, "--cards").stdout


def test_a_mark_of_the_last_letter_belongs_to_the_word(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("«خانه\u0654 ما»، خانه، باغ.", "utf-8")
    archive = tmp_path / "news.rawi"
    run("add", archive, source)
    lines = records(run("search", archive, "خانه", "--kwic"))
    assert [(line["text"], line["extent"]) for line in lines] == [
        ("خانه\u0654", [1, 6]),
        ("خانه", [12, 16]),
    ]
    shown = run("search", archive, "خانه", "--kwic", "--cards").stdout
    assert "«[خانه\u0654] ما»" in shown
    assert "[خانه]، باغ." in shown


def test_status_says_what_to_do_and_lists_a_file_once(archive: Path, tmp_path: Path) -> None:
    two = tmp_path / "two.jsonl"
    two.write_text('{"text": "برف آمد."}\n{"text": "باران آمد."}\n{"id": 1}\n', "utf-8")
    run("add", archive, two)
    status = run("status", archive, "--cards").stdout
    assert re.search(r"no outlet +2\n", status)
    assert "no_text: No words were found in it." in status
    run("remove", archive, two)
    assert f"{two}  (2 documents)" in run("status", archive, "--cards").stdout


def test_a_story_is_shown_passage_by_passage(archive: Path, tmp_path: Path) -> None:
    texts = {
        "fa": "پل نیلوان باز شد.\n\nبهرام سروستانی گفت: «ساخت پل نیلوان ۸۵ میلیارد تومان هزینه داشت.»",
        "ar": "افتتح جسر نيلوان.\n\nقال بهرام سروستاني: «بلغت كلفة بناء جسر نيلوان 80 مليار تومان».",
    }
    twins = tmp_path / "twins.jsonl"
    twins.write_text(
        "".join(
            json.dumps({"id": code, "text": text, "published": "2025-10-15", "outlet": code}) + "\n"
            for code, text in texts.items()
        ),
        "utf-8",
    )
    run("add", archive, twins)
    story = str(records(run("search", archive, "lang:fa", "outlet:fa"))[0]["story"])
    passages = records(run("show", archive, story))
    assert {(p["story"], p["a_language"], p["b_outlet"]) for p in passages} == {(story, "fa", "ar")}
    [differs] = [
        p for p in passages if {"what": "number", "a": "85", "b": "80"} in p["differences"]
    ]
    assert "۸۵" in differs["a_text"][0]
    assert "80" in differs["b_text"][0]
    shown = run("show", archive, story[:10], "--cards").stdout
    assert "2 documents" in shown
    assert "differ: number ⁨85⁩ / ⁨80⁩" in shown
    assert f"story {story[:12]}" in run("search", archive, "lang:ar", "--cards").stdout
    assert run("show", archive, "s-000000").exit_code == 1


def test_an_outlet_that_is_not_there_is_said(archive: Path) -> None:
    assert (
        "no document is of an outlet ⁨چشمه⁩"
        in run("search", archive, "outlet:چشمه", "--cards").stderr
    )
    assert "no document is" not in run("search", archive, "outlet:نمونه ناپیدا", "--cards").stderr
