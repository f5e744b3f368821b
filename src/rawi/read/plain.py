"""Plain text and Markdown: the whole file is one document; its markup stays, repair knows about it."""

from collections.abc import Iterator

from rawi.errors import ReadError
from rawi.read.decode import decode
from rawi.read.reader import RawDocument, RawItem

# Text has no control characters but white space; a tenth of them is a binary file. (Random bytes have an
# eighth, of which NUL alone is enough to tell.)
MAX_CONTROLS = 0.02


def read(item: RawItem) -> Iterator[RawDocument]:
    """Yield the text of a file.

    Raises:
        ReadError: it is empty, or no text.
    """
    data = item.read()
    if not data:
        raise ReadError("empty", "the file is empty")
    decoded = decode(data, item.charset)
    check_is_text(decoded.text)
    yield RawDocument(decoded.text, warnings=decoded.warnings, media_type="text/plain")


def check_is_text(text: str) -> None:
    """Refuse what was no text before it was decoded.

    Raises:
        ReadError: too many control characters.
    """
    sample = text[:200_000]
    controls = sum(1 for c in sample if c < " " and c not in "\t\n\r\f\v\x1a\x1b")
    if controls > MAX_CONTROLS * len(sample):
        raise ReadError(
            "not_text", f"{controls:,} of the first {len(sample):,} characters are control codes"
        )
