"""What passes between readers: bytes with where they come from, and the text found in them.

First stage of the walk. A reader is pure over one `RawItem`: it yields the documents it found, further
items (the entries of an archive, the records of a capture), and what it had to set aside. It runs inside a
worker process (`rawi.read.worker`) and may raise `ReadError`, run out of memory or time, or crash: that
costs this one item and nothing else.
"""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from rawi.errors import ReadError
from rawi.facts import Block, ReadWarning, SetAside

# The largest item read into memory at once; larger ones are read only by readers that stream.
MAX_ITEM_BYTES = 200 << 20
# The longest text kept as one document: a book of 3,000 pages. What is longer is no report, and the later
# stages would be at it for minutes.
MAX_TEXT = 10_000_000


@dataclass(frozen=True, slots=True)
class RawItem:
    """Bytes to be read and what their carrier says of them.

    `path` is the path as given by the user; `container` the chain of names inside it, outermost first;
    `source` the bytes themselves, or the file that holds them. `media_type`, `charset`, `url`, `captured`,
    `published`, `title` and `outlet` are what a carrier (an HTTP header, a mail, an archive) declares, None
    where it says nothing. `depth` counts the archives around the item.
    """

    path: str
    source: bytes | Path
    container: tuple[str, ...] = ()
    media_type: str | None = None
    charset: str | None = None
    url: str | None = None
    captured: str | None = None
    published: str | None = None
    title: str | None = None
    outlet: str | None = None
    depth: int = 0

    @property
    def name(self) -> str:
        """The innermost name, whose suffix may tell the format."""
        return self.container[-1] if self.container else self.path

    @property
    def place(self) -> str:
        """The whole way to the item, as a person would write it.

        >>> RawItem("dump.zip", b"", container=("a.warc", "record 3")).place
        'dump.zip!/a.warc!/record 3'
        """
        return "!/".join((self.path, *self.container))

    def open(self) -> io.BytesIO | io.BufferedReader:
        """Open the bytes for reading in pieces."""
        return io.BytesIO(self.source) if isinstance(self.source, bytes) else self.source.open("rb")

    def head(self, size: int = 4096) -> bytes:
        """Return the first `size` bytes."""
        if isinstance(self.source, bytes):
            return self.source[:size]
        with self.source.open("rb") as file:
            return file.read(size)

    def read(self) -> bytes:
        """Return all bytes.

        Raises:
            ReadError: there are more than `MAX_ITEM_BYTES`.
        """
        if isinstance(self.source, bytes):
            return self.source
        size = self.source.stat().st_size
        if size > MAX_ITEM_BYTES:
            raise ReadError(
                "too_large",
                f"{size:,} bytes; at most {MAX_ITEM_BYTES:,} are read at once: split the file",
            )
        return self.source.read_bytes()

    def inner(self, name: str, source: bytes, *, depth: int = 0) -> "RawItem":
        """Return an item found inside this one; `depth` is 1 when it was packed in an archive."""
        return RawItem(
            self.path,
            source,
            container=(*self.container, name),
            captured=self.captured,
            depth=self.depth + depth,
        )

    def set_aside(self, reason: str, detail: str, *, part: str | None = None) -> SetAside:
        """Return the note that this item, or a part of it, could not be read."""
        place = f"{self.place}!/{part}" if part else self.place
        return SetAside(place, reason, detail)


@dataclass(frozen=True, slots=True)
class RawDocument:
    """One article, feed item, mail or page range: the text a reader took from an item, and what it saw.

    `blocks` are extents of `text` in order, furniture included. `published` is typed metadata only, as
    written there; `part` names the place inside the item (`line 12`, `item 3`); `route` tells how the text
    was got (`text`, `html`, `text-layer`, `ocr`); `given_id` is an id the record itself carries.
    """

    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    captured: str | None = None
    given_id: str | None = None
    part: str | None = None
    route: str = "text"
    media_type: str | None = None
    blocks: tuple[Block, ...] = ()
    warnings: tuple[ReadWarning, ...] = ()


Found = RawDocument | RawItem | SetAside


class Reader(Protocol):
    """Reads one format. Outside packages offer theirs by an entry point of the group `rawi.readers`."""

    @property
    def name(self) -> str:
        """A short stable name, kept with each document: `html`, `pdf`."""

    def accepts(self, item: RawItem) -> bool:
        """Tell from the name, the declared type and the first bytes whether this is its format."""

    def read(self, item: RawItem) -> Iterable[Found]:
        """Yield what is in the item.

        Raises:
            ReadError: the item is not sound; what was yielded before is kept.
        """
