"""Tell a Persian document, and its plain lines, at one glance: their words are in a list that no other language claims.

Most documents are of one language; to score each word of theirs by its letters costs ten times as much as to
look it up. The list (`lang/fa/plain_words.tsv.xz`, built by `tools/build_plain_words.py`) has folded words.
"""

import re
from collections.abc import Set
from functools import cache
from itertools import chain

from rawi.lang.remembered import Remembered
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


def is_persian(pieces: Set[str], others: Set[str]) -> bool:
    """Tell whether a document is sure to be Persian, given its different pieces and those that are no plain word as they stand.

    >>> is_persian({"کتاب"}, set())  # one word may be of any language
    False
    """
    known = len(pieces) - len(others)
    # Some of the others are words met already, or plain ones beside a mark: that makes it only surer.
    unknown = sum(map(_unknown_words().__getitem__, others))
    if known >= LEAST_WORDS and known >= LEAST_SHARE * (known + unknown):
        return True
    words = set(chain.from_iterable(map(folded_words().__getitem__, pieces)))
    known = sum(map(plain_words().__contains__, words))
    return len(words) >= LEAST_WORDS and known >= LEAST_SHARE * len(words)


@cache
def _unknown_words() -> Remembered[str, int]:
    """Pieces of text to how many of their words are no plain ones."""
    plain, words_of = plain_words(), folded_words()
    return Remembered(lambda piece: sum(word not in plain for word in words_of[piece]), most=KEPT)
