"""Tell whether words are someone's own: a speaker says I and we, an outlet hardly ever. Floor 2."""

from collections.abc import Sequence
from functools import lru_cache

from rawi.lang.common import takes_article
from rawi.lang.given_names import load_foreign_names
from rawi.lang.grammar import get_grammar
from rawi.lang.persian_verbs import is_persian_verb
from rawi.lang.verbs import is_verb

_LEE = "لی"
_SHORTEST = 5  # letters of a word with «نا» at its end
_LEAST_BEFORE_ME = 4  # letters of a verb with «ني» after it
_OURS = frozenset({"لدی", "ل", "عل", "علی", "ب", "من", "ان", "لان", "لکن", "کن", "الی", "عن", "مع"})


def says_i(words: Sequence[str]) -> bool:
    """Tell whether one of some folded Arabic words is a verb or pronoun of I or we, or «our».

    >>> says_i(("سننجح", "لان", "اتحادنا")), says_i(("یستمر", "العرض"))
    (True, False)
    >>> says_i(("دیبورا", "لی", "فیرنیس")), says_i(("قالت", "لی"))
    (False, True)
    """
    known = get_grammar("ar").words["first_person"]
    return any(
        (word in known or word[word[0] in "وف" :] in known or _is_own(word))
        and not (word == _LEE and _is_lee(words, i))
        for i, word in enumerate(words)
    )


def _is_lee(words: Sequence[str], at: int) -> bool:
    """Tell whether a word is no «to me» but the name behind one from abroad: «ديبورا | لي فيرنيس»."""
    return at > 0 and words[at - 1] in load_foreign_names()


def says_i_in_persian(words: Sequence[str]) -> bool:
    """Tell whether one of some folded Persian words is a pronoun or a verb of I or we.

    >>> says_i_in_persian(("خراب", "کردیم")), says_i_in_persian(("مردم", "رفتند"))
    (True, False)
    """
    known = get_grammar("fa").words["first_person"]
    return any(word in known or (word[-1] == "م" and is_persian_verb(word)) for word in words)


@lru_cache(maxsize=65536)
def is_present_of_us(word: str) -> bool:
    """Tell whether a folded Arabic word is a present of I or we, also of the future and behind «و»: أتذكر, سنضع.

    >>> [word for word in ("اتذکر", "سنفتح", "ونامل", "نادر", "الوزیر") if is_present_of_us(word)]
    ['اتذکر', 'سنفتح', 'ونامل']
    """
    bare = word[1:] if word[0] in "وف" and len(word) > 3 else word
    bare = bare.removeprefix("س") if bare[1:2] in ("ا", "ن") else bare
    if len(bare) > 3 and bare[0] in "ان" and is_verb("ی" + bare[1:]) and not is_verb(bare):
        return not takes_article(bare)
    return False


def is_future_of_us(word: str) -> bool:
    """Tell whether a folded Arabic word is a future of us, and so no name: سنفتح.

    >>> [word for word in ("سنفتح", "سناء", "سنان", "نضع") if is_future_of_us(word)]
    ['سنفتح']
    """
    return word.startswith("سن") and is_present_of_us(word)


@lru_cache(maxsize=65536)
def _is_own(word: str) -> bool:
    """Tell whether a word is a present of I or we (أتذكر, سنضع), or ends in «ني» after a verb, in «نا» after a noun, verb or particle."""
    if is_present_of_us(word):
        return True
    me = word.removesuffix("نی")
    if me != word and len(me) >= _LEAST_BEFORE_ME and (is_verb(me) or is_verb(me.lstrip("وف"))):
        return True  # سألتني, but ينحني
    stem = word.removesuffix("نا")
    if stem == word:
        return False
    plain = stem.lstrip("وف")
    return plain in _OURS or (
        len(word) >= _SHORTEST and (takes_article(stem) or is_verb(stem) or is_verb(plain))
    )
