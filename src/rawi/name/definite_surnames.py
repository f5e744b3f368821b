"""An Arabic surname with the article alone behind a definite office, whose bearer is named no further: «الرئيس | السنيورة», «وزير الصحة | المطيري»."""

from functools import cache

from rawi.lang.common import load_arabic_counts
from rawi.lang.folding import squeeze
from rawi.lang.grammar import get_grammar
from rawi.lang.known_names import load_known_names
from rawi.lang.people import load_people
from rawi.lang.places import place_codes
from rawi.lang.reading import Reading
from rawi.lang.speech import is_that, load_cues
from rawi.name.families import is_family_name
from rawi.name.found import FoundName
from rawi.name.places import load_places
from rawi.name.roles import role_end
from rawi.name.words import SIGNS, is_closed, is_small

_LONGEST_ROLE = 5  # tokens
_SHORTEST = 5  # letters with the article
_SELDOM = 40  # ten times in a million words
# With the article so much oftener than without, in ten times the logarithm.
_ARTICLE_BELONGS = 11
# What a place's name loses before the ending of relation: كرواتيا, أوروبا, سورية.
_LOST = ("یا", "ا", "یه", "ه", "")


def find_definite_surname(reading: Reading, at: int, first: int, last: int) -> FoundName | None:
    """The surname at a token, between a definite office and a sure border.

    >>> from rawi.lang.reading import read_tokens
    >>> words = read_tokens("قال النائب المطيري إن")
    >>> found = find_definite_surname(words, 2, 0, 4)
    >>> found is not None and (found.first, found.last, found.role)
    (2, 3, (1, 2))
    >>> find_definite_surname(read_tokens("قال النائب الكرواتي إن"), 2, 0, 4) is None
    True
    """
    words = reading.words
    if at == first or not _is_surname(words, at) or not words[at - 1].startswith("ال"):
        return None
    if not _is_bordered(words, at + 1, last):
        return None
    begun = _role_before(words, at, first)
    return None if begun is None else FoundName(at, at + 1, "PER", "ar.role", (begun, at), 2)


def _role_before(words: tuple[str, ...], at: int, first: int) -> int | None:
    """The token at which a definite office begins that ends before a token: «| وزير الصحة», «| الرئيس»."""
    offices = get_grammar("ar").words["offices"]
    for i in range(at - 1, max(first, at - _LONGEST_ROLE) - 1, -1):
        head = words[i].removeprefix("و") if len(words[i]) > _SHORTEST else words[i]
        if head.removeprefix("ال") in offices:
            if words[i].startswith("ال"):
                return i if i == at - 1 else None
            known = _is_known(words[at]) and role_end(words, i, at, "ar") == at
            return i if known and i < at - 1 else None
        if not words[i].isalpha() or load_cues("ar").find(words, i) is not None:
            return None
    return None


def _is_known(word: str) -> bool:
    """Tell whether people bear a word, with or without its article: behind «مدير المصنع» an adjective may stand, الإسمنتي."""
    known = load_known_names("ar")
    forms = (word, word.removeprefix("ال"))
    return any(form in known.surnames or form in known.perhaps_surnames for form in forms)


def _is_surname(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a definite word is hardly anything but a family's name, and tells of no place: السنيورة, المطيري; not الكرواتي."""
    word = words[at]
    if not word.startswith("ال") or len(word) < _SHORTEST or is_closed(word, "ar"):
        return False
    sets, people = get_grammar("ar").words, load_people("ar")
    told = word in sets["describing"] or word in sets["periods_when"] or word in _of_places()
    told = told or people.roles.find((word[2:],), 0) is not None
    told = told or people.organisations.find((word[2:],), 0) is not None
    if told or load_places("ar").find((word,), 0) is not None:
        return False
    return is_family_name(word, "ar") or _is_always_definite(word)


def _is_always_definite(word: str) -> bool:
    """Tell whether a word of no relation is seldom and nearly never without its article: السنيورة."""
    counts = load_arabic_counts()
    often = counts.get(word, 0)
    seldom = often < _SELDOM and counts.get(word[2:], 0) <= often - _ARTICLE_BELONGS
    return seldom and not word.endswith(("ی", "یه", "ات", "ین", "ون"))


def _is_bordered(words: tuple[str, ...], at: int, last: int) -> bool:
    """Tell whether at a token a sign, «that», a small word or a verb of saying stands."""
    if at >= last:
        return False
    word = words[at]
    return (
        word in SIGNS
        or is_that(word)
        or is_small(word, "ar")
        or load_cues("ar").find(words, at) is not None
    )


@cache
def _of_places() -> frozenset[str]:
    """The definite adjectives of the places of the table: الكرواتي, الأوروبي."""
    stems = {squeeze(name).removeprefix("ال") for name, _ in place_codes("ar") if " " not in name}
    return frozenset(
        f"ال{stem.removesuffix(end)}ی" for stem in stems for end in _LOST if stem.endswith(end)
    )
