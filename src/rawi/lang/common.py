"""Which words of a language are common: such a word is rarely someone's name. Floor 2.

Read from the word lists the repair stage uses (`words.tsv.xz`); folded, so that damage costs nothing.
"""

import lzma
from collections.abc import Iterator, Mapping
from functools import cache

from rawi.lang import table_package
from rawi.lang.folding import squeeze
from rawi.tables import load_bytes

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


@cache
def load_common(language: str) -> frozenset[str]:
    """Load the common words of a language, folded.

    >>> "پروژه" in load_common("fa"), "کوهسار" in load_common("fa")
    (True, False)
    """
    if language == "ar":
        return frozenset(word for word, n in load_arabic_counts().items() if n >= _COMMON_ARABIC)
    return frozenset(
        squeeze(word)
        for word, count in _rows(language)
        if count >= (_COMMON_PERSIAN_IN_YEH if word.endswith("ی") else _COMMON_PERSIAN)
    )


def is_rare(word: str) -> bool:
    """Tell whether a folded Persian word is rare, as names of places and people mostly are.

    >>> is_rare("ورامین"), is_rare("ویران")
    (True, False)
    """
    return word not in _known_persian()


@cache
def _known_persian() -> frozenset[str]:
    """The Persian words that are not rare, folded."""
    table = lzma.decompress(load_bytes(table_package("fa"), "words.tsv.xz")).decode("utf-8")
    rows = (line.split("\t") for line in table.split("\n") if line and not line.startswith("# "))
    return frozenset(
        squeeze(word)
        for word, count, web in rows
        if int(count) > _RARE_PERSIAN or int(web) > _RARE_ON_WEB
    )


@cache
def load_arabic_counts() -> Mapping[str, int]:
    """Load the folded Arabic words with ten times the logarithm of their frequency in a billion."""
    counts: dict[str, int] = {}
    for word, count in _rows("ar"):
        folded = squeeze(word)
        if count > counts.get(folded, 0):
            counts[folded] = count
    return counts


def takes_article(word: str) -> bool:
    """Tell whether a folded Arabic word is used with the article, as nouns and adjectives are and names are not.

    >>> takes_article("مزاعم"), takes_article("رونالدو")
    (True, False)
    """
    counts = load_arabic_counts()
    return counts.get("ال" + word, 0) >= max(_SEEN, counts.get(word, 0) - _SELDOM)


def _rows(language: str) -> Iterator[tuple[str, int]]:
    """The words of a list with their counts."""
    table = lzma.decompress(load_bytes(table_package(language), "words.tsv.xz")).decode("utf-8")
    for line in table.split("\n"):
        word, _, numbers = line.partition("\t")
        if numbers and not line.startswith("# "):
            yield word, int(numbers.partition("\t")[0])
