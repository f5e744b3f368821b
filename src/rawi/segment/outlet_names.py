"""Tell by its words that a line, or a piece of one, is the name of an outlet.

Second half of *segment*; the head words are those of `organisations.tsv`.
"""

import re
from collections.abc import Iterator
from functools import cache

from rawi.lang import LANGUAGES, table_package
from rawi.lang.called_outlets import load_outlet_names
from rawi.lang.folding import squeeze
from rawi.lang.people import OrganisationRow
from rawi.lang.reading import words_of
from rawi.tables import load_tsv

_LONGEST_LINE = 5  # words of a line that is nothing but a name: longer ones were headlines
# Punctuation, digits and words that stand in headlines and not in names of outlets.
_NO_NAME = re.compile(
    r"[.:؛;!?؟،,…\d]|(?:^|\s)(?:در|از|به|با|برای|را|که|شد|است|في|من|إلى|على|عن|لا)(?:\s|$)"
)
_DEFINITE = ("ال", "لل", "«")  # «وكالة الياسمين للأنباء»


def is_outlet_line(words: str) -> bool:
    """Tell whether a line by itself is nothing but an outlet's name: `© صحيفة الرصيف`, `روزنامهٔ جزر و مد`.

    A headline may begin with the same word; but it has a preposition or an end, or says of what kind a thing is.

    >>> [is_outlet_line(w) for w in ("خبرگزاری آینهٔ روز", "شبکه از کار افتاد", "موقع أثري جديد")]
    [True, False, False]
    """
    names = words.strip().removeprefix("©").split()
    if not 1 < len(names) <= _LONGEST_LINE or _NO_NAME.search(words):
        return False
    is_arabic = len(names) > 2 and squeeze(names[0]) in _arabic_heads()
    return is_outlet_head(names[0]) and (not is_arabic or names[-1].startswith(_DEFINITE))


def is_outlet_head(word: str) -> bool:
    """Tell whether a word begins the name of an outlet.

    >>> [is_outlet_head(word) for word in ("روزنامهٔ", "الصحيفة", "موزهٔ")]
    [True, True, False]
    """
    return squeeze(word).removeprefix("ال") in _outlet_heads()


def is_outlet_name(words: str) -> bool:
    """Tell whether words are a Persian outlet that is called by a name alone.

    >>> is_outlet_name("ایرنا"), is_outlet_name("تهران")
    (True, False)
    """
    folded = words_of(words)
    named = load_outlet_names().find(folded, 0)
    return named is not None and named.end == len(folded)


@cache
def _outlet_heads() -> frozenset[str]:
    """Squeezed head words of outlets' names in all languages."""
    return frozenset(head for language in LANGUAGES for head in _heads(language))


@cache
def _arabic_heads() -> frozenset[str]:
    """Those of Arabic, whose names end in a definite word."""
    return frozenset(_heads("ar"))


def _heads(language: str) -> Iterator[str]:
    """Yield the squeezed head words of one language."""
    for row in load_tsv(table_package(language), "organisations.tsv", OrganisationRow):
        if row.kind == "outlet":
            yield squeeze(row.head)
