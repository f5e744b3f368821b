"""By what name an Arabic hearer is called behind a comma: «قالت للمدعى عليه، وهو الخباز X: «…»», «لقائد الفريق، الحارس X، إنّ»."""

from rawi.lang.grammar import get_grammar
from rawi.quote.arabic.apposed import called_behind_comma, name_past_roles
from rawi.quote.arabic.words import is_complementizer
from rawi.quote.page import Page
from rawi.quote.saying import Range

_CLOSING = frozenset("،,:(")


def find_apposed(page: Page, place: Range) -> Range | None:
    """The name that a comma sets beside the words for one hearer, perhaps behind «who is»; None where they name him, or nothing closes it."""
    words, comma = page.words, place[1]
    if comma + 2 >= len(words) or words[comma] not in "،,":
        return None
    named = (page.mention_at[i].mention.type for i in range(*place) if i in page.mention_at)
    if "PER" in named:
        return None
    told = words[comma + 1] in get_grammar("ar").words["he_is"]
    sentence = page.sentence_at(comma)
    stop = sentence.last if sentence else comma
    end = name_past_roles(page, comma + 1 + told, stop)
    end = end or called_behind_comma(page, comma, stop)
    if end is None:
        return None
    closed = told or end == len(words) or words[end] in _CLOSING or is_complementizer(words[end])
    return (page.mention_at[end - 1].first, end) if closed else None
