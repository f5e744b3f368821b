"""Whom an Arabic report of a death calls the departed: «غيّب الموت X …. وكان الراحل يردد أنّ»."""

from rawi.quote.arabic.told import past_gender
from rawi.quote.cast import Cast
from rawi.quote.page import Page
from rawi.quote.roles import agree
from rawi.quote.speaker import Speaker, Words

_DEPARTED = {
    "الراحل": "m",
    "الراحله": "f",
    "الفقید": "m",
    "الفقیده": "f",
    "المرحوم": "m",
    "المرحومه": "f",
    "المتوفی": "m",
    "المتوفاه": "f",
}
_DYING = frozenset({"رحل", "توفی", "نعی", "نعت", "شیع", "ودع", "مات", "غیب"})
_DEATH = frozenset({"رحیل", "وفاه", "جثمان", "جنازه", "تابین", "رثاء", *_DEPARTED})
_FARTHEST = 14  # tokens from «ودّعت المدينة» to the name


def find_departed(page: Page, cast: Cast, words: Words, before: int) -> Speaker | None:
    """Who the report says has died, where a phrase is no more than «the departed»; None of any other phrase; `before`: its first token."""
    gender = _DEPARTED.get(words[0]) if len(words) == 1 else None
    if gender is None:
        return None
    dying = (i for i in range(before) if _tells_death(page.words[i]))
    named = (_named_behind(page, cast, i) for i in dying)
    return next((one for one in named if one is not None and agree(one.gender, gender)), None)


def _tells_death(word: str) -> bool:
    """Tell whether a word is a verb of dying or mourning, or a noun of death: «ودّعت», «ونعى», «رحيل»."""
    return word.lstrip("وفب") in _DEATH or past_gender(word, _DYING) is not None


def _named_behind(page: Page, cast: Cast, at: int) -> Speaker | None:
    """The first person named in the sentence behind a token."""
    here = page.sentence_at(at)
    near = range(at + 1, min(here.last, at + _FARTHEST) if here else at)
    people = (cast.at[i] for i in near if i in cast.at)
    return next((one for one in people if not one.body), None)
