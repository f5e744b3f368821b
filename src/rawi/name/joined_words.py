"""Which Arabic words are two written together, of which a name is at most the second: «ببيع», «وسهيل», «فغابت», «لاعبيها»."""

import re
from functools import lru_cache

from rawi.lang.common import (
    governs_name,
    load_arabic_counts,
    takes_article,
)
from rawi.lang.grammar import get_grammar
from rawi.lang.known_names import load_known_names
from rawi.lang.nouns import governs_act
from rawi.lang.people import load_people
from rawi.lang.verbs import is_plural_verb, is_verb

# Prepositions with pronouns: عليك, منهم.
_WITH_PRONOUN = re.compile(
    "(?:علی|الی|لدی|من|عن|فی|مع|بین|عند|حول)(?:ه|ها|هم|هما|هن|نا|ک|کم)$|[عم]نا$"
)
_SHORTEST_DEFINITE = 5  # بالين has as few letters, and no noun in it
_SHORTEST_OWNED = 5
_SHORTEST_THEN = 4  # letters; of so many or fewer, nothing is told to stand before a noun
DEFINITE = ("ال", "لل", "وال", "بال")  # the article, alone and behind what is joined
_MORE_FREQUENT = 8  # six times, in tenths of the logarithm
_PRONOUNS = ("ها", "هم", "هما", "نا", "ه", "ی", "ک", "کم")
_ENDINGS = (*_PRONOUNS, "ا", "ون", "ین", "ات", "ان", "تا", "و")


@lru_cache(maxsize=65536)
def is_made_of_two(word: str) -> bool:
    """Tell whether an Arabic word is two written together, of which a name is at most the second: بالبيت, وسهيل, عليك, باقتضاب."""
    return (
        _has_article_inside(word)
        or _joins_given_name(word)
        or _governs_owned(word)
        or is_plural_verb(word)
        or _WITH_PRONOUN.match(word) is not None
        or governs_act(word)
        or (governs_name(word) and not _is_borne(word))
    )


def _is_borne(word: str) -> bool:
    """Tell whether an Arabic word is a known name of someone, given or of a family."""
    given = word in load_people("ar").given_names.alone
    return given or word in load_known_names("ar").surnames


@lru_cache(maxsize=65536)
def is_of_someone(word: str) -> bool:
    """Tell whether an Arabic word is a role or a part of the body with a pronoun, and no name: لاعبيها, نظيره, يدها; أميرة is one."""
    if _is_borne(word):
        return False
    roles, sets = load_people("ar").roles, get_grammar("ar").words
    for pronoun in ("ها", "هم", "ه"):
        owned = word.removesuffix(pronoun)
        if owned == word:
            continue
        if owned in sets["counterparts"]:
            return True
        if owned in sets["gestures"] and pronoun != "ه":
            return True  # «تلميذة رفعت | يدها»
        whole = owned[:-1] + "ه" if owned.endswith("ت") else owned  # والدتها
        theirs = pronoun != "ه" or whole != owned  # «شقيقه» may be شقيقة
        kin = roles.find((whole,), 0) if theirs else None
        if kin is not None and kin.value.relation:
            return True  # «سألت هدى | زوجها»
        if pronoun != "ه" and owned.endswith("ی"):
            one = owned[:-2] + "ه" if owned.endswith("تی") else owned[:-1]  # «لحفيدتيها»
            return one in roles.alone
    return False


@lru_cache(maxsize=65536)
def has_owner(word: str) -> bool:
    """Tell whether an Arabic word is a common noun with a pronoun, and no name.

    >>> has_owner("متنه"), has_owner("راسها"), has_owner("طه")
    (True, True, False)
    """
    stems = (word.removesuffix(pronoun) for pronoun in ("ها", "هم", "ه"))
    nouns = (stem[:-1] + "ه" if stem.endswith("ت") else stem for stem in stems if stem != word)
    return not _is_borne(word) and not takes_article(word) and any(map(takes_article, nouns))


def _governs_owned(word: str) -> bool:
    """Tell whether an Arabic word is a preposition and a noun with a pronoun: بولديها, بشهادته; أبها and بنها are places."""
    if word[0] == "ب" and len(word) > _SHORTEST_OWNED and has_owner(word[1:]):
        return not _is_borne(word)
    governs = word[0] == "ب" and word.endswith(("ها", "هم")) and len(word) > _SHORTEST_THEN
    return governs and word not in load_known_names("ar").surnames


def _joins_given_name(word: str) -> bool:
    """Tell whether an Arabic word is «and» and a given name: وسهيل, but not وارن, nor واصفة."""
    given = load_people("ar").given_names
    if word[0] != "و" or word in given.alone or word[1:] not in given.alone:
        return False
    counts = load_arabic_counts()
    return counts.get(word, 0) <= counts.get(word[1:], 0)


def _is_for_someone(word: str) -> bool:
    """Tell whether an Arabic word is «ل» and a role: لمندوبة, but not لاعب."""
    roles = load_people("ar").roles
    role = word[0] == "ل" and word[1:] in roles.alone
    return role and word not in roles.alone


def _has_article_inside(word: str) -> bool:
    """Tell whether an Arabic word is a preposition or conjunction and a definite noun: بالبيت, but not بالين."""
    if word.startswith("لل") or _is_for_someone(word):
        return True
    if not word.startswith(("بال", "وال", "فال")):
        return False
    counts = load_arabic_counts()
    return counts.get(word[1:], 0) >= counts.get(word, 0) and len(word) > _SHORTEST_DEFINITE


@lru_cache(maxsize=65536)
def has_then(word: str) -> bool:
    """Tell whether an Arabic word begins with «ف» or «و» before a more frequent word: فغابت, وزعيم, but not فارس."""
    counts = load_arabic_counts()
    return (
        word[0] in "فو"
        and len(word) > _SHORTEST_THEN
        and counts.get(word[1:], 0) >= counts.get(word, 0) + _MORE_FREQUENT
    )


@lru_cache(maxsize=65536)
def is_joined(word: str) -> bool:
    """Tell whether a folded Arabic word is a noun or verb with something joined to it: بأصواتهم, لرئيس, بيانه, خططا.

    >>> is_joined("باصواتهم"), is_joined("بیلوسی")
    (True, False)
    """
    counts = load_arabic_counts()
    own = counts.get(word, 0)
    if is_governed(word):
        return True
    if word[0] in "وفبلکس" and len(word) > 2:
        rest = word[1:]
        if counts.get(rest, 0) > own and (takes_article(rest) or is_verb(rest)):
            return True
        if word[0] == "ل" and counts.get(rest, 0) > own + 6:
            return True
        if word[0] in "وبل" and _has_ending(rest, own):
            return True
    return _has_ending(word, own)


def is_governed(word: str) -> bool:
    """Tell whether a word is a noun with the preposition ب or ل: بضرورة, لخلع; a noun so begun takes the article."""
    noun = word[1:]
    if word.startswith("بت") and len(word) > 5 and word[-2] == "ی":
        return True  # a verbal noun: بتسليط
    return word[0] in "بل" and len(noun) > 2 and takes_article(noun) and not takes_article(word)


@lru_cache(maxsize=65536)
def tells_manner_by_bi(word: str) -> bool:
    """Tell whether a word is ب and a noun that is nearly as frequent by itself, as how somebody speaks, and no name.

    >>> [word for word in ("بحده", "بغضب", "بصراحه", "باراک", "بوش", "بسام") if tells_manner_by_bi(word)]
    ['بحده', 'بغضب', 'بصراحه']
    """
    if word[0] != "ب" or not is_governed(word) or _is_borne(word):
        return False
    counts = load_arabic_counts()
    often = counts.get(f"ال{word[1:]}", 0) >= counts.get(word, 0) - _MORE_FREQUENT
    return often and word not in load_known_names("ar").perhaps_surnames


def _has_ending(word: str, own: int) -> bool:
    """Tell whether a word is a noun or verb with a pronoun, plural or accusative at its end."""
    counts = load_arabic_counts()
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 3:
            continue
        stems = [stem]
        if stem.endswith("ت"):
            stems += [stem[:-1] + "ه", stem[:-2] + "ات"]
        elif stem.endswith("ی"):
            stems += [stem[:-1] + "ا", stem[:-1] + "ء"]  # زملائي
        if any(takes_article(form) and counts.get(form, 0) > own for form in stems):
            return True
        if ending in _PRONOUNS and is_verb(stem):
            return True
    return False
