"""Whether a Persian speaker is said not to be content with what he was answered: «X که قانع نشده بود، گفت: «C»», «X قانع نشد و گفت: «C»»."""

from rawi.lang.grammar import get_grammar
from rawi.quote.page import Page
from rawi.quote.saying import Saying

_NOT = ("نشد", "نشده", "نبود", "نکرد", "نکرده", "نمی")


def is_unconvinced(page: Page, saying: Saying) -> bool:
    """Tell whether between who speaks and his verb such a word stands, and its verb is denied."""
    here = page.sentence_at(saying.start)
    if here is None or saying.cue is None or saying.language != "fa":
        return False
    kinds = get_grammar("fa").words["unconvinced"]
    words = page.words
    return any(
        words[i] in kinds and words[i + 1].startswith(_NOT)
        for i in range(here.first, saying.cue[0])
        if page.mark_at[i] is None
    )
