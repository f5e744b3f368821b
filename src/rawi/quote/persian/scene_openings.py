"""Where a Persian phrase of place or occasion is over that opens a clause and no pause parts from who speaks: «در صف نانوایی | یکی از مشتری ها گفت», «در میانهٔ جلسه | معلم گفت»."""

from functools import cache

from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.quote.page import Page
from rawi.quote.persian.ezafe import has_ezafe
from rawi.quote.persian.hearers import is_someone_new
from rawi.quote.persian.introduced import SOMEONE
from rawi.quote.persian.phrases import JOINTS, PAUSES
from rawi.quote.persian.verbs import follows_finite_verb

_ONE_WORD = 2  # tokens of «در راه»
# Of a person rather than of a place: «در حضور | یکی از …», «در دفتر | یکی از …».
_OF_SOMEONE = frozenset(
    {"حضور", "جمع", "کنار", "نزد", "محضر", "غیاب", "نبود", "معیت", "مورد", "باره", "خصوص", "رابطه", "زمینه", "حق", "سوگ",
     "رثای", "وصف", "دفاع", "حمایت", "خانه", "منزل", "دفتر", "اتاق", "مغازه", "مطب", "صفحه", "کتاب", "فیلم", "دست", "دستان",
     "نگاه", "چشم", "کانال", "حساب", "قالب", "نقش", "لباس", "اختیار", "پی", "اثر", "سمت", "قامت", "مقام", "عنوان", "ماشین", "خودرو"}
)  # fmt: skip


def ends_course(page: Page, token: int) -> bool:
    """Tell whether before a token the middle or course of an event has been told whole: «در میانهٔ جلسه |», «در جریان بازی |»; not «در جریان محاکمهٔ …»."""
    sets, words = get_grammar("fa").words, page.words
    course = (
        token > 1 and words[token - 2] in sets["courses"] and words[token - 1] in sets["events"]
    )
    return course and not has_ezafe(page, token - 1)


def ends_before_someone(page: Page, at: int, token: int) -> bool:
    """Tell whether a phrase of place that opens a clause with «در» ends before one of several or someone new: «در صف نانوایی | زنی گفت»; not «در حضور یکی از …»."""
    words = page.words
    if words[at] != "در" or not _tells_someone_new(page, token) or has_ezafe(page, token - 1):
        return False
    sets, long = get_grammar("fa").words, token - at > _ONE_WORD
    event = words[token - 1] in sets["events"]
    told = words[at + 1 : token - (long and event)]  # «در بخش پایانی نشست | یکی از …»
    if not _of_someone().isdisjoint(told) or not _opens_clause(page, at):
        return False
    return long or event or words[token - 1] in sets["open_places"]


@cache
def _of_someone() -> frozenset[str]:
    """The words of which someone depends: talks, letters and answers among them."""
    sets = get_grammar("fa").words
    kinds = (
        "talks",
        "meetings",
        "facing",
        "letters",
        "answers",
        "spoken",
        "grievances",
        "opinions",
    )
    return _OF_SOMEONE.union(*(sets[kind] for kind in kinds))


def _tells_someone_new(page: Page, token: int) -> bool:
    """Tell whether at a token one of several, «یکی از …», or someone with the yeh of «a» stands: «زنی», «راننده ای»; no office, «شهرداری»."""
    word = page.words[token]
    stem = word.removesuffix("ای")
    calling = stem != word and stem.endswith("ه") and stem in load_people("fa").roles.alone
    one = page.words[token : token + 2] == ("یکی", "از")
    return one or word in SOMEONE or is_someone_new(word) or calling


def _opens_clause(page: Page, at: int) -> bool:
    """Tell whether before a token its clause has only told when or how: «| در راه …», «دیروز | در راه …», «…، | در راه …»."""
    words, grammar = page.words, get_grammar("fa")
    here = page.sentence_at(at)
    small = grammar.adverbs | grammar.conjunctions | grammar.words["times"]
    for i in range(at - 1, here.first - 1 if here else at, -1):
        if words[i] in PAUSES or (words[i] in JOINTS and follows_finite_verb(page, i)):
            return True
        if words[i] not in small:
            return False
    return here is not None
