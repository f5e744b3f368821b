"""Find where a zero width non-joiner stood: it is never drawn, yet it leaves traces.

Named rules, surest first:

* *stated*: it is part of the text the file states (nothing to do here);
* *zero space*: a space glyph without advance, drawn where the letter before it begins;
* *joining forms*: a final or isolated form of a letter that joins, directly followed by an initial or
  isolated one, in fonts whose characters are presentation forms;
* *glyph statistics*: where characters tell nothing, glyphs do. A glyph seen at the end of words is a final
  form, one seen at the start an initial form; where an end form touches a start form there was a non-joiner.
  This one is inferred, and said so in a warning.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from rawi.read.pdf.glyphs import Glyph
from rawi.read.pdf.letters import (
    first_letter,
    joining_form,
    joins_next,
    joins_previous,
    last_letter,
    plain,
)

# A space narrower than this part of an em was drawn to be invisible.
ZERO_ADVANCE = 0.02
# A space that begins where a letter begins, within this part of an em, lies upon it.
UPON = 0.04
COVERED = 0.25  # of the space, by the letter
# Gaps wider than this part of an em part words.
WORD_GAP = 0.17
# Ends are first held free if this share of their sightings is at rims ...
RIM_SHARE = 0.3
OFTEN = 6  # sightings of a letter's ends before its number of glyphs says something
MAX_SWEEPS = 10
DRAWN = 3  # non-joiners drawn in a file that draws them all
# ... and then by cost, in negative logarithms of chances: a joined end at a rim (a gap measured wrong), a
# non-joiner between two letters (one in ten such places in Persian), a joined end touching a free one, and
# what speaks against a free end before anything is seen.
RIM = 4.5
NON_JOINER = 2.3
TORN = 3.0
PRIOR = 0.5

FormKey = tuple[int, int]
Side = Literal["before", "after"]
End = tuple[Side, FormKey]


@dataclass(frozen=True, slots=True)
class GlyphForms:
    """The glyphs, by font and code, that are final and initial forms, as far as their places tell.

    `joiners` says that non-joiners are to be inferred: Arabic has none, and a file that draws them needs none.
    """

    ends: frozenset[FormKey]
    starts: frozenset[FormKey]
    joiners: bool = True


@dataclass(slots=True)
class SeenEnd:
    """What was seen of one end of a glyph: how often at a rim of a word, and which ends it touched."""

    letter: str
    rims: int = 0
    touched: Counter[End] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        """How often it was seen at all."""
        return self.rims + self.touched.total()


def find_zero_spaces(spaces: Sequence[Glyph], letters: Sequence[Glyph]) -> list[Glyph]:
    """Return the space glyphs that stand for a non-joiner: without advance, or lying upon a letter.

    XeTeX lays them upon the letter before, LuaTeX upon the one after. Each is narrowed, in place, to where
    the letter before it ends.
    """
    edges = sorted((letter.x0, letter.x1) for letter in letters)
    ends = sorted((letter.x1, letter.x0) for letter in letters)
    drawn = sorted((letter.order, letter.x0) for letter in letters)
    found = []
    for space in spaces:
        width, slack = space.x1 - space.x0, UPON * space.size
        part = COVERED * width
        if width <= ZERO_ADVANCE * space.size:
            found.append(space)
            continue
        on_start = any(end > space.x0 + part for _, end in find_near(edges, space.x0, slack))
        on_end = any(start < space.x1 - part for _, start in find_near(ends, space.x1, slack))
        if on_start and on_end:
            # The letter before is drawn before, if the line is drawn as it is read.
            place = bisect_left(drawn, (space.order,)) - 1
            on_start = place < 0 or abs(drawn[place][1] - space.x1) > slack
        if on_start or on_end:
            space.x0 = space.x1 = space.x0 if on_start else space.x1
            found.append(space)
    return found


def draws_joiners(rows: Iterable[Sequence[Glyph]]) -> bool:
    """Tell whether a file draws its non-joiners as spaces without room."""
    found = 0
    for row in rows:
        spaces = [glyph for glyph in row if glyph.kind == "space" and not glyph.stated]
        if spaces:
            letters = [glyph for glyph in row if glyph.kind == "rtl"]
            found += len(find_zero_spaces(spaces, letters))
        if found >= DRAWN:
            return True
    return False


def find_near(
    edges: Sequence[tuple[float, float]], place: float, slack: float
) -> Sequence[tuple[float, float]]:
    """Return those of sorted edges whose first is near a place."""
    return edges[bisect_left(edges, (place - slack,)) : bisect_left(edges, (place + slack,))]


def learn_forms(rows: Iterable[Sequence[Glyph]], *, joiners: bool = True) -> GlyphForms:
    """Learn from whole lines which glyphs are final (or isolated) and which initial (or isolated) forms.

    Each glyph of a joining letter has two ends, each joined or free. A free end is seen at the rims of words;
    two ends that touch are both joined, or both free with a non-joiner between them. The states that
    contradict least of what is seen are found by changing one end at a time until none gets better.
    """
    ends = count_ends(rows)
    free = {end for end, seen in ends.items() if seen.rims >= RIM_SHARE * seen.total}
    for _ in range(MAX_SWEEPS):
        changed = False
        for end, seen in ends.items():
            is_free = cost(seen, free, free_end=True) < cost(seen, free, free_end=False)
            if is_free != (end in free):
                changed = True
                (free.add if is_free else free.discard)(end)
        if not changed:
            break
    # An end never seen at a rim is believed free only if its letter has another glyph that is joined there.
    joined_letters = {
        (side, ends[side, key].letter) for side, key in ends if (side, key) not in free
    }
    shaped = find_shaped_fonts(ends)
    sure = {
        (side, key)
        for side, key in free
        if key[0] in shaped
        and (ends[side, key].rims or (side, ends[side, key].letter) in joined_letters)
    }
    return GlyphForms(
        frozenset(key for side, key in sure if side == "after"),
        frozenset(key for side, key in sure if side == "before"),
        joiners,
    )


def find_shaped_fonts(ends: dict[End, SeenEnd]) -> set[int]:
    """Return the fonts that have several glyphs for most letters seen often.

    In others (the layers of some OCR programs) one code stands for all forms of a letter and its place in
    words tells nothing.
    """
    codes: dict[tuple[int, str], Counter[FormKey]] = {}
    for (_, key), seen in ends.items():
        codes.setdefault((key[0], seen.letter), Counter())[key] += seen.total
    tally: Counter[int] = Counter()
    for (font, _), found in codes.items():
        if found.total() >= OFTEN:
            tally[font] += 1 if len(found) > 1 else -1
    return {font for font, count in tally.items() if count > 0}


def count_ends(rows: Iterable[Sequence[Glyph]]) -> dict[End, SeenEnd]:
    """Count, for the ends of all joining letters, rims of words and touching ends."""
    ends: dict[End, SeenEnd] = {}

    def end(side: Side, glyph: Glyph, letter: str) -> SeenEnd:
        return ends.setdefault((side, (glyph.font, glyph.code)), SeenEnd(letter))

    for row in rows:
        glyphs = [glyph for glyph in row if glyph.kind != "mark"]
        glyphs.sort(key=lambda glyph: -glyph.middle)
        before: Glyph | None = None
        for after in (*glyphs, None):
            right = before if before and before.kind == "rtl" and not before.stated else None
            left = after if after and after.kind == "rtl" and not after.stated else None
            before_was, before = before, after
            if (before_was and before_was.filler) or (after and after.filler):
                continue
            last = last_letter(right.text) if right else ""
            first = first_letter(left.text) if left else ""
            gap = before_was is None or after is None or parts(before_was, after)
            if right and left and not gap and joins_next(last) and joins_previous(first):
                end("after", right, last).touched["before", (left.font, left.code)] += 1
                end("before", left, first).touched["after", (right.font, right.code)] += 1
                continue
            if right and joins_next(last) and (gap or left):
                end("after", right, last).rims += 1
            if left and joins_previous(first) and (gap or right):
                end("before", left, first).rims += 1
    return ends


def cost(seen: SeenEnd, free: set[End], *, free_end: bool) -> float:
    """Return how much a state of an end contradicts what was seen of it and what is held of its neighbours."""
    if free_end:
        return PRIOR + sum(
            count * (NON_JOINER if other in free else TORN) for other, count in seen.touched.items()
        )
    return RIM * seen.rims + sum(
        count * TORN for other, count in seen.touched.items() if other in free
    )


def parts(right: Glyph, left: Glyph) -> bool:
    """Tell whether a word ends between two neighbours."""
    if left.kind != "rtl" or right.kind != "rtl":
        return True
    return right.x0 - left.x1 > WORD_GAP * right.size


def forms_part(forms: GlyphForms, right: Glyph, left: Glyph) -> bool:
    """Tell by glyph statistics whether two letters without a gap stand unjoined though they could join."""
    return (
        not right.stated
        and not left.stated
        and joins_next(last_letter(right.text))
        and joins_previous(first_letter(left.text))
        and (right.font, right.code) in forms.ends
        and (left.font, left.code) in forms.starts
    )


def presentation_parts(before: str, after: str) -> bool:
    """Tell by presentation forms whether two characters stand unjoined though they could join.

    >>> final_heh, initial_alef = "\N{ARABIC LETTER HEH FINAL FORM}", "\N{ARABIC LETTER ALEF ISOLATED FORM}"
    >>> presentation_parts(final_heh, initial_alef)
    True
    """
    return (
        joining_form(before) in ("final", "isolated")
        and joining_form(after) in ("initial", "isolated")
        and len(plain(before)) == 1
        and joins_next(plain(before))
        and joins_previous(first_letter(after))
    )
