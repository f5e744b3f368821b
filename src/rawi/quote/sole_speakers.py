"""Whether a Persian report speaks of one person by name and by office, since nobody else is in it: «رئیس X گفت: C. وی افزود: D. سردار Y گفت: E»."""

from rawi.quote.page import Page
from rawi.quote.speaker import Speaker

_COURTESIES = frozenset({"خانم", "اقای", "دوشیزه", "بانو"})
_TITLES = 3  # paragraphs


def _is_plain(page: Page) -> bool:
    """Tell whether a report is Persian, and has no words in marks."""
    return not page.marked and all(one.language != "ar" for one in page.paragraphs)


def reports_of_one(page: Page, name: Speaker) -> bool:
    """Tell whether a Persian report without words in marks speaks in turns of somebody by name and rank, and by his office: «سردار X گفت: C. وی افزود: D. فرمانده Y تصریح کرد: E. سردار X گفت: F»."""
    return _is_plain(page) and not _COURTESIES.issuperset(name.titles)


def is_only_person(page: Page, role: Speaker, name: Speaker) -> bool:
    """Tell whether a report tells of nobody but the holder of an office, whose surname alone it brings later, «رئیس X خبر داد. وی افزود: C. کوهی تصریح کرد: D», or whose name its title has: «کوهی: C», then «رئیس X گفت: D»."""
    people = [m for m in page.mentions if m.mention.type == "PER"]
    his = all(page.words[m.last - 1] == name.words[-1] for m in people)
    if not (his and people and _is_plain(page) and len(role.words) > 1):
        return False
    surname = len(name.words) == 1 and role.first < name.first
    return surname or _heads_report(page, name)


def _heads_report(page: Page, name: Speaker) -> bool:
    """Tell whether somebody speaks only in a title: «سارا کوهی: C»."""
    last = name.first + len(name.words)
    titles = page.paragraphs[:_TITLES]
    return any(
        one.is_heading and one.first <= name.first and page.words[last : last + 1] == (":",)
        for one in titles
    )
