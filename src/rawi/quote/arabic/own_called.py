"""Given names that stand alone, of someone's own person or of who does something: «همست لصديقتها | جمانة: «…»», «رفع | فهد يده وسأل»."""

from collections.abc import Iterator
from functools import cache

from rawi.facts import Mention
from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_gesture
from rawi.lang.people import load_people
from rawi.lang.speech import is_verb_of_saying
from rawi.lang.verbs import verb_gender
from rawi.quote.arabic.people_words import is_own, is_own_person, names_own
from rawi.quote.arabic.presenting import is_small
from rawi.quote.arabic.told import past_gender
from rawi.quote.arabic.words import SIGNS
from rawi.quote.page import Page, PlacedMention, PlacedSentence

_RULE = "ar.own"


def find_own_called(page: Page, sentence: PlacedSentence) -> Iterator[PlacedMention]:
    """Yield the given names right behind someone's own person, or behind a verb, that no mention has yet."""
    names, words = _first_names(), page.words
    for at in [i for i in range(sentence.first + 1, sentence.last) if words[i] in names]:
        owner = at - 1 - (page.words[at - 1] in get_grammar("ar").words["describing"])
        told = names_own(page.words[owner]) or _reaches_own(page, owner)
        own = owner >= sentence.first and (told or is_own_person(page, owner))
        if page.mark_at[at] is not None or not (_is_called(page, at) if own else _acts(page, at)):
            continue
        role = page.written((owner, at))[1 if told else 0 :] if own else None
        span, name = page.reading.span(at, at + 1), page.written((at, at + 1))
        yield PlacedMention(at, at + 1, Mention(span, "PER", name, _RULE, role))


@cache
def _first_names() -> frozenset[str]:
    """The words given names begin with, sure and perhaps ones."""
    people = load_people("ar")
    return frozenset(people.given_names.first_words() | people.perhaps_given.first_words())


def _reaches_own(page: Page, token: int) -> bool:
    """Tell whether ب and someone's own person stand at a token: «صاح | بلاعبه يامن»."""
    word = page.words[token]
    return word[0] == "ب" and not is_own(word) and is_own(word[1:])


def _acts(page: Page, at: int) -> bool:
    """Tell whether at a token the given name stands of who does what the verb before says, with his hand, or before he speaks: «رفع | فهد يده», «فالتفت إليه | حيدر وقال»."""
    word = page.words[at]
    given = load_people("ar").given_names.alone.get(word)
    if given is None or at in page.mention_at or at + 1 >= len(page.words):
        return False
    verb = at - 1 - (page.words[at - 1] in get_grammar("ar").words["resuming"])
    turned = past_gender(page.words[verb], get_grammar("ar").words["turning"])
    gender = verb_gender(page.words[verb]) or turned
    if gender is None and page.words[verb].endswith("ت") and names_gesture(page.words[at + 1]):
        gender = "f"  # «هزت | مناهل رأسها»
    if word in get_grammar("ar").prepositions or gender is None or gender != given.gender:
        return False
    after = page.words[at + 1]
    speaks = after[0] in "وف" and is_verb_of_saying((after[1:],), 0)
    return names_gesture(after) or speaks


def _is_called(page: Page, at: int) -> bool:
    """Tell whether a given name stands at a token; one that is a word too only before a border: «لحفيدتها | منى: «…»»."""
    word, people = page.words[at], load_people("ar")
    given, perhaps = people.given_names.alone.get(word), people.perhaps_given.alone.get(word)
    if at in page.mention_at or at - 1 in page.mention_at or (given is None and perhaps is None):
        return False
    grammar = get_grammar("ar")
    if word.startswith("ال") or word in grammar.prepositions or word in grammar.adverbs:
        return False
    after = page.words[at + 1] if at + 1 < len(page.words) else "."
    sure = given is not None and not given.weak
    return sure or after in SIGNS or is_small(after)
