"""Read many pages by OCR side by side: a page takes tesseract a second, and machines have several cores.

All pages handed over together are looked at in the same way (language tried first, scale), so that what comes
out does not depend on the number of cores. PDFium draws one page at a time; only tesseract runs beside it.
"""

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor

from rawi.errors import ReadError
from rawi.facts import ReadWarning
from rawi.read.limits import report_progress
from rawi.read.pdf.glyphs import PageGlyphs
from rawi.read.pdf.ocr import Sight, learn_sight, read_drawn
from rawi.read.pdf.render import draw_page

# Pictures of pages waiting for a core; one may have 40 million pixels.
WAITING = 1
Seen = tuple[PageGlyphs, Sight]


def read_side_by_side(
    data: bytes, pages: Sequence[PageGlyphs], sight: Sight
) -> tuple[dict[int, PageGlyphs], Sight, list[ReadWarning]]:
    """Read pages by OCR; return them by number, how the next ones are best looked at, and what failed.

    A page that cannot be drawn or read costs itself, with the warning `ocr_failed`.

    Raises:
        ReadError: none of them can be read; the reason is that of the first.
    """
    read: dict[int, PageGlyphs] = {}
    errors: list[tuple[int, ReadError]] = []
    for page, wait in start_reading(data, pages, sight):
        try:
            read[page.number], sight = wait()
        except ReadError as error:
            errors.append((page.number, error))
        else:
            if read[page.number].glyphs:
                report_progress()
    if errors and not read:
        raise errors[0][1]
    failed = [
        ReadWarning("ocr_failed", f"page {number}: {error.detail}") for number, error in errors
    ]
    return read, sight, failed


def start_reading(
    data: bytes, pages: Sequence[PageGlyphs], sight: Sight
) -> Iterator[tuple[PageGlyphs, Callable[[], Seen]]]:
    """Yield each page, in order, with what waits for its words; the next ones are being read meanwhile."""
    cores = count_cores()
    under_way: deque[tuple[PageGlyphs, Callable[[], Seen]]] = deque()
    with ThreadPoolExecutor(cores) as pool:
        for page in pages:
            try:
                sight = learn_sight(data, page, sight)
                picture = draw_page(data, page.number, sight.scale, gray=True)
            except ReadError as error:
                failed: Future[Seen] = Future()
                failed.set_exception(error)
                under_way.append((page, failed.result))
            else:
                under_way.append((page, pool.submit(read_drawn, picture, page, sight).result))
            if len(under_way) > cores + WAITING:
                yield under_way.popleft()
        yield from under_way


def count_cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
