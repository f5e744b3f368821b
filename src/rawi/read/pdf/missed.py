"""Find the lines an OCR program left out: ink in the shape of a line where it read no word.

Tesseract drops a line here and there from a clean page, headlines above all, and says nothing. What it read is
painted white; bands of ink as high and as long as a line that are left are to be read once more.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rawi.read.pdf.render import Picture

WHITE = 0xFF
DARK = bytes(1 if value < 112 else 0 for value in range(256))
# In ems: the room around a word that is its own, the height and the length of a line, and the gap that parts bands.
AROUND, LOWEST, HIGHEST, SHORTEST, APART = 0.15, 0.35, 2.2, 4.0, 0.25
# The share of a band that is ink: more is a picture, less are specks.
INK = (0.03, 0.35)
MOST_BANDS = 6

Box = tuple[int, int, int, int]  # left, top, right, bottom, in pixels


def find_left_out(picture: Picture, boxes: Sequence[Box], em: float) -> list[tuple[int, Picture]]:
    """Return the lines of a grey picture outside the boxes of words, each with its first row on the page."""
    width = picture.width
    pixels = bytearray(picture.pixels)
    around = round(AROUND * em)
    for left, top, right, bottom in boxes:
        start, end = max(0, left - around), min(width, right + around)
        for y in range(max(0, top - around), min(picture.height, bottom + around)):
            pixels[y * width + start : y * width + end] = bytes([WHITE]) * (end - start)
    bands = [band for band in find_bands(pixels, width, em) if is_line(pixels, width, band, em)]
    gap = round(em / 2)
    room = bytes([WHITE]) * (width * gap)
    return [
        (
            top - gap,
            replace(
                picture,
                height=bottom - top + 2 * gap,
                pixels=room + bytes(pixels[top * width : bottom * width]) + room,
            ),
        )
        for top, bottom in (bands if len(bands) <= MOST_BANDS else ())
    ]


def find_bands(pixels: bytearray, width: int, em: float) -> Iterator[tuple[int, int]]:
    """Yield the runs of rows, from and to, that have ink; rows without it within a line do not part them."""
    start = last = -1
    for y in range(len(pixels) // width):
        if count_ink(pixels, width, y) < em / 4:
            continue
        if start >= 0 and y - last > APART * em:
            yield start, last + 1
            start = -1
        if start < 0:
            start = y
        last = y
    if start >= 0:
        yield start, last + 1


def count_ink(pixels: bytearray, width: int, y: int) -> int:
    """Count the dark pixels of a row."""
    return pixels[y * width : (y + 1) * width].translate(DARK).count(1)


def is_line(pixels: bytearray, width: int, band: tuple[int, int], em: float) -> bool:
    """Tell whether a band is as high, as long and as dark as a line of text."""
    top, bottom = band
    if not LOWEST * em < bottom - top < HIGHEST * em:
        return False
    rows = [pixels[y * width : (y + 1) * width].translate(DARK) for y in range(top, bottom)]
    left = min(found for row in rows if (found := row.find(1)) >= 0)
    right = max(row.rfind(1) for row in rows) + 1
    share = sum(row.count(1) for row in rows) / ((right - left) * (bottom - top))
    return right - left > SHORTEST * em and INK[0] < share < INK[1]
