r"""Cut text into the words that the index holds; query and index share this one tokeniser.

A word is a run of letters and digits after `squeeze`: letters folded, marks and joiners dropped. So the
joiner does not cut: می-رود with a joiner and «میرود» are one word, «می رود» two; `rawi.index.forms` brings the three
spellings together when a query is asked.
"""

import re
import unicodedata
from typing import NamedTuple

from rawi.lang.folding import squeeze, squeeze_with_places

JOINER = "\u200c"
WORD = re.compile(r"[^\W_]+")


class Word(NamedTuple):
    """A word as indexed and where it stands in the text it was cut from."""

    form: str
    start: int
    end: int


def cut_words(text: str) -> list[str]:
    r"""Cut a text into indexed words.

    >>> cut_words("او مي\u200cرود، ١٢ روز")
    ['او', 'میرود', '12', 'روز']
    """
    return [word.lower() for word in WORD.findall(squeeze(text))]


def find_words(text: str) -> list[Word]:
    r"""Cut a text into indexed words with their places, marks of their last letters included.

    They are the same words as those of `cut_words`.

    >>> find_words("او مي\u200cرود")[1]
    Word(form='میرود', start=3, end=9)
    >>> find_words("خانه\u0654 ما")[0]
    Word(form='خانه', start=0, end=5)
    """
    squeezed, places = squeeze_with_places(text)
    return [
        Word(
            match[0].lower(), places[match.start()], _pass_marks(text, places[match.end() - 1] + 1)
        )
        for match in WORD.finditer(squeezed)
    ]


def _pass_marks(text: str, end: int) -> int:
    """Where the letter that ends before a place ends with its marks."""
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end


def fold_word(word: str) -> str:
    r"""Fold a word and keep its joiners, which say where it may be written apart.

    >>> fold_word("مي\u200cرود") == "می\u200cرود"
    True
    """
    return JOINER.join(folded for part in word.split(JOINER) if (folded := squeeze(part).lower()))


def query_words(text: str) -> tuple[str, ...]:
    """Cut typed text into words, letters and marks as they were typed.

    >>> query_words("۵+۱، قالَ")
    ('۵', '۱', 'قالَ')
    """
    # What folding drops (marks, joiners) must not cut a word.
    kept = (c if not (folded := squeeze(c)) or WORD.match(folded) else " " for c in text)
    words = (word.strip(JOINER) for word in "".join(kept).split())
    return tuple(word for word in words if fold_word(word))
