"""شده after a word is part of it, as in ساختمان تخریب|شده را, or the verb, as in تخریب شده است: what follows tells.

The model of spaces (`between_model.py`) sees two words only, so here the third is asked.
"""

from functools import cache

from rawi.lang.persian_verbs import VERBAL, StemRow
from rawi.repair.rivals import END, following_token
from rawi.repair.vocabulary import ZWNJ
from rawi.tables import load_tsv

PARTICIPLES = frozenset({"شده", "نشده"})
_PERSONS = frozenset({"ام", "ای", "ایم", "اید", "اند"})
_AUXILIARIES = frozenset(
    {
        "است", "بود", "بودم", "بودی", "بودیم", "بودید", "بودند", "بوده", "باشد", "باشند", "باشم", "باشی", "باشیم",
        "باشید", "نیست", "نبود", "نبودند", "نباشد",
    }
)  # fmt: skip
# What follows a verb: its auxiliary, or a new clause. Marks of punctuation and the end do so too.
_AFTER_VERB = _AUXILIARIES | {"اند", "ام", "ایم", "اید", "و", "که", "تا", "یا", "اما", "ولی", END}
# Log odds of the 173 joined and 846 spaced participles of UD_Persian-PerDT train, beside their average: 25 and
# 766 of them stand before these words.
VERB, ADJECTIVE = -1.8, 2.2
_PASSIVE = ("شد", "شو", "نشد", "میشد", "میشو", "نمیشو")  # نام برده شده
# Of the other participles 114 are joined, 41 of them before these words, and 6,518 spaced, 5,255 before these.
OTHER_VERB, OTHER_ADJECTIVE = -0.8, 1.2
# Of the 3,606 perfects with the ending of a person six are joined to the word before them (گم|شده|اند); of 4,763 with
# an auxiliary seven (متلاشی|شده است).
PERFECT = -7.0
_AFTER_PERFECT = _PERSONS | _AUXILIARIES


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
    r"""What a word and the next speak for the joint before them: a perfect (آسیب دیده|اند, آسیب دیده بود) has its noun apart.

    >>> perfect_odds("آسیب", "دیده\u200cاند", ""), perfect_odds("آسیب", "دیده", "بود"), perfect_odds("می", "دیده", "اند")
    (-7.0, -7.0, 0.0)
    """
    if before in VERBAL or not may_be_perfect(word):
        return 0.0
    person = word.partition(ZWNJ)[2]
    told = person in _PERSONS if person else following in _AFTER_PERFECT
    return PERFECT if told else 0.0
