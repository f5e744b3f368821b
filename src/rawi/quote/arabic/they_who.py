"""Whether an Arabic relative clause tells who several people are: «نصح الشباب | الذين يقصدونه», «أنصار فريقه | الذين سافروا»."""

from rawi.quote.arabic.hearers import are_several
from rawi.quote.arabic.people_words import are_people_done_to
from rawi.quote.page import Page

_THEY_WHO = frozenset({"الذین", "اللواتی", "اللاتی", "اللایی"})


def describes_several(page: Page, at: int) -> bool:
    """Tell whether at a token such a clause opens right behind several people, and means nobody else: «نصح الشباب | الذين يقصدونه»; not «نصح الطبيب | الذين يشعرون بألم»."""
    if at == 0 or at >= len(page.words) or page.words[at] not in _THEY_WHO:
        return False
    near = (i for i in (at - 1, at - 2) if i >= 0 and page.is_word(i))
    return any(are_several(page, i) or are_people_done_to(page, i) for i in near)
