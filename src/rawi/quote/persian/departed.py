"""Whom a Persian word for the dead means that stands alone where somebody speaks: «استاد X درگذشت. زنده یاد گفته بود: «C»»."""

from rawi.quote.cast import Cast
from rawi.quote.page import Page
from rawi.quote.saying import Saying
from rawi.quote.speaker import Speaker

_DEPARTED = frozenset({"زندهیاد", "مرحوم", "مرحومه", "شادروان", "متوفی", "فقید"})
_DYING = _DEPARTED | {"درگذشت", "درگذشته", "درگذشتهاست", "فوت", "وفات", "ترحیم", "خاکسپاری", "باخت"}


def find_departed_one(page: Page, cast: Cast, saying: Saying) -> Speaker | None:
    """The last one named before of whom a sentence tells that he died."""
    if saying.language != "fa" or saying.source is None:
        return None
    first, last = saying.source
    if last - first > 1 or page.words[first] not in _DEPARTED or first in cast.at:
        return None
    return next((one for one in cast.named_before(first) if _died(page, cast, one)), None)


def _died(page: Page, cast: Cast, person: Speaker) -> bool:
    """Tell whether a sentence that names somebody tells of a death."""
    named = (m.first for m in page.mentions if cast.at.get(m.first) is person)
    sentences = (page.sentence_at(at) for at in named)
    return any(s and not _DYING.isdisjoint(page.words[s.first : s.last]) for s in sentences)
