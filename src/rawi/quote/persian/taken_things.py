"""Where a Persian subject ends before a thing, new to the reader, that the one it names takes or does: «کارگر | آجری برداشت و گفت», «مدیر | نگاهی به کتاب انداخت و گفت»."""

from rawi.lang.common import is_rare
from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.quote.page import Page
from rawi.quote.persian.hearers import may_tell
from rawi.quote.persian.phrases import heads_role
from rawi.quote.persian.verbs import is_finite
from rawi.quote.saying import Range

_FARTHEST = 8  # tokens from the thing to its verb
_INDEFINITE = ("ای", "ی")
_WAYS = frozenset({"تکان", "نشان", "بالا", "پایین", "باز", "فرو", "پس"})  # «سری تکان داد»
_SHORTEST = 3  # letters of «نان»


def find_taken(page: Page, phrase: Range, stop: int) -> int | None:
    """Where in the phrase of somebody by his role the thing begins that he takes before he speaks; None where he takes none: «مدیر شرکتی آمد و گفت»."""
    first, last = phrase
    if first in page.mention_at or not (heads_role(page, first) or may_tell(page, phrase)):
        return None
    role = load_people("fa").roles.find(page.words, first)
    begun = max(first + 1, role.end if role else 0)
    verb = _find_taking(page, begun, stop)
    if verb is None:
        return None
    things = [i for i in range(begun, last) if i < verb and _is_new_thing(page, i, verb)]
    if not things:
        return None
    # «معلم جوانی | کتابی برداشت»
    described = len(things) > 1 and things[:2] == [first + 1, first + 2]
    begin = things[described]
    return begin if may_tell(page, (first, begin)) else None


def _find_taking(page: Page, first: int, stop: int) -> int | None:
    """The verb with which somebody takes or does something, before «و», a pause or a colon, of the first clause from a token on."""
    taking, words = get_grammar("fa").words["taking"], page.words
    for i in range(first, min(stop + 1, first + _FARTHEST)):
        if words[i + 1 : i + 2] in (("و",), ("،",), (":",)):
            if words[i] in taking:
                return i
            if is_finite(page, i):
                return None
    return None


def _is_new_thing(page: Page, token: int, verb: int) -> bool:
    """Tell whether a word is a noun with the yeh of «a», nobody's name or calling, and goes with a verb: «آجری برداشت», «نگاهی به او انداخت», «استکانی چای ریخت»; not «مربی ایرانی دست زد»."""
    word, sets = page.words[token], get_grammar("fa").words
    stems = [word.removesuffix(ending) for ending in _INDEFINITE if word.endswith(ending)]
    if not stems or token in page.mention_at or word in sets["relational"] | sets["counted"]:
        return False
    counted = any(stem in sets["counted"] for stem in stems)
    own = any(stem in sets["own_things"] or stem in sets["tones"] for stem in stems)
    between = page.words[token + 1 : verb]
    governs = between[:1] != () and between[0] in get_grammar("fa").prepositions
    goes = not between or governs or counted or between[0] in _WAYS
    known = any(len(stem) >= _SHORTEST and not is_rare(stem) for stem in stems)
    return goes and (counted or own or known or not between)
