"""Keys by their place on the keyboard, focus that is seen, and the story page as it is drawn."""

from typing import Any

from tests.web.conftest import follow

PERSIAN_J = "KeyJ"  # the same key types «ت» on a Persian layout


def press(page: Any, code: str, key: str, **more: Any) -> None:
    """Press a key as another layout would: its code stays, its letter does not."""
    page.evaluate(
        """([code, key, more]) => document.activeElement.dispatchEvent(
        new KeyboardEvent("keydown", { code, key, bubbles: true, cancelable: true, ...more }))""",
        [code, key, more],
    )


def test_keys_are_meant_by_their_place(open_page: Any) -> None:
    page = open_page("search")
    press(page, PERSIAN_J, "ت")
    press(page, PERSIAN_J, "ت")
    assert (
        page.evaluate(
            "[...document.querySelectorAll('.item')].findIndex(e => e.matches('.current'))"
        )
        == 1
    )
    press(page, "KeyK", "ن")
    assert (
        page.evaluate(
            "[...document.querySelectorAll('.item')].findIndex(e => e.matches('.current'))"
        )
        == 0
    )
    press(page, "KeyW", "ص")
    assert page.locator(".item.current details.why[open]").count() == 1


def test_slash_goes_to_the_search_and_letters_typed_there_stay_letters(open_page: Any) -> None:
    page = open_page("search")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("jk")
    assert page.input_value("#q") == "jk"
    assert page.locator(".item.current").count() == 0


def test_the_key_table_opens_and_closes(open_page: Any) -> None:
    page = open_page("search", language="en")
    page.keyboard.press("Shift+Slash")
    assert page.locator("#keys-dialog[open]").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#keys-dialog").is_visible()


def test_g_and_a_letter_go_to_a_section(open_page: Any) -> None:
    page = open_page("search")
    press(page, "KeyG", "ل")
    with page.expect_navigation():
        press(page, "KeyT", "ف")
    assert page.url.endswith("/t")


def test_o_switches_to_the_original(open_page: Any) -> None:
    page = open_page("document")
    with page.expect_navigation():
        press(page, "KeyO", "خ")
    assert "text=original" in page.url


def test_keys_can_be_switched_off(open_page: Any) -> None:
    page = open_page("about", suffix="?keys=off")
    page.goto(page.url.split("/about")[0] + "/s")
    press(page, PERSIAN_J, "ت")
    assert page.locator(".item.current").count() == 0


def test_a_citation_is_copied(open_page: Any) -> None:
    page = open_page("search", permissions=["clipboard-read", "clipboard-write"])
    press(page, PERSIAN_J, "ت")
    press(page, "KeyY", "غ")
    page.wait_for_function("() => document.getElementById('notice').textContent !== ''")
    assert "#char=" in page.evaluate("navigator.clipboard.readText()")


def test_the_first_tab_offers_to_skip_to_the_content(open_page: Any) -> None:
    page = open_page("search")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.wait_for_function("() => document.activeElement.getBoundingClientRect().top >= 0")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_focus_is_seen(open_page: Any) -> None:
    page = open_page("search")
    for _ in range(12):
        page.keyboard.press("Tab")
        style = page.evaluate(
            "(s => [s.outlineStyle, parseFloat(s.outlineWidth)])(getComputedStyle(document.activeElement))"
        )
        assert style[0] != "none"
        assert style[1] >= 2


def test_persian_stands_right_of_arabic(open_page: Any) -> None:
    for language in ("fa", "en"):
        page = open_page("story", language=language)
        fa = page.locator(".pair-row .cell[lang=fa] >> nth=1").bounding_box()
        ar = page.locator(".pair-row .cell[lang=ar] >> nth=1").bounding_box()
        assert fa["x"] > ar["x"] + ar["width"] / 2
        assert abs(fa["y"] - ar["y"]) < 2
        assert page.evaluate("getComputedStyle(document.querySelector('.cell')).direction") == "rtl"


def test_differing_words_are_marked_on_the_story_page(open_page: Any) -> None:
    page = open_page("story")
    assert page.evaluate("CSS.highlights.get('differs')?.size ?? 0") >= 2


def test_only_differences_are_left_on_demand(open_page: Any) -> None:
    page = open_page("story")
    everything = page.locator(".pair-row.item").count()
    follow(page, "a[href*='show=differences']")
    assert 0 < page.locator(".pair-row.item").count() <= everything
    assert page.locator(".relation-equal").count() == 0


def test_a_narrow_story_puts_the_columns_under_one_another(open_page: Any, sizes: Any) -> None:
    page = open_page("story", size=sizes["narrowest"])
    cells = page.locator(".pair-row.item >> nth=0").locator(".cell")
    first, second = cells.nth(0).bounding_box(), cells.nth(1).bounding_box()
    assert second["y"] >= first["y"] + first["height"]
