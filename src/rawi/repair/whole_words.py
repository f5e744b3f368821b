"""Words made of a whole one by ی, as people are called by their town: پنجشیری has no five in it, بامیانی no با.

So are those with the verb `to be` at their end, also as it is spoken: بدهکارند, رایگانه; and with a pronoun: سهمشان has no three in it.
"""

from functools import cache

from rawi.lang.numbers import NumberWord
from rawi.lang.persian_verbs import VERBAL
from rawi.repair.vocabulary import ZWNJ, Vocabulary
from rawi.tables import load_tsv

_ARE = ("ند", "یم")
_ENDINGS = (
    "یهایی",
    "یهای",
    "یها",
    "یان",
    "ان",
    "ی",
    "ه",
    *_ARE,
)  # ه is the spoken `is`: رایگانه; ان of people: مجتهدان
_OWN_ENDINGS = ("ها", "تر", "ترین")  # کتابهای is no nisba of کتابها
# A pronoun or `are`; the longer ones first.
_OWNED = ("شان", "مان", "تان", "یم", "ید", "ند", "م", "ت", "ش")
_NO_PRONOUN_BEHIND = ("ه", "ی", "ا", "و")  # خانه|شان, کتاب|هایشان
_TO = "به"
ENDS_BEHIND_WHOLE = ("ی", "ها", "ه", "ان", "م", "ت", "ش", "د")  # what one of these ends in
LEAST_WORD = 4  # letters of the whole word …
LEAST_OWNED = 3  # … and of a common one before two letters or more


def letters_of_whole(key: str, vocabulary: Vocabulary) -> int:
    """How many letters of an unknown word are a word that everybody writes as one; no joint or space is lost there.

    >>> from rawi.repair.vocabulary import load_vocabulary
    >>> words = ("پنجشیری", "بامیانیها", "مجتهدان", "سهمشان", "کتابهای", "بهخوبی", "بزرگتری")
    >>> [letters_of_whole(word, load_vocabulary()) for word in words]
    [6, 6, 5, 3, 0, 0, 0]
    """
    if vocabulary.knowledge(key):
        return 0
    return _letters_before(_ENDINGS, key, vocabulary) or _letters_owned(key, vocabulary)


def _letters_before(endings: tuple[str, ...], key: str, vocabulary: Vocabulary) -> int:
    """The letters before an ending if all dictionaries and the web have them as one word."""
    ending = next((ending for ending in endings if key.endswith(ending)), None)
    if ending is None or len(key) < LEAST_WORD + len(ending):
        return 0
    word = key[: -len(ending)]
    to_noun = ending in _ARE and word.startswith(_TO)  # به|مانند is no بهمان
    return 0 if to_noun or word.endswith(_OWN_ENDINGS) else _letters_of_one(word, vocabulary)


def _letters_owned(key: str, vocabulary: Vocabulary) -> int:
    """The letters before a pronoun or `are` if they are a common word: سهمشان, جایگزینش, بهترند."""
    ending = next((ending for ending in _OWNED if key.endswith(ending)), None)
    if ending is None or key.startswith(VERBAL):
        return 0
    word = key[: -len(ending)]
    least = LEAST_OWNED if len(ending) > 1 else LEAST_WORD
    if len(word) < least or word.endswith(_NO_PRONOUN_BEHIND) or vocabulary.knowledge(word) < 3:
        return 0
    to_noun = key.startswith(_TO) and vocabulary.knowledge(key[len(_TO) :]) > 2
    return 0 if to_noun else _letters_of_one(word, vocabulary)


def _letters_of_one(word: str, vocabulary: Vocabulary) -> int:
    """The letters of a word that nobody writes with a joint, 0 of another."""
    joined = any(ZWNJ in spelling for spelling in vocabulary.variants.get(word, ()))
    return len(word) if vocabulary.is_one_word(word) and not joined else 0


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
