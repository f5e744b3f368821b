"""Who wrote what came from him, where a Persian relative clause behind the verb of coming tells his words: «هدیه ای از دختری رسید که نوشته بود: «C»»."""

from rawi.quote.page import Page
from rawi.quote.persian.hearers import is_someone
from rawi.quote.persian.phrases import read_phrase
from rawi.quote.persian.verbs import follows_finite_verb, is_finite
from rawi.quote.persian.voices import can_speak, is_one
from rawi.quote.saying import Range

_CAME = ("رسید", "رسیده", "میرسد", "امد", "امده", "گرفت", "دریافت")
_LONGEST = 10  # tokens from «از» to «که»
_FARTHEST = 12  # tokens from «که» to the cue


def find_whom_from(page: Page, first: int, cue: int) -> Range | None:
    """From whom something came that the clause before «که» tells of, if the clause of a cue at a token has no other verb."""
    words = page.words
    near = range(cue - 1, max(first + 2, cue - _FARTHEST) - 1, -1)
    link = next((i for i in near if words[i] == "که" or is_finite(page, i)), None)
    if link is None or words[link] != "که" or not follows_finite_verb(page, link):
        return None
    verb = link - 1
    if not words[verb].startswith(_CAME):
        return None
    for i in range(verb - 1, max(first, verb - _LONGEST) - 1, -1):
        if words[i] == "از" and page.mark_at[i] is None:
            phrase = read_phrase(page, i + 1, verb)
            speaks = can_speak(page, phrase) or is_one(page, phrase) or is_someone(words[i + 1])
            return phrase if phrase[1] == verb and speaks else None
    return None
