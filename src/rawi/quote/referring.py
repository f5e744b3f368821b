"""Whom words that point mean where somebody speaks: «این مربی», «این شرکت», «این بیانیه», «هؤلاء»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_letter, names_part, names_people
from rawi.quote.cast import Cast
from rawi.quote.meant import find_by_head, find_pointed, find_witness
from rawi.quote.memory import Memory, Wanted
from rawi.quote.page import Page
from rawi.quote.persian.correspondence import LEGAL
from rawi.quote.persian.issuers import (
    find_issuer_of_authors,
    find_issuer_of_part,
    find_issuer_of_writing,
)
from rawi.quote.saying import Range, Saying
from rawi.quote.speaker import Speaker

_SEVERAL = frozenset({"افراد", "اشخاص", "عده"})


def find_referred(page: Page, cast: Cast, memory: Memory, saying: Saying) -> Speaker | None:
    """Tell whom «این مربی», «این شرکت», «این بیانیه» means; None when only the phrase itself tells."""
    assert saying.source is not None
    language = saying.language
    words = page.words[slice(*saying.source)]
    written = names_part(words) or (len(words) == 1 and names_letter(words[0], language))
    if language == "fa" and written:
        return find_issuer_of_part(page, cast, memory, saying.source)
    if words[0] not in get_grammar(language).demonstratives:
        if language != "fa":
            return None
        return (
            find_witness(page, cast, memory, saying.source)
            or find_by_head(page, cast, saying.source)
            or find_issuer_of_authors(page, cast, memory, saying.source[0])
        )
    if any(i in cast.at for i in range(*saying.source)):
        return None
    if language != "fa":
        plural = True if words[0] == "هولاء" else None
        return memory.find(Wanted(saying.gender, plural=plural)) if len(words) <= 3 else None
    shows = saying.cue is not None and page.words[saying.cue[0]] == "نشان"
    cited = saying.rule == "fa.attribution" and len(words) > 1 and words[1] in LEGAL
    if shows or cited:
        return None  # «همین مقاله نشان می دهد», «به موجب این دادخواست»
    if len(words) > 1 and names_letter(words[1], language):
        issuer = find_issuer_of_writing(page, cast, memory, saying.source[0] + 1)
        if issuer is not None:
            return issuer
    if len(words) == 1 or names_letter(words[1], language):
        return memory.find(Wanted())
    return _find_pointed(page, cast, memory, saying.source)


def _find_pointed(page: Page, cast: Cast, memory: Memory, source: Range) -> Speaker | None:
    """Whom «این مربی» means; «این افراد», «این کشاورزان» are several in mind, so called where the word is no general one, and no single person."""
    word = page.words[source[0] + 1]
    if not (names_people(word, "fa") or word in _SEVERAL):
        return find_pointed(page, cast, memory, source)
    many = (s for s in memory.recent if s.plural and not s.named)
    return next((s for s in many if word in _SEVERAL or word in s.words), None)
