"""Residue of HTML and Markdown in plain text: entities, tags, links that lead nowhere, signs of emphasis.

Nothing that was written for readers is lost: the words of a link stay, and so does a link that leads
somewhere.
"""

import html
import re
from collections.abc import Iterator

from rawi.repair.stretch import Copy
from rawi.text import Edit

_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[0-9A-Fa-f]{2,5}|[A-Za-z]{2,8});")
_LETTER = "\u0620-\u064a\u066e-\u06d3"
_BLOCK_TAG = re.compile(r"</?(?:br|p|div|li|ul|ol|h[1-6]|tr|table)\b[^<>\n]{0,200}>", re.IGNORECASE)
_INLINE_TAG = re.compile(
    r"</?(?:b|i|u|strong|em|span|font|a|sup|sub|img|td|th)\b[^<>\n]{0,300}>", re.IGNORECASE
)
_DEAD_LINK = re.compile(r"\[([^\[\]\n]{1,200})\]\((?:#[^()\s]{0,100}|javascript:[^()\n]{0,100})\)")
_EMPHASIS = re.compile(rf"(\*\*|__)(?=[{_LETTER}«])([^*_\n]{{1,300}}?)(?<=[{_LETTER}».؟!])\1")
_HEADING = re.compile(rf"^#{{1,6}} (?=[{_LETTER}«])", re.MULTILINE)


def find_entities(copy: Copy) -> Iterator[Edit]:
    """Find HTML entities that were left as they are (&zwnj; &laquo;)."""
    if "&" in copy.repaired:
        for match in _ENTITY.finditer(copy.repaired):
            meant = html.unescape(match[0])
            if meant != match[0] and not copy.in_address(match.start()):
                yield Edit(match.start(), match.end(), meant, "html-entity")


def find_tags(copy: Copy) -> Iterator[Edit]:
    """Find HTML tags: those of blocks were line breaks, those within a line nothing."""
    text = copy.repaired
    if "<" not in text:
        return
    for match in _BLOCK_TAG.finditer(text):
        lonely = text[match.end() : match.end() + 1] in ("\n", "") or text[: match.start()][
            -1:
        ] in ("\n", "")
        yield Edit(match.start(), match.end(), "" if lonely else "\n", "html-tag", 0.95)
    for match in _INLINE_TAG.finditer(text):
        yield Edit(match.start(), match.end(), "", "html-tag", 0.95)


def find_markdown(copy: Copy) -> Iterator[Edit]:
    """Find signs of Markdown around Persian and Arabic words: dead links, emphasis, headings."""
    text = copy.repaired
    for match in _DEAD_LINK.finditer(text) if "](" in text else ():
        yield Edit(match.start(), match.start() + 1, "", "markdown-link", 0.95)
        yield Edit(match.end(1), match.end(), "", "markdown-link", 0.95)
    for match in _EMPHASIS.finditer(text) if "**" in text or "__" in text else ():
        yield Edit(match.start(), match.start(2), "", "markdown-emphasis", 0.95)
        yield Edit(match.end(2), match.end(), "", "markdown-emphasis", 0.95)
    for match in _HEADING.finditer(text) if "#" in text else ():
        yield Edit(match.start(), match.end(), "", "markdown-heading", 0.9)
