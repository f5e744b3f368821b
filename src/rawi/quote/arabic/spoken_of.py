"""Whom an Arabic clause opens about, and who therefore does not speak in it: «وعن الحارس X، المصاب في الركبة، اكتفى بالقول»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_people
from rawi.lang.people import load_people
from rawi.quote.arabic.forms import without_pronoun
from rawi.quote.page import Page
from rawi.quote.saying import Range

_ABOUT = frozenset({"عن", "حول", "بشان", "بخصوص"})


def opens_about(page: Page, token: int) -> bool:
    """Tell whether a preposition at a token says of whom or what something is said."""
    return token >= 0 and page.words[token].removeprefix("و") in _ABOUT


def is_spoken_of(page: Page, at: int) -> bool:
    """Tell whether before a name a definite role and a preposition say that he is spoken of: «وعن الحارس X، …، اكتفى بالقول»."""
    return opens_about(page, at - 2) and page.words[at - 1].startswith("ال")


def is_thing_of(page: Page, phrase: Range) -> bool:
    """Tell whether a phrase is a thing of somebody named in it, and no one himself: «رسوم المستشفى»; not «وزارة المياه», «أرملة سامي»."""
    first, head = phrase[0], get_grammar("ar").bare(page.words[phrase[0]])
    people = load_people("ar")
    someone = people.roles.find((head,), 0) or people.organisations.find((head,), 0)
    sets = get_grammar("ar")
    known = names_people(head, "ar") or head in sets.indefinites or head in sets.documents
    own = without_pronoun(head) in sets.words["counterparts"]
    titled = people.titles.find(page.words, first) is not None
    return not (first in page.mention_at or someone or known or own or titled)


def tells_topic(page: Page, first: int, phrase: Range) -> bool:
    """Tell whether between commas a phrase without a name says what the one is whom a clause opens about: «وعن الحارس X، المصاب في الركبة، اكتفى بالقول»."""
    about = opens_about(page, first) and phrase[0] - 2 > first
    named = any(i in page.mention_at for i in range(*phrase))
    closed = page.words[phrase[1] : phrase[1] + 1] == ("،",)
    return about and closed and not named and phrase[0] - 2 in page.mention_at
