"""Whom an Arabic verb of telling or asking reaches by what he does: «نصح الطبيب من يشعر بألم بأن», «دعت الشرطة كل من رأى الحادث إلى»."""

from rawi.lang.nouns import names_act
from rawi.lang.people import load_people
from rawi.lang.verbs import is_plural_verb, is_verb
from rawi.quote.page import Page
from rawi.quote.saying import Range

_ANYONE = frozenset({("ای", "شخص"), ("ای", "احد"), ("ای", "فرد"), ("ای", "مواطن"), ("ای", "شاهد")})
_WHO = frozenset({"من", "الذین", "اللواتی", "اللاتی"})
_SHORTEST_PAST = 3  # letters of a verb
_GOVERNING = frozenset({"الی", "من", "علی"})  # before أنّ: «حذّر من يسبح هناك من أنّ»


def opens_whoever(page: Page, at: int) -> bool:
    """Tell whether at a token «who does something» begins: «من يملك معلومات», «كل من رآه», «أي شخص رآه»; not «من المدير»."""
    words = page.words
    if words[at : at + 2] == ("کل", "من") or words[at : at + 2] in _ANYONE:
        return True
    if words[at] not in _WHO or at + 1 in page.mention_at:
        return False
    does = at + 1 < len(words) and (is_verb(words[at + 1]) or is_plural_verb(words[at + 1]))
    return does or words[at] == "الذین"


def are_whoever(page: Page, at: int) -> bool:
    """Tell whether at a token «all who do something» begin, who never speak: «كل من رآه»; not «كلٌّ من سالم وهبة»."""
    words, does = page.words, at + 2
    if words[at] != "کل" or words[at + 1 : does] != ("من",):
        return False
    if does in page.mention_at or does >= len(words):
        return False
    people, short = load_people("ar"), len(words[does]) == _SHORTEST_PAST
    known = words[does] in people.roles.alone or words[does] in people.organisations.alone
    # «شرب», «شعر» are nouns too
    return is_verb(words[does]) or is_plural_verb(words[does]) or (short and not known)


def read_whoever(page: Page, first: int, stop: int) -> Range | None:
    """Who does something, from a token up to what he is told or asked for, which begins at `stop`; None where no such clause opens."""
    if first >= stop or not opens_whoever(page, first):
        return None
    end = stop
    while end > first + 2 and page.words[end - 1] in _GOVERNING:
        end -= 1
    return first, end


def read_asked_whoever(page: Page, first: int, stop: int) -> Range | None:
    """Who does something, before «إلى» and what is asked of him; None where no «إلى» stands: «من يملك معلومات | إلى الاتصال»."""
    if first >= stop or not opens_whoever(page, first):
        return None
    towards = [i for i in range(first + 2, stop - 1) if page.words[i] == "الی"]
    acts = (i for i in towards if names_act(page.words[i + 1]))
    end = next(acts, towards[0] if towards else None)
    return (first, end) if end is not None else None
