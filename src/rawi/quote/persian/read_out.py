"""Whose words somebody reads out in Persian, who does not speak himself: «پیام X را دخترش خواند: «C»», «متن پیام را Y قرائت کرد: «C»»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_letter
from rawi.quote.page import Page, PlacedCue
from rawi.quote.persian.correspondence import find_issuer
from rawi.quote.persian.hearers import may_tell
from rawi.quote.persian.phrases import read_phrase
from rawi.quote.saying import Range

_READING = ("خواند", "میخواند", "قرایت")
_SPOKEN = frozenset({"حکم", "رای", "گزارش", "کیفرخواست"})  # who reads these out speaks
_TEXTS = frozenset({"متن", "سخنرانی", "سخنان", "وصیتنامه"})


def find_author(page: Page, cue: PlacedCue, first: int) -> Range | None:
    """Who wrote what is read out with a cue, in the sentence that begins at a token; None where nothing or one's own is read."""
    words = page.words
    if not any(word.startswith(_READING) for word in words[cue.first - 1 : cue.last]):
        return None
    if words[cue.last : cue.last + 1] not in ((":",), ("که",)):
        return None  # «این کتاب را «آینه» خواند»
    outside = [i for i in range(first, cue.first) if page.mark_at[i] is None]
    marker = next((i for i in reversed(outside) if words[i] == "را"), first)
    text = next((i for i in outside if i < marker and _names_text(words[i])), None)
    if text is None:
        return None
    owner = text + 1
    while owner < marker and _names_text(words[owner]):
        owner += 1
    if owner == marker:  # «متن پیام را», «این پیام را»
        return find_issuer(page, owner - 1, words[owner - 1])
    phrase = read_phrase(page, owner, marker)
    if words[phrase[0]] in get_grammar("fa").pronouns or phrase[1] != marker:
        return None
    return phrase if may_tell(page, phrase) else None


def _names_text(word: str) -> bool:
    """Tell whether a word is a letter or another text that may be read out."""
    return word in _TEXTS or (names_letter(word, "fa") and word not in _SPOKEN)
