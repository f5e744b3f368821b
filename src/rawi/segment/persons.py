"""Persian names in a Persian report are no Arabic, though their words come from there: «علی قاسمی», (مرتضی کمالی)."""

from collections.abc import Sequence
from functools import cache
from itertools import groupby

from rawi.lang.double_names import is_double_name
from rawi.lang.given_names import GivenNameRow
from rawi.segment.plain import fold_letters
from rawi.tables import load_packed, load_tsv, split_columns

MOST_WORDS = 4  # of a name
SEVERAL = 2  # who bear a surname


@cache
def _name_words() -> frozenset[str]:
    """The words of given names and of surnames people bear, folded."""
    names, _, bearers = split_columns(load_packed("rawi.lang.fa", "name_counts.tsv.xz"), 3)
    surnames = (name for name, count in zip(names, bearers, strict=True) if int(count) >= SEVERAL)
    given = (row.name for row in load_tsv("rawi.lang.fa", "given_names.tsv", GivenNameRow))
    return frozenset(fold_letters(name) for name in (*surnames, *given))


def give_back_names(labels: list[int], words: Sequence[str], host: int) -> list[int]:
    """Give runs of another language to the document's, `host`, where every word is one of a Persian name; words are folded.

    >>> give_back_names([0, 1, 1, 0], ["او", "علی", "قاسمی", "رفت"], 0)
    [0, 0, 0, 0]
    >>> give_back_names([0, 1, 1, 0], ["گفت", "علی", "حده", "رفت"], 0)
    [0, 1, 1, 0]
    """
    given: list[int] = []
    for label, group in groupby(labels):
        size = len(list(group))
        run = words[len(given) : len(given) + size]
        is_name = label != host and size <= MOST_WORDS and all(map(_is_of_name, run))
        given += [host if is_name else label] * size
    return given


def _is_of_name(word: str) -> bool:
    """Tell whether a folded word is one of a name, maybe of two written together."""
    return word in _name_words() or is_double_name(word)
