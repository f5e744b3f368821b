"""What stands on a page: glyphs with their places, and where glyphs come from.

First step of the PDF room. A `GlyphSource` turns the bytes of a file into `PageGlyphs`; all later steps see
only these and know no PDF library. Coordinates are points of the upright page: x from the left edge, y from
the top edge; `y` of a glyph is its baseline.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, Protocol

GlyphKind = Literal["rtl", "ltr", "digit", "separator", "mark", "space", "other"]
Box = tuple[float, float, float, float]


@dataclass(slots=True)
class Glyph:
    """One glyph, or one cluster of glyphs whose text the file states as a whole.

    `text` is what the file says it means, as stored (presentation forms, ligatures, several letters in
    logical order). `x0 <= x1` is its advance. `order` counts in the order of drawing. `stated` says that
    the text comes from /ActualText. A `filler` has no Unicode meaning in the file: it keeps its place, its
    text is not printed. `hidden` glyphs are not meant to be seen. `turn` is the direction of writing in
    quarter turns clockwise; coordinates are those of the page turned back. A `recovered` glyph is named by the
    font only, not by the file's own table; a `doubtful` one was read by OCR with low trust. White glyphs
    are `faint`. A mark is `inked` when its place is where it is really drawn.
    """

    text: str
    kind: GlyphKind
    x0: float
    x1: float
    y: float
    size: float
    font: int
    code: int
    order: int
    stated: bool = False
    filler: bool = False
    hidden: bool = False
    turn: int = 0
    recovered: bool = False
    inked: bool = False
    doubtful: bool = False
    faint: bool = False

    @property
    def middle(self) -> float:
        """The middle of the advance."""
        return (self.x0 + self.x1) / 2


@dataclass(slots=True)
class PageGlyphs:
    """One page: its glyphs in the order of drawing, and what else must be known of it.

    `number` counts from 1. `image_share` is the share of the page covered by images, at most 1.
    `drawn_bytes` is the size of what is drawn on it, unpacked. `ocr_layer` says that the text is the invisible layer which an OCR program laid over a picture;
    `by_ocr` that its glyphs are the words we read from the picture ourselves.
    `problem` (code, detail) is set when the page broke off while being read; the glyphs before are kept.
    """

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    image_share: float = 0.0
    drawn_bytes: int = 0
    ocr_layer: bool = False
    by_ocr: bool = False
    problem: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of one file is read; what lies beyond is cut off with a warning, never in silence.

    A newspaper page has about 15,000 glyphs, a book page 3,000; the largest content stream seen in public
    files had 11 MB. Whoever crosses these limits is a bomb or an atlas.
    """

    pages: int = 2000
    page_glyphs: int = 100_000
    glyphs: int = 2_000_000
    stream_bytes: int = 64 << 20
    forms: int = 2000


class GlyphSource(Protocol):
    """Where glyphs come from: playa by default; another library can stand in."""

    def pages(self, data: bytes) -> Iterator[PageGlyphs]:
        """Yield the pages in order.

        Raises:
            ReadError: `password`, `broken`, `too_large`.
        """
