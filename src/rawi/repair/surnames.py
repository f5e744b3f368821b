"""Family names that look like other words: رادنیا is not را دنیا, بهپور has no joint, گندمکار beside a given name is a man.

Their second halves stand in `lang/shared/surname_tails.tsv`; a weak one is a common word too. Those of other countries that
are one word and look like two, اوبراین, stand in `lang/fa/whole_surnames.tsv`, their given names in `foreign_given_names.tsv`.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from rawi.lang.given_names import ForeignNameRow, GivenNameRow
from rawi.lang.people import TailRow, TitleRow, WholeRow
from rawi.repair.vocabulary import COMMON_ON_THE_WEB, NOT_JOINING, ZWNJ, Vocabulary
from rawi.tables import load_tsv

# Forms of speech, as damaged copies have them; who stands before one, at the beginning of a clause, is a person.
_SPOKE = frozenset(
    {"گفت", "گفته", "میگوید", "افزود", "میافزاید", "نوشت", "مینویسد", "پرسید", "میپرسد"}
)
_WORDS_OF = frozenset({"گفته", "قول"})
_CONJUNCTIONS = frozenset({"و", "که", "اما", "ولی"})
_PREPOSITIONS = ("از", "در", "به", "با", "بر", "تا")
NAMED, UNNAMED = (
    3.0,
    1.0,
)  # log odds of a joint in a surname behind a given name or title, and elsewhere
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


@cache
def _joined_tails() -> dict[str, str]:
    """Second half of a surname to where a joiner stands before it: behind any `name`, or behind `yeh` only."""
    rows = load_tsv("rawi.lang.shared", "surname_tails.tsv", TailRow)
    return {row.tail: row.joint for row in rows if row.joint}


def is_of_family(word: str, place: int) -> bool:
    """Tell whether a joint is one a family may leave out of its name: حسین|زاده; after ی nobody does (کریمی|نژاد)."""
    return word[place:] in _joined_tails() and word[place - 1] != "ی"


def joint_before_tail(word: str, vocabulary: Vocabulary) -> int | None:
    """Where the joint of a surname in two halves is, both being written together: صالحی|فر, قاسم|زاده, محمدی|اصفهانی.

    A surname that is in use as one word (عباسپور) has none.

    >>> from rawi.repair.vocabulary import load_vocabulary
    >>> words = ("صالحیفر", "قاسمزاده", "عباسپور", "محمدیاصفهانی", "کیانفر")
    >>> [joint_before_tail(word, load_vocabulary()) for word in words]
    [5, 4, None, 5, None]
    """
    if word in vocabulary.variants or word in vocabulary.frequency:
        return None
    start = start_of_tail(word)
    if start is not None and word[start - 1] not in NOT_JOINING:
        stem, joint = word[:start], _joined_tails()[word[start:]]
        of_yeh = stem.endswith("ی") and len(stem) > LEAST_STEM
        if (joint == "name" or of_yeh) and _is_name(stem, vocabulary):
            return start
    for end in range(len(word) - LEAST_STEM - 1, LEAST_STEM, -1):
        if word[end - 1] == "ی" == word[-1] and word[: end - 1] in given_names():
            return end if vocabulary.knowledge(word[end:]) > 1 else None
    return None


def ends_surname(word: str) -> bool:
    """Tell whether a word may be the second half of a surname, written apart.

    >>> ends_surname("فر"), ends_surname("کریم")
    (True, False)
    """
    return word in _joined_tails()


def start_of_tail(word: str) -> int | None:
    """Where the second half of a surname begins in a word, if it is one that only surnames have.

    >>> start_of_tail("کلهرنیا"), start_of_tail("گندمکار"), start_of_tail("نیا")
    (4, None, None)
    """
    start = find_tail(word, weak=False)
    own = start is not None and start >= LEAST_STEM and word[start:] in _joined_tails()
    return start if own else None


def odds_of_halves(before: str, first: str, second: str) -> float | None:
    """The log odds of a joint between two words that may be the halves of a surname, given the word before them; None if they are none.

    >>> odds_of_halves("کریم", "صالحی", "فر"), odds_of_halves("مهدی", "مقدم", "و"), odds_of_halves("آقای", "حسین", "زاده")
    (3.0, None, 3.0)
    """
    joint = _joined_tails().get(second)
    of_yeh = first.endswith("ی") and first[:-1] in given_names() and first not in given_names()
    named = before in _before_surnames()
    if (joint and of_yeh) or (joint == "name" and named and first in given_names()):
        return NAMED if named else UNNAMED
    return None


def _is_name(word: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a word may be the first half of a surname."""
    return word in given_names() or vocabulary.knowledge(word) > 1


def is_surname(word: str, vocabulary: Vocabulary) -> bool:
    """Tell whether an unknown word is a known one with the tail of a surname, and no two words often side by side.

    >>> from rawi.repair.vocabulary import load_vocabulary
    >>> [is_surname(word, load_vocabulary()) for word in ("رادنیا", "ازدنیا", "دراسپانیا", "اوبراین")]
    [True, False, False, True]
    """
    if word in whole_names():
        return True
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
def whole_names() -> frozenset[str]:
    """Names of other countries, one word each: اوبراین is not او بر این, میلدرد has no درد in it."""
    surnames = (row.name for row in load_tsv("rawi.lang.fa", "whole_surnames.tsv", WholeRow))
    given = load_tsv("rawi.lang.shared", "foreign_given_names.tsv", ForeignNameRow)
    return frozenset(surnames) | {
        row.name for row in given if row.language == "fa" and not row.weak and ZWNJ not in row.name
    }


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
    """The words that stand behind a given name or a title, or of which something is told (به گفته گندمکار).

    >>> sorted(names_of(["به", "آقای", "گندمکار", "گفت"]))
    ['گندمکار']
    """
    before = _before_surnames() | _WORDS_OF
    return frozenset([second for first, second in pairwise(words) if first in before])


def speakers_of(pieces: Sequence[str]) -> frozenset[str]:
    """The words at the beginning of a clause before a form of speech, of a text cut by `split_words`.

    >>> from rawi.repair.stretch import split_words
    >>> sorted(speakers_of(split_words("گندمکار گفت که مرد برنجکار نوشت.")))
    ['گندمکار']
    """
    words = [(i, word.replace(ZWNJ, "")) for i, word in enumerate(pieces) if i % 2]
    return frozenset(
        word
        for (before, first), (i, word), (_, verb) in zip(
            [(-1, ""), *words], words, words[1:], strict=False
        )
        if verb in _SPOKE
        and (before < 0 or first in _CONJUNCTIONS or pieces[i - 1].strip() or "\n" in pieces[i - 1])
    )
