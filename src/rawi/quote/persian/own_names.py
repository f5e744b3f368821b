"""The names Persian gives someone besides his role: those he gives himself, goes by, has as a party to a lawsuit or as one of two."""

from rawi.lang.common import is_rare, load_common
from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.quote.page import Page
from rawi.quote.roles import is_role
from rawi.quote.saying import Range

_ONES = frozenset({"یکیشان", "یکیشون", "دیگری"})
_LONGEST_NAME = 3  # tokens
_NAMES = frozenset({"نام", "اسم", "شناسه", "شناسهٔ", "نشانی"})
_OF_NAMES = frozenset({"کاربری", "مستعار"})


def introduced_as(page: Page, source: Range) -> Range | None:
    """The name someone gives himself or goes by: «نگهبان | که خود را X معرفی کرد», «کاربری با نام «X»»; no role."""
    words, after = page.words, source[1]
    called = _goes_by(page, source) or _find_party(page, source) or _find_one(page, source)
    if called is not None:
        return called
    at = after + (words[after : after + 1] == ("،",))
    if words[at : at + 3] != ("که", "خود", "را"):
        return None
    first = at + 3 + (words[at + 3 : at + 4] in (("فقط",), ("تنها",)))
    last = next(
        (i for i in range(first + 1, min(first + 5, len(words))) if words[i] == "معرفی"), first
    )
    rare = load_common("fa").isdisjoint(words[first:last])
    return (first, last) if last > first and rare else None


def _find_party(page: Page, source: Range) -> Range | None:
    """The name of a party to a lawsuit, told behind a comma: «خوانده، اکبر کاوه، …»."""
    words, party = page.words, page.words[source[0]]
    if source[1] - source[0] > 1 or party not in get_grammar("fa").words["court_parties"]:
        return None
    for placed in page.mentions:
        apposed = words[max(0, placed.first - 2) : placed.first] == (party, "،")
        # «وکیل خواهان، X»
        apposed = apposed and not is_role(words[max(0, placed.first - 3) : placed.first - 2], "fa")
        if placed.mention.type == "PER" and apposed:
            return placed.first, placed.last
    return None


def _find_one(page: Page, source: Range) -> Range | None:
    """The name of one of those told of before, between commas: «دو دانشجو برخاستند. یکی شان، | ترلان، …», «دیگری، | لیلا، …»."""
    words, first = page.words, source[1] + 1
    alone = source[1] - source[0] == 1 and words[source[0]] in _ONES
    if not alone or words[source[1] : first] != ("،",):
        return None
    near = range(first + 1, min(len(words), first + _LONGEST_NAME + 1))
    last = next((i for i in near if words[i] == "،"), first)
    given = load_people("fa").given_names.find(words, first)
    rare = all(is_rare(words[i]) for i in range(first + (given is not None), last))
    return (first, last) if first < last and rare else None


def _goes_by(page: Page, source: Range) -> Range | None:
    """The name in marks of someone of whom no more is said: «کاربری با نام [کاربری] «X»», «زنی به نام «X»»."""
    words, (first, after) = page.words, source
    for i in range(first + 1, min(after + 2, len(words) - 4)):
        if words[i] in ("به", "با") and words[i + 1] in _NAMES:
            at = i + 2 + (words[i + 2] in _OF_NAMES)
            mark = page.mark_at[at + 1] if words[at] == "«" else None
            return mark if mark and mark[0] == at + 1 else None
    return None
