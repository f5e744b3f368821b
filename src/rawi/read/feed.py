"""RSS and Atom: each item is a document, its headline the title, its text the fullest the feed gives.

The publication time is taken over in ISO form where it is written as the standards say; a day in other words
(`۱۵ فروردین ۱۳۹۷`) is handed on as written, for the date stage reads it where general feed parsers read it wrong.
"""

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from lxml import etree

from rawi.errors import ReadError
from rawi.facts import SetAside
from rawi.lang.folding import fold
from rawi.read.html.page import read_fragment
from rawi.read.html.published import read_time
from rawi.read.passages import Paragraph, join_paragraphs
from rawi.read.reader import RawDocument, RawItem
from rawi.read.safe_xml import local_name, parse_xml

ITEMS = frozenset({"item", "entry"})
TEXTS = ("encoded", "content", "description", "summary")  # the fullest first
_CLOSED = re.compile(rb"</(?:\w+:)?(?:rss|feed|rdf)\s*>", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:1[2-5]\d\d|19\d\d|20\d\d)(?!\d)")
_SMALL_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_LONGEST_DAY = 70  # characters of a day in words, in three calendars
_END = 200  # bytes looked at for the closing tag
TIMES = ("pubDate", "published", "date", "issued", "created", "updated")


def read(item: RawItem) -> Iterator[RawDocument | SetAside]:
    """Yield the items of a feed.

    Raises:
        ReadError: it is no feed, or declares entities.
    """
    data, cut = item.read(), False
    try:
        root = parse_xml(data)
    except ReadError as error:
        if error.reason != "broken":
            raise
        root, cut = parse_broken(data, error), is_cut(data)
    outlet = find_outlet(root)
    entries = [element for element in root.iter() if local_name(element.tag) in ITEMS]
    if not entries:
        raise ReadError("empty", "the feed has no items")
    for number, entry in enumerate(entries, 1):
        try:
            yield read_entry(entry, outlet, number)
        except ReadError as error:
            yield item.set_aside(error.reason, error.detail, part=f"item {number}")
    if cut:
        detail = f"the feed ends early; what the {len(entries)} items before its end say was kept"
        yield item.set_aside("truncated", detail, part=f"behind item {len(entries)}")


def is_cut(data: bytes) -> bool:
    """Tell whether a feed that is not well-formed ends before it closes.

    >>> is_cut(b"<rss><channel>"), is_cut(b"<feed>a & b</feed>")
    (True, False)
    """
    return not _CLOSED.search(data[-_END:])


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
    times = [content_of(fields.get(name)) for name in TIMES]
    return RawDocument(
        text,
        title=title or None,
        outlet=outlet,
        url=find_link(entry, fields),
        published=choose_time(times),
        part=f"item {number}",
        blocks=blocks,
        route="html",
        media_type="application/feed+xml",
    )


def choose_time(written: Sequence[str]) -> str | None:
    """Choose the first time written as the standards say, else the first day in other words, as written.

    >>> choose_time(["۱۵ فروردین ۱۳۹۷", "2018-04-04"]), choose_time(["soon", "الأربعاء 4 أبريل 2018"])
    ('2018-04-04', 'الأربعاء 4 أبريل 2018')
    """
    typed = next((time for value in written if (time := read_time(value))), None)
    return typed or next((value.strip() for value in written if _is_day_in_words(value)), None)


def _is_day_in_words(value: str) -> bool:
    """Tell whether a field holds a day for the date stage to read: short, with a year that does not open it and a small number."""
    folded = fold(value.strip())
    year = _YEAR.search(folded)
    return len(folded) <= _LONGEST_DAY and bool(
        year and year.start() and _SMALL_NUMBER.search(folded)
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
