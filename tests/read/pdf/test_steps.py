"""The single steps of the PDF room, on glyphs made by hand."""

from itertools import pairwise

import pytest

from rawi.read.pdf.columns import Cutter, learn_gutters
from rawi.read.pdf.fontprogram import FontProgram
from rawi.read.pdf.furniture import find_furniture
from rawi.read.pdf.glyphs import Glyph, PageGlyphs
from rawi.read.pdf.hidden import find_contrast
from rawi.read.pdf.joiners import find_zero_spaces, forms_part, learn_forms
from rawi.read.pdf.layer import judge_layer
from rawi.read.pdf.letters import classify
from rawi.read.pdf.lines import Line, cut_at_gaps, find_aligned_gaps, group_baselines, make_line
from rawi.read.pdf.marks import find_kashidas, learn_sides, restore_marks
from rawi.read.pdf.order import Piece, finish_text, order_line
from rawi.read.pdf.render import Picture
from rawi.read.pdf.turns import turn_back, turn_box
from rawi.read.pdf.wordorder import mend_word_order

FORMS = {"initial": 0, "medial": 1, "final": 2, "isolated": 3}


def glyph(text: str, x: float, *, code: int = 0, width: float = 6, y: float = 100) -> Glyph:
    return Glyph(text, classify(text), x, x + width, y, 12, 0, code, 0)


def shape(words: list[str]) -> list[Glyph]:
    """Set words from the right; each letter's code tells its form, as in a font with shaped glyphs.

    A bar in a word is a non-joiner: nothing is drawn for it.
    """
    row: list[Glyph] = []
    x = 500.0
    for word in words:
        for part in word.split("|"):
            for place, letter in enumerate(part):
                joined_before = place > 0 and part[place - 1] not in "اردوز"
                joined_after = place + 1 < len(part) and letter not in "اردوز"
                form = (
                    "medial" if joined_before and joined_after
                    else "final" if joined_before
                    else "initial" if joined_after
                    else "isolated"
                )  # fmt: skip
                x -= 6
                row.append(glyph(letter, x, code=10 * ord(letter) + FORMS[form]))
        x -= 6
    return row


def test_glyph_statistics_find_the_non_joiner_between_a_final_and_an_initial_form() -> None:
    rows = [
        shape(["کتاب", "بهار", "همه", "باهم", "بهتر", "هم", "آب", "کتاب|ها", "همت"]) for _ in "12"
    ]
    forms = learn_forms(rows)
    row = sorted(rows[0], key=lambda g: -g.x0)
    parted = [
        (right.text, left.text)
        for right, left in pairwise(row)
        if right.x0 == left.x1 and forms_part(forms, right, left)
    ]
    assert parted == [("ب", "ه")]


def test_fonts_with_one_glyph_per_letter_tell_nothing_of_joining() -> None:
    row = shape(["کتاب", "بهار", "همه", "باهم", "بهتر", "هم", "آب", "همت"] * 3)
    for letter in row:
        letter.code = ord(letter.text)
    forms = learn_forms([row])
    assert not forms.ends
    assert not forms.starts


def test_the_side_of_marks_is_learned_beside_spaces() -> None:
    fatha = "\N{ARABIC FATHA}"
    before = [glyph(" ", 0), glyph(fatha, 6, width=0), glyph("م", 6), glyph("ل", 12)]
    after = [glyph(" ", 0), glyph("م", 6), glyph(fatha, 12, width=0), glyph(" ", 12)]
    assert learn_sides([PageGlyphs(1, 600, 800, before)]) == {0: False}
    assert learn_sides([PageGlyphs(1, 600, 800, after)]) == {0: True}


def test_letters_seen_with_marks_of_their_own_are_bare() -> None:
    hamza = glyph("\N{ARABIC HAMZA ABOVE}", 12, width=0, code=9)
    hamza.recovered = True
    # The first alef is named after a letter with hamza, and its hamza is drawn: so are all of its kind bare.
    page = PageGlyphs(1, 600, 800, [glyph("أ", 6, code=5), hamza, glyph("أ", 30, code=5)])
    restore_marks([page], {0: True})
    assert [g.text for g in page.glyphs] == ["ا", "\N{ARABIC HAMZA ABOVE}", "ا"]


def test_a_wide_gap_parts_a_row_and_known_gutters_narrower_ones() -> None:
    row = [glyph("ا", 0), glyph("ب", 14), glyph("پ", 60)]
    assert [[g.text for g in piece] for piece in cut_at_gaps(row)] == [["ا", "ب"], ["پ"]]
    assert len(cut_at_gaps(row, [10.0])) == 3


def test_raised_glyphs_stay_on_their_line() -> None:
    rows = group_baselines([glyph("ا", 0), glyph("2", 6, y=97), glyph("ب", 0, y=118)])
    assert [len(row) for row in rows] == [2, 1]


def test_a_headline_over_two_columns_is_cut_off_first() -> None:
    head = make_line([glyph("ا", x) for x in range(0, 300, 6)])
    columns = [
        make_line([glyph("ب", x0 + 6 * k, y=y) for k in range(20)])
        for y in (130, 150, 170, 190)
        for x0 in (0, 180)
    ]
    groups = Cutter(rtl=True).cut([head, *columns])
    assert [len(group) for group in groups] == [1, 4, 4]
    assert groups[1][0].box[0] == 180
    assert learn_gutters([([head, *columns], True)]) == [150]


def lay_line(x: float, y: float, letters: int = 20, order: int = 0) -> Line:
    line = make_line([glyph("ب", x + 6 * k, y=y) for k in range(letters)])
    for found in line.glyphs:
        found.order = order
    return line


def test_lines_over_the_gutter_above_and_below_leave_the_columns_between_them() -> None:
    wide = [lay_line(0, 100, 50), lay_line(0, 220, 50)]
    columns = [lay_line(x, y) for y in (130, 150, 170, 190) for x in (0, 180)]
    assert [len(group) for group in Cutter(rtl=True).cut([*wide, *columns])] == [1, 4, 4, 1]


def test_what_stands_above_and_below_a_block_is_no_column_beside_it() -> None:
    right = [lay_line(180, y) for y in (100, 120, 140, 300, 320)]
    left = [lay_line(0, y) for y in (180, 200, 220)]
    assert Cutter(rtl=True).cut([*right, *left]) == [[*right, *left]]


def test_a_note_under_the_first_of_two_columns_that_was_drawn_last_is_read_last() -> None:
    first = [lay_line(180, y, order=1) for y in (100, 120, 140, 160)]
    second = [lay_line(0, y, order=2) for y in (100, 120, 140)]
    note = [lay_line(180, y, order=3) for y in (220, 240)]
    assert Cutter(rtl=True).cut([*first, *second, *note]) == [first, second, note]
    for line in note:  # drawn before the second column, it is the end of the first
        line.glyphs[0].order = 1
    assert len(Cutter(rtl=True).cut([*first, *second, *note])) == 2


def test_a_column_of_numbers_is_no_column_of_text() -> None:
    lines = [lay_line(x, y, n) for y in (100, 120, 140, 160) for x, n in ((0, 3), (60, 30))]
    assert len(Cutter(rtl=True).cut(lines)) == 1


def test_a_space_that_hangs_at_the_end_of_a_line_does_not_fill_the_gutter() -> None:
    row = [glyph("ا", 0), glyph(" ", 23, width=3), glyph("ب", 26)]
    assert len(cut_at_gaps(row)) == 2


def test_lines_at_other_heights_bear_out_a_gutter() -> None:
    def line(*starts: float) -> list[Glyph]:
        return [glyph("ب", x + 6 * k) for x in starts for k in range(15)]

    assert find_aligned_gaps([line(0, 100)] * 2 + [line(100)] * 2) == []
    assert find_aligned_gaps([line(0, 100)] * 2 + [line(100)] * 3) == [99.5]


@pytest.mark.parametrize("space_x", [18.0, 14.0])
def test_a_space_upon_either_neighbour_is_a_non_joiner(space_x: float) -> None:
    # XeTeX draws it upon the letter before (at its left edge), LuaTeX upon the one after (at its right edge).
    before, after, space = glyph("ی", 18), glyph("ر", 10, width=8), glyph(" ", space_x, width=4)
    assert find_zero_spaces([space], [before, after]) == [space]
    assert space.x0 == space.x1 == 18
    assert find_zero_spaces([glyph(" ", 18, width=4)], [glyph("ی", 22), after]) == []


def test_non_joiners_are_not_inferred_where_the_language_has_none() -> None:
    rows = [shape(["کتاب", "بهار", "همه", "باهم", "بهتر", "هم", "آب", "کتاب|ها", "همت"])] * 2
    told = [order_line(rows[0], rtl=True, ascending=False, forms=learn_forms(rows, joiners=known), sides={})
            for known in (True, False)]  # fmt: skip
    assert ["\u200c" in [piece.text for piece in pieces] for pieces in told] == [True, False]


def test_a_mark_nobody_names_on_final_hehs_of_persian_is_the_hamza() -> None:
    def page(letter: str) -> PageGlyphs:
        marks = [glyph("ـ", x + 2, width=0, code=7) for x in (0, 30)]
        for mark in marks:
            mark.filler, mark.kind = True, "rtl"
        letters = [glyph(letter, 0), glyph(letter, 30), glyph("پ", 60)]
        return PageGlyphs(1, 600, 800, [marks[0], letters[0], marks[1], letters[1], letters[2]])

    for letter, kinds in (("ه", ["mark"] * 2), ("ب", ["rtl"] * 2)):
        restore_marks([found := page(letter)], {})
        assert [found.glyphs[place].kind for place in (0, 2)] == kinds


def test_marks_go_to_the_line_of_their_letter_and_footnotes_stay_in_their_line() -> None:
    small = glyph("1", 60, y=95.5)
    small.size = 7
    letter, mark = glyph("ه", 0), glyph("\N{ARABIC HAMZA ABOVE}", 2, width=1, y=94)
    rows = group_baselines([letter, mark, glyph("ا", 20), small])
    assert [len(row) for row in rows] == [4]


def test_the_number_of_a_footnote_does_not_join_a_number() -> None:
    note = glyph("1", 24)
    note.size = 7
    row = [glyph("7", 30), glyph("9", 36), note]
    pieces = order_line(row, rtl=True, ascending=True, forms=learn_forms([]), sides={})
    assert finish_text(pieces, {}) == "79 1"


def test_short_ends_of_columns_are_parted_at_known_gutters() -> None:
    pair = [make_line([glyph("ب", x0 + 6 * k) for k in range(20)]) for x0 in (0, 180)]
    assert len(Cutter(rtl=True).cut(pair)) == 1
    assert len(Cutter(rtl=True, known=[150]).cut(pair)) == 2


@pytest.mark.parametrize(
    ("text", "expected"), [("12 / 3", True), ("http://example.org/a", True), ("12 لامپ", False)]
)
def test_page_numbers_and_addresses_in_the_margin_are_furniture(text: str, expected: bool) -> None:
    line = make_line([glyph(letter, 6 * x, y=790) for x, letter in enumerate(text)])
    assert bool(find_furniture([(800, [line])])) is expected


def test_words_set_in_the_wrong_order_are_put_right_when_punctuation_tells() -> None:
    def run(text: str) -> list[Piece]:
        return [Piece(letter, classify(letter), None, rtl=False) for letter in text]

    wrong = run("Lamp .Blue")
    silent = run("Lamp Blue")
    mend_word_order([wrong, silent])
    assert "".join(piece.text for piece in wrong) == "Blue. Lamp"
    assert "".join(piece.text for piece in silent) == "Blue Lamp"
    right = run("Blue. Lamp")
    mend_word_order([right])
    assert "".join(piece.text for piece in right) == "Blue. Lamp"


def test_layers_with_lost_letters_go_to_ocr_and_fillers_do_not() -> None:
    def page(lost_codes: int) -> PageGlyphs:
        found = PageGlyphs(1, 600, 800, [glyph("م", 6 * x) for x in range(100)])
        for place in range(12):
            found.glyphs[place].filler = True
            found.glyphs[place].code = place % lost_codes
        return found

    judged = judge_layer([page(6)])
    assert judged is not None
    assert judged.reason == "unmapped_glyphs"
    assert judge_layer([page(2)]) is None


def test_pictured_pages_without_letters_go_to_ocr() -> None:
    scan = PageGlyphs(2, 600, 800, [], image_share=0.9)
    judged = judge_layer([PageGlyphs(1, 600, 800, [glyph("م", 0)]), scan])
    assert judged is not None
    assert judged.pages == {2}


@pytest.mark.parametrize("turn", [0, 1, 2, 3])
def test_turned_boxes_go_back_where_they_came_from(turn: int) -> None:
    u0, v0 = turn_back(100, 20, turn, 600, 800)
    u1, v1 = turn_back(110, 40, turn, 600, 800)
    box = (min(u0, u1), min(v0, v1), max(u0, u1), max(v0, v1))
    assert turn_box(box, turn, 600, 800) == (100, 20, 110, 40)


@pytest.mark.parametrize("program", [b"", b"\0\1\0\0", b"\0\1\0\0\xff\xff" + b"\0" * 40])
def test_a_damaged_font_knows_nothing(program: bytes) -> None:
    font = FontProgram(program)
    assert font.characters == {}
    assert not font.is_empty(1)
    assert font.middle(1) is None


def test_contrast_is_what_makes_text_seen() -> None:
    half = bytes([0] * 50 + [255] * 50)
    dark = Picture(10, 10, 1, half, 1.0)
    assert find_contrast(dark, (0, 0, 9, 9)) == 255
    assert find_contrast(dark, (0, 6, 9, 9)) == 0


def test_sidebars_a_few_points_beside_the_text_are_found() -> None:
    rows = [
        [glyph("ا", x, y=y) for x in range(0, 120, 6)]
        + [glyph("ب", x + 128 + 3 * number, y=y) for x in range(0, 80, 6)]
        for number, y in enumerate((100, 115, 130, 145, 160))
    ]
    (gutter,) = find_aligned_gaps(rows)
    assert 120 < gutter < 128


def test_fillers_drawn_in_a_row_are_kashidas_and_single_ones_are_not() -> None:
    def filler(code: int) -> Glyph:
        found = glyph("\N{ARABIC TATWEEL}", 0, code=code)
        found.filler = True
        return found

    page = PageGlyphs(1, 600, 800, [filler(7), filler(7), glyph("م", 6), filler(8)])
    assert find_kashidas([page]) == {(0, 7)}
