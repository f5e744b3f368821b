"""Where a Persian subject ends before what the one it names does: «مادرم | تلفن زد و گفت», or takes: «شهردار | شایعهٔ فروش پارک را …»."""

from functools import cache

from rawi.lang.common import is_rare
from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import is_his_thing, names_people
from rawi.lang.numbers import is_cardinal
from rawi.lang.people import load_people
from rawi.quote.kept_answers import keep_answers
from rawi.quote.page import Page
from rawi.quote.persian.hearers import is_somebodys, is_someone, is_someone_new, may_tell
from rawi.quote.persian.phrases import HE, end_of_titles, heads_role, is_part
from rawi.quote.persian.verbs import is_finite, is_past_participle
from rawi.quote.persian.voices import can_speak, is_one
from rawi.quote.saying import Range

_DONE = {
    "انجام": ("شده", "گرفته"),
    "صورت": ("گرفته",),
    "ارایه": ("شده",),
    "اتخاذ": ("شده",),
    "مطرح": ("شده",),
    "ایجاد": ("شده",),
    "وارد": ("شده", "امده"),
}
_FARTHEST_OBJECT = 20  # tokens to its «را»
_OF_VERB = 2  # tokens of somebody's people and the noun of their verb
_FEW = frozenset({"یک", "چند"})
_LONGEST_VERB = 3  # tokens of «سر تکان داد»
_FARTHEST_OF = 3  # tokens: «دو نفر از»
_PLURAL = "ها"
# How somebody is of whom nothing was told: «زنی تنها را دید», «مردی سیاه پوش را …».
_LOOKS = frozenset(
    {
        "تنها",
        "مست",
        "لاغر",
        "چاق",
        "بلندقد",
        "فقیر",
        "ثروتمند",
        "گریان",
        "مجروح",
        "مظنون",
        "مشکوک",
        "متهم",
        "مسافر",
        "بیمار",
        "عابر",
        "سوار",
        "پیاده",
        "معتاد",
        "معلول",
        "بزرگ",
        "کوچک",
        "دیگر",
    }
)
_SHORTEST_WITHOUT = 4  # letters: «ناشناس», «باسواد», and not «نان»
_OF_LOOKS = ("پوش", "دار", "مند", "گر", "ه")  # «باردار», «خسته»
_SHORTEST_TAKING = 2  # words of someone and what he takes
_SHORTEST_OWN = 3  # letters of «سرش»


@keep_answers
def end_before_verb(page: Page, phrase: Range) -> Range:
    """Someone without the noun of the verb behind him, by which he reaches somebody or makes a gesture."""
    first, last = phrase
    if last - first < 2 or last >= len(page.words):
        return phrase
    if (done := _find_done(page, phrase)) is not None:
        return first, done
    if is_somebodys(page.words[first]) and is_finite(page, last) and last - first == _OF_VERB:
        return first, first + 1  # «همکارانش | حساب کرده اند»
    sits = last - first == _OF_VERB and is_past_participle(page.words[first + 1])
    if sits and is_someone_new(page.words[first]) and is_finite(page, last):
        return first, first + 1  # «پیرمردی | نشسته است»
    for i in range(max(first + 1, last + 1 - _LONGEST_VERB), last):
        if page.words[i] in _nouns_of_verbs() and is_finite(page, last):
            return (first, i) if _is_someone(page, (first, i)) else phrase
    return phrase


def _find_done(page: Page, phrase: Range) -> int | None:
    """Where behind someone's role the noun of what was done begins: «شهردار | اقدامات انجام شده را کافی دانست», «وزیر راه | تلاش های صورت گرفته را …»."""
    first, last = phrase
    words = page.words
    for i in range(first + 2, min(last + 1, len(words) - 1)):
        if words[i] in _DONE and words[i + 1] in _DONE[words[i]]:
            ahead = words[i + 2 : i + 2 + _FARTHEST_OBJECT]
            someone = heads_role(page, first) and _is_someone(page, (first, i - 1))
            return i - 1 if someone and "را" in ahead else None
    return None


def end_before_object(page: Page, phrase: Range) -> Range | None:
    """Someone with an age, or the body and its officer, at the head of a phrase «را» follows: «رئیس دانشگاه کاسپیان | رسالت دانشگاه را …»."""
    first, last = phrase
    named = page.person_at(last - 1)
    if named is not None and first < named.first and page.names_body(first, "fa"):
        return first, named.first  # «پلیس | X را بازداشت کرد»
    if _informs_people(page, phrase):
        return first, last - 1
    if is_someone_new(page.words[last - 1]) and can_speak(page, (first, last - 1)):
        return first, last - 1  # «مربی | دختری را صدا کرد»
    if (someone := _end_before_claim(page, phrase) or _end_before_taken(page, phrase)) is not None:
        return someone
    comma = max((i for i in range(first, last) if page.words[i] == "،"), default=first)
    if comma > first and can_speak(page, (first, comma)):
        return first, comma  # «رهبر حزب، X، | نخست وزیر را متهم کرد»
    # «دادستان ها | حکم را …», «یکی از پسرها | دستش را …»: an ezafe would be written
    of = range(first + 1, min(last - 1, first + _FARTHEST_OF))
    head = next((i + 1 for i in of if page.words[i] == "از" and is_part(page.words[i - 1])), first)
    if page.words[head].endswith(_PLURAL) and last - head > 1 and can_speak(page, (head, head + 1)):
        return first, head + 1
    at = max(first + heads_role(page, first), end_of_titles(page, first))
    mention = page.mention_at.get(at)
    if mention is None or mention.first != at:
        return _before_things(page, phrase)
    if mention.mention.type == "PER":
        # «نیکا کاوه ۳۶ ساله | اتهام را …», «قاضی نیکا کاوه | ختم جلسه را …»
        aged = mention.last + 2 < last and page.words[mention.last + 1] == "ساله"
        takes = mention.last < last and not is_rare(page.words[mention.last])
        return (first, mention.last + 2 * aged) if aged or takes else None
    if mention.mention.type != "ORG":
        return None
    ends = mention.last < last and page.is_word(mention.last)
    return (first, mention.last) if ends and page.words[mention.last] != "و" else None


def _informs_people(page: Page, phrase: Range) -> bool:
    """Tell whether a body or officer tells the people before «را» something: «پلیس راه | رانندگان را آگاه کرد», «ادارهٔ آب | مشترکان را مطلع ساخت»."""
    first, last = phrase
    told = page.words[last + 1 : last + 2]
    informs = told != () and told[0] in get_grammar("fa").words["informs"]
    people = informs and last - first > 1 and names_people(page.words[last - 1], "fa")
    return people and can_speak(page, (first, last - 1))


def find_counted(page: Page, phrase: Range) -> int | None:
    """Where behind someone's role the number of what he takes or does stands: «راننده | یک نگاه به جاده انداخت», «مشتری | سه جعبه …»; not «مدیر یک شرکت»."""
    first, last = phrase
    counted = get_grammar("fa").words["counted"]
    for i in range(first + 1, last - 1):
        number = page.words[i] in _FEW or is_cardinal(page.words[i], "fa")
        if number and page.words[i + 1] in counted:
            return i if _is_someone(page, (first, i)) else None
    return None


def _before_things(page: Page, phrase: Range) -> Range | None:
    """Someone before what is his, or a court's party before what it takes: «وکیل خواهان | اصالت نوشته را نپذیرفت»."""
    first, last = phrase
    sets = get_grammar("fa").words
    own = page.words[last - 1].removesuffix("ان").removesuffix("ش")  # «متهم | سرش را پایین انداخت»
    # «وکیل | حرفش را قطع کرد»
    his = own in sets["own_things"] or own in sets["talk_of_others"]
    his = his or is_his_thing(page.words[last - 1])
    if his and can_speak(page, (first, last - 1)):
        return first, last - 1
    talk = next((i for i in range(first + 1, last) if page.words[i] in sets["talk_of_others"]), 0)
    if talk and can_speak(page, (first, talk)):
        return first, talk  # «دادستان | حرف شاهد را قطع کرد»
    role = load_people("fa").roles.find(page.words, first)
    if role is None:
        return None
    if (someone := _before_several(page, phrase)) is not None:
        return someone
    if first + 1 < role.end < last:
        return first, role.end
    if first + 2 < last and page.words[first + 1] in sets["court_parties"]:
        return first, first + 2
    return _before_people(page, phrase)


def _before_several(page: Page, phrase: Range) -> Range | None:
    """Someone whose role is told whole before several things: «رهبر جوان | سازها را …», «مدیر کتابخانه | درها را …», «شهردار | نامه ها را …»; not «فروشندهٔ کتاب ها را …»."""
    first, last = phrase
    thing, sets = page.words[last - 1], get_grammar("fa").words
    several = thing.endswith(_PLURAL) and not names_people(thing, "fa")
    told = last - first > _SHORTEST_TAKING or page.words[first] in sets["whole_offices"]
    if not several or not told or not can_speak(page, (first, last - 1)):
        return None
    before = page.words[last - 2]
    ends = before in sets["described"] or load_people("fa").organisations.find((before,), 0)
    whole = last - first == _SHORTEST_TAKING or ends
    return (first, last - 1) if whole else None


def _before_people(page: Page, phrase: Range) -> Range | None:
    """Someone by his role before the people he does something to: «معلم | دانش آموزان را …», «دادستان | متهم را …»; not «رئیس اتحادیهٔ کارگران را …»."""
    first, last = phrase
    other = page.words[last - 1]
    people = names_people(other, "fa") or other in get_grammar("fa").words["court_parties"]
    body = load_people("fa").organisations.find(page.words, last - 2)
    bare = people and body is None and not page.words[last - 2].endswith("ٔ")
    return (first, last - 1) if bare and last - first > 1 else None


def _end_before_claim(page: Page, phrase: Range) -> Range | None:
    """Someone before a claim, a complaint, a request or what is judged in an object; None where there is none: «رئیس اتحادیه | پیشنهاد شهرداری را رد کرد», «پلیس | تصمیم دادگاه را …»."""
    first, last = phrase
    role = heads_role(page, first)
    for at in range(first + 1, last):
        word = page.words[at]
        if role and word in _claims():
            return first, at
        if _may_judge(page, (first, at), word) and can_speak(page, (first, at)):
            return first, at
    return None


def _may_judge(page: Page, someone: Range, word: str) -> bool:
    """Tell whether a word before «را» begins what somebody judges, and no part of how he is called: «سخنگوی پلیس | حادثه را …», not «مدیر طرح را …»."""
    sets, (first, last) = get_grammar("fa").words, someone
    if word in sets["judged"]:
        return True
    told = last - first > 1 and not page.words[first].endswith(_PLURAL)  # «همسایه ها | مدیر طرح را»
    whole = told or page.words[first] in sets["whole_offices"]
    many = names_people(page.words[first], "fa")
    return (whole and word in sets["matters"]) or ((whole or many) and word in _claims())


def _end_before_taken(page: Page, phrase: Range) -> Range | None:
    """Someone new before what he takes in an object: «دانشجویی | راه او را گرفت», «معلم جوانی | پنجره را بست»; not «مردی جوان را دیدند»."""
    first, last = phrase
    words = page.words[first:last]
    if len(words) < _SHORTEST_TAKING or words[0] in get_grammar("fa").words["nobody"]:
        return None
    if words[1].endswith("ی") and (heads_role(page, first) or is_someone(words[0])):
        return (first, first + 2) if words[2:] else None
    whose = words[-1] in HE or (len(words[-1]) > _SHORTEST_OWN and words[-1].endswith("ش"))
    new = words[0].endswith("ی") and is_someone(words[0])
    thing = not words[2:] and (words[1].endswith("ی") or _takes_thing(words))
    takes = whose or thing  # «دستش را», «نامه ای را», «زنی | نان را می شمرد»
    return (first, first + 1) if new and takes else None


def _takes_thing(words: tuple[str, ...]) -> bool:
    """Tell whether behind one human a plain noun stands, and nothing that tells how he is.

    >>> _takes_thing(("پیرمردی", "ترازو")), _takes_thing(("زنی", "جوان")), _takes_thing(("مردی", "ناشناس"))
    (True, False, False)
    """
    someone, thing = words
    looks = thing in get_grammar("fa").words["described"] | _LOOKS or names_people(thing, "fa")
    without = len(thing) > _SHORTEST_WITHOUT and thing.startswith(("بی", "نا", "با"))
    looks = looks or without or thing.endswith(_OF_LOOKS)
    return is_someone_new(someone) and not (looks or is_someone(thing))


@cache
def _nouns_of_verbs() -> frozenset[str]:
    """The nouns of verbs by which one reaches, thanks or reproaches somebody, and of gestures."""
    sets = get_grammar("fa").words
    kinds = ("contacts", "own_things", "acts", "apologies", "grievances", "pleas")
    learning = {"یاد"}  # «آشپزی یاد گرفت»
    return frozenset().union(*(sets[kind] for kind in kinds)) - learning


@cache
def _claims() -> frozenset[str]:
    """The nouns of claims, complaints and requests."""
    sets = get_grammar("fa").words
    return sets["told_nouns"] | sets["grievances"] | sets["pleas"]


def _is_someone(page: Page, phrase: Range) -> bool:
    """Tell whether a phrase is somebody who acts, of a calling or somebody's kin among them."""
    return may_tell(page, phrase) or is_one(page, phrase)
