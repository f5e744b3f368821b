"""Words made of a whole one by ی, as people are called by their town: پنجشیری has no five in it, بامیانی no با.

So are those with the verb `to be` at their end, also as it is spoken: بدهکارند, رایگانه.
"""

from functools import cache

from rawi.lang.numbers import NumberWord
from rawi.repair.vocabulary import ZWNJ, Vocabulary
from rawi.tables import load_tsv

_ARE = ("ند", "یم")
_ENDINGS = ("یهایی", "یهای", "یها", "یان", "ی", "ه", *_ARE)  # ه is the spoken `is`: رایگانه
_OWN_ENDINGS = ("ها", "تر", "ترین")  # کتابهای is no nisba of کتابها
NISBA_ENDS = ("ی", "ها", "ان", "ه", *_ARE)  # what one of these ends in
LEAST_WORD = 4  # letters of the whole word


def letters_of_whole(key: str, vocabulary: Vocabulary) -> int:
    """How many letters of an unknown word are a word that everybody writes as one; no joint or space is lost there.

    >>> from rawi.repair.vocabulary import load_vocabulary
    >>> words = ("پنجشیری", "بامیانیها", "رایگانه", "کتابهای", "بهخوبی", "بزرگتری")
    >>> [letters_of_whole(word, load_vocabulary()) for word in words]
    [6, 6, 6, 0, 0, 0]
    """
    ending = next((ending for ending in _ENDINGS if key.endswith(ending)), None)
    if ending is None or len(key) < LEAST_WORD + len(ending) or vocabulary.knowledge(key):
        return 0
    word = key[: -len(ending)]
    to_noun = ending in _ARE and word.startswith("به")  # به|مانند is no بهمان
    if to_noun or word.endswith(_OWN_ENDINGS) or not vocabulary.is_one_word(word):
        return 0
    joined = any(ZWNJ in spelling for spelling in vocabulary.variants.get(word, ()))
    return 0 if joined else len(word)


@cache
def numerals() -> frozenset[str]:
    """The cardinal numbers that are one word."""
    rows = load_tsv("rawi.lang.fa", "number_words.tsv", NumberWord)
    return frozenset(row.word for row in rows if row.kind == "cardinal")


def is_after_numeral(word: str, place: int) -> bool:
    """Tell whether all before a place is a number from two on: of a man's name, شش|گلانی, or of measures, شش|ماهه.

    >>> is_after_numeral("ششگلانی", 2), is_after_numeral("گلانی", 2)
    (True, False)
    """
    return word[:place] != "یک" and word[:place] in numerals()
