"""Judge whether the text layer of a file is worth reading, or its pages must be read as pictures.

Rules, with the figures they rest on (development set of printed pages, ten producers):

* *empty*: a page without letters that is covered by a picture, or on which much is drawn: text made curves.
* *unmapped*: codes without meaning. Up to two different ones are fillers of justified lines and harmless, however
  many there are; more than 2 % of the glyphs in at least six different codes are lost letters.
* *private*: more than 2 % private-use characters are a font with an alphabet of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rawi.read.pdf.glyphs import PageGlyphs

MIN_LETTERS = 15  # fewer on a pictured page are a stamp or a page number
PICTURED = 0.3  # share of a page that a picture must cover to be the page
OUTLINES = (
    6000  # bytes; a few rules and boxes take less, a line of text turned into curves takes more
)
LOST_SHARE = 0.02
LOST_CODES = 6
LEGIBLE_SHARE = 0.15
PRIVATE_SHARE = 0.02
ENOUGH = 0.9


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is wrong with a text layer: a code and words for people; `pages` are the pages to be read by OCR.

    A layer that is `legible` has most of its letters: OCR must see as many to be preferred.
    """

    reason: str
    detail: str
    pages: frozenset[int]
    legible: bool = False


def judge_layer(pages: Sequence[PageGlyphs]) -> Judgement | None:
    """Return why, and on which pages, the text layer is useless; None when it is sound."""
    readable = [page for page in pages if page.glyphs]
    glyphs = [glyph for page in readable for glyph in page.glyphs if glyph.kind != "space"]
    lost = [glyph for glyph in glyphs if glyph.filler]
    codes = {(glyph.font, glyph.code) for glyph in lost}
    everywhere = frozenset(page.number for page in pages if page.width > 0)
    if len(lost) > LOST_SHARE * len(glyphs) and len(codes) >= LOST_CODES:
        share = len(lost) / len(glyphs)
        return Judgement(
            "unmapped_glyphs",
            f"{share:.0%} of the glyphs have no meaning in the file",
            everywhere,
            legible=share < LEGIBLE_SHARE,
        )
    private = sum(is_private(glyph.text) for glyph in glyphs)
    if private > PRIVATE_SHARE * len(glyphs):
        share = private / len(glyphs)
        return Judgement(
            "private_use", f"{share:.0%} of the glyphs are of a private alphabet", everywhere
        )
    pictured = frozenset(page.number for page in pages if is_pictured(page))
    if pictured:
        return Judgement("no_text_layer", "pages are pictures", pictured)
    return None


def is_pictured(page: PageGlyphs) -> bool:
    """Tell whether a page is a picture, or drawn curves, with no text to speak of."""
    drawn = page.image_share > PICTURED or page.drawn_bytes > OUTLINES
    return drawn and count_letters(page) < MIN_LETTERS


def is_private(text: str) -> bool:
    r"""Tell whether a text is of the private-use area.

    >>> is_private("\ue000"), is_private("م")
    (True, False)
    """
    return len(text) == 1 and "\ue000" <= text <= "\uf8ff"


def is_fuller(read: PageGlyphs, layer: PageGlyphs) -> bool:
    """Tell whether OCR saw about all the letters of a layer: it does not where a page is clipped or faint."""
    return count_letters(read) > ENOUGH * count_letters(layer)


def count_letters(page: PageGlyphs) -> int:
    """Count letters, lost ones included."""
    return sum(len(glyph.text) for glyph in page.glyphs if glyph.kind in ("rtl", "ltr"))
