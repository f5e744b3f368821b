"""Progress: what is counted, and what is said to people."""

from pathlib import Path

import pytest

from rawi.archive import Progress
from rawi.cli import progress
from rawi.cli.progress import Report, count_expected


def test_a_plain_line_every_thousand(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PLAIN_STEP", 2)
    with Report(count_expected(["nowhere.jsonl"]), quiet=False) as report:
        for _ in range(5):
            report.note(Progress("added", "a", quotations=3))
    lines = capsys.readouterr().err.splitlines()
    assert [line.split(" documents")[0] for line in lines] == ["2/1", "4/1"]
    assert report.quotations == 15


def test_nothing_is_said_when_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    with Report(None, quiet=True) as report:
        report.note(Progress("set_aside", "a", reason="r", detail="d"))
    assert capsys.readouterr().err == ""


def test_rate_and_time_left(tmp_path: Path) -> None:
    source = tmp_path / "a.jsonl"
    source.write_text("{}\n" * 10)
    report = Report(count_expected([str(source)]), quiet=False)
    report.added = 5
    line = report.line(report._started + 10)
    assert line == "5/10 documents · 0 documents/s · about 10 s left"


def test_what_to_expect(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("{}\n" * 3)
    (tmp_path / "b.html").write_text("x")
    assert count_expected([str(tmp_path)]) == 4
    assert count_expected([str(tmp_path), "-"]) is None


def test_a_long_list_of_what_was_set_aside_is_cut(capsys: pytest.CaptureFixture[str]) -> None:
    report = Report(None, quiet=True)
    for n in range(25):
        report.note(Progress("set_aside", f"f{n}", reason="broken", detail="no"))
    report.print_summary(Path("news.rawi"))
    said = capsys.readouterr().err
    assert "25 set aside" in said
    assert "f9" in said
    assert "f10" not in said
    assert "and 15 more; list them with: rawi status news.rawi" in said
