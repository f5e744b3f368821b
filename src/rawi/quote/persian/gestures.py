"""What somebody does in Persian before he speaks, with which the words for him end: «راننده | سر تکان داد و گفت», «وکیل | وسط حرف او پرید»."""

from functools import cache

from rawi.lang.grammar import get_grammar
from rawi.quote.page import Page
from rawi.quote.saying import Range

_RISING = frozenset({"بلند", "وارد", "خارج"})  # «مردی | بلند شد»
_WAYS = frozenset({"تکان", "بالا", "پایین", "فرو"})  # «سر تکان داد», «شانه بالا انداخت»
_BREATHS = frozenset({"نفس", "دم", "اه", "مکث"})  # «نفس عمیقی کشید»
_WITHIN = frozenset({"وسط", "میان", "توی", "بین"})  # «میان حرف او دوید»
_CUTTING = frozenset({"برید", "بریدند", "میبرد", "قطع"})
_ENTERING = frozenset({"پرید", "پریدند", "میپرد", "دوید", "دویدند", "میدود", "امد", "امدند"})
_LONGEST = 5  # tokens of whose talk is cut


def is_gesture(words: tuple[str, ...], i: int) -> bool:
    """Tell whether at a token it begins what somebody does with his body or voice, or that he rises.

    >>> is_gesture(("سر", "تکان", "داد", "و"), 0), is_gesture(("دفتر", "شهردار", "گفت", "و"), 0)
    (True, False)
    """
    word = words[i]
    if word not in _beginnings():
        return False
    after, last = (*words[i + 1 : i + 3], "", "")[:2]
    if word in _RISING:
        return after.startswith("شد")
    sets = get_grammar("fa").words
    if word in sets["own_things"] and after in _WAYS:
        return True
    if word in _WITHIN and after in sets["talk_of_others"]:
        return True
    told = word in sets["tones"] or word in _BREATHS
    return told and after.endswith("ی") and (last in sets["past_stems"] or last.startswith("می"))


@cache
def _beginnings() -> frozenset[str]:
    """The words with which what somebody does so begins."""
    sets = get_grammar("fa").words
    return _RISING | _WITHIN | _BREATHS | sets["own_things"] | sets["tones"]


def find_interrupted(page: Page, first: int, last: int) -> Range | None:
    """Whose talk somebody cuts among tokens: «حرف X را قطع کرد», «میان حرف او دوید»; the noun itself where only a pronoun in it tells: «حرفش را برید»."""
    words, nouns = page.words, get_grammar("fa").words["talk_of_others"]
    for i in range(first, last - 1):
        if words[i] not in nouns or page.mark_at[i] is not None:
            continue
        entered = words[i - 1] in _WITHIN
        acts = _ENTERING if entered else _CUTTING
        verb = next((k for k in range(i + 1, min(last, i + _LONGEST + 2)) if words[k] in acts), 0)
        end = verb - (not entered)
        if not verb or (not entered and words[end] != "را"):
            continue
        return (i + 1, end) if end > i + 1 else (i, i + 1)
    return None
