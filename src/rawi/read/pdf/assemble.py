"""Write paragraphs down as the document of a reader: text, blocks with places, warnings with extents.

Last step of the PDF room.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from rawi.facts import Block, BlockKind, ReadWarning
from rawi.read.pdf.glyphs import Box, PageGlyphs
from rawi.read.pdf.lines import Line
from rawi.read.pdf.paragraphs import Paragraph
from rawi.read.pdf.turns import turn_box
from rawi.read.reader import RawDocument
from rawi.text import Extent

MEDIA_TYPE = "application/pdf"
PARAGRAPH_BREAK = "\n\n"
LINE_JOIN = " "
# What a line may be warned of, and what it means to a reader.
DETAILS = {
    "unmapped_glyphs": "letters without meaning in the file are missing here",
    "zwnj_inferred": "non-joiners inferred from the shapes of letters",
    "hidden_text": "text that is not meant to be seen",
    "bidi_override": "direction overrides: the order shown is not the order stored",
    "ocr_low_confidence": "read by OCR with low confidence, or numbers read by OCR",
    "order_guessed": "text written sideways: its place in the order is guessed",
}


@dataclass(slots=True)
class Writing:
    """The text so far, with its blocks and warnings."""

    parts: list[str] = field(default_factory=list)
    place: int = 0
    blocks: list[Block] = field(default_factory=list)
    warned: dict[str, list[Extent]] = field(default_factory=dict)

    def add(self, text: str) -> Extent:
        """Write a text and return where it stands."""
        self.parts.append(text)
        extent = Extent(self.place, self.place + len(text))
        self.place = extent.end
        return extent

    def warn(self, code: str, extent: Extent) -> None:
        """Warn of an extent; extents that touch are joined."""
        extents = self.warned.setdefault(code, [])
        if extents and extents[-1].end + len(PARAGRAPH_BREAK) >= extent.start:
            extent = Extent(extents.pop().start, extent.end)
        extents.append(extent)


def write_document(
    paragraphs: Sequence[Paragraph],
    roles: Sequence[BlockKind],
    pages: Sequence[PageGlyphs],
    *,
    route: str,
    warnings: Sequence[ReadWarning] = (),
    part: str | None = None,
) -> RawDocument:
    """Write a document; `warnings` are those of the whole file, `part` the name of a part."""
    sizes = {page.number: (page.width, page.height) for page in pages}
    writing = Writing()
    for paragraph, role in zip(paragraphs, roles, strict=True):
        if writing.parts:
            writing.add(LINE_JOIN if paragraph.continues else PARAGRAPH_BREAK)
        start = writing.place
        for number, line in enumerate(paragraph.lines):
            if number:
                writing.add(LINE_JOIN)
            extent = writing.add(line.text)
            warn_line(writing, line, extent, turned=paragraph.turn != 0)
        box = find_box(paragraph, *sizes[paragraph.page])
        writing.blocks.append(Block(Extent(start, writing.place), role, paragraph.page, box))
    found = [
        ReadWarning(code, DETAILS[code], extent)
        for code in sorted(writing.warned)
        for extent in writing.warned[code]
    ]
    return RawDocument(
        "".join(writing.parts),
        title=next(
            (p.text for p, role in zip(paragraphs, roles, strict=True) if role == "headline"), None
        ),
        part=part,
        route=route,
        media_type=MEDIA_TYPE,
        blocks=tuple(writing.blocks),
        warnings=(*warnings, *found),
    )


def warn_line(writing: Writing, line: Line, extent: Extent, *, turned: bool) -> None:
    """Warn of what was seen in a line: of words where single words are in doubt, else of the line."""
    if turned:
        writing.warn("order_guessed", extent)
    for code in sorted(line.warnings):
        writing.warn(code, extent)
    at = 0
    for glyph in line.doubts:
        found = line.text.find(glyph, at)
        if found >= 0:
            at = found + len(glyph)
            writing.warn("ocr_low_confidence", Extent(extent.start + found, extent.start + at))


def find_box(paragraph: Paragraph, width: float, height: float) -> Box:
    """Return the box of a paragraph on its page, in points from the upper left corner."""
    boxes = [turn_box(line.box, paragraph.turn, width, height) for line in paragraph.lines]
    left, top, right, bottom = (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
    return round(left, 1), round(top, 1), round(right, 1), round(bottom, 1)
