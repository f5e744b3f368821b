"""Whom words in marks call upon politely at their beginning, without «يا»: «عزيزتي X، …», «سيدي الرئيس، …», «أيها الزملاء، …»."""

from rawi.lang.grammar import get_grammar
from rawi.quote.arabic.hearers import are_several
from rawi.quote.arabic.people_words import is_definite_role
from rawi.quote.page import Page
from rawi.quote.saying import Range, Saying

_LONGEST = 4  # tokens of whom one calls upon
# Whoever listens to a speech: «أيها الأصدقاء، نجتمع اليوم …».
_GENERAL = frozenset({"الاصدقاء", "الصدیقات", "الاخوه", "الاخوات", "الساده", "السیدات", "الحضور", "الرفاق", "الاحبه", "الاعزاء", "الکرام"})  # fmt: skip
_CLOSING = frozenset("،,!:؛")


def find_hailed(page: Page, saying: Saying) -> Range | None:
    """Who is called upon at the beginning of direct speech: by name, as a body of the report (its full name), by role or as several."""
    if saying.kind != "direct" or saying.heir or not saying.content:
        return None
    first, last = saying.content[0]
    if page.words[first] not in get_grammar("ar").words["hailing"]:
        return None
    near = range(first + 1, min(last, first + 1 + _LONGEST))
    whole = last if last - first <= _LONGEST else first + 1  # ««عزيزي سامي»، كتبت، «شكراً»»
    end = next((i for i in near if page.words[i] in _CLOSING), whole)
    return _who(page, (first + 1, end)) if end > first + 1 else None


def _who(page: Page, called: Range) -> Range | None:
    """Where the report names someone so called: the words themselves, or a body with them in its name."""
    first, last = called
    words = page.words[first:last]
    mention = page.mention_at.get(first)
    if mention is not None and mention.mention.type == "PER":
        return mention.first, mention.last
    if words[0] in _GENERAL:
        return None
    if are_several(page, first) or is_definite_role(words[0]):
        return called
    for named in page.mentions:
        name = page.words[named.first : named.last]
        if named.first < first and words == name[-len(words) :]:
            return named.first, named.last
    return None
