"""Who speaks in a Persian writing that its source only points at: «در ادامهٔ اطلاعیه آمده است», «بند پایانی از دولت می خواهد»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_letter
from rawi.quote.cast import Cast
from rawi.quote.memory import Memory
from rawi.quote.page import Page
from rawi.quote.persian.correspondence import find_issuer
from rawi.quote.saying import Range
from rawi.quote.speaker import Speaker

_AUTHORS = frozenset({"نویسندگان", "تنظیمکنندگان", "تهیهکنندگان", "صادرکنندگان"})


def find_issuer_of_writing(page: Page, cast: Cast, memory: Memory, at: int) -> Speaker | None:
    """Who issued the writing that the noun at a token means, as the report told before."""
    return _identify_issuer(page, cast, memory, at, page.words[at])


def find_issuer_of_authors(page: Page, cast: Cast, memory: Memory, at: int) -> Speaker | None:
    """Who issued the writing whose unnamed authors a token means: «انجمن بیانیه ای منتشر کرد. | نویسندگان این بیانیه تأکید کرده اند C»."""
    if page.words[at] not in _AUTHORS or at + 2 >= len(page.words):
        return None
    noun = at + 1 + (page.words[at + 1] in get_grammar("fa").demonstratives)
    if not names_letter(page.words[noun], "fa"):
        return None
    issuer = find_issuer_of_writing(page, cast, memory, noun)
    return issuer if issuer is not None and issuer.body else None


def find_issuer_of_part(page: Page, cast: Cast, memory: Memory, source: Range) -> Speaker | None:
    """Whose writing it is of which a noun alone or a part speaks: «بند پایانی از دولت می خواهد»; for a part else the writing that spoke last."""
    at, last = source
    if last - at == 1:
        return find_issuer_of_writing(page, cast, memory, at)
    told = (word for word in reversed(page.words[:at]) if names_letter(word, "fa"))
    writing, spoke = next(told, None), memory.last_speaker
    issuer = _identify_issuer(page, cast, memory, at, writing) if writing else None
    speaks = spoke is not None and spoke.words != () and names_letter(spoke.words[0], "fa")
    return issuer or (spoke if speaks else None)


def _identify_issuer(page: Page, cast: Cast, memory: Memory, at: int, noun: str) -> Speaker | None:
    """Who issued the writing a noun means at a token."""
    issuer = find_issuer(page, at, noun)
    return cast.identify(issuer, "fa", memory.recent) if issuer else None
