"""From whom a Persian subject hears something, who so says it: «X از Y شنید که C»."""

from rawi.quote.page import Page, PlacedCue
from rawi.quote.persian.hearers import is_somebodys
from rawi.quote.persian.phrases import read_phrase
from rawi.quote.persian.subjects import find_subject
from rawi.quote.persian.voices import can_speak
from rawi.quote.saying import Range

_LONGEST = 8  # tokens from «از» to the verb


def find_teller(page: Page, cue: PlacedCue, first: int) -> Range | None:
    """Who tells what somebody hears from him right before a cue: «از Y | شنید که C»."""
    for i in range(cue.first - 2, max(first - 1, cue.first - _LONGEST), -1):
        if page.words[i] == "از" and page.mark_at[i] is None:
            teller = read_phrase(page, i + 1, cue.first)
            someone = can_speak(page, teller) or is_somebodys(page.words[teller[0]])
            return teller if teller[1] == cue.first and someone else None
    return None


def find_told(page: Page, teller: Range, first: int) -> Range | None:
    """Who hears it, as the subject before «از Y»."""
    subject = find_subject(page, first, teller[0] - 1)
    return subject if subject is not None and can_speak(page, subject) else None
