"""Web pages: the text a reader of the page sees, with the role of each block, and typed metadata."""

from collections.abc import Iterator

from rawi.read.reader import RawDocument, RawItem


def read(item: RawItem) -> Iterator[RawDocument]:
    """Yield the page."""
    from rawi.read.html.page import read_page

    yield read_page(item.read(), item.charset)
