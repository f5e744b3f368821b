"""Whether an Arabic role tells of somebody new, since whom a scene has besides is known by another: «قال رئيس البلدية X إنّ C. وسأل Y | الحارس: «…»»."""

from rawi.lang.grammar import get_grammar
from rawi.quote.page import Page
from rawi.quote.roles import role_words
from rawi.quote.saying import Range
from rawi.quote.speaker import Speaker


def is_of_other_calling(page: Page, met: Speaker, place: Range) -> bool:
    """Tell whether those told at a place are called by a role, and somebody known only by others is none of them: the mayor is no guard; «الضيف», «الأستاذ», «المتهم» may be anyone."""
    grammar = get_grammar("ar")
    head = grammar.bare(page.words[place[0]])
    sets = (grammar.words[name] for name in ("anyone", "parties", "questioned"))
    if not met.roles or any(head in words for words in sets):
        return False
    called = role_words((head,), "ar")[:1]
    return bool(called) and all(role[:1] != called for role in met.roles)
