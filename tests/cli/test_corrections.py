"""`rawi correct`, `log`, `undo` and `eval`."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from rawi.archive import Archive
from rawi.archive.evaluating import same_speaker
from rawi.cli import main
from rawi.facts import Anchor, AnnotatedDocument, Document, LanguageRun, Quotation
from rawi.text import Extent, Span, Text

SAID = "آب کم است"
TEXT = f"سارا فرضی گفت: {SAID}. نادر نمونه گفت: باد تند است. گفته شد که برق هست."


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def records(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "news.rawi"

    def quotation(said: str, speaker: str | None, kind: str) -> Quotation:
        start = TEXT.index(said)
        return Quotation(
            kind, (Span(start, start + len(said)),), None, None, speaker, "explicit", None, (), None, "r"  # type: ignore[arg-type]
        )  # fmt: skip

    with Archive.open(path, create=True) as opened:
        opened.store.put(
            AnnotatedDocument(
                Document("d1", TEXT, outlet="پیک دانش", given_id="one"),
                (LanguageRun(Extent(0, len(TEXT)), "fa"),),
                Text.untouched(TEXT),
                anchor=Anchor(None, "none"),
                quotations=(
                    quotation(SAID, "فرضی", "direct"),
                    quotation("باد تند است", "وی", "direct"),
                    quotation("برق", None, "indirect"),
                ),
            )
        )
    return path


def gold(tmp_path: Path, *quotations: tuple[str, str | None, str]) -> Path:
    path = tmp_path / "gold.jsonl"
    lines = [
        {"document": "one", "content": [[TEXT.index(said), TEXT.index(said) + len(said)]],
         "speaker": speaker, "kind": kind}
        for said, speaker, kind in quotations
    ]  # fmt: skip
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return path


def test_eval_counts_matches_places_and_speakers(archive: Path, tmp_path: Path) -> None:
    marked = gold(
        tmp_path,
        (SAID, "سارا فرضی", "direct"),
        ("باد تند است", "نادر نمونه", "direct"),
        ("برق هست", None, "indirect"),
        ("سارا", None, "direct"),
    )
    result = run("eval", archive, "--gold", marked, "--json")
    assert result.exit_code == 0
    by_group = {(r["group"], r["value"]): r for r in records(result)}
    whole = by_group["all", "all"]
    assert (whole["gold"], whole["found"]) == (4, 3)
    assert (whole["precision"], whole["recall"]) == (1.0, 0.75)
    assert whole["f1"] == pytest.approx(6 / 7, abs=1e-4)
    assert whole["exact_f1"] == pytest.approx(4 / 7, abs=1e-4)  # «برق» is cut short
    assert whole["attributed_f1"] == pytest.approx(4 / 7, abs=1e-4)  # «وی» is not Nader
    assert by_group["language", "fa"] == {**whole, "group": "language", "value": "fa"}
    assert by_group["outlet", "پیک دانش"]["gold"] == 4
    assert by_group["kind", "indirect"]["recall"] == 1.0


def test_eval_says_which_documents_are_missing(archive: Path, tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"document": "elsewhere", "content": [[0, 1]]}\n', "utf-8")
    result = run("eval", archive, "--gold", path)
    assert result.exit_code == 1
    assert "elsewhere" in result.stderr


@pytest.mark.parametrize("line", ["{", '{"content": []}', '{"document": "one", "content": [1]}'])
def test_gold_that_cannot_be_understood_names_its_line(
    archive: Path, tmp_path: Path, line: str
) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(line + "\n", "utf-8")
    result = run("eval", archive, "--gold", path)
    assert result.exit_code == 3
    assert "line 1" in result.stderr


def test_correct_log_undo_and_eval(archive: Path) -> None:
    hits = records(run("search", archive, "order:oldest"))
    first, second = hits[0]["id"], hits[1]["id"]
    assert run("correct", archive, first, "--right", "--by", "سنا").exit_code == 0
    [made] = records(
        run("correct", archive, second, "--speaker", "نادر نمونه", "--by", "سنا", "--note", "نام")
    )
    assert (made["old"], made["new"], made["note"]) == ("وی", "نادر نمونه", "نام")
    assert [hit["id"] for hit in records(run("search", archive, "by:نادر"))] == [second]
    judged = records(run("eval", archive, "--corrections"))[0]
    assert (judged["judged"], judged["right"], judged["error_rate"]) == (2, 1, 0.5)
    assert judged["wrong_in"] == {"speaker": 1}
    assert run("undo", archive, made["id"], "--by", "سنا").exit_code == 0
    assert run("search", archive, "by:نادر").exit_code == 1
    assert [entry["state"] for entry in records(run("log", archive))] == [
        "applied",
        "undone",
        "undo",
    ]
    assert run("verify", archive).exit_code == 0


def test_corrections_from_a_file_go_on_after_a_bad_line(archive: Path, tmp_path: Path) -> None:
    [hit] = records(run("search", archive, "by:فرضی"))
    path = tmp_path / "decisions.jsonl"
    path.write_text(
        "no json\n"
        '{"quotation": "nowhere", "field": "role", "new": "x"}\n'
        + json.dumps({"quotation": hit["id"], "field": "role", "new": "وزیر"})
        + "\n",
        "utf-8",
    )
    result = run("correct", archive, "--file", path)
    assert result.exit_code == 3
    assert "line 1" in result.stderr
    assert "nowhere" in result.stderr
    assert [r["new"] for r in records(result)] == ["وزیر"]


@pytest.mark.parametrize(
    "arguments",
    [("correct", "{}"), ("correct", "{}", "q"), ("eval", "{}"), ("eval", "{}", "--gold")],
)
def test_too_little_is_wrong_usage(archive: Path, arguments: tuple[str, ...]) -> None:
    assert run(*(argument.format(archive) for argument in arguments)).exit_code == 2


def test_an_empty_log_is_nothing_found(archive: Path) -> None:
    assert run("log", archive).exit_code == 1


@pytest.mark.parametrize(
    ("found", "names", "same"),
    [
        ("سارا فرضي", ["فرضی"], True),
        ("فرضی", ["سارا فرضی"], True),
        ("سارا", ["نادر"], False),
        (None, ["نادر"], False),
        ("نادر", [], False),
        ("", [], True),
    ],
)
def test_who_counts_as_the_same_speaker(found: str | None, names: list[str], same: bool) -> None:
    assert same_speaker(found, names) is same
