"""Which paragraph of a Persian report is news of its own, from another place, in a list of such: «* بندر رودبار: فرماندار بندر گفت C»."""

from rawi.lang.people import load_people
from rawi.quote.page import Page, Paragraph
from rawi.quote.persian.phrases import heads_role

_BULLETS = frozenset("*•■□●○◄►▪◆◾")
_LONGEST_PLACE = 4  # words before the colon


def is_apart(page: Page, token: int, other: int) -> bool:
    """Tell whether two tokens stand in different news of a list, so that nobody named in one holds an office told in the other."""
    first, last = sorted((page.paragraph_of(token), page.paragraph_of(other)))
    return any(_opens_notice(page, one) for one in page.paragraphs[first + 1 : last + 1])


def _opens_notice(page: Page, paragraph: Paragraph) -> bool:
    """Tell whether a paragraph begins with a bullet, where its news comes from, and a colon; not with who speaks, «* شهردار: C»."""
    words, first = page.words, paragraph.first
    if words[first] not in _BULLETS or paragraph.language != "fa":
        return False
    near = range(first + 1, min(paragraph.last, first + _LONGEST_PLACE + 2))
    colon = next((i for i in near if words[i] == ":"), None)
    if colon is None or colon == first + 1:
        return False
    told = range(first + 1, colon)
    bodies = load_people("fa").organisations
    speaks = any(page.person_at(i) is not None or heads_role(page, i) for i in told)
    return not (speaks or bodies.find(words, first + 1) is not None)
