"""Locators: a place in one text of one file, readable, printable, and checkable offline.

`rawi:<first 12 of the file's SHA-256>/<first 8 of the text's SHA-256>#char=<start>,<end>`; the fragment
is that of RFC 5147, in code points.
"""

import re
from typing import NamedTuple

from rawi.text import Extent

PATTERN = re.compile(r"rawi:([0-9a-f]{12})/([0-9a-f]{8})#char=(\d+),(\d+)")


class Locator(NamedTuple):
    """The parts of a locator."""

    blob: str
    text: str
    extent: Extent


def print_locator(blob: str, text_sha256: str, extent: Extent) -> str:
    """Write a locator from two hashes and a place.

    >>> print_locator("9f2c" * 16, "81ab" * 16, Extent(74, 108))
    'rawi:9f2c9f2c9f2c/81ab81ab#char=74,108'
    """
    return f"rawi:{blob[:12]}/{text_sha256[:8]}#char={extent.start},{extent.end}"


def parse_locator(written: str) -> Locator | None:
    """Read a locator; None when it is none.

    >>> parse_locator("rawi:9f2c9f2c9f2c/81ab81ab#char=74,108")
    Locator(blob='9f2c9f2c9f2c', text='81ab81ab', extent=Extent(start=74, end=108))
    """
    found = PATTERN.fullmatch(written.strip())
    return Locator(found[1], found[2], Extent(int(found[3]), int(found[4]))) if found else None
