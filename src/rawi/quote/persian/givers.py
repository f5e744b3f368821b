"""Who gives a Persian report, and what its outlet adds to its name: «به گزارش خبرگزاری X (ایکس)، | …», «به گزارش X، مرکز البرز، | …»."""

from rawi.lang.called_outlets import load_outlet_names
from rawi.quote.page import Page
from rawi.quote.persian.phrases import PAUSES

_GIVEN = frozenset({"گزارش", "نقل", "نوشته"})  # «به گزارش X», «به نقل از X»
_LONGEST_BRACKETS = 5  # tokens


def is_behind_giver(page: Page, at: int, token: int) -> bool:
    """Tell whether right before a token the outlet of «به گزارش», which stands at another, has been named: «به گزارش ایرنا | استاندار گفت»."""
    if token - at < 2 or page.words[at + 1] not in _GIVEN:
        return False
    giver = page.mention_at.get(token - 1)
    if giver is not None and giver.is_outlet and giver.last == token:
        return True
    # «به گزارش خبرنگار مجلس باشگاه خبرنگاران جوان | X گفت»
    outlets = load_outlet_names()
    known = (outlets.find(page.words, i) for i in range(at + 2, token))
    return any(outlet is not None and outlet.end == token for outlet in known)


def skip_of_giver(page: Page, at: int, token: int, last: int) -> int | None:
    """The token behind what an outlet adds to its name at a token: one of its stations between pauses, or brackets; None where it adds nothing."""
    if page.words[at + 1 : at + 2] == () or page.words[at + 1] not in _GIVEN:
        return None
    if page.words[token] == "(":
        near = range(token + 1, min(last, token + _LONGEST_BRACKETS))
        return next((i + 1 for i in near if page.words[i] == ")"), None)
    return _skip_station(page, at, token, last) if page.words[token] in PAUSES else None


def _skip_station(page: Page, at: int, pause: int, last: int) -> int | None:
    """The pause behind which of its stations an outlet names: «به گزارش خبرگزاری صدا و سیما، مرکز البرز | ، X گفت»."""
    if page.words[pause + 1 : pause + 2] != ("مرکز",) or not is_behind_giver(page, at, pause):
        return None
    station = page.mention_at.get(pause + 1) or page.mention_at.get(pause + 2)
    closed = station is not None and station.last < last and page.words[station.last] in PAUSES
    return station.last if station is not None and closed else None
