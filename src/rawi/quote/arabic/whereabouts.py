"""The place or body an Arabic speaker without a name is known by: «متحدث | في إدارة السوق», «خيّاطة | من سكان الحي»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_people
from rawi.lang.numbers import TEN, is_cardinal
from rawi.lang.people import load_people
from rawi.quote.arabic.people_words import is_own_person
from rawi.quote.arabic.phrase_ends import ends_phrase
from rawi.quote.page import Page

_ANSWERS = frozenset({"الرد", "الجواب", "الاجابه", "القول", "التعلیق", "السوال"})
_ATTENDING = frozenset({"مشارک", "مشارکه", "حاضر", "حاضره", "عضو", "عضوه", "ضیف", "ضیفه"})
_OCCASIONS = frozenset({"موتمر", "لقاء", "حوار", "مقابله", "ندوه", "جلسه", "اجتماع", "حفل", "احتفال", "افتتاح", "تدوینه", "تغریده", "منشور", "اتصال", "برنامج", "حلقه"})  # fmt: skip
OF_WHAT = frozenset({"فی", "باسم", "لدی", "لشوون", "لشئون", "لشیون"})  # before what he works for


def place_end(page: Page, begun: int, i: int, stop: int) -> int | None:
    """The end of «في إدارة السوق» after someone without a name: it is what he is known by."""
    words = page.words
    grammar = get_grammar("ar")
    head = grammar.bare(words[begun])
    roles = load_people("ar").roles
    known = head in roles.alone or head.removesuffix("ا") in roles.alone  # متحدثاً
    # «في كلمة ألقتها», «في مستهل المؤتمر»
    sets, forms = grammar.words, {words[i + 1], grammar.bare(words[i + 1])}
    occasion = words[i + 1] in sets["talks"] or not sets["times"].isdisjoint(forms)
    occasion = occasion or (_is_occasion(forms) and head not in _ATTENDING)
    # «لم تتردد العجوز في الرد: «…»»
    placed = words[i] in OF_WHAT and not (occasion or words[i + 1] in _ANSWERS)
    # «مزارعون في الوادي»; «أبلغ أصحاب المكتبات في مقرّ الوزارة» says where
    several = (
        i == begun + 1
        and not words[begun].startswith("ال")
        and (_are_several(head) or head in sets["unnamed_sources"])
    )
    of_what = placed and (known or head in grammar.indefinites or several)
    if not of_what and not (words[i] == "من" and _come_from(page, begun, i, head)):
        return None
    where = page.words[i + 1]
    owned = where.endswith(("ه", "ها", "هم")) and not where.startswith("ال")  # but «في المياه»
    if owned and words[i] == "من" and is_own_person(page, i + 1):
        return i + 2  # «مئات من أنصاره»
    if owned and not page.written((i + 1, i + 2)).endswith("ة"):
        return None  # «كتب الناقد في زاويته الأسبوعية»: where he said it
    end = i + 1
    while end < min(stop, i + 5) and not ends_phrase(page, begun, end):
        end += 1
        if words[end - 1].startswith("ال") and not words[end].startswith("ال"):
            body = page.mention_at.get(end)
            if body is not None and body.first < end and body.mention.type == "ORG":
                return body.last  # «في المديرية العامة | للدفاع المدني»
            # «في المجلس البلدي»: definite adjectives belong to it
            return end + 1 if words[end] in TEN else end
    named = words[end - 1].startswith("ال") or words[i] == "باسم"  # «متحدث باسم مطار كينز»
    return end if end > i + 1 and named else None


def _is_occasion(forms: set[str]) -> bool:
    """Tell whether one of the forms of a word is an occasion on which somebody speaks: «قال المدرب | في المؤتمر الصحفي», no place he works in."""
    speeches = get_grammar("ar").words["speeches"]
    return not (_OCCASIONS.isdisjoint(forms) and speeches.isdisjoint(forms))


def _come_from(page: Page, begun: int, i: int, head: str) -> bool:
    """Tell whether «من» says of so many of whom they are, or of someone where he lives: «عدد من السكان», «خيّاطة | من سكان الحي»; not «طلبت هدى من سكان الحي»."""
    sets = get_grammar("ar").words
    if (
        head in sets["quantities"]
        or is_cardinal(head, "ar")
        or (head == page.words[begun] and head in sets["parties_met"])
    ):
        return True  # «لجنة من الخبراء»
    someone = head == page.words[begun] and not is_definite(page, i - 1)
    neighbours = page.words[i + 1] in sets["neighbours"]
    role = head in load_people("ar").roles.alone
    return someone and neighbours and (role or head in sets["named_people"])


def is_definite(page: Page, token: int) -> bool:
    """Tell whether a noun has its article or is of a name."""
    return page.words[token].startswith("ال") or token in page.mention_at


def _are_several(head: str) -> bool:
    """Tell whether a word is people in the plural or the dual: مزارعون, مهندسان, باحثتان."""
    roles, stems = load_people("ar").roles, {head[:-2], head[:-3] + "ه"}
    of_role = head.endswith(("ان", "ین", "ون")) and any(s in roles.alone for s in stems if s)
    return names_people(head, "ar") or bool(of_role)
