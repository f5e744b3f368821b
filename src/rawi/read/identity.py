"""Make a `Document` of what a reader found: its identity, its origin, and characters no store can keep.

Two documents are the same when text, outlet, URL and publication time are the same, and the id a record
itself carries, where it carries one. So the same file added twice is one document, under whatever path;
two outlets' identical copies are two; and records of a collection that have ids of their own stay apart.
"""

import hashlib
import re

import rawi
from rawi.facts import Document, Origin, ReadWarning
from rawi.read.reader import RawDocument, RawItem
from rawi.text import Extent

# Lone surrogates cannot be written as UTF-8, and NUL ends strings in many stores: both become U+FFFD, so
# that every offset stays what it was.
_UNSTORABLE = re.compile("[\ud800-\udfff\0]")
ID_LENGTH = 32  # hexadecimal digits: 128 bits


def make_document(raw: RawDocument, item: RawItem, *, reader: str, sha256: str) -> Document:
    """Make a document of a raw one; `sha256` is that of the item's bytes."""
    text, warnings = replace_unstorable(raw.text)
    outlet = _clean(raw.outlet or item.outlet)
    url = _clean(raw.url or item.url)
    published = _clean(raw.published or item.published)
    container = (*item.container, raw.part) if raw.part else item.container
    given_id = _clean(raw.given_id)
    return Document(
        id=identify(text, outlet, url, published, given_id),
        original=text,
        outlet=outlet,
        url=url,
        title=_clean(raw.title or item.title),
        published=published,
        captured=_clean(raw.captured or item.captured),
        given_id=given_id or "!/".join((item.path, *container)),
        origin=Origin(
            path=item.path,
            sha256=sha256,
            reader=reader,
            media_type=raw.media_type or item.media_type,
            container=container,
            route=raw.route,
            version=rawi.__version__,
        ),
        blocks=raw.blocks,
        warnings=(*raw.warnings, *warnings),
    )


def identify(text: str, *names: str | None) -> str:
    """Return the id of a document: a hash of its text and of what sets it apart from its copies.

    >>> identify("متن", "خبرگزاری", None) == identify("متن", "خبرگزاری", None)
    True
    >>> identify("متن", "خبرگزاری", None) == identify("متن", None, "خبرگزاری")
    False
    """
    digest = hashlib.sha256()
    for part in (text, *names):
        data = b"" if part is None else part.encode("utf-8")
        # The length keeps ("ab", "c") apart from ("a", "bc"); -1 keeps None apart from "".
        digest.update(b"%d:" % (-1 if part is None else len(data)) + data)
    return digest.hexdigest()[:ID_LENGTH]


def replace_unstorable(text: str) -> tuple[str, tuple[ReadWarning, ...]]:
    r"""Replace lone surrogates and NUL by U+FFFD and say where the first one stood.

    >>> replace_unstorable("a\0b")[0] == "a\N{REPLACEMENT CHARACTER}b"
    True
    """
    first = _UNSTORABLE.search(text)
    if first is None:
        return text, ()
    replaced, count = _UNSTORABLE.subn("\N{REPLACEMENT CHARACTER}", text)
    warning = ReadWarning(
        "unstorable_replaced",
        f"{count} lone surrogates or NUL characters became U+FFFD",
        Extent(first.start(), first.end()),
    )
    return replaced, (warning,)


def _clean(value: str | None) -> str | None:
    """Trim a name; None when nothing is left."""
    return replace_unstorable(value)[0].strip() or None if value else None
