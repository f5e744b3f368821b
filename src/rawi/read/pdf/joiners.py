"""Find where a zero width non-joiner stood: it is never drawn, yet it leaves traces.

Named rules, surest first:

* *stated*: it is part of the text the file states (nothing to do here);
* *zero space*: a space glyph without advance, drawn where the letter before it begins;
* *joining forms*: a final or isolated form of a letter that joins, directly followed by an initial or
  isolated one, in fonts whose characters are presentation forms;
* *glyph statistics*: where characters tell nothing, glyphs do. A glyph of a joining letter seen mostly at
  the end of words is its final form, one seen mostly at the start an initial form; end form and start form
  without a gap between them had a non-joiner. This one is inferred, and said so in a warning.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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
# Gaps wider than this part of an em part words.
WORD_GAP = 0.17
# A glyph must be seen this often before its place in words says what form it is ...
MIN_SEEN = 4
# ... and that often at the end (start) of a group of joined letters.
END_SHARE = 0.5
START_SHARE = 0.6

FormKey = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GlyphForms:
    """The glyphs, by font and code, that are final and initial forms, as far as their places tell."""

    ends: frozenset[FormKey]
    starts: frozenset[FormKey]


def is_zero_space(space: Glyph, letters: Sequence[Glyph]) -> bool:
    """Tell whether a space glyph stands for a non-joiner: no advance, or lying upon a letter."""
    width = space.x1 - space.x0
    if width <= ZERO_ADVANCE * space.size:
        return True
    return any(
        abs(letter.x0 - space.x0) < 0.04 * space.size and letter.x1 > space.x0 + width / 2
        for letter in letters
    )


def learn_forms(rows: Iterable[Sequence[Glyph]]) -> GlyphForms:
    """Learn from whole lines which glyphs end and which start groups of joined letters."""
    seen: Counter[FormKey] = Counter()
    ending: Counter[FormKey] = Counter()
    starting: Counter[FormKey] = Counter()
    for row in rows:
        glyphs = sorted(
            (glyph for glyph in row if glyph.kind != "mark" and not glyph.filler),
            key=lambda glyph: -glyph.middle,
        )
        for place, glyph in enumerate(glyphs):
            if glyph.kind != "rtl" or glyph.stated:
                continue
            before = glyphs[place - 1] if place else None
            after = glyphs[place + 1] if place + 1 < len(glyphs) else None
            key = (glyph.font, glyph.code)
            seen[key] += 1
            ending[key] += after is None or parts(glyph, after)
            starting[key] += (
                before is None or parts(before, glyph) or not joins_next(last_letter(before.text))
            )
    common = {key for key, count in seen.items() if count >= MIN_SEEN}
    return GlyphForms(
        frozenset(key for key in common if ending[key] >= END_SHARE * seen[key]),
        frozenset(key for key in common if starting[key] >= START_SHARE * seen[key]),
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
