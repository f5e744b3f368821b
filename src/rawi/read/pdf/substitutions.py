"""Ask a font's table of substitutions (`GSUB`) which glyphs stand for which.

Part of the playa glyph source. The characters of a font name one glyph a letter; its initial, medial and final
forms and its ligatures are made from that by substitution, and read backwards the table tells what each of
them shows. Only what is needed of the OpenType specification is read; anything odd ends in "nothing known".
"""

import struct
from collections.abc import Iterator

from rawi.read.pdf.sfnt import find_table

SINGLE, ALTERNATE, LIGATURE, EXTENSION = 1, 3, 4, 7
# Substitutions are made upon substitutions: a ligature of forms of letters.
ROUNDS = 4
MAX_SUBSTITUTIONS = 70_000

Substitution = tuple[int, tuple[int, ...]]  # a glyph, and the glyphs it is drawn for


def name_forms(program: bytes, characters: dict[int, str]) -> dict[int, str]:
    """Return the text of the glyphs that are forms and ligatures of those in `characters`.

    >>> name_forms(b"no font", {3: "a"})
    {}
    """
    substitutions: list[Substitution] = []
    try:
        table = find_table(program, b"GSUB")
        for found in read_substitutions(table) if table else ():
            substitutions.append(found)
            if len(substitutions) > MAX_SUBSTITUTIONS:
                break
    except (struct.error, IndexError, ValueError):
        pass  # what was read before the damage is sound
    named: dict[int, str] = {}
    for _ in range(ROUNDS):
        before = len(named)
        for glyph, parts in substitutions:
            if glyph in characters or glyph in named:
                continue
            texts = [characters.get(part) or named.get(part, "") for part in parts]
            if all(texts):
                named[glyph] = "".join(texts)
        if len(named) == before:
            break
    return named


def read_substitutions(table: bytes) -> Iterator[Substitution]:
    """Yield the substitutions of one glyph for one or more, in the order of the table."""
    (lookups,) = struct.unpack_from(">H", table, 8)
    (count,) = struct.unpack_from(">H", table, lookups)
    for number in range(count):
        (offset,) = struct.unpack_from(">H", table, lookups + 2 + 2 * number)
        place = lookups + offset
        kind, _, parts = struct.unpack_from(">HHH", table, place)
        for part in range(parts):
            (inner,) = struct.unpack_from(">H", table, place + 6 + 2 * part)
            yield from read_subtable(table, place + inner, kind)


def read_subtable(table: bytes, place: int, kind: int) -> Iterator[Substitution]:
    """Yield the substitutions of one subtable; kinds that tell nothing about a single glyph have none."""
    if kind == EXTENSION:
        _, kind, offset = struct.unpack_from(">HHI", table, place)
        if kind == EXTENSION:
            return
        place += offset
    if kind not in (SINGLE, ALTERNATE, LIGATURE):
        return
    form, coverage, value = struct.unpack_from(">HHH", table, place)
    covered = read_coverage(table, place + coverage)
    if kind == SINGLE and form == 1:
        for glyph in covered:
            yield (glyph + value) & 0xFFFF, (glyph,)
        return
    for number, glyph in enumerate(covered[:value]):
        (item,) = struct.unpack_from(">H", table, place + 6 + 2 * number)
        if kind == SINGLE:
            yield item, (glyph,)
        elif kind == ALTERNATE:
            for other in read_list(table, place + item):
                yield other, (glyph,)
        else:
            yield from read_ligatures(table, place + item, glyph)


def read_ligatures(table: bytes, place: int, first: int) -> Iterator[Substitution]:
    """Yield the ligatures that begin with one glyph."""
    for offset in read_list(table, place):
        whole, size = struct.unpack_from(">HH", table, place + offset)
        rest = struct.unpack_from(f">{max(0, size - 1)}H", table, place + offset + 4)
        yield whole, (first, *rest)


def read_list(table: bytes, place: int) -> tuple[int, ...]:
    """Read numbers that are preceded by their count."""
    (count,) = struct.unpack_from(">H", table, place)
    return struct.unpack_from(f">{count}H", table, place + 2)


def read_coverage(table: bytes, place: int) -> list[int]:
    """Read the glyphs a subtable is for."""
    form, count = struct.unpack_from(">HH", table, place)
    if form == 1:
        return list(struct.unpack_from(f">{count}H", table, place + 4))
    glyphs: list[int] = []
    for number in range(count):
        start, end, _ = struct.unpack_from(">HHH", table, place + 4 + 6 * number)
        glyphs.extend(range(start, end + 1))
        if len(glyphs) > MAX_SUBSTITUTIONS:
            break
    return glyphs
