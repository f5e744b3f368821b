"""Stories side by side with their differences named; reports with copies compared word by word."""

import json
import re
from pathlib import Path
from typing import Any

from tests.annotated import build_document

from rawi.archive import Archive
from rawi.facts import Report
from rawi.index.query import Query
from rawi.index.sqlite import SqliteStore, links
from rawi.serve.cards import group_copies, make_cards
from rawi.serve.compare import compare_words
from rawi.serve.evidence import Shared, describe_evidence, explain_keys
from rawi.serve.interface import Interface
from rawi.serve.pages.report import Said, compare_quotations

ENGLISH = {"accept-language": "en"}


def test_persian_stands_before_arabic_in_a_right_to_left_pair(client: Any) -> None:
    page = client.get("/st/s1", headers=ENGLISH).text
    pair = page[page.index('<div class="pair" dir="rtl">') :]
    assert pair.index("روزنامهٔ برگ سبز") < pair.index("صحيفة الورق")
    row = pair[pair.index('id="pair-1"') :]
    assert row.index("گلخانه") < row.index("زجاجي")


def test_differences_are_named_and_marked_on_both_sides(client: Any) -> None:
    page = client.get("/st/s1", headers=ENGLISH).text
    assert re.search(r"number.*<bdi>23</bdi>.*≠.*<bdi>32</bdi>", page)
    found = re.search(r'id="marks">(.*?)</script>', page)
    assert found
    places = json.loads(found[1])["places"]["differs"]
    assert [place[0] for place in places] == ["r1-0", "l1-0"]
    assert [place[2] - place[1] for place in places] == [2, 2]


def test_what_only_one_side_has_stands_in_its_place(client: Any) -> None:
    page = client.get("/st/s1", headers=ENGLISH).text
    assert re.findall(r'relation-(\w+)[ "]', page) == ["equal", "differs", "only_a"]
    assert "only in Persian" in page


def test_an_unsure_pair_is_said_to_be_unsure(client: Any) -> None:
    assert len(re.findall(r"relation-equal unsure", client.get("/st/s1").text)) == 1


def test_only_the_differences_are_shown_on_demand(client: Any) -> None:
    page = client.get("/st/s1?show=differences").text
    assert "relation-equal" not in page
    assert "relation-differs" in page


def test_each_cell_leads_to_its_place_in_the_original(client: Any) -> None:
    assert "/d/fa1?char=18,92#passage" in client.get("/st/s1").text


def test_the_transmission_is_listed(client: Any) -> None:
    page = client.get("/st/s1", headers=ENGLISH).text
    assert re.search(r"پایگاه ساقه.*took it from.*خبرگزاری برگ", page, re.DOTALL)


def test_a_story_lists_its_documents_and_quotations(client: Any) -> None:
    twin = client.get("/st/s1.json").json()
    assert [row["id"] for row in twin["documents"]] == ["ar1", "fa1", "fa2"]
    assert (twin["right"], twin["left"]) == ("fa1", "ar1")


def test_a_report_shows_what_a_copy_changed_but_no_damage(client: Any) -> None:
    twin = client.get("/r/r1.json").json()
    assert [copy["changes"] for copy in twin["copies"]] == [0, 1]
    page = client.get("/r/r1").text
    assert '<mark class="removed">23</mark>' in page
    assert '<mark class="added">24</mark>' in page
    assert "quotations" in twin


def test_a_report_tells_what_became_of_each_quotation() -> None:
    text = "گفت: «گلخانه باز است» و «درها بسته است» و «فردا می\u200cآییم همه»."
    said, left_out, put_in = "گلخانه باز است", "درها بسته است", "فردا می\u200cآییم همه"
    a = build_document(
        "a", text, quotes=({"text": said, "speaker": "مینا سروی"}, {"text": left_out})
    )
    b = build_document("b", text, quotes=({"text": said, "speaker": "رضا فرضی"}, {"text": put_in}))
    found = compare_quotations(a, b)
    assert [change.change for change in found] == ["attribution", "removed", "added"]
    assert found[0].a == Said(said, "مینا سروی")
    assert found[1].b is None
    assert found[2].a is None


def test_a_report_shows_damage_on_demand(client: Any) -> None:
    page = client.get("/r/r1?damage=show").text
    assert '<mark class="removed">درهای</mark>' in page
    assert "<del><bdi" in page


def test_words_parted_in_another_way_are_damage_and_no_difference(client: Any) -> None:
    a, b = "او هیچ کس را در خرم تنگ ندید.", "او هیچ\u200cکس را در خرم\u200cتنگ دید."
    changes = compare_words(a, b)
    assert [c.kind for c in changes] == ["same", "changed"]
    both = compare_words("ما در خانه مادر بودیم", "ما در خانه بودیم")
    assert [c.kind for c in both] == ["same", "removed", "same"]
    assert a[slice(*changes[1].a)] == "ندید."
    assert len([c for c in compare_words(a, b, damage=True) if c.kind != "same"]) == 2
    assert 'class="changes digits-arabext"' in client.get("/r/r1?ui=fa").text


def test_what_two_reports_share_is_shown_in_their_own_words(archive: Archive) -> None:
    fa, ar = archive.get("fa1"), archive.get("ar1")
    keys = ("kbhr", "d2018-04-04", "kxyz", "Lحديق")
    shared = explain_keys(Interface("fa"), keys, fa, ar)
    assert Shared("۱۵ فروردین ۱۳۹۷", "۱۵ فروردین ۱۳۹۷") in shared
    assert Shared("بهار", "بهار") in shared
    assert all("xyz" not in pair.a for pair in shared)


def test_why_one_took_from_another_is_said_in_the_readers_language() -> None:
    ui = Interface("fa")
    copied = describe_evidence(
        ui, "copy: 90 % of its letters, 2018-04-04 before 2018-04-05T10:30:00"
    )
    assert "۹۰٪" in copied
    assert "۱۵ فروردین ۱۳۹۷" in copied
    assert "10:30" in copied
    assert "<b>" not in describe_evidence(ui, "relay: <b>")
    assert describe_evidence(ui, "else") == "<bdi>else</bdi>"


def test_quotations_that_copies_repeat_are_told_once(tmp_path: Path) -> None:
    with SqliteStore(tmp_path / "archive.sqlite", create=True) as store:
        for name, words in (
            ("d1", "آب هست"),
            ("d2", "آب هست"),
            ("d3", "آب نیست"),
            ("d4", "آب هست"),
        ):
            store.put(build_document(name, words, quotes=({"text": words, "speaker": "سارا"},)))
        with store.transaction() as connection:
            members = ("d1", "d2", "d3")
            links.replace_reports(connection, members, [Report("r1", members, "d1")])
        rows = store.quotations(Query()).rows
        groups = [[row.document.id for row in group] for group in group_copies(rows)]
        assert groups == [["d1", "d2"], ["d3"], ["d4"]]
        [first, *others] = make_cards(store, Interface("en"), rows)
        assert [(row.document.id, href) for row, href in first.same] == [
            ("d2", "/d/d2?char=0,6#passage")
        ]
        assert [card.same for card in others] == [(), ()]


def test_each_passage_says_who_speaks_there_to_whom(client: Any) -> None:
    equal, differs, *_ = client.get("/st/s1.json").json()["voices"]
    assert equal == {"right": [], "left": []}
    assert [(v["speaker"], v["addressee"], v["kind"]) for v in differs["right"]] == [
        ("بهار دانا", "خبرنگاران", "direct")
    ]
    assert [v["speaker"] for v in differs["left"]] == ["بهار دانا"]
    page = client.get("/st/s1", headers=ENGLISH).text
    row = page[page.index('id="pair-1"') :]
    assert row.count('class="voice"') >= 2
    assert "direct speech" in row
