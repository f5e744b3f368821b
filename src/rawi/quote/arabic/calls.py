"""Whom an Arabic speaker rang up before he spoke: «اتصلت X بالشرطة وقالت», «هاتف X زوجته وقال لها»."""

from rawi.quote.arabic.forms import joined_form
from rawi.quote.arabic.hearers import is_someone
from rawi.quote.arabic.objects import find_object
from rawi.quote.arabic.phrases import read_source
from rawi.quote.page import Page
from rawi.quote.saying import Range

_RINGING = frozenset({"اتصل", "اتصلت", "اتصلوا", "استنجد", "استنجدت", "استغاث", "استغاثت"})
_RINGING_HIM = frozenset({"هاتف", "هاتفت", "راسل", "راسلت", "خابر", "خابرت"})


def rang_up(page: Page, before: Range) -> Range | None:
    """Whom a verb among the tokens before a cue rings up or writes to, behind «ب» or as its object; None where none does."""
    first, stop = before
    for verb in range(first, stop):
        if page.mark_at[verb] is not None:
            return None
        if joined_form(page.words[verb], _RINGING):
            return _reached(page, verb + 1, stop)
        if joined_form(page.words[verb], _RINGING_HIM):
            subject = read_source(page, verb + 1, stop)
            return find_object(page, subject, stop) if subject else None
    return None


def _reached(page: Page, first: int, stop: int) -> Range | None:
    """Who stands first among tokens behind «ب»: «بالشرطة», «بوالدته»."""
    for i in range(first, stop):
        if page.words[i].startswith("ب") and is_someone(page, i, 1):
            return read_source(page, i, stop, after_preposition=True)
    return None
