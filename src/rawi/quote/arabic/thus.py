"""Who is said to have spoken right behind Arabic words in marks: ««C». هكذا لخّصت المديرة الموسم», ««C». هذا ما قاله X»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.speech import load_cues
from rawi.quote.arabic.attribution_verbs import RESUMING, find_telling_verb
from rawi.quote.arabic.finite_verbs import is_finite
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.told import past_gender
from rawi.quote.page import Page
from rawi.quote.saying import Range

_COMING_ABOUT = frozenset({"ولد", "بدا", "انتهی", "نشا", "ظهر", "تحول", "اصبح", "صار", "جاء", "کان", "عاد"})  # fmt: skip
_WHAT = (("هذا", "ما"), ("ذلک", "ما"))
_NEAR = 4  # tokens to the verb


def named_after(page: Page, at: int, last: int) -> Range | None:
    """Who is said to have spoken right after a quotation: «…». هكذا لخّصت المديرة الموسم; بهذه العبارة ختم لصّ رسالته; هذا ما قاله X."""
    words = page.words
    while at < last and not page.is_word(at):
        at += 1
    if at >= last:
        return None
    if words[at : at + 2] in _WHAT:
        return _named_for(page, at + 2, last)
    if words[at] not in get_grammar("ar").words["thus"]:
        return None
    for i in range(at + 1, min(last, at + _NEAR)):
        if past_gender(words[i], _COMING_ABOUT) is not None:
            return None  # ««C». هكذا وُلد المشروع»
        if is_finite(page, i) or load_cues("ar").find(words, i):
            return read_source(page, i + 1, last)
    return None


def _named_for(page: Page, verb: int, last: int) -> Range | None:
    """Who is named behind «this is what» and a verb of saying: «هذا ما | صرّح به X»."""
    hit = find_telling_verb(page.words, verb) if verb < last else None
    if hit is None:
        return None
    at = verb + hit.end
    while at < last and page.words[at] in RESUMING:
        at += 1
    return read_source(page, at, last)
