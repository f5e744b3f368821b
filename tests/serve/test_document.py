"""The document reader: two texts, marks, a margin that says why, passages, hidden characters."""

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

from tests.serve.conftest import Client, Hand

from rawi.archive import Archive

ENGLISH = {"accept-language": "en"}


def read_text(page: str) -> str:
    """What the text of a document shows."""
    body = page[page.index('id="text"') : page.index("</article>")]
    blocks = re.findall(r"<p id=.*?>(.*?)</p>", body, re.DOTALL)
    return "\n".join(unescape(re.sub(r"<[^>]+>", "", block)) for block in blocks)


def read_marks(page: str) -> dict[str, list[tuple[str, int, int, str]]]:
    found = re.search(r'<script type="application/json" id="marks">(.*?)</script>', page)
    assert found
    places: dict[str, list[tuple[str, int, int, str]]] = json.loads(found[1])["places"]
    return places


def marked_words(page: str, layer: str) -> list[str]:
    """The words a browser marks: cut from each block in UTF-16 units."""
    words = []
    for block, start, end, _ in read_marks(page)[layer]:
        found = re.search(rf'<p id="{block}" [^>]*>(.*?)</p>', page, re.DOTALL)
        assert found
        units = unescape(re.sub(r"<[^>]+>", "", found[1])).encode("utf-16-le")
        words.append(units[2 * start : 2 * end].decode("utf-16-le"))
    return words


def test_both_texts_are_shown_whole(client: Any) -> None:
    repaired = read_text(client.get("/d/fa1").text)
    original = read_text(client.get("/d/fa1?text=original").text)
    assert "باز می\u200cشود." in repaired
    assert "باز ميشود." in original
    assert "ي" not in repaired


def test_the_texts_are_switched_by_links(client: Any) -> None:
    assert "/d/fa1?text=original" in client.get("/d/fa1").text
    assert 'href="/d/fa1"' in client.get("/d/fa1?text=original").text


def test_marks_stand_on_the_words_in_both_texts(client: Any) -> None:
    repaired, original = client.get("/d/fa1").text, client.get("/d/fa1?text=original").text
    assert marked_words(repaired, "quotations") == [
        "این باغ 23 گلخانه دارد",
        "درهای باغ باز می\u200cشود",
    ]
    assert marked_words(original, "quotations") == ["اين باغ 23 گلخانه دارد", "درهای باغ باز ميشود"]
    assert marked_words(repaired, "names") == ["بهار دانا"]
    assert marked_words(repaired, "dates") == ["۱۵ فروردین ۱۳۹۷"]
    assert marked_words(repaired, "cues") == ["گفت", "افزود"]
    assert marked_words(repaired, "repairs") == ["می\u200cشود"]


def test_marks_count_astral_characters_and_boxes_as_the_browser_does(client: Any) -> None:
    assert marked_words(client.get("/d/bad%221").text, "quotations") == ["پایان"]


def test_the_margin_says_why(client: Any) -> None:
    page = client.get("/d/fa1", headers=ENGLISH).text
    margin = page[page.index('<aside class="margin"') :]
    for words in ("hand.quotation", "hand.name", "hand.date", "fa.joint-lost", "conflict:weekday", "0.97",
                  "1397/01/15", "code_page", "garden.txt", "do not agree"):  # fmt: skip
        assert words in margin, words


def test_names_lead_to_their_person(client: Any, person: str) -> None:
    assert f'href="/p/{person}"' in client.get("/d/fa1").text


def test_a_passage_is_lit_without_a_script(client: Any) -> None:
    page = client.get("/d/fa1?char=18,27").text
    assert '<span id="passage"' in page
    assert '<mark class="passage">بهار دانا</mark>' in page


def test_a_passage_is_found_for_the_script(client: Any) -> None:
    found = client.get("/d/fa1/passage.json?char=18,27").json()
    assert found["places"] == [["b1", 0, 9, "passage"]]
    assert client.get("/d/fa1/passage.json?char=27,18").json()["places"] == []
    assert client.get("/d/fa1/passage.json?char=0,99999").json()["places"] == []


def test_marks_can_be_drawn_by_the_server_around_whole_words(client: Any) -> None:
    page = client.get("/d/fa1?marks=html&layer=names&layer=repairs").text
    assert '<mark class="names">بهار دانا</mark>' in page
    assert '<mark class="repairs">می\u200cشود</mark>' in page
    assert read_marks(page) == {}


def test_hidden_characters_are_boxed_and_never_sent(client: Any) -> None:
    for address in ("/d/bad%221", "/d/bad%221?text=original"):
        page = client.get(address, headers=ENGLISH).text
        for code in ("U+202E", "U+2069", "U+200C", "U+0000"):
            assert f'data-code="{code}"' in page, code
        assert "\u202e" not in page
        assert "\u2069" not in page
        assert "RIGHT-TO-LEFT OVERRIDE" in page


def test_joiners_are_shown_on_demand(client: Any) -> None:
    assert 'class="joiner"' not in client.get("/d/fa1").text
    assert 'می<span class="joiner">\u200c</span>شود' in client.get("/d/fa1?joiners=show").text


def test_a_long_document_is_shown_in_parts_that_miss_nothing(client: Any) -> None:
    parts = [read_text(client.get(f"/d/long?part={n}").text) for n in (1, 2)]
    assert "\n".join(parts) == "\n".join(["سطر آب"] * 12_000)
    assert '<span id="passage"' in client.get("/d/long?char=70000,70004").text


def test_blocks_know_their_language_and_direction(client: Any) -> None:
    assert re.search(
        r'<p id="b0" class="block body" lang="fa" dir="rtl">', client.get("/d/fa1").text
    )
    assert re.search(
        r'<p id="b0" class="block body" lang="en" dir="ltr">', client.get("/d/en1").text
    )


def test_the_margin_of_a_long_document_goes_with_the_part_that_is_shown(tmp_path: Path) -> None:
    long = Hand("d1", "گفت: «آغاز کار».\n" + "سطر\n" * 20_000 + "گفت: «پایان کار».")
    quotations = (long.quotation("آغاز کار"), long.quotation("پایان کار"))
    with Archive.open(tmp_path / "long.rawi", create=True) as archive:
        archive.store.put(long.finish(day=None, outlet=None, quotations=quotations))
        client = Client(archive)
        for part, shown in ((1, "q0"), (2, "q1")):
            page = client.get(f"/d/d1?part={part}", headers={"accept-language": "en"}).text
            assert re.findall(r'<article class="note quotation item" id="(q\d)"', page) == [shown]
            assert "1 of them in this part of the text" in page
        assert len(client.get("/d/d1.json").json()["quotations"]) == 2
