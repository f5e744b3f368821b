"""The bundled sample through the command line: every fact a careful reader finds is found."""

import json
import subprocess
import sys
import tomllib
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from rawi.lang.folding import squeeze

ROOT = Path(__file__).parents[2]
FACTS = tomllib.loads((Path(__file__).parent / "sample_facts.toml").read_text("utf-8"))
Rows = dict[str, list[dict[str, Any]]]


def rawi(*words: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a user would."""
    return subprocess.run(
        [sys.executable, "-m", "rawi", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("golden") / "sample.rawi"
    done = rawi("add", str(path), "sample")
    assert done.returncode == 3, done.stderr
    return path


@pytest.fixture(scope="module")
def rows(archive: Path) -> Rows:
    out = archive.parent / "export"
    done = rawi("export", str(archive), "--format", "jsonl", "-o", str(out))
    assert done.returncode == 0, done.stderr
    return {
        path.stem: [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        for path in out.glob("*.jsonl")
    }


@pytest.fixture(scope="module")
def names(rows: Rows) -> dict[str, str]:
    """Document id to file name or record id."""
    return {row["id"]: Path(row["given_id"]).name for row in rows["documents"]}


def bare(words: str) -> str:
    """Letters without forms, joints and blanks: what damage leaves alone."""
    return "".join(squeeze(unicodedata.normalize("NFKC", words)).split())


def same(found: str | None, wanted: str) -> bool:
    """Compare names after folding letters and joints."""
    return found is not None and bare(found) == bare(wanted)


def test_all_documents_are_there(names: dict[str, str]) -> None:
    assert len(names) == 25
    assert set(FACTS["days"]) <= set(names.values())


@pytest.mark.parametrize("name", FACTS["days"])
def test_the_day_of_a_document(name: str, rows: Rows, names: dict[str, str]) -> None:
    row = next(r for r in rows["documents"] if names[r["id"]] == name)
    assert (row["day"], row["day_evidence"] != "none") == (FACTS["days"][name], True)


def test_a_missing_day_comes_from_the_counterpart(rows: Rows, names: dict[str, str]) -> None:
    row = next(r for r in rows["documents"] if names[r["id"]] == "09-earthquake-ar.txt")
    evidence, giver = row["day_evidence"].split(":", 1)
    assert evidence == "story"
    assert names[giver] in {"08-earthquake-fa.txt", "10-earthquake-copy-fa.html"}


@pytest.mark.parametrize("story", FACTS["story"], ids=lambda s: s["name"])
def test_reports_of_one_event_form_one_story(
    story: dict[str, Any], rows: Rows, names: dict[str, str]
) -> None:
    first = story["members"][0]
    number = next(r["story"] for r in rows["documents"] if names[r["id"]] == first)
    found = {names[r["id"]] for r in rows["documents"] if number and r["story"] == number}
    optional = set(story.get("optional", ()))
    assert found | optional == set(story["members"])


@pytest.mark.parametrize("report", FACTS["report"], ids=lambda r: r["members"][0])
def test_copies_of_one_text_form_one_report(
    report: dict[str, Any], rows: Rows, names: dict[str, str]
) -> None:
    numbers = {r["report"] for r in rows["documents"] if names[r["id"]] in report["members"]}
    assert len(numbers) == 1
    members = {names[r["id"]] for r in rows["documents"] if r["report"] in numbers}
    optional = set(report.get("optional", ()))
    assert members - optional == set(report["members"])


@pytest.mark.parametrize(
    "difference", FACTS["difference"], ids=lambda d: f"{d['a_text']}≠{d['b_text']}"
)
def test_the_two_languages_differ(
    difference: dict[str, Any], rows: Rows, names: dict[str, str]
) -> None:
    wanted = {(difference["a"], difference["a_text"]), (difference["b"], difference["b_text"])}
    found = [
        {(names[pair["a"]], squeeze(d["a"] or "")), (names[pair["b"]], squeeze(d["b"] or ""))}
        for pair in rows["pairs"]
        for d in pair.get("differences", ())
        if d["what"] == difference["what"]
    ]
    assert wanted in found


@pytest.mark.parametrize(
    "quotation", FACTS["quotation"], ids=lambda q: f"{q['document']}:{q['content'][:24]}"
)
def test_a_quotation_with_its_facts(
    quotation: dict[str, Any], rows: Rows, names: dict[str, str]
) -> None:
    wanted = bare(quotation["content"])
    here = [q for q in rows["quotations"] if names[q["document"]] == quotation["document"]]
    hits = [q for q in here if wanted in bare(q["text"])]
    assert hits, [q["text"] for q in here]
    hit = min(hits, key=lambda q: len(q["text"]))
    for key in ("kind", "cue_class"):
        if key in quotation:
            assert hit[key] == quotation[key]
    for key in ("speaker", "addressee"):
        if key in quotation:
            assert same(hit[key], quotation[key]), hit[key]
    if "relay" in quotation:
        assert any(same(outlet, quotation["relay"]) for outlet in hit["relay"]), hit["relay"]
    if "day" in quotation:
        assert hit["day"] == {"earliest": quotation["day"], "latest": quotation["day"]}


@pytest.mark.parametrize("entity", FACTS["entity"], ids=lambda e: e["names"][0])
def test_one_person_in_two_spellings(entity: dict[str, Any], rows: Rows) -> None:
    found = [{n for spelled in e["names"].values() for n in spelled} for e in rows["entities"]]
    assert any(all(any(same(n, w) for n in e) for w in entity["names"]) for e in found)


def test_what_cannot_be_read_is_listed(archive: Path) -> None:
    done = rawi("status", str(archive), "--json")
    status = json.loads(done.stdout)
    assert sorted(Path(x["path"]).name for x in status["set_aside"]) == FACTS["set_aside"]["files"]
    assert all(x["reason"] and x["detail"] for x in status["set_aside"])


def test_adding_again_changes_nothing(archive: Path) -> None:
    before = rawi("status", str(archive), "--json").stdout
    assert rawi("add", str(archive), "sample").returncode == 3
    assert rawi("status", str(archive), "--json").stdout == before


def test_the_archive_verifies(archive: Path) -> None:
    done = rawi("verify", str(archive))
    assert done.returncode == 0, done.stdout
