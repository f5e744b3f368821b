"""From whom a Persian subject hears something, who so says it: «X از Y شنید که C»."""

from rawi.lang.grammar import get_grammar
from rawi.quote.page import Page, PlacedCue, PlacedSentence
from rawi.quote.persian.ends import is_relative
from rawi.quote.persian.hearers import may_tell
from rawi.quote.persian.phrases import read_phrase
from rawi.quote.persian.verbs import is_finite
from rawi.quote.saying import Range

_MEMORY = frozenset({"یاد", "خاطر"})
_LONGEST = 8  # tokens from «از» to the verb


def find_teller(page: Page, cue: PlacedCue, first: int) -> Range | None:
    """Who tells what somebody hears from him right before a cue: «از Y | شنید که C»."""
    for i in range(cue.first - 2, max(first - 1, cue.first - _LONGEST), -1):
        if page.words[i] == "از" and page.mark_at[i] is None:
            teller = read_phrase(page, i + 1, cue.first)
            return teller if teller[1] == cue.first and may_tell(page, teller) else None
    return None


def opens_told(page: Page, cue: PlacedCue, sentence: PlacedSentence) -> bool:
    """Tell whether behind a verb of hearing what is heard begins, with «که» or as a bare clause: «از پدرش شنیده بود نان خوب دیر می ماند»."""
    grammar, last = get_grammar("fa"), sentence.last
    behind = page.words[cue.last] if cue.last < last else "."
    if behind == "که":
        return True
    if not page.is_word(cue.last) or behind in grammar.conjunctions | grammar.subordinators:
        return False
    # «صدایی که از همسایه شنید | بلند بود», «این قصه را از مادرش شنیده بود»
    hears = is_relative(page, cue) or "را" in page.words[sentence.first : cue.first]
    return not hears and any(is_finite(page, i) for i in range(cue.last + 1, last))


def recalls_hearing(page: Page, cue: PlacedCue, inner: PlacedCue) -> bool:
    """Tell whether a cue says that somebody remembers what he heard: «به یاد می آورد که از پدرش | شنیده بود C»."""
    return "heard" in inner.cue.frames and page.words[cue.first - 1] in _MEMORY
