"""The document reader in a browser: marks, passages, the margin, hidden characters, life without scripts."""

import json
from typing import Any

from playwright.sync_api import expect
from tests.web.conftest import follow

# In the order of the page: a name that comes again is one entry with two marks.
MARKED = """() => Object.fromEntries([...CSS.highlights].map(([name, set]) => [
    name, [...set].sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b)).map(String)
]))"""


def test_marks_lie_on_the_words_of_the_archive(open_page: Any, site: Any) -> None:
    annotated = site.archive.store.get(site.pages["document"].removeprefix("/d/"))
    text = annotated.text
    for name, shown in (("document", text.repaired), ("original", text.original)):
        marked = open_page(name).evaluate(MARKED)

        def words(span: Any, shown: str = shown) -> str:
            start, end = span if shown is text.repaired else text.extent(span)
            return shown[start:end]

        for layer, spans in (
            ("names", [m.span for m in annotated.mentions]),
            ("dates", [d.span for d in annotated.dates]),
            ("quotations", [span for q in annotated.quotations for span in q.content]),
        ):
            # A mark over two lines is two ranges: compared without the line ends.
            assert "".join(marked[layer]) == "".join(map(words, spans)).replace("\n", ""), layer


def test_no_element_stands_inside_the_text_of_a_block(open_page: Any) -> None:
    page = open_page("document")
    assert (
        page.evaluate("document.querySelectorAll('#text p mark, #text p b, #text p i').length") == 0
    )


def test_layers_are_switched(open_page: Any) -> None:
    page = open_page("document")
    assert page.evaluate("CSS.highlights.has('names')")
    page.uncheck("[data-layer=names]")
    assert not page.evaluate("CSS.highlights.has('names')")
    page.check("[data-layer=sentences]")
    assert page.evaluate("CSS.highlights.get('sentences').size") > 0


def test_a_citation_address_lights_and_shows_its_passage(open_page: Any, site: Any) -> None:
    name = site.pages["document"].removeprefix("/d/")
    row = site.archive.store.quotations_of(name)[-1]
    start, end = row.content[0]
    page = open_page("document", suffix=f"#char={start},{end}")
    page.wait_for_function("() => CSS.highlights.has('passage')")
    lit = page.evaluate("[...CSS.highlights.get('passage')].map(String).join(' ')")
    span = site.archive.store.get(name).text.span(row.content[0])
    assert lit == site.archive.store.get(name).text.repaired[span.start : span.end]
    box = page.evaluate("[...CSS.highlights.get('passage')][0].getBoundingClientRect().toJSON()")
    assert 0 <= box["top"] < 900


def test_a_card_lights_its_words(open_page: Any) -> None:
    page = open_page("document")
    page.hover(".note.quotation >> nth=0")
    assert page.evaluate("CSS.highlights.get('active').size") > 0
    page.mouse.move(0, 0)
    assert not page.evaluate("CSS.highlights.has('active')")


def test_words_that_are_clicked_choose_their_card(open_page: Any) -> None:
    page = open_page("document")
    spot = page.evaluate(
        """() => { const r = [...CSS.highlights.get("quotations")][0].getClientRects()[0];
        return { x: r.x + r.width / 2, y: r.y + r.height / 2 } }"""
    )
    page.mouse.click(spot["x"], spot["y"])
    expect(page.locator(".note.active")).to_have_count(1)


def test_everything_marked_is_listed_for_those_who_do_not_see_marks(open_page: Any) -> None:
    page = open_page("document")
    facts = page.evaluate(
        """() => { const d = JSON.parse(document.getElementById("marks").textContent).places;
        return [...new Set(Object.entries(d).filter(([k]) => !k.startsWith("sentences")).flatMap(([, v]) => v.map(p => p[3])))] }"""
    )
    listed = page.evaluate("[...document.querySelectorAll('[data-fact]')].map(e => e.dataset.fact)")
    assert set(facts) <= set(listed)


def test_hidden_characters_are_seen_and_not_obeyed(open_page: Any) -> None:
    page = open_page("hostile", language="en")
    assert page.locator("h1 .hidden-character").count() == 1
    assert "\u202e" not in page.evaluate("document.documentElement.outerHTML")
    label = page.evaluate(
        "getComputedStyle(document.querySelector('h1 .hidden-character'), '::before').content"
    )
    assert label == '"U+202E"'
    # What follows the title keeps its order: the brand stands left of the search button on an English page.
    assert (
        page.locator(".brand").bounding_box()["x"]
        < page.locator(".search button").bounding_box()["x"]
    )


def test_copying_gives_the_text_as_received(open_page: Any) -> None:
    allowed = ["clipboard-read", "clipboard-write"]
    page = open_page("hostile", suffix="?text=original", permissions=allowed)
    page.evaluate("getSelection().selectAllChildren(document.getElementById('text'))")
    page.keyboard.press("Control+C")
    assert "آب\u202e هست" in page.evaluate("navigator.clipboard.readText()")


def test_reading_works_without_scripts(open_page: Any) -> None:
    page = open_page("document", java_script_enabled=False)
    assert page.locator("#text p").count() > 1
    assert page.locator(".note.quotation").count() > 0
    follow(page, ".reader-bar a[data-original]")
    assert "text=original" in page.url
    follow(page, ".note.quotation .lit >> nth=0")
    assert page.locator("mark.passage").first.is_visible()
    follow(page, "noscript button")
    assert page.locator("mark.quotations").count() > 0


def test_search_works_without_scripts(open_page: Any) -> None:
    page = open_page("home", java_script_enabled=False)
    page.fill("#q", "kind:direct")
    follow(page, ".search button")
    assert page.locator(".card").count() > 0
    follow(page, ".facet a >> nth=0")
    assert page.locator(".chip").count() == 2
    page.click(".card details.why summary >> nth=0")
    expect(page.locator(".card details.why[open] dl").first).to_be_visible()


def test_the_twin_is_one_link_away(open_page: Any) -> None:
    page = open_page("story")
    follow(page, "[data-twin]")
    assert "story" in json.loads(page.evaluate("document.body.innerText"))


def test_the_printed_page_is_shown_beside_its_text(open_page: Any) -> None:
    page = open_page("pdf")
    follow(page, ".reader-bar a[href*='text=pages']")
    width = page.evaluate(
        "(async image => { await image.decode(); return image.naturalWidth })(document.images[0])"
    )
    assert width > 400
    assert page.locator(".note.quotation").count() > 0
