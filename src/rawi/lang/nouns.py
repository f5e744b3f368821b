"""Tell what a common noun names: several people, a writing that speaks, or an act. Floor 2; words come folded."""

import re
from collections.abc import Sequence
from functools import lru_cache

from rawi.lang.common import is_rare, load_arabic_counts, load_common, takes_article
from rawi.lang.grammar import get_grammar
from rawi.lang.known_names import load_known_names
from rawi.lang.people import Gender, load_people

# «أحد الوجهاء», «إحدى الطالبات»
ONE_OF: dict[str, Gender] = {"احد": "m", "احدی": "f"}
_SHORTEST_THING = 2  # letters of «سر»
_PLURALS = ("هایی", "های", "ها", "ای", "ی")  # Persian, the longest first
# Plurals of those who do something: نظریه پردازان, شرکت کنندگان.
_OF_HER = ("تان", "تین", "ات")  # معلمتان, معلمات
_DOING = ("زنان", "کنان", "ریزان", "کشان", "گویان")
_AGENTS = (
    "گران", "بانان", "کاران", "داران", "شناسان", "نویسان", "پردازان", "سازان", "گذاران", "ندگان", "فروشان", "یاران",
    "دانان", "نوردان", "بازان", "خوانان", "زنان", "رانان", "آموزان", "یافتگان", "دیدگان", "زدگان", "اوران", "افرینان",
    "بافان", "دوزان", "پزان", "چینان", "ریسان", "تراشان",
)  # fmt: skip
_OFTEN_DONE = 25  # three times in ten million words; المجالدة 18 is a family first of all
_SHORTEST_DOERS = 6  # letters: مشترکی, but مصری and محلی describe
_DOING_PEOPLE = re.compile(".ا.[^ت]ی")  # صانعي, عارضي; no «حالتي الوفاة»
_TWO_THINGS = frozenset({"جانبی", "حاجبی", "داخلی", "خارجی", "عالمی", "ساحلی", "باطنی"})
_OFTEN_MANY = 20  # in a hundred million words: المرتادین 21; المشهدین 18 are no people of a place
_SHORTEST_DEFINITE = 5  # letters of an Arabic word whose ال may be the article
_SHORTEST_ROLE = 3  # letters: أمين are no mothers (أم)
_SHORTEST_HALF = 3  # letters of لنگ in لنگلنگان
_SHORTEST_IN_YAN = 7  # راهپیمایان; shorter ones (جریان) are told by their stem
_PEOPLE = ("یان", "گان", "ان", "ین")
# The shapes of Arabic verbal nouns; broken plurals (أشخاص) share one.
_ACT = re.compile(
    """ ت..ی.ه?            # تأجيل, تسمية
      | م.ا..ه             # مطالبة
      | ا..ا.ه?            # إعلان, إعادة
      | ان..ا.             # انسحاب
      | ا(?:.ت|صط|ضط|زد).ا.  # اقتراح, اصطحاب, اضطرار, ازدحام
      | است..ا. | است.ا.ه  # استخدام, استقالة
    """,
    re.VERBOSE,
)
_WITH_ACT = re.compile("با(?:ست..|ن..|.ت.|صط.|ضط.|زد.)ا.")


@lru_cache(maxsize=65536)
def names_people(word: str, language: str) -> bool:
    """Tell whether a word is a plural of people; «میزان» and «پایان» only look like one. Arabic words without article.

    >>> [word for word in ("خبرنگاران", "میزان", "مردم", "کتابها") if names_people(word, "fa")]
    ['خبرنگاران', 'مردم']
    """
    if language == "ar":
        return word in get_grammar("ar").words["people"] or _is_arabic_plural(word)
    grammar = get_grammar("fa")
    if word in grammar.words["people"]:
        return True
    if word in grammar.words["no_plurals"] or word in load_people("fa").given_names.alone:
        return False  # مهران is a man
    if tells_manner(word):
        return False
    roles = load_people("fa").roles
    if any(word.endswith(e) and roles.find((word.removesuffix(e),), 0) for e in ("های", "ها")):
        return True
    if word.endswith(_AGENTS) or (word.endswith("یان") and len(word) > _SHORTEST_IN_YAN):
        return True
    stems = [word.removesuffix(ending) for ending in _PEOPLE if word.endswith(ending)]
    common = load_common("fa")
    return any(
        len(stem) > 2
        and (stem in roles.alone or (not word.endswith("ین") and _is_stem(stem, common)))
        for stem in stems
    )


@lru_cache(maxsize=65536)
def tells_manner(word: str) -> bool:
    """Tell whether a Persian word tells how somebody does something, and names nobody: عصازنان, غرغرکنان, لنگلنگان; پیرزنان are women.

    >>> [tells_manner(word) for word in ("غرغرکنان", "لنگلنگان", "بازیکنان", "پیرزنان")]
    [True, True, False, False]
    """
    if not word.endswith("ان"):
        return False
    half = len(word.removesuffix("ان")) // 2
    if half >= _SHORTEST_HALF and word == word[:half] * 2 + "ان":
        return True
    stems = (word.removesuffix(doing) for doing in _DOING if word.endswith(doing))
    sets = get_grammar("fa").words
    return any(stem in sets[kind] for stem in stems for kind in ("own_things", "tones", "sounds"))


@lru_cache(maxsize=65536)
def heads_people(word: str) -> bool:
    """Tell whether an Arabic word is a plural before those or that it is of: سائقي, «مستعملي الطريق»; no office, and not مصري, محلي.

    >>> [word for word in ("مستعملی", "سایقی", "عارضی", "محامی", "مستشفی", "حاجبی") if heads_people(word)]
    ['مستعملی', 'سایقی', 'عارضی']
    """
    if word in get_grammar("ar").words["people_of"]:
        return True
    if not word.endswith("ی") or word in load_people("ar").roles.alone:
        return False
    doers = word.startswith("م") and len(word) >= _SHORTEST_DOERS
    doers = doers or (_DOING_PEOPLE.fullmatch(word) is not None and not _names_family(word))
    known = load_arabic_counts().get(f"ال{word}ن", 0) >= _OFTEN_MANY
    return names_people(word + "ن", "ar") or (doers and known)


def _names_family(word: str) -> bool:
    """Tell whether an Arabic word is a family name, «صالحي», or two of some things, «حاجبي العين»."""
    names = load_known_names("ar")
    return word in names.surnames or word in names.perhaps_surnames or word in _TWO_THINGS


def _is_arabic_plural(word: str) -> bool:
    """Tell whether an Arabic word is the plural of a role, or the dual of a woman's: مدربون, متحدثين, مسؤولو, لاعبات, معلمتان."""
    roles = load_people("ar").roles
    of_her = next((word.removesuffix(e) + "ه" for e in _OF_HER if word.endswith(e)), None)
    return (of_her is not None and of_her in roles.alone) or any(
        len(word) > len(ending) + _SHORTEST_ROLE - 1
        and word.endswith(ending)
        and word.removesuffix(ending) in roles.alone
        for ending in ("ون", "ین", "و")
    )


def _is_stem(stem: str, common: frozenset[str]) -> bool:
    """Tell whether a common word, or one in ه, stands before a plural ending: نگهبان, شنونده."""
    return stem in common or stem + "ه" in common


@lru_cache(maxsize=65536)
def names_act(word: str) -> bool:
    """Tell whether an Arabic word, with the article or without, has the shape and use of a verbal noun and is borne by nobody.

    >>> [word for word in ("التاجیل", "استقاله", "توفیق", "الخطیب") if names_act(word)]
    ['التاجیل', 'استقاله']
    """
    noun = word.removeprefix("ال") if len(word) > _SHORTEST_DEFINITE else word
    often = load_arabic_counts().get("ال" + noun, 0)
    if often < _OFTEN_DONE or not _ACT.fullmatch(noun) or not takes_article(noun):
        return False
    known = load_known_names("ar")
    for form in (noun, "ال" + noun):
        if form in known.surnames or form in known.perhaps_surnames:
            return False
    return noun not in load_people("ar").given_names.alone


def names_gesture(word: str) -> bool:
    """Tell whether an Arabic word is a part of one's own body: كتفيه, رأسها."""
    stem = word.removesuffix("ها") if word.endswith("ها") else word.removesuffix("ه")
    return stem != word and stem in get_grammar("ar").words["gestures"]


@lru_cache(maxsize=65536)
def names_doer(word: str) -> bool:
    """Tell whether a Persian word is a participle for who does something: «برنده», «نویسنده»; «پرونده» and «آینده» are none.

    >>> [word for word in ("برنده", "نویسنده", "پرونده", "خنده") if names_doer(word)]
    ['برنده', 'نویسنده']
    """
    stems = get_grammar("fa").words["present_stems"]
    stem = word.removesuffix("نده")
    return stem != word and stem in stems and word not in ("زنده", "بنده")


@lru_cache(maxsize=65536)
def names_writing(word: str, language: str) -> bool:
    """Tell whether a word is a poll, a study, a letter or another writing.

    >>> [word for word in ("نظرسنجی", "آمارهای", "نامهای", "درخت") if names_writing(word, "fa")]
    ['نظرسنجی', 'نامهای']
    """
    grammar = get_grammar(language)
    return _is_form(word, grammar.documents, language) or names_letter(word, language)


@lru_cache(maxsize=65536)
def names_letter(word: str, language: str) -> bool:
    """Tell whether a word is a letter, a statement or another writing that has an author who speaks in it."""
    return _is_form(word, get_grammar(language).words.get("writings", frozenset()), language)


def names_part(words: tuple[str, ...]) -> bool:
    """Tell whether Persian words name a part of a writing by its place.

    >>> names_part(("بند", "دوم")), names_part(("بند", "انگشت")), names_part(("بخشی",))
    (True, False, False)
    """
    sets = get_grammar("fa").words
    return len(words) == 2 and words[0] in sets["parts"] and words[1] in sets["places_in_order"]


@lru_cache(maxsize=65536)
def bears_words(word: str, language: str) -> bool:
    """Tell whether a word is a writing, or in Persian what something is written on: «در صفحهٔ پرسش ها», «روی تابلوی دست نویس», «تکه ای کاغذ».

    >>> [word for word in ("نامهای", "تابلوی", "تکهای", "شهردار") if bears_words(word, "fa")]
    ['نامهای', 'تابلوی', 'تکهای']
    """
    sets = get_grammar(language).words
    bearing = sets.get("written_on", frozenset()) | sets.get("pieces", frozenset())
    return names_writing(word, language) or not bearing.isdisjoint(
        (word, word.removesuffix("ی"), word.removesuffix("ای"))
    )


def tells_day(words: Sequence[str], at: int) -> bool:
    """Tell whether at a token a day of a month is told by words: «اول مهر», «پنجم آبان ماه».

    >>> tells_day(("اول", "مهر"), 0), tells_day(("اول", "شورا"), 0)
    (True, False)
    """
    sets = get_grammar("fa").words
    month = at + 1 < len(words) and words[at + 1] in sets["seasons"]
    return words[at] in sets["places_in_order"] and month


def names_time(words: Sequence[str], at: int) -> bool:
    """Tell whether two folded Arabic words from a place on name a time: «العام الماضي», «الأسبوع المقبل».

    >>> words = "اعلنت البلدیه العام الماضی".split()
    >>> names_time(words, 1), names_time(words, 2), names_time(words, 3)
    (False, True, False)
    """
    times = get_grammar("ar").words
    return words[at] in times["periods"] and any(
        word in times["periods_when"] for word in words[at + 1 : at + 2]
    )


@lru_cache(maxsize=65536)
def tells_news(word: str) -> bool:
    """Tell whether a Persian word is an indefinite writing or talk, with which a new phrase begins: «هواشناسی | گزارشی داد».

    >>> tells_news("گزارشی"), tells_news("گزارش")
    (True, False)
    """
    sets = get_grammar("fa").words
    said = sets["letters"] | sets["talks"] | sets["meetings"] | {"سخنانی", "توضیحاتی", "اظهاراتی"}
    return word.endswith("ی") and (word in said or (word[:-1] in said and word[:-1] != "گو"))


@lru_cache(maxsize=65536)
def is_his_thing(word: str) -> bool:
    """Tell whether a Persian word is a common noun with «his» or «her» behind it, and no word or name of its own.

    >>> is_his_thing("کیفش"), is_his_thing("دانش"), is_his_thing("سروش"), is_his_thing("نقاش")
    (True, False, False, False)
    """
    stem = word.removesuffix("ش")
    stem = stem if not is_rare(stem) else stem.removesuffix("ا").removesuffix("ی")
    people = load_people("fa")
    named = any(known.find((word,), 0) is not None for known in (people.given_names, people.roles))
    whole = stem != word and not is_rare(stem) and is_rare(word)
    return whole and len(stem) >= _SHORTEST_THING and not named


def _is_form(word: str, known: frozenset[str], language: str) -> bool:
    """Tell whether a word is one of a set, in Persian also with an ending: بیانیه ای, نظرسنجی های."""
    if word in known:
        return True
    stems = [word.removesuffix(ending) for ending in _PLURALS if word.endswith(ending)]
    return language == "fa" and any(stem in known for stem in stems)


def governs_act(word: str) -> bool:
    """Tell whether an Arabic word is «with» and a verbal noun of the seventh, eighth or tenth form, as how one speaks.

    >>> [word for word in ("باقتضاب", "باستغراب", "باسمه", "باستیلا") if governs_act(word)]
    ['باقتضاب', 'باستغراب']
    """
    return _WITH_ACT.fullmatch(word) is not None
