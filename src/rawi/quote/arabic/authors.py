"""Who wrote an Arabic report, by its byline, and whom people in it speak to as «me»: «بقلم هدى سالم», ««اجلسي»، تقول لي الجدة»."""

from rawi.quote.page import Page
from rawi.quote.saying import Range, Saying

_BYLINES = frozenset({"بقلم"})
_HEAD = 4  # paragraphs of a report in which its byline stands
_LONGEST_NAME = 4  # words
_NEAR = 4  # tokens behind a verb
_ME = frozenset({"لی", "لنا", "الینا", "بی"})


def find_author(page: Page) -> Range | None:
    """The name behind «بقلم» at the head of a report: all its line has, a few words."""
    for paragraph in page.paragraphs[:_HEAD]:
        first, last = paragraph.first + 1, paragraph.last
        signed = last > first and page.words[first - 1] in _BYLINES
        if signed and last - first <= _LONGEST_NAME and all(map(page.is_word, range(first, last))):
            return first, last
    return None


def tells_me(page: Page, saying: Saying) -> bool:
    """Tell whether a verb of saying says that the writer is told: «تقول لي», «أخبرني», «صاح بي»."""
    if saying.cue is None:
        return False
    first, last = saying.cue
    verb = page.words[first]
    if verb.endswith("نی") and page.written((first, first + 1)).endswith("ني"):
        return True
    near = range(last, min(len(page.words), last + _NEAR))
    outside = (i for i in near if not any(a <= i < b for a, b in saying.content))
    return any(page.words[i] in _ME and page.mark_at[i] is None for i in outside)
