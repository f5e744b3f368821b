"""What the markup of an element says of its role: tables of tags, attribute values and words inside them."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from rawi.tables import load_tsv

FURNITURE = frozenset({"menu", "footer", "related", "comment", "caption"})
# Elements that hold the whole article: themes hang long lists of words on them (`tag-…`, `has-sidebar`),
# so that only whole values count there.
_HOLDERS = frozenset({"html", "body", "main", "article"})
_WORDS = re.compile(r"[a-z]+|[A-Z]+(?![a-z])|[A-Z][a-z]+")


class TokenRow(NamedTuple):
    """A row of `page_tokens.tsv`."""

    attribute: str
    value: str
    kind: str
    family: str


class WordRow(NamedTuple):
    """A row of `page_words.tsv`."""

    word: str
    match: str
    kind: str


@cache
def _tokens() -> dict[tuple[str, str], str]:
    """Attribute and value to role."""
    rows = load_tsv("rawi.read.data", "page_tokens.tsv", TokenRow)
    return {(row.attribute, row.value): row.kind for row in rows}


@cache
def _stems() -> re.Pattern[str]:
    """One pattern for all stems, each a named group telling its role by position."""
    rows = load_tsv("rawi.read.data", "page_words.tsv", WordRow)
    return re.compile("|".join(f"({row.word})" for row in rows if row.match == "stem"))


@cache
def _stem_kinds() -> tuple[str, ...]:
    """The roles of the groups of `_stems`."""
    rows = load_tsv("rawi.read.data", "page_words.tsv", WordRow)
    return tuple(row.kind for row in rows if row.match == "stem")


@cache
def _words() -> dict[str, tuple[int, str]]:
    """Whole word to its rank and role."""
    rows = load_tsv("rawi.read.data", "page_words.tsv", WordRow)
    return {row.word: (rank, row.kind) for rank, row in enumerate(rows) if row.match == "word"}


@lru_cache(maxsize=20_000)
def find_role(tag: str, classes: str, identifier: str, itemprop: str, role: str) -> str:
    """Return the role an element's markup gives it, or an empty string.

    `identifier` is the id, or the `aria-label`, which says in words what a hashed class does not. A value
    listed without a role has none, whatever words are in it.

    >>> find_role("div", "inline-related", "", "", "")
    'related'
    >>> find_role("div", "item-text", "", "articleBody", "")
    'body'
    >>> find_role("article", "post tag-sport category-comments", "", "", "")
    ''
    """
    tokens = _tokens()
    attributes = (("itemprop", itemprop), ("id", identifier), ("class", classes), ("role", role))
    for attribute, text in attributes:
        for value in text.lower().split():
            if (attribute, value) in tokens:
                return tokens[attribute, value]
    if tag not in _HOLDERS and (kind := _find_word(f"{identifier} {classes}")):
        return kind
    return tokens.get(("tag", tag), "")


def _find_word(text: str) -> str:
    """Return the role that words inside class names give, furniture before the rest."""
    if len(text) < 2:
        return ""
    words = _words()
    found = [words[word] for piece in _WORDS.findall(text) if (word := piece.lower()) in words]
    best = min(found)[1] if found else ""
    if best in FURNITURE:
        return best
    stem = _stems().search(text.lower().replace("-", "").replace("_", ""))
    if stem is not None and stem.lastindex is not None:
        return _stem_kinds()[stem.lastindex - 1]
    return best
