"""Whom an Arabic title with a pronoun means: «سعادته», «معاليها» is the one person the report has given that title."""

from rawi.quote.arabic.forms import without_pronoun
from rawi.quote.cast import Cast
from rawi.quote.memory import Wanted
from rawi.quote.page import Page
from rawi.quote.saying import Saying
from rawi.quote.speaker import Speaker

_NEAR = 3  # tokens between a title and the name: «سعادة الشيخ الدكتور | سالم»
_JOINED = "ولبف"


def find_honoured(page: Page, cast: Cast, saying: Saying, wanted: Wanted) -> Speaker | None:
    """Who bears the title a pronoun stands for that is the source, named with it before; None where nobody or more than one does."""
    if saying.language != "ar" or saying.source is None or not wanted.honoured:
        return None
    first = saying.source[0]
    title = _bare(without_pronoun(page.words[first].removeprefix("ف")))
    titled = (i for form in _forms(title) for i in page.places_of(form) if i < first)
    named = [cast.at[k] for i in titled for k in _behind(page, cast, i, first)]
    people = list({id(one): one for one in named if wanted.fits(one)}.values())
    return people[0] if len(people) == 1 else None


def _behind(page: Page, cast: Cast, title: int, stop: int) -> list[int]:
    """The token at which the name behind a title begins, if one does."""
    for i in range(title + 1, min(title + 1 + _NEAR, stop)):
        if i in cast.at:
            return [i]
        if not page.is_word(i):
            break
    return []


def _forms(title: str) -> tuple[str, ...]:
    """A title as it may stand in a report, alone or behind «و» or a preposition: لسعادة."""
    return (title, *(joined + title for joined in _JOINED))


def _bare(stem: str) -> str:
    """A title as it stands before a name: سعادت of «سعادته» is سعادة."""
    return stem[:-1] + "ه" if stem.endswith("ت") else stem
