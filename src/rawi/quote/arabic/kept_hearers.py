"""Whom an Arabic verb without a subject goes on to speak to, who does not speak himself: «وقالت في برقية إلى X: «…». وتعهّدت لها بأن»."""

from rawi.quote.arabic.answers import RETORTS
from rawi.quote.arabic.forms import joined_form
from rawi.quote.arabic.listeners import listener_of
from rawi.quote.asking import asks
from rawi.quote.attributed import Attributed
from rawi.quote.nearness import follows
from rawi.quote.page import Page
from rawi.quote.roles import agree
from rawi.quote.saying import Saying
from rawi.quote.speaker import Speaker


def find_kept_hearer(page: Page, saying: Saying, before: Attributed | None) -> Speaker | None:
    """To whom who spoke last goes on to speak, where the verb has a pronoun that may mean her: «وتعهّدت | لها»; nobody behind a question or before an answer."""
    if saying.language != "ar" or saying.source is not None or before is None:
        return None
    hearer, speaker = before.addressee, before.speaker
    if hearer is None or speaker is None or not _goes_on(page, saying):
        return None
    if not agree(speaker.gender, saying.gender) or asks(page, before.saying):
        return None
    wanted = listener_of(page, saying)
    meant = wanted is not None and wanted.plural is False and wanted.fits(hearer)
    return hearer if meant and follows(page, before.saying, saying) else None


def _goes_on(page: Page, saying: Saying) -> bool:
    """Tell whether a verb is joined to what was told before and answers nothing: «وتعهّد», «ثم طلب»; not «فأجابها», «وردّ»."""
    if saying.cue is None or saying.passive:
        return False
    verb, led = page.words[saying.cue[0]], page.words[saying.cue[0] - 1] in ("ثم", "کما")
    return (led or verb[0] == "و") and joined_form(verb, RETORTS) is None
