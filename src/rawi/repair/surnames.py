"""Family names that look like other words: رادنیا is not را دنیا, بهپور has no joint, گندمکار beside a given name is a man.

Their second halves stand in `lang/shared/surname_tails.tsv`; a weak one is a common word too.
"""

from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from rawi.lang.people import GivenNameRow, TailRow, TitleRow
from rawi.repair.vocabulary import COMMON_ON_THE_WEB, ZWNJ, Vocabulary
from rawi.tables import load_tsv

_PREPOSITIONS = ("از", "در", "به", "با", "بر", "تا")
LEAST_STEM = 3  # letters before the tail
_TO_PERSIAN = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "أ": "ا", "إ": "ا"})


@cache
def _tails() -> dict[str, bool]:
    """Second half of a surname to whether it is a common word too."""
    rows = load_tsv("rawi.lang.shared", "surname_tails.tsv", TailRow)
    return {row.tail: bool(row.weak) for row in rows}


@cache
def _longest() -> int:
    """Letters of the longest tail."""
    return max(map(len, _tails()))


def find_tail(word: str, *, weak: bool) -> int | None:
    """Where the longest tail of a surname begins in a word, of the weak ones or of the others.

    >>> find_tail("رادنیا", weak=False), find_tail("گندمکار", weak=False), find_tail("گندمکار", weak=True)
    (3, None, 4)
    """
    tails = _tails()
    for start in range(max(1, len(word) - _longest()), len(word) - 1):
        if tails.get(word[start:]) is weak:
            return start
    return None


def is_surname(word: str, vocabulary: Vocabulary) -> bool:
    """Tell whether an unknown word is a known one with the tail of a surname, and no two words often side by side.

    >>> from rawi.repair.vocabulary import load_vocabulary
    >>> [is_surname(word, load_vocabulary()) for word in ("رادنیا", "ازدنیا", "دراسپانیا")]
    [True, False, False]
    """
    start = find_tail(word, weak=False)
    if start is None or start < LEAST_STEM or word in vocabulary.pairs:
        return False
    if word.startswith(_PREPOSITIONS) and vocabulary.knowledge(word[2:]) > 1:  # از الوند
        return False
    known = word[:start] in vocabulary.listed or word[:start] in given_names()
    return known and vocabulary.frequency.get(word[start:], 0) < COMMON_ON_THE_WEB  # کتابدوست


def is_to_and_tail(word: str) -> bool:
    """Tell whether به in a word begins a surname: بهپور is no pour to which one goes."""
    return word.startswith("به") and _tails().get(word[2:]) is False


@cache
def given_names() -> frozenset[str]:
    """Given names of Persian and Arabic in Persian letters, without joiners."""
    rows = (
        row
        for package in ("rawi.lang.fa", "rawi.lang.ar")
        for row in load_tsv(package, "given_names.tsv", GivenNameRow)
    )
    return frozenset(row.name.replace(ZWNJ, "").translate(_TO_PERSIAN) for row in rows)


@cache
def _before_surnames() -> frozenset[str]:
    """Given names and titles a surname follows, but for those that are common words too."""
    names = load_tsv("rawi.lang.fa", "given_names.tsv", GivenNameRow)
    titles = load_tsv("rawi.lang.fa", "titles.tsv", TitleRow)
    return frozenset(
        {row.name for row in names if not row.weak} | {row.title for row in titles if not row.weak}
    )


def names_of(words: Iterable[str]) -> frozenset[str]:
    """The words that stand behind a given name or a title.

    >>> sorted(names_of(["به", "آقای", "گندمکار", "گفت"]))
    ['گندمکار']
    """
    before = _before_surnames()
    return frozenset([second for first, second in pairwise(words) if first in before])
