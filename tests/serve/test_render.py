"""Laws of showing a text: what is shown is what is there, and marks stand where the browser counts."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from rawi.serve.compare import compare_words
from rawi.serve.hidden import is_hidden, is_line_end
from rawi.serve.marks import place_marks
from rawi.serve.render import Layout, Mark, Stretch, lay_out, show, widen

ALPHABET = "ابیگ آ<&\"'aB5۵.🔴\u200c\u200d\u202e\u2069\u0640\u064e\n\r\x00"
TEXTS = st.text(ALPHABET, max_size=60)


def shown(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", html))


@given(TEXTS)
def test_blocks_show_all_that_can_be_seen_and_nothing_else(text: str) -> None:
    visible = "".join(
        c for i, c in enumerate(text) if not is_line_end(c) and not is_hidden(text, i)
    )
    blocks = "".join(shown(block.html) for block in lay_out(text))
    assert blocks.replace(" ", "").split() == visible.replace(" ", "").split()


@given(TEXTS, st.data())
def test_a_mark_lies_on_its_characters_as_the_browser_counts(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    blocks = lay_out(text, Layout(languages=[Stretch(0, len(text) // 2, "fa")], show_joiners=True))
    units = {block.id: shown(block.html).encode("utf-16-le") for block in blocks}
    placed = place_marks(text, blocks, [Mark("x", start, end, "")]).get("x", [])
    found = "".join(units[b][2 * s : 2 * e].decode("utf-16-le") for b, s, e, _ in placed)
    inside = {i for block in blocks for i in range(max(start, block.start), min(end, block.end))}
    assert found == "".join(text[i] for i in sorted(inside) if not is_hidden(text, i))


@given(TEXTS, st.data())
def test_drawing_marks_changes_no_text_and_parts_no_word(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    plain = [shown(block.html) for block in lay_out(text)]
    drawn = lay_out(text, Layout(drawn=[Mark("x", start, end, "")]))
    assert [shown(block.html) for block in drawn] == plain
    for block in drawn:
        assert not re.search(r"[ء-ی]</?mark[^>]*>[ء-ی]", block.html)


@given(TEXTS)
def test_a_short_text_is_isolated_and_harmless(text: str) -> None:
    html = show(text)
    assert html.startswith("<bdi>")
    assert not re.search("[\u202e\u2069\x00]", html)
    assert not re.search(r"<(?!/?(?:bdi|span)\b)", html)


@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_widening_twice_is_widening_once(text: str, start: int, end: int) -> None:
    mark = Mark("x", min(start, len(text)), min(max(start, end), len(text)), "")
    assert widen(text, widen(text, mark)) == widen(text, mark)


@given(
    st.lists(st.sampled_from(["آب", "باد", "خاک", "باغ"])),
    st.lists(st.sampled_from(["آب", "باد", "خاک"])),
)
def test_a_comparison_accounts_for_every_word_of_both(a: list[str], b: list[str]) -> None:
    a_text, b_text = " ".join(a), " ".join(b)
    changes = compare_words(a_text, b_text)
    assert " ".join(a_text[slice(*c.a)] for c in changes).split() == a
    assert " ".join(b_text[slice(*c.b)] for c in changes).split() == b
    same = [c for c in changes if c.kind == "same"]
    assert all(a_text[slice(*c.a)] == b_text[slice(*c.b)] for c in same)
