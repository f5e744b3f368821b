"""The outlet of an Arabic report to which somebody opens his heart, or that met people by its kind alone: «فتح X قلبه لموقع النادي», «المرضى الذين التقتهم الصحيفة»; it is also who the report means by us."""

from rawi.lang.people import heads_outlet
from rawi.quote.arabic.forms import joined_form
from rawi.quote.arabic.hearers import names_outlet, read_addressed
from rawi.quote.arabic.meeting_outlets import meets_him
from rawi.quote.marks import MARKS
from rawi.quote.page import Page
from rawi.quote.saying import Range

_OPENING = frozenset({"فتح", "فتحت", "یفتح", "تفتح"})
_HEARTS = frozenset({"قلبه", "قلبها", "صدره", "صدرها", "قلوبهم", "دفاتره", "دفاترها", "ملفاته", "ملفاتها"})  # fmt: skip
_LONGEST_SUBJECT = 12  # tokens between the verb and «his heart»


def find_opened_to(page: Page, first: int, stop: int) -> Range | None:
    """The outlet right behind «opens his heart to» among tokens: «فتحت المدربة X قلبها | لموقع النادي»; None where nobody does."""
    for i in range(first, min(stop, len(page.words)) - 1):
        if page.words[i] in _HEARTS and page.words[i + 1][0] == "ل" and _opens(page, first, i):
            named = page.words[i + 1] == "ل" and page.words[i + 2] in MARKS  # «قلبها لـ«الأفق»»
            kind = names_outlet(page, i + 1) or heads_outlet((page.words[i + 1][1:],), 0, "ar")
            return read_addressed(page, i + 1, len(page.words)) if named or kind else None
    return None


def find_opened_outlet(page: Page) -> Range | None:
    """Whom a report means by us where somebody opens his heart to an outlet, or an outlet told by its kind alone met somebody."""
    opened = find_opened_to(page, 0, len(page.words))
    return opened or _find_met_by_kind(page)


def _opens(page: Page, first: int, heart: int) -> bool:
    """Tell whether a verb of opening stands shortly before a token."""
    near = page.words[max(first, heart - _LONGEST_SUBJECT) : heart]
    return any(joined_form(word, _OPENING) is not None for word in near)


def _find_met_by_kind(page: Page) -> Range | None:
    """The first outlet told by its kind alone behind a verb of meeting with a pronoun: «التقتهم | الصحيفة»."""
    for i in range(1, len(page.words)):
        word = page.words[i]
        kind = word.startswith("ال") and heads_outlet((word[2:],), 0, "ar")
        if kind and meets_him(page.words[i - 1]):
            return i, i + 1
    return None
