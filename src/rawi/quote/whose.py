"""Whose somebody or something is that a phrase names: «سخنگوی X», «حملة X», «منافس X» are not X."""

from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.quote.arabic.hearers import heads_outlet_name
from rawi.quote.arabic.people_words import heads_body
from rawi.quote.page import Page, PlacedMention
from rawi.quote.saying import Range


def is_owned(page: Page, source: Range, name: int) -> bool:
    """Tell whether the name at a token of an Arabic phrase only says whose its head is: «شركة إريكسون», «حملة X», «منافس X»; not «المنافس X», «السيد X»."""
    first, _ = source
    head = page.words[first]
    if name != first + 1:
        return False
    if heads_outlet_name(page, first) or heads_body(head):
        return True
    people = load_people("ar")
    bare = not head.startswith("ال") and people.titles.find((head,), 0) is None
    role = people.roles.find((head,), 0) is not None
    return bare and (role or head in get_grammar("ar").words["of_somebody"])


def speaks_for(page: Page, source: Range, name: int) -> bool:
    """Tell whether the name at a token of a Persian phrase is that of him for whom its head speaks: «سخنگوی X»; not «سخنگوی دولت، X»."""
    length = _count_heads(page, name)
    return length > 0 and name == source[0] + length


def tells_whose(page: Page, placed: PlacedMention) -> bool:
    """Tell whether a Persian name says for whom somebody speaks, and the role before it is not its bearer's."""
    return _count_heads(page, placed.first) > 0


def _count_heads(page: Page, name: int) -> int:
    """How many words right before a Persian name, in one token or two, are the calling of one who speaks for somebody: «سخنگوی | X», «مدیر برنامه های | X»; 0 where none are."""
    callings = get_grammar("fa").words["of_somebody"]
    for length in (1, 2):
        if name >= length and "".join(page.words[name - length : name]) in callings:
            return length
    return 0
