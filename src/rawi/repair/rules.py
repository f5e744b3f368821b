"""The one ordered list of repair rules. Order matters: letters before lines before joiners."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rawi.repair.arabic_letters import find_final_letters, fold_arabic_letters
from rawi.repair.characters import (
    find_double_alef,
    find_ligatures,
    find_shaped_joints,
    fold_persian_letters,
    unshape,
)
from rawi.repair.direction import find_displaced_blanks
from rawi.repair.invisible import find_controls, find_idle_joiners, find_tatweel, fold_spaces
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
    they are of several kinds.
    """

    name: str
    mends: str
    find: Callable[[Copy], Iterable[Edit]] | None = None
    fold: Callable[[Copy], str] | None = None
    sure: float = 0.0
    makes: tuple[str, ...] = ()

    @property
    def edit_names(self) -> tuple[str, ...]:
        """The rule names its edits carry."""
        return self.makes or (self.name,)


SURE_ENOUGH = (
    0.92  # a lost space: at this confidence 98 of 100 are right (PerDT; Seraji, never learned from)
)

RULES = (
    Rule("mojibake", "UTF-8 read with another character set", find=find_mojibake),
    Rule("html-entity", "entities of HTML left as they are", find=find_entities),
    Rule("html-tag", "tags of HTML", find=find_tags),
    Rule(
        "markdown",
        "dead links, emphasis and headings of Markdown",
        find=find_markdown,
        makes=("markdown-link", "markdown-emphasis", "markdown-heading"),
    ),
    Rule("displaced-blank", "blanks a PDF extractor displaced", find=find_displaced_blanks),
    Rule("space", "spaces of special width", fold=fold_spaces),
    Rule(
        "control",
        "invisible characters that are residue",
        find=find_controls,
        makes=("control", "control-joint", "control-joiner", "control-line", "control-flagged"),
    ),
    Rule(
        "shaped-joint", "a joiner that only the shapes of the letters show", find=find_shaped_joints
    ),
    Rule("shaped-letters", "ligatures of shaped letters", find=find_ligatures),
    Rule("shaped-letters", "letters stored by their shape", fold=unshape),
    Rule("tatweel", "stretching strokes", find=find_tatweel),
    Rule("double-alef", "an alef too many before the name of God", find=find_double_alef),
    Rule("fa.letters", "Arabic codes in Persian words", fold=fold_persian_letters),
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
