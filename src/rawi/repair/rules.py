"""The one ordered list of repair rules. Order matters: letters before lines before joiners."""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import cache

from rawi.repair.arabic_letters import find_final_letters, fold_arabic_letters
from rawi.repair.arabic_spacing import find_arabic_lost_spaces
from rawi.repair.characters import (
    ARABIC_CODES,
    find_double_alef,
    find_ligatures,
    find_shaped_joints,
    fold_persian_letters,
    shaped_letters,
    unshape,
)
from rawi.repair.direction import find_displaced_blanks
from rawi.repair.glued_numbers import find_glued_numbers
from rawi.repair.invisible import (
    find_controls,
    find_idle_joiners,
    find_tatweel,
    fold_spaces,
    handled_controls,
    wide_spaces,
)
from rawi.repair.joiners import find_joints
from rawi.repair.lam_alef import find_swaps
from rawi.repair.lines import find_soft_breaks
from rawi.repair.markup import find_entities, find_markdown, find_tags
from rawi.repair.mojibake import find_mojibake
from rawi.repair.spacing import find_lost_spaces
from rawi.repair.stretch import Copy
from rawi.text import Edit


@dataclass(frozen=True, slots=True)
class Rule:
    """A repair with its name and what it mends; it either finds edits or folds letters one to one.

    Edits less confident than `sure` are not made; they become suggestions. `makes` names its edits where
    they are of several kinds. `signs` gives characters one of which every text it can mend has.
    """

    name: str
    mends: str
    find: Callable[[Copy], Iterable[Edit]] | None = None
    fold: Callable[[Copy], str] | None = None
    sure: float = 0.0
    makes: tuple[str, ...] = ()
    signs: Callable[[], Collection[str]] | None = None

    @property
    def edit_names(self) -> tuple[str, ...]:
        """The rule names its edits carry."""
        return self.makes or (self.name,)


SURE_ENOUGH = (
    0.92  # a lost space: at this confidence 98 of 100 are right (PerDT; Seraji, never learned from)
)

RULES = (
    Rule("mojibake", "UTF-8 read with another character set", find=find_mojibake),
    Rule("html-entity", "entities of HTML left as they are", find=find_entities, signs=lambda: "&"),
    Rule("html-tag", "tags of HTML", find=find_tags, signs=lambda: "<"),
    Rule(
        "markdown",
        "dead links, emphasis and headings of Markdown",
        find=find_markdown,
        makes=("markdown-link", "markdown-emphasis", "markdown-heading"),
        signs=lambda: "]*_#",
    ),
    Rule(
        "displaced-blank",
        "blanks a PDF extractor displaced",
        find=find_displaced_blanks,
        signs=lambda: "\u202b",
    ),
    Rule("space", "spaces of special width", fold=fold_spaces, signs=wide_spaces),
    Rule(
        "control",
        "invisible characters that are residue",
        find=find_controls,
        makes=("control", "control-joint", "control-joiner", "control-line", "control-flagged"),
        signs=handled_controls,
    ),
    Rule(
        "shaped-joint",
        "a joiner that only the shapes of the letters show",
        find=find_shaped_joints,
        signs=shaped_letters,
    ),
    Rule(
        "shaped-letters", "ligatures of shaped letters", find=find_ligatures, signs=shaped_letters
    ),
    Rule("shaped-letters", "letters stored by their shape", fold=unshape, signs=shaped_letters),
    Rule("tatweel", "stretching strokes", find=find_tatweel, signs=lambda: "\u0640"),
    Rule("double-alef", "an alef too many before the name of God", find=find_double_alef),
    Rule(
        "fa.letters",
        "Arabic codes in Persian words",
        fold=fold_persian_letters,
        signs=lambda: ARABIC_CODES,
    ),
    Rule("ar.letters", "Persian codes in Arabic words", fold=fold_arabic_letters),
    Rule(
        "soft-break",
        "line breaks a narrow page made",
        find=find_soft_breaks,
        makes=("soft-break", "soft-empty-line"),
    ),
    Rule(
        "lam-alef",
        "lam and alef swapped by a PDF extractor",
        find=find_swaps,
        makes=("fa.lam-alef", "ar.lam-alef"),
    ),
    Rule(
        "ar.final-letters",
        "final letters confused throughout",
        find=find_final_letters,
        makes=("ar.alef-maksura", "ar.yeh", "ar.teh-marbuta"),
    ),
    Rule(
        "ar.lost-space",
        "Arabic words written together",
        find=find_arabic_lost_spaces,
        sure=SURE_ENOUGH,
    ),
    Rule("glued-number", "numbers written together with the word before", find=find_glued_numbers),
    Rule("idle-joiner", "joiners that join nothing", find=find_idle_joiners),
    Rule("fa.lost-space", "words written together", find=find_lost_spaces, sure=SURE_ENOUGH),
    Rule(
        "fa.joints",
        "lost zero-width non-joiners",
        find=find_joints,
        makes=("fa.joint-lost", "fa.joint-spaced"),
    ),
    # Once more: with its joiners back, a word shows where it ends (می|خواهدکه).
    Rule("fa.lost-space", "words written together", find=find_lost_spaces, sure=SURE_ENOUGH),
)


@cache
def _any_sign() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Any of the signs of the rules up to U+FFFF, and any character between the first and the last beyond.

    `re` looks up the former in a table; beyond it tries one sign after the other, so there is one range only.
    """
    signs = sorted({sign for rule in RULES if rule.signs for sign in rule.signs()})
    basic = "".join(re.escape(sign) for sign in signs if sign <= "\uffff")
    beyond = [sign for sign in signs if sign > "\uffff"]
    return re.compile(f"[{basic}]"), re.compile(f"[{beyond[0]}-{beyond[-1]}]")


def find_signs(text: str) -> set[str]:
    """The signs of rules a text has. To look once for all takes a sixth of what the rules' own looks took.

    >>> find_signs("كتاب و گل &amp; گلدان") == {"ك", "&"}
    True
    """
    basic, beyond = _any_sign()
    return {*basic.findall(text), *beyond.findall(text)}
