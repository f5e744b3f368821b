"""Refuse hostile HTML before a parser sees it: one linear pass over the bytes.

Every HTML parser measured hangs for more than 20 s on one tag with 200,000 attributes, and some on deep
nesting; a page made by a newsroom comes nowhere near these limits.
"""

import re

from rawi.errors import ReadError

MAX_ATTRIBUTES = 10_000
MAX_DEPTH = 2_000
MAX_TAGS = 300_000
# Elements that have no end tag, or whose end tag is commonly left out; they do not nest.
_FLAT = frozenset(
    b"area base br col embed hr img input link meta param source track wbr p li dt dd option tr td th "
    b"thead tbody tfoot colgroup rt rp html body head frame command keygen".split()
)
# A slash at the end of these does not close them, in drawings it does.
_NESTING = frozenset(
    b"a b blockquote center div em font form i section small span strong table u ul".split()
)
MAX_PAGE = 20 << 20  # bytes, pictures inside the page not counted: a tree takes ten times its page
_PICTURE = re.compile(rb"""(["'(])\s*data:[^"')]{256,}""", re.IGNORECASE)
_TAG = re.compile(rb"<(/?)([a-zA-Z][^\s/>]{0,30})([^<]*)")
# One attribute as browsers read it: a name, and a value in quotes, in the other quotes, or bare.
_ATTRIBUTE = re.compile(rb"""[\s/]*[^\s/>=][^\s/>=]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?""")
LONG_TAG = 2 * MAX_ATTRIBUTES  # bytes: a shorter one cannot hold too many
TAG_REACH = 1 << 20  # bytes in which the attributes of a tag are counted


def drop_pictures(page: bytes) -> bytes:
    """Empty `data:` addresses, which saved pages carry by the megabyte.

    >>> drop_pictures(b'<img src="data:image/png;base64,' + b"A" * 300 + b'">')
    b'<img src="">'
    """
    return _PICTURE.sub(rb"\1", page)


def refuse_hostile(page: bytes) -> None:
    """Look at every tag once.

    Raises:
        ReadError: too large, too many attributes in a tag, too deep, or too many tags.
    """
    if len(page) > MAX_PAGE:
        raise ReadError("too_large", f"a page of {len(page):,} bytes; at most {MAX_PAGE:,}")
    depth = tags = 0
    for match in _TAG.finditer(page):
        tags += 1
        closing, name, rest = match.groups()
        if len(rest) > LONG_TAG and count_attributes(page, match.end(2)) > MAX_ATTRIBUTES:
            raise ReadError("too_many_attributes", f"more than {MAX_ATTRIBUTES:,} in one tag")
        name = name.lower()
        if name in _FLAT or (name not in _NESTING and rest.partition(b">")[0].endswith(b"/")):
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        if depth > MAX_DEPTH:
            raise ReadError("too_deep", f"tags nested more than {MAX_DEPTH:,} deep")
    if tags > MAX_TAGS:
        raise ReadError("too_many_tags", f"{tags:,} tags; at most {MAX_TAGS:,} are read")


def count_attributes(page: bytes, start: int) -> int:
    """Count the attributes of the tag whose name ends at `start`, until there are too many.

    >>> count_attributes(b"<a href='a > b' title=x hidden>text", 2)
    3
    """
    end = min(len(page), start + TAG_REACH)
    count = 0
    while count <= MAX_ATTRIBUTES and (found := _ATTRIBUTE.match(page, start, end)):
        count += 1
        start = found.end()
    return count
