"""Where behind a Persian «به» stands the goal of a noun, and nobody spoken to: «سفر اخیر خود به روستا», «کمک دولت به کشاورزان»."""

from functools import cache

from rawi.lang.grammar import get_grammar
from rawi.lang.people import heads_outlet
from rawi.quote.page import Page
from rawi.quote.persian.announcing import REFERRING
from rawi.quote.persian.ends import ORDERS
from rawi.quote.persian.hearers import is_outlet, is_someone
from rawi.quote.persian.phrases import SIGNS
from rawi.quote.persian.verbs import is_finite
from rawi.quote.saying import Range

_FARTHEST = 5  # tokens from the noun to «به»
SPOKEN_OF = REFERRING | {"از", "خصوص", "مورد", "بر"}
# «با رد | اعتراض اصناف به X», «با یادآوری | علاقهٔ پدرش به X»
_TAKEN_UP = SPOKEN_OF | {
    "رد", "انکار", "تکذیب", "نفی", "تایید", "یاداوری", "ذکر", "شرح", "نقد", "تشریح", "بیان", "توصیف", "توجیه",
}  # fmt: skip
_BORDERS = frozenset({"را", "که", "و"})


def is_goal(page: Page, first: int, preposition: int, phrase: Range) -> bool:
    """Tell whether a phrase behind a preposition belongs to a noun before; to one of going only where it is no people.

    After «پس از سفر وزیر به خبرنگاران گفت» they listen, and so do reporters after any noun.
    """
    sets, words = get_grammar("fa").words, page.words
    noun = _noun_before(page, first, preposition)
    if noun is None or noun == first:
        return False
    if words[noun] in sets["towards"] and not _is_anothers(page, noun, preposition):
        return False
    pointed = (
        words[phrase[0]] in get_grammar("fa").demonstratives
    )  # «به این روزنامه», no «به این شاعر»
    press = heads_outlet(words, phrase[0] + 1, "fa") if pointed else is_outlet(page, phrase)
    reporters = press or words[phrase[0]] in get_grammar("fa").interviewers
    people = is_someone(words[phrase[0]]) or page.person_at(phrase[0]) is not None
    return not (reporters or (people and words[noun] in sets["going"]))


def _noun_before(page: Page, first: int, preposition: int) -> int | None:
    """The noun on which, behind its own words, a preposition may hang."""
    nouns, borders = _goal_nouns(), _borders()
    for i in range(preposition - 1, max(first, preposition - _FARTHEST) - 1, -1):
        word = page.words[i]
        if word in nouns or (word.endswith("اش") and word[:-2] in nouns):
            return i  # «وابستگی اش به X»
        if page.words[i] in borders or page.mark_at[i] is not None or is_finite(page, i):
            return None
    return None


def is_beside(page: Page, preposition: int) -> bool:
    """Tell whether a preposition hangs on what one does besides, and no tone: «با نیم نگاهی | به آمار گفت», not «با خنده | به آن ها گفت»."""
    words, sets = page.words, get_grammar("fa").words
    for i in range(preposition - 1, max(0, preposition - _FARTHEST) - 1, -1):
        if words[i] in ("با", "ضمن"):
            return preposition - i > 1 and words[i + 1] not in sets["tones"]
        if words[i] in SIGNS or page.mark_at[i] is not None or is_finite(page, i):
            return False
    return False


@cache
def _goal_nouns() -> frozenset[str]:
    """The nouns of going, of giving and of what is said to somebody."""
    sets = get_grammar("fa").words
    return sets["going"] | sets["giving"] | sets["towards"]


@cache
def _borders() -> frozenset[str]:
    """The words at which, going back, the phrase of such a noun ends."""
    return SIGNS | _BORDERS | get_grammar("fa").prepositions


def _is_anothers(page: Page, noun: int, preposition: int) -> bool:
    """Tell whether what is said with a noun is somebody else's, of which the speaker talks: «با اشاره به | نامهٔ شهردار | به X», not «در نامهٔ خود به X»."""
    words = page.words
    owner = set(words[noun + 1 : preposition]) - get_grammar("fa").words["message_adjectives"]
    # not «پس از نامهٔ شهردار به X»
    spoken_of = words[noun - 1] in _TAKEN_UP and words[noun - 2] not in ORDERS
    return bool(owner) and "خود" not in owner and spoken_of
