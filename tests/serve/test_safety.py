"""Hostile sources stay text; nobody else may ask; nothing is loaded from elsewhere."""

import re
from typing import Any

import pytest

HIDDEN = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\x00]")


def test_markup_of_sources_is_never_markup(client: Any, addresses: list[str]) -> None:
    for address in addresses:
        page = client.get(address).text
        assert "<img src=x" not in page, address
        assert "<script>alert" not in page, address
        assert 'href="javascript:' not in page, address
        assert not re.search(r"<[a-z][^<>]*\son[a-z]+=", page), address


def test_no_direction_control_reaches_a_page(client: Any, addresses: list[str]) -> None:
    for address in addresses:
        assert not HIDDEN.search(client.get(address).text), address


def test_the_hostile_document_is_reached_by_its_own_name(client: Any, hostile: str) -> None:
    page = client.get("/d/bad%221").text
    assert "&lt;script&gt;alert(2)&lt;/script&gt;" in page
    assert client.get("/s", params={"q": hostile.replace('"', "")}).status_code == 200


def test_pages_hold_no_inline_script_or_style(client: Any, addresses: list[str]) -> None:
    for address in addresses:
        page = client.get(address).text
        assert " style=" not in page, address
        assert "<style" not in page, address
        scripts = re.findall(r"<script[^>]*>", page)
        assert all('src="/static/' in s or 'type="application/json"' in s for s in scripts), address


def test_nothing_comes_from_elsewhere(client: Any, addresses: list[str]) -> None:
    for address in addresses:
        page = client.get(address).text
        assert not re.search(r'(?:src|href|action)="(?:https?:)?//', page), address
    for name in ("rawi.css", "rawi.js"):
        assert "http" not in client.get(f"/static/{name}").text


def test_every_answer_carries_the_safety_headers(client: Any) -> None:
    for address in ("/", "/s.json", "/static/rawi.css", "/nothing"):
        headers = client.get(address).headers
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "", "evil@127.0.0.1:80"]
)
def test_another_host_name_is_refused(client: Any, host: str) -> None:
    answer = client.get("/s", headers={"host": host})
    assert answer.status_code == 400
    assert "127.0.0.1" in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:8700", "localhost", "[::1]:8700"])
def test_this_machine_is_answered(client: Any, host: str) -> None:
    assert client.get("/s", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_written(client: Any, method: str) -> None:
    assert client.request(method, "/s").status_code == 405


def test_static_files_are_only_those_of_the_package(client: Any) -> None:
    assert client.get("/static/../app.py").status_code == 404
    assert client.get("/static/%2e%2e/app.py").status_code == 404
