"""Put right what a program named wrongly: letters whose table of names lost half of each character.

Ghostscript, given a file by Chromium, writes `7` for `ر` and `'` for `ا`: the names of whole runs of codes lose
their upper byte. Fonts keep the plain forms of letters in the order of Unicode: where one Arabic letter stands
at a distance from its code at which Latin letters and digits within Arabic words would be letters too, they are.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from rawi.read.pdf.glyphs import Glyph, PageGlyphs
from rawi.read.pdf.letters import TATWEEL, classify

LETTERS = "\u0621", "\u064a"  # in the order of Unicode in most fonts
RUN = 3  # Latin letters and digits seen within Arabic words, as no sound font has them
SPARSE = 3  # codes of a font to one that is used: where they are renumbered, order tells nothing
TOUCH = 0.1  # of an em between letters of one word
LOWER_BYTE = "\xff"  # what lost its upper byte is not above this
LATIN_1 = "\xa1"
QUOTES = "«»"

Names = dict[int, str]  # the characters of the codes of one font


def name_by_order(pages: Sequence[PageGlyphs]) -> None:
    """Name misnamed codes by the codes around them, in place.

    In a font that has such codes, the rest of Latin-1 names nothing either, and is left nameless.
    """
    seen: Counter[tuple[int, int]] = Counter()
    within: Counter[tuple[int, int]] = Counter()
    fonts: dict[int, Names] = {}
    for page in pages:
        for place, glyph in enumerate(page.glyphs):
            if is_named(glyph):
                fonts.setdefault(glyph.font, {})[glyph.code] = glyph.text
                if glyph.text <= LOWER_BYTE and glyph.text.isalnum():
                    seen[glyph.font, glyph.code] += 1
                    beside = page.glyphs[max(0, place - 1) : place + 2]
                    within[glyph.font, glyph.code] += any(map(touches, pairwise(beside)))
    mended = {}
    for font, names in fonts.items():
        odd = {code for code in names if within[font, code] * 2 > seen[font, code]}
        mended[font] = find_misnamed(names, odd) if len(odd) >= RUN else {}
    for glyph in find_named(pages) if any(mended.values()) else ():
        names = mended[glyph.font]
        if glyph.code in names:
            glyph.text = names[glyph.code]
            glyph.kind = classify(glyph.text)
        elif names and LATIN_1 <= glyph.text <= LOWER_BYTE and glyph.text not in QUOTES:
            glyph.text, glyph.kind, glyph.filler = TATWEEL, "rtl", True


def is_named(glyph: Glyph) -> bool:
    """Tell whether the file names the code of a glyph by one character."""
    return len(glyph.text) == 1 and not (glyph.stated or glyph.filler or glyph.recovered)


def find_named(pages: Iterable[PageGlyphs]) -> Iterable[Glyph]:
    """Yield the glyphs whose code the file names by one character."""
    return (glyph for page in pages for glyph in page.glyphs if is_named(glyph))


def touches(pair: tuple[Glyph, Glyph]) -> bool:
    """Tell whether one of two neighbours is an Arabic letter, and they are of one word."""
    one, other = pair
    return (
        "rtl" in (one.kind, other.kind)
        and abs(one.y - other.y) < TOUCH * one.size
        and abs(max(one.x0, other.x0) - min(one.x1, other.x1)) < TOUCH * one.size
    )


def find_misnamed(names: Names, odd: set[int]) -> Names:
    """Return the codes with a wrong name, and the right one; `odd` ones were seen within Arabic words.

    >>> font = {3: "7", 810: "ا", 812: ")", 820: "7", 821: "8", 822: "9", 900: "ی"}
    >>> find_misnamed(font, {820, 821, 822})
    {812: 'ة', 820: 'ر', 821: 'ز', 822: 'س'}
    """
    if not names or max(names) - min(names) < SPARSE * len(names):
        return {}
    steps = {code - ord(name) for code, name in names.items() if is_letter(name)}
    told = {step: sum(is_letter(find_at(code, step)) for code in odd) for step in sorted(steps)}
    step = max(told, key=lambda step: told[step], default=0)
    if told.get(step, 0) < RUN:
        return {}
    return {
        code: find_at(code, step)
        for code, name in names.items()
        if name <= LOWER_BYTE and not name.isspace() and is_letter(find_at(code, step))
    }


def find_at(code: int, step: int) -> str:
    """Return the character a code stands for in a run."""
    return chr(max(0, code - step))


def is_letter(text: str) -> bool:
    """Tell whether a text is one of the letters that are in order."""
    return LETTERS[0] <= text <= LETTERS[1]
