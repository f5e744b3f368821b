"""Who wrote what came from him, where a Persian relative clause behind the verb of coming tells his words: «هدیه ای از دختری رسید که نوشته بود: «C»»."""

from rawi.lang.grammar import get_grammar
from rawi.quote.page import Page
from rawi.quote.persian.hearers import is_someone
from rawi.quote.persian.phrases import read_phrase
from rawi.quote.persian.verbs import follows_finite_verb, is_finite
from rawi.quote.persian.voices import can_speak, is_one
from rawi.quote.saying import Range

_CAME = ("رسید", "رسیده", "میرسد", "امد", "امده", "گرفت", "دریافت")
_NUMBERED = 2  # tokens of «واحد نه»
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


def find_sender_behind(page: Page, start: int, stop: int) -> Range | None:
    """From whom a message comes, right before its noun: «از شهرداری | پیغام آمد که C», «از واحد نه | پیام رسید که C»; nobody from a place, «از شمال خبر رسید که»."""
    for i in range(stop - 2, start - 1, -1):
        if page.words[i] != "از" or page.mark_at[i] is not None:
            continue
        part = page.words[i + 1] in get_grammar("fa").words["newsroom_parts"]  # «واحد», «دفتر»
        numbered = part and stop - i - 1 == _NUMBERED
        phrase = (i + 1, stop) if numbered else read_phrase(page, i + 1, stop)
        return phrase if phrase[1] == stop and (part or can_speak(page, phrase)) else None
    return None
