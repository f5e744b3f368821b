"""Web Annotation: both selectors of each target lead to the same words of the original."""

import hashlib
import json
from pathlib import Path

from rawi.export.exporter import find_exporter
from rawi.index.query import Query
from rawi.index.sqlite import SqliteStore


def test_both_selectors_lead_to_the_words(store: SqliteStore, tmp_path: Path) -> None:
    [path] = find_exporter("webannotation")(store, tmp_path, Query())
    page = json.loads(path.read_text("utf-8"))
    assert page["type"] == "AnnotationPage"
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    originals = {
        f"urn:sha256:{hashlib.sha256(text.encode()).hexdigest()}": text
        for text in (store.get(d).text.original for d in store.document_ids())
    }
    seen = 0
    for annotation in page["items"]:
        targets = annotation["target"]
        for target in targets if isinstance(targets, list) else [targets]:
            original = originals[target["source"]["id"]]
            position, quote = target["selector"]
            start, end = position["start"], position["end"]
            assert original[start:end] == quote["exact"]
            assert original[:start].endswith(quote["prefix"])
            assert original[end:].startswith(quote["suffix"])
            seen += 1
    assert seen == 4  # two quotations, a date, a name


def test_what_is_unknown_is_left_out(store: SqliteStore, tmp_path: Path) -> None:
    [path] = find_exporter("webannotation")(store, tmp_path, Query())
    assert "null" not in path.read_text("utf-8")
    items = json.loads(path.read_text("utf-8"))["items"]
    said = [item["body"] for item in items if item["body"]["type"] == "rawi:Statement"]
    assert said[0]["rawi:speaker"] == "سارا فرضی"
    assert "rawi:speaker" not in said[1]
    assert said[1]["rawi:relay"] == ["وكالة"]


def test_an_archive_without_facts_gives_an_empty_page(tmp_path: Path) -> None:
    with SqliteStore(tmp_path / "empty.sqlite", create=True) as empty:
        [path] = find_exporter("webannotation")(empty, tmp_path, Query())
    assert json.loads(path.read_text("utf-8"))["items"] == []
