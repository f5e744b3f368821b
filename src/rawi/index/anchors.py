"""Find a place again in another reading of the same text, by its letters.

A skeleton is the letters and digits of a text, folded: lost joiners, other letter codes, new line breaks and
marks do not change it. A place is remembered as the first letters of its skeleton with those before and behind.
"""

from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from rawi.lang.folding import squeeze_with_places
from rawi.text import Extent

QUOTE = 64  # letters of the place itself
AROUND = 32  # letters kept on each side
# Of 100: below it the passage is another one. With 1 % of the letters lost about 98 remain; two reports that
# share a formula reach some 70 on 128 letters.
LEAST_LIKENESS = 80.0


class LetterAnchor(NamedTuple):
    """A place by its letters: the first of its own, those before it and those behind these."""

    skeleton: str
    before: str
    after: str


class Skeleton(NamedTuple):
    """The letters of a text and where each stood; the last place is the end of the text."""

    letters: str
    places: list[int]


def make_skeleton(text: str) -> Skeleton:
    """Take the letters and digits of a text, folded.

    >>> make_skeleton("«آب، ٢٣»")
    Skeleton(letters='اب23', places=[1, 2, 5, 6, 8])
    """
    squeezed, places = squeeze_with_places(text)
    kept = [(c, place) for c, place in zip(squeezed, places, strict=False) if c.isalnum()]
    return Skeleton("".join(c for c, _ in kept), [*(place for _, place in kept), len(text)])


def make_anchor(text: str, extent: Extent) -> LetterAnchor:
    """Remember a place of a text by its letters."""
    skeleton = make_skeleton(text)
    inside = [
        i for i, place in enumerate(skeleton.places[:-1]) if extent.start <= place < extent.end
    ]
    if not inside:
        return LetterAnchor("", "", "")
    start, end = inside[0], min(inside[-1] + 1, inside[0] + QUOTE)
    letters = skeleton.letters
    return LetterAnchor(
        letters[start:end], letters[max(0, start - AROUND) : start], letters[end : end + AROUND]
    )


def find_anchor_place(text: str, anchor: LetterAnchor) -> Extent | None:
    r"""Find a remembered place in a text; None when nothing there is like it.

    >>> anchor = make_anchor("وي گفت: آب هست.", Extent(8, 14))
    >>> find_anchor_place("خبر\nوی گفت:\nآب هست.", anchor)
    Extent(start=12, end=18)
    """
    if not anchor.skeleton:
        return None
    skeleton = make_skeleton(text)
    found = _find_exact(skeleton.letters, anchor) or _find_alike(skeleton.letters, anchor)
    if found is None:
        return None
    start, end = found
    return Extent(skeleton.places[start], skeleton.places[end - 1] + 1)


def _find_exact(letters: str, anchor: LetterAnchor) -> tuple[int, int] | None:
    """The occurrence of the letters that stands in the most similar surroundings."""
    found: list[tuple[int, int]] = []
    at = letters.find(anchor.skeleton)
    while at >= 0:
        end = at + len(anchor.skeleton)
        before = letters[max(0, at - len(anchor.before)) : at]
        likeness = _common(before[::-1], anchor.before[::-1]) + _common(letters[end:], anchor.after)
        found.append((likeness, -at))
        at = letters.find(anchor.skeleton, at + 1)
    if not found:
        return None
    start = -max(found)[1]
    return start, start + len(anchor.skeleton)


def _find_alike(letters: str, anchor: LetterAnchor) -> tuple[int, int] | None:
    """The most similar passage, where letters were lost or changed."""
    whole = anchor.before + anchor.skeleton + anchor.after
    if not letters:
        return None
    best = fuzz.partial_ratio_alignment(whole, letters, score_cutoff=LEAST_LIKENESS)
    if best is None or len(letters) < len(anchor.skeleton) // 2:
        return None
    passage = letters[best.dest_start : best.dest_end]
    inner = (len(anchor.before), len(anchor.before) + len(anchor.skeleton))
    places = [
        best.dest_start + block.b + max(0, inner[0] - block.a) + k
        for block in Levenshtein.opcodes(whole, passage).as_matching_blocks()
        for k in range(min(inner[1], block.a + block.size) - max(inner[0], block.a))
    ]
    return (places[0], places[-1] + 1) if places else None


def _common(a: str, b: str) -> int:
    """How many letters two texts have in common at their start."""
    return next(
        (i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
    )
