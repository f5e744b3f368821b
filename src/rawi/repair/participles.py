"""شده after a word is part of it, as in ساختمان تخریب|شده را, or the verb, as in تخریب شده است: what follows tells.

The model of spaces (`between_model.py`) sees two words only, so here the third is asked.
"""

from collections.abc import Sequence

from rawi.repair.rivals import END, context_of

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


def participle_odds(pieces: Sequence[str], number: int) -> float:
    """What the word after participle `number` of a text cut by `split_words` speaks for its joint.

    >>> participle_odds(("", "ذکر", " ", "شده", " ", "را", ""), 1)
    2.2
    """
    following = context_of(pieces, number)[1]
    return VERB if following in _AFTER_VERB or not following[0].isalnum() else ADJECTIVE
