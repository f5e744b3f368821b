"""Which reader reads an item: outside readers first, then the built-in ones in the order of `BUILT_IN`.

A reader's module is imported when the first item of its format comes, so that plain text does not pay for
what PDF needs.
"""

import importlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points
from typing import Protocol

from rawi.errors import ReadError
from rawi.read.reader import Found, RawItem, Reader
from rawi.read.sniff import find_format

# Format name (rawi.read.sniff) -> module of this room with a function `read(item)`.
BUILT_IN = {
    "csv": "rawi.read.rows",
    "docx": "rawi.read.office",
    "epub": "rawi.read.epub",
    "feed": "rawi.read.feed",
    "gzip": "rawi.read.boxes",
    "html": "rawi.read.html",
    "jsonl": "rawi.read.jsonl",
    "mail": "rawi.read.mail",
    "mbox": "rawi.read.mail",
    "mhtml": "rawi.read.mail",
    "odt": "rawi.read.office",
    "parquet": "rawi.read.rows",
    "pdf": "rawi.read.pdf_file",
    "plain": "rawi.read.plain",
    "tar": "rawi.read.boxes",
    "warc": "rawi.read.warc",
    "zip": "rawi.read.boxes",
}


class ReadFunction(Protocol):
    """What a reader module's `read` looks like."""

    def __call__(self, item: RawItem) -> Iterable[Found]:
        """Yield what is in the item."""


@dataclass(frozen=True, slots=True)
class BuiltInReader:
    """A reader of this room, by the name of its format."""

    name: str

    def accepts(self, item: RawItem) -> bool:
        """Tell whether the item has this format."""
        return find_format(item) == self.name

    def read(self, item: RawItem) -> Iterable[Found]:
        """Import the module and read."""
        function: ReadFunction = importlib.import_module(BUILT_IN[self.name]).read
        return function(item)


@cache
def load_outside_readers() -> tuple[Reader, ...]:
    """Load the readers that other packages offer, in order of their names."""
    points = sorted(entry_points(group="rawi.readers"), key=lambda point: point.name)
    return tuple(point.load()() for point in points)


def find_reader(item: RawItem) -> Reader:
    """Return the reader for an item.

    Raises:
        ReadError: no reader knows what this is; the reason is `unknown_format`.
    """
    for reader in load_outside_readers():
        if reader.accepts(item):
            return reader
    name = find_format(item)
    if name not in BUILT_IN:
        raise ReadError("unknown_format", f"{name}: there is no reader for this kind of file")
    return BuiltInReader(name)
