"""Whose view stands in marks behind a colon: «أمّا X، …، فلها رأي آخر: «…»», «ولجاره سليم رواية مختلفة: «…»»."""

from typing import NamedTuple

from rawi.lang.people import Gender
from rawi.quote.arabic.answers import UPON
from rawi.quote.arabic.hearers import is_someone, read_addressed
from rawi.quote.arabic.parted_subjects import ABOUT
from rawi.quote.arabic.phrases import read_source
from rawi.quote.page import Page
from rawi.quote.saying import Range

_VIEWS = frozenset(
    {
        "رای",
        "روایه",
        "موقف",
        "کلام",
        "تفسیر",
        "قراءه",
        "تعلیق",
        "جواب",
        "نصیحه",
        "امنیه",
        "سوال",
        "مطلب",
        "شکوی",
        "تحفظ",
    }
)
_POINT_OF = ("وجهه", "نظر")
_HAS: dict[str, Gender | None] = {
    "له": "m", "لها": "f", "لهم": None, "لدیه": "m", "لدیها": "f", "لدیهم": None, "عنده": "m", "عندها": "f",
}  # fmt: skip
_OTHER = frozenset({"اخر", "مغایر", "مختلف", "مخالف", "معاکس", "مشابه", "مماثل"})
# Words that only begin like ل and someone.
_OTHER_LAM = frozenset({"لکن", "لیس", "لیست", "لقد", "لعل", "لولا", "لان", *_HAS})
_LONGEST_VIEW = 4  # tokens: «رأي مختلف تماماً», «وجهة نظر أخرى»
_LONGEST_OWNER = 8  # tokens of «ولمديرة القسم X»


class View(NamedTuple):
    """A noun for what someone thinks or tells: its place, whose it is, and the gender a pronoun tells."""

    noun: Range
    owner: Range | None
    gender: Gender | None


def find_view(page: Page, first: int, colon: int) -> View | None:
    """The view told of right before a colon in a sentence that begins at `first`, None where none is."""
    for i in range(colon - 1, max(first, colon - _LONGEST_VIEW) - 1, -1):
        if page.mark_at[i] is not None or not page.is_word(i):
            return None
        if names_view(page, i):
            return _owned(page, first, i)
    return None


def names_view(page: Page, at: int) -> bool:
    """Tell whether at a token a noun for a view stands that someone has, or another's: «فلها | رأي», «لجاره سليم | رأي مختلف», «رأي آخر»."""
    if page.words[at] == "رای" and page.words[at + 1] in _OTHER:
        return True
    noun = page.words[at] in _VIEWS or page.words[at : at + 2] == _POINT_OF
    return noun and (_has(page, at) is not None or _owner(page, at) is not None)


def _owned(page: Page, first: int, noun: int) -> View | None:
    """The view with whose it is: whom «أمّا» sets before it, who stands behind ل, or someone the pronoun means."""
    place = noun, noun + 1
    if (owner := _owner(page, noun)) is not None:
        return View(place, owner, None)
    has = _has(page, noun)
    if has is None:
        return None
    fronted = (i for i in range(noun - 2, first - 1, -1) if page.words[i] in ABOUT)
    about = next(fronted, None)
    owner = read_source(page, about + 1, noun - 1) if about is not None else None
    return View(place, owner, _HAS[has])


def _has(page: Page, noun: int) -> str | None:
    """The word «he has» right before a noun, without «و» or «ف»: له, لديها."""
    word = page.words[noun - 1].removeprefix("ف").removeprefix("و") if noun else ""
    return word if word in _HAS else None


def _owner(page: Page, noun: int) -> Range | None:
    """Who has it where ل and he stand before a noun: «ولجاره سليم | رأي مختلف»."""
    for i in range(noun - 1, max(0, noun - _LONGEST_OWNER), -1):
        word = page.words[i]
        if not page.is_word(i) or page.mark_at[i] is not None:
            return None
        bare = word.removeprefix("و")
        if bare in UPON:
            phrase = read_source(page, i + 1, noun)
            return phrase if phrase and phrase[1] == noun else None
        if bare.startswith("ل") and bare not in _OTHER_LAM and len(bare) > 2:
            phrase = read_addressed(page, i, noun)
            if phrase is None or phrase[1] != noun:
                return None
            named = any(k in page.mention_at for k in range(i, noun))
            prefix = len(word) - len(bare) + 1 + bare.startswith("لل")
            return phrase if named or is_someone(page, i, prefix) else None
    return None
