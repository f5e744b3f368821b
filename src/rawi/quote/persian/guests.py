"""Who «مهمان برنامه», «میهمان» is that speaks in Persian: the one the report told to be the guest."""

from rawi.quote.cast import Cast
from rawi.quote.page import Page
from rawi.quote.persian.hearers import GUESTS, TOLD_GUESTS
from rawi.quote.saying import Range, Saying
from rawi.quote.speaker import Speaker

_LONGEST = 4  # tokens of «میهمان این هفتهٔ برنامه»


def find_guest(page: Page, cast: Cast, saying: Saying) -> Speaker | None:
    """The one named beside «میهمان» in an earlier sentence: «X، که میهمان برنامه بود، گفت C», then «میهمان برنامه گفت D»."""
    if saying.language != "fa" or saying.source is None:
        return None
    first, last = saying.source
    if page.words[first] not in GUESTS or last - first > _LONGEST:
        return None
    if any(i in cast.at for i in range(first, last)):
        return None
    if page.words[last - 1] in ("ما", "خود", "ویژه") or page.words[last : last + 1] == ("،",):
        return None  # «میهمان ویژه», who is told of anew
    told = (i for i in range(first - 1, -1, -1) if page.words[i] in TOLD_GUESTS)
    people = (_named_beside(page, cast, i) for i in told if page.mark_at[i] is None)
    return next((one for one in people if one is not None), None)


def _named_beside(page: Page, cast: Cast, guest: int) -> Speaker | None:
    """Who is named behind a guest and a comma, «میهمان برنامه، X،», else before him in his sentence, «X، که میهمان برنامه بود»."""
    sentence = page.sentence_at(guest)
    if sentence is None:
        return None
    behind = _named_behind(page, cast, (guest, sentence.last))
    before = range(guest - 1, sentence.first - 1, -1)
    return behind or next((cast.at[i] for i in before if i in cast.at), None)


def _named_behind(page: Page, cast: Cast, place: Range) -> Speaker | None:
    """Who is named right behind the first comma after a token."""
    first, last = place
    comma = next(
        (i for i in range(first, min(last - 1, first + _LONGEST + 2)) if page.words[i] == "،"), None
    )
    return cast.at.get(comma + 1) if comma is not None else None
