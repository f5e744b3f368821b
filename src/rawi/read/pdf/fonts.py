"""What the codes of one font mean: text, width, and whether the file says so at all.

Part of the playa glyph source. Codes are decoded once and kept: a page shows the same letters again and
again, and this is where half of the reading time would go.
"""

from dataclasses import dataclass
from itertools import pairwise
from unicodedata import combining

from playa.cmapdb import IdentityCMap
from playa.encodingdb import cid2unicode_from_encoding
from playa.font import CIDFont, Font, SimpleFont, Type3Font
from playa.pdftypes import ContentStream, resolve1

from rawi.read.pdf.fontprogram import FontProgram, is_mark
from rawi.read.pdf.glyphs import GlyphKind
from rawi.read.pdf.letters import INVISIBLE, TATWEEL, ZWNJ, classify

# Advances up to this part of an em are none.
ZERO_ADVANCE = 0.02
# Units of Type 3 fonts larger than this part of an em are pixels.
OUTLINE_UNIT = 0.005
# Alef and lam do not join, so no glyph shows both: it is a ligature of lam and alef, named in visual order.
BACKWARDS = frozenset(("ال", "أل", "إل", "آل"))
# The bullets of word processors: characters of Symbol and Wingdings, named by their place in the font.
SYMBOLS = {
    "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf076": "❖", "\uf06f": "□", "\uf0a8": "□",
    "\uf0e0": "→", "\uf02d": "-",
}  # fmt: skip
ZWSP = "\u200b"
UNKNOWN = frozenset(("", "\x00", "\ufffd", "\uffff"))


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a code stands for. `width` is the advance in ems; a `filler` has no meaning in the file.

    `middle` is where a mark without advance is really drawn, in ems from its origin.
    `recovered` meanings are told by the font only, not by the file's own table.
    """

    text: str
    kind: GlyphKind
    width: float
    code: int
    filler: bool
    invisible: bool
    recovered: bool
    middle: float | None = None


class FontTable:
    """The codes of one font, decoded on first use."""

    def __init__(self, font: Font, key: int) -> None:
        self.key = key
        self.font = font
        # OCR programs lay text without shapes over the picture: each string is one word in logical order.
        self.shapeless = "glyphless" in str(font.fontname).lower()
        self.scale = find_scale(font)
        self.single = isinstance(font, SimpleFont)
        self._known: dict[bytes, Meaning] = {}
        self._step = self._find_step()
        self._program: FontProgram | None = None
        self._glyph_ids: dict[int, int] | None = None  # None: glyph ids are the codes themselves
        self._encoding: dict[int, str] = (
            cid2unicode_from_encoding(font.encoding) if isinstance(font, SimpleFont) else {}
        )

    def decode(self, data: bytes) -> list[Meaning]:
        """Return the meanings of a shown string, in order."""
        step = self._step
        if not step:
            return [self._explain(code, text, b"") for code, text in self.font.decode(data)]
        known = self._known
        found = []
        for start in range(0, len(data) - step + 1, step):
            piece = data[start : start + step]
            meaning = known.get(piece)
            if meaning is None:
                pairs = list(self.font.decode(piece))
                if not pairs:
                    continue
                meaning = known[piece] = self._explain(*pairs[0], piece)
            found.append(meaning)
        return found

    def _find_step(self) -> int:
        """Bytes per code where all codes are equally long, else 0."""
        if isinstance(self.font, SimpleFont):
            return 1
        if isinstance(self.font, CIDFont) and isinstance(self.font.cmap, IdentityCMap):
            return 2
        return 0

    def _explain(self, code: int, text: str | None, piece: bytes) -> Meaning:
        mapped = self._is_mapped(code, piece)
        if not mapped:
            text = self._encoding.get(code) if self._encoding else None
        recovered = False
        if text is None or is_unknown(text):
            drawn = self._ask_program(code)
            # A code the file names by an empty text is part of its neighbour, unless it is a mark.
            recovered = bool(drawn) and (is_mark(drawn) or not mapped or text != "")
            text = drawn if recovered else None
        if text is not None and len(text) > 1:
            text = mend_doubled(text)
        if text == ZWSP:
            text = ZWNJ  # one empty glyph for both, named after the first; no Arabic text has the other
        if text in SYMBOLS:
            text = SYMBOLS[text]
        if text in BACKWARDS:
            text = text[::-1]
        # A filler is drawn between letters and hides no word boundary: it stands like a kashida.
        said = TATWEEL if text is None else text
        invisible = text is not None and not text.strip(INVISIBLE)
        width, kind = self.font.hdisp(code), classify(said)
        if kind == "rtl" and text is not None and abs(width) <= ZERO_ADVANCE:
            # A glyph without advance is a mark, though named after its letter too; the letter is drawn itself.
            said = keep_marks(said)
            kind = classify(said)
        middle = None
        if abs(width) <= ZERO_ADVANCE and (kind == "mark" or text is None):
            middle = self._open_program().middle(self._glyph_id(code))
        return Meaning(said, kind, width, code, text is None, invisible, recovered, middle)

    def _ask_program(self, code: int) -> str:
        """Return the character the embedded font has for a code, empty if it knows none."""
        program, glyph = self._open_program(), self._glyph_id(code)
        text = program.characters.get(glyph, "")
        if not text and program.is_empty(glyph):
            # Nothing is drawn: a space, or what stands between letters without being seen.
            return " " if self.font.hdisp(code) > ZERO_ADVANCE else ZWNJ
        return "" if is_unknown(text) else text

    def _glyph_id(self, code: int) -> int:
        """Return the glyph of a code; only known once the program is open."""
        return code if self._glyph_ids is None else self._glyph_ids.get(code, 0)

    def _open_program(self) -> FontProgram:
        if self._program is None:
            described = self.font.descriptor
            stream = resolve1(described.get("FontFile2") or described.get("FontFile3"))
            if isinstance(stream, ContentStream) and isinstance(self.font, CIDFont):
                ids = self.font.cid2gid
                self._glyph_ids = ids if isinstance(ids, dict) else None
                self._program = FontProgram(stream.buffer)
            else:
                self._program = FontProgram(b"")
        return self._program

    def _is_mapped(self, code: int, piece: bytes) -> bool:
        """Tell whether the file itself says what a code means; playa makes codes into characters."""
        font = self.font
        mapping = getattr(font, "tounicode", None)
        if mapping is None:
            if not isinstance(font, CIDFont):
                return True
            return font.unicode_map is not None or "ToUnicode" in font.spec
        if piece and piece in mapping.bytes2unicode:
            return True
        length = mapping.code_lengths[0] if mapping.code_lengths else (self._step or 2)
        try:
            return code.to_bytes(length, "big") in mapping.bytes2unicode
        except OverflowError:
            return False


def mend_doubled(text: str) -> str:
    """Mend names of several letters as Ghostscript writes them, a byte of each letter written twice.

    >>> mend_doubled("ل" + chr(0x4427)) == "لا", mend_doubled("لا")
    (True, 'لا')
    """
    mended = text[0]
    for before, character in pairwise(text):
        doubled = ord(before) & 0xFF == ord(character) >> 8
        if doubled and classify(before) in ("rtl", "mark") and classify(character) == "ltr":
            character = chr(ord(before) & 0xFF00 | ord(character) & 0xFF)
        mended += character
    return mended


def keep_marks(text: str) -> str:
    """Return the combining marks of a text that has some, else the text.

    >>> keep_marks("بَ") == "\N{ARABIC FATHA}", keep_marks("ب")
    (True, 'ب')
    """
    return "".join(filter(combining, text)) or text


def is_unknown(text: str) -> bool:
    """Tell whether a file names a code by what is no character of a text."""
    return text in UNKNOWN or (len(text) == 1 and text < " ")


def find_scale(font: Font) -> float:
    """Return what the em of a font is to its size: 1, but for bitmap fonts, whose size says nothing.

    A Type 3 font has units of its own; outlines have 1000 or 2048 of them in an em.
    """
    unit = abs(font.matrix[3])
    if not isinstance(font, Type3Font) or unit <= OUTLINE_UNIT:
        return 1.0
    height = abs(font.bbox[3] - font.bbox[1]) * unit
    return height if height > 0 else 1.0
