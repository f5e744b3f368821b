"""شده after a word is part of it, as in ساختمان تخریب|شده را, or the verb, as in تخریب شده است: what follows tells.

The model of spaces (`between_model.py`) sees two words only, so here the third is asked.
"""

from functools import cache

from rawi.lang.persian_verbs import VERBAL, StemRow
from rawi.repair.rivals import END, following_token
from rawi.repair.vocabulary import ZWNJ
from rawi.tables import load_tsv

PARTICIPLES = frozenset({"شده", "نشده"})
# What follows a verb: its auxiliary, or a new clause. Marks of punctuation and the end do so too.
_AFTER_VERB = frozenset(
    {
        "است", "اند", "ام", "ایم", "اید", "بود", "بودم", "بودند", "بودیم", "بوده", "باشد", "باشند", "باشم",
        "نیست", "نبود", "و", "که", "تا", "یا", "اما", "ولی", END,
    }
)  # fmt: skip
# Log odds of the 173 joined and 846 spaced participles of UD_Persian-PerDT train, beside their average: 25 and
# 766 of them stand before these words.
VERB, ADJECTIVE = -1.8, 2.2
_PASSIVE = ("شد", "شو", "نشد", "میشد", "میشو", "نمیشو")  # نام برده شده
# Of the other participles 114 are joined, 41 of them before these words, and 6,518 spaced, 5,255 before these.
OTHER_VERB, OTHER_ADJECTIVE = -0.8, 1.2
# Of the 3,606 perfects with the ending of a person six are joined to the word before them (گم|شده|اند).
PERFECT = -7.0
_PERSONS = frozenset({"ام", "ای", "ایم", "اید", "اند"})


def participle_odds(word: str, text: str, end: int) -> float:
    """What the text behind a word, which ends there, speaks for the joint before the word, if it is a participle.

    >>> participle_odds("شده", "ذکر شده را", 7)
    2.2
    """
    if word not in PARTICIPLES and word not in _participles():
        return 0.0
    verb, adjective = (VERB, ADJECTIVE) if word in PARTICIPLES else (OTHER_VERB, OTHER_ADJECTIVE)
    following = following_token(text, end)
    passive = following.startswith(_PASSIVE)
    return verb if passive or following in _AFTER_VERB or not following[0].isalnum() else adjective


@cache
def _participles() -> frozenset[str]:
    """The participles of simple verbs."""
    rows = load_tsv("rawi.lang.fa", "verb_stems.tsv", StemRow)
    return frozenset(f"{row.past}ه" for row in rows)


def may_be_perfect(word: str) -> bool:
    r"""Tell whether a word is a participle, with or without the ending of a person.

    >>> may_be_perfect("دیده\u200cاند"), may_be_perfect("دیدهبان")
    (True, False)
    """
    return word.partition(ZWNJ)[0] in _participles()


def perfect_odds(before: str, word: str, following: str) -> float:
    r"""What a word and the next speak for the joint before them: a perfect (آسیب دیده|اند) has its noun apart.

    >>> perfect_odds("آسیب", "دیده\u200cاند", ""), perfect_odds("آسیب", "دیده", "اند"), perfect_odds("می", "دیده", "اند")
    (-7.0, -7.0, 0.0)
    """
    if before in VERBAL or not may_be_perfect(word):
        return 0.0
    return PERFECT if (word.partition(ZWNJ)[2] or following) in _PERSONS else 0.0
