"""Judge whether the text layer of a file is worth reading, or its pages must be read as pictures.

Rules, with the figures they rest on (development set of printed pages, ten producers):

* *empty*: a page without letters that is covered by a picture, or on which much is drawn: text made curves.
* *unmapped*: codes without meaning. Fillers of justified lines are harmless, however many there are; more than
  0.5 % of the glyphs in at least three other codes are lost letters. Those without advance are marks; their loss
  is told of, but a word is read without them.
* *private*: more than 2 % private-use characters are a font with an alphabet of its own.
* *foreign*: letters of other alphabets within Arabic words are codes a program took for characters (Ghostscript
  does, of glyphs it has no name for). No word is written so.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rawi.read.pdf.decipher import is_nameless, measure_agreement
from rawi.read.pdf.glyphs import Glyph, PageGlyphs
from rawi.read.pdf.letters import TATWEEL
from rawi.read.pdf.marks import find_kashidas
from rawi.read.pdf.misnamed import name_by_order

MIN_LETTERS = 15  # fewer on a pictured page are a stamp or a page number
PICTURED = 0.3  # share of a page that a picture must cover to be the page
OUTLINES = (
    6000  # bytes; a few rules and boxes take less, a line of text turned into curves takes more
)
LOST_SHARE = 0.005
LOST_CODES = 3
LEGIBLE_SHARE = 0.15
PRIVATE_SHARE = 0.02
FOREIGN_SHARE = 0.02
FOREIGN_LETTERS = 6
TOUCH = 0.1  # of an em between letters of one word
ENOUGH = 0.9
# OCR misreads one letter in twenty to thirty: a layer that lacks fewer is better.
NAMED_SHARE = 0.05
# OCR reads four words of five right.
AGREEING_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is wrong with a text layer: a code and words for people; `pages` are the pages to be read by OCR.

    A layer that is `legible` has most of its letters: OCR must see as many to be preferred. One that is
    `lettered` has glyphs without names, which OCR may give back to them.
    """

    reason: str
    detail: str
    pages: frozenset[int]
    legible: bool = False
    lettered: bool = False


def judge_layer(pages: Sequence[PageGlyphs]) -> Judgement | None:
    """Return why, and on which pages, the text layer is useless; None when it is sound."""
    readable = [page for page in pages if page.glyphs]
    name_by_order(readable)
    glyphs = [glyph for page in readable for glyph in page.glyphs if glyph.kind != "space"]
    hide_codes(readable, glyphs)
    kashidas = find_kashidas(readable)
    lost = [g for g in glyphs if is_nameless(g) and (g.font, g.code) not in kashidas]
    codes = {(glyph.font, glyph.code) for glyph in lost}
    everywhere = frozenset(page.number for page in pages if page.width > 0)
    if len(lost) > LOST_SHARE * len(glyphs) and len(codes) >= LOST_CODES:
        share = len(lost) / len(glyphs)
        return Judgement(
            "unmapped_glyphs",
            f"{max(share, 0.01):.0%} of the glyphs have no meaning in the file",
            everywhere,
            legible=share < LEGIBLE_SHARE,
            lettered=True,
        )
    pictured = frozenset(page.number for page in pages if is_pictured(page))
    if pictured:
        return Judgement("no_text_layer", "pages are pictures", pictured)
    return None


def hide_codes(pages: Sequence[PageGlyphs], glyphs: Sequence[Glyph]) -> None:
    """Take their meaning from glyphs whose file only says their code, in place: *private* and *foreign*."""
    private = [glyph for glyph in glyphs if is_private(glyph.text)]
    if len(private) > PRIVATE_SHARE * len(glyphs):
        for glyph in private:
            glyph.text, glyph.kind, glyph.filler = TATWEEL, "rtl", True
    foreign = Counter(
        (glyph.font, glyph.text) for page in pages for glyph in find_foreign(page.glyphs)
    )
    if foreign.total() > FOREIGN_SHARE * len(glyphs) and len(foreign) >= FOREIGN_LETTERS:
        hide_fonts(glyphs, {font for font, _ in foreign})


def hide_fonts(glyphs: Sequence[Glyph], fonts: set[int]) -> None:
    """Take their meaning from all glyphs of fonts but from those named as Arabic letters."""
    for glyph in glyphs:
        if glyph.font in fonts and glyph.kind not in ("rtl", "mark") and not glyph.stated:
            glyph.text, glyph.kind, glyph.filler = TATWEEL, "rtl", True


def find_foreign(glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
    """Yield the letters of other alphabets that touch Arabic letters."""
    for one, other in pairwise(glyphs):
        for glyph, neighbour in ((one, other), (other, one)):
            if (
                neighbour.kind == "rtl"
                and is_foreign(glyph.text)
                and abs(one.y - other.y) < TOUCH * one.size
                and max(one.x0, other.x0) - min(one.x1, other.x1) < TOUCH * one.size
            ):
                yield glyph


def is_foreign(text: str) -> bool:
    """Tell whether a text is a letter neither of the Arabic script nor plain Latin.

    >>> is_foreign("ÿ"), is_foreign("w"), is_foreign("س"), is_foreign("«")
    (True, False, False, False)
    """
    return (
        len(text) == 1
        and text > "\x7f"
        and text.isalpha()
        and unicodedata.bidirectional(text) == "L"
    )


def is_pictured(page: PageGlyphs) -> bool:
    """Tell whether a page is a picture, or drawn curves, with no text to speak of.

    What was too large to be read is too large to be drawn.
    """
    if page.problem and page.problem[0] == "too_large":
        return False
    drawn = page.image_share > PICTURED or page.drawn_bytes > OUTLINES
    return drawn and count_letters(page) < MIN_LETTERS


def is_private(text: str) -> bool:
    r"""Tell whether a text is of the private-use area.

    >>> is_private("\ue000"), is_private("م")
    (True, False)
    """
    return len(text) == 1 and "\ue000" <= text <= "\uf8ff"


def is_named(layer: PageGlyphs, read: PageGlyphs) -> bool:
    """Tell whether a layer is sound by now: hardly a glyph without a name, and most words as OCR reads them."""
    shown = [glyph for glyph in layer.glyphs if glyph.kind != "space"]
    few = sum(map(is_nameless, shown)) <= NAMED_SHARE * len(shown)
    return few and measure_agreement(layer, read) > AGREEING_SHARE


def is_fuller(read: PageGlyphs, layer: PageGlyphs) -> bool:
    """Tell whether OCR saw about all the letters of a layer: it does not where a page is clipped or faint."""
    return count_letters(read) > ENOUGH * count_letters(layer)


def count_letters(page: PageGlyphs) -> int:
    """Count letters, lost ones included."""
    return sum(len(glyph.text) for glyph in page.glyphs if glyph.kind in ("rtl", "ltr"))
