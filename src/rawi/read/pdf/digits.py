"""Tell Persian digits from Arabic ones where a file names both alike.

Each digit has two code points, and most of them one shape: a font draws `۲` and `٢` with one glyph, Persian fonts
even `۴` and `٤`, and producers that ask the font name it after the first. Persian text has Persian digits.
"""

from collections.abc import Sequence

from rawi.read.pdf.glyphs import Glyph, PageGlyphs

TO_PERSIAN = str.maketrans("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")
# Letters Arabic does not write; one in thirty of Persian.
PERSIAN_LETTERS = frozenset("پچژگﭖﭗﭘﭙﭺﭻﭼﭽﮊﮋﮒﮓﮔﮕ")
PERSIAN_SHARE = 0.01


def name_digits(pages: Sequence[PageGlyphs]) -> None:
    """Name the digits of Persian files as Persian, in place; what a file states is left as it is."""
    glyphs = [g for page in pages if not page.by_ocr for g in page.glyphs if not g.stated]
    if is_persian(glyphs):
        for glyph in glyphs:
            if glyph.kind == "digit":
                glyph.text = glyph.text.translate(TO_PERSIAN)


def is_persian(glyphs: Sequence[Glyph]) -> bool:
    """Tell Persian from Arabic by the letters only Persian has."""
    letters = [glyph for glyph in glyphs if glyph.kind == "rtl"]
    own = sum(not PERSIAN_LETTERS.isdisjoint(glyph.text) for glyph in letters)
    return own > PERSIAN_SHARE * len(letters)
