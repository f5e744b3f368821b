"""Tell where «که» behind a Persian verb of saying tells of a thing and brings no content: «کتابی نوشت که در آن …», «از روزهایی گفت که …»."""

from rawi.lang.nouns import names_writing
from rawi.quote.page import Page, PlacedCue
from rawi.quote.persian.phrases import PAUSES
from rawi.quote.persian.verbs import is_finite

_WRITTEN = frozenset({"امده", "نوشته", "درج", "ثبت", "حک"})
_OF = frozenset({"از", "درباره", "دربارهی"})
_REASONS = frozenset(
    ("به", this, reason)
    for this in ("این", "همین")
    for reason in ("دلیل", "خاطر", "علت", "سبب", "جهت")
)
_SOME_THINGS = ("هایی", "کسانی")
_ONCE = frozenset({"روزی", "شبی", "زمانی", "روزگاری", "دورانی"})
_LONGEST_OF = 4  # tokens of «از بوهای خوبی» and the like
_LONGEST_OBJECT = 8  # tokens from «را» to its verb


def tells_of_writing(page: Page, cue: PlacedCue, after: int) -> bool:
    """Tell whether «که در آن» speaks of what was read or written: «اطلاعیه را خواند که در آن آمده است C», «کتابی نوشت که در آن …»."""
    if _has_writing(page, cue):
        return True
    written = page.words[cue.first - 1]
    indefinite = written.endswith("ی") and names_writing(written, "fa")
    if page.words[after : after + 2] != ("در", "ان"):
        return False
    return indefinite or page.words[after + 2] in _WRITTEN


def _has_writing(page: Page, cue: PlacedCue) -> bool:
    """Tell whether a verb has some writing as its object, of which «که» then tells: «ایمیلی را برای هیئت خواند که X فرستاده بود»."""
    for i in range(cue.first - 1, max(1, cue.first - _LONGEST_OBJECT), -1):
        if page.words[i] == "را":
            thing = page.words[i - 1]  # «ایمیلی», «نامه ای»; of «رأی» nothing is left
            stems = (thing.removesuffix(end) for end in ("ی", "ای") if thing.endswith(end))
            return any(names_writing(stem, "fa") for stem in stems)
        if page.words[i] in PAUSES or page.words[i] == "و" or is_finite(page, i):
            return False
    return False


def tells_of_things(page: Page, cue: PlacedCue) -> bool:
    """Tell whether «که» speaks of what somebody tells or writes of: «از روزهایی گفت که در کوه بود», «فهرستی از بوهایی نوشته که می خواهد»."""
    before = page.words[max(0, cue.first - _LONGEST_OF) : cue.first]
    if any(before[i : i + 3] in _REASONS for i in range(len(before))):
        return True  # «به این دلیل ادامه داد که مادرش در سالن بود»
    things = before != () and (before[-1].endswith(_SOME_THINGS) or before[-1] in _ONCE)
    return things and any(
        page.words[i] in _OF and page.mark_at[i] is None
        for i in range(cue.first - len(before), cue.first)
    )
