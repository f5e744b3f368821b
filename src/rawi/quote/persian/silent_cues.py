"""Which Persian verbs that look like verbs of saying tell nothing where they stand: «و مشاور دو گزینه پیشنهاد داده است»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.persian_verbs import is_subjunctive
from rawi.quote.page import Page, PlacedCue
from rawi.quote.persian.bare_bids import bids_barely
from rawi.quote.persian.phrases import PAUSES
from rawi.quote.persian.verbs import FUTURE

_ONLY_THAT = frozenset({"that", "hope", "linked", "stress"})
_NEAR = 14  # tokens before a verb in which it is told what is stressed


def tells_nothing(page: Page, cue: PlacedCue, last: int) -> bool:
    """Tell whether a verb that ends its sentence only looks like one of saying: «و مشاور دو گزینه پیشنهاد داده است»."""
    if "feeling" in cue.cue.frames and page.words[cue.last : cue.last + 1] != ("که",):
        return True  # «بچه ها درس خوانده اند و خوشحال اند»
    if cue.cue.shape == "verb" and is_subjunctive(page.words[cue.last - 1]):
        return True  # «گفت نگهبان کر است و باید داد بزند»
    if "label" in cue.cue.frames and cue.cue.plural and page.words[cue.first].startswith("می"):
        return True  # «پرنده ها آن را می خواندند»
    others = cue.cue.frames - {"that", "hope", "linked"}
    before = page.words[cue.first - 1] if cue.first else ""
    ended = not any(page.is_word(i) for i in range(cue.last, last))
    if ended and "finding" in cue.cue.frames:
        return True  # «گفت مدیر، در حالی که همه رفته بودند، نقاشی را به او نشان داده است»
    paused = page.words[cue.last : cue.last + 1] != () and page.words[cue.last] in PAUSES
    if paused and cue.cue.frames <= _ONLY_THAT and _stresses_nothing(page, cue):
        return True  # «هشدار داد از آن جا که بر آن پافشاری می کنند، D»
    if ended and not FUTURE.isdisjoint(page.words[cue.first : cue.last]):
        return True  # «…، اما سال آینده دوباره مطرح خواهد کرد»
    return ended and not others and cue.cue.shape == "verb" and before not in ("را", "از", "»")


def hands_over(page: Page, cue: PlacedCue, first: int, after: int, last: int) -> bool:
    """Tell whether a verb hands something over in the clause that begins at a token, or tells nothing behind it: «کلید را به او سپرد تا در را ببندد»; not «به او سپرد تا در را ببندد», «به او سپرد در را ببندد»."""
    if "handing" not in cue.cue.frames or ":" in page.words[cue.last : after]:
        return False
    told = "که" in page.words[cue.last : after] or page.words[after : after + 1] == ("تا",)
    told = told or bids_barely(page, cue, after, last)
    return not told or "را" in page.words[first : cue.first]


def _stresses_nothing(page: Page, cue: PlacedCue) -> bool:
    """Tell whether no noun of necessity stands before a cue: «بر لزوم تعمیر تأکید کرد» says something without «که»."""
    near = page.words[max(0, cue.first - _NEAR) : cue.first]
    return cue.cue.shape == "verb" and get_grammar("fa").words["necessities"].isdisjoint(near)
