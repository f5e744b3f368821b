"""Characters that cannot be seen: which of them the pages show as boxes, and by what name.

A direction override in a title would reorder the words of the page around it, and a joiner beside a space
hides a difference between two words. Both are shown by code point and never put into the page.
"""

import unicodedata

ZWNJ = "\u200c"
JOINERS = frozenset("\u200c\u200d")
# Format characters with a shape of their own: Arabic number signs, end of ayah, Syriac abbreviation mark.
_VISIBLE_FORMATS = frozenset(
    map(chr, (*range(0x0600, 0x0606), 0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2))
)
_LINE_ENDS = frozenset("\n\r\u2028\u2029\f")


def is_hidden(text: str, place: int) -> bool:
    r"""Tell whether the character at a place has to be shown as a box.

    A joiner between two letters (or inside an emoji) does its work and is not hidden; anywhere else it is.

    >>> [is_hidden("می\u200cرود", 2), is_hidden("می\u200c رود", 2), is_hidden("a\u202eb", 1)]
    [False, True, True]
    """
    character = text[place]
    if character in JOINERS:
        return not (_joins(text[place - 1 : place]) and _joins(text[place + 1 : place + 2]))
    if character == "\t" or character in _VISIBLE_FORMATS:
        return False
    return unicodedata.category(character) in {"Cf", "Cc", "Cs"}


def is_line_end(character: str) -> bool:
    """Tell whether a character ends a line."""
    return character in _LINE_ENDS


def name_hidden(character: str) -> str:
    r"""Name a character by its code point.

    >>> name_hidden("\u202e")
    'U+202E'
    """
    return f"U+{ord(character):04X}"


def describe_hidden(character: str) -> str:
    r"""Name a character by code point and Unicode name.

    >>> describe_hidden("\u202e")
    'U+202E RIGHT-TO-LEFT OVERRIDE'
    """
    return f"{name_hidden(character)} {unicodedata.name(character, 'CONTROL')}"


def show_plain(text: str) -> str:
    r"""Write a text with its hidden characters named, where no markup is possible: a title, an attribute.

    >>> show_plain("a\u202eb")
    'a[U+202E]b'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        " " if is_line_end(c) else f"[{name_hidden(c)}]" if is_hidden(text, i) else c
        for i, c in enumerate(text)
    )


def _joins(character: str) -> bool:
    """Tell whether a joiner beside this character has something to join: a letter, a mark or a symbol."""
    return bool(character) and unicodedata.category(character)[0] in "LMS"
