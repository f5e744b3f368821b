"""From pages of glyphs to the text of a file, step by step: the walk of the PDF room.

glyphs → lines → columns → order → brackets → paragraphs. What is learned (glyph forms, bracket directions)
is learned from the whole file before a line is written down.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rawi.read.pdf.brackets import learn_mirroring
from rawi.read.pdf.columns import Cutter, learn_gutters
from rawi.read.pdf.digits import is_persian, name_digits
from rawi.read.pdf.furniture import find_furniture
from rawi.read.pdf.glyphs import Glyph, PageGlyphs
from rawi.read.pdf.joiners import GlyphForms, draws_joiners, learn_forms
from rawi.read.pdf.lines import Line, find_aligned_gaps, find_pieces, group_baselines, join_lines
from rawi.read.pdf.marks import find_kashidas, learn_sides, restore_marks
from rawi.read.pdf.order import Piece, finish_text, order_line
from rawi.read.pdf.paragraphs import Column, Paragraph, join_paragraphs
from rawi.read.pdf.tables import gather_tables, lay_out_tables
from rawi.read.pdf.wordorder import CLOSING, mend_word_order

# A page with at least half as many right-to-left as left-to-right letters is read from the right.
RTL_SHARE = 0.5
# Pages with fewer letters go with the rest of the file.
FEW_LETTERS = 80
OVERRIDES = frozenset("\u202d\u202e")
# Fillers narrower than this part of an em hide no letter.
EMPTY = 0.02


@dataclass(slots=True)
class LaidPage:
    """One direction of writing on one page, cut into lines."""

    page: PageGlyphs
    turn: int
    rows: list[list[Glyph]]
    rtl: bool
    ascending: bool


def read_paragraphs(pages: Sequence[PageGlyphs]) -> tuple[list[Paragraph], list[Column]]:
    """Read the paragraphs of a file in order, and the columns they stand in."""
    sides = learn_sides(pages)
    restore_marks(pages, sides)
    name_digits(pages)
    glyphs = [glyph for page in pages for glyph in page.glyphs]
    rtl = is_rtl(glyphs)
    laid = [part for page in pages for part in lay_out(page, file_rtl=rtl)]
    rows = [row for part in laid for row in part.rows]
    forms = learn_forms(rows, joiners=is_persian(glyphs) and not draws_joiners(rows))
    columns = lay_columns(laid)
    written = [
        (line, write_line(line, part, forms, sides))
        for part, column in columns
        for line in column.lines
    ]
    mend_word_order([pieces for line, pieces in written if line.base == "rtl"])
    kashidas = find_kashidas(pages)
    mirror = learn_mirroring(pieces for _, pieces in written)
    for line, pieces in written:
        line.text = finish_text(pieces, mirror)
        note_line(line, pieces, kashidas)
    found = [column for _, column in columns]
    return join_paragraphs(found), found


def lay_columns(laid: Sequence[LaidPage]) -> list[tuple[LaidPage, Column]]:
    """Cut pages into columns in reading order; furniture is set apart above and below."""
    areas = set_apart(laid, ())
    tables = [[line.box for line in area if line.cells] for area, _ in areas]
    gutters = learn_gutters([(area, part.rtl) for part, (area, _) in zip(laid, areas, strict=True)])
    for part, boxes in zip(laid, tables, strict=True):
        rows = [
            row for row in part.rows if not any(top < row[0].y <= end for _, top, _, end in boxes)
        ]
        gutters += [round(gap, 1) for gap in find_aligned_gaps(rows)]
    if gutters:
        areas = set_apart(laid, gutters)
    columns: list[tuple[LaidPage, Column]] = []
    for part, (area, apart) in zip(laid, areas, strict=True):
        middle = turned_height(part) / 2
        head = [line for line in apart if line.baseline < middle]
        foot = [line for line in apart if line.baseline >= middle]
        groups = Cutter(part.rtl, gutters).cut(area)
        for group, is_furniture in ((head, True), *((g, False) for g in groups), (foot, True)):
            if group:
                lines = lay_out_tables(join_lines(group))
                column = Column(part.page.number, lines, part.turn, is_furniture)
                columns.append((part, column))
    return columns


def set_apart(
    laid: Sequence[LaidPage], gutters: Sequence[float]
) -> list[tuple[list[Line], list[Line]]]:
    """Return for each page the lines of its type area, and those of its furniture."""
    lines = [find_pieces(part.rows, gutters) for part in laid]
    heights = [turned_height(part) for part in laid]
    furniture = find_furniture(list(zip(heights, lines, strict=True)))
    return [
        (
            gather_tables([line for line in own if id(line) not in furniture], rtl=part.rtl),
            [line for line in own if id(line) in furniture],
        )
        for part, own in zip(laid, lines, strict=True)
    ]


def turned_height(part: LaidPage) -> float:
    """Return the height of a page turned so that its lines are upright."""
    return part.page.width if part.turn % 2 else part.page.height


def lay_out(page: PageGlyphs, *, file_rtl: bool) -> Iterable[LaidPage]:
    """Part a page by direction of writing, the direction most glyphs run in first.

    `file_rtl` is the direction of the file, for pages of few letters.
    """
    turns: dict[int, list[Glyph]] = {}
    for glyph in page.glyphs:
        turns.setdefault(glyph.turn, []).append(glyph)
    for turn, glyphs in sorted(turns.items(), key=lambda item: (-len(item[1]), item[0])):
        few = sum(glyph.kind in ("rtl", "ltr") for glyph in glyphs) < FEW_LETTERS
        yield LaidPage(
            page,
            turn,
            group_baselines(glyphs),
            rtl=file_rtl if few else is_rtl(glyphs),
            ascending=draws_ascending(glyphs),
        )


def is_rtl(glyphs: Sequence[Glyph]) -> bool:
    """Tell whether a text is read from the right."""
    rtl = sum(glyph.kind == "rtl" for glyph in glyphs)
    return rtl >= RTL_SHARE * sum(glyph.kind == "ltr" for glyph in glyphs)


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
    line.base = "rtl" if part.rtl else "ltr"
    return order_line(
        line.glyphs,
        rtl=is_read_from_right(line, part),
        ascending=part.ascending,
        forms=forms,
        sides=sides,
    )


def is_read_from_right(line: Line, part: LaidPage) -> bool:
    """Tell the direction of a line: the page's, but for lines wholly of the other direction.

    A line of Latin words only is read from the left, unless its closing mark stands at the left.
    """
    shown = sorted((g for g in line.glyphs if g.kind != "space"), key=lambda glyph: glyph.x0)
    kinds = {glyph.kind for glyph in shown}
    if part.rtl:
        return "rtl" in kinds or "ltr" not in kinds or shown[0].text in CLOSING
    return "rtl" in kinds and "ltr" not in kinds


def note_line(line: Line, pieces: Sequence[Piece], kashidas: set[tuple[int, int]]) -> None:
    """Note in a line what its readers should know."""
    codes = set()
    doubts = []
    for piece in pieces:
        glyph = piece.glyph
        if piece.inferred:
            codes.add("zwnj_inferred")
        if glyph is None:
            continue
        if (
            glyph.filler
            and glyph.x1 - glyph.x0 > EMPTY * glyph.size
            and (glyph.font, glyph.code) not in kashidas
        ):
            codes.add("unmapped_glyphs")
        if glyph.hidden and glyph.kind != "space":
            codes.add("hidden_text")
        if glyph.doubtful:
            doubts.append(glyph.text)
        if not OVERRIDES.isdisjoint(glyph.text):
            codes.add("bidi_override")
    line.warnings, line.doubts = frozenset(codes), tuple(doubts)
