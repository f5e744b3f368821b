"""Tell whether two full names are surely of one person, organisation or place. Floor 2.

`compare_names` hears سالم and سليم as one, for foreign names are spelled so freely. People of the region are told apart by
just such letters, so their names must agree in every letter that is written, up to how Arabic writes Persian letters. A
name is of the region when its given name is in a language's own table; of two known given names of other countries both
must be spellings of the same one.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import groupby, product

from rawi.lang import LANGUAGES, table_package
from rawi.lang.folding import squeeze
from rawi.lang.given_names import ForeignNameRow, GivenNameRow
from rawi.lang.names import compare_names, cut_words
from rawi.tables import load_tsv

SAME_NAME = 0.8  # compare_names: of all pairs of names in pairs.tsv .8 finds 98 %, precision .99
SAME_SURNAME = 0.85  # within one language a foreign surname is spelled less freely
_ARTICLE = "ال"
_LONG_WORD = 4  # letters: a shorter word beginning with ال is a name of its own
# Within one language the same sound; across, also the letters Arabic writes for those it has not.
_ALIKE = ("تط", "سصث", "زذضظ", "هح")
_ACROSS = ("گکجغق", "چجش", "ژجزش", "پب", "وف")
# Older spellings without their alef.
_SPELLINGS = {"رحمن": "رحمان", "اسحق": "اسحاق", "اسمعیل": "اسماعیل", "هرون": "هارون", "یس": "یاسین"}
_FINALS = frozenset("اهی")  # سارا, سارة; ليلا, ليلى
_SHORTEST_FINAL = 4
NEAR_GIVEN = 0.65  # what two full names have alike must not be the surname alone
# How given names end that are not one: مارتین, مارتينا and Martina; ماريو and ماریا. What may be silent is in none:
# Renaud, رونو; Olivier, أوليفييه.
_OPEN_ENDS = re.compile("(?:ah?|[اه])$")
_ROUND_ENDS = re.compile("[oو]$")
_CLOSED_ENDS = re.compile(
    "(?:[bcfgjklmnqv]|(?<!u)d|(?<!ie)r|(?<![aeiou])t|[بتثجخدذرزژسشصضطظغفقکگلمن])$"
)


def is_same_name(one: str, other: str, *, across: bool) -> bool:
    """Tell whether two names of two words or more are the same; `across`: they stand in two languages or scripts.

    >>> is_same_name("سالم الديري", "سليم الديري", across=False)
    False
    >>> is_same_name("یگانه هاگدان", "يكانه هاكدان", across=True)
    True
    >>> is_same_name("جرمی کوربین", "جيريمي كوربين", across=True)
    True
    """
    words, others = cut_words(one), cut_words(other)
    latin = [any(word.isascii() for word in name) for name in (words, others)]
    if any(latin):
        return _have_near_given(words, others) and compare_names(one, other) >= SAME_NAME
    if agree_in_letters(one, other, across=across):
        return True
    if (
        not words
        or not others
        or _is_of_region(words[0], across)
        or _is_of_region(others[0], across)
    ):
        return False
    keys, other_keys = _foreign_keys().get(words[0]), _foreign_keys().get(others[0])
    if keys and other_keys and not keys & other_keys:
        return False
    if across:
        return _have_near_given(words, others) and compare_names(one, other) >= SAME_NAME
    return (
        compare_names(words[0], others[0]) >= SAME_NAME
        and compare_names(" ".join(words[1:]), " ".join(others[1:])) >= SAME_SURNAME
    )


def _have_near_given(words: Sequence[str], others: Sequence[str]) -> bool:
    """Tell whether the first words of two full names may be spellings of one given name.

    >>> _have_near_given(["martin"], ["مارتینا"]), _have_near_given(["daria"], ["داریا"])
    (False, True)
    """
    if not words or not others:
        return False
    one, other = words[0], others[0]
    return _end_alike(one, other) and compare_names(one, other) >= NEAR_GIVEN


def _end_alike(one: str, other: str) -> bool:
    """Tell whether two given names do not end in sounds that make two names of them."""
    ends = (_OPEN_ENDS, _ROUND_ENDS, _CLOSED_ENDS)
    ends_one, ends_other = ({end for end in ends if end.search(name)} for name in (one, other))
    return not ends_one or not ends_other or ends_one == ends_other


def _is_of_region(given: str, across: bool) -> bool:
    """Tell whether a given name is one of the region; across languages one that is international too is not."""
    return given in _own_names() and not (across and given in _foreign_keys())


@cache
def _own_names() -> frozenset[str]:
    """The given names of the languages' own tables, folded."""
    return frozenset(
        squeeze(row.name)
        for language in LANGUAGES
        for row in load_tsv(table_package(language), "given_names.tsv", GivenNameRow)
    )


@cache
def _foreign_keys() -> dict[str, frozenset[str]]:
    """Folded spellings of foreign given names with the names they may be."""
    keys: dict[str, set[str]] = {}
    for row in load_tsv("rawi.lang.shared", "foreign_given_names.tsv", ForeignNameRow):
        keys.setdefault(squeeze(row.name), set()).add(row.same)
    return {spelling: frozenset(same) for spelling, same in keys.items()}


def agree_in_letters(one: str, other: str, *, across: bool) -> bool:
    """Tell whether two names agree in every letter, spaces, doubled letters and articles left out.

    >>> agree_in_letters("عبدالله ملاح", "عبد الله الملاح", across=False)
    True
    """
    ways = product(_list_spellings(one), _list_spellings(other))
    return any(_same_letters(*pair, across) for pair in ways)


@lru_cache(maxsize=65536)
def _list_spellings(name: str) -> frozenset[str]:
    """A name written together, with its articles and without."""
    words = cut_words(name)
    return frozenset(_join(words, drop) for drop in (False, True))


def _join(words: list[str], without_articles: bool) -> str:
    """Write a name's words together as `_spell` does each, with or without articles."""
    words = [_SPELLINGS.get(word, word) for word in words]
    if without_articles:
        words = [_drop_article(word) for word in words]
    return "".join(map(_spell, words))


def _spell(word: str) -> str:
    """A word with چ for تش, without hamza and doubled letters."""
    letters = word.replace("ء", "").replace("تش", "چ").replace("یو", "و")
    return "".join(letter for letter, _ in groupby(letters))


def _drop_article(word: str) -> str:
    """Drop the article of a word that is long enough to have one, and no name of God: عبد الله."""
    kept = not word.startswith(_ARTICLE) or len(word) <= _LONG_WORD or word == "الله"
    return word if kept else word[len(_ARTICLE) :]


@lru_cache(maxsize=65536)
def _same_letters(one: str, other: str, across: bool) -> bool:
    """Tell whether two written names agree letter by letter; a final vowel may be written in three ways."""
    if len(one) != len(other):
        return False
    alike = _alike_letters(across)
    final = len(one) - 1
    return all(
        a == b
        or frozenset((a, b)) in alike
        or (across and at == final >= _SHORTEST_FINAL and {a, b} <= _FINALS)
        for at, (a, b) in enumerate(zip(one, other, strict=True))
    )


@cache
def _alike_letters(across: bool) -> frozenset[frozenset[str]]:
    """Pairs of letters that write one sound; of the groups across languages the first letter is the Persian one."""
    pairs = {frozenset(pair) for group in _ALIKE for pair in product(group, group)}
    if across:
        pairs |= {frozenset((group[0], letter)) for group in _ACROSS for letter in group[1:]}
    return frozenset(pairs)
