"""What bears the words a Persian relative clause says are written on it, «لوحی به او دادند که بر آن نوشته شده است: «C»», or that it says: «پلاکی که می گوید C»."""

from rawi.lang.nouns import bears_words
from rawi.quote.page import Page, PlacedCue
from rawi.quote.persian.antecedents import UPON, read_writing
from rawi.quote.persian.phrases import PAUSES
from rawi.quote.saying import Range

_ON_IT = frozenset({"رویش", "پشتش", "زیرش", "بالایش"})
_NEAR = 6  # tokens from a sign back to «که»
_CUT = frozenset({"حک", "نقش", "درج", "کنده", "ثبت"})  # «بر آن حک شده است»


def find_inscribed(page: Page, cue: PlacedCue, first: int) -> Range | None:
    """What, in the sentence that begins at a token, bears the words a cue says are written on it."""
    words = page.words
    at = cue.first - (words[cue.first - 1] in _CUT)
    if words[at - 1] in _ON_IT:
        link = at - 2
    elif words[at - 1] == "ان" and words[at - 2] in UPON:
        link = at - 3
    else:
        return None
    if link <= first or words[link] != "که":
        return None
    near = (i for i in range(link - 1, first - 1, -1) if page.mark_at[i] is None)
    bearer = next((i for i in near if bears_words(words[i], "fa")), None)
    return read_writing(page, bearer, link) if bearer is not None else None


def find_sign(page: Page, cue: PlacedCue, first: int) -> Range | None:
    """What bears the words that a relative clause tells: «برچسبی که می گوید C», «پلاکی بر در است که می گوید C»."""
    link = cue.first - 1
    if link <= first or page.words[link] != "که" or cue.cue.plural:
        return None  # «تابلویی که می گفتند از قاجار مانده است»
    for i in range(link - 1, max(first - 1, link - _NEAR), -1):
        if page.words[i] in PAUSES or page.mark_at[i] is not None:
            return None
        if page.words[i].endswith("ی") and bears_words(page.words[i], "fa"):
            return i, i + 1
    return None
