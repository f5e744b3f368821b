"""What an Arabic word shows by its form and its neighbours: a complementizer, a passive, a preposition, whose it is."""

from functools import lru_cache

from rawi.lang.common import governs_name, takes_article
from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import governs_act, heads_people, names_people
from rawi.lang.people import Gender, load_people
from rawi.lang.speech import is_that, load_cues
from rawi.quote.arabic.forms import without_hamza, without_object_pronoun, without_pronoun
from rawi.quote.arabic.people_words import is_our_reporter, is_own
from rawi.quote.kept_answers import keep_answers
from rawi.quote.page import Page

# «امرأة تُدعى أمّ كريم»: the name follows.
CALLED = frozenset({"یدعی", "تدعی"})
ALREADY = frozenset({"قد", "فقد", "وقد", "لقد", "ولقد"})  # only a verb follows
# Only a verb follows these either, of what came next: «، وعندها ردّ X».
THEREUPON = frozenset({"وحینها", "وعندها", "وعندیذ", "وحینیذ", "حینها", "عندها", "عندیذ", "حینیذ"})
WAS = ("کان", "کانت", "قد")  # before the verb of a clause
# What was told of before, by a pronoun: a letter, a talk.
IN_IT, BY_IT = frozenset({"فیه", "فیها"}), frozenset({"به", "بها"})
# Also during which: «ألقى كلمة طمأن | خلالها | السكان».
WITHIN_IT = IN_IT | {"خلاله", "خلالها", "اثناءه", "اثناءها"}
# To whom, by a pronoun, between a word of saying and «أنّ»: «جوابه له أنّ», «ردّ عليها بأنّ».
AGAINST_HIM = frozenset({"علیه", "علیها", "علیهم"})
TO_HIM = AGAINST_HIM | {"له", "لها", "لهم"}
OF_HIM: dict[str, Gender | None] = {"منه": "m", "منها": "f", "منهم": None}
TOWARDS_HIM = frozenset({"الیه", "الیها", "الیهم"})
WHETHER = (("ما", "اذا"), ("عما", "اذا"))
# Prepositions that stand between a verb of saying and «أنّ»: «شدّد على أنّ».
GOVERNING = frozenset({"علی", "الی", "عن", "من", "فی"})
# A name after one of these inside a role is that of someone else.
_OF_ANOTHER = frozenset({"من", "باسم", "عن", "الی", "لدی", "مع"})
_SHOWING = frozenset({"یشیر", "تشیر", "یلوح", "تلوح"})
_UNWILLING = frozenset({"رفض", "رفضت", "رفضوا", "ابی", "ابت", "ابوا", "تجنب", "تجنبت"})
_NEAR_UNTOLD = 5  # tokens
_NEAR_SECOND = 6  # tokens behind a preposition in which it stands again
UNTOLD = frozenset({"اسمه", "اسمها", "هویته", "هویتها", "اسماوهم", "اسمایهم", "هویاتهم", "اسماءهم", "اسمهم", "هویتهم", "اسماوهن", "اسمایهن", "اسماءهن", "هویاتهن", "هویتهن"})  # fmt: skip
OF_THEM = frozenset({"منهم", "منهن"})
_FIRST = frozenset({"اکبر", "ابرز", "اقدم", "اصغر", "اشهر", "اقرب"})
ONE_OF_THEM = frozenset({"احدهم", "احداهن", "احداهم", "احدهما", "احداهما", "بعضهم", "بعضهن"})
THE_LATTER = {"الاخیر": "m", "الاخیره": "f"}
SIGNS = frozenset('،,:؛.()[]-–—؟!«»"“”')
# Presents of the first form, whose prefix has a fatha unless they are passive.
_PLAIN = frozenset({"زعم", "قال", "ذکر", "کتب", "کشف", "طلب", "نقل", "نفی", "حکی", "روی", "ظن", "فهم", "عرف", "شاع", "سمع"})  # fmt: skip
# Foreign letters as they are spelt: «سي بي إس».
_LETTERS = frozenset({"بی", "سی", "دی", "ایه", "تی", "فی", "اف", "ام", "ان", "ار", "اس", "ال", "جی", "کی", "یو", "ای"})  # fmt: skip
_SHORTER_THAN_ACTS = 5  # letters of a verbal noun with ب: بتسليط has six
_SHORTER_THAN_OWN = 3  # letters of a noun that may have a pronoun behind ب
_IN_CHARGE = frozenset({"المشرف", "المشرفه", "القایم", "القایمه", "القیم", "الوصی", "الوصیه"})
_REACHING = {"علی": "on", "من": "of"}  # frames of `cues.toml`


def is_complementizer(word: str) -> bool:
    """Tell whether a word is أنّ, إنّ, بأنّ or one of them with a pronoun."""
    return is_that(word)


def is_that_not(page: Page, token: int) -> bool:
    """Tell whether a word is «أن» with «لا»: ألّا, بألا; not إلا."""
    word = page.words[token]
    return word in ("الا", "بالا") and page.written((token, token + 1)).startswith(("أ", "بأ"))


def is_gesture(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a form of showing at a token only tells of somebody's hand while he speaks: «وهي | تشير إلى هاتفها»; not «وهو يشير إلى أنّ».

    >>> is_gesture(("وهی", "تشیر", "الی", "هاتفها"), 1), is_gesture(("وهو", "یشیر", "الی", "ان"), 1)
    (True, False)
    """
    led = at > 0 and words[at - 1] in get_grammar("ar").words["he_is"]
    return led and words[at] in _SHOWING and not any(map(is_complementizer, words[at + 1 : at + 3]))


def spells_name(words: tuple[str, ...], at: int) -> bool:
    """Tell whether «إن» at a token is the letter N in the name of an outlet: «بي إن سبورت», «لسي إن إن».

    >>> spells_name(("لبی", "ان", "ار", "نیوز"), 1), spells_name(("قال", "ان", "الوضع"), 1)
    (True, False)
    """
    if at == 0 or words[at] != "ان" or words[at - 1].removeprefix("ل") not in _LETTERS:
        return False
    if at + 1 >= len(words):
        return False
    after = words[at + 1]
    return after in _LETTERS or after in get_grammar("ar").words["outlet_words"] or is_that(after)


def is_passive(page: Page, token: int) -> bool:
    """Tell whether a verb is written as a passive: يُزعم, ذُكر; the damma of أكّد's present (يُؤكد) says nothing."""
    start = page.reading.starts[token]
    written = page.text.repaired[start : page.reading.ends[token]].lstrip("وف")
    word = page.words[token].lstrip("وف")
    if word[0] == "س" and word[1] in "یت":
        word, written = word[1:], written[1:]  # «سيُظهر»
    if "\u064f" not in written[1:3]:
        return False
    return word[0] not in "یت" or word[1:] in _PLAIN or word[1] in "تن" or word[2:3] == "ت"


def is_inscribed(words: tuple[str, ...], at: int) -> bool:
    """Tell whether at a token it is told what stands on a thing: «لافتة | كُتب عليها «…»», not «أخذ الدفتر وكتب عليه».

    >>> is_inscribed(("لافته", "کتب", "علیها"), 1), is_inscribed(("المدیر", "کتب", "علیها"), 1)
    (True, False)
    """
    sets = get_grammar("ar").words
    written = words[at].removesuffix("ت") in sets["inscribing"]
    on_it = words[at + 1 : at + 2] in (("علیها",), ("علیه",), ("علیهما",))
    return written and on_it and at > 0 and words[at - 1] in sets["inscribed"]


def is_joined_circumstance(page: Page, token: int) -> bool:
    """Tell whether after a verb «and» with a definite noun says how someone speaks: «وأردف | والدموع في عينيه»; والدة is someone."""
    word = page.words[token]
    if not word.startswith("وال") or token in page.mention_at:
        return False
    roles = load_people("ar").roles
    if any(form in roles.alone for form in (word, without_pronoun(word))):
        return False  # والدة, «وقال والدها»
    return not names_people(word, "ar")


def is_anothers(page: Page, phrase: tuple[int, int], token: int) -> bool:
    """Tell whether a name in a phrase is not that of who is meant: «مصدر قريب من جونز», «المتحدث باسم جونز»."""
    mention = page.mention_at[token]
    before = mention.first - 1
    # «كلٌّ من سالم وهبة», «قدّمت نفسها باسم هدى»
    each = page.words[before - 1] in ("کل", "کلا", "کلتا", "نفسه", "نفسها")
    return before > phrase[0] and page.words[before] in _OF_ANOTHER and not each


def is_cue(page: Page, token: int) -> bool:
    """Tell whether a word of saying stands at a token; «الادعاء» and its kin with the article are parts of a name."""
    hit = load_cues("ar").find(page.words, token)
    return hit is not None and not (
        hit.value.shape == "masdar" and page.words[token].startswith("ال")
    )


@keep_answers
def is_governed(page: Page, token: int) -> bool:
    """Tell whether a word begins with the preposition ب or ل: ببيع, بحزم, لمن; not بلدية, باحث or لجنة."""
    word = page.words[token]
    if (word.startswith(("بال", "لل")) and len(word) > 4) or is_to_role(page, token):
        return True
    if word[0] not in "بل" or len(word) < 3 or token in page.mention_at:
        return False
    people = load_people("ar")
    if people.roles.find(page.words, token) or people.organisations.find(page.words, token):
        return False
    if without_pronoun(word) in get_grammar("ar").words["quantities"]:
        return False  # بعضهم
    if word.startswith("بت") and len(word) > _SHORTER_THAN_ACTS and word[-2] == "ی":
        return True  # a verbal noun: بتسليط
    if governs_act(word) or governs_name(word):
        return True  # باقتضاب, لنورث
    rest = word[1:]
    if rest[0] == "و" and rest in get_grammar("ar").words["after_subject"]:
        return False  # بولا is no «ب» and «ولا»
    # «اتصل بوالدته»
    by = word[0] == "ب" and (rest == "قول" or is_own(rest) or _is_someone(word, rest))
    if by or rest in ("من", "ما"):
        return True  # «استشهد بقول المتنبي»; بقول are pulses too
    # A noun that begins with ب itself takes the article (برنامج); one with the preposition does not.
    stems = (rest, rest.removesuffix("ها"), rest.removesuffix("هم"), rest.removesuffix("ه"))
    own = without_pronoun(rest)
    possessed = own != rest and not page.written((token, token + 1)).endswith("ة")
    if word[0] == "ب" and possessed and len(own) > _SHORTER_THAN_OWN and own.endswith("ی"):
        # بزملائه، بولديها، بلاعبيه
        return names_people(without_hamza(own), "ar") or takes_article(own[:-1])
    owned = own[:-1] + "ه" if own != rest and own.endswith("ت") else own  # «أدلى بشهادته»
    return not takes_article(word) and any(map(takes_article, (*stems, owned)))


def _is_someone(word: str, rest: str) -> bool:
    """Tell whether behind ب a role, people or our reporter stand, where the word is no noun itself: «بجار المزرعة», «بسالكي الطريق», «بمراسلنا»; not «بناء»."""
    role = rest in load_people("ar").roles.alone or heads_people(rest)
    return is_our_reporter(rest) or (role and not takes_article(word))


def is_to_role(page: Page, token: int) -> bool:
    """Tell whether ل or ب is written before the hamza of a role: «لأم», «لأمين», «لإمام», «بأمين»."""
    if not page.words[token].startswith(("لا", "با")):  # as most words, not looked up
        return False
    hamza = page.written((token, token + 1)).startswith(("لأ", "لإ", "بأ", "بإ"))
    return hamza and page.words[token][1:] in load_people("ar").roles.alone


def hangs_before(page: Page, token: int) -> bool:
    """Tell whether a preposition is written together with a name at a token: «وفقاً | لصحيفة الأفق», «وصاحت | بكريم»."""
    mention = page.mention_at.get(token)
    outside = mention is not None and mention.mention.span.start > page.reading.starts[token]
    return outside and page.words[token][0] in "لب"


def in_relative(page: Page, first: int, at: int) -> bool:
    """Tell whether a token stands in a relative clause that no pause has closed: «الفنانة التي مات صديقها عازف العود X»."""
    relatives = get_grammar("ar").words["relatives"]
    for i in range(at - 1, first, -1):
        if page.words[i] in "،,":
            return False
        if page.words[i] in relatives:
            return True
    return False


def is_possessed(page: Page, token: int) -> bool:
    """Tell whether a word is a noun with a pronoun: فعلته, موقفها; not سيدة."""
    word = page.words[token]
    if word.endswith("ه") and page.written((token, token + 1)).endswith("ة"):
        return False
    stem = without_pronoun(word)
    return stem != word and takes_article(stem)


def is_first_of_own(words: tuple[str, ...], at: int) -> bool:
    """Tell whether at a token the first of someone's own stands: «أكبر مورديها».

    >>> is_first_of_own(("اکبر", "موردیها"), 0), is_first_of_own(("اکبر", "مورد"), 0)
    (True, False)
    """
    own = words[at + 1 : at + 2]
    return words[at] in _FIRST and own != () and without_pronoun(own[0]) != own[0]


@lru_cache(maxsize=65536)
def is_asking(word: str) -> bool:
    """Tell whether a word is a verb of asking, also behind «و» or «ف», with a pronoun too: سأل, فسألته, تسألها.

    >>> is_asking("فسالته"), is_asking("تسالها"), is_asking("قال")
    (True, True, False)
    """
    bare, asking = word.lstrip("وف"), get_grammar("ar").words["asking"]
    return bare in asking or without_object_pronoun(bare) in asking


def is_noun(word: str) -> bool:
    """Tell whether a word is a common noun or adjective, with the article or without."""
    return word.startswith("ال") or takes_article(word)


def hides_name(words: tuple[str, ...], at: int) -> bool:
    """Tell whether after a verb, at a token, it is told that somebody would not be named: «طلب | عدم نشر اسمه».

    >>> hides_name(("طلب", "عدم", "نشر", "اسمه"), 1), hides_name(("طلب", "عدم", "نشر", "الصور"), 1)
    (True, False)
    >>> hides_name(("رفض", "ان", "یذکر", "اسمه"), 1), hides_name(("طلب", "ان", "یذکر", "اسمه"), 1)
    (True, False)
    """
    hidden = at < len(words) and words[at] in get_grammar("ar").words["hiding"]
    hidden = hidden or (words[at : at + 1] == ("ان",) and words[at - 1] in _UNWILLING)
    return hidden and not UNTOLD.isdisjoint(words[at : at + _NEAR_UNTOLD])


def reaches_by(page: Page, verb: int, preposition: str) -> bool:
    """Tell whether a verb at a token reaches whom it is said to by a preposition: «ردّ على», «اقترح على», «طلب من», «صرخ في»."""
    if preposition == "فی":
        shouted = page.words[verb].lstrip("وف").removesuffix("ت") if verb >= 0 else ""
        return shouted in get_grammar("ar").words["signing_at"]
    hit = load_cues("ar").find(page.words, verb) if verb >= 0 else None
    return hit is not None and _REACHING.get(preposition) in hit.value.frames


def _is_anyone(page: Page, token: int) -> bool:
    """Tell whether someone stands at a token by his role alone and without the article: «اقترح | وزير على سلمى أن»."""
    word = page.words[token]
    role = load_people("ar").roles.find((word,), 0)
    return role is not None and token not in page.mention_at and not word.startswith("ال")


def leads_to_hearer(page: Page, begun: int, i: int) -> bool:
    """Tell whether a preposition behind a whole subject leads to whom it is said: «طلب مراسل «الأفق» سكوت بيللي | من», «ردّ رئيس النادي | على رعد», «طلبت المديرة | من سليم»."""
    word, before = page.words[i], page.words[i - 1]
    if word == "من" and i - 1 > begun and not is_noun(before):
        return True
    if i - 1 == begun and _is_anyone(page, begun) and reaches_by(page, begun - 1, word):
        # «اقترح وزير | على سلمى أن»; not «طلبت معلمة من أهالي الحي», «طلب مسؤول من النادي من الوزارة أن»
        one_of = word == "من" and names_people(get_grammar("ar").bare(page.words[i + 1]), "ar")
        return not one_of and word not in page.words[i + 1 : i + _NEAR_SECOND]
    if not before.startswith("ال"):
        return False
    sets, after = get_grammar("ar").words, page.words[i + 1]
    if word in ("علی", "عن") and (after in sets["questions"] or after in sets["remarks"]):
        return True  # «أجابت الوزيرة | على سؤال للنائب X»
    if word == "علی" and before in _IN_CHARGE:
        return False  # «نبّهت المشرفة | على الطيور، X، الزوار إلى أنّ»
    return (word == "علی" and i - 1 > begun) or reaches_by(page, begun - 1, word)
