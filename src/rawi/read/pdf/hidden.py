"""Find text that nobody sees: outside the page, or white upon white.

Between glyphs and lines in the walk of the PDF room. Hidden text is kept and warned of: it may be an attack on
those who read by machine, or a slip of the producer. Text without shapes (rendering mode 3) is known already
from the file; whether white letters stand on a dark ground is seen on a drawing of the page.
"""

from collections.abc import Sequence

from rawi.errors import ReadError
from rawi.read.pdf.glyphs import Glyph, PageGlyphs
from rawi.read.pdf.render import Picture, draw_page
from rawi.read.pdf.turns import turn_box

SCALE = 1.0  # pixels a point: letters of text sizes have several
MIN_CONTRAST = 24  # of 255; print on a light grey ground has more than 100


def mark_hidden(data: bytes, pages: Sequence[PageGlyphs]) -> None:
    """Mark glyphs that are not seen, in place; pages are drawn only where white letters stand on them."""
    for page in pages:
        for glyph in page.glyphs:
            if is_outside(glyph, page):
                glyph.hidden = True
        faint = [glyph for glyph in page.glyphs if glyph.faint and not glyph.hidden]
        if not faint:
            continue
        try:
            picture = draw_page(data, page.number, SCALE, gray=True)
        except ReadError:
            continue  # what cannot be drawn is not known to be hidden
        for glyph in faint:
            glyph.hidden = find_contrast(picture, find_place(glyph, page)) < MIN_CONTRAST


def is_outside(glyph: Glyph, page: PageGlyphs) -> bool:
    """Tell whether a glyph stands wholly outside its page."""
    left, top, right, bottom = find_place(glyph, page)
    return right < 0 or bottom < 0 or left > page.width or top > page.height


def find_place(glyph: Glyph, page: PageGlyphs) -> tuple[float, float, float, float]:
    """Return the box of a glyph on the page."""
    box = (glyph.x0, glyph.y - glyph.size, glyph.x1, glyph.y)
    return turn_box(box, glyph.turn, page.width, page.height)


def find_contrast(picture: Picture, box: tuple[float, float, float, float]) -> int:
    """Return the difference of the lightest and the darkest pixel in a box given in points."""
    left, top, right, bottom = (round(edge * picture.scale) for edge in box)
    left, right = max(0, left), min(picture.width, max(right, left + 1))
    values = b"".join(
        picture.pixels[y * picture.width + left : y * picture.width + right]
        for y in range(max(0, top), min(picture.height, bottom + 1))
    )
    return max(values) - min(values) if values else 0
