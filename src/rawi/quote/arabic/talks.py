"""With whom an Arabic talk is: «في مقابلة مع X», «في حديث إلى X», «خلال لقائه X», «في اتصال هاتفي بالجريدة»."""

from collections.abc import Iterator
from functools import cache

from rawi.lang.common import takes_article
from rawi.lang.grammar import get_grammar
from rawi.lang.letters import load_letters
from rawi.lang.nouns import names_time
from rawi.lang.people import load_people
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.asides import HAVE_TALKED
from rawi.quote.arabic.between import is_year
from rawi.quote.arabic.endings import is_accusative
from rawi.quote.arabic.forms import joined_form, without_object_pronoun, without_pronoun
from rawi.quote.arabic.hearers import (
    IN_PRESENCE,
    are_people,
    are_several,
    in_presence,
    is_plural_participle,
    is_someone,
    names_outlet,
    read_addressed,
    read_partner,
)
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.told import past_gender
from rawi.quote.arabic.words import (
    BY_IT,
    IN_IT,
    OF_THEM,
    is_asking,
    is_complementizer,
    is_governed,
)
from rawi.quote.kept_answers import keep_answers
from rawi.quote.marks import MARKS
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range

_INSIDE = frozenset({"فی", "وفی", "ففی", "عبر", "وعبر"})  # a letter
_WITH = frozenset({"مع", "الی", "ل", "امام"})
_WITH_HIM = frozenset({"معه", "معها", "معهم"})
_HELD = ("اجرت", "اجرا", "تجری", "یجری")  # أجرته, أجراها
_BY_TURNING = frozenset({"بالتوجه", "بالالتفات"})
_GRANTED = frozenset({"خص", "خصت", "خصوا", "یخص", "تخص"})
_ADDRESSING = frozenset({"مخاطبا", "مخاطبه"})
_HANDING_OUT = frozenset({"وزع", "عمم"})
_PRESS = ("وسایل", "الاعلام")
_WAVES = frozenset({"اثیر", "موجات", "امواج", "هواء"})
# Tokens before «إلى»: «في مذكرة داخلية وُجّهت إلى», «في بيان أرسلته بالبريد الإلكتروني إلى».
_FARTHEST_LETTER = 8
_LONGEST_ENTITLED = 7  # tokens: «غير مصرّح له بالتحدث مباشرة إلى»
_TALKING = frozenset({"تحدث", "حدیث", "تصریح", "کلام", "ادلاء"})
_SHORTEST_JOINED = 3  # letters of ل and a word
_MEETINGS = frozenset({"اتصال", "اتصاله", "اتصالها", "مکالمه", "اجتماع", "اجتماعه", "اجتماعها", "لقاء", "لقایه", "لقایها"})  # fmt: skip
_MEETING_HIM = frozenset({"لقایه", "لقایها", "لقایهم", "لقاءه", "لقاءها", "استقباله", "استقبالها", "استقبالهم"})  # fmt: skip
_WHICH_MEETING = frozenset(
    {
        "اول",
        "اولی",
        "ثانی",
        "ثالث",
        "اخیر",
        "وحید",
        "یتیم",
        "اسبوعی",
        "شهری",
        "سنوی",
        "دوری",
        "مغلق",
        "مطول",
    }
)
_WELCOMING = frozenset({"رحب"})
_ARRIVING = frozenset({"وصل", "ورد"})
_OF_LETTERS = frozenset({"مکتوب", "مکتوبه", "مفتوحه", "مفتوح", "رسمی", "رسمیه", "عاجله", "عاجل", "خطی", "خطیه", "موجهه", "موجه", "مفصله", "قصیره", "مقتضبه", "مطوله", "جوابیه", "تعزیه", "تهنیه", "شکر", "اعتذار", "عتاب", "وداع", "احتجاج", "تقدیر", "مواساه", "تضامن"})  # fmt: skip
_SHOWS = frozenset({"برنامج", "بودکاست"})
_NEAR_EDGE = 5  # tokens from «على هامش» to with whom the talk was
# What stands right before the partner of a talk, besides what ل and ب are joined with.
_LEADING = _WITH | BY_IT | _WITH_HIM | _ADDRESSING | {"علی", "من", "عبر", *IN_PRESENCE}
_OCCASIONS = frozenset({"لمناسبه", "لاحیاء", "لافتتاح", "لدی", "لمده", "لشرح", "لتوضیح", "لتقدیم"})


def talked_to(page: Page, place: Range) -> Iterator[Range]:
    """With whom the talk was: «في مقابلة مع X», «في حديث إلى X», «عبر إذاعة X», «مخاطباً X», «خلال لقائه X»."""
    first, stop = place
    for i in range(first, stop):
        if page.mark_at[i] is None and _may_lead(page, i):
            apart = _leads_to_time(page, i) or _is_beside_talk(page, i)
            partner = None if apart else _partner(page, first, i, stop)
            if partner is not None:
                yield partner


def _may_lead(page: Page, at: int) -> bool:
    """Tell whether a word may lead to the partner of a talk, or stands behind a word for meeting him; of all others no more is asked."""
    word, before = page.words[at], page.words[at - 1]
    met = before in _MEETING_HIM or before in get_grammar("ar").adverbs
    met = met or before.removeprefix("ال") in _WHICH_MEETING
    return word[0] in "لب" or word in _LEADING or met


def _leads_to_time(page: Page, at: int) -> bool:
    """Tell whether behind a token a time stands: «في مقابلة تعود | إلى عام 1994»."""
    behind = at + 1 < len(page.words)
    return behind and (names_time(page.words, at + 1) or is_year(page, at + 1))


def _is_beside_talk(page: Page, at: int) -> bool:
    """Tell whether a token says with whom a talk was beside which somebody speaks to others: «وقال X على هامش اجتماع | مع النواب إنّ»; not «على هامش لقائه الوفد، في تصريح | لقناة X», «على هامش لقاء جمعه | بطلاب المعهد»."""
    near = page.words[max(0, at - _NEAR_EDGE) : at]
    if "هامش" not in near:
        return False
    talks = get_grammar("ar").words["talks"]
    held = near[near.index("هامش") + 1 :]
    if not held or not _is_of(held[0], talks):
        return False
    return not any(_is_of(word, talks) or without_pronoun(word) != word for word in held[1:])


def is_only_entitled(page: Page, place: Range) -> bool:
    """Tell whether somebody may or may not talk to those at a place, and did not: «غير مخوّل بالحديث إلى | وسائل الإعلام»."""
    sets = get_grammar("ar").words
    for i in range(place[0] - 1, max(0, place[0] - _LONGEST_ENTITLED) - 1, -1):
        if not page.is_word(i):
            return False
        if page.words[i] in sets["entitled"]:
            talk = (
                word.removeprefix("ب").removeprefix("ال") for word in page.words[i + 1 : place[0]]
            )
            return any(word in sets["talks"] or word in _TALKING for word in talk)
    return False


@keep_answers
def _partner(page: Page, first: int, at: int, stop: int) -> Range | None:
    """The partner of a talk whom a preposition at a token, or a word joined with one, names."""
    word = page.words[at]
    if word in _WITH and (
        _is_talk(page, first, at, get_grammar("ar").words["talks"])
        or _talked(page, at)
        or _closes_by_turning(page, first, at)
    ):
        return read_partner(page, at + 1, stop)
    if (
        word[0] == "ل"
        and len(word) > _SHORTEST_JOINED
        and word not in _OCCASIONS
        and (word.startswith("لل") or not takes_article(word))  # «تصريح لاحق»
        and _is_talk(page, first, at, _talks_to())
    ):
        return read_addressed(page, at, stop)
    if word in BY_IT and at > first and page.words[at - 1] in _GRANTED:
        return read_partner(page, at + 1, stop)  # «في حديث خصّ به صحيفة «الأفق»»
    if _is_held_with_him(page, first, at):
        return read_partner(page, at + 1, stop)  # «في حوار أجرته معه «الشاطئ»»
    if word[0] == "ب" and at > first and _is_talk(page, first, at, _MEETINGS):
        return _read_reached(page, at, stop)
    if at > first and _meets(page, at):
        met = read_source(page, at, stop) or read_partner(page, at, stop)
        return met or _met_party(page, at, stop)
    if word[0] == "ب" and _is_welcomed(page, first, at):
        return read_source(page, at, stop, after_preposition=True)
    if (word == "الی" and is_written(page, first, at) and is_someone(page, at + 1)) or (
        word == "علی" and _is_handed_out(page, first, at)
    ):
        return _without_deed(page, read_partner(page, at + 1, stop))
    before = word == "امام" and at + 1 < stop and _are_audience(page, at + 1)
    before = before or in_presence(page, at)
    if (outlet := _over_waves(page, at)) is not None:
        return read_partner(page, outlet, stop)
    return read_partner(page, at + 1, stop) if before or word in _ADDRESSING else None


def _closes_by_turning(page: Page, first: int, at: int) -> bool:
    """Tell whether right before a token it is told that somebody ends or begins something by turning to those behind it: «وختمت X اللقاء بالتوجه | إلى الجمهور»."""
    if at <= first or page.words[at - 1] not in _BY_TURNING:
        return False
    closing = get_grammar("ar").words["closing"]
    return any(joined_form(word, closing) is not None for word in page.words[first : at - 1])


def _is_held_with_him(page: Page, first: int, at: int) -> bool:
    """Tell whether at a token it is told of a talk that somebody held with him: «أجرتها | معه X»."""
    return page.words[at] in _WITH_HIM and at > first and page.words[at - 1].startswith(_HELD)


def interviewer_before(page: Page, first: int, cue: PlacedCue) -> Range | None:
    """Who held an interview that a sentence opens with, and asks in it: «وفي مقابلة أجرتها معه | الصحفية X، سألته: «…»»."""
    if not is_asking(page.words[cue.first]):
        return None
    held = (i for i in range(first, cue.first) if _is_held_with_him(page, first, i))
    at = next(held, None)
    return None if at is None else read_partner(page, at + 1, cue.first)


def _met_party(page: Page, at: int, stop: int) -> Range | None:
    """A party or people without the article whom somebody meets, and of whom they are: «خلال لقائه | وفداً منهم», «استقباله | عدداً من التجار»."""
    words = page.words
    if not is_accusative(page, at):
        return None
    if words[at + 1] in OF_THEM:
        return at, min(at + 2, stop)
    of_whom = read_source(page, at + 2, stop) if words[at + 1] == "من" else None
    return at, of_whom[1] if of_whom is not None else at + 1


def _talked(page: Page, at: int) -> bool:
    """Tell whether it is told at a preposition of who speaks that he talked to an outlet: «يقول سعاة تحدثوا | إلى صحيفة X إنّ»."""
    return page.words[at - 1] in HAVE_TALKED and names_outlet(page, at + 1)


def _are_audience(page: Page, token: int) -> bool:
    """Tell whether several people stand at a token, or so many of them: «أمام الحضور», «أمام مئات المزارعين», «أمام حشد من الأهالي»."""
    near = page.words[token : token + 3]
    many = near[0] in get_grammar("ar").words["quantities"] and any(map(are_people, near[1:]))
    return are_several(page, token) or many


def _is_welcomed(page: Page, first: int, at: int) -> bool:
    """Tell whether at a token whom a speaker welcomes in his speech stands: «ألقى كلمة رحّب فيها | بالمشاركين وقال»."""
    words = page.words
    told = at - 2 >= first and words[at - 1] in IN_IT
    welcomes = told and past_gender(words[at - 2], _WELCOMING) is not None
    return welcomes and (are_people(words[at][1:]) or is_plural_participle(words[at][1:]))


def is_written(page: Page, first: int, at: int) -> bool:
    """Tell whether before «إلى» a letter is told of with «في», sent or not: «في مذكرة | إلى الوزير», «وفي كتاب وجّهه | إلى البلدية», «في بيان أرسلته بالبريد | إلى الصحيفة»."""
    text = _find_text_told(page, max(first, at - _FARTHEST_LETTER), at)
    if text is None:
        return False
    return text == at - 1 or _is_sent(page.words[at - 1]) or _sends_it(page, text + 1, at)


def _find_text_told(page: Page, first: int, stop: int) -> int | None:
    """The noun of the first letter or text told of with «في» among tokens: «في | مذكرة»."""
    words, texts = page.words, load_letters("ar").texts
    inside = (i for i in range(first + 1, stop) if words[i - 1] in _INSIDE)
    handed_in = get_grammar("ar").words["submitted"]
    return next((i for i in inside if words[i] in handed_in or words[i] in texts.alone), None)


def _sends_it(page: Page, first: int, stop: int) -> bool:
    """Tell whether among tokens a letter is sent, by its pronoun, and then only how or when is told: «أرسلته بالبريد», «بعثت بها»."""
    words = page.words
    if "الی" in words[first:stop] or not all(page.is_word(i) for i in range(first, stop)):
        return False
    return any(
        _is_sent(words[i])
        and (without_object_pronoun(words[i]) != words[i] or words[i + 1] in BY_IT)
        for i in range(first, stop)
    )


def _is_handed_out(page: Page, first: int, at: int) -> bool:
    """Tell whether before «على» a text is told of that was handed out to several: «في بيان وُزّع | على الصحافيين»."""
    if past_gender(without_object_pronoun(page.words[at - 1]), _HANDING_OUT) is None:
        return False
    if _find_text_told(page, max(first, at - _FARTHEST_LETTER), at - 1) is None:
        return False
    return page.words[at + 1 : at + 3] == _PRESS or is_someone(page, at + 1)


def _over_waves(page: Page, at: int) -> int | None:
    """The token of the outlet over whose waves somebody speaks: «على موجات | إذاعة X», «عبر أثير | راديو X», «عبر | إذاعة X»."""
    words = page.words
    if words[at - 1 : at + 1] == ("حلقه", "من") and words[at + 1] in _SHOWS:
        return at + 1  # «قال في حلقة من | بودكاست «X»»
    if words[at] not in ("عبر", "علی"):
        return None
    waves = words[at + 1] in _WAVES
    outlet = at + 1 + waves
    known = names_outlet(page, outlet) or (waves and words[outlet] in MARKS)
    return outlet if known and (waves or words[at] == "عبر") else None


def _without_deed(page: Page, whom: Range | None) -> Range | None:
    """To whom a letter goes without what was done with it besides: «بعثت بها إلى قرائها | ونشرتها على الموقع»."""
    if whom is None:
        return None
    for i in range(whom[0] + 1, whom[1]):
        word = page.words[i].removeprefix("و")
        done = without_object_pronoun(word)
        does = word != page.words[i] and done != word and is_verb(done)
        if does and not is_someone(page, i, 1):
            return whom[0], i
    return whom


def _is_sent(word: str) -> bool:
    """Tell whether a word is a verb of sending with a letter as its pronoun: وجّهه, بعثتها, or how a letter is: مفتوحة."""
    if word in _OF_LETTERS:
        return True
    bare = without_object_pronoun(word)
    # also a passive: «وُجّهت», «أُرسل»
    known = (get_grammar("ar").words["sending"], _ARRIVING)
    return any(past_gender(bare, verbs) is not None for verbs in known)


@cache
def _talks_to() -> frozenset[str]:
    """The words for talks without the verbs of turning to someone, which take no ل: «توجّه المدير التنفيذي للمطار، X، | إلى المسافرين»."""
    sets = get_grammar("ar").words
    return frozenset(t for t in sets["talks"] if t.removeprefix("و") not in sets["turning"])


def _is_talk(page: Page, first: int, at: int, talks: frozenset[str]) -> bool:
    """Tell whether a word for a talk stands within three tokens before a token."""
    return any(_is_of(word, talks) for word in page.words[max(first, at - 3) : at])


def _is_of(word: str, talks: frozenset[str]) -> bool:
    """Tell whether a word is one for a talk, also behind «ب» or «و» or with a pronoun."""
    known = word.removeprefix("ب") in talks or without_pronoun(word) in talks
    return known or joined_form(word, talks) is not None


def _meets(page: Page, token: int) -> bool:
    """Tell whether at a token whom someone meets stands behind «his meeting»: «خلال لقائه وجهاء المنطقة», «خلال لقائه اليوم تجار السوق»."""
    word, grammar = page.words[token], get_grammar("ar")
    small = word in grammar.prepositions or word in grammar.adverbs or is_governed(page, token)
    named = page.is_word(token) and not small and not is_complementizer(word)
    named = named and not _is_which(page, token)
    meeting = token - 1
    while meeting > 0 and (page.words[meeting] in grammar.adverbs or _is_which(page, meeting)):
        meeting -= 1
    return page.words[meeting] in _MEETING_HIM and named


def _is_which(page: Page, token: int) -> bool:
    """Tell whether at a token it is told which meeting is meant, and not whom one met: «لقاءه | الأول بالراحل», «لقائه | الأسبوعي السفير»."""
    return page.words[token].removeprefix("ال") in _WHICH_MEETING


def _read_reached(page: Page, token: int, stop: int) -> Range | None:
    """Whom a call or meeting reaches with ب: «في اتصال هاتفي | بالجريدة», «في اتصال | بـ«المساء»», «خلال اجتماعه | بأعضاء النقابة»."""
    bare = page.words[token][1:]
    if not bare:
        return read_partner(page, token + 1, stop)
    head = bare.removeprefix("ال")
    grammar, people = get_grammar("ar"), load_people("ar")
    body = head in people.organisations.alone or head in grammar.words["hearing"]
    role = head in people.roles.alone
    reached = head and (body or role or are_people(bare) or token in page.mention_at)
    return read_source(page, token, stop, after_preposition=True) if reached else None
