"""Reduce a text to its letters, so that damaged codes, joiners, spaces and line breaks make no difference.

Stage *link*; what is compared in `duplicates.py` and `collate.py`.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rawi.facts import AnnotatedDocument, BlockKind
from rawi.lang.folding import fold
from rawi.text import Span

PAGE_RESIDUE: frozenset[BlockKind] = frozenset(
    {"outlet", "code", "related", "menu", "footer", "comment"}
)


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters and digits of a text, folded, in `letters`; `places` has the offset of each in the text.

    `breaks` are the indexes in `letters` where a line of the text begins, and its length.
    """

    letters: str
    places: Sequence[int]
    breaks: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """Map a range of letters to the text, from its first letter to behind its last."""
        return Span(self.places[start], self.places[end - 1] + 1)


def reduce_to_letters(annotated: AnnotatedDocument) -> Letters:
    """Take the letters of the repaired text, leaving out what is page and not report."""
    text = annotated.text.repaired
    left_out = [part.span for part in annotated.parts if part.kind in PAGE_RESIDUE]
    return take_letters(text, left_out)


def take_letters(text: str, left_out: Iterable[Span] = ()) -> Letters:
    r"""Fold a text and keep its letters and digits.

    >>> found = take_letters("مي\u200cشود،\nكتاب ٢")
    >>> found.letters, found.span(0, 5), found.breaks
    ('میشودکتاب2', Span(start=0, end=6), [0, 5, 10])
    """
    folded = fold(text)
    for start, end in left_out:
        folded = folded[:start] + " " * (end - start) + folded[end:]
    # Tatweel is a letter to Unicode; harakat and joiners are not.
    places = [i for i, c in enumerate(folded) if c.isalnum() and c != "\u0640"]
    breaks = [0]
    at = folded.find("\n")
    while at >= 0:
        index = bisect_left(places, at)
        if index > breaks[-1]:
            breaks.append(index)
        at = folded.find("\n", at + 1)
    if breaks[-1] != len(places):
        breaks.append(len(places))
    return Letters("".join([folded[i] for i in places]), places, breaks)
