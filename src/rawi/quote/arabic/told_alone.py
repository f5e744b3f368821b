"""Whether those right behind an Arabic verb of telling or asking are told, its subject being left out: «وناشدت | أصحاب القوارب ألا», «ونصح | سائقي الشاحنات بأن»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import heads_people, names_people
from rawi.quote.arabic.done_to import DONE_TO
from rawi.quote.arabic.forms import joined_form
from rawi.quote.arabic.hearers import is_plural_participle
from rawi.quote.arabic.people_words import are_people_done_to, names_bodies
from rawi.quote.arabic.they_who import describes_several
from rawi.quote.arabic.told import without_told_office
from rawi.quote.arabic.told_then import opens_words
from rawi.quote.arabic.words import GOVERNING
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range

# Verbs that never go without whom they are said to: «وناشد | المدير أن».
_NEVER_ALONE = frozenset({"ناشد", "ناشدت", "یناشد", "تناشد"})
# Several women, or those a verb in the feminine agrees with: «وطالبت | عائلات الضحايا بأن».
_SHE = frozenset({"نساء", "نسوه", "اسر", "جماهیر", "حشود", "فرق", "وفود", "نخب", "قبایل", "عشایر"})
# Those whom others advise or tell: «ونصح | الشباب الذين يقصدونه بأن».
_ADVISED = frozenset({"شباب", "شبان", "ناس", "زوار", "مرضی", "رکاب", "زباین", "ضیوف", "تلامیذ", "طلاب", "طلبه", "اطفال", "صغار", "فتیان", "فتیات"})  # fmt: skip
_LONGEST_RELATIVE = 9  # tokens to what is said
_BEHIND_PREPOSITION = frozenset({"of", "at", "to"})


def is_told_alone(page: Page, source: Range, cue: PlacedCue) -> bool:
    """Tell whether those alone between a verb of telling or asking and what is said are told: their ending or gender shows it, or the verb never goes without such."""
    frames = cue.cue.frames
    if DONE_TO.isdisjoint(frames) or "label" in frames or cue.cue.object or cue.cue.passive:
        return False
    if not _BEHIND_PREPOSITION.isdisjoint(frames) or source[0] != cue.last:
        return False
    behind = source[1] + (
        page.words[source[1] : source[1] + 1] != () and page.words[source[1]] in GOVERNING
    )
    described = describes_several(page, behind)
    behind = _past_relative(page, behind) if described else behind
    if behind >= len(page.words) or not opens_words(page, behind):
        return False
    if joined_form(page.words[cue.first], _NEVER_ALONE) is not None:
        return without_told_office(page, source, cue, behind) == source
    bare = page.words[source[0]].removeprefix("ال")
    bodies = cue.cue.gender == "m" and names_bodies(bare)  # «وأوصى | المدارس بأن»
    if bodies or are_objects(page, source[0]):
        return True
    advised = described and "person" in frames and bare in _ADVISED
    return advised or (cue.cue.gender == "f" and _are_men(page, source))


def _past_relative(page: Page, at: int) -> int:
    """The token at which what is said opens behind a short relative clause, «المرضى | الذين يراجعونها | بأن»; that of the clause where a pause stands between."""
    for i in range(at + 1, min(len(page.words), at + _LONGEST_RELATIVE)):
        if not page.is_word(i) and page.words[i] != ":":
            return at
        if opens_words(page, i):
            return i
    return at


def may_be_asked(page: Page, cue: PlacedCue) -> bool:
    """Tell whether those right behind a verb whose subject is left out may be asked: no women or families behind one in the feminine, who may ask themselves."""
    head = get_grammar("ar").bare(page.words[cue.last])
    she = head in _SHE or head.endswith("ات")
    return not (she and cue.cue.gender == "f")


def are_objects(page: Page, token: int) -> bool:
    """Tell whether the plural of several people at a token is written as the object: «سائقي الشاحنات», المزارعين; not «سائقو الشاحنات»."""
    word = page.words[token]
    if token in page.mention_at:
        return False
    if are_people_done_to(page, token):
        return True
    head = get_grammar("ar").bare(word)
    return is_plural_participle(word) or (head.endswith("ین") and names_people(head, "ar"))


def _are_men(page: Page, source: Range) -> bool:
    """Tell whether several men stand at a phrase, with whom a verb in the feminine does not agree: «سكان الحارة», «زوار الحديقة», الأهالي."""
    head = get_grammar("ar").bare(page.words[source[0]])
    if source[0] in page.mention_at or head in _SHE or head.endswith(("ات", "ون", "و", "ه")):
        return False
    definite = head != page.words[source[0]] or source[1] - source[0] > 1
    return definite and (names_people(head, "ar") or heads_people(head))
