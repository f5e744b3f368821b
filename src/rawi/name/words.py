"""Tell whether a word may belong to a person's name: an open-class word that is nothing else we know."""

import re
from functools import cache, lru_cache

from rawi.lang.common import (
    governs_name,
    is_rare,
    load_arabic_counts,
    load_common,
    load_persian_words,
    takes_article,
)
from rawi.lang.glued import is_acronym
from rawi.lang.grammar import get_grammar
from rawi.lang.known_names import load_known_names
from rawi.lang.nouns import governs_act, names_act
from rawi.lang.people import load_people
from rawi.lang.persian_verbs import is_persian_verb
from rawi.lang.speech import load_cues
from rawi.lang.verbs import is_plural_verb, is_verb, is_verb_of_them

SIGNS = frozenset('.،,:؛؟!«»"“”()–-')
_KNOWN = 25  # three times in ten million words
_EVERYDAY = 49  # eighty times in a million words
# Complementizers and prepositions with pronouns, interrogatives with conjunctions, and their kin.
_PARTICLE = re.compile(
    "[وف]?(?:[بلک]?ان(?:ه|ها|هم|هما|هن|نی|ی|نا|ا)?|انت|نحن|هل|لما|تم|هکذا|ایضا|بما|مما|عما|کما|لکن(?:ه|ها|هم)?)$"
)
# Prepositions with pronouns: عليك, منهم.
_WITH_PRONOUN = re.compile(
    "(?:علی|الی|لدی|من|عن|فی|مع|بین|عند|حول)(?:ه|ها|هم|هما|هن|نا|ک|کم)$|[عم]نا$"
)
_SHORTEST_DEFINITE = 5  # بالين has as few letters, and no noun in it
_LONG_ADJECTIVE = 8  # letters with the article: المركزية is an adjective, العطية a surname
_SHORTEST_THEN = 4
_MORE_FREQUENT = 8  # six times
_PRONOUNS = ("ها", "هم", "هما", "نا", "ه", "ی", "ک", "کم")
_ENDINGS = (*_PRONOUNS, "ا", "ون", "ین", "ات", "ان", "تا", "و")


@cache
def _closed(language: str) -> frozenset[str]:
    """The words of closed classes, which are in no name."""
    grammar = get_grammar(language)
    return (
        grammar.prepositions
        | grammar.conjunctions
        | grammar.subordinators
        | grammar.adverbs
        | grammar.pronouns
        | grammar.object_markers
        | grammar.not_names
        | grammar.verbs
        | grammar.occasions
        | grammar.demonstratives
        | grammar.words.get("modals", frozenset())
    )


def is_closed(word: str, language: str) -> bool:
    """Tell whether a word is of a closed class, which is in no name."""
    return word in _closed(language)


def is_name_word(words: tuple[str, ...], at: int, language: str) -> bool:
    """Tell whether the word at a place may belong to a person's name."""
    word = words[at]
    if not word[0].isalpha() or len(word) < 2 or word in _closed(language):
        return False
    if load_cues(language).find(words, at) is not None:
        return False
    if word == "بار" and words[at + 1 : at + 2] == ("دیگر",):
        return False
    grammar = get_grammar(language)
    people = load_people(language)
    bare = (grammar.bare(word), *words[at + 1 : at + 3])
    if people.roles.find(bare, 0) or people.organisations.find(bare, 0):
        return False
    if language == "ar":
        speaking = word in grammar.words["talks"]  # «وقال رامي الحداد | متوجها إلى …»
        of_them = at > 0 and is_verb_of_them(word, words[at - 1])
        return not (speaking or of_them or _is_made_of_two(word) or is_of_someone(word))
    if is_persian_verb(word):
        return False
    named = people.given_names.find((word,), 0)  # میلاد
    if named is not None and not named.value.weak:
        return True
    return (
        not word.startswith(("می", "نمی")) or len(word) < 5 or not word.endswith(("د", "ند", "م"))
    )


@lru_cache(maxsize=65536)
def _is_made_of_two(word: str) -> bool:
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
    given = load_people("ar").given_names.find((word,), 0) is not None
    return given or word in load_known_names("ar").surnames


@lru_cache(maxsize=65536)
def is_of_someone(word: str) -> bool:
    """Tell whether an Arabic word is a role or a part of the body with a pronoun, and no name: لاعبيها, نظيره, يدها; أميرة is one."""
    people = load_people("ar")
    if people.given_names.find((word,), 0) or word in load_known_names("ar").surnames:
        return False
    for pronoun in ("ها", "هم", "ه"):
        owned = word.removesuffix(pronoun)
        if owned != word and owned in get_grammar("ar").words["counterparts"]:
            return True
        if owned != word and owned in get_grammar("ar").words["gestures"] and pronoun != "ه":
            return True  # «تلميذة رفعت | يدها»
        whole = owned[:-1] + "ه" if owned.endswith("ت") else owned  # والدتها
        theirs = owned != word and (pronoun != "ه" or whole != owned)  # «شقيقه» may be شقيقة
        kin = people.roles.find((whole,), 0) if theirs else None
        if kin is not None and kin.value.relation:
            return True  # «سألت هدى | زوجها»
        if owned != word and pronoun != "ه" and owned.endswith("ی"):
            return people.roles.find((owned[:-1],), 0) is not None
    return False


def _governs_owned(word: str) -> bool:
    """Tell whether an Arabic word is a preposition and a noun with a pronoun: بولديها; أبها and بنها are places."""
    governs = word[0] == "ب" and word.endswith(("ها", "هم")) and len(word) > _SHORTEST_THEN
    return governs and word not in load_known_names("ar").surnames


def _joins_given_name(word: str) -> bool:
    """Tell whether an Arabic word is «and» and a given name: وسهيل, but not وارن, nor واصفة."""
    given = load_people("ar").given_names
    if word[0] != "و" or given.find((word,), 0) or not given.find((word[1:],), 0):
        return False
    counts = load_arabic_counts()
    return counts.get(word, 0) <= counts.get(word[1:], 0)


def _is_for_someone(word: str) -> bool:
    """Tell whether an Arabic word is «ل» and a role: لمندوبة, but not لاعب."""
    roles = load_people("ar").roles
    role = word[0] == "ل" and roles.find((word[1:],), 0) is not None
    return role and roles.find((word,), 0) is None


def _has_article_inside(word: str) -> bool:
    """Tell whether an Arabic word is a preposition or conjunction and a definite noun: بالبيت, but not بالين."""
    if word.startswith("لل") or _is_for_someone(word):
        return True
    if not word.startswith(("بال", "وال", "فال")):
        return False
    counts = load_arabic_counts()
    return counts.get(word[1:], 0) >= counts.get(word, 0) and len(word) > _SHORTEST_DEFINITE


def is_surname_word(words: tuple[str, ...], at: int, language: str) -> bool:
    """Tell whether a word may be a surname although nothing but its place says so: no common word, no verb form.

    >>> is_surname_word(("سهراب", "دهنوی"), 1, "fa"), is_surname_word(("آرمین", "پای"), 1, "fa")
    (True, False)
    """
    word = words[at]
    people = load_people(language)
    if not is_name_word(words, at, language):
        return False
    if people.given_names.find(words, at) or word in people.surname_tails:
        return not (language == "fa" and completes_verb(words, at))
    if word in load_known_names(language).surnames and word not in load_common(language):
        return True
    if word in load_common(language) and (language != "ar" or takes_article(word)):
        return False
    if language == "ar":
        return _may_be_arabic_surname(word)
    # A noun that a light verb follows (ارائه کرد) is none, but a rare word before a verb may be.
    after = words[at + 1] if at + 1 < len(words) else ""
    verb = after in get_grammar("fa").verbs and not is_rare(word)
    if verb and word in load_known_names("fa").perhaps_surnames:
        verb = after in get_grammar("fa").words["light_verbs"]  # «نجمه شمس پذیرفت»
    return not _is_compared(word, after) and not verb


def _may_be_arabic_surname(word: str) -> bool:
    """Tell whether an Arabic word may be a surname by its form: no noun of an act, feminine past, future, nor noun with a pronoun."""
    if names_act(word):
        return False  # «أعلن فهيم التأجيل»
    if word.startswith("ال"):
        return not word.endswith("یه") or len(word) < _LONG_ADJECTIVE
    if word[0] in "یت" and word.endswith("ان") and is_verb(word.removesuffix("ان")):
        return False  # «الدوق والدوقة | يعيشان»
    if (word.endswith("ا") and is_joined(word)) or is_governed(word) or _has_then(word):
        return False  # تفوّقاً, بضرورة, فغابت
    if word.endswith("ه") and is_verb(word[:-1]):
        return False  # ذكره
    return not (
        (word.endswith(("ت", "ته", "تها")) and len(word) > 3)
        or (word.startswith(("سی", "ست", "سن")) and len(word) > 4)
        or (word.endswith(("کم", "هم", "هما", "نا")) and len(word) > 4)
    )


def _is_compared(word: str, after: str) -> bool:
    """Tell whether a Persian word is an adjective compared: زیباترین, «غمگینتر از»; but «پولتر از انگلیس»."""
    most = word.removesuffix("ترین")
    if most != word:
        return most in load_persian_words()
    more = word.removesuffix("تر") if after == "از" else word
    return more != word and more in load_persian_words() and more not in load_common("fa")


def completes_verb(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a Persian word that may be a given name belongs to the light verb after it: «یلدا پیروز شد»; a rare one does not."""
    light = get_grammar("fa").words["light_verbs"]
    return at + 1 < len(words) and words[at + 1] in light and not is_rare(words[at])


def is_foreign_word(words: tuple[str, ...], at: int) -> bool:
    """Tell whether an Arabic word can hardly be anything but a part of a name: no noun, no verb, nothing joined to one.

    >>> is_foreign_word(("رونالدو",), 0), is_foreign_word(("مزاعم",), 0), is_foreign_word(("بیانه",), 0)
    (True, False, False)
    """
    return _is_foreign(words[at]) and is_name_word(words, at, "ar")


@lru_cache(maxsize=65536)
def _is_foreign(word: str) -> bool:
    """Tell the same by the word alone."""
    if not word.isalpha() or len(word) < 3 or _PARTICLE.match(word) or is_acronym(word):
        return False
    if word.isascii():
        return True
    if is_persian_verb(word):
        return False  # of a sentence whose language is not quite clear
    if word.startswith(("ال", "لل")) or is_verb(word) or takes_article(word):
        return False
    if word.endswith("ه") and load_arabic_counts().get(word, 0) >= _KNOWN:
        return False  # a noun with a pronoun, or one that seldom is definite
    return not is_joined(word) and not _has_then(word)


@lru_cache(maxsize=65536)
def _has_then(word: str) -> bool:
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


def closes_name(words: tuple[str, ...], at: int) -> bool:
    """Tell whether an indefinite Arabic noun is the surname that ends a name: a sign or small word follows, ريتا خوري أنّ."""
    bounded = words[at + 1] in SIGNS or is_small(words[at + 1], "ar")
    word = words[at]
    indefinite = not (word.startswith(("ال", "لل")) or word.endswith("ه") or is_verb(word))
    return bounded and indefinite and is_surname_word(words, at, "ar")


def is_small(word: str, language: str) -> bool:
    """Tell whether a word is a preposition, a subordinator or an adverb."""
    grammar = get_grammar(language)
    return word in grammar.prepositions or word in grammar.subordinators or word in grammar.adverbs


def is_everyday(word: str) -> bool:
    """Tell whether an Arabic word is so common that alone it never names someone: العمال, which may end a wrong name.

    >>> is_everyday("العمال"), is_everyday("القصار")
    (True, False)
    """
    return load_arabic_counts().get(word, 0) >= _EVERYDAY
