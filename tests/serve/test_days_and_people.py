"""Days in three calendars, typed in any; people with their names and counts; sources."""

import re
from pathlib import Path
from typing import Any

import pytest
from tests.serve.conftest import Client, Hand

import rawi
from rawi.archive import Archive
from rawi.facts import Origin
from rawi.pipeline import ANNOTATION_WARNINGS
from rawi.read.pdf.assemble import DETAILS
from rawi.serve.interface import load_messages

ROOM = Path(rawi.__file__).parent
ENGLISH = {"accept-language": "en"}


def test_a_day_has_its_name_in_three_calendars(client: Any) -> None:
    page = client.get("/t/2018-04-04", headers=ENGLISH).text
    for words in (
        "4 April 2018",
        "15 Farvardin 1397",
        "18 Rajab 1439",
        "17 Rajab 1439",
        "Wednesday",
    ):
        assert words in page, words
    page = client.get("/t/2018-04-04", headers={"accept-language": "fa"}).text
    assert "۱۵ فروردین ۱۳۹۷" in page


def test_a_day_lists_what_was_said_and_written(client: Any) -> None:
    twin = client.get("/t/2018-04-04.json").json()
    assert twin["total"] == {"quotations": 3, "documents": 2}


@pytest.mark.parametrize(
    "typed",
    [
        "2018-04-04",
        "۱۵ فروردین ۱۳۹۷",
        "1397/01/15",
        "15 Farvardin 1397",
        "4 April 2018",
        "٤ نيسان ٢٠١٨",
    ],
)
def test_a_day_is_found_by_any_calendar(client: Any, typed: str) -> None:
    answer = client.get("/t", params={"day": typed})
    assert (answer.status_code, answer.headers["location"]) == (303, "/t/2018-04-04")


def test_a_month_typed_leads_to_its_documents(client: Any) -> None:
    answer = client.get("/t", params={"day": "2018-04"})
    assert answer.headers["location"] == "/s?q=day%3A2018-04-01..2018-04-30"


@pytest.mark.parametrize(
    ("calendar", "month"),
    [("jalali", "Farvardin 1397"), ("hijri", "Rajab 1439"), ("gregorian", "April 2018")],
)
def test_the_calendar_is_switched(client: Any, calendar: str, month: str) -> None:
    page = client.get(f"/t?calendar={calendar}", headers=ENGLISH).text
    assert f'<h2 id="month-name">{month}</h2>' in page
    assert 'href="/t/2018-04-04"' in page


@pytest.mark.parametrize("typed", ["unknown", "نامعلوم", "مجهول"])
def test_what_has_no_day_can_be_asked_for_where_a_day_is_typed(client: Any, typed: str) -> None:
    answer = client.get("/t", params={"day": typed})
    assert (answer.status_code, answer.headers["location"]) == (303, "/s?q=day%3Aunknown")


def test_a_month_that_does_not_exist_is_explained(client: Any) -> None:
    beyond = client.get("/t?calendar=gregorian&month=9999/12", headers=ENGLISH)
    assert beyond.status_code == 400
    assert "The calendar has no such day" in beyond.text
    assert client.get("/t?month=abc").status_code == 200


def test_a_person_has_what_they_said_and_where_they_are_named(client: Any, person: str) -> None:
    twin = client.get(f"/p/{person}.json").json()
    assert twin["counts"]["said"] == 3
    page = client.get(f"/p/{person}", headers=ENGLISH).text
    assert "بهار دانا" in page
    assert "4 April 2018" in page


def test_people_are_listed_with_counts(client: Any, person: str) -> None:
    assert f'href="/p/{person}"' in client.get("/p").text


def test_what_was_set_aside_is_listed_with_its_reason(client: Any) -> None:
    page = client.get("/src", headers=ENGLISH).text
    section = page[page.index('id="set-aside"') :]
    assert "onerror" in section
    assert "empty" in section
    assert "There is nothing in it." in section


@pytest.mark.parametrize(("language", "words"), [("fa", "چیزی در آن نیست"), ("ar", "لا شيء فيه")])
def test_what_was_set_aside_is_explained_in_the_language_of_the_reader(
    client: Any, language: str, words: str
) -> None:
    page = client.get(f"/src?ui={language}").text
    assert words in page
    assert '<span class="quiet detail" lang="en">' in page
    assert "q=outlet:unknown&amp;view=documents" in page


def test_every_reason_says_what_to_do() -> None:
    keys = {key for key in load_messages() if key.startswith(("reason.", "advice."))}
    groups = [{k.partition(".")[2] for k in keys if k.startswith(g)} for g in ("reason", "advice")]
    assert groups[0] == groups[1]


def test_people_are_found_by_a_name_in_any_script_and_by_type(client: Any, person: str) -> None:
    def ids(address: str) -> list[str]:
        return [row["entity"]["id"] for row in client.get(address).json()["people"]]

    assert ids("/p.json?q=دانا")[0] == person
    assert ids("/p.json?q=بهار+دانا&type=PER") == ids("/p.json?q=بهار+دانا")
    assert ids("/p.json?q=بهار+دانا&type=ORG") == []
    assert ids("/p.json?type=nonsense") == ids("/p.json")
    nobody = client.get("/p?q=قباد", headers={"accept-language": "en"}).text
    assert "No name like this" in nobody


def test_a_persons_words_are_searched_on_their_page(client: Any, person: str) -> None:
    found = client.get(f"/p/{person}.json?q=گلخانه").json()
    assert (found["counts"]["said"], found["query"]) == (1, "گلخانه")
    assert found["counts"]["said"] < client.get(f"/p/{person}.json").json()["counts"]["said"]
    page = client.get(f"/p/{person}?q=گلخانه").text
    assert '<mark class="hit">گلخانه</mark>' in page
    assert 'value="گلخانه"' in page
    assert client.get(f"/p/{person}?q=who:x").status_code == 400


def test_a_person_is_named_where_any_of_the_names_stands(client: Any, person: str) -> None:
    twin = client.get(f"/p/{person}.json?view=mentioned").json()
    assert twin["counts"]["mentioned"] == len(twin["rows"]) == 2
    assert {row["language"] for row in twin["rows"]} == {"fa", "ar"}


def test_a_persons_page_says_who_may_be_the_same(client: Any, person: str) -> None:
    twin = client.get(f"/p/{person}.json").json()["possible_same"]
    names = [row["entity"]["names"] for row in twin]
    assert names == [[["fa", ["بهاره دانا"]]]]
    other = twin[0]["entity"]["id"]
    page = client.get(f"/p/{person}", headers=ENGLISH).text
    assert "Possibly the same" in page
    assert f'href="/p/{other}"' in page


def test_a_persons_roles_have_their_days(client: Any, person: str) -> None:
    [role] = client.get(f"/p/{person}.json").json()["roles"]
    assert (role["role"], role["first"], role["last"], role["documents"]) == (
        "مدیر باغ گیاهان", "2018-04-04", "2018-04-04", 1,
    )  # fmt: skip
    assert "۱۵ فروردین ۱۳۹۷" in client.get(f"/p/{person}?ui=fa").text


def test_sources_name_what_was_removed_and_lead_to_what_has_no_day(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "garden.rawi", create=True) as archive:
        origin = Origin("reports/draft.txt", "0" * 64, "plain")
        for name in ("d1", "d2"):
            archive.store.put(
                Hand(name, "باغ باز است.").finish(day=None, outlet=None, origin=origin)
            )
        archive.remove(["d1"])
        page = Client(archive).get("/src", headers=ENGLISH).text
    section = page[page.index('id="removed"') :]
    assert "reports/draft.txt" in section
    assert "rawi add --again" in section
    assert '<a href="/s?q=day:unknown&amp;view=documents">1 document</a>' in page


def test_what_readers_warn_of_is_said_in_the_language_of_the_reader(tmp_path: Path) -> None:
    report = tmp_path / "a.txt"
    report.write_text("خبرگزاری برگ، ۷ آبان ۱۴۰۴\nدر باغ باز شد.", "utf-8")
    with Archive.open(tmp_path / "a.rawi", create=True) as archive:
        list(archive.add([report], jobs=1))
        [document] = archive.store.document_ids()
        for page in ("/src", f"/d/{document}"):
            assert "قُرئت الوسيلة من النص نفسه" in Client(archive).get(f"{page}?ui=ar").text


def test_every_warning_has_words() -> None:
    written = "\n".join(path.read_text("utf-8") for path in ROOM.rglob("*.py"))
    codes = set(re.findall(r'ReadWarning\(\s*f?"(\w+)', written)) | set(DETAILS)
    codes |= ANNOTATION_WARNINGS
    assert codes >= {"charset_guessed", "ocr", "hidden_text"}
    assert not [code for code in codes if f"warning.{code}" not in load_messages()]
