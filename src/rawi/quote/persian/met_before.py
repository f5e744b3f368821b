"""Whom a Persian pronoun of one hearer means where the sentence before tells whom the speaker reached: «X مادرش، Y، را در آغوش گرفت. «C»، به او گفت»."""

from rawi.lang.nouns import names_people
from rawi.quote.cast import Cast
from rawi.quote.memory import Wanted
from rawi.quote.page import Page
from rawi.quote.persian.hearers import is_somebodys
from rawi.quote.persian.listeners import SPOKEN_TO
from rawi.quote.saying import Saying
from rawi.quote.speaker import Speaker


def find_met_before(
    page: Page, cast: Cast, saying: Saying, speaker: Speaker | None, wanted: Wanted
) -> Speaker | None:
    """Whom a pronoun of one hearer means where the sentence before names one besides who speaks: «X مادرش، Y، را در آغوش گرفت. «C»، به او گفت»."""
    told = page.sentence_before(saying.start, in_paragraph=True)
    if told is None or speaker is None or wanted.plural or saying.source is not None:
        return None
    free = [i for i in range(told.first, told.last) if page.mark_at[i] is None]
    named = {cast.at[i] for i in free if i in cast.at and cast.at[i] is not speaker}
    if named:
        one = named.pop()
        return one if not named and wanted.fits(one) else None
    kin = [i for i in free if is_somebodys(page.words[i]) and _is_met(page, i)]
    return cast.identify((kin[0], kin[0] + 1), "fa", ()) if len(kin) == 1 else None


def _is_met(page: Page, token: int) -> bool:
    """Tell whether somebody's kin at a token, one person, is reached or spoken to in a sentence: «به | مادرش زنگ زد», «| دخترش را بوسید»."""
    one = not names_people(page.words[token], "fa")
    reached = page.words[token - 1] in SPOKEN_TO or page.words[token + 1] == "را"
    return one and reached
