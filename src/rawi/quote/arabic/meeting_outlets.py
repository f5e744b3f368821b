"""The outlet of an Arabic report that tells whom it met: «التقتها «صدى المدينة» بين تمرينين», ««الشراع» جلست إلى X», «خصّ «الشراع» بحوار»."""

from rawi.lang.people import heads_outlet
from rawi.quote.arabic.forms import joined_form, without_object_pronoun
from rawi.quote.arabic.marked_names import short_mark
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.subjects import is_somebody
from rawi.quote.marks import MARKS
from rawi.quote.page import Page
from rawi.quote.saying import Range

_MEETING = frozenset({"التقی", "قابل", "حاور", "زار", "جالس", "حادث", "استضاف", "هاتف", "سال"})
_SITTING = frozenset({"جلس", "تحدث", "تحادث", "استمع"})
_TO = frozenset({"الی", "مع"})
_HOLDING = frozenset({"اجری", "اجرت"})
_WITH_ONE = frozenset({"معه", "معها", "معهم"})
_GRANTING = frozenset({"خص", "خصت", "خصوا"})
_TALKS = frozenset({"بحوار", "بحدیث", "بمقابله", "بلقاء", "بتصریح", "بتصریحات", "بهذا", "بهذه"})


def find_meeting_outlet(page: Page) -> Range | None:
    """The one short name in marks that a report tells to have met someone; None where it tells it of none or several."""
    words = page.words
    found: dict[tuple[str, ...], Range] = {}
    for opener in range(1, len(words) - 2):
        if words[opener] not in MARKS or (opener > 1 and page.mark_at[opener - 1] is not None):
            continue
        end = short_mark(page, opener, len(words) - 1)
        if end is not None and _meets(page, opener, end):
            named = page.mention_at.get(opener + 1)  # «مجلة «البناء»»
            whole = named is not None and named.is_outlet and named.first < opener
            place = (named.first, named.last) if named and whole else (opener + 1, end - 1)
            found.setdefault(words[opener + 1 : end - 1], place)
    return next(iter(found.values())) if len(found) == 1 else None


def _meets(page: Page, opener: int, end: int) -> bool:
    """Tell whether a verb beside a name in marks says that it met someone, or was granted a talk."""
    words = page.words
    kind = heads_outlet(words, opener - 1, "ar")  # «حاورتها | مجلة «البناء»»
    before = words[opener - 1 - kind]
    if before in _WITH_ONE and joined_form(words[opener - 2 - kind], _HOLDING) is not None:
        return True  # «أجرت معها | مجلة «البناء» هذا الحوار»
    if before in _GRANTING and words[end] in _TALKS:
        return True  # «خصّت «الشراع» | بحوار»
    if meets_him(before) or meets_him(words[end]):
        return True  # «التقتها | «صدى المدينة»»
    if _is_met(words[end]) or _is_met(before):
        met = read_source(page, end + _is_met(words[end]), len(words))
        return met is not None and is_somebody(page, met)
    verb = words[end] if _sits(words[end]) else before if _sits(before) else None
    return verb is not None and words[end + (verb == words[end])] in _TO


def meets_him(word: str) -> bool:
    """Tell whether a word is a verb of meeting with the pronoun of whom: التقتها, وزارته."""
    verb = without_object_pronoun(word)
    verbs = (verb, verb[:-1] + "ی") if verb.endswith("ا") else (verb,)  # «التقاها»
    return verb != word and any(map(_is_met, verbs))


def _is_met(verb: str) -> bool:
    """Tell whether a word is a verb of meeting someone."""
    return _is_past(verb, _MEETING)


def _sits(verb: str) -> bool:
    """Tell whether a word is a verb of sitting down with someone."""
    return _is_past(verb, _SITTING)


def _is_past(word: str, verbs: frozenset[str]) -> bool:
    """Tell whether a word is a past of one of some verbs, of her too: التقى, التقت, وحاورت."""
    her = frozenset(verb.removesuffix("ی") + "ت" for verb in verbs)
    return joined_form(word, verbs | her) is not None
