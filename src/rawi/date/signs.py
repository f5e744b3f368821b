"""The first sign of tense among words, and what a warning or a forecast says of a date beside its verb."""

from itertools import pairwise

from rawi.date.verbs import Signs, Tense, tell_tense
from rawi.lang.folding import squeeze

_AND, _COMMAS = "و", ("،", ",")
_THAT_FA, _FROM_FA = squeeze("که"), squeeze("از")
_PLUPERFECT, _OPENERS = "بود", frozenset({_THAT_FA, *_COMMAS})
_TOLD_OF = frozenset(map(squeeze, ("از", "را", "نسبت", "درباره")))  # before what was reported
_OF_WARNINGS, _TO_WHOM = frozenset({squeeze("نسبت")}), frozenset(map(squeeze, ("به", "از")))
_ACCUSATIVE, _BY, _TO, _THE, _SHORT = "ا", "ب", "ل", "ال", 3


def find_sign(words: list[str], signs: Signs) -> tuple[int, Tense | None]:
    """The place and the tense of the first sign among folded words in the order they are asked; -1 and None if there is none.

    >>> from rawi.date.verbs import get_signs
    >>> find_sign(["پل", "باز", "شد"], get_signs("fa"))
    (2, 'past')
    """
    found: tuple[int, Tense | None] = -1, None
    for i, (word, neighbour) in enumerate(pairwise([*words, ""])):
        tense = tell_tense(word, neighbour, signs)
        if tense in ("past", "future"):
            return i, tense
        if tense == "present":
            found = i, "future"
    return found


def is_foretold(ahead: list[str], behind: list[str], signs: Signs) -> bool:
    """Tell whether a Persian verb behind a date warns of what stands before it, or tells what begins on it.

    `نسبت به باد شدید در جمعه هشدار داد`; `از قطع برق از شنبه خبر داد`. `دوشنبه نسبت به باد هشدار داد` is the day of the warning.
    """
    if signs.forecast_of.isdisjoint(ahead) and ahead[-1:] != [_FROM_FA]:
        return False
    place, tense = find_sign(behind, signs)
    # اعلام کرد که: what is said stands behind
    if tense is None or behind[place + 1 : place + 2] == [_THAT_FA]:
        return False
    if _PLUPERFECT in behind[place : place + 2]:
        return False
    ahead = ahead[max((i + 1 for i, w in enumerate(ahead) if w in _OPENERS), default=0) :]
    ends = [behind[max(0, place - back) : place + more] for back in range(4) for more in (1, 2)]
    phrases = {" ".join(words) for words in ends}
    if any(phrase.replace(" ", "") in signs.forecasts for phrase in phrases):
        surely = not _OF_WARNINGS.isdisjoint(ahead)
        others = signs.forecast_of if surely else signs.forecast_of | _TO_WHOM
        return not signs.forecast_of.isdisjoint(ahead) and others.isdisjoint(behind[:place])
    began = ahead[-1:] == [_FROM_FA] and tense == "past"
    told = not phrases.isdisjoint(signs.reports) and not _TOLD_OF.isdisjoint(ahead[:-1])
    return began and told


def is_warned_of(words: list[str], following: str, signs: Signs) -> bool:
    """Tell whether an Arabic verb of warning stands before what is to come on a date, of the words before it, read backwards: `حذر من سيول الخميس`.

    Right behind its subject the date is the day it was said (`حذرت الأرصاد الثلاثاء من`).
    """
    verbs = (
        i for i, w in enumerate(words) if not signs.forecasts.isdisjoint((w, w.removeprefix(_AND)))
    )
    place = next(verbs, -1)
    if place < 0:
        return False
    between = words[:place]
    if any(w in signs.forecast_of or _is_object(w) for w in between):
        return True
    # Behind the subject an indefinite noun is the object: توقعت الأرصاد هطول أمطار الجمعة
    subject = next((i for i, w in enumerate(reversed(between)) if w.startswith(_THE)), len(between))
    objects = [w for w in between[::-1][subject + 1 :] if not w.startswith((_THE, _TO, _AND))]
    return following not in signs.forecast_of and any(len(w) > _SHORT for w in objects)


def _is_object(word: str) -> bool:
    """Tell whether a folded Arabic word is an accusative (`أمطارا`), or a noun behind the preposition ب (`بفتح`, `بالأمطار`)."""
    return len(word) > _SHORT and (word.endswith(_ACCUSATIVE) or word.startswith(_BY))
