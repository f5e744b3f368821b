"""PDF files: hands the bytes to the room that reads them."""

from collections.abc import Iterator

from rawi.read.reader import RawDocument, RawItem


def read(item: RawItem) -> Iterator[RawDocument]:
    """Yield the text of a PDF.

    Raises:
        ReadError: as `rawi.read.pdf.read_pdf`.
    """
    from rawi.read.pdf import read_pdf

    yield read_pdf(item.read())
