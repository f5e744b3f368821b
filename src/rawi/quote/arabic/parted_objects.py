"""Whom an Arabic verb of telling takes as its object, parted from its subject: «سأل X، وهو محاسب، الأعضاء», «سألت امرأة تحمل رضيعاً أحد المتطوعين»."""

from rawi.lang.grammar import get_grammar
from rawi.quote.arabic.endings import is_accusative, is_manner
from rawi.quote.arabic.finite_verbs import is_finite
from rawi.quote.arabic.hearers import are_several, may_listen
from rawi.quote.arabic.one_of import SOME_OF
from rawi.quote.arabic.people_words import is_definite_role, is_own_person, is_role
from rawi.quote.arabic.phrase_objects import is_object_of
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.words import GOVERNING, WAS
from rawi.quote.page import Page
from rawi.quote.saying import Range

_LONGEST = 5  # tokens of whom it is told


def find_parted_object(page: Page, source: Range, stop: int) -> Range | None:
    """Whom a verb tells it where a description stands between its subject and the object, which ends before «أنّ», a question or a colon."""
    last = _before_manner(page, stop - (page.words[stop - 1] in GOVERNING))
    for first in range(max(source[1] + 1, last - _LONGEST), last):
        if not _is_parted(page, source, first):
            continue
        phrase = read_source(page, first, last)
        several = first + (page.words[first] in SOME_OF)
        if (
            phrase is not None
            and _fills(page, phrase, (first, last))
            and (
                may_listen(page, phrase) or are_several(page, several) or is_own_person(page, first)
            )
        ):
            return phrase
    return None


def _fills(page: Page, phrase: Range, place: Range) -> bool:
    """Tell whether a phrase is all there is at a place, or behind a pause all but where it was told: «X، وهو محاسب، | المحللين | في اتصال هاتفي»."""
    if phrase[0] != place[0] or phrase[1] == place[1]:
        return phrase == place
    behind = page.words[place[0] - 1] in "،," and page.mark_at[place[0] - 1] is None
    return behind and page.words[phrase[1]] in ("فی", "خلال", "عبر", "اثناء")


def _before_manner(page: Page, last: int) -> int:
    """The token before adverbs that end at a token: «الأهالي | هاتفياً»."""
    while last > 1 and is_manner(page, last - 1):
        last -= 1
    return last


def _is_parted(page: Page, source: Range, first: int) -> bool:
    """Tell whether before a token a clause between commas ends, or one that tells of an undefined subject: «امرأة | تحمل رضيعاً»."""
    words, between = page.words, range(source[1], first)
    pauses = [i for i in between if words[i] in "،," and page.mark_at[i] is None]
    if pauses:
        return (pauses[-1] == first - 1 and len(pauses) > 1) or "،" in words[slice(*source)]
    if words[source[0]].startswith("ال") or source[0] in page.mention_at:
        return False
    if is_accusative(page, first - 1) and get_grammar("ar").bare(words[first]) in SOME_OF:
        return True
    if _is_from_somewhere(page, source[1], first):
        return True
    told = any(words[i] in WAS or is_finite(page, i) for i in between)
    return told and (is_accusative(page, first - 1) or is_object_of(page, first))


def _is_from_somewhere(page: Page, at: int, first: int) -> bool:
    """Tell whether between an undefined subject and a token only where he is from stands, and somebody in a role behind it: «طفلة | من مدرسة النادي | صانعة الألعاب», «طالب من الصف الثالث | المديرة»."""
    words = page.words
    where = words[at] in ("من", "فی") and first - at > 1 and words[first - 1].startswith("ال")
    of_what = words[first + 1 : first + 2] != () and words[first + 1].startswith("ال")
    office = is_role(words[first]) and not words[first].startswith("ال") and of_what
    return where and (office or is_definite_role(words[first]))
