"""CSV: what spreadsheets open, and nothing they would run."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.export.csv import cell
from rawi.export.exporter import find_exporter
from rawi.index.query import Query
from rawi.index.sqlite import SqliteStore


def read(path: Path, encoding: str = "utf-8") -> list[dict[str, str]]:
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file))


def test_quotations_are_rows(store: SqliteStore, tmp_path: Path) -> None:
    written = list(find_exporter("csv")(store, tmp_path, Query()))
    assert [path.name for path in written] == [
        "documents.csv", "quotations.csv", "dates.csv", "mentions.csv",
    ]  # fmt: skip
    [first, second] = read(tmp_path / "quotations.csv")
    assert (first["text"], first["speaker"], first["addressee"]) == (
        "آب <کم> است", "سارا فرضی", "'=وزیر",
    )  # fmt: skip
    assert (second["speaker"], second["relay"], second["earliest"]) == ("", "وكالة", "")
    assert (first["cue_text"], first["story"]) == ("", "")
    [date] = read(tmp_path / "dates.csv")
    assert (date["text"], date["earliest"]) == ("۴ آوریل", "2018-04-04")
    [name] = read(tmp_path / "mentions.csv")
    assert name["text"] == "سارا فرضی"


def test_a_byte_order_mark_when_asked(store: SqliteStore, tmp_path: Path) -> None:
    list(find_exporter("csv")(store, tmp_path, Query(), bom=True))
    assert (tmp_path / "documents.csv").read_bytes().startswith(b"\xef\xbb\xbfid,")
    assert read(tmp_path / "documents.csv", "utf-8-sig")[0]["id"] == "d1"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_begins_a_formula(start: str) -> None:
    assert cell(f"{start}cmd|' /C calc'!A0").startswith("'")


@given(st.text())
def test_cells_that_are_no_formula_are_unchanged(text: str) -> None:
    assert cell(text) in (text, f"'{text}")
    assert (cell(text) == text) == (text[:1] not in tuple("=+-@\t\r") or not text)


def test_numbers_stay_numbers() -> None:
    assert cell(-3) == "-3"
