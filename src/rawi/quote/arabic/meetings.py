"""Who met whom, where an Arabic report goes back to it: «التقى الوزير أصحاب المكتبات. وقال خلال اللقاء إنّ …»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.quote.arabic.forms import joined_form
from rawi.quote.arabic.hearers import is_someone, names_one, read_partner
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.words import is_governed, is_possessed
from rawi.quote.page import Page
from rawi.quote.saying import Range, Saying

_BACK = 2  # paragraphs a report may go back over
_GUESTS = frozenset({"ضیف", "ضیفه"})
_HIS_GUESTS = frozenset({"ضیفه", "ضیفته", "ضیفها", "ضیفتها"})
_HIS_HOSTS = frozenset({"مضیفه", "مضیفته", "مضیفها", "مضیفتها"})
_TIMES = frozenset({"امس", "الیوم", "مساء", "صباح", "ظهر"})
_LONGEST_CIRCUMSTANCE = 8  # tokens
_MET = frozenset({"التقی", "التقت"})
_CALLING = frozenset({"تلقی", "تلقت", "اجری", "اجرت"})
_CALLS = frozenset({"اتصالا", "اتصال", "مکالمه"})
_FROM_OR_WITH = frozenset({"من", "مع"})
_NEAR_CALL = 4  # tokens: «اتصالاً هاتفياً اليوم من»
_WITH = frozenset({"مع", "ب"})
_HELD = frozenset({"لقاء", "اجتماع"})
_NEAR_OPENING = 3  # tokens from the beginning of the sentence


def find_meeting(page: Page, saying: Saying) -> tuple[Range, Range] | None:
    """The two parties of the meeting a saying says it was said in, who met and whom; None where it says none."""
    sentence = page.sentence_at(saying.start)
    if sentence is None or saying.cue is None or not _points_back(page, sentence.first, saying):
        return None
    verbs = get_grammar("ar").words["meeting"]
    first = page.paragraphs[max(0, sentence.paragraph - _BACK)].first
    for i in range(sentence.first - 1, first - 1, -1):
        if page.mark_at[i] is not None:
            continue
        met = page.sentence_at(i)
        if joined_form(page.words[i], verbs):
            return _parties(page, i, met.last) if met else None
        if met and (called := _read_call(page, i, met.last)) is not None:
            return called
    return None


def find_held(page: Page, saying: Saying) -> tuple[Range, Range] | None:
    """The two parties of the meeting in which something is said, told by its noun in the sentence before the verb: «وخلال لقاء | النقيب | بوفد من المزارعين، شكت X من أنّ»; None where none is."""
    here = page.sentence_at(saying.start)
    if here is None or saying.cue is None:
        return None
    words = page.words
    for i in range(here.first, min(saying.cue[0], here.first + _NEAR_OPENING)):
        if words[i].removeprefix("و") not in ("خلال", "اثناء", "فی") or words[i + 1] not in _HELD:
            continue
        host = read_source(page, i + 2, saying.cue[0])
        if host is None or not is_someone(page, i + 2):
            return None
        at = host[1] + (words[host[1]] == "مع")
        if at == host[1] and words[at][0] != "ب":
            return None
        guests = read_source(page, at, saying.cue[0], after_preposition=True)
        return (host, guests) if guests is not None and guests[0] == at else None
    return None


def _read_call(page: Page, verb: int, stop: int) -> tuple[Range, Range] | None:
    """Who gets or makes a call, and from or with whom: «تلقى | X | اتصالاً هاتفياً من | Y»."""
    if not joined_form(page.words[verb], _CALLING):
        return None
    call = next((i for i in range(verb + 1, stop) if page.words[i] in _CALLS), None)
    if call is None:
        return None
    near = range(call + 1, min(call + _NEAR_CALL, stop - 1))
    end = next((i + 1 for i in near if page.words[i] in _FROM_OR_WITH), None)
    one = read_source(page, verb + 1, call)
    other = read_partner(page, end, stop) if end is not None else None
    return (one, other) if one and other else None


def find_named_guest(page: Page, place: Range) -> Range | None:
    """Whom a phrase means that is no more than «الضيف», «للضيفة» or «ضيفته», «لضيفها»."""
    word = page.words[place[0]]
    head = get_grammar("ar").bare(word)
    guest = (head != word and head in _GUESTS) or word.removeprefix("ل") in _HIS_GUESTS
    return find_guest(page, place[0]) if guest and place[1] - place[0] == 1 else None


def find_named_host(page: Page, place: Range) -> Range | None:
    """Whom a phrase means that is no more than «مضيفه», «لمضيفتها»: who received somebody last."""
    host = page.words[place[0]].removeprefix("ل") in _HIS_HOSTS and place[1] - place[0] == 1
    parties = _find_hosting(page, place[0]) if host else None
    return parties[0] if parties is not None else None


def find_guest(page: Page, before: int) -> Range | None:
    """Who was last received or interviewed before a token: «استضافت الإعلامية X، في حلقة أمس، الكاتب Y»."""
    parties = _find_hosting(page, before)
    return parties[1] if parties is not None else None


def _find_hosting(page: Page, before: int) -> tuple[Range, Range] | None:
    """Who received whom last before a token."""
    verbs = get_grammar("ar").words["hosting"] | _MET
    for i in range(before - 1, -1, -1):
        if page.mark_at[i] is None and joined_form(page.words[i], verbs):
            met = page.sentence_at(i)
            parties = _parties(page, i, met.last) if met else None
            if parties is not None:
                return parties
    return None


def _points_back(page: Page, first: int, saying: Saying) -> bool:
    """Tell whether before what was said «خلال اللقاء» and its kin stand."""
    sets, content = get_grammar("ar").words, saying.content[0][0] if saying.content else first
    before = page.words[first:content]
    return any(
        word in sets["meetings"] and before[i - 1] in sets["during"]
        for i, word in enumerate(before)
        if i
    )


def _parties(page: Page, verb: int, stop: int) -> tuple[Range, Range] | None:
    """The subject of a verb of meeting and whom it met: right behind it or behind an aside between commas, with «مع» or without."""
    subject = read_source(page, verb + 1, stop)
    if subject is None:
        return None
    at = _past_aside(page, subject[1], stop)
    if at < stop and page.words[at] in _WITH:
        at += 1
    at = _past_circumstance(page, at, stop)
    if at >= stop:
        return None
    title = load_people("ar").titles.find(page.words, at)
    prefix = 1 if page.words[at].startswith("بال") else 0  # «اجتمع المدير | بالموظفين»
    if title is None and not is_someone(page, at, prefix):
        return None
    met = read_partner(page, at, stop)
    return (subject, met) if met and met[0] == at else None


def _past_circumstance(page: Page, at: int, stop: int) -> int:
    """The token of somebody in office behind where and when somebody was met: «استقبلت X | في مكتبها أمس | رئيس الاتحاد Y»; else the first one."""
    grammar, words = get_grammar("ar"), page.words
    if not (words[at : at + 1] and (words[at] in grammar.prepositions or words[at] in _TIMES)):
        return at
    if words[at] == "مع":
        return at
    for i in range(at + 1, min(stop, at + _LONGEST_CIRCUMSTANCE)):
        if not page.is_word(i) or page.mark_at[i] is not None:
            return at
        before = words[i - 1]
        closed = before in _TIMES or before.startswith("ال") or is_possessed(page, i - 1)
        if closed and not is_governed(page, i) and names_one(page, (i, i + 1)):
            return i
    return at


def _past_aside(page: Page, at: int, stop: int) -> int:
    """The token after an aside with a preposition between commas: «استضافت X، في حلقة أمس، | Y»."""
    opened = at + 1 < stop and page.words[at] in "،," and page.mark_at[at] is None
    if not opened or page.words[at + 1] not in get_grammar("ar").prepositions:
        return at
    pauses = (i for i in range(at + 1, stop) if page.words[i] in "،,")
    closing = next((i for i in pauses if page.mark_at[i] is None), None)
    return at if closing is None else closing + 1
