"""Where behind a Persian «به» stands the goal of a noun, and nobody spoken to: «سفر اخیر خود به روستا», «کمک دولت به کشاورزان»."""

from rawi.lang.grammar import get_grammar
from rawi.quote.page import Page
from rawi.quote.persian.hearers import is_outlet, is_someone
from rawi.quote.persian.phrases import SIGNS
from rawi.quote.persian.verbs import is_finite
from rawi.quote.saying import Range

_FARTHEST = 5  # tokens from the noun to «به»
_BORDERS = frozenset({"را", "که", "و"})


def is_goal(page: Page, first: int, preposition: int, phrase: Range) -> bool:
    """Tell whether a phrase behind a preposition belongs to a noun of going or giving before; of going only where it is no people.

    After «پس از سفر وزیر به خبرنگاران گفت» they listen, and so do reporters after any noun.
    """
    sets, words = get_grammar("fa").words, page.words
    noun = _noun_before(page, first, preposition)
    if noun is None or noun == first:
        return False
    reporters = words[phrase[0]] in get_grammar("fa").interviewers or is_outlet(page, phrase)
    people = is_someone(words[phrase[0]]) or _names_person(page, phrase[0])
    return not (reporters or (people and words[noun] in sets["going"]))


def _noun_before(page: Page, first: int, preposition: int) -> int | None:
    """The noun of going or giving on which, behind its own words, a preposition may hang."""
    grammar = get_grammar("fa")
    nouns = grammar.words["going"] | grammar.words["giving"]
    borders = SIGNS | _BORDERS | grammar.prepositions
    for i in range(preposition - 1, max(first, preposition - _FARTHEST) - 1, -1):
        if page.words[i] in nouns:
            return i
        if page.words[i] in borders or page.mark_at[i] is not None or is_finite(page, i):
            return None
    return None


def _names_person(page: Page, token: int) -> bool:
    """Tell whether a person is named at a token."""
    named = page.mention_at.get(token)
    return named is not None and named.mention.type == "PER"
