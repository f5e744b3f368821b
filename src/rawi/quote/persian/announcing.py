"""The words that announce to whom something is said in Persian: «خطاب به», «در جمع», «در گفت وگو با», «در نامه ای به»."""

from itertools import pairwise
from typing import NamedTuple

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_letter
from rawi.quote.page import Page
from rawi.quote.persian.hearers import (
    GREETINGS,
    LONGEST,
    SEEING,
    TALK,
    TALKING,
    TURNING,
    is_outlet,
    is_unknown_name,
    may_listen,
    object_before,
    read_listener,
)
from rawi.quote.persian.phrases import SIGNS, read_phrase
from rawi.quote.persian.sendings import find_sent
from rawi.quote.persian.verbs import follows_finite_verb, is_finite
from rawi.quote.saying import Range

# Prepositions that may announce him; «از» only where something is asked, «برای» and «نزد» only before people.
WEAK = frozenset({"به", "از", "برای", "نزد"})
_WITH = frozenset({"با", "ضمن"})
_CALLS = frozenset({"تماس"})
_REACHING = TALKING | _CALLS  # behind «با X»
_LINES = frozenset({"تلفنی", "زنده", "تصویری", "مستقیم", "ویدئویی", "ویدیویی"})  # «ارتباط تلفنی»
_TOWARDS = frozenset({"نزد", "پیش", "سراغ", "سوی", "طرف", "سمت"})
_WAYS = frozenset({"راه", "جلو", "جلوی", "دست", "دامن", "بازوی", "استین"})
_STOPPING = frozenset({"گرفت", "گرفتند", "گرفته", "بست", "بستند", "سد", "کشید"})
_AT_EAR = frozenset({"زیر", "بیخ", "کنار", "دم", "توی", "نزدیک", "بغل"})  # «زیر گوش X گفت»
_SHARING = ("در", "میان")
_LONGEST_SHARING = 8  # tokens of «در میان گذاشت و با خنده»
_LONGEST_ACT = 6  # tokens of «دور خود جمع کرد»
REFERRING = frozenset({"به", "درباره", "دربارهی", "درخصوص", "پیرامون"})
_MEETING = frozenset({"در", "طی", "ضمن", "هنگام", "جریان"})
_WRITTEN = frozenset(
    {"نامه", "پیام", "درخواست", "استعلام", "دعوت", "تذکر", "ایمیل", "پیامک", "تماس"}
)


class Announced(NamedTuple):
    """Where an addressee begins, and whether the words before leave no doubt that he is one."""

    start: int
    surely: bool


def announce(page: Page, i: int, last: int) -> Announced | None:
    """Tell whether at a token words announce an addressee, and where he begins."""
    words = page.words
    if words[i] in TURNING and words[i + 1] == "به":
        # «پنجره ای رو به دریا» looks at nobody.
        heard = words[i] == "خطاب" or (
            i + 2 < last and may_listen(page, read_phrase(page, i + 2, last))
        )
        return Announced(i + 2, surely=True) if heard else None
    if (spoken_with := _speaks_with(page, i, last)) is not None:
        return spoken_with
    if words[i - 1] == "در" and i:
        if words[i] in ("جمع", "حضور"):
            return Announced(i + 1, surely=True)
        if (faced := _faces(page, i, last) or _receives(page, i, last)) is not None:
            return faced
    if (at_head := _is_at_head(page, i, last)) is not None:
        return at_head
    told = _announce_after_noun(page, i, last) or _sees(page, i, last) or _shares(page, i, last)
    if told is not None:
        return told
    if (answered := _answers(page, i, last) or _approaches(page, i, last)) is not None:
        return answered
    if words[i] not in WEAK:
        return None
    return Announced(i + 1, surely=words[i] == "به" and _greets(page, i, last))


def _faces(page: Page, i: int, last: int) -> Announced | None:
    """Whom «در برابر هیئت داوران گفت» tells of, with the noun at a token: people or a court, right before the verb."""
    if page.words[i] not in get_grammar("fa").words["facing"]:
        return None
    phrase = read_listener(page, i + 1, last)
    hears = page.words[i + 1] in get_grammar("fa").words["hearings"]
    # A team plays «در مقابل X».
    heard = hears or (not page.names_body(i + 1, "fa") and may_listen(page, phrase))
    return Announced(i + 1, surely=True) if heard and phrase[1] == last else None


def _is_at_head(page: Page, i: int, last: int) -> Announced | None:
    """Whom «زیر گوش X گفت», «سر شاگردش فریاد زد» tell of, with ear or head at a token: someone, right before the verb."""
    words = page.words
    if words[i] == "گوش" and i and words[i - 1] in _AT_EAR:
        return _faces(page, i, last)
    if words[i] != "سر" or words[last] not in get_grammar("fa").words["shouts"]:
        return None
    phrase = read_listener(page, i + 1, last)
    heard = phrase[1] == last and may_listen(page, phrase)
    return Announced(i + 1, surely=True) if heard else None


def _receives(page: Page, i: int, last: int) -> Announced | None:
    """Whom «در دیدار معلمان گفت» tells of, as official reports have it; not «در دیدار تیم X», «در دیدار وزیر با معلمان»."""
    words = page.words
    if words[i] != "دیدار" or i + 1 >= last:
        return None
    phrase = read_listener(page, i + 1, last)
    someone = may_listen(page, phrase) and not plays(page, phrase)
    return Announced(i + 1, surely=True) if someone and words[phrase[1]] != "با" else None


def plays(page: Page, phrase: Range) -> bool:
    """Tell whether a phrase may be of those who meet on a field: a body, or two and more."""
    first = page.words[phrase[0]]
    many = first[0].isdigit() or first in get_grammar("fa").words["quantities"]
    return many or page.names_body(phrase[0], "fa")


def _sees(page: Page, i: int, last: int) -> Announced | None:
    """Whom «مادرش با دیدن او گفت» tells of, with «با» at a token: someone, right before the verb."""
    if page.words[i] != "با" or page.words[i + 1] not in SEEING or i + 2 >= last:
        return None
    phrase = read_listener(page, i + 2, last)
    heard = phrase[1] == last and may_listen(page, phrase)
    return Announced(i + 2, surely=True) if heard else None


def _shares(page: Page, i: int, last: int) -> Announced | None:
    """Whom «خبر را با معلمان در میان گذاشت و گفت» tells of, with «با» at a token."""
    if page.words[i] != "با" or _SHARING not in pairwise(page.words[i + 2 : last]):
        return None
    phrase = read_listener(page, i + 1, last)
    end = phrase[1]
    shared = page.words[end : end + 2] == _SHARING and last - end <= _LONGEST_SHARING
    return Announced(i + 1, surely=True) if shared and may_listen(page, phrase) else None


def _answers(page: Page, i: int, last: int) -> Announced | None:
    """Whom «در پاسخ به پرسش خبرنگار X», «در جواب X», «در تماس X» tell of; not «در پاسخ به این ادعا»."""
    words, grammar = page.words, get_grammar("fa")
    replies = grammar.words["answers"]
    reacts = words[i - 1 : i + 1] == ("واکنش", "به") and (
        words[i + 1] in grammar.words["questions"] or _has_asked(page, i + 1, last)
    )
    # «در پاسخ ایمیلی به X»
    noun = i - 1 - (i > 1 and words[i - 1] in grammar.words["manners_of_asking"])
    if (words[i] == "به" and i and (reacts or words[noun] in replies)) or (
        words[i - 1] == "در" and i and words[i] in replies | _CALLS and words[i + 1] != "به"
    ):
        start = i + 1
    else:
        return None
    asked = words[start] in grammar.words["questions"] | grammar.words["grievances"] | _WRITTEN
    if asked:
        start += 1
        start += words[start] in grammar.words["manners_of_asking"]
    if start >= last:
        return None
    phrase = read_phrase(page, start, last)
    if phrase[1] == last - 1 and words[phrase[1]] == "که":
        return None  # «در پاسخ قاضی که | پرسید»: he asks
    outlet = words[start] == "«" and start > i + 1  # «در پاسخ به پرسش «موج»»
    ours = words[start] in grammar.words["first_person"]  # «در پاسخ به پیامک ما»
    outlet = outlet or (asked and (ours or is_unknown_name(page, phrase)))
    heard = (outlet or may_listen(page, phrase)) and words[phrase[1]] != "با"
    return Announced(start, surely=True) if heard else None


def _approaches(page: Page, i: int, last: int) -> Announced | None:
    """Whom «نزد X رفت و گفت», «به سوی X آمد و پرسید» tell of, with the word before him at a token."""
    if page.words[i] not in _TOWARDS or i + 1 >= last:
        return None
    phrase = read_listener(page, i + 1, last)
    went = page.words[phrase[1]] in get_grammar("fa").words["moving"]
    then = went and "و" in page.words[phrase[1] + 1 : last] and last - phrase[1] <= _LONGEST_ACT
    return Announced(i + 1, surely=True) if then and may_listen(page, phrase) else None


def _has_asked(page: Page, first: int, last: int) -> bool:
    """Tell whether of someone at a token a relative clause tells that he asked: «در واکنش به خبرنگاری که از X پرسیده بود»."""
    end = read_phrase(page, first, last)[1]
    asking = get_grammar("fa").words["asking"]
    return page.words[end] == "که" and not asking.isdisjoint(page.words[end:last])


def _is_answer(page: Page, token: int) -> bool:
    """Tell whether at a token an answer stands of which it is told how it was given: «پاسخ ایمیلی»."""
    sets = get_grammar("fa").words
    how = page.words[token + 1] in sets["manners_of_asking"]
    return how and page.words[token] in sets["answers"]


def _announce_after_noun(page: Page, i: int, last: int) -> Announced | None:
    """«در گفت وگوی تلفنی با X», «در نامه ای تند به X»: the noun at a token, at most two words, the preposition."""
    words, grammar = page.words, get_grammar("fa")
    if i and (words[i - 1] in grammar.words["permissions"] or _is_unable(page, i, last)):
        return None  # «اجازهٔ گفت وگو با رسانه ها ندارد», «مجاز به گفت وگو با رسانه ها نیست»
    if names_letter(words[i], "fa") and (sent := find_sent(page, i, last)) is not None:
        return Announced(sent[0], surely=True)
    if words[i : i + 3] == TALK:
        i += 2  # a copy that lost the joiners of «گفت وگو»
    prepositions = _after_noun(words[i], words[i - 1] if i else "")
    if words[i] == "ارتباط" and words[i + 1] in _LINES:
        prepositions = ("با",)
    if not prepositions or _is_answer(page, i) or _is_answer(page, i - 1):
        return None  # «در پاسخ ایمیلی | به پرسش X»
    # «در مصاحبه ای در سال ۱۳۸۹ با X»
    reach = i + 4 + 2 * (words[i + 1 : i + 2] == ("در",))
    for k in range(i + 1, min(last, reach)):
        if words[k] in prepositions:
            # «در نشست خبری با اشاره به …», «در این گفت وگو با اشاره به …» announce nobody.
            met = words[i] in grammar.words["meetings"]
            met = met or (i > 0 and words[i - 1] in grammar.demonstratives)
            heard = k + 1 < last and may_listen(page, read_phrase(page, k + 1, last))
            essay = words[i] in grammar.words["essays"] and is_outlet(page, (k + 1, k + 2))
            if words[k] == "برای" and (essay or not heard):
                return None
            return Announced(k + 1, surely=True) if heard or not met else None
        if not page.is_word(k) or words[k] == "که" or is_finite(page, k):
            break
    return None


def _is_unable(page: Page, talk: int, last: int) -> bool:
    """Tell whether of someone it is said that he may or will not have a talk, with its noun at a token: «مجاز به گفت وگو با X نیست»."""
    words = page.words
    first = talk - 2 if words[talk - 2 : talk + 1] == TALK else talk
    if (
        first < 2
        or words[first - 1] != "به"
        or words[first - 2] not in get_grammar("fa").words["able"]
    ):
        return False
    ends = (i for i in range(talk + 1, last) if is_finite(page, i))
    return words[next(ends, talk)].startswith("ن")


def _greets(page: Page, to: int, last: int) -> bool:
    """Tell whether the one behind «به» at a token is greeted: «به X تبریک گفت», «با خوشامدگویی به X»; not «ضمن تبریک به X»."""
    words = page.words
    welcomed = words[to - 1] in get_grammar("fa").words["welcomes"]
    phrase = read_listener(page, to + 1, last)
    end = phrase[1]
    if to > 1 and welcomed and words[to - 2] in _WITH:
        near = end + (words[end] == "،") == last  # «با خیرمقدم به X، گفت»
        return near and may_listen(page, phrase)
    told = words[end + 1 : end + 2]
    said = told in (("گفت",), ("گفتند",), ("گفته",)) or (told != () and is_finite(page, end + 1))
    return words[end] in GREETINGS and said


def _speaks_with(page: Page, i: int, last: int) -> Announced | None:
    """Whom «که با ما حرف می زد», «با X صحبت کرد» tells of, with «با» at a token."""
    words = page.words
    if words[i] != "با" or i + 1 >= last:
        return None
    if words[last] in get_grammar("fa").words["dealings"]:  # «با او | مخالفت کرد: «C»»
        phrase = read_listener(page, i + 1, last)
        dealt = phrase[1] == last and may_listen(page, phrase)
        someone = dealt and not page.names_body(i + 1, "fa")
        return Announced(i + 1, surely=True) if someone else None
    if words[i - 1].startswith("ن") and is_finite(page, i - 1):
        return None  # «اجازه ندارد با رسانه ها صحبت کند»
    for end in range(i + 2, min(last - 1, i + LONGEST)):
        if words[end] in SIGNS or words[end] == "که":
            return None
        if words[end] in get_grammar("fa").adverbs:
            continue  # «با رادیو «موج» هم مصاحبه کرد»
        if words[end] in _REACHING and follows_finite_verb(page, end + 2):
            if words[end + 1].startswith("ن") and words[end + 1] not in ("نشست", "نمود"):
                return None  # «هنوز با رسانه ها حرف نزده است»
            ours = words[i + 1 : end] == ("ما",)
            heard = may_listen(page, (i + 1, end)) or is_unknown_name(page, (i + 1, end))
            return Announced(i + 1, surely=ours or heard)
    return None


def _after_noun(word: str, before: str) -> tuple[str, ...]:
    """The prepositions with which a noun of talk or of a letter takes its addressee.

    «در دیدار با X گفت», not «پس از دیدار با X گفت».
    """
    sets = get_grammar("fa").words
    if before != "از" and (
        word in sets["talks"] or (word in sets["meetings"] and before in _MEETING)
    ):
        return ("با",)
    # «با اشاره به نامهٔ شهردار به وزیر گفت»: a letter one speaks of is told to nobody
    return ("به", "برای") if word in sets["letters"] and before not in REFERRING else ()


def called_upon(page: Page, first: int, i: int) -> Range | None:
    """«داور را مخاطب قرار داد و گفت», «خبرنگاران را مطلع کرد که»: whom the object marker at a token follows."""
    if page.words[i] != "را":
        return None
    calls = page.words[i + 1 : i + 3] in (("خطاب", "قرار"), ("مخاطب", "قرار"))
    if (stopped := _stops(page, first, i)) is not None:
        return stopped
    tells = page.words[i + 1] in get_grammar("fa").words["informs"]
    tells = tells or page.words[i + 1 : i + 3] == ("در", "جریان")  # «X را در جریان گذاشت»
    called = calls or tells or _gathers(page, i)
    return object_before(page, first, i) if called else None


def _stops(page: Page, first: int, marker: int) -> Range | None:
    """Whom one stops before one speaks, with the object marker at a token: «راه او را گرفت و گفت», «جلوی وزیر را گرفت و پرسید»."""
    words = page.words
    if words[marker + 1] not in _STOPPING or "و" not in words[marker + 2 : marker + 4]:
        return None
    near = range(marker - 1, max(first, marker - LONGEST) - 1, -1)
    way = next((i for i in near if words[i] in _WAYS), marker)
    phrase = way + 1, marker
    apart = page.mention_at.get(way) is None  # «پلیس راه X را بست»
    return phrase if apart and may_listen(page, phrase) else None


def _gathers(page: Page, marker: int) -> bool:
    """Tell whether behind an object marker someone gathers or embraces whom he then speaks to: «کارگران را دور خود جمع کرد و گفت»."""
    gathering = get_grammar("fa").words["gathering"]
    for i in range(marker + 1, min(marker + _LONGEST_ACT, len(page.words) - 2)):
        if page.words[i] in gathering:
            end = i + 1 if follows_finite_verb(page, i + 1) else i + 2
            return follows_finite_verb(page, end) and page.words[end] == "و"
        if not page.is_word(i) or is_finite(page, i):
            return False
    return False
