"""The door as a whole: paths, identity, bad input, the command line, the watch."""

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from rawi.cli import main
from rawi.facts import Document, SetAside
from rawi.read import read_bytes, read_documents, watch_documents
from rawi.read.identity import identify
from rawi.read.watch import FolderWatch


def describe(found: Document | SetAside) -> str:
    """The text read, or the reason it was set aside."""
    return found.original if isinstance(found, Document) else found.reason


def test_folders_are_read_to_the_bottom_in_sorted_order(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a.txt", "b/1.txt", "c.txt", ".hidden.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    (tmp_path / "circle").symlink_to(tmp_path)
    found = [describe(x) for x in read_documents([tmp_path])]
    assert found == ["a.txt", "b/1.txt", "b/2.txt", "c.txt", "link"]


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t", "empty"),
        ("empty.html", b"", "empty"),
        ("empty.jsonl", b"", "empty"),
        ("nul.txt", b"\0" * 5000, "not_text"),
        ("noise.bin", bytes(range(256)) * 40, "not_text"),
        ("cut.pdf", b"%PDF-1.4\n1 0 obj", "broken"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "unknown_format"),
        ("emoji.txt", "😀🎉".encode(), "😀🎉"),
        ("language.txt", "ქართული ტექსტი".encode(), "ქართული ტექსტი"),
        (
            "one-nul.txt",
            ("متن خبر " * 20 + "\0").encode(),
            "متن خبر " * 20 + "\N{REPLACEMENT CHARACTER}",
        ),
        ("surrogate.jsonl", b'{"text": "a \\ud800 b"}', "a \N{REPLACEMENT CHARACTER} b"),
    ],
)
def test_bad_input_gives_a_sensible_text_or_a_reason(name: str, data: bytes, expected: str) -> None:
    assert [describe(x) for x in read_bytes(data, name)] == [expected]


def test_a_text_too_long_for_a_report_is_set_aside() -> None:
    found = [describe(x) for x in read_bytes(b"x" * 10_000_001, "long.txt")]
    assert found == ["too_long"]


def test_paths_that_are_not_there_are_told(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    found = [describe(x) for x in read_documents([tmp_path / "gone.txt", tmp_path / "none"])]
    assert found == ["not_found", "empty"]


def test_the_same_file_under_two_paths_is_one_document() -> None:
    (one,) = read_bytes("متن".encode(), "a.txt")
    (two,) = read_bytes("متن".encode("utf-16"), "b/c.txt")
    assert isinstance(one, Document)
    assert isinstance(two, Document)
    assert one.id == two.id
    assert (one.given_id, two.given_id) == ("a.txt", "b/c.txt")


@given(
    st.lists(
        st.tuples(st.text(), *[st.none() | st.text()] * 3), min_size=2, max_size=2, unique=True
    )
)
def test_documents_that_differ_in_text_or_outlet_differ_in_id(
    pair: list[tuple[str, str | None, str | None, str | None]],
) -> None:
    one, two = pair
    if any("\ud800" <= c <= "\udfff" for field in one + two for c in field or ""):
        return
    assert identify(*one) != identify(*two)


def test_the_command_prints_an_object_a_document_and_exits_3_when_some_were_set_aside(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.html").write_text("<h1>عنوان</h1><p>متن</p>", "utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    done = CliRunner().invoke(main, ["read", str(tmp_path / "a.html"), str(tmp_path / "b.txt")])
    assert done.exit_code == 3
    good, bad = map(json.loads, done.stdout.splitlines())
    keys = {"id", "path", "outlet", "url", "title", "published", "text", "reader", "sha256", "blocks",
            "warnings", "set_aside"}  # fmt: skip
    assert keys <= good.keys()
    assert keys <= bad.keys()
    assert good["text"] == "عنوان\n\nمتن"
    assert good["blocks"][0]["extent"] == [0, 5]
    assert good["set_aside"] is None
    assert good["outlet"] is None
    assert bad["set_aside"]["reason"] == "empty"
    assert bad["path"] == str(tmp_path / "b.txt")


def test_the_command_reads_standard_input() -> None:
    done = CliRunner().invoke(main, ["read", "-"], input=b'{"id": "7", "text": "x"}\n')
    assert done.exit_code == 0
    assert json.loads(done.stdout)["given_id"] == "7"


def test_the_command_shows_a_summary_to_people() -> None:
    from rawi.cli import read as module

    doubt = {"code": "ocr_low_confidence", "detail": "unsure", "extent": [0, 3]}
    record: dict[str, object] = {"path": "a", "container": [], "title": "T\x1b[2J", "outlet": None, "published": None, "url": None,
              "text": "first\nsecond", "reader": "pdf", "route": "ocr", "warnings": [doubt, doubt], "set_aside": None}  # fmt: skip
    runner = CliRunner()
    with runner.isolation() as (out, *_):
        module.print_summary(record)
        sys.stdout.flush()
        shown = out.getvalue().decode()
    assert "title: T[U+001B]" in shown
    assert "12 characters, read as pdf (ocr); 25.0 % of them in doubt" in shown
    assert "warning (ocr_low_confidence, 2 places): unsure" in shown


def test_a_watched_folder_gives_files_when_they_are_at_rest(tmp_path: Path) -> None:
    watch = FolderWatch([tmp_path])
    path = tmp_path / "a.txt"
    path.write_text("one")
    assert watch.look() == []  # seen for the first time: it may still be growing
    assert watch.look() == [path]
    assert watch.look() == []
    path.write_text("one and more")
    assert watch.look() == []
    assert watch.look() == [path]


def test_watching_reads_what_comes_in(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one")
    looks: list[float] = []

    def wait(seconds: float) -> None:
        looks.append(seconds)
        if len(looks) == 2:
            (tmp_path / "b.txt").write_text("two")
        if len(looks) == 5:
            raise KeyboardInterrupt

    found: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        found.extend(describe(x) for x in watch_documents([tmp_path], seconds=0.5, wait=wait))
    assert found == ["one", "two"]
    assert set(looks) == {0.5}
