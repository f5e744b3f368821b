"""Scans: the program that reads them, its absence, and what is made of its words."""

import stat
import struct
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.read.pdf.builder import PdfBuilder, make_font, typeset

from rawi.errors import ReadError
from rawi.read.limits import watch_progress
from rawi.read.pdf import ocr, read_pdf, side_by_side
from rawi.read.pdf.lines import group_baselines
from rawi.read.pdf.missed import find_left_out
from rawi.read.pdf.ocr import Word, find_models, make_glyphs
from rawi.read.pdf.render import MAX_PIXELS, Picture, draw_page, render_page
from rawi.read.reader import RawItem

HEAD = (
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
)
ROWS = (
    "5\t1\t1\t1\t1\t1\t900\t200\t120\t38\t95\tباران",
    "5\t1\t1\t1\t1\t2\t800\t200\t80\t38\t93\tدر",
    "5\t1\t1\t1\t1\t3\t680\t200\t100\t38\t31\tشهر",
    "5\t1\t1\t1\t1\t4\t560\t200\t100\t38\t96\t1397",
)


@pytest.fixture
def fake_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put a program named tesseract on the path that sees the same four words in every picture."""
    script = tmp_path / "tesseract"
    table = "\n".join((HEAD, *ROWS))
    script.write_text(
        f"#!{sys.executable}\nimport sys\n"
        "if '--list-langs' in sys.argv: print('List of languages\\nara\\nfas'); sys.exit()\n"
        "picture = sys.stdin.buffer.read()\n"
        "assert picture.startswith(b'P5 ')\n"
        "if min(picture[20:]) < 99: sys.exit(1)\n"  # a page with ink is one it cannot read
        f"sys.stdout.reconfigure(encoding='utf-8'); print({table!r})\n",
        encoding="utf-8",
    )
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(tmp_path))
    find_models.cache_clear()
    yield
    find_models.cache_clear()


@pytest.fixture
def no_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("PATH", str(tmp_path))
    find_models.cache_clear()
    yield
    find_models.cache_clear()


def make_scan(pages: int = 1) -> bytes:
    builder = PdfBuilder([], image_pages=frozenset(range(pages)))
    for _ in range(pages - 1):
        builder.new_page()
    return builder.build()


@pytest.mark.usefixtures("fake_program")
def test_a_scan_is_read_by_ocr_in_the_order_of_reading() -> None:
    document = read_pdf(make_scan())
    assert document.text == "باران در شهر 1397"
    assert document.route == "ocr"


@pytest.mark.usefixtures("fake_program")
def test_text_made_curves_is_read_by_ocr() -> None:
    builder = PdfBuilder([])
    builder.draw("0.9 g")
    for place in range(400):
        builder.draw(f"{place} 100 m {place} 200 l {place + 1} 200 l h f")
    assert read_pdf(builder.build()).route == "ocr"


@pytest.mark.usefixtures("fake_program")
def test_doubtful_words_and_all_numbers_are_reported_with_their_place() -> None:
    document = read_pdf(make_scan())
    doubts = [w.extent for w in document.warnings if w.code == "ocr_low_confidence"]
    assert [document.text[e.start : e.end] for e in doubts if e] == ["شهر 1397"]


@pytest.mark.usefixtures("fake_program")
def test_a_long_scan_is_handed_over_in_parts() -> None:
    from rawi.read.pdf import read

    parts = list(read(RawItem("long.pdf", make_scan(12))))
    assert [part.part for part in parts] == ["pages 1-10", "pages 11-12"]


@pytest.mark.usefixtures("fake_program")
@pytest.mark.parametrize("cores", [1, 2, 5])
def test_pages_are_read_side_by_side_in_order_on_any_number_of_cores(
    cores: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(side_by_side, "count_cores", lambda: cores)
    document = read_pdf(make_scan(4))
    assert [block.page for block in document.blocks] == [1, 2, 3, 4]
    assert document.text.count("باران در شهر 1397") == 4


@pytest.mark.usefixtures("fake_program")
def test_a_page_that_cannot_be_read_costs_itself() -> None:
    builder = PdfBuilder([], image_pages=frozenset({0, 2}))
    builder.new_page()
    for place in range(400):
        builder.draw(f"{place} 100 m {place} 200 l {place + 1} 200 l h f")
    builder.new_page()
    document = read_pdf(builder.build())
    assert [block.page for block in document.blocks] == [1, 3]
    assert [w.detail[:6] for w in document.warnings if w.code == "ocr_failed"] == ["page 2"]


@pytest.mark.usefixtures("fake_program")
def test_each_page_read_is_progress() -> None:
    signs: list[str] = []
    watch_progress(lambda: signs.append("page"))
    try:
        read_pdf(make_scan(3))
    finally:
        watch_progress(None)
    assert signs == ["page"] * 3


@pytest.mark.usefixtures("no_program")
def test_without_tesseract_a_scan_is_refused_with_what_to_do() -> None:
    with pytest.raises(ReadError) as caught:
        read_pdf(make_scan())
    assert caught.value.reason == "no_ocr"
    assert "tesseract-ocr-fas" in caught.value.detail


@pytest.mark.usefixtures("no_program")
def test_without_tesseract_a_poor_layer_is_read_and_told() -> None:
    font = make_font("باران در شهر")
    builder = PdfBuilder([font])
    typeset(builder, "باران در شهر", right=500, y=100)
    builder.show(range(0x7000, 0x7008), 100, 150)
    document = read_pdf(builder.build())
    assert document.text.startswith("باران در شهر")
    assert "ocr_missing" in {warning.code for warning in document.warnings}


def test_lines_of_one_size_stay_one_size() -> None:
    words = [
        Word("باران", 900, 200, 120, 38, (1, 1, 1), 90),
        Word("در", 900, 250, 80, 30, (1, 1, 2), 90),
        Word("شهر", 900, 300, 80, 42, (1, 1, 3), 90),
    ]
    assert len({glyph.size for glyph in make_glyphs(words, 2.0)}) == 1


def test_a_word_whose_box_reaches_into_the_next_line_does_not_join_the_lines() -> None:
    first = [Word("باران", 900 - 100 * n, 200, 80, 30, (1, 1, 1), 90) for n in range(3)]
    reaching = Word("شهر", 500, 200, 80, 62, (1, 1, 1), 90)
    second = [Word("کوچه", 900 - 100 * n, 235, 80, 30, (1, 1, 2), 90) for n in range(4)]
    rows = group_baselines(make_glyphs([*first, reaching, *second], 2.0))
    assert [len(row) for row in rows] == [4, 4]


def paint(picture: bytearray, width: int, left: int, top: int, right: int, bottom: int) -> None:
    """Paint every third column of a box black, as letters do."""
    for y in range(top, bottom):
        for x in range(left, right, 3):
            picture[y * width + x] = 0


def test_a_line_the_program_left_out_is_found_by_its_ink() -> None:
    width, height, em = 400, 300, 20.0
    pixels = bytearray(b"\xff" * (width * height))
    paint(pixels, width, 40, 50, 360, 70)  # read
    paint(pixels, width, 40, 100, 360, 120)  # left out
    paint(pixels, width, 40, 150, 360, 290)  # a picture
    paint(pixels, width, 40, 20, 60, 24)  # a speck
    picture = Picture(width, height, 1, bytes(pixels), 2.0)
    ((top, line),) = find_left_out(picture, [(40, 50, 360, 70)], em)
    assert (top, line.height) == (90, 40)
    assert line.pixels.count(0) == 20 * len(range(40, 360, 3))


def test_a_program_that_fails_is_named() -> None:
    with pytest.raises(ReadError) as caught:
        ocr.run_tesseract(b"P5 1 1 255\n\0", "no_such_model")
    assert caught.value.reason == "ocr_failed"


def test_a_page_is_drawn_as_png_with_ink_where_text_stands() -> None:
    builder = PdfBuilder([make_font("باران")], image_pages=frozenset({0}))
    png = render_page(builder.build(), 1, 1.0)
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", png[16:24]) == (595, 842)
    start = png.index(b"IDAT") + 4
    (length,) = struct.unpack(">I", png[start - 8 : start - 4])
    rows = zlib.decompress(png[start : start + length])
    assert len(rows) == 842 * (1 + 3 * 595)


def test_pictures_stay_within_forty_million_pixels() -> None:
    picture = draw_page(make_scan(), 1, 100.0, gray=True)
    assert picture.width * picture.height <= MAX_PIXELS * 1.001
    assert picture.scale < 100


def test_a_page_that_is_not_there_is_refused() -> None:
    with pytest.raises(ReadError) as caught:
        render_page(make_scan(), 2)
    assert caught.value.reason == "no_page"
