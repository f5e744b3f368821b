"""What the codes of one font mean: text, width, and whether the file says so at all.

Part of the playa glyph source. Codes are decoded once and kept: a page shows the same letters again and
again, and this is where half of the reading time would go.
"""

from dataclasses import dataclass

from playa.cmapdb import IdentityCMap
from playa.encodingdb import cid2unicode_from_encoding
from playa.font import CIDFont, Font, SimpleFont, Type3Font

from rawi.read.pdf.glyphs import GlyphKind
from rawi.read.pdf.letters import INVISIBLE, TATWEEL, classify

UNKNOWN = frozenset(("", "\x00", "\ufffd", "\uffff"))


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a code stands for. `width` is the advance in ems; a `filler` has no meaning in the file."""

    text: str
    kind: GlyphKind
    width: float
    code: int
    filler: bool
    invisible: bool


class FontTable:
    """The codes of one font, decoded on first use."""

    def __init__(self, font: Font, key: int) -> None:
        self.key = key
        self.font = font
        # OCR programs lay text without shapes over the picture: each string is one word in logical order.
        self.shapeless = "glyphless" in str(font.fontname).lower()
        # Sizes of Type 3 fonts are told in the font's own units.
        self.scale = abs(font.matrix[3]) * 1000 if isinstance(font, Type3Font) else 1.0
        self.single = isinstance(font, SimpleFont)
        self._known: dict[bytes, Meaning] = {}
        self._step = self._find_step()
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
        if not self._is_mapped(code, piece):
            text = self._encoding.get(code) if self._encoding else None
        filler = text is None or text in UNKNOWN or (len(text) == 1 and text < " ")
        # A filler is drawn between letters and hides no word boundary: it stands like a kashida.
        said = TATWEEL if filler or text is None else text
        invisible = not filler and not said.strip(INVISIBLE)
        return Meaning(said, classify(said), self.font.hdisp(code), code, filler, invisible)

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
