"""Tables on pages: rows are read, columns of text stay columns."""

from tests.read.pdf.builder import EM, PdfBuilder, make_font, typeset

from rawi.read.pdf import read_pdf
from rawi.read.reader import RawDocument

SIZE = 12
ROWS = (("روز", "آغاز", "پایان"), ("شنبه", "09:00", "17:30"), ("جمعه", "10:30", "21:15"))
PROSE = "باران آرام در شهر کوچک بارید و کودکان تا شب در کوچه دویدند"


def draw_rows(rows: tuple[tuple[str, ...], ...], columns: tuple[float, ...]) -> RawDocument:
    """Draw a line of prose, rows of cells so many points from the right, and a line of prose."""
    builder = PdfBuilder([make_font("".join("".join(row) for row in rows) + PROSE + " ")])
    typeset(builder, PROSE, right=540, y=80)
    y = 110.0
    for row in rows:
        for place, cell in zip(columns, row, strict=True):
            typeset(builder, cell, right=540 - place, y=y)
        y += 1.5 * SIZE
    typeset(builder, PROSE, right=540, y=y + 20)
    return read_pdf(builder.build())


def test_a_table_is_read_row_by_row_between_the_text_around_it() -> None:
    rows = [" ".join(row) for row in ROWS]
    assert draw_rows(ROWS, (0, 90, 300)).text.split("\n\n") == [PROSE, *rows, PROSE]


def test_columns_of_text_are_not_a_table() -> None:
    half = PROSE[: len(PROSE) // 2].rsplit(" ", 1)[0]
    width = len(half) * EM * SIZE + 24
    text = draw_rows(((half, half),) * 4, (0, width)).text
    assert f"{half} {half} {half} {half}" in text.replace("\n\n", " ")
