"""From pages of glyphs to the text of a file, step by step: the walk of the PDF room.

glyphs → lines → columns → order → brackets → paragraphs. What is learned (glyph forms, bracket directions)
is learned from the whole file before a line is written down.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rawi.read.pdf.brackets import learn_mirroring
from rawi.read.pdf.columns import order_columns
from rawi.read.pdf.glyphs import Glyph, PageGlyphs
from rawi.read.pdf.joiners import GlyphForms, learn_forms
from rawi.read.pdf.lines import Line, find_pieces, group_baselines, join_lines
from rawi.read.pdf.marks import learn_sides, restore_marks
from rawi.read.pdf.order import Piece, finish_text, order_line
from rawi.read.pdf.paragraphs import Column, Paragraph, join_paragraphs

# A page with at least half as many right-to-left as left-to-right letters is read from the right.
RTL_SHARE = 0.5


@dataclass(slots=True)
class LaidPage:
    """One direction of writing on one page, cut into lines."""

    page: PageGlyphs
    turn: int
    rows: list[list[Glyph]]
    rtl: bool
    ascending: bool


def read_paragraphs(pages: Sequence[PageGlyphs]) -> list[Paragraph]:
    """Read the paragraphs of a file in order."""
    sides = learn_sides(pages)
    restore_marks(pages, sides)
    laid = [part for page in pages for part in lay_out(page)]
    forms = learn_forms(row for part in laid for row in part.rows)
    cut = order_columns([(find_pieces(part.rows), part.rtl) for part in laid])
    columns: list[Column] = []
    written: list[tuple[Line, list[Piece]]] = []
    for part, groups in zip(laid, cut, strict=True):
        for group in groups:
            column = Column(part.page.number, join_lines(group), part.turn)
            if column.lines:
                columns.append(column)
            written.extend((line, write_line(line, part, forms, sides)) for line in column.lines)
    mirror = learn_mirroring(pieces for _, pieces in written)
    for line, pieces in written:
        line.text = finish_text(pieces, mirror)
    return join_paragraphs(columns)


def lay_out(page: PageGlyphs) -> Iterable[LaidPage]:
    """Part a page by direction of writing, the direction most glyphs run in first."""
    turns: dict[int, list[Glyph]] = {}
    for glyph in page.glyphs:
        turns.setdefault(glyph.turn, []).append(glyph)
    for turn, glyphs in sorted(turns.items(), key=lambda item: (-len(item[1]), item[0])):
        rtl = sum(glyph.kind == "rtl" for glyph in glyphs)
        ltr = sum(glyph.kind == "ltr" for glyph in glyphs)
        yield LaidPage(
            page,
            turn,
            group_baselines(glyphs),
            rtl=rtl >= RTL_SHARE * ltr,
            ascending=draws_ascending(glyphs),
        )


def draws_ascending(glyphs: Sequence[Glyph]) -> bool:
    """Tell whether right-to-left letters are drawn from left to right."""
    up = down = 0
    last: Glyph | None = None
    for glyph in glyphs:
        if glyph.kind != "rtl":
            continue
        if last and abs(last.y - glyph.y) < 0.3 * glyph.size and glyph.order - last.order < 3:
            up += glyph.x0 > last.x0 + 0.01
            down += glyph.x0 < last.x0 - 0.01
        last = glyph
    return up >= down


def write_line(
    line: Line, part: LaidPage, forms: GlyphForms, sides: dict[int, bool]
) -> list[Piece]:
    """Order a line; its direction is the page's unless it has letters of the other direction only."""
    rtl = part.rtl
    line.base = "rtl" if rtl else "ltr"
    return order_line(line.glyphs, rtl=rtl, ascending=part.ascending, forms=forms, sides=sides)
