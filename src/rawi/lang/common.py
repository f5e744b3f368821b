"""Which words of a language are common: such a word is rarely someone's name. Floor 2.

Read from the word lists the repair stage uses (`words.tsv.xz`); folded, so that damage costs nothing.
"""

import lzma
from functools import cache

from rawi.lang import table_package
from rawi.lang.folding import squeeze
from rawi.tables import load_bytes

# Persian: times in the half million words of PerDT; Arabic: ten times the logarithm of the frequency in a billion.
# Set so that the surnames of the development half of the native reports stay below.
_COMMON_PERSIAN = 20
_COMMON_PERSIAN_IN_YEH = 60  # surnames end in ی
_COMMON_ARABIC = 44


@cache
def load_common(language: str) -> frozenset[str]:
    """Load the common words of a language, folded.

    >>> "پروژه" in load_common("fa"), "کوهسار" in load_common("fa")
    (True, False)
    """
    table = lzma.decompress(load_bytes(table_package(language), "words.tsv.xz")).decode("utf-8")
    found = set()
    for line in table.split("\n"):
        word, _, numbers = line.partition("\t")
        if not numbers or line.startswith("# "):
            continue
        count = int(numbers.split("\t")[0])
        if language == "ar":
            common = count >= _COMMON_ARABIC
        else:
            common = count >= (_COMMON_PERSIAN_IN_YEH if word.endswith("ی") else _COMMON_PERSIAN)
        if common:
            found.add(squeeze(word))
    return frozenset(found)
