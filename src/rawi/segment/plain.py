"""Tell a Persian document, and its plain lines, at one glance: their words are in a list that no other language claims.

Most documents are of one language; to score each word of theirs by its letters costs ten times as much as to
look it up. The list (`lang/fa/plain_words.tsv.xz`, built by `tools/build_plain_words.py`) has folded words.
"""

import re
from functools import cache

from rawi.tables import load_packed, split_columns

WORD = re.compile(r"[^\W\d_]+(?:[\u064b-\u0655\u0670\u200c']+[^\W\d_]*)*")
KEPT, LONGEST_KEPT = 60_000, 40  # pieces of text whose words are remembered, and their letters

# Of the 7,400 lines of twelve different words and more in shared/data/languages/lid.json, those in Persian have at
# least half of their words in the list, 95 of 100 at least 78 %; those in other languages 60 % at most.
LEAST_WORDS, LEAST_SHARE = 12, 0.7


@cache
def plain_words() -> dict[str, int]:
    """Words that speak for Persian or for no language, folded, to how much more they speak for the best other one.

    In tenths of a nat, nearly always below 0.
    """
    words, gains = split_columns(load_packed("rawi.lang.fa", "plain_words.tsv.xz"), 2)
    return dict(zip(words, map(int, gains), strict=True))


def fold_letters(text: str) -> str:
    r"""Fold yeh and kaf and leave joiners out, as `ngrams.fold_word` does with words, only quicker.

    >>> fold_letters("مي\u200cكند")
    'میکند'
    """
    text = text.replace("\u200c", "").replace("ي", "ی").replace("ك", "ک")
    return text.replace("ى", "ی").replace("\u0640", "")


class FoldedWords(dict[str, tuple[str, ...]]):
    r"""Text between two blanks to its words, folded; most are met again, so they are remembered.

    >>> FoldedWords()["«كتاب\u200cها/خانه»،"]
    ('کتابها', 'خانه')
    """

    def __missing__(self, piece: str) -> tuple[str, ...]:
        words = tuple(WORD.findall(fold_letters(piece)))
        if len(piece) <= LONGEST_KEPT:
            if len(self) >= KEPT:
                self.clear()
            self[piece] = words
        return words


@cache
def folded_words() -> FoldedWords:
    """The words of the pieces met so far."""
    return FoldedWords()


def is_persian(words: set[str]) -> bool:
    """Tell whether a document with these different words, folded, is sure to be Persian.

    >>> is_persian({"کتاب"})  # one word may be of any language
    False
    """
    known = sum(map(plain_words().__contains__, words))
    return len(words) >= LEAST_WORDS and known >= LEAST_SHARE * len(words)
