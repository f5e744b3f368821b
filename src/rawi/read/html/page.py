"""Read one web page: decode, refuse what is hostile, flatten, tell the roles, gather the metadata."""

import re

from lxml import etree

from rawi.errors import ReadError
from rawi.facts import Block, BlockKind, ReadWarning
from rawi.read.decode import decode_page
from rawi.read.html.classify import Hints, classify
from rawi.read.html.lines import Line, flatten
from rawi.read.html.metadata import find_metadata
from rawi.read.html.scan import refuse_hostile
from rawi.read.reader import RawDocument
from rawi.text import Extent

BETWEEN_BLOCKS = "\n\n"  # a paragraph break: no sentence runs over it
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def read_page(data: bytes, charset: str | None = None) -> RawDocument:
    """Read a page.

    Raises:
        ReadError: it is empty, hostile, or nothing in it is HTML.
    """
    refuse_hostile(data)
    decoded = decode_page(data, charset)
    root = parse(decoded.text)
    metadata = find_metadata(root)
    lines = flatten(root)
    kinds = classify(lines, Hints(metadata.titles, metadata.description, metadata.body))
    text, blocks = join_lines(lines, kinds)
    title = metadata.title
    if title is None and "headline" in kinds:
        title = lines[kinds.index("headline")].text
    return RawDocument(
        text,
        title=title,
        outlet=metadata.outlet,
        url=metadata.url,
        published=metadata.published,
        blocks=blocks,
        route="html",
        media_type="text/html",
        warnings=(*decoded.warnings, *warn_of_hidden(lines, blocks)),
    )


def read_lines(data: bytes, charset: str | None = None) -> list[Line]:
    """Return the lines of a page without telling their roles, as for a chapter of a book.

    Raises:
        ReadError: as `read_page`.
    """
    refuse_hostile(data)
    return flatten(parse(decode_page(data, charset).text))


def read_fragment(text: str) -> list[str]:
    r"""Return the paragraphs of a piece of HTML, or of plain text, as feeds and mails hold it.

    >>> read_fragment("<p>One &amp; two</p>three<br>four")
    ['One & two', 'three\nfour']

    Raises:
        ReadError: the piece is hostile.
    """
    if not text.strip():
        return []
    refuse_hostile(text.encode("utf-8", "replace"))
    return [line.text for line in flatten(parse(f"<body>{text}</body>"))]


def parse(text: str) -> etree._Element:
    """Parse a page.

    Raises:
        ReadError: there is nothing in it.
    """
    parser = etree.HTMLParser(remove_comments=True, remove_pis=True, no_network=True)
    text = _DECLARATION.sub("", text).replace("\0", "\N{REPLACEMENT CHARACTER}")
    try:
        root = etree.fromstring(text, parser)
    except etree.LxmlError as error:
        raise ReadError("broken", f"no HTML could be read: {error}") from error
    if root is None:
        raise ReadError("empty", "the page is empty")
    return root


def join_lines(lines: list[Line], kinds: list[BlockKind]) -> tuple[str, tuple[Block, ...]]:
    """Join the lines into one text, and say where each stands and what it is."""
    blocks: list[Block] = []
    place = 0
    for line, kind in zip(lines, kinds, strict=True):
        blocks.append(Block(Extent(place, place + len(line.text)), kind))
        place += len(line.text) + len(BETWEEN_BLOCKS)
    return BETWEEN_BLOCKS.join(line.text for line in lines), tuple(blocks)


def warn_of_hidden(lines: list[Line], blocks: tuple[Block, ...]) -> list[ReadWarning]:
    """Say which text a visitor of the page does not see."""
    return [
        ReadWarning("hidden_text", "the page's markup takes this out of sight", block.extent)
        for line, block in zip(lines, blocks, strict=True)
        if line.hidden
    ]
