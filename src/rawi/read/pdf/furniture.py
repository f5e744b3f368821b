"""Find running heads and feet, page numbers, and what browsers print around a page.

Between lines and columns in the walk of the PDF room: furniture stands outside the type area and would blur
its edges. It is kept, read like all other text, and marked `footer`.
"""

import re
from collections.abc import Sequence

from rawi.read.pdf.lines import Line

# The share of a page, at top and bottom, where page numbers and addresses stand, and where repeated lines do.
MARGIN = 0.08
WIDE_MARGIN = 0.2
# Browsers print their lines in the outermost part of the page.
RIM = 0.05
# Repeated lines stand at the same height of their pages, within this many points.
SAME_HEIGHT = 3.0
SAME_TYPE = 0.5  # points
MAX_ADDRESS = 250

_NUMBER = re.compile(r"\W*\d{1,4}(?:\W{0,3}(?:/|-|–|من|از|of)?\W{0,3}\d{1,4})?\W*")
_PAGE_WORD = re.compile(
    r"\W*(?:صفحه|صفحة|page|p\.)\W*\d{1,4}(?:\W*(?:/|من|از|of)?\W*\d{1,4})?\W*", re.IGNORECASE
)
_ADDRESS = re.compile(r"(?:https?|file)://|www\.", re.IGNORECASE)
_SCHEME = re.compile(r"(?:https?|file)://", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")

SizedLines = tuple[float, Sequence[Line]]  # the height of a page and the pieces of its lines


def find_furniture(pages: Sequence[SizedLines]) -> set[int]:
    """Return the lines, by `id`, that are furniture of their page."""
    found = find_repeated(pages)
    for height, lines in pages:
        for row in group_rows([line for line in lines if in_margin(line, height, MARGIN)]):
            if all(is_number_or_address(show(line), show(line, -1)) for line in row):
                found.update(id(line) for line in row)
        rim = [line for line in lines if in_margin(line, height, RIM)]
        for address in rim:
            if id(address) in found and _SCHEME.search(show(address)):
                # A browser printed the address: title and day are in the other rim, in the same type.
                found.update(id(line) for line in rim if abs(line.size - address.size) < SAME_TYPE)
    return found


def find_repeated(pages: Sequence[SizedLines]) -> set[int]:
    """Return the lines, by `id`, that stand on several pages at the same height, numbers aside."""
    seen: dict[str, list[tuple[int, float, Line]]] = {}
    for number, (height, lines) in enumerate(pages):
        for line in lines:
            if in_margin(line, height, WIDE_MARGIN):
                key = _DIGITS.sub("0", show(line))
                seen.setdefault(key, []).append((number, line.baseline, line))
    return {
        id(line)
        for group in seen.values()
        for number, y, line in group
        if any(other != number and abs(y - at) < SAME_HEIGHT for other, at, _ in group)
    }


def group_rows(lines: Sequence[Line]) -> list[list[Line]]:
    """Group lines that stand at one height: a number beside words is part of their line."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.baseline):
        if rows and line.baseline - rows[-1][-1].baseline < SAME_HEIGHT:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def in_margin(line: Line, height: float, share: float) -> bool:
    """Tell whether a line stands in the upper or lower margin of a page."""
    middle = (line.box[1] + line.box[3]) / 2
    return not share * height < middle < (1 - share) * height


def is_number_or_address(text: str, backwards: str) -> bool:
    """Tell whether a line, seen from either side, is a page number or an address.

    >>> is_number_or_address("3 / 12", "21 / 3"), is_number_or_address("۱۲ نفر", "رفن ۱۲")
    (True, False)
    """
    return bool(
        _NUMBER.fullmatch(text)
        or _PAGE_WORD.fullmatch(text)
        or _PAGE_WORD.fullmatch(backwards)
        or (len(text) <= MAX_ADDRESS and _ADDRESS.search(text))
    )


def show(line: Line, step: int = 1) -> str:
    """Return the characters of a line from left to right, or from right to left."""
    glyphs = sorted(line.glyphs, key=lambda glyph: step * glyph.middle)
    return "".join(glyph.text for glyph in glyphs).strip()
