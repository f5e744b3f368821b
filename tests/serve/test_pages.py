"""Every page answers in three languages, and its twin says the same."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from markupsafe import escape
from tests.serve.conftest import Client

from rawi.archive import Archive

LANGUAGES = {"fa": "rtl", "ar": "rtl", "en": "ltr"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_answers_in_the_readers_language(
    client: Any, addresses: list[str], language: str
) -> None:
    for address in addresses:
        answer = client.get(address, headers={"accept-language": language})
        assert answer.status_code == 200, address
        head = f'<html lang="{language}" dir="{LANGUAGES[language]}"'
        assert head in answer.text, address


def test_every_page_has_one_heading_a_title_and_landmarks(
    client: Any, addresses: list[str]
) -> None:
    for address in addresses:
        page = client.get(address).text
        assert len(re.findall(r"<h1[ >]", page)) == 1, address
        assert re.search(r"<title>[^<]+</title>", page), address
        for landmark in ('<main id="main"', "<nav ", "<footer", "<header", 'role="search"'):
            assert landmark in page, (address, landmark)


def test_every_id_on_a_page_is_unique(client: Any, addresses: list[str]) -> None:
    for address in addresses:
        page = re.sub(r"<script.*?</script>", "", client.get(address).text, flags=re.DOTALL)
        ids = re.findall(r'\sid="([^"]+)"', page)
        assert len(ids) == len(set(ids)), address


def test_every_page_names_a_twin_that_answers(client: Any, addresses: list[str]) -> None:
    for address in addresses:
        page = client.get(address).text
        twin = re.search(r'type="application/json" href="([^"]+)"', page)
        assert twin, address
        answer = client.get(twin[1].replace("&amp;", "&"))
        assert answer.headers["content-type"].startswith("application/json"), address
        assert isinstance(json.loads(answer.content), dict), address


def test_the_address_chooses_the_language_and_a_cookie_keeps_it(client: Any) -> None:
    answer = client.get("/about?ui=ar", headers={"accept-language": "en"})
    assert '<html lang="ar" dir="rtl"' in answer.text
    assert "ui=ar" in answer.headers["set-cookie"]
    assert "samesite=lax" in answer.headers["set-cookie"].lower()


def test_a_setting_that_is_none_is_not_kept(client: Any) -> None:
    answer = client.get("/about?ui=%3Cscript%3E")
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/nothing", 404),
        ("/d/nothing", 404),
        ("/st/nothing", 404),
        ("/r/nothing", 404),
        ("/p/nothing", 404),
        ("/t/2018-13-40", 400),
        ("/t?day=nonsense", 400),
        ("/s?q=by:", 400),
        ("/s?q=%22open", 400),
        ("/d/fa1/page/1.png", 404),
    ],
)
def test_what_is_not_there_is_explained(client: Any, address: str, status: int) -> None:
    answer = client.get(address, headers={"accept-language": "en"})
    assert answer.status_code == status
    assert 'role="search"' in answer.text  # a way on
    assert "Traceback" not in answer.text


def test_a_wrong_query_says_where_and_what_to_write(client: Any) -> None:
    answer = client.get("/s?q=colour:red", headers={"accept-language": "en"})
    assert "colour:" in answer.text
    assert "outlet:" in answer.text


@pytest.mark.parametrize("language", ["fa", "ar", "en"])
@pytest.mark.parametrize(
    "typed",
    [
        "-by:x", "by:a by:b", "by:", "who:me", "«آب", '-"آب شهر"', "kind:loud", "day:soon", "day:..",
        "day:2018-13", "day:2018-05..2018-04",
    ],
)  # fmt: skip
def test_a_question_that_is_not_understood_stays_and_is_explained_in_the_readers_language(
    client: Any, typed: str, language: str
) -> None:
    page = client.get("/s", params={"q": typed}, headers={"accept-language": language})
    assert page.status_code == 400
    assert f'value="{escape(typed)}"' in page.text
    [detail] = re.findall(r'<p class="error-detail">(.*?)</p>', page.text)
    assert "at character" not in detail
    assert "{" not in detail
    if language != "en":
        assert re.search("[آ-ی]", re.sub("<bdi.*?</bdi>", "", detail))


def test_an_empty_archive_says_how_to_fill_it(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "new.rawi", create=True) as archive:
        client = Client(archive)
        for address in ("/", "/s?q=آب"):
            assert "rawi add new.rawi FOLDER" in client.get(address).text
        assert 'class="weeks"' not in client.get("/t").text


@pytest.mark.parametrize(("language", "name"), [("fa", "گوینده:"), ("ar", "قائل:"), ("en", "by:")])
def test_the_fields_there_are_have_the_names_of_the_reader(
    client: Any, language: str, name: str
) -> None:
    page = client.get(f"/s?q=from:x&ui={language}").text
    assert f">{name}</bdi>" in page
