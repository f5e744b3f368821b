"""Tell whether a word may belong to a person's name: an open-class word that is nothing else we know."""

import re
from functools import cache, lru_cache
from itertools import pairwise

from rawi.lang.common import (
    is_rare,
    load_arabic_counts,
    load_common,
    load_persian_words,
    takes_article,
)
from rawi.lang.glued import is_acronym
from rawi.lang.grammar import get_grammar
from rawi.lang.known_names import load_known_names
from rawi.lang.letters import load_letters
from rawi.lang.nouns import names_act, names_gesture
from rawi.lang.numbers import is_age, is_joined_number
from rawi.lang.people import load_people
from rawi.lang.persian_verbs import is_infinitive, is_persian_verb, is_third_person_past
from rawi.lang.speech import load_cues
from rawi.lang.verbs import FUTURES, is_verb, is_verb_of_them
from rawi.name.joined_words import has_then, is_governed, is_joined, is_made_of_two, is_of_someone

SIGNS = frozenset('.،,:؛؟!«»"“”()–-')
DEARS = frozenset({"جان", "جون"})  # behind the name of whom a Persian calls dear
_WHAT = frozenset({"ما", "من", "لا", "لم", "لن", "هو", "هی"})
_SHORT = 2  # letters of a part of a name
_KNOWN = 25  # three times in ten million words
_WITH_BI = 40  # tenths of the logarithm: بالمال 41, بالأمس 44; the name بالمر 36
_EVERYDAY = 49  # eighty times in a million words
# Complementizers and prepositions with pronouns, interrogatives with conjunctions, and their kin.
_PARTICLE = re.compile(
    "[وف]?(?:[بلک]?ان(?:ه|ها|هم|هما|هن|نی|ی|نا|ا|ک|کم)?|انت|نحن|هل|لما|تم|هکذا|ایضا|بما|مما|عما|کما|لکن(?:ه|ها|هم)?)$"
)
_OF_THINGS = ("های", "هایش", "هایشان")
_LONG_PLURAL = 5  # letters
_LONG_ADJECTIVE = 8  # letters with the article: المركزية is an adjective, العطية a surname


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
        | grammar.words.get("sports", frozenset())
        | grammar.words.get("modals", frozenset())
        | grammar.words.get("datives", frozenset())
        | grammar.words.get("object_pronouns", frozenset())
    )


def is_closed(word: str, language: str) -> bool:
    """Tell whether a word is of a closed class, which is in no name."""
    return word in _closed(language)


def joins_clauses(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a Persian word joins two clauses behind a pause or a verb, although people are called so: «باران آمد | ولی بهار رفت».

    >>> joins_clauses(("بود", "ولی", "بهار"), 1), joins_clauses(("مربی", "ولی", "کاظمی"), 1)
    (True, False)
    """
    grammar = get_grammar("fa")
    if at == 0 or words[at] not in grammar.conjunctions:
        return False
    before = words[at - 1]
    told = before in grammar.words["copulas"] or is_third_person_past(before)
    return told or before in "،؛" or is_persian_verb(before)


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
        own = is_of_someone(word) or names_gesture(word)  # «هزّ سليم كتفيه»
        own = own or (word[:2] in ("لی", "لت") and is_verb(word[1:]))  # لتدرك
        return not (speaking or of_them or is_made_of_two(word) or own)
    if is_persian_verb(word) or is_joined_number(word) or is_age(word):
        return False
    named = people.given_names.find((word,), 0)  # میلاد
    if named is not None and not named.value.weak:
        return True
    return (
        not word.startswith(("می", "نمی")) or len(word) < 5 or not word.endswith(("د", "ند", "م"))
    )


def is_surname_word(words: tuple[str, ...], at: int, language: str) -> bool:
    """Tell whether a word may be a surname although nothing but its place says so: no common word, no verb form.

    >>> is_surname_word(("سهراب", "دهنوی"), 1, "fa"), is_surname_word(("آرمین", "پای"), 1, "fa")
    (True, False)
    """
    word = words[at]
    people = load_people(language)
    if not is_name_word(words, at, language):
        return False
    if language == "fa" and is_infinitive(word):
        return False  # «خبر جان باختن راننده»
    plural = language == "fa" and word.endswith(_OF_THINGS) and len(word) > _LONG_PLURAL
    if plural and not _tells_home(word):
        return False  # «موتای | دفترچه های کوچکی آورد»
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


def _tells_home(word: str) -> bool:
    """Tell whether a Persian word that ends as a plural does is of somebody from a place or craft in ه: «کارخانه|ای», «پنبه|ای»; not «دفترچه|های», «نیرو|های».

    >>> _tells_home("کارخانهای"), _tells_home("نیروهای"), _tells_home("خیابانهای")
    (True, False, False)
    """
    known = load_persian_words()
    craft, thing = known.get(word[:-2]), known.get(word[:-3])
    many = thing.times if thing is not None else 0
    return word.endswith("های") and (craft.times > many if craft is not None else not many)


def _may_be_arabic_surname(word: str) -> bool:
    """Tell whether an Arabic word may be a surname by its form: no noun of an act, feminine past, future, nor noun with a pronoun."""
    if names_act(word) or word in load_letters("ar").texts.alone:
        return False  # «أعلن فهيم التأجيل», «رفعت شقيقته رنا دعوى»
    if word.startswith("ال"):
        return not word.endswith("یه") or len(word) < _LONG_ADJECTIVE
    if word[0] in "یت" and word.endswith("ان") and is_verb(word.removesuffix("ان")):
        return False  # «الدوق والدوقة | يعيشان»
    if (word.endswith("ا") and is_joined(word)) or is_governed(word) or has_then(word):
        return False  # تفوّقاً, بضرورة, فغابت
    if word.endswith("ه") and is_verb(word[:-1]):
        return False  # ذكره
    return not (
        (word.endswith(("ت", "ته", "تها")) and len(word) > 3)
        or (word.startswith(FUTURES) and len(word) > 4)
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
    """Tell whether a Persian word that may be a given name belongs to the light verb after it: «یلدا پیروز شد», «خانم کاوه قانع نشده است»; a rare one does not."""
    if at + 1 >= len(words) or is_rare(words[at]):
        return False
    light, verb = get_grammar("fa").words["light_verbs"], words[at + 1]
    return verb in light or verb.removeprefix("ن") in light


def is_foreign_word(words: tuple[str, ...], at: int) -> bool:
    """Tell whether an Arabic word can hardly be anything but a part of a name: no noun, no verb, nothing joined to one.

    >>> is_foreign_word(("رونالدو",), 0), is_foreign_word(("مزاعم",), 0), is_foreign_word(("بیانه",), 0)
    (True, False, False)
    """
    # «سون يي-جين»: two letters, too, where a hyphen joins more
    short = len(words[at]) == _SHORT and words[at + 1 : at + 2] == ("-",)
    return (short or _is_foreign(words[at])) and is_name_word(words, at, "ar")


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
    if word[0] == "و" and (word[1:] in _WHAT or is_small(word[1:], "ar")):
        return False  # «بائع الخضر | وما في صنفها»
    if word.startswith("بال") and goes_with_bi(word):
        return not takes_article(word[3:])  # بالدم, بالتراضي, but بالمر
    if word.endswith("ه") and load_arabic_counts().get(word, 0) >= _KNOWN:
        return False  # a noun with a pronoun, or one that seldom is definite
    return not is_joined(word) and not has_then(word)


def goes_with_bi(word: str) -> bool:
    """Tell whether a word that begins with «بال» is a frequent one, or one more often so than with the article alone."""
    counts = load_arabic_counts()
    count = counts.get(word, 0)
    return count >= _WITH_BI or count > counts.get(word[1:], 0)


def closes_name(words: tuple[str, ...], at: int) -> bool:
    """Tell whether an indefinite Arabic noun is the surname that ends a name: a sign or small word follows, ريتا خوري أنّ."""
    bounded = words[at + 1] in SIGNS or is_small(words[at + 1], "ar")
    word = words[at]
    indefinite = not (word.startswith(("ال", "لل")) or word.endswith("ه") or is_verb(word))
    indefinite = indefinite and not (word.startswith("بال") and goes_with_bi(word))
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


def opens_clause(words: tuple[str, ...], at: int) -> bool:
    """Tell whether «فإنّ» stands at a token, and no فان of a Dutch name: «وبحسب المدير X | فإنّ الأزمة …».

    >>> opens_clause(("فان", "الازمه"), 0), opens_clause(("فان", "دایک"), 0)
    (True, False)
    """
    return words[at] == "فان" and at + 1 < len(words) and words[at + 1].startswith("ال")


def is_someone_who(words: tuple[str, ...], at: int) -> bool:
    """Tell whether at a token Persian words tell of someone with a relative clause, and name nobody: «مهندس | جوانی که …».

    >>> is_someone_who(("جوانی", "که", "امد"), 0), is_someone_who(("جوانی", "گفت"), 0)
    (True, False)
    """
    someone = get_grammar("fa").words["named_people"]
    return words[at] in someone and words[at].endswith("ی") and words[at + 1 : at + 2] == ("که",)


def may_be_name(words: tuple[str, ...], at: int) -> bool:
    """Tell whether an Arabic word is a given name or can hardly be anything but a name."""
    return load_people("ar").given_names.find(words, at) is not None or is_foreign_word(words, at)


def words_before(words: tuple[str, ...]) -> dict[str, set[str]]:
    """The words that stand right before each word of a text; before the first one a stop.

    >>> sorted(words_before(("قال", "کروفت", "ان", "لکروفت", "ان"))["ان"])
    ['لکروفت', 'کروفت']
    """
    before = {word: {"."} for word in words[:1]}
    for one, word in pairwise(words):
        before.setdefault(word, set()).add(one)
    return before
