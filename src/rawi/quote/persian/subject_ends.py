"""Where a Persian subject ends before what the one it names does or speaks of: «مادرم | تلفن زد و گفت», «شهردار | شایعهٔ فروش پارک را …»."""

from functools import cache

from rawi.lang.grammar import get_grammar
from rawi.quote.page import Page
from rawi.quote.persian.hearers import is_someone, may_tell
from rawi.quote.persian.phrases import HE, heads_role
from rawi.quote.persian.verbs import is_finite
from rawi.quote.persian.voices import is_one
from rawi.quote.saying import Range

_LONGEST_VERB = 3  # tokens of «سر تکان داد»
_SHORTEST_TAKING = 2  # words of someone and what he takes
_SHORTEST_OWN = 3  # letters of «سرش»


def end_before_verb(page: Page, phrase: Range) -> Range:
    """Someone without the noun of the verb behind him, by which he reaches somebody or makes a gesture."""
    first, last = phrase
    if last - first < 2 or last >= len(page.words):
        return phrase
    for i in range(max(first + 1, last + 1 - _LONGEST_VERB), last):
        if page.words[i] in _nouns_of_verbs() and is_finite(page, last):
            return (first, i) if _is_someone(page, (first, i)) else phrase
    return phrase


def end_before_claim(page: Page, phrase: Range) -> Range | None:
    """Someone by his role before a claim, a complaint or a request in an object; None where there is none: «رئیس اتحادیه | پیشنهاد شهرداری را رد کرد»."""
    first, last = phrase
    at = next((i for i in range(first + 1, last) if page.words[i] in _claims()), None)
    return (first, at) if at is not None and heads_role(page, first) else None


def end_before_taken(page: Page, phrase: Range) -> Range | None:
    """Someone new before what he takes in an object: «دانشجویی | راه او را گرفت», «معلم جوانی | پنجره را بست»; not «مردی جوان را دیدند»."""
    first, last = phrase
    words = page.words[first:last]
    if len(words) < _SHORTEST_TAKING or words[0] in get_grammar("fa").words["nobody"]:
        return None
    if words[1].endswith("ی") and (heads_role(page, first) or is_someone(words[0])):
        return (first, first + 2) if words[2:] else None
    whose = words[-1] in HE or (len(words[-1]) > _SHORTEST_OWN and words[-1].endswith("ش"))
    new = words[0].endswith("ی") and is_someone(words[0])
    takes = whose or (words[1].endswith("ی") and not words[2:])  # «نامه ای را», «دستش را»
    return (first, first + 1) if new and takes else None


@cache
def _nouns_of_verbs() -> frozenset[str]:
    """The nouns of verbs by which one reaches, thanks or reproaches somebody, and of gestures."""
    sets = get_grammar("fa").words
    kinds = ("contacts", "own_things", "acts", "apologies", "grievances", "pleas")
    learning = {"یاد"}  # «آشپزی یاد گرفت»
    return frozenset().union(*(sets[kind] for kind in kinds)) - learning


@cache
def _claims() -> frozenset[str]:
    """The nouns of claims, complaints and requests."""
    sets = get_grammar("fa").words
    return sets["told_nouns"] | sets["grievances"] | sets["pleas"]


def _is_someone(page: Page, phrase: Range) -> bool:
    """Tell whether a phrase is somebody who acts, of a calling or somebody's kin among them."""
    return may_tell(page, phrase) or is_one(page, phrase)
