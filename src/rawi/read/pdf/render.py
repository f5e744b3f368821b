"""Make pictures of pages: for OCR, and for the reader who wants to see the page itself.

pypdfium2 draws; PNG is written here, since nothing else of an imaging library is needed. PDFium may end the
process on hostile files: call this in a worker process only.
"""

import struct
import zlib
from dataclasses import dataclass

import pypdfium2

from rawi.errors import ReadError

MAX_PIXELS = 40_000_000
POINTS_PER_INCH = 72
GRAY, RGB = 0, 2  # PNG colour types


@dataclass(frozen=True, slots=True)
class Picture:
    """Rows of pixels, top to bottom: one byte a pixel (`channels` 1) or three (red, green, blue)."""

    width: int
    height: int
    channels: int
    pixels: bytes
    scale: float  # pixels per point


def render_page(data: bytes, page: int, scale: float = 2.0) -> bytes:
    """Draw a page (counted from 1) as PNG, at `scale` pixels per point, less if it would be too large.

    Raises:
        ReadError: `broken`, `password`, or `no_page`.
    """
    return encode_png(draw_page(data, page, scale))


def draw_page(data: bytes, page: int, scale: float, *, gray: bool = False) -> Picture:
    """Draw a page as pixels.

    Raises:
        ReadError: as `render_page`.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        reason = "password" if "assword" in str(error) else "broken"
        raise ReadError(reason, f"the page cannot be drawn: {error}") from error
    try:
        if not 1 <= page <= len(document):
            raise ReadError("no_page", f"page {page} of {len(document)} was asked for")
        drawn = document[page - 1]
        width, height = drawn.get_size()
        scale = fit_scale(width, height, scale)
        bitmap = drawn.render(scale=scale, grayscale=gray, rev_byteorder=True)
        return pack_pixels(bitmap, scale)
    except pypdfium2.PdfiumError as error:
        raise ReadError("broken", f"page {page} cannot be drawn: {error}") from error
    finally:
        document.close()


def fit_scale(width: float, height: float, scale: float) -> float:
    """Return the scale, made smaller where the picture would have more than `MAX_PIXELS`.

    >>> fit_scale(600, 800, 2)
    2
    >>> round(fit_scale(2_000_000, 2_000_000, 2), 6)
    0.003162
    """
    pixels = width * height * scale * scale
    return scale if pixels <= MAX_PIXELS else scale * (MAX_PIXELS / pixels) ** 0.5


def pack_pixels(bitmap: pypdfium2.PdfBitmap, scale: float) -> Picture:
    """Take the pixels out of a bitmap, without the filling at the end of rows."""
    channels = 1 if bitmap.n_channels == 1 else 3
    view, stride, depth = memoryview(bitmap.buffer).cast("B"), bitmap.stride, bitmap.n_channels
    rows = []
    for y in range(bitmap.height):
        row = bytes(view[y * stride : y * stride + bitmap.width * depth])
        if depth == 4:
            rgb = bytearray(3 * bitmap.width)
            rgb[0::3], rgb[1::3], rgb[2::3] = row[0::4], row[1::4], row[2::4]
            row = bytes(rgb)
        rows.append(row)
    return Picture(bitmap.width, bitmap.height, channels, b"".join(rows), scale)


def encode_png(picture: Picture) -> bytes:
    r"""Write a picture as PNG.

    >>> encode_png(Picture(1, 1, 1, b"\x00", 1.0))[:8]
    b'\x89PNG\r\n\x1a\n'
    """
    stride = picture.width * picture.channels
    rows = b"".join(
        b"\0" + picture.pixels[start : start + stride]
        for start in range(0, len(picture.pixels), stride)
    )
    kind = GRAY if picture.channels == 1 else RGB
    header = struct.pack(">IIBBBBB", picture.width, picture.height, 8, kind, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        make_chunk(name, body)
        for name, body in (
            (b"IHDR", header),
            (b"IDAT", zlib.compress(rows, 6)),
            (b"IEND", b""),
        )
    )


def make_chunk(name: bytes, body: bytes) -> bytes:
    """Frame a part of a PNG file."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def encode_pnm(picture: Picture) -> bytes:
    r"""Write a picture as PGM or PPM, which every OCR program reads.

    >>> encode_pnm(Picture(1, 1, 1, b"\x07", 1.0))
    b'P5 1 1 255\n\x07'
    """
    kind = "P5" if picture.channels == 1 else "P6"
    return f"{kind} {picture.width} {picture.height} 255\n".encode() + picture.pixels
