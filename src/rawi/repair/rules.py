"""The one ordered list of repair rules. Order matters: letters before lines before joiners."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rawi.repair.characters import (
    find_ligatures,
    find_shaped_joints,
    find_tatweel,
    fold_persian_letters,
    unshape,
)
from rawi.repair.joiners import find_joints
from rawi.repair.lines import find_soft_breaks
from rawi.repair.stretch import Copy
from rawi.text import Edit


@dataclass(frozen=True, slots=True)
class Rule:
    """A repair with its name and what it mends; it either finds edits or folds letters one to one."""

    name: str
    mends: str
    find: Callable[[Copy], Iterable[Edit]] | None = None
    fold: Callable[[Copy], str] | None = None


RULES = (
    Rule(
        "shaped-joint", "a joiner that only the shapes of the letters show", find=find_shaped_joints
    ),
    Rule("shaped-letters", "ligatures of shaped letters", find=find_ligatures),
    Rule("shaped-letters", "letters stored by their shape", fold=unshape),
    Rule("tatweel", "stretching strokes", find=find_tatweel),
    Rule("fa.letters", "Arabic codes in Persian words", fold=fold_persian_letters),
    Rule("soft-break", "line breaks a narrow page made", find=find_soft_breaks),
    Rule("fa.joints", "lost zero-width non-joiners", find=find_joints),
)
