"""Which words of a language are common: such a word is rarely someone's name. Floor 2.

Read from the word lists the repair stage uses (`words.tsv.xz`); folded, so that damage costs nothing.
"""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from rawi.lang import table_package
from rawi.lang.folding import squeeze
from rawi.tables import load_packed, split_columns

# Persian: times in the half million words of PerDT; Arabic: ten times the logarithm of the frequency in a billion.
# Set so that the surnames of the development half of the native reports stay below.
_COMMON_PERSIAN = 20
_COMMON_PERSIAN_IN_YEH = 60  # surnames end in ی
_COMMON_ARABIC = 44
# At most so often in edited text, and at most the fourth power of ten on the web: ورامین, سلوان; not زیبا, ویران.
_RARE_PERSIAN, _RARE_ON_WEB = 6, 4

# With the article before it a proper name is at most so common, as a share: a hundred and fiftieth.
_SELDOM = 22
_SEEN = 18  # below, the word list is chance
_SHORTEST_NAME = 3  # letters
_FAR_COMMONER = 20  # a hundred times


@cache
def load_common(language: str) -> frozenset[str]:
    """Load the common words of a language, folded.

    >>> "پروژه" in load_common("fa"), "کوهسار" in load_common("fa")
    (True, False)
    """
    if language == "ar":
        return frozenset(word for word, n in load_arabic_counts().items() if n >= _COMMON_ARABIC)
    return frozenset(
        word
        for word, (times, _) in load_persian_words().items()
        if times >= (_COMMON_PERSIAN_IN_YEH if word.endswith("ی") else _COMMON_PERSIAN)
    )


class PersianWord(NamedTuple):
    """How often a word stands in the half million words of edited text, and the logarithm of its frequency on the web."""

    times: int
    web: int


def is_rare(word: str) -> bool:
    """Tell whether a folded Persian word is rare, as names of places and people mostly are.

    >>> is_rare("ورامین"), is_rare("ویران")
    (True, False)
    """
    return word not in _known_persian()


@cache
def _known_persian() -> frozenset[str]:
    """The Persian words that are not rare, folded."""
    return frozenset(
        word
        for word, (times, web) in load_persian_words().items()
        if times > _RARE_PERSIAN or web > _RARE_ON_WEB
    )


@cache
def load_persian_words() -> Mapping[str, PersianWord]:
    """Load the folded Persian words; of words that fold to one the commonest counts.

    >>> load_persian_words()["امید"]
    PersianWord(times=69, web=5)
    """
    names, *columns = split_columns(squeeze(load_packed(table_package("fa"), "words.tsv.xz")), 3)
    numbers = zip(*(map(int, column) for column in columns), strict=True)
    rows = list(zip(names, map(PersianWord._make, numbers), strict=True))
    words = dict(rows)
    for word, row in rows:
        if (known := words[word]) is not row:
            words[word] = PersianWord(max(known.times, row.times), max(known.web, row.web))
    return words


@cache
def load_arabic_levels() -> Mapping[str, str]:
    """Load the Arabic words as written with their level, as the table has it: ten times the logarithm of their frequency in a billion."""
    return _read_arabic_levels()


def _read_arabic_levels() -> dict[str, str]:
    """Unpack the table; kept, it takes 60 MB."""
    columns = split_columns(load_packed(table_package("ar"), "words.tsv.xz"), 2)
    return dict(zip(*columns, strict=True))


@cache
def load_arabic_counts() -> Mapping[str, int]:
    """Load the same words folded, with the level as a number; of words that fold to one the commonest counts."""
    # What no Arabic document has loaded yet is not kept: Persian ones need the counts alone.
    kept = load_arabic_levels.cache_info().currsize > 0
    levels = load_arabic_levels() if kept else _read_arabic_levels()
    # Folded in one go, which is ten times as fast as word by word.
    words = squeeze("\n".join(levels)).split("\n")
    counts: dict[str, int] = {}
    for word, level in zip(words, map(int, levels.values()), strict=True):
        if counts.get(word, -1) < level:
            counts[word] = level
    return counts


def takes_article(word: str) -> bool:
    """Tell whether a folded Arabic word is used with the article, as nouns and adjectives are and names are not.

    >>> takes_article("مزاعم"), takes_article("رونالدو")
    (True, False)
    """
    counts = load_arabic_counts()
    return counts.get("ال" + word, 0) >= max(_SEEN, counts.get(word, 0) - _SELDOM)


def governs_name(word: str) -> bool:
    """Tell whether a folded Arabic word is «to» and a name in other letters or a far commoner one: لنورث, لbbc; not لوكاس.

    >>> [word for word in ("لنورث", "لbbc", "لوکاس", "لیندا", "لقاء") if governs_name(word)]
    ['لنورث', 'لbbc']
    """
    name = word[1:]
    if word[0] != "ل" or len(name) < _SHORTEST_NAME or takes_article(word):
        return False
    counts = load_arabic_counts()
    return name.isascii() or counts.get(name, 0) >= counts.get(word, 0) + _FAR_COMMONER


def is_written_in_one(word: str) -> bool:
    """Tell whether a dictionary of Persian spells a word so, without a joiner.

    >>> is_written_in_one("تفنگدار"), is_written_in_one("پرورشدهندگان")
    (True, False)
    """
    return word in _persian_spellings()


@cache
def _persian_spellings() -> frozenset[str]:
    """The spellings of the Persian dictionary."""
    return frozenset(load_packed(table_package("fa"), "spelling.txt.xz").split("\n"))


def without_joined_lam(word: str) -> str:
    """A definite noun without the ل before it, with its article whole: للسفيرة → السفيرة; of other words the same.

    >>> without_joined_lam("للسفیره"), without_joined_lam("السفیره")
    ('السفیره', 'السفیره')
    """
    return "ال" + word[2:] if word.startswith("لل") else word
