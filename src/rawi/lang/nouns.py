"""Tell what a common noun names: several people, or a writing that speaks. Floor 2; words come folded."""

from functools import cache

from rawi.lang.common import load_common
from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people

_PLURALS = ("هایی", "های", "ها", "ای", "ی")  # Persian, the longest first
# Plurals of those who do something: نظریه پردازان, شرکت کنندگان.
_AGENTS = (
    "گران", "بانان", "کاران", "داران", "شناسان", "نویسان", "پردازان", "سازان", "گذاران", "ندگان", "فروشان", "یاران",
    "دانان", "نوردان", "بازان", "خوانان", "زنان", "رانان", "آموزان",
)  # fmt: skip
_SHORTEST_ROLE = 3  # letters: أمين are no mothers (أم)
_SHORTEST_IN_YAN = 7  # راهپیمایان; shorter ones (جریان) are told by their stem
_PEOPLE = ("یان", "گان", "ان", "ین")


@cache
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
    if word in grammar.words["no_plurals"] or load_people("fa").given_names.find((word,), 0):
        return False  # مهران is a man
    roles = load_people("fa").roles
    if any(word.endswith(e) and roles.find((word.removesuffix(e),), 0) for e in ("های", "ها")):
        return True
    if word.endswith(_AGENTS) or (word.endswith("یان") and len(word) > _SHORTEST_IN_YAN):
        return True
    stems = [word.removesuffix(ending) for ending in _PEOPLE if word.endswith(ending)]
    common = load_common("fa")
    return any(
        len(stem) > 2
        and (
            roles.find((stem,), 0) is not None
            or (not word.endswith("ین") and _is_stem(stem, common))
        )
        for stem in stems
    )


def _is_arabic_plural(word: str) -> bool:
    """Tell whether an Arabic word is the plural of a role: مدربون, متحدثين, مسؤولو, لاعبات."""
    roles = load_people("ar").roles
    return (word.endswith("ات") and roles.find((word[:-2] + "ه",), 0) is not None) or any(
        len(word) > len(ending) + _SHORTEST_ROLE - 1
        and word.endswith(ending)
        and roles.find((word.removesuffix(ending),), 0) is not None
        for ending in ("ون", "ین", "و")
    )


def _is_stem(stem: str, common: frozenset[str]) -> bool:
    """Tell whether a common word, or one in ه, stands before a plural ending: نگهبان, شنونده."""
    return stem in common or stem + "ه" in common


@cache
def names_writing(word: str, language: str) -> bool:
    """Tell whether a word is a poll, a study, a letter or another writing.

    >>> [word for word in ("نظرسنجی", "آمارهای", "نامهای", "درخت") if names_writing(word, "fa")]
    ['نظرسنجی', 'نامهای']
    """
    grammar = get_grammar(language)
    return _is_form(word, grammar.documents, language) or names_letter(word, language)


@cache
def names_letter(word: str, language: str) -> bool:
    """Tell whether a word is a letter, a statement or another writing that has an author who speaks in it."""
    return _is_form(word, get_grammar(language).words.get("writings", frozenset()), language)


@cache
def tells_news(word: str) -> bool:
    """Tell whether a Persian word is an indefinite writing or talk, with which a new phrase begins: «هواشناسی | گزارشی داد».

    >>> tells_news("گزارشی"), tells_news("گزارش")
    (True, False)
    """
    sets = get_grammar("fa").words
    said = sets["letters"] | sets["talks"] | sets["meetings"] | {"سخنانی", "توضیحاتی", "اظهاراتی"}
    return word.endswith("ی") and (word in said or (word[:-1] in said and word[:-1] != "گو"))


def _is_form(word: str, known: frozenset[str], language: str) -> bool:
    """Tell whether a word is one of a set, in Persian also with an ending: بیانیه ای, نظرسنجی های."""
    if word in known:
        return True
    stems = [word.removesuffix(ending) for ending in _PLURALS if word.endswith(ending)]
    return language == "fa" and any(stem in known for stem in stems)
