"""Turn the glyphs of a line into text in the order of reading.

Fourth step of the PDF room: inverse bidi. A page shows a line as it looks; this module finds the order in
which it was written: marks go back to their letters, gaps become spaces, the line is read from its own
side, and what runs the other way (Latin words, numbers) is turned around.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from rawi.read.pdf.glyphs import Glyph, GlyphKind
from rawi.read.pdf.joiners import GlyphForms, find_zero_spaces, forms_part, presentation_parts
from rawi.read.pdf.letters import MIRRORED, ZWNJ, plain
from rawi.read.pdf.lines import is_raised

# Word gap, in ems, in lines that have space glyphs, and in lines that have none (XeTeX).
GAP_BESIDE_SPACES = 0.17
GAP_WITHOUT_SPACES = 0.10
# Kerning is narrower than this part of a usual gap (Amiri: 0.12 em, set by XeTeX with spaces of 0.24).
KERNING = 0.65
LETTERS_PER_SPACE = 12
# A gap between letters that glyph statistics part: above this part of an em it was a space.
NARROW_SPACE = 0.06
BIDI_CONTROLS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")
COMPOSED = re.compile("[\u0627\u0648\u064a\u06cc\u064b-\u0650]*[\u0653-\u0655]")
# Typst names a letter with its mark, and the mark once more.
DOUBLED_MARK = re.compile("([\u064b-\u0655])\\1+")
KASHIDA = re.compile("(?<=[\u0621-\u06d3])\u0640+(?=[\u0621-\u06d3])")


@dataclass(slots=True)
class Piece:
    """A stretch of a line in reading order. `glyph` is None for what no glyph shows (gaps, non-joiners).

    `rtl` pieces are read from the right: there brackets are drawn mirrored. `inferred` marks a non-joiner found by statistics.
    """

    text: str
    kind: GlyphKind
    glyph: Glyph | None
    rtl: bool = True
    inferred: bool = False


def order_line(
    glyphs: Sequence[Glyph],
    *,
    rtl: bool,
    ascending: bool,
    forms: GlyphForms,
    sides: dict[int, bool],
) -> list[Piece]:
    """Return the pieces of a line in reading order.

    `rtl` is the direction of the line; `ascending` says that the page draws its right-to-left text from
    left to right, as most producers do; `sides` tells per font whether marks are drawn after their letter.
    """
    letters = [glyph for glyph in glyphs if glyph.kind not in ("space", "mark")]
    if not letters:
        return [
            Piece(glyph.text, glyph.kind, glyph) for glyph in sorted(glyphs, key=lambda g: g.x0)
        ]
    spaces = [glyph for glyph in glyphs if glyph.kind == "space"]
    zeros = find_zero_spaces([glyph for glyph in spaces if not glyph.stated], letters)
    zero_ids = {id(glyph) for glyph in zeros}
    shown = letters + [glyph for glyph in spaces if id(glyph) not in zero_ids]
    marks = attach_marks(
        [glyph for glyph in glyphs if glyph.kind == "mark"],
        letters,
        {font: sides.get(font, not ascending) for font in {glyph.font for glyph in glyphs}},
    )
    many_spaces = (len(shown) - len(letters)) * LETTERS_PER_SPACE > len(letters)
    shown.sort(key=lambda glyph: (glyph.middle, glyph.x0), reverse=rtl)
    gap = GAP_BESIDE_SPACES if many_spaces else find_word_gap(shown)
    pieces = space_out(shown, marks, gap, rtl=rtl)
    if rtl:
        pieces = part_by_forms(pieces, forms)
    for zero in zeros:
        insert_zero(pieces, zero, rtl=rtl)
    return turn_runs(pieces) if rtl else turn_rtl_runs(pieces)


def find_word_gap(shown: Sequence[Glyph]) -> float:
    """Return the gap, in ems, from which on two glyphs of a line without space glyphs are two words.

    A typesetter stretches all spaces of a line alike: what is much narrower than the usual one is kerning.
    """
    gaps = [(max(a.x0, b.x0) - min(a.x1, b.x1)) / max(a.size, b.size) for a, b in pairwise(shown)]
    wide = [gap for gap in gaps if gap > GAP_BESIDE_SPACES]
    if not wide:
        return GAP_WITHOUT_SPACES
    return min(GAP_BESIDE_SPACES, max(GAP_WITHOUT_SPACES, KERNING * median(wide)))


def attach_marks(
    marks: Sequence[Glyph], letters: Sequence[Glyph], after: dict[int, bool]
) -> dict[int, str]:
    """Give each mark to its letter: the neighbour in drawing order if it stands there, else the nearest.

    Boxes alone mislead: a mark over a narrow letter is often centred over its neighbour. `after` tells per
    font whether marks are drawn after their letter. Returns the marks of each letter, by `id`, as written.
    """
    if not marks:
        return {}
    drawn = sorted(letters, key=lambda letter: letter.order)
    orders = [letter.order for letter in drawn]
    owned: dict[int, list[Glyph]] = {}
    for mark in marks:
        place = bisect_left(orders, mark.order) - (1 if after[mark.font] else 0)
        slack = 0.45 * mark.size
        owner = None
        if 0 <= place < len(drawn):
            letter = drawn[place]
            if letter.x0 - slack <= mark.middle <= letter.x1 + slack:
                owner = letter
        if owner is None:
            owner = min(letters, key=lambda letter: distance(letter, mark.middle))
        owned.setdefault(id(owner), []).append(mark)
    return {
        key: "".join(
            mark.text
            for mark in sorted(
                found, key=lambda mark: mark.order if after[mark.font] else -mark.order
            )
        )
        for key, found in owned.items()
    }


def distance(letter: Glyph, x: float) -> tuple[float, float]:
    """How far a place is from a letter: from its box first, then from its middle."""
    if letter.x0 - 0.3 <= x <= letter.x1 + 0.3:
        return 0.0, abs(letter.middle - x)
    return min(abs(letter.x0 - x), abs(letter.x1 - x)), abs(letter.middle - x)


def space_out(
    shown: Sequence[Glyph], marks: dict[int, str], gap: float, *, rtl: bool
) -> list[Piece]:
    """Make pieces of glyphs in visual order, with a space for every gap that parts words."""
    pieces: list[Piece] = []
    last: Glyph | None = None
    for glyph in shown:
        if last is not None and glyph.kind != "space" and last.kind != "space":
            room = last.x0 - glyph.x1 if rtl else glyph.x0 - last.x1
            if room > gap * max(glyph.size, last.size) or is_raised(last, glyph):
                pieces.append(Piece(" ", "space", None))
        text = " " if glyph.kind == "space" else "" if glyph.filler else glyph.text
        pieces.append(Piece(text + marks.get(id(glyph), ""), glyph.kind, glyph))
        last = glyph
    return pieces


def part_by_forms(pieces: list[Piece], forms: GlyphForms) -> list[Piece]:
    """Insert the non-joiners, and the narrow spaces, that glyph statistics tell of."""
    parted: list[Piece] = []
    last: Piece | None = None
    for piece in pieces:
        if (
            last is not None
            and last.kind == piece.kind == "rtl"
            and last.glyph
            and piece.glyph
            and forms_part(forms, last.glyph, piece.glyph)
        ):
            if last.glyph.x0 - piece.glyph.x1 > NARROW_SPACE * last.glyph.size:
                parted.append(Piece(" ", "space", None))
            elif forms.joiners:
                parted.append(Piece(ZWNJ, "mark", None, inferred=True))
        parted.append(piece)
        last = piece
    return parted


def insert_zero(pieces: list[Piece], zero: Glyph, *, rtl: bool) -> None:
    """Insert a non-joiner for a space without advance: it is drawn where the letter before it ends."""
    best, nearest = None, 0.25 * zero.size
    for place, piece in enumerate(pieces):
        if piece.glyph is None:
            continue
        off = abs((piece.glyph.x0 if rtl else piece.glyph.x1) - zero.x0)
        if off < nearest:
            best, nearest = place, off
    if best is None or best + 1 == len(pieces):
        return
    if pieces[best].kind != "rtl" or pieces[best + 1].kind not in ("rtl", "mark"):
        # Between digits it tells that the typesetter (XeTeX) set what stands on its sides as two words,
        # one after the other in the direction of the line: the empty piece keeps them from being turned.
        pieces.insert(best + 1, Piece("", "rtl", None))
    else:
        pieces.insert(best + 1, Piece(ZWNJ, "mark", zero))


def turn_runs(pieces: list[Piece]) -> list[Piece]:
    """Turn around the runs of a right-to-left line that are written from left to right."""
    ordered = list(pieces)
    start = 0
    while start < len(pieces):
        if pieces[start].kind not in ("ltr", "digit"):
            start += 1
            continue
        end = find_run_end(pieces, start)
        ordered[start : end + 1] = reversed(pieces[start : end + 1])
        for piece in pieces[start : end + 1]:
            piece.rtl = False
        start = end + 1
    return ordered


def turn_rtl_runs(pieces: list[Piece]) -> list[Piece]:
    """Turn around the right-to-left runs of a left-to-right line; numbers in them stay as they are."""
    ordered: list[Piece] = []
    place = 0
    while place < len(pieces):
        if pieces[place].kind != "rtl":
            pieces[place].rtl = False
            ordered.append(pieces[place])
            place += 1
            continue
        last = place
        for after in range(place + 1, len(pieces)):
            if pieces[after].kind == "ltr":
                break
            if pieces[after].kind == "rtl":
                last = after
        run = turn_runs(pieces[place : last + 1][::-1])
        ordered.extend(run)
        place = last + 1
    return ordered


def find_run_end(pieces: Sequence[Piece], start: int) -> int:
    """Return the last place of the left-to-right run that begins (at its right end) at `start`.

    Latin letters draw in what lies between them; numbers are joined by single separators (`. , : /`) only:
    `12-15` and `5%` are written and shown in the order of the line.
    """
    last = start
    latin = pieces[start].kind == "ltr"
    for place in range(start + 1, len(pieces)):
        kind = pieces[place].kind
        between = pieces[last + 1 : place]
        if kind == "ltr":
            latin, last = True, place
        elif kind == "digit":
            single = (
                len(between) == 1
                and between[0].kind == "separator"
                and len(between[0].text) == 1
                and pieces[last].kind == "digit"
            )
            if not between or single or latin:
                last = place
            else:
                break
        elif kind == "rtl" or pieces[place].text == ZWNJ:
            break
    return last


def finish_text(pieces: Sequence[Piece], mirror: dict[tuple[int, bool, str], bool]) -> str:
    """Write the pieces down: brackets as meant, non-joiners of presentation forms, plain letters."""
    parts: list[str] = []
    for piece in pieces:
        text = piece.text
        if text in MIRRORED and piece.glyph is not None and piece.rtl:
            key = bracket_key(piece.glyph)
            if mirror.get(key, not piece.glyph.stated):
                text = MIRRORED[text]
        if text and parts and parts[-1] and presentation_parts(parts[-1][-1], text[0]):
            parts.append(ZWNJ)
        parts.append(text)
    return clean_text("".join(parts))


def bracket_key(glyph: Glyph) -> tuple[int, bool, str]:
    """Brackets of one pair, font and way of stating are all drawn mirrored, or none is."""
    return glyph.font, glyph.stated, min(glyph.text, MIRRORED[glyph.text])


def clean_text(text: str) -> str:
    """Drop what producers add and nobody saw: bidi controls, fillers, doubled spaces and non-joiners."""
    text = BIDI_CONTROLS.sub("", plain_line(text))
    text = re.sub("[ \u00a0]+", " ", text)
    text = re.sub(f"{ZWNJ}+", ZWNJ, text)
    text = re.sub(f" ?{ZWNJ} ", " ", text).replace(f" {ZWNJ}", " ")
    text = DOUBLED_MARK.sub(r"\1", text)
    text = COMPOSED.sub(lambda found: unicodedata.normalize("NFC", found.group()), text)
    return KASHIDA.sub("", text).strip()


def plain_line(text: str) -> str:
    """Replace presentation forms, character by character so that the memory of `plain` stays small."""
    return "".join(map(plain, text)) if not text.isascii() else text
