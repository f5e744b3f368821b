"""Whose answer or voice reaches someone meant by the pronoun of the verb, before a colon: «فجاءه صوت الضابطة X: «…»», «وجاءها الجواب بتوقيع المدير X: «…»», «ووصله رد من الشركة: «…»»."""

from typing import NamedTuple

from rawi.lang.grammar import get_grammar
from rawi.quote.arabic.answers import REACHING
from rawi.quote.arabic.forms import without_object_pronoun
from rawi.quote.arabic.phrases import read_source
from rawi.quote.page import Page
from rawi.quote.saying import Range

_ANSWERS = frozenset({"جواب", "رد", "صوت", "نداء", "تعلیق", "تحذیر", "اجابه", "همس", "صراخ"})
_BY_WHOSE = frozenset({"بتوقیع", "بلسان", "بصوت", "بقلم"})
_SHORTEST = 4  # letters of جاءه


class Reached(NamedTuple):
    """A verb by which an answer reaches someone, and whose answer it is."""

    verb: Range
    owner: Range


def find_reached(page: Page, first: int, colon: int) -> Reached | None:
    """The answer that reaches someone between two tokens, of whom it is told whose it is."""
    for i in range(first, colon - 2):
        if page.mark_at[i] is None and reaches_him(page.words[i]):
            owner = _find_owner(page, i + 1, colon)
            return Reached((i, i + 1), owner) if owner is not None else None
    return None


def reaches_him(word: str) -> bool:
    """Tell whether a word is a verb of coming with the pronoun of whom it reaches.

    >>> [word for word in ("فجاءه", "ووصلها", "جاءتهم", "جاء", "بلغ") if reaches_him(word)]
    ['فجاءه', 'ووصلها', 'جاءتهم']
    """
    bodies = (word, word[1:]) if word[0] in "وف" else (word,)
    for body in bodies:
        stem = without_object_pronoun(body)
        if stem != body and len(body) >= _SHORTEST and stem.removesuffix("ت") in REACHING:
            return True
    return False


def _find_owner(page: Page, noun: int, colon: int) -> Range | None:
    """Whose the answer at a token is: named right behind it, or behind «من» or «by the signature of»."""
    words = page.words
    bare = get_grammar("ar").bare(words[noun])
    if bare not in _ANSWERS:
        return None
    if bare == words[noun]:
        owner = read_source(page, noun + 1, colon)
        if owner is not None and owner[0] == noun + 1:
            return owner
    for i in range(noun + 1, colon - 1):
        if words[i] == "من" or words[i] in _BY_WHOSE:
            owner = read_source(page, i + 1, colon, after_preposition=words[i] == "من")
            return owner if owner is not None and owner[0] == i + 1 else None
    return None
