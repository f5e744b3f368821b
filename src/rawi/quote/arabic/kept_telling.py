"""Whom somebody keeps telling, where a noun of telling stands behind a verb of going on: «وهي لا تكف عن تذكير شريكتها بأنّ», «لا يملّ من تحذير السكان من أنّ»."""

from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.told import past_gender
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range

_NOUNS = frozenset({"تذکیر", "تحذیر"})
_KEEPING = frozenset({"کف", "مل", "تعب", "توقف", "داب", "واظب", "حرص", "استمر", "انفک"})
_FARTHEST = 8  # tokens before the noun


def read_kept_hearer(page: Page, cue: PlacedCue, stop: int) -> Range | None:
    """Whom a noun of telling behind a verb of going on has as its object; None of any other word."""
    if page.words[cue.first] not in _NOUNS or not _keeps_on(page, cue.first):
        return None
    told = read_source(page, cue.last, stop)
    return told if told is not None and told[0] == cue.last else None


def _keeps_on(page: Page, noun: int) -> bool:
    """Tell whether a verb of going on, perhaps with its subject, stands before a noun and no pause between: «لا يملّ المدرب سالم من | تذكير لاعبيه»."""
    for i in range(noun - 1, max(-1, noun - _FARTHEST), -1):
        if not page.is_word(i):
            return False
        if past_gender(page.words[i], _KEEPING) is not None:
            return True
    return False
