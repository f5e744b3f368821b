"""What single characters tell a reader of PDFs: their direction, how they join, what they stand for.

Nothing here is a list: everything is asked of the Unicode database, so that letters of any language in the
Arabic script are known.
"""

import re
import unicodedata
from functools import cache

from rawi.read.pdf.glyphs import GlyphKind

ZWNJ = "\N{ZERO WIDTH NON-JOINER}"
TATWEEL = "\N{ARABIC TATWEEL}"
INVISIBLE = "\u200b\u200c\u200d"
PRESENTATION = re.compile("[\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]")
# One-letter forms only; word ligatures such as U+FDFA stay as they are (their expansion has 18 letters).
LIGATURES_KEPT = frozenset("\ufdfa\ufdfb\ufdfc\ufdfd")
# The ligature of heh and hamza; its compatibility form U+06C0 is a letter Persian does not write.
HEH_WITH_YEH = ("\N{ARABIC LETTER HEH WITH YEH ABOVE}", "ه\N{ARABIC HAMZA ABOVE}")
MIRRORED = dict(zip("()[]{}«»<>‹›", ")(][}{»«><›‹", strict=True))
OPENERS = frozenset("([{«<‹")
DIRECTIONS: dict[str, GlyphKind] = {
    "R": "rtl", "AL": "rtl", "L": "ltr", "EN": "digit", "AN": "digit",
}  # fmt: skip


@cache
def classify(text: str) -> GlyphKind:
    """Tell the direction of a glyph by its first character with a direction.

    >>> [classify(text) for text in ("م", "ab", "۷", "/", " ", "\N{ARABIC FATHA}", "«")]
    ['rtl', 'ltr', 'digit', 'separator', 'space', 'mark', 'other']
    """
    for character in text:
        kind = DIRECTIONS.get(unicodedata.bidirectional(character))
        if kind is not None:
            return kind
    if not text or text.isspace():
        return "space"
    if unicodedata.bidirectional(text[0]) == "CS":
        return "separator"
    return "mark" if unicodedata.combining(text[0]) else "other"


@cache
def joining_form(character: str) -> str | None:
    """Return the form a presentation character shows, None for other characters.

    >>> joining_form("\N{ARABIC LETTER MEEM INITIAL FORM}")
    'initial'
    """
    tag = unicodedata.decomposition(character).partition(" ")[0].strip("<>")
    return tag if tag in ("initial", "medial", "final", "isolated") else None


@cache
def plain(text: str) -> str:
    """Replace presentation forms by the letters they show.

    >>> plain("\N{ARABIC LIGATURE LAM WITH ALEF FINAL FORM}")
    'لا'
    """
    if not PRESENTATION.search(text):
        return text
    return PRESENTATION.sub(
        lambda found: (
            found.group()
            if found.group() in LIGATURES_KEPT
            else unicodedata.normalize("NFKC", found.group()).strip()
        ),
        text,
    ).replace(*HEH_WITH_YEH)


@cache
def _letters_with_form(form: str) -> frozenset[str]:
    found = set()
    for code in (*range(0xFB50, 0xFDD0), *range(0xFE70, 0xFEFD)):
        tag, _, rest = unicodedata.decomposition(chr(code)).partition(" ")
        if tag == f"<{form}>" and len(rest) == 4:
            found.add(chr(int(rest, 16)))
    return frozenset(found)


@cache
def joins_next(character: str) -> bool:
    """Tell whether a letter joins the one after it.

    >>> joins_next("ب"), joins_next("و"), joins_next("x")
    (True, False, False)
    """
    return character in _letters_with_form("initial")


@cache
def joins_previous(character: str) -> bool:
    """Tell whether a letter joins the one before it.

    >>> joins_previous("ب"), joins_previous("و"), joins_previous("ء")
    (True, True, False)
    """
    return character in _letters_with_form("final")


def last_letter(text: str) -> str:
    """Return the last character of a glyph's text that is no mark, in plain form; empty if none."""
    for character in reversed(plain(text)):
        if not unicodedata.combining(character):
            return character
    return ""


def first_letter(text: str) -> str:
    """Return the first character of a glyph's text that is no mark, in plain form; empty if none."""
    for character in plain(text):
        if not unicodedata.combining(character):
            return character
    return ""
