"""Upon whom an Arabic call of one's own is, as its object: «جدّد X دعوته | المواطنين إلى أن», «كررت مناشدتها | الأهالي ألا»."""

from rawi.quote.arabic.hearers import are_several, is_someone, read_partner
from rawi.quote.page import Page
from rawi.quote.saying import Range

_CALLS = frozenset(
    call + whose
    for call in ("دعوت", "مطالبت", "مناشدت", "تذکیر", "تحذیر", "نصیحت")
    for whose in ("ه", "ها", "هم", "هما", "هن")
)


def find_called_upon(page: Page, place: Range) -> Range | None:
    """Upon whom a call among tokens is, right behind its noun with the pronoun of whoever calls: «دعوته | المواطنين إلى أن»; not «دعوته السابقة»."""
    for i in range(place[0] + 1, place[1]):
        if page.words[i - 1] in _CALLS and page.mark_at[i - 1] is None:
            someone = are_several(page, i) or is_someone(page, i)
            return read_partner(page, i, place[1]) if someone else None
    return None
