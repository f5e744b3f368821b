"""Read PDFs: the true text of a page, or an honest refusal.

A room of the first stage; `read` is its door, `docs/1-read-pdf.md` tells the rules by name. The walk inside:
glyphs (playa_source, fonts, fontprogram, marks) → lines → columns → order (joiners, brackets) → paragraphs →
roles → assemble; `layer` sends pages without a sound text layer to `ocr`, for which `render` draws them.
"""

from collections.abc import Iterator, Sequence

from rawi.errors import ReadError
from rawi.facts import ReadWarning
from rawi.read.limits import seconds_left
from rawi.read.pdf.assemble import write_document
from rawi.read.pdf.decipher import Cipher
from rawi.read.pdf.document import read_paragraphs
from rawi.read.pdf.glyphs import GlyphSource, PageGlyphs
from rawi.read.pdf.hidden import mark_hidden
from rawi.read.pdf.layer import OUTLINES, Judgement, is_fuller, is_named, judge_layer
from rawi.read.pdf.ocr import HELP, Sight, find_models, read_picture
from rawi.read.pdf.playa_source import PlayaSource
from rawi.read.pdf.render import render_page
from rawi.read.pdf.roles import assign_roles
from rawi.read.pdf.side_by_side import read_side_by_side
from rawi.read.reader import RawDocument, RawItem

__all__ = ["read", "read_pdf", "render_page"]

# Scans are handed over in parts of this many pages, so that a long one is not lost when time runs out.
OCR_PART = 10
# Pages that are looked at to learn the few letters a layer lacks.
MOST_LOOKED = 8
# Books are handed over in parts of so many glyphs (about 200 pages): a glyph takes 490 bytes until it is
# written down, and a file shall not take more than 300 MiB.
PART_GLYPHS = 450_000
# CPU seconds kept for the steps after the glyphs, as a share of what the glyphs took.
LATER_STEPS = 1.5


def read(item: RawItem) -> Iterator[RawDocument]:
    """Read the PDF of an item: one document, or one for every ten pages of a scan."""
    yield from read_parts(item.read())


def read_pdf(data: bytes, *, source: GlyphSource | None = None) -> RawDocument:
    """Read the text of a PDF, all pages as one document.

    Raises:
        ReadError: `password`, `broken`, `too_large`, `no_text`, `no_ocr`.
    """
    return next(read_parts(data, source=source, part_pages=None))


def read_parts(
    data: bytes, *, source: GlyphSource | None = None, part_pages: int | None = OCR_PART
) -> Iterator[RawDocument]:
    """Read a PDF; a book in parts of `PART_GLYPHS`, a scan in parts of `part_pages`, None for all at once.

    Raises:
        ReadError: as `read_pdf`.
    """
    stream = iter((source or PlayaSource()).pages(data))
    whole = True
    while True:
        pages, warnings = take_pages(stream, PART_GLYPHS if part_pages else None)
        whole = whole and (part_pages is None or not is_full(pages))
        if not any(
            page.glyphs or page.image_share or (page.drawn_bytes > OUTLINES and not page.problem)
            for page in pages
        ):
            if not whole:
                return
            if warnings:
                raise ReadError(warnings[0].code, warnings[0].detail)
            raise ReadError("no_text", "the PDF has neither text nor pictures")
        mark_hidden(data, pages)
        yield from read_part(data, pages, warnings, part_pages or len(pages), whole=whole)
        if whole or any(warning.code == "truncated" for warning in warnings):
            return


def is_full(pages: Sequence[PageGlyphs]) -> bool:
    """Tell whether pages are as much as one part may have."""
    return sum(len(page.glyphs) for page in pages) >= PART_GLYPHS


def take_pages(
    stream: Iterator[PageGlyphs], most: int | None
) -> tuple[list[PageGlyphs], list[ReadWarning]]:
    """Take pages until they have `most` glyphs, None for all, as far as time allows."""
    pages: list[PageGlyphs] = []
    warnings: list[ReadWarning] = []
    start, glyphs = seconds_left(), 0
    for page in stream:
        pages.append(page)
        glyphs += len(page.glyphs)
        if page.problem:
            warnings.append(ReadWarning(page.problem[0], f"page {page.number}: {page.problem[1]}"))
        if seconds_left() < LATER_STEPS * (start - seconds_left()):
            cut = f"only the first {page.number} pages were read: the time was up"
            warnings.append(ReadWarning("truncated", cut))
            break
        if most is not None and glyphs >= most:
            break
    return pages, warnings


def read_part(
    data: bytes,
    pages: Sequence[PageGlyphs],
    warnings: Sequence[ReadWarning],
    ocr_pages: int,
    *,
    whole: bool,
) -> Iterator[RawDocument]:
    """Read pages that were taken together, by their text layer or by OCR; `whole` if they are all there are."""
    name = None if whole else f"pages {pages[0].number}-{pages[-1].number}"
    judgement = judge_layer(pages)
    if judgement is None:
        yield finish(pages, warnings, route="text-layer", name=name)
    elif find_models():
        yield from read_pictures(data, pages, judgement, warnings, ocr_pages, name)
    elif judgement.reason == "no_text_layer" and len(judgement.pages) == len(pages):
        raise ReadError("no_ocr", f"the pages are pictures without text: {HELP}")
    else:
        missing = ReadWarning("ocr_missing", f"{judgement.detail}; to have them read, {HELP}")
        yield finish(pages, [*warnings, missing], route="text-layer", name=name)


def read_pictures(
    data: bytes,
    pages: Sequence[PageGlyphs],
    judgement: Judgement,
    warnings: Sequence[ReadWarning],
    size: int,
    name: str | None,
) -> Iterator[RawDocument]:
    """Read the pages by OCR that need it, and hand over `size` at a time; `name` is that of all together.

    A layer that lacks some letters only is looked at until they are known, on so many pages at most.
    """
    why = ReadWarning(f"ocr:{judgement.reason}", f"read by OCR: {judgement.detail}")
    sight, cipher = Sight(), Cipher()
    if len(judgement.pages) <= size or judgement.legible:
        size = len(pages)
    left = MOST_LOOKED if judgement.legible else len(pages)
    for start in range(0, len(pages), size):
        part = list(pages[start : start + size])
        wanted = [page for page in part if page.number in judgement.pages]
        read: dict[int, PageGlyphs] = {}
        failed: list[ReadWarning] = []
        if not judgement.lettered:
            read, sight, failed = read_side_by_side(data, wanted, sight)
            wanted = []
        for page in wanted:
            # One after the other: what a page taught may spare the next ones.
            if left and not cipher.knows(page):
                read[page.number], sight = read_picture(data, page, sight)
                cipher.look(page, read[page.number])
                left -= 1
        cipher.name(part)
        looked = bool(read) or judgement.lettered
        part = [choose_page(page, read.get(page.number), judgement) for page in part]
        if not any(page.glyphs for page in part):
            if size == len(pages):
                raise ReadError("no_text", "OCR found no text on the pages")
            continue
        route = "ocr" if looked else "text-layer"
        if size < len(pages):
            name = f"pages {part[0].number}-{part[-1].number}"
        notes = [*warnings, why, *failed] if route == "ocr" else warnings
        yield finish(part, notes, route=route, name=name)


def choose_page(layer: PageGlyphs, read: PageGlyphs | None, judgement: Judgement) -> PageGlyphs:
    """Return the layer of a page if OCR named its letters or sees fewer of them, else what OCR read."""
    if read is None:
        return layer
    if judgement.lettered and is_named(layer, read):
        return layer
    return layer if judgement.legible and not is_fuller(read, layer) else read


def finish(
    pages: Sequence[PageGlyphs],
    warnings: Sequence[ReadWarning],
    *,
    route: str,
    name: str | None = None,
) -> RawDocument:
    """Take pages through the later steps.

    Raises:
        ReadError: `no_text`: no glyph means anything.
    """
    paragraphs, columns = read_paragraphs(pages)
    if not paragraphs:
        raise ReadError("no_text", "the PDF shows no letters")
    roles = assign_roles(paragraphs, columns)
    return write_document(paragraphs, roles, pages, route=route, warnings=warnings, part=name)
