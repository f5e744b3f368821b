"""One of several others, behind a whole subject: «سأل الوزير | أحد العمال», «سألت القاسمي | إحدى القارئات»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import ONE_OF, names_people
from rawi.lang.people import load_people
from rawi.quote.arabic.people_words import is_own_person
from rawi.quote.page import Page

SOME_OF = frozenset({*ONE_OF, "بعض"})


def is_given_name(word: str) -> bool:
    """Tell whether a word is a given name and nothing else.

    >>> is_given_name("خالد"), is_given_name("نور")
    (True, False)
    """
    given = load_people("ar").given_names.find((word,), 0)
    return given is not None and not given.value.weak


def is_one_of(page: Page, token: int) -> bool:
    """Tell whether one of several stands at a token: «أحد العمال», «إحدى زميلاتها»; not «أحد عشر»."""
    if page.words[token] not in SOME_OF or token + 1 >= len(page.words):
        return False
    return page.words[token + 1].startswith("ال") or is_own_person(page, token + 1)


def leads_to_some(page: Page, token: int) -> bool:
    """Tell whether ل and one or so many of some people stand at a token: «لأحد الحراس», «لبعض الزوار», «لعشرات المتصلين»; not «لبعض الأسباب»."""
    word, after = page.words[token], page.words[token + 1 : token + 2]
    if (
        word[0] != "ل"
        or not after
        or word[1:] not in SOME_OF | get_grammar("ar").words["quantities"]
    ):
        return False
    people = after[0].startswith("ال") and names_people(after[0][2:], "ar")
    return people or is_own_person(page, token + 1)


def begins_one_of(page: Page, token: int) -> bool:
    """Tell whether one of several stands behind a whole subject; not in «مدير | أحد المصانع»."""
    before = page.words[token - 1]
    named = page.person_at(token - 1) is not None or is_given_name(before)
    return (before.startswith("ال") or named) and is_one_of(page, token)
