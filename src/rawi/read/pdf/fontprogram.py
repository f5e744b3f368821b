"""Ask an embedded font which characters its glyphs are for.

Part of the playa glyph source. Where a file's own table (/ToUnicode) says nothing of a code, the `cmap` of the
embedded TrueType font often still does; above all for marks, which producers draw beside their letter and
leave unnamed; its forms and ligatures are named by its `GSUB` (`substitutions`). Only what is needed of the OpenType
specification is read; anything odd ends in "nothing known".
"""

import struct
import unicodedata
from itertools import islice

from rawi.read.pdf.sfnt import find_table
from rawi.read.pdf.substitutions import name_forms

MAX_CHARACTERS = 70_000
UNICODE_PLATFORMS = ((3, 10), (0, 4), (0, 6), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))


class FontProgram:
    """One embedded TrueType font; an empty or damaged one knows nothing."""

    def __init__(self, program: bytes) -> None:
        self.characters = read_characters(program)
        self.characters |= name_forms(program, self.characters)
        self._places = read_places(program)
        self._outlines = read_outlines(program)
        self._em = read_em(program)

    def is_empty(self, glyph: int) -> bool:
        """Tell whether a glyph is known to draw nothing."""
        places = self._places
        return 0 < glyph < len(places) - 1 and places[glyph] == places[glyph + 1]

    def middle(self, glyph: int) -> float | None:
        """Return the middle of what a glyph draws, in ems from its origin; None if not known."""
        places = self._places
        if not 0 <= glyph < len(places) - 1 or places[glyph] == places[glyph + 1]:
            return None
        start = places[glyph]
        try:
            _, left, _, right, _ = struct.unpack_from(">5h", self._outlines, start)
        except struct.error:
            return None
        return float(left + right) / 2 / self._em


def read_outlines(program: bytes) -> bytes:
    """Return the table `glyf`."""
    try:
        return find_table(program, b"glyf")
    except struct.error:
        return b""


def read_em(program: bytes) -> int:
    """Return the units of an em."""
    try:
        head = find_table(program, b"head")
        return int(struct.unpack_from(">H", head, 18)[0]) or 1000
    except struct.error:
        return 1000


def read_places(program: bytes) -> tuple[int, ...]:
    """Return where each glyph's outline begins (table `loca`), and where the last one ends."""
    try:
        head, table = find_table(program, b"head"), find_table(program, b"loca")
        if not head or not table:
            return ()
        wide = struct.unpack_from(">h", head, 50)[0]
        if wide:
            return struct.unpack(f">{len(table) // 4}I", table[: len(table) // 4 * 4])
        return tuple(
            2 * place
            for place in struct.unpack(f">{len(table) // 2}H", table[: len(table) // 2 * 2])
        )
    except (struct.error, IndexError, ValueError):
        return ()


def read_characters(program: bytes) -> dict[int, str]:
    """Return the character of each glyph id; where several share a glyph, the first by code point.

    >>> read_characters(b"no font")
    {}
    """
    try:
        table = find_table(program, b"cmap")
        return read_cmap(table) if table else {}
    except (struct.error, IndexError, ValueError):
        return {}


def read_cmap(table: bytes) -> dict[int, str]:
    """Read the best Unicode subtable of a `cmap`."""
    (count,) = struct.unpack_from(">H", table, 2)
    places: dict[tuple[int, int], int] = {}
    for record in range(count):
        platform, encoding, offset = struct.unpack_from(">HHI", table, 4 + 8 * record)
        places.setdefault((platform, encoding), offset)
    for key in UNICODE_PLATFORMS:
        if key not in places:
            continue
        sub = table[places[key] :]
        (form,) = struct.unpack_from(">H", sub)
        pairs = {4: read_segments, 12: read_groups}.get(form)
        if pairs:
            characters: dict[int, str] = {}
            for code, glyph in islice(pairs(sub), MAX_CHARACTERS):
                if glyph and not 0xD800 <= code < 0xE000 and code < 0x110000:
                    characters.setdefault(glyph, chr(code))
            return characters
    return {}


def read_segments(sub: bytes) -> "list[tuple[int, int]]":
    """Read (character, glyph) pairs of a format 4 subtable."""
    (double,) = struct.unpack_from(">H", sub, 6)
    count = double // 2
    ends = struct.unpack_from(f">{count}H", sub, 14)
    starts = struct.unpack_from(f">{count}H", sub, 16 + double)
    deltas = struct.unpack_from(f">{count}H", sub, 16 + 2 * double)
    base = 16 + 3 * double
    offsets = struct.unpack_from(f">{count}H", sub, base)
    pairs: list[tuple[int, int]] = []
    for number, (start, end, delta, offset) in enumerate(
        zip(starts, ends, deltas, offsets, strict=True)
    ):
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code
            if offset:
                (glyph,) = struct.unpack_from(
                    ">H", sub, base + 2 * number + offset + 2 * (code - start)
                )
                if not glyph:
                    continue
            pairs.append((code, (glyph + delta) & 0xFFFF))
            if len(pairs) > MAX_CHARACTERS:
                return pairs
    return pairs


def read_groups(sub: bytes) -> "list[tuple[int, int]]":
    """Read (character, glyph) pairs of a format 12 subtable."""
    (count,) = struct.unpack_from(">I", sub, 12)
    pairs: list[tuple[int, int]] = []
    for group in range(min(count, MAX_CHARACTERS)):
        start, end, glyph = struct.unpack_from(">III", sub, 16 + 12 * group)
        pairs.extend(
            (code, glyph + code - start) for code in range(start, min(end, start + 0xFFFF) + 1)
        )
        if len(pairs) > MAX_CHARACTERS:
            break
    return pairs


def is_mark(text: str) -> bool:
    """Tell whether a text is one combining mark."""
    return len(text) == 1 and unicodedata.combining(text) > 0
