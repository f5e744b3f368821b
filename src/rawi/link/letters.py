"""Reduce a text to its letters, so that damaged codes, joiners, spaces and line breaks make no difference.

Stage *link*; what is compared in `duplicates.py` and `collate.py`.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from rawi.facts import AnnotatedDocument, BlockKind
from rawi.lang.folding import fold
from rawi.text import Span

PAGE_RESIDUE: frozenset[BlockKind] = frozenset(
    {"outlet", "code", "related", "menu", "footer", "comment"}
)
# Tatweel is a letter to Unicode; harakat and joiners are not.
_WORD = re.compile("[^\\W_\u0640]+")


@dataclass(frozen=True)
class Letters:
    """The letters and digits of a text, folded, in `letters`; `folded` is the text they were taken from.

    Where they stand is found out when it is asked for: most texts are copies of none.
    """

    letters: str
    folded: str

    def span(self, start: int, end: int) -> Span:
        """Map a range of letters to the text, from its first letter to behind its last."""
        return Span(self._find_place(start), self._find_place(end - 1) + 1)

    def _find_place(self, letter: int) -> int:
        """The offset of a letter in the text."""
        words, before = self._words
        word = bisect_right(before, letter, hi=len(words)) - 1
        return words[word] + letter - before[word]

    @cached_property
    def breaks(self) -> Sequence[int]:
        """The indexes in `letters` where a line of the text begins, and its length."""
        words, before = self._words
        breaks = [0]
        at = self.folded.find("\n")
        while at >= 0:
            index = before[bisect_left(words, at)]
            if index > breaks[-1]:
                breaks.append(index)
            at = self.folded.find("\n", at + 1)
        if breaks[-1] != len(self.letters):
            breaks.append(len(self.letters))
        return breaks

    @cached_property
    def _words(self) -> tuple[Sequence[int], Sequence[int]]:
        """Where each word begins in the text; how many letters stand before it, and in all."""
        found = [match.span() for match in _WORD.finditer(self.folded)]
        before = accumulate((end - start for start, end in found), initial=0)
        return array("I", [start for start, _ in found]), array("I", before)


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
    return Letters("".join(_WORD.findall(folded)), folded)
