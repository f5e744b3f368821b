"""RSS and Atom: each item is a document, its headline the title, its text the fullest the feed gives.

The publication time is taken over in ISO form only where it is written as the standards say; dates in other
words stay out, for general feed parsers read them wrong.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from lxml import etree

from rawi.errors import ReadError
from rawi.facts import SetAside
from rawi.read.html.page import read_fragment
from rawi.read.html.published import read_time
from rawi.read.passages import Paragraph, join_paragraphs
from rawi.read.reader import RawDocument, RawItem
from rawi.read.safe_xml import local_name, parse_xml

ITEMS = frozenset({"item", "entry"})
TEXTS = ("encoded", "content", "description", "summary")  # the fullest first
TIMES = ("pubDate", "published", "date", "issued", "created", "updated")


def read(item: RawItem) -> Iterator[RawDocument | SetAside]:
    """Yield the items of a feed.

    Raises:
        ReadError: it is no feed, or declares entities.
    """
    data = item.read()
    try:
        root = parse_xml(data)
    except ReadError as error:
        if error.reason != "broken":
            raise
        root = parse_broken(data, error)
    outlet = find_outlet(root)
    entries = [element for element in root.iter() if local_name(element.tag) in ITEMS]
    if not entries:
        raise ReadError("empty", "the feed has no items")
    for number, entry in enumerate(entries, 1):
        try:
            yield read_entry(entry, outlet, number)
        except ReadError as error:
            yield item.set_aside(error.reason, error.detail, part=f"item {number}")


def parse_broken(data: bytes, error: ReadError) -> Element:
    """Parse a feed that is not well-formed, as far as it goes.

    Raises:
        ReadError: nothing of it can be read.
    """
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False)
    recovered = etree.fromstring(data, parser)
    if recovered is None:
        raise error
    return parse_xml(etree.tostring(recovered))


def read_entry(entry: Element, outlet: str | None, number: int) -> RawDocument:
    """Make a document of an item."""
    fields: dict[str, Element] = {}
    for child in entry:
        fields.setdefault(local_name(child.tag), child)
    title = " ".join(read_fragment(content_of(fields.get("title"))))
    paragraphs: list[Paragraph] = [(title, "headline")]
    written = (content_of(fields.get(name)) for name in TEXTS)
    body = next((lines for text in written if (lines := read_fragment(text))), [])
    # Many feeds give the beginning of the text twice, or the title again as text.
    paragraphs += [(line, "body") for line in body if line != title]
    text, blocks = join_paragraphs(paragraphs)
    times = (read_time(content_of(fields.get(name))) for name in TIMES)
    return RawDocument(
        text,
        title=title or None,
        outlet=outlet,
        url=find_link(entry, fields),
        published=next((time for time in times if time), None),
        part=f"item {number}",
        blocks=blocks,
        route="html",
        media_type="application/feed+xml",
    )


def content_of(element: Element | None) -> str:
    """Return what an element says: its text, or its XHTML as text."""
    if element is None:
        return ""
    if len(element):
        return " ".join("".join(element.itertext()).split())
    return element.text or ""


def find_outlet(root: Element) -> str | None:
    """Return the name of the feed."""
    channel = next((e for e in root.iter() if local_name(e.tag) == "channel"), root)
    titles = (child for child in channel if local_name(child.tag) == "title")
    return " ".join(content_of(next(titles, None)).split()) or None


def find_link(entry: Element, fields: dict[str, Element]) -> str | None:
    """Return the address of an item's page."""
    for child in entry:
        if local_name(child.tag) == "link":
            link = child.get("href") or (child.text or "").strip()
            if link and child.get("rel", "alternate") == "alternate":
                return link
    guid = content_of(fields.get("guid")).strip()
    return guid if guid.startswith(("http://", "https://")) else None
