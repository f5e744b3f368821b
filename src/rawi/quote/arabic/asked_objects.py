"""Whom an Arabic verb of telling or asking has as its object behind its subject: «وطالب سكان الحي | البلدية بأن», «ناشد المفتش | سائقي السيارات»."""

from rawi.lang.people import load_people
from rawi.quote.arabic.beyond import find_beyond
from rawi.quote.arabic.done_to import TO_ONE
from rawi.quote.arabic.endings import is_counted
from rawi.quote.arabic.hearers import are_several, is_someone, read_partner
from rawi.quote.arabic.may_speak import name_gender
from rawi.quote.arabic.one_of import is_one_of
from rawi.quote.arabic.people_words import is_definite_role, is_own_person
from rawi.quote.arabic.phrase_objects import is_all_of
from rawi.quote.arabic.subjects import gender_of
from rawi.quote.arabic.words import WITHIN_IT
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range


def find_asked_object(
    page: Page, cue: PlacedCue, first: int, stop: int, *, led: bool
) -> Range | None:
    """Whom a verb of telling or asking has as its object behind the subject: «وطالب سكان الحي | البلدية بأن تعفيهم»."""
    if TO_ONE.isdisjoint(cue.cue.frames) or first >= stop or page.mark_at[first] is not None:
        return None
    if cue.cue.object:
        return None  # «سألها X، المحلل في البنك: «…»»
    if _is_set_beside(page, cue, first):
        return None
    # «ألقى X كلمة دعا | فيها | الأهالي إلى أن»
    within = first == cue.last and page.words[first] in WITHIN_IT
    first += within
    if first >= stop:
        return None
    if "of" not in cue.cue.frames and (beyond := find_beyond(page, first, stop)) is not None:
        return beyond  # «دعت الرابطة في سهل النور | الأندية إلى أن»
    hers = cue.cue.gender == "f" and is_own_person(page, first)  # «ناشدت جمهورها ألا يصدق»
    hers = hers or _is_of_other_gender(page, cue, first)
    if (first == cue.last + within and not (led or hers)) or not (
        is_someone(page, first)
        or are_several(page, first)
        or is_one_of(page, first)
        or is_all_of(page.words, first)
    ):
        return None
    phrase = read_partner(page, first, stop)
    # «ناشدت X رئيس البلدية Y»; a role without a name behind one belongs to it
    named = page.person_at(phrase[1] - 1) if phrase else None
    own = (named is not None and named.first > first) or is_one_of(page, first)
    other = _is_named_behind_name(page, first)
    told = own or other or hers or page.words[first].startswith("ال") or _is_other(page, cue, first)
    told = told or (phrase is not None and _is_behind_apposed(page, cue, phrase))
    return phrase if told else None


def _is_set_beside(page: Page, cue: PlacedCue, token: int) -> bool:
    """Tell whether at a token it is told behind a comma what the one is whose name stands before it: «وأخبر رامي الحداد، | المحلل في البنك، أنّ»; not «أبلغت المديرة، السيدة X، | الحاضرين أنّ»."""
    words = page.words
    named = words[cue.last : token - 1]
    first = bool(named) and "،" not in named and "," not in named
    return first and words[token - 1] in "،," and is_definite_role(words[token])


def _is_of_other_gender(page: Page, cue: PlacedCue, token: int) -> bool:
    """Tell whether a body or someone in office at a token is of another gender than the verb before, and no subject of it: «وطالبت | مدير الإدارة بأن»."""
    own, named = gender_of(page, (token, token + 1)), page.mention_at.get(token)
    # «ودعت | باسل درويش إلى أن»
    his = name_gender(page, named) if named is not None and named.first == token else None
    return None not in (own or his, cue.cue.gender) and (own or his) != cue.cue.gender


def _is_other(page: Page, cue: PlacedCue, token: int) -> bool:
    """Tell whether at a token several people, someone's own or, behind a definite noun, someone in office opens another phrase: «ناشد الوفد | رئيس النادي», «المفتش | سائقي السيارات», «المعلمة | تلاميذها»."""
    named = page.person_at(token - 1) is not None
    definite = token > cue.last and page.words[token - 1].startswith("ال") and not named
    definite = definite or is_counted(page, token - 1)  # «ناشد عشرون بحاراً | رئيس الميناء»
    return definite or are_several(page, token) or is_own_person(page, token)


def _is_behind_apposed(page: Page, cue: PlacedCue, phrase: Range) -> bool:
    """Tell whether a phrase stands behind the name or role two commas set beside who asks, and no comma behind it: «ناشد والد أحد التلاميذ، المحاسب سامي حداد، | مجلس الأمناء أن», «ناشد سامي حداد، رئيس الجمعية، | وزير الثقافة أن»."""
    words, first = page.words, phrase[0]
    if words[first - 1] not in "،," or words[phrase[1]] in "،,":
        return False
    opened = next((i for i in range(first - 3, cue.last, -1) if words[i] in "،,"), None)
    if opened is None:
        return False
    role = words[opened + 1] in load_people("ar").roles.alone
    beside_name = role and page.person_at(opened - 1) is not None
    return beside_name or page.person_at(first - 2) is not None


def _is_named_behind_name(page: Page, token: int) -> bool:
    """Tell whether right behind the name of who asks a body or somebody else is named: «دعت هدى سالم | إدارة المتحف إلى أن», «ناشد نادر الحاوي | سليم عون أن»."""
    told, named = page.mention_at.get(token), page.person_at(token - 1) is not None
    return named and told is not None and told.mention.type != "LOC" and told.first == token
