"""Glyphs a file draws without naming them, or names wrongly: how their letters are found."""

import struct
from pathlib import Path

import pytest
from tests.read.pdf.builder import Font, PdfBuilder, make_font, typeset

from rawi.errors import ReadError
from rawi.read.pdf import read_pdf
from rawi.read.pdf.decipher import Cipher, is_nameless, measure_agreement
from rawi.read.pdf.digits import name_digits
from rawi.read.pdf.glyphs import Glyph, PageGlyphs
from rawi.read.pdf.layer import judge_layer
from rawi.read.pdf.letters import TATWEEL, classify
from rawi.read.pdf.ocr import Word, make_glyphs
from rawi.read.pdf.order import clean_text
from rawi.read.pdf.substitutions import name_forms

FILES = Path(__file__).parent / "files"
LETTER = 6.0  # the advance of a letter, in points
LINE = 20.0


def lay(lines: list[str], lost: str = "") -> PageGlyphs:
    """Set lines from the right, each letter under a code of its own; the letters of `lost` have no name."""
    page = PageGlyphs(1, 600, 800)
    for row, line in enumerate(lines):
        x = 560.0
        for letter in line:
            x -= LETTER
            gone = letter in lost
            text = TATWEEL if gone else letter
            y = 100 + row * LINE
            page.glyphs.append(
                Glyph(text, classify(text), x, x + LETTER, y, 12, 0, ord(letter), 0, filler=gone)
            )
    return page


def see(lines: list[str], misread: dict[str, str] | None = None) -> PageGlyphs:
    """Return what OCR reads of these lines, word by word; `misread` words come out wrong."""
    page = PageGlyphs(1, 600, 800)
    for row, line in enumerate(lines):
        x = 560.0
        for word in line.split(" "):
            width = LETTER * len(word)
            text = (misread or {}).get(word, word)
            y = 104 + row * LINE
            page.glyphs.append(Glyph(text, "rtl", x - width, x, y, 12, 0, -1, 0))
            x -= width + LETTER
    return page


def text_of(page: PageGlyphs) -> str:
    return "".join(glyph.text for glyph in page.glyphs)


LINES = ["باران در شهر بارید", "شهر پس از باران آرام شد", "کودکان در باران دویدند"]


def test_letters_without_a_name_are_learned_from_the_words_in_the_picture() -> None:
    layer = lay(LINES, lost="ارش")
    cipher = Cipher()
    cipher.look(layer, see(LINES))
    cipher.name([layer])
    assert text_of(layer) == "".join(LINES)
    assert not any(map(is_nameless, layer.glyphs))


def test_a_misread_word_does_not_spoil_a_letter() -> None:
    layer = lay(LINES, lost="ر")
    cipher = Cipher()
    cipher.look(layer, see(LINES, misread={"شهر": "شهد", "آرام": "ارام"}))
    cipher.name([layer])
    assert text_of(layer) == "".join(LINES)


def test_a_word_that_keeps_a_nameless_letter_is_taken_from_ocr_and_in_doubt() -> None:
    layer = lay(["باران"], lost="ن")
    cipher = Cipher()
    cipher.look(layer, see(["باران"], misread={"باران": "بازارها"}))
    cipher.name([layer])
    assert text_of(layer) == "بازارها"
    assert layer.glyphs[0].doubtful


def test_pages_whose_letters_are_known_need_not_be_looked_at() -> None:
    cipher = Cipher()
    cipher.look(lay(LINES, lost="ار"), see(LINES))
    assert cipher.knows(lay(["دارا"], lost="ار"))
    assert not cipher.knows(lay(["دارا"], lost="د"))


def test_a_layer_of_wrong_letters_does_not_agree_with_the_picture() -> None:
    assert measure_agreement(lay(LINES), see(LINES)) == 1
    assert measure_agreement(lay([line[::-1] for line in LINES]), see(LINES)) < 0.3


def test_foreign_letters_within_arabic_words_are_codes_without_a_name() -> None:
    mixed = "بÿرĀنþدگģهăپőم"
    judged = judge_layer([lay([mixed] * 4)])
    assert judged is not None
    assert judged.lettered
    assert judge_layer([lay(["گفت که café باز است"] * 4)]) is None


@pytest.mark.parametrize(
    ("line", "digits", "named"),
    [("پیچ و گچ", "٢٤", "۲۴"), ("قال الوزير", "٢٤", "٢٤"), ("پیچ و گچ", "24", "24")],
)
def test_persian_text_has_persian_digits(line: str, digits: str, named: str) -> None:
    page = lay([line, digits])
    name_digits([page])
    assert text_of(page) == line + named


def test_the_bullets_of_word_processors_are_bullets() -> None:
    line = "باران بارید"
    builder = PdfBuilder([make_font(line), Font({1: "\uf0b7"})])
    builder.show([1], 540, 80, font=1)
    typeset(builder, line, right=534, y=80)
    assert read_pdf(builder.build()).text == f"• {line}"


def test_a_file_that_is_locked_to_nobody_is_read() -> None:
    assert read_pdf((FILES / "locked-to-nobody.pdf").read_bytes()).text == "باران در شهر بارید"


def test_a_file_that_asks_for_a_password_is_refused() -> None:
    with pytest.raises(ReadError) as refused:
        read_pdf((FILES / "locked.pdf").read_bytes())
    assert refused.value.reason == "password"


def write_font(lookups: list[bytes]) -> bytes:
    """Write a font that has nothing but a table of substitutions."""
    places, body = [], b""
    for lookup in lookups:
        places.append(2 + 2 * len(lookups) + len(body))
        body += lookup
    table = struct.pack(">HHHHH", 1, 0, 0, 0, 10) + struct.pack(
        f">H{len(places)}H", len(places), *places
    )
    table += body
    directory = struct.pack(">4sHHHH", b"\0\1\0\0", 1, 0, 0, 0)
    return directory + struct.pack(">4sIII", b"GSUB", 0, 28, len(table)) + table


def write_lookup(kind: int, subtable: bytes) -> bytes:
    return struct.pack(">HHHH", kind, 0, 1, 8) + subtable


def test_forms_and_ligatures_are_named_by_the_font() -> None:
    final = struct.pack(">HHHH", 2, 8, 1, 50) + struct.pack(">HHH", 1, 1, 5)
    ligature = struct.pack(">HHHH", 1, 18, 1, 8) + struct.pack(">HHHHH", 1, 4, 70, 2, 50)
    ligature += struct.pack(">HHH", 1, 1, 6)
    font = write_font([write_lookup(1, final), write_lookup(4, ligature)])
    assert name_forms(font, {5: "ا", 6: "ل"}) == {50: "ا", 70: "لا"}
    assert name_forms(font[:60], {5: "ا", 6: "ل"}) == {}


def test_words_whose_boxes_overlap_stay_two_words() -> None:
    words = [
        Word("باران", 300, 10, 60, 20, (1, 1, 1), 90),
        Word("در", 270, 10, 35, 20, (1, 1, 1), 90),
    ]
    first, second = make_glyphs(words, 1.0)
    assert first.x0 - second.x1 > 0.2 * first.size


def test_a_mark_named_twice_is_one() -> None:
    assert clean_text("خانه\u0654\u0654") == "خانه\u0654"


def test_letters_that_lost_half_of_their_name_are_named_by_the_codes_around_them() -> None:
    names = {3: " ", 900: "پ", 900 + ord("ا"): "ا", 900 + ord("ن"): "ن"}
    halved = {900 + ord(letter): half for letter, half in zip("رزدبه", "789)K", strict=True)}
    builder = PdfBuilder([Font({**names, **halved})])
    line = "نان پر آزاد به باران".replace("آ", "ا")
    codes = {"پ": 900, " ": 3}
    builder.show([codes.get(letter, 900 + ord(letter)) for letter in reversed(line)], 100, 100)
    assert read_pdf(builder.build()).text == line
