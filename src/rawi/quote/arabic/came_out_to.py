"""To whom an Arabic speaker comes out, of several people who wait for him, right before he speaks: «خرج المدير إلى المتجمعين قائلاً: «…»», «أطلّت X على جمهورها وقالت: «…»»."""

from rawi.lang.grammar import get_grammar
from rawi.quote.arabic.hearers import are_several, read_partner
from rawi.quote.arabic.people_words import is_own_person
from rawi.quote.arabic.told import past_gender
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range

_TOWARDS = frozenset({"الی", "علی"})
_LONGEST = 9  # tokens from the verb to whom one comes out


def find_came_out_to(page: Page, cue: PlacedCue, before: Range) -> Range | None:
    """The people between a verb of coming out and a cue right behind them; None where anything else is told between."""
    words, stop = page.words, cue.first
    if cue.cue.shape not in ("verb", "participle") or cue.cue.object:
        return None
    for i in range(stop - 2, before[0], -1):
        if page.mark_at[i] is not None or not page.is_word(i):
            return None
        if words[i] in _TOWARDS:
            several = are_several(page, i + 1) or is_own_person(page, i + 1)
            whom = read_partner(page, i + 1, stop) if several else None
            whole = whom is not None and whom[1] >= stop - (words[stop - 1] in "،,")
            return whom if whole and _comes_out(page, i, before[0]) else None
    return None


def _comes_out(page: Page, at: int, first: int) -> bool:
    """Tell whether somebody comes out before a token, in the same clause."""
    verbs = get_grammar("ar").words["coming_out"]
    for i in range(at - 1, max(first, at - _LONGEST) - 1, -1):
        if not page.is_word(i):
            return False
        if past_gender(page.words[i], verbs) is not None:
            return True
    return False
