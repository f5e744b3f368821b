"""Names of two that were written as one word: حاج|مهدی, حسین|خان, امین|رضا, مهدوی|ابهری.

What stands beside a given name stands in `lang/fa/joined_names.tsv`.
"""

from functools import cache
from typing import NamedTuple

from rawi.lang.given_names import GivenNameRow
from rawi.repair.rivals import PLURAL
from rawi.repair.surnames import given_names
from rawi.repair.vocabulary import NOT_JOINING, PACKAGE, ZWNJ, Vocabulary, joint_places
from rawi.tables import load_packed, load_tsv, split_columns

LEAST_NAME = 3  # letters of a given name or surname
MANY, SEVERAL = (
    9,
    2,
)  # who bear the first half of a surname, which may be a common word, and the second
_OF_PLACE = "های"  # after a town in heh: محسنی|اژه|ای


class JoinedNameRow(NamedTuple):
    """A row of `joined_names.tsv`: a word and whether it stands `before` a given name or `behind` it."""

    word: str
    place: str


@cache
def _beside(place: str) -> frozenset[str]:
    """The words joined to a given name at a place, without joiners."""
    rows = load_tsv(PACKAGE, "joined_names.tsv", JoinedNameRow)
    return frozenset(row.word.replace(ZWNJ, "") for row in rows if row.place == place)


@cache
def _given(*, weak: bool) -> frozenset[str]:
    """Given names of Iran and Afghanistan, with or without those that are common words, without joiners."""
    rows = load_tsv(PACKAGE, "given_names.tsv", GivenNameRow)
    names = (row.name.replace(ZWNJ, "") for row in rows if weak or not row.weak)
    return frozenset(name for name in names if len(name) >= LEAST_NAME)


@cache
def _joined_given() -> dict[str, frozenset[int]]:
    """Given names written with joiners only, without these, to where they stand."""
    names = {row.name for row in load_tsv(PACKAGE, "given_names.tsv", GivenNameRow)}
    joined = {name.replace(ZWNJ, ""): joint_places(name) for name in names if ZWNJ in name}
    return {name: places for name, places in joined.items() if name not in names}


@cache
def _surnames() -> dict[str, int]:
    """Surnames, and how many people are known to bear each."""
    names, _, bearers = split_columns(load_packed(PACKAGE, "name_counts.tsv.xz"), 3)
    return {name: int(count) for name, count in zip(names, bearers, strict=True) if count != "0"}


def joints_in_name(word: str, vocabulary: Vocabulary) -> tuple[int, ...]:
    """Where the joints of an unknown word are that is two names, or a name and what is joined to it.

    >>> from rawi.repair.vocabulary import load_vocabulary
    >>> words = ("حاجمهدی", "سیدهزهرا", "کاوهخان", "امینطاها", "مهدویابهری", "محسنیاژهای", "علیرضا", "جانماز")
    >>> [joints_in_name(word, load_vocabulary()) for word in words]
    [(3,), (4,), (4,), (4,), (5,), (5, 8), (), ()]
    """
    known = vocabulary.knowledge(word)
    if known < 2 and word in _joined_given():
        return tuple(_joined_given()[word])
    if known or word in given_names():
        return ()
    for end in range(len(word) - 2, 1, -1):
        first, second = word[:end], word[end:]
        if first[-1] in NOT_JOINING:
            continue
        if _is_given_with(first, second):
            return (end,)
        if _may_begin_surname(first) and (found := _joints_behind(word, end, vocabulary)):
            return found
    return ()


def _is_given_with(first: str, second: str) -> bool:
    """Tell whether two words are two given names, or one with what is joined to it."""
    if first in _given(weak=False):
        return second in _given(weak=False) or second in _beside("behind")
    return first in _beside("before") and second in _given(weak=True)


def _may_begin_surname(first: str) -> bool:
    """Tell whether a word is a surname in ی many people bear."""
    return first[-1] == "ی" and _surnames().get(first, 0) >= MANY


def _joints_behind(word: str, end: int, vocabulary: Vocabulary) -> tuple[int, ...]:
    """The joints of a surname whose first half ends at a place; none if what follows is no second half."""
    second = word[end:]
    if len(second) <= LEAST_NAME or (second[-1] != "ی" and not _is_borne(second)):
        return ()
    if second.endswith(_OF_PLACE):
        town = second.removesuffix("ای")
        is_town = vocabulary.knowledge(town) > 1 and not vocabulary.knowledge(word[: -len(PLURAL)])
        return (end, end + len(town)) if is_town or _is_borne(second) else ()
    return (end,) if _is_borne(second) or vocabulary.knowledge(second) > 1 else ()


def _is_borne(name: str) -> bool:
    """Tell whether several people are known to bear a surname."""
    return _surnames().get(name, 0) >= SEVERAL
