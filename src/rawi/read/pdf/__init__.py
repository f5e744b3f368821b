"""Read PDFs: the true text of a page, or an honest refusal.

A room of the first stage. `read_pdf` is its door; `docs/1-read-pdf.md` tells the rules by name.
"""

from rawi.errors import ReadError
from rawi.facts import Block, ReadWarning
from rawi.read.pdf.document import read_paragraphs
from rawi.read.pdf.glyphs import GlyphSource
from rawi.read.pdf.playa_source import PlayaSource
from rawi.read.reader import RawDocument
from rawi.text import Extent

PARAGRAPH_BREAK = "\n\n"


def read_pdf(data: bytes, *, source: GlyphSource | None = None) -> RawDocument:
    """Read the text of a PDF.

    Raises:
        ReadError: `password`, `broken`, `too_large`, `no_text`.
    """
    pages = list((source or PlayaSource()).pages(data))
    problems = [
        ReadWarning(page.problem[0], f"page {page.number}: {page.problem[1]}")
        for page in pages
        if page.problem
    ]
    paragraphs = read_paragraphs(pages)
    if not paragraphs:
        if problems:
            raise ReadError(problems[0].code, problems[0].detail)
        raise ReadError("no_text", "the PDF has no text layer")
    parts: list[str] = []
    blocks: list[Block] = []
    place = 0
    for paragraph in paragraphs:
        text = paragraph.text
        if parts:
            gap = " " if paragraph.continues else PARAGRAPH_BREAK
            parts.append(gap)
            place += len(gap)
        parts.append(text)
        blocks.append(Block(Extent(place, place + len(text)), "body", paragraph.page))
        place += len(text)
    return RawDocument(
        "".join(parts),
        route="text-layer",
        media_type="application/pdf",
        blocks=tuple(blocks),
        warnings=tuple(problems),
    )
