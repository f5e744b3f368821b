"""PDF files: hands the bytes to the room that reads them."""

from collections.abc import Iterator

from rawi.read.reader import RawDocument, RawItem


def read(item: RawItem) -> Iterator[RawDocument]:
    """Yield the text of a PDF; of a long scan, part by part.

    Raises:
        ReadError: as `rawi.read.pdf.read_pdf`.
    """
    from rawi.read.pdf import read as read_parts

    yield from read_parts(item)
