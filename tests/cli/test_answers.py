"""Search, show and concordance: what is printed on a terminal and in a pipe, and the exit code."""

import json
import subprocess
from pathlib import Path

import pytest
from tests.cli.conftest import RAWI, REPORT, on_a_terminal, records, run


def test_search_prints_a_hit_a_line(archive: Path) -> None:
    result = run("search", archive, "استخر", "by:سخنگوی", "--json")
    assert result.exit_code == 0
    [hit] = records(result)
    start, end = hit["extent"]
    assert REPORT["text"][start:end] == hit["text"]
    assert "می\u200cشود" in str(hit["text"])
    assert hit["hits"]
    [document] = records(run("search", archive, "--documents", "lang:fa"))
    assert document["given_id"] == "r1"


def test_search_that_finds_nothing_exits_1(archive: Path) -> None:
    result = run("search", archive, "نیست\u200cدرجهان")
    assert (result.exit_code, result.stdout) == (1, "")


def test_search_counts(archive: Path) -> None:
    assert records(run("search", archive, "--count")) == [{"total": 1}]
    [counted] = records(run("search", archive, "--facets"))
    assert counted["facets"]["language"] == {"fa": 1}


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


def test_an_excluded_word_is_no_option(archive: Path) -> None:
    assert records(run("search", archive, "-استخر", "--count")) == [{"total": 0}]
    assert records(run("search", archive, "--count", "-برق")) == [{"total": 1}]
    assert run("search", archive, "-x").exit_code == 2


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
    assert "without by \u2068کیومرث\u2069: 1 quotation: rawi search" in result.stderr
    near = run("search", archive, "«استخر تازه در ماه آبان»", "--cards")
    assert "near, but not what was asked; lacks \u2068آبان\u2069" in near.stderr
    assert (
        "instead of \u2068استخز\u2069 perhaps \u2068استخر\u2069"
        in run("search", archive, "استخز", "--cards").stderr
    )


def test_words_are_found_in_their_surroundings(archive: Path) -> None:
    [line] = records(run("search", archive, "تازه", "--kwic", "-C", "12"))
    assert (line["before"], line["text"], line["after"]) == ("«استخر", "تازه", "در ماه مهر")
    card = run("search", archive, "تازه", "--kwic", "--cards").stdout
    assert "[تازه]" in card
    assert line["locator"] in card
    assert run("search", archive, "ناپیدا", "--kwic").exit_code == 1
    assert records(run("search", archive, "تازه", "--kwic", "--offset", "1")) == []


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


def test_a_card_has_the_word_of_saying(archive: Path) -> None:
    assert "direct \u2068گفت\u2069 · " in run("search", archive, "--cards").stdout


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
    assert "differ: number \u206885\u2069 / \u206880\u2069" in shown
    assert f"story {story[:12]}" in run("search", archive, "lang:ar", "--cards").stdout
    assert run("show", archive, "s-000000").exit_code == 1


def test_an_outlet_that_is_not_there_is_said(archive: Path) -> None:
    assert (
        "no document is of an outlet \u2068چشمه\u2069"
        in run("search", archive, "outlet:چشمه", "--cards").stderr
    )
    assert "no document is" not in run("search", archive, "outlet:نمونه ناپیدا", "--cards").stderr
