"""Filters over JSON lines: what is wrong with one record is answered, and the rest goes on."""

import io
import json
from types import SimpleNamespace
from typing import Any

import pytest

from rawi.cli import records
from rawi.errors import TableError

Record = dict[str, Any]


def run(
    monkeypatch: pytest.MonkeyPatch, answer: Any, *lines: bytes
) -> tuple[int, list[dict[str, Any]]]:
    out = io.BytesIO()
    monkeypatch.setattr(
        records,
        "sys",
        SimpleNamespace(
            stdin=SimpleNamespace(buffer=io.BytesIO(b"\n".join(lines))),
            stdout=SimpleNamespace(buffer=out),
        ),
    )
    code = records.run_filter(answer)
    return code, [json.loads(line) for line in out.getvalue().splitlines()]


def echo(record: Record) -> Record:
    return {"id": record["id"], "length": len(record["text"])}


def divide(record: Record) -> Record:
    return {"id": record["id"], "length": 1 // len(record["text"])}


def test_a_bad_line_is_answered_in_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = (b'{"id": 1, "text": "a"}', b"no json", b'{"id": 3}', b'{"id": 4, "text": ""}')
    code, replies = run(monkeypatch, echo, *lines)
    assert code == 3
    assert [reply["id"] for reply in replies] == [1, None, None, 4]
    assert "line 2: not JSON" in replies[1]["error"]
    assert "line 3" in replies[2]["error"]


def test_a_fault_of_rawi_costs_one_record(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = (b'{"id": 1, "text": ""}', b'{"id": 2, "text": "a"}')
    code, replies = run(monkeypatch, divide, *lines)
    assert code == 3
    assert "fault of rawi" in replies[0]["error"]
    assert replies[1] == {"id": 2, "length": 1}


def test_a_broken_installation_ends_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Record) -> Record:
        raise TableError("months.tsv is not what it was")

    with pytest.raises(TableError):
        run(monkeypatch, fail, b'{"id": 1, "text": "a"}')
