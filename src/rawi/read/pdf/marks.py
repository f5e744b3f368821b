"""Give marks back to a text whose file draws them but does not name them.

Some producers name only the first glyph of a letter with marks: `أ` is drawn as an alef and a hamza, the
hamza without a name, and the alef glyph is named after the letter it was first drawn for, with or without the
hamza. The font says which glyphs are marks (`fontprogram`); here a letter glyph that is seen with such a mark
of its own beside it is known to be the bare letter.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from rawi.read.pdf.digits import is_persian
from rawi.read.pdf.glyphs import Glyph, PageGlyphs
from rawi.read.pdf.letters import classify

ALEF = "ا"
MADDA_ABOVE = "\N{ARABIC MADDAH ABOVE}"
HAMZA_ABOVE = "\N{ARABIC HAMZA ABOVE}"
# A yeh of any kind under a drawn hamza is the one letter U+0626.
YEHS = frozenset("يىی")
YEH_WITH_HAMZA = "ئ"
HEH = "ه"
HEH_HAMZAS = 2  # seen so often at least
NO_ADVANCE = 0.02  # of an em
# A letter carries at most two marks, so its letter is at most this many glyphs away.
REACH = 3
# A font has at most so many kashidas, and a justified text has at least so many of them.
KASHIDA_CODES, KASHIDAS = 2, 5


def restore_marks(pages: Sequence[PageGlyphs], sides: dict[int, bool]) -> None:
    """Name letters that carry recovered marks by what they show without them, in place."""
    name_madda(pages, sides)
    name_heh_hamza(pages)
    bare: set[tuple[int, int]] = set()
    for letter, mark in find_pairs(pages, sides):
        if mark.text in unicodedata.normalize("NFD", letter.text)[1:]:
            bare.add((letter.font, letter.code))
    if bare:
        for page in pages:
            for glyph in page.glyphs:
                if not glyph.stated and (glyph.font, glyph.code) in bare:
                    glyph.text = strip_marks(glyph.text)
                    glyph.kind = classify(glyph.text)
    for letter, mark in find_pairs(pages, sides):
        if mark.text == HAMZA_ABOVE and letter.text in YEHS:
            letter.text, mark.text = YEH_WITH_HAMZA, ""


def name_madda(pages: Sequence[PageGlyphs], sides: dict[int, bool]) -> None:
    """Name the mark that even the font does not name: unseen by itself, drawn upon alefs only, a madda.

    Hamzas are letters' parts often enough to have a character of their own in the font; the madda is not.
    Only fonts are asked that draw other marks of alef beside it.
    """
    owners: dict[tuple[int, int], set[str]] = {}
    unnamed: dict[tuple[int, int], list[Glyph]] = {}
    fonts = {glyph.font for page in pages for glyph in page.glyphs if glyph.recovered}
    for page in pages:
        for place, mark in enumerate(page.glyphs):
            if (
                not mark.filler
                or mark.font not in fonts
                or mark.x1 - mark.x0 > NO_ADVANCE * mark.size
            ):
                continue
            key = (mark.font, mark.code)
            unnamed.setdefault(key, []).append(mark)
            letter = find_owner(page.glyphs, place, after=sides.get(mark.font, True))
            owners.setdefault(key, set()).add(strip_marks(letter.text) if letter else "")
    for key, found in unnamed.items():
        if owners[key] == {ALEF}:
            for mark in found:
                mark.text, mark.kind = MADDA_ABOVE, "mark"
                mark.filler, mark.recovered = False, True


def name_heh_hamza(pages: Sequence[PageGlyphs]) -> None:
    """Name the mark nobody names that a Persian file draws upon final hehs only: the hamza of ezafe.

    XeTeX names no alternative forms of marks, and fonts draw this one by such a form; no other mark is
    written on heh alone.
    """
    if not is_persian([glyph for page in pages for glyph in page.glyphs]):
        return
    owners: dict[tuple[int, int], set[str]] = {}
    unnamed: dict[tuple[int, int], list[Glyph]] = {}
    for page in pages:
        for place, mark in enumerate(page.glyphs):
            if not mark.filler or mark.x1 - mark.x0 > NO_ADVANCE * mark.size:
                continue
            beside = page.glyphs[max(0, place - 1) : place] + page.glyphs[place + 1 : place + 2]
            under = [g for g in beside if not g.filler and g.x0 <= mark.middle <= g.x1]
            unnamed.setdefault((mark.font, mark.code), []).append(mark)
            owners.setdefault((mark.font, mark.code), set()).update(g.text for g in under)
    for key, found in unnamed.items():
        if owners[key] == {HEH} and len(found) >= HEH_HAMZAS:
            for mark in found:
                mark.text, mark.kind, mark.filler = HAMZA_ABOVE, "mark", False


def find_owner(glyphs: Sequence[Glyph], place: int, *, after: bool) -> Glyph | None:
    """Return the letter a mark belongs to by the order of drawing."""
    near = glyphs[max(0, place - REACH) : place][::-1] if after else glyphs[place + 1 :][:REACH]
    return next((glyph for glyph in near if glyph.kind == "rtl" and not glyph.filler), None)


def learn_sides(pages: Iterable[PageGlyphs]) -> dict[int, bool]:
    """Learn, per font, whether marks are drawn after their letter (True) or before it.

    Both are common, and boxes alone mislead in the single case. A mark between a letter and a space, in the
    order of drawing, belongs to the letter; only where none does, the nearer of two letters is asked.
    """
    beside: Counter[int] = Counter()
    nearer: Counter[int] = Counter()
    for page in pages:
        for before, mark, after in zip(page.glyphs, page.glyphs[1:], page.glyphs[2:], strict=False):
            if mark.kind != "mark" or "mark" in (before.kind, after.kind):
                continue
            if mark.inked and before.kind == "rtl" and after.kind == "rtl":
                off = distance(before, mark.middle) - distance(after, mark.middle)
                nearer[mark.font] += (off < 0) - (off > 0)
            elif (before.kind == "rtl") != (after.kind == "rtl"):
                beside[mark.font] += 1 if before.kind == "rtl" else -1
    votes = {**nearer, **{font: vote for font, vote in beside.items() if vote}}
    return {font: vote > 0 for font, vote in votes.items() if vote}


def distance(letter: Glyph, x: float) -> float:
    """How far a place is from the box of a letter."""
    return max(letter.x0 - x, x - letter.x1, 0.0)


def find_pairs(
    pages: Iterable[PageGlyphs], sides: dict[int, bool]
) -> Iterable[tuple[Glyph, Glyph]]:
    """Yield each recovered mark with the letter it stands at."""
    for page in pages:
        if not any(glyph.recovered for glyph in page.glyphs):
            continue
        for place, mark in enumerate(page.glyphs):
            if not mark.recovered or mark.kind != "mark" or not mark.text:
                continue
            letter = find_owner(page.glyphs, place, after=sides.get(mark.font, True))
            if letter and not letter.stated:
                yield letter, mark


def find_kashidas(pages: Iterable[PageGlyphs]) -> set[tuple[int, int]]:
    """Find the fillers that only stretch words: drawn twice in a row, or common and hardly any others beside them."""
    seen: Counter[tuple[int, int]] = Counter()
    found: set[tuple[int, int]] = set()
    for page in pages:
        last: tuple[int, int] | None = None
        for glyph in page.glyphs:
            key = (glyph.font, glyph.code) if glyph.filler else None
            if key:
                seen[key] += 1
                if key == last:
                    found.add(key)
            last = key
    for font in {font for font, _ in seen}:
        own = {key: count for key, count in seen.items() if key[0] == font}
        if len(own) <= KASHIDA_CODES and sum(own.values()) >= KASHIDAS:
            found.update(own)
    return found


def strip_marks(text: str) -> str:
    """Return a text without its combining marks.

    >>> strip_marks("أ")
    'ا'
    """
    return "".join(
        character
        for character in unicodedata.normalize("NFD", text)
        if not unicodedata.combining(character)
    )
