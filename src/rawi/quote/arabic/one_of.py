"""One of several others, behind a whole subject: «سأل الوزير | أحد العمال», «سألت القاسمي | إحدى القارئات»."""

from rawi.lang.people import load_people
from rawi.quote.arabic.people_words import is_own_person
from rawi.quote.arabic.words import ONE_OF
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


def begins_one_of(page: Page, token: int) -> bool:
    """Tell whether one of several stands behind a whole subject; not in «مدير | أحد المصانع»."""
    before = page.words[token - 1]
    named = page.person_at(token - 1) is not None or is_given_name(before)
    return (before.startswith("ال") or named) and is_one_of(page, token)
