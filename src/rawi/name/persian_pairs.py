"""Find Persian names no table knows by their surname, which the text has alone as well: «زیگرون تیدمان آمد. … تیدمان گفت»."""

from collections.abc import Mapping

from rawi.lang.given_names import load_foreign_names
from rawi.lang.people import load_people
from rawi.name.places import heads_place, load_places
from rawi.name.unknown_openings import heads_name, is_unheard
from rawi.name.words import SIGNS, is_surname_word

_SHORTEST = 4  # letters of a surname
_BOUND = ("وی", "ای")  # «دلتای آرن» binds a noun
_IN = frozenset({"در", "شهر"})


def find_persian_pair(
    words: tuple[str, ...], at: int, first: int, seen: Mapping[str, set[str]]
) -> int | None:
    """Where a name of two rare words begins, at a token, the second of which stands elsewhere without the first; None where none does."""
    if not is_unheard(words[at + 1]) or len(words[at + 1]) < _SHORTEST:
        return None
    return at if _stands_alone(words, at + 1, seen) and _is_pair(words, at, first) else None


def _stands_alone(words: tuple[str, ...], at: int, seen: Mapping[str, set[str]]) -> bool:
    """Tell whether a word stands elsewhere behind another than here, and never where a place stands: «در تیدمان», «بندر تیدمان»."""
    before = seen[words[at]]
    located = not _IN.isdisjoint(before) or any(heads_place(word, "fa") for word in before)
    return not located and bool(before - {words[at - 1]})


def _is_pair(words: tuple[str, ...], at: int, first: int) -> bool:
    """Tell whether two words, the second of which nobody writes, are rather a name than anything else: the first is a name from abroad or nobody writes it either."""
    given = words[at]
    if given.endswith(_BOUND):
        return False
    if not all(is_surname_word(words, i, "fa") for i in (at, at + 1)):
        return False
    # «آنا ماریا | تیدمان»: a name began before
    if at > first and (heads_name(words[at - 1], "fa") or is_unheard(words[at - 1])):
        return False
    if load_places("fa").find(words, at) or load_places("fa").find(words, at + 1):
        return False
    known = given in load_foreign_names("fa", weak=True) or _opens_as_given(words, at, first)
    return known or (is_unheard(given) and len(given) >= _SHORTEST - 1)


def _opens_as_given(words: tuple[str, ...], at: int, first: int) -> bool:
    """Tell whether a given name that is a common word too opens a clause at a token: «یگانه | پولادکف که …»."""
    opens = at == first or words[at - 1] in SIGNS
    return opens and words[at] in load_people("fa").given_names.alone
