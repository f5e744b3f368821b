"""One replacement made in a text, and the making of many at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from rawi.errors import EditOrderError
from rawi.text.alignment import Alignment


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace characters [start, end) of a text by `new`.

    `rule` names the repair rule that asked for it; `confidence` in (0, 1] is how sure the rule is.
    """

    start: int
    end: int
    new: str
    rule: str
    confidence: float = 1.0


def apply_edits(text: str, edits: Iterable[Edit]) -> tuple[str, Alignment]:
    r"""Make all edits at once; return the new text and its alignment with the old one.

    Edits must be sorted and disjoint. A replacement of equal length is aligned one to one.

    >>> new, alignment = apply_edits("ميكند", [Edit(1, 2, "ی", "letter"), Edit(2, 2, "\u200c", "zwnj")])
    >>> alignment.to_old(3, 6)
    (2, 5)

    Raises:
        EditOrderError: two edits overlap or are out of order.
    """
    ordered = list(edits)
    for before, after in pairwise(ordered):
        if after.start < before.end:
            raise EditOrderError(before, after)
    pieces: list[str] = []
    blocks: list[tuple[int, int, int]] = []
    kept = copied = shift = 0
    for edit in ordered:
        pieces += (text[copied : edit.start], edit.new)
        copied = edit.end
        growth = len(edit.new) - (edit.end - edit.start)
        if growth:
            blocks.append((kept, kept + shift, edit.start - kept))
            kept = edit.end
            shift += growth
    pieces.append(text[copied:])
    blocks.append((kept, kept + shift, len(text) - kept))
    return "".join(pieces), Alignment.from_blocks(blocks, len(text), len(text) + shift)
