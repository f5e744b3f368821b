"""Read one web page."""

import re

from lxml import html as lxml_html

from rawi.errors import ReadError
from rawi.facts import Block, BlockKind
from rawi.read.decode import decode
from rawi.read.html.scan import refuse_hostile
from rawi.read.reader import RawDocument
from rawi.text import Extent


def read_page(data: bytes, charset: str | None = None) -> RawDocument:
    """Read a page."""
    refuse_hostile(data)
    decoded = decode(data, charset)
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", decoded.text)
    if not text.strip():
        raise ReadError("empty", "the page is empty")
    root = lxml_html.document_fromstring(text)
    title = root.findtext(".//title")
    pieces: list[str] = []
    blocks: list[Block] = []
    place = 0
    kind: BlockKind
    for element in root.iter("h1", "p", "li", "time"):
        piece = re.sub(r"[ \t\r\n\f]+", " ", "".join(map(str, element.itertext()))).strip()
        if not piece:
            continue
        kind = {"h1": "headline", "p": "body", "li": "menu", "time": "dateline"}[element.tag]  # type: ignore[assignment]
        blocks.append(Block(Extent(place, place + len(piece)), kind))
        pieces.append(piece)
        place += len(piece) + 1
    return RawDocument(
        "\n".join(pieces), title=title, blocks=tuple(blocks), route="html", media_type="text/html"
    )
