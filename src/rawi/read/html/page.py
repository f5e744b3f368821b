"""Read one web page: decode, refuse what is hostile, flatten, tell the roles, gather the metadata."""

import re

from lxml import etree

from rawi.errors import ReadError
from rawi.facts import Block, ReadWarning
from rawi.read.decode import decode_page
from rawi.read.html.body import Hints
from rawi.read.html.classify import classify
from rawi.read.html.flatten import flatten
from rawi.read.html.labels import make_key
from rawi.read.html.lines import Line
from rawi.read.html.metadata import Metadata, find_metadata
from rawi.read.html.scan import drop_pictures, refuse_hostile
from rawi.read.passages import Paragraph, join_paragraphs
from rawi.read.reader import RawDocument

MIN_TOLD = 200  # characters: a shorter body in the metadata is a summary
MAX_SHOWN = 0.25  # of it may stand on the page, for the page to be an empty shell
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def read_page(data: bytes, charset: str | None = None) -> RawDocument:
    """Read a page.

    Raises:
        ReadError: it is empty, hostile, or nothing in it is HTML.
    """
    data = drop_pictures(data)
    refuse_hostile(data)
    decoded = decode_page(data, charset)
    root = parse(decoded.text)
    metadata = find_metadata(root)
    lines = flatten(root)
    told = list_told(metadata.body, lines)
    if told:
        # The page builds itself in the browser; its text is in its metadata alone.
        head: list[Paragraph] = [(metadata.title or "", "headline")]
        furniture: list[Paragraph] = [(line.text, "menu") for line in lines]
        text, blocks = join_paragraphs([*head, *((part, "body") for part in told), *furniture])
        seen = [ReadWarning("text_from_metadata", "the page's text stands in its JSON-LD only")]
    else:
        kinds = classify(lines, Hints(metadata.titles, metadata.description, metadata.body))
        shown = [(line.text, kind) for line, kind in zip(lines, kinds, strict=True)]
        text, blocks = join_paragraphs(shown)
        seen = warn_of_hidden(lines, blocks)
    headline = next((text[slice(*b.extent)] for b in blocks if b.kind == "headline"), None)
    return RawDocument(
        text,
        title=choose_title(metadata, lines, headline),
        outlet=metadata.outlet,
        url=metadata.url,
        published=metadata.published,
        blocks=blocks,
        route="html",
        media_type="text/html",
        warnings=(*decoded.warnings, *seen),
    )


def choose_title(metadata: Metadata, lines: list[Line], headline: str | None) -> str | None:
    """Return the title: as a typed field states it, else what `<title>` says and the page shows, else the headline."""
    if metadata.is_typed or headline is None or metadata.title is None:
        return metadata.title or headline
    key = make_key(metadata.title)
    # A `<title>` the page does not show names the outlet or the section, or is cut short.
    is_shown = any(make_key(line.text) == key for line in lines)
    return metadata.title if is_shown else " ".join(headline.split())


def list_told(body: str | None, lines: list[Line]) -> list[str]:
    """Return the paragraphs of the body in the metadata, when the page itself shows hardly any text."""
    if body is None or len(body) < MIN_TOLD:
        return []
    shown = sum(line.letters for line in lines if line.is_prose)
    return read_fragment(body.replace("\n", "<br><br>")) if shown < MAX_SHOWN * len(body) else []


def read_lines(data: bytes, charset: str | None = None) -> list[Line]:
    """Return the lines of a page without telling their roles, as for a chapter of a book.

    Raises:
        ReadError: as `read_page`.
    """
    data = drop_pictures(data)
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
    # Without huge_tree a text of more than 10 MB is dropped in silence; the sandbox limits memory.
    parser = etree.HTMLParser(
        remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )
    text = _DECLARATION.sub("", text).replace("\0", "\N{REPLACEMENT CHARACTER}")
    try:
        root = etree.fromstring(text, parser)
    except etree.LxmlError as error:
        raise ReadError("broken", f"no HTML could be read: {error}") from error
    if root is None:
        raise ReadError("empty", "the page is empty")
    return root


def warn_of_hidden(lines: list[Line], blocks: tuple[Block, ...]) -> list[ReadWarning]:
    """Say which text a visitor of the page does not see."""
    return [
        ReadWarning("hidden_text", "the page's markup takes this out of sight", block.extent)
        for line, block in zip(lines, blocks, strict=True)
        if line.hidden
    ]
