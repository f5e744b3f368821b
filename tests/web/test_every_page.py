"""Every page in three languages and three widths: direction, reflow, targets, contrast of focus, no complaints."""

from typing import Any

import pytest

DIRECTIONS = {"fa": "rtl", "ar": "rtl", "en": "ltr"}
OVERFLOWING = """() => [...document.querySelectorAll("body *")]
  .filter(e => !e.closest(".sr-only, .skip, .table-scroll, dialog:not([open])"))
  .map(e => [e, e.getBoundingClientRect()])
  .filter(([e, r]) => r.width && (r.left < -1 || r.right > innerWidth + 1))
  .map(([e, r]) => `${e.tagName}.${e.className} ${r.left}..${r.right}`)"""
SMALL_TARGETS = """() => [...document.querySelectorAll("button, select, summary, input:not([type=hidden]), nav a, .chip a, .actions a")]
  .filter(e => !e.closest(".sr-only, .skip, dialog:not([open]), details:not([open]) > :not(summary)"))
  .map(e => [e, (e.matches("[type=checkbox]") ? e.closest("label") : e).getBoundingClientRect()])
  .filter(([e, r]) => r.height < 23.5 || r.width < 23.5)
  .map(([e, r]) => `${e.tagName}.${e.className} ${e.textContent.trim()} ${r.width}x${r.height}`)"""


@pytest.mark.parametrize("language", DIRECTIONS)
def test_the_direction_is_the_readers(open_page: Any, language: str) -> None:
    for name, page in open_page.all(language=language):
        found = page.evaluate("getComputedStyle(document.body).direction")
        assert found == DIRECTIONS[language], name
        assert page.evaluate("document.documentElement.lang") == language, name


@pytest.mark.parametrize("size", ["wide", "narrow", "narrowest"])
@pytest.mark.parametrize("language", DIRECTIONS)
def test_nothing_runs_over_the_edge(open_page: Any, sizes: Any, size: str, language: str) -> None:
    for name, page in open_page.all(size=sizes[size], language=language):
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= sizes[size][0], name
        assert page.evaluate(OVERFLOWING) == [], name


@pytest.mark.parametrize("size", ["wide", "narrowest"])
def test_targets_can_be_hit_with_a_finger(open_page: Any, sizes: Any, size: str) -> None:
    for name, page in open_page.all(size=sizes[size]):
        assert page.evaluate(SMALL_TARGETS) == [], name


def test_the_fonts_are_our_own_and_loaded(open_page: Any) -> None:
    page = open_page("story")
    page.evaluate("document.fonts.ready")
    loaded = page.evaluate(
        "[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)"
    )
    assert {"Vazirmatn", "Naskh"} <= set(loaded)
    assert "Naskh" in page.evaluate(
        "getComputedStyle(document.querySelector('.cell [lang=ar]')).fontFamily"
    )
    assert "Vazirmatn" in page.evaluate(
        "getComputedStyle(document.querySelector('.cell [lang=fa]')).fontFamily"
    )


def test_iso_days_are_not_reversed_in_a_right_to_left_line(open_page: Any) -> None:
    page = open_page("search")
    order = page.evaluate(
        """() => { const iso = document.querySelector(".card .iso").firstChild;
        const at = i => { const r = new Range(); r.setStart(iso, i); r.setEnd(iso, i + 1);
          return r.getBoundingClientRect().x };
        return [at(0), at(9)] }"""
    )
    assert order[0] < order[1]


def test_dark_pages_are_dark(open_page: Any) -> None:
    page = open_page("document", color_scheme="dark")
    light = (
        "getComputedStyle(document.body).{}.match(/\\d+/g).slice(0, 3).reduce((a, b) => a + +b, 0)"
    )
    assert page.evaluate(light.format("backgroundColor")) < page.evaluate(light.format("color"))


def test_printing_leaves_out_what_paper_cannot_do(open_page: Any) -> None:
    page = open_page("document")
    page.emulate_media(media="print")
    for chrome in (".search", ".reader-bar", ".bottom"):
        assert not page.locator(chrome).is_visible()
    assert page.locator("#text").is_visible()
    assert page.locator(".margin").is_visible()
