"""Whole files: what a reader saw is what is handed over."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.read.pdf.builder import EM, Font, PdfBuilder, make_font, typeset

from rawi.errors import ReadError
from rawi.facts import Block
from rawi.read import pdf
from rawi.read.pdf import read_pdf
from rawi.read.reader import RawDocument, RawItem

RIGHT = 540.0
LETTERS = "ابپتجدرسشعفقکگلمنوهی"


def read_lines(*lines: str, sizes: tuple[float, ...] = ()) -> RawDocument:
    builder = PdfBuilder([make_font("".join(lines))])
    y = 80.0
    for number, line in enumerate(lines):
        size = sizes[number] if number < len(sizes) else 12
        y += 1.5 * size
        typeset(builder, line, right=RIGHT, y=y, size=size)
    return read_pdf(builder.build())


def block_text(document: RawDocument, block: Block) -> str:
    return document.text[block.extent.start : block.extent.end]


def test_a_line_is_read_from_the_right() -> None:
    assert read_lines("باران در شهر بارید").text == "باران در شهر بارید"


@pytest.mark.parametrize(
    "line",
    [
        "در سال 1397 باران بارید",
        "ساعت 19:30 آغاز شد",
        "بهای آن 2.5 برابر شد",
        "گزارش Blue Lamp درباره چراغ",
        "نشانی Lamp42 است",
    ],
)
def test_numbers_and_latin_words_keep_their_order(line: str) -> None:
    assert read_lines(line).text == line


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.text(alphabet=LETTERS, min_size=1, max_size=7), min_size=1, max_size=9),
    st.lists(st.integers(10, 99999), max_size=2),
)
def test_any_line_of_words_and_numbers_is_read_as_written(
    words: list[str], numbers: list[int]
) -> None:
    line = " ".join([words[0], *(f"{number} {words[-1]}" for number in numbers), *words[1:]])
    assert read_lines(line).text == line


def test_brackets_open_where_the_writer_opened_them() -> None:
    mirrored = str.maketrans("«»()", "»«)(")
    line = "او «چراغ آبی» را (دیروز) دید"
    # Most producers draw the glyph that looks right, named as what it looks like.
    assert read_lines(line.translate(mirrored)).text == line


def test_brackets_nothing_tells_of_go_with_the_other_pairs_of_their_font() -> None:
    # Brackets between letters tell nothing of their direction.
    line = "او (دیروز) باران را در شهر<کوچک>ما دید"
    assert read_lines(line).text == line
    assert read_lines(line.translate(str.maketrans("()<>", ")(><"))).text == line


def test_a_straight_quotation_mark_tells_nothing_of_the_bracket_beside_it() -> None:
    line = 'او گفت <شهر "کوچک">را دید'
    assert read_lines(line).text == line


def test_lines_wider_than_they_were_measured_are_not_indented() -> None:
    # TCPDF keeps the left edge and lets each line run over the right one as far as it likes.
    line = "باران تند دیروز خیابان های شهر کوچک را گرفت و مردم در خانه ماندند"
    builder = PdfBuilder([make_font(line)])
    for number, over in enumerate((0, 30, 14, 41, 22, 36, 9)):
        typeset(builder, line, right=RIGHT + over, y=100 + 18 * number, size=12 + 0.02 * over)
    assert "\n\n" not in read_pdf(builder.build()).text


def test_soft_line_ends_become_spaces_and_paragraphs_part() -> None:
    full = "باران تند دیروز خیابان های شهر کوچک را گرفت و مردم در خانه ماندند تا شب"
    document = read_lines(full, "و صبح هوا صاف شد.", full, "و باد آرام گرفت.")
    assert document.text == f"{full} و صبح هوا صاف شد.\n\n{full} و باد آرام گرفت."
    assert [block.page for block in document.blocks] == [1, 1]


def test_the_headline_is_the_largest_line_and_blocks_have_places() -> None:
    full = "باران تند دیروز خیابان های شهر کوچک را گرفت و مردم در خانه ماندند تا شب"
    document = read_lines("چراغ آبی روشن شد", full, "و صبح هوا صاف شد.", sizes=(20,))
    assert document.title == "چراغ آبی روشن شد"
    assert [block.kind for block in document.blocks] == ["headline", "body"]
    left, top, right, bottom = document.blocks[0].box or (0, 0, 0, 0)
    assert right == pytest.approx(RIGHT, abs=0.2)
    assert [top, bottom] == pytest.approx([90, 110])
    assert left == pytest.approx(RIGHT - 16 * EM * 20, abs=0.2)


def test_actual_text_is_believed_with_its_non_joiner() -> None:
    builder = PdfBuilder([make_font("میرود")])
    builder.show([ord(letter) for letter in "دور"], 100, 100)
    builder.state("\u200c", "BT /F0 12 Tf 1 0 0 1 118 742 Tm <0645> Tj ET")
    builder.show([ord("ی"), ord("م")], 118.1, 100)
    assert read_pdf(builder.build()).text == "می\u200cرود"


def test_a_space_without_advance_is_a_non_joiner() -> None:
    font = Font({**make_font("میرود").names, 32: " "}, widths={32: 0})
    builder = PdfBuilder([font])
    builder.show([*map(ord, "دور"), 32, *map(ord, "یم")], 100, 100)
    assert read_pdf(builder.build()).text == "می\u200cرود"


def test_presentation_forms_tell_non_joiners_and_become_letters() -> None:
    shown = (
        "\ufee1\ufeae\ufbfd\ufee2"  # drawn from the left; final yeh before the medial reh's word
    )
    builder = PdfBuilder([make_font("\ufee3\ufbfd\ufead\ufee1")])
    builder.show([0xFEE1, 0xFEAD, 0xFBFD, 0xFEE3], 100, 100)
    assert len(shown) == 4
    assert read_pdf(builder.build()).text == "می\u200cرم"


def test_marks_go_to_the_letter_they_are_drawn_with() -> None:
    font = Font({**make_font("علم ").names, 0x64E: "\N{ARABIC FATHA}"}, widths={0x64E: 0})
    builder = PdfBuilder([font])
    # From the left: meem, then the fatha, which is drawn before its letter, lam.
    builder.show([ord("م"), 0x64E, ord("ل"), ord("ع"), 32, 0x64E, ord("م")], 100, 100)
    assert read_pdf(builder.build()).text == "مَ علَم"


def test_turned_pages_are_read_upright() -> None:
    builder = PdfBuilder([make_font("چراغ آبی")], rotate=90)
    codes = "".join(f"{ord(letter):04x}" for letter in reversed("چراغ آبی"))
    # A page turned by 90 degrees shows upright what is written upwards in its own space.
    builder.draw(f"BT /F0 12 Tf 0 1 -1 0 300 200 Tm <{codes}> Tj ET")
    document = read_pdf(builder.build())
    assert document.text == "چراغ آبی"
    assert not document.warnings


def test_text_written_sideways_is_read_and_its_place_is_called_guessed() -> None:
    builder = PdfBuilder([make_font("چراغ آبی شهر")])
    typeset(builder, "چراغ آبی", right=RIGHT, y=200)
    codes = "".join(f"{ord(letter):04x}" for letter in reversed("شهر"))
    builder.draw(f"BT /F0 12 Tf 0 1 -1 0 40 300 Tm <{codes}> Tj ET")
    document = read_pdf(builder.build())
    assert document.text == "چراغ آبی\n\nشهر"
    assert [warning.code for warning in document.warnings] == ["order_guessed"]


def test_hidden_text_is_kept_and_told() -> None:
    builder = PdfBuilder([make_font("چراغ آبی پنهان")])
    typeset(builder, "چراغ آبی", right=RIGHT, y=100)
    builder.draw("3 Tr")
    typeset(builder, "پنهان", right=RIGHT, y=300)
    document = read_pdf(builder.build())
    (warning,) = document.warnings
    assert warning.code == "hidden_text"
    assert warning.extent is not None
    assert document.text[warning.extent.start : warning.extent.end] == "پنهان"


def test_white_text_on_white_is_hidden() -> None:
    builder = PdfBuilder([make_font("چراغ آبی پنهان")])
    typeset(builder, "چراغ آبی", right=RIGHT, y=100)
    builder.draw("1 g")
    typeset(builder, "پنهان", right=RIGHT, y=300)
    (warning,) = read_pdf(builder.build()).warnings
    assert warning.code == "hidden_text"


def test_text_outside_the_page_is_hidden() -> None:
    builder = PdfBuilder([make_font("چراغ آبی پنهان")])
    typeset(builder, "چراغ آبی", right=RIGHT, y=100)
    typeset(builder, "پنهان", right=-20, y=300)
    document = read_pdf(builder.build())
    assert "پنهان" in document.text
    assert [warning.code for warning in document.warnings] == ["hidden_text"]


def test_ligatures_of_lam_and_alef_named_backwards_are_put_right() -> None:
    font = Font({**make_font("سم").names, 0x7001: "ال"})
    builder = PdfBuilder([font])
    builder.show([ord("م"), 0x7001, ord("س")], 100, 100)
    assert read_pdf(builder.build()).text == "سلام"


def test_two_columns_are_read_one_after_the_other() -> None:
    right = ["باران تند دیروز", "خیابان های شهر", "کوچک را گرفت و"]
    left = ["مردم در خانه ها", "ماندند تا باران", "بند آمد."]
    builder = PdfBuilder([make_font("".join(right + left))])
    for number in range(3):
        typeset(builder, right[number], right=RIGHT, y=100 + 18 * number)
        typeset(builder, left[number], right=RIGHT - 150, y=100 + 18 * number)
    assert read_pdf(builder.build()).text.replace("\n\n", " ") == " ".join(right + left)


def test_running_heads_and_page_numbers_are_marked_not_dropped() -> None:
    full = "باران تند دیروز خیابان های شهر کوچک را گرفت و مردم در خانه ماندند تا شب"
    builder = PdfBuilder([make_font(full + "0123456789روزنامه آبی")])
    for page in (1, 2, 3):
        if page > 1:
            builder.new_page()
        typeset(builder, "روزنامه آبی", right=RIGHT, y=50)
        for line in range(4):
            typeset(builder, full, right=RIGHT, y=200 + 18 * line + 40 * page)
        typeset(builder, str(page), right=300, y=820)
    document = read_pdf(builder.build())
    footers = [block_text(document, block) for block in document.blocks if block.kind == "footer"]
    assert footers == ["روزنامه آبی", "1", "روزنامه آبی", "2", "روزنامه آبی", "3"]
    assert all(
        "روزنامه" not in block_text(document, block)
        for block in document.blocks
        if block.kind == "body"
    )


def test_unmapped_glyphs_warn_where_they_stand() -> None:
    font = Font(make_font("چراغ آبی").names)
    builder = PdfBuilder([font])
    builder.show([*map(ord, "یبآ"), 0x7777, *map(ord, "غارچ")], 100, 100)
    (warning,) = read_pdf(builder.build()).warnings
    assert warning.code == "unmapped_glyphs"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "broken"),
        (b"%PDF-1.4 nothing more", "broken"),
        (b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
         b"2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R>>", "no_text"),
        (PdfBuilder([]).build(), "no_text"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_pdf(data)
    assert caught.value.reason == reason
    assert caught.value.detail


def test_a_book_is_handed_over_in_parts_and_none_of_it_is_lost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    builder = PdfBuilder([make_font("چراغ آبی 0123456789")])
    for page in range(1, 6):
        if page > 1:
            builder.new_page()
        typeset(builder, f"چراغ آبی {page}", right=RIGHT, y=100 + 20 * page)
    monkeypatch.setattr(pdf, "PART_GLYPHS", 20)
    parts = list(pdf.read(RawItem("book.pdf", builder.build())))
    assert [part.part for part in parts] == ["pages 1-2", "pages 3-4", "pages 5-5"]
    assert "\n\n".join(part.text for part in parts) == read_pdf(builder.build()).text


def test_the_same_bytes_give_the_same_document() -> None:
    builder = PdfBuilder([make_font("چراغ آبی روشن شد")])
    typeset(builder, "چراغ آبی روشن شد", right=RIGHT, y=100)
    data = builder.build()
    assert read_pdf(data) == read_pdf(data)


def test_many_streams_of_a_page_are_together_as_large_as_one_may_be() -> None:
    builder = PdfBuilder([])
    builder.draw(" " * (40 << 20))
    data = builder.build()
    contents = re.search(rb"/Contents (\d+ 0 R)", data)
    assert contents
    twice = data.replace(contents[0], b"/Contents [%s %s]" % (contents[1], contents[1]))
    with pytest.raises(ReadError) as refused:
        read_pdf(twice)
    assert refused.value.reason == "too_large"
