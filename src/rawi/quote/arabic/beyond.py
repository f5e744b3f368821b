"""Whom an Arabic verb takes as its object behind a phrase of place, time or means: «خاطب X عبر الشاشة ستين متطوعاً»."""

from rawi.lang.grammar import get_grammar
from rawi.quote.arabic.groups import counted_at
from rawi.quote.arabic.hearers import are_several
from rawi.quote.arabic.people_words import heads_body, is_own_person
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.words import GOVERNING, is_possessed
from rawi.quote.page import Page
from rawi.quote.saying import Range

_LONGEST_COUNT = 5  # tokens of «مئة وعشرين متطوعاً»


def find_beyond(page: Page, at: int, stop: int) -> Range | None:
    """The people, the body or the one named, right behind a preposition at a token and its noun."""
    if at + 2 >= stop or page.words[at] not in get_grammar("ar").prepositions:
        return None
    place = read_source(page, at + 1, stop, after_preposition=True)
    if place is None:
        return None
    # «من مكتبها | رؤساء البلديات»
    own = next((i + 1 for i in range(*place) if is_possessed(page, i)), place[1])
    return _someone_at(page, own, stop)


def _someone_at(page: Page, first: int, stop: int) -> Range | None:
    """The people at a token, counted or not, someone's own, or a person by name."""
    if first >= stop or page.mark_at[first] is not None:
        return None
    named = page.person_at(first)
    if named is not None and named.first == first:
        return named.first, named.last
    if are_several(page, first) or is_own_person(page, first):
        phrase = read_source(page, first, stop)
        return phrase if phrase and phrase[0] == first else None
    if (body := _body_at(page, first, stop)) is not None:
        return body
    counts = (
        counted_at(page, i, first) for i in range(first + 1, min(stop, first + _LONGEST_COUNT))
    )
    return next((count for count in counts if count and count[0] == first), None)


def _body_at(page: Page, first: int, stop: int) -> Range | None:
    """The definite body at a token that is all that stands before «أنّ»: «دعت الرابطة في سهل النور | الأندية | إلى أن»."""
    word = page.words[first]
    head = get_grammar("ar").bare(word)
    if head == word or not heads_body(head):
        return None
    phrase = read_source(page, first, stop)
    last = stop - (page.words[stop - 1] in GOVERNING)
    return phrase if phrase == (first, last) else None
