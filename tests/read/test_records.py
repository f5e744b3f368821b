"""Records and tables: what each row or line gives, and what it is refused for."""

import json

import pytest
from tests.read.conftest import texts

from rawi.errors import ReadError
from rawi.facts import SetAside
from rawi.read import jsonl, rows
from rawi.read.reader import RawDocument, RawItem


def test_each_record_is_a_document_and_a_bad_line_costs_itself() -> None:
    lines = [
        '{"id": 7, "text": "یک", "title": "ت", "outlet": "خ", "url": "http://a", "published": "1397-01-15"}',
        "no json",
        '{"title": "no text"}',
        "",
        '{"text": 5}',
        "[1]",
        '{"text": "half \\ud800 pair"}',
        '{"a": ' + "9" * 5000 + "}",
        "[" * 100_000,
        '{"text": "دو"}',
    ]
    found = list(jsonl.read(RawItem("a.jsonl", "\n".join(lines).encode())))
    assert texts(found) == [
        "یک", "not_json", "no_text", "no_text", "no_text", "half \ud800 pair", "not_json", "not_json", "دو",
    ]  # fmt: skip
    first = found[0]
    assert isinstance(first, RawDocument)
    assert (first.given_id, first.title, first.outlet) == ("7", "ت", "خ")
    assert (first.url, first.published, first.part) == ("http://a", "1397-01-15", "line 1")
    assert isinstance(found[1], SetAside)
    assert found[1].path == "a.jsonl!/line 2"


@pytest.mark.parametrize(
    "whole",
    [
        [{"text": "یک"}, {"text": "دو"}],
        {"articles": [{"text": "یک"}, {"text": "دو"}]},
    ],
)
def test_a_file_that_is_one_json_value_is_read(whole: object) -> None:
    data = json.dumps(whole, indent=1).encode()
    assert texts(jsonl.read(RawItem("a.json", data))) == ["یک", "دو"]


def test_one_record_over_several_lines_is_read() -> None:
    assert texts(jsonl.read(RawItem("a.json", b'{\n "text": "x"\n}'))) == ["x"]


def test_a_line_that_is_too_long_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "MAX_LINE_BYTES", 40)
    data = b'{"text": "one"}\n{"text": "' + b"x" * 100 + b'"}\n{"text": "two"}\n'
    assert texts(jsonl.read(RawItem("a.jsonl", data))) == ["one", "too_large", "two"]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_rows_are_documents_by_the_names_of_their_columns(separator: str) -> None:
    table = f'id{separator}عنوان{separator}متن{separator}تاریخ\n1{separator}ت{separator}"خط یک\nخط دو"{separator}۱۳۹۷/۱/۱۵\n2{separator}ت{separator}{separator}\n'
    found = list(rows.read(RawItem("a.csv", table.encode())))
    assert texts(found) == ["خط یک\nخط دو", "no_text"]
    assert isinstance(found[0], RawDocument)
    assert (found[0].given_id, found[0].title, found[0].published) == ("1", "ت", "1397-01-15")


@pytest.mark.parametrize("name", ["Source", "منبع", "المصدر", "رسانه"])
def test_the_outlet_of_a_row_is_found_by_any_of_its_usual_names(name: str) -> None:
    (document,) = rows.read(RawItem("a.csv", f"text,{name}\nیک,برگ\n".encode()))
    assert isinstance(document, RawDocument)
    assert document.outlet == "برگ"


def test_a_day_that_is_none_is_handed_on_as_written() -> None:
    found = list(rows.read(RawItem("a.csv", "text,published\nیک,1403-13-45\nدو,\n".encode())))
    assert [document.published for document in found] == ["1403-13-45", ""]  # type: ignore[union-attr]


def test_a_table_in_an_old_code_page_is_read() -> None:
    table = "title,text\nخبر,موزه آب شهر روز دوشنبه با حضور شهردار باز شد\n"
    (document,) = rows.read(RawItem("a.csv", table.encode("cp1256")))
    assert isinstance(document, RawDocument)
    assert document.text == "موزه آب شهر روز دوشنبه با حضور شهردار باز شد"


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("a,b\n1,2\n", "no_text_column"),
        ("text\n" + "x" * (17 << 20), "broken"),
        ("", "no_text_column"),
    ],
)
def test_a_table_that_holds_no_texts_is_refused(table: str, reason: str) -> None:
    with pytest.raises(ReadError) as caught:
        list(rows.read(RawItem("a.csv", table.encode())))
    assert caught.value.reason == reason
