"""How someone's own person is called by a given name alone: «همست لصديقتها | جمانة: «…»», «كان يقول لابنه | سعد كلما تأخّر»."""

from collections.abc import Iterator

from rawi.facts import Mention
from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.quote.arabic.people_words import is_own_person, names_own
from rawi.quote.arabic.presenting import is_small
from rawi.quote.arabic.words import SIGNS
from rawi.quote.page import Page, PlacedMention, PlacedSentence

_RULE = "ar.own"


def find_own_called(page: Page, sentence: PlacedSentence) -> Iterator[PlacedMention]:
    """Yield the given names right behind someone's own person that no mention has yet."""
    for at in range(sentence.first + 1, sentence.last):
        told = names_own(page.words[at - 1])
        own = told or is_own_person(page, at - 1)
        if own and page.mark_at[at] is None and _is_called(page, at):
            role = page.written((at - 1, at)).removeprefix("ل" if told else "")
            span, name = page.reading.span(at, at + 1), page.written((at, at + 1))
            yield PlacedMention(at, at + 1, Mention(span, "PER", name, _RULE, role))


def _is_called(page: Page, at: int) -> bool:
    """Tell whether a given name stands at a token; one that is a word too only before a border: «لحفيدتها | منى: «…»»."""
    word, people = page.words[at], load_people("ar")
    given, perhaps = people.given_names.find((word,), 0), people.perhaps_given.find((word,), 0)
    if at in page.mention_at or at - 1 in page.mention_at or (given is None and perhaps is None):
        return False
    grammar = get_grammar("ar")
    if word.startswith("ال") or word in grammar.prepositions or word in grammar.adverbs:
        return False
    after = page.words[at + 1] if at + 1 < len(page.words) else "."
    sure = given is not None and not given.value.weak
    return sure or after in SIGNS or is_small(after)
