"""Arabic forms that are written like verbs of saying and are none, «سيل», «مركز رصد الشواطئ», «دون أن», and those that are verbs although they look like nouns: «ردّ بأنّ», «وفي حديث إلى القناة ذكر X أنّ»."""

from rawi.lang.common import takes_article
from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_act
from rawi.lang.people import load_people
from rawi.lang.speech import Cue, load_cues
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.answers import RETORTS
from rawi.quote.arabic.carrying_on import carries_something_on
from rawi.quote.arabic.endings import is_written_feminine
from rawi.quote.arabic.forms import is_own_speech, joined_form
from rawi.quote.arabic.near_clauses import has_clause_near
from rawi.quote.arabic.openings import HOW
from rawi.quote.arabic.students import is_subject_student
from rawi.quote.arabic.subjects import gender_of, is_somebody
from rawi.quote.arabic.views import names_view
from rawi.quote.arabic.words import (
    BY_IT,
    SIGNS,
    TO_HIM,
    WAS,
    is_complementizer,
    is_gesture,
    is_noun,
)
from rawi.quote.marks import MARKS
from rawi.quote.page import Page, PlacedCue, PlacedSentence

_BEFORE_NOUNS = frozenset({"قبل", "بعد", "دون", "بدون", "عند", "لدی", "رغم", "بسبب", "عبر"})
_NEAR_WHOM = 3  # tokens behind «أسرّ»
_NEAR = 8  # tokens after a verb in which «أنّ» stands
_WHAT = frozenset({"ما", "وما", "مما", "ومما"})
_ADDING = frozenset({"زاد", "یزید", "زادت", "تزید"})
_MAKING = frozenset({"ادلی", "ادلت", "ادلوا", "یدلی", "تدلی"})  # a statement
_WONDERING = HOW | {"ماذا", "وماذا", "بماذا", "عماذا"}
_WE_ASK = frozenset({"نسال", "اسال"})
# Whom one prays to, or oneself: «نسأل الله أن», «أسأل نفسي لماذا».
_PRAYED_TO = frozenset({"الله", "المولی", "العلی", "الرب", "ربنا", "ربی", "نفسی", "انفسنا"})


def _is_prayer(page: Page, cue: PlacedCue) -> bool:
    """Tell whether we ask God or ourselves, and nobody who answers, «نسأل | الله أن», or do not ask at all: «دون أن | أسأل»."""
    if page.words[cue.first].lstrip("وف") not in _WE_ASK:
        return False
    wished = cue.first > 0 and page.words[cue.first - 1] == "ان"
    return wished or page.words[cue.last] in _PRAYED_TO


def only_looks(page: Page, cue: PlacedCue) -> bool:
    """Tell whether a form is but written like a verb of saying: «سيل» like «سُئل», «دون أن أسأل» like «دوّن أنّ»; or the outlet wonders about it, «كيف رأى الجسر «يتموج»», «ماذا يقول السكان عن الجسر؟»."""
    if cue.first and (page.words[cue.first - 1] in _WONDERING or is_gesture(page.words, cue.first)):
        return True
    if _turns_out(page, cue) or _is_worth_telling(page, cue) or _adds_to_it(page, cue):
        return True
    if (
        _are_families(page, cue)
        or _requires(page, cue)
        or _is_prayer(page, cue)
        or is_subject_student(page, cue)
        or carries_something_on(page, cue)
    ):
        return True
    if joined_form(page.words[cue.first], _MAKING) and page.words[cue.last] in BY_IT:
        return True  # «في تصريح أدلت به إلى الصحافة»
    if _is_request_of(page, cue):
        return True
    if "speech" in cue.cue.frames and not _tells_of_speech(page, cue):
        return True
    if cue.cue.shape == "verb" and names_view(page, cue.first):
        return True  # «فلها رأي آخر» like «رأى»
    if (preposition := _PREPOSITIONS.get(page.words[cue.first])) is not None:
        return preposition(page, cue)
    asked = page.words[cue.first] == "سیل"
    return asked and "ئ" not in page.written((cue.first, cue.first + 1))


def _is_request_of(page: Page, cue: PlacedCue) -> bool:
    """Tell whether «طلب» is a request behind a noun that is of it: «قبل | طلب ذلك من التجار», «بعدم | طلب أي عازف», «حقيقة | طلب العازفين السفر»; not «رجل طلب»."""
    if page.words[cue.first] != "طلب" or not cue.first or cue.first - 1 in page.mention_at:
        return False
    before = page.words[cue.first - 1]
    sets, bare = get_grammar("ar").words, before.removeprefix("و").removeprefix("ب")
    return (
        before in _BEFORE_NOUNS
        or bare in sets["of_requests"]
        or (
            names_act(before) and not before.startswith("ال")  # «انتهى الاجتماع وطلب المدير»
        )
    )


def _is_without(page: Page, cue: PlacedCue) -> bool:
    """Tell whether «دون» before «أن» and a verb, or behind a word, means «without»: «دون أن أسأل», «وخاطبته | دون ميكروفون: «…»»; not «وقد دوّن: «…»», «المؤرخ دوّن أنّ»."""
    after = page.words[cue.last : cue.last + 2]
    if after[:1] == ("ان",) and not after[-1].startswith("ال"):
        return True
    if cue.first == 0 or not page.is_word(cue.first - 1):
        return False
    sets, before = get_grammar("ar").words, page.words[cue.first - 1]
    led = before in sets["carrying"] or before in sets["relatives"] or before in WAS
    return not led and not is_complementizer(page.words[cue.last])


def _is_between(page: Page, cue: PlacedCue) -> bool:
    """Tell whether «بين» is the preposition, as before two joined by «و» where nothing is said up to the next sign: «تقلّصت الفجوة، | بين الزوار والعمال، …»; not «بيّن المدير أنّ», «"C"، بيّن المدير»."""
    words, here = page.words, page.sentence_at(cue.first)
    if here is None or "\u0651" in page.written((cue.first, cue.last)):
        return False
    joined = False
    for i in range(cue.last + 1, here.last):
        if words[i] in SIGNS or page.mark_at[i] is not None:
            return joined and words[i] != ":"
        if is_complementizer(words[i]):
            return False
        joined = joined or words[i].startswith("و")
    return joined


def _is_through(page: Page, cue: PlacedCue) -> bool:
    """Tell whether «عبر» is the preposition although «عن» follows: behind another verb of saying and its subject, «أعرب الأعضاء | عبر الأطياف كلها عن قلقهم»; not «المدير عبّر عن»."""
    here = page.sentence_at(cue.first)
    first = here.first if here else cue.first
    said = [c for c in page.cues(first, cue.first, "ar") if c.cue.shape == "verb"]
    between = page.words[said[-1].last : cue.first] if said else ()
    return bool(between) and SIGNS.isdisjoint(between) and not any(map(is_complementizer, between))


# Prepositions that are written like a verb of saying.
_PREPOSITIONS = {"دون": _is_without, "بین": _is_between, "عبر": _is_through}


def _turns_out(page: Page, cue: PlacedCue) -> bool:
    """Tell whether «تبيّن أنّ» says how something turned out, «بعد أن تبيّن أنّ», «وتبيّن أنّ»; no «دراسة تبيّن أنّ», «تُبيّن الأرقام أنّ»."""
    words, at = page.words, cue.first
    if words[at].lstrip("وفل") != "تبین" or not is_complementizer(words[cue.last]):
        return False
    before = words[at - 1] if at else "."
    shown = page.is_word(at - 1) and is_noun(before)
    return is_complementizer(before) or not (shown or at - 1 in page.mention_at)


def _is_worth_telling(page: Page, cue: PlacedCue) -> bool:
    """Tell whether a form of telling says behind a noun without the article that it is worth it: «لم يطرأ أي تغير | يذكر على الأداء»."""
    words, at = page.words, cue.first
    told = words[at] in ("یذکر", "تذکر") and at > 0 and takes_article(words[at - 1])
    return told and not any(map(is_complementizer, words[cue.last : cue.last + 1]))


def _requires(page: Page, cue: PlacedCue) -> bool:
    """Tell whether «تطلّب» says what something takes, and is no «she asks»: «تطلّب الإصلاح أسبوعين»; not «تطلب الدعم من البلدية»."""
    words, what = page.words, cue.last
    if words[cue.first].lstrip("وف") != "تطلب" or not words[what].startswith("ال"):
        return False
    if words[what].endswith("ه") or is_somebody(page, (what, what + 1)):
        return False
    after = next((i for i in range(what, len(words)) if not words[i].startswith("ال")), what)
    led = words[after][0] in "بل" or not page.is_word(after)
    return not led and words[after] not in get_grammar("ar").prepositions


def _are_families(page: Page, cue: PlacedCue) -> bool:
    """Tell whether «أسر» before a token is families and not «he confided»: «طمأنت X أسر | المصابين بأنّ»; not «أسرّ | لصديقه بأنّ», «أسرّ | الشيخ إلى ابنه»."""
    words, behind = page.words, cue.last
    if words[cue.first] != "اسر":
        return False
    near = words[behind : behind + _NEAR_WHOM]
    towards = (i for i, word in enumerate(near) if word[0] == "ل" or word == "الی")
    behind_them = (words[behind + i + 1 : behind + i + 2] for i in towards)
    confided = any(not any(map(is_complementizer, that)) for that in behind_them)
    return words[behind].startswith("ال") and not (
        confided or "\N{ARABIC SHADDA}" in page.written((cue.first, behind))
    )


def _adds_to_it(page: Page, cue: PlacedCue) -> bool:
    """Tell whether a form of adding says behind «ما» what makes something more so: «ومما | يزيد الأمر سوءاً أنّ», «ما زاد من قلقهم»."""
    what = cue.first > 0 and page.words[cue.first - 1] in _WHAT
    return what and page.words[cue.first].removeprefix("و") in _ADDING


def is_asked_thing(page: Page, sentence: PlacedSentence, cue: PlacedCue) -> bool:
    """Tell whether «طلب» is the request that another verb of its clause has as its object: «ردّت المحكمة | طلب إخلاء تقدم به», «رُدّ فيه | طلب»; not «المدير طلب», «رجل طلب»."""
    words, at = page.words, cue.first
    if words[at] != "طلب" or words[cue.last].startswith(("ب", "فی", "من", "الی", "ان")):
        return False
    if words[at - 1] in ("فیه", "فیها"):
        return True
    if not (is_verb(words[at - 1]) or words[at - 1].startswith("ال")):
        return False
    timed = words[sentence.first].removeprefix("و") in get_grammar("ar").words["subordinating"]
    for i in range(at - 1, sentence.first - 1 + timed * 2, -1):
        if is_complementizer(words[i]) or words[i] in SIGNS or page.mark_at[i] is not None:
            return False
        if is_verb(words[i]) and words[i] not in WAS:
            return True
    return False


def is_task(page: Page, cue: PlacedCue, before: str) -> bool:
    """Tell whether a form says what a body is for: «مركز رصد الشواطئ», «معهد بحث المناخ»; no verb of «المركز»."""
    body = (before or " ") in load_people("ar").organisations.alone
    bare = page.words[cue.first][0] not in "وفیت" and not page.words[cue.first].endswith("ت")
    return body and bare and cue.cue.shape == "verb" and "near" in cue.cue.frames


def answers_that(page: Page, cue: PlacedCue) -> bool:
    """Tell whether «بأنّ» follows a verb of answering, behind whom it answers too: «لكنّ الاتحاد ردّ بأنّ», «فردّ عليها بأنّ»."""
    near = page.words[cue.last : cue.last + 2]
    that = near[1:] if near and near[0] in TO_HIM else near
    told = bool(that) and that[0].startswith("ب") and is_complementizer(that[0])
    return told and joined_form(page.words[cue.first], RETORTS) is not None


def says_behind_phrase(page: Page, sentence: PlacedSentence, cue: PlacedCue) -> bool:
    """Tell whether a form that is a noun too is the verb behind the phrase a sentence opens with: «وفي حديث إلى القناة | ذكر X أنّ»; not «وفي معرض ردّ X بأنّ»."""
    words, grammar = page.words, get_grammar("ar")
    opening, verb = words[sentence.first], words[cue.first]
    if grammar.prepositions.isdisjoint((opening, opening[1:])) or verb in grammar.prepositions:
        return False
    if any(words[i] in SIGNS or is_verb(words[i]) for i in range(sentence.first, cue.first)):
        return False
    if _may_govern(page, cue.first - 1):
        return False
    return _says_near(page, sentence, cue) or has_clause_near(page, sentence, cue)


def _may_govern(page: Page, token: int) -> bool:
    """Tell whether a word may govern a noun behind it: a preposition, or a bare noun that ends no name."""
    word, prepositions = page.words[token], get_grammar("ar").prepositions
    if not prepositions.isdisjoint((word, word[1:])):
        return True
    named = page.mention_at.get(token)
    return takes_article(word) and (named is None or named.last != token + 1)


def _says_near(page: Page, sentence: PlacedSentence, cue: PlacedCue) -> bool:
    """Tell whether who speaks and «أنّ», or a colon and marks, follow a form with no verb or sign between."""
    words = page.words
    for i in range(cue.last, min(sentence.last - 1, cue.last + _NEAR)):
        if words[i] == ":" and i > cue.last:
            return words[i + 1] in MARKS
        if (
            words[i] in SIGNS
            or is_verb(words[i])
            or words[i] in get_grammar("ar").words["relatives"]
        ):
            return False
        if is_complementizer(words[i]):
            return i > cue.last
    return False


def as_other(page: Page, cue: PlacedCue) -> PlacedCue | None:
    """The cue a form is that is written like another one, as its ending or subject shows; None for any other."""
    return _as_participle(page, cue) or _as_reminder(page, cue)


def _as_participle(page: Page, cue: PlacedCue) -> PlacedCue | None:
    """The cue «طالبةً» is behind a pause, which is written like «طالبه»: «، طالبة من الأولياء الصبر»; None for any other."""
    words, at = page.words, cue.first
    asks = words[at] == "طالبه" and is_written_feminine(page, at)
    if not asks or at == 0 or words[at - 1] not in SIGNS or words[cue.last] not in ("من", "الی"):
        return None
    return cue._replace(cue=Cue("participle", frozenset(), "neutral"))


def _as_reminder(page: Page, cue: PlacedCue) -> PlacedCue | None:
    """The cue «تذكّر» is before a woman or body, «she reminds», which is written like «he remembers»: «وتذكّر الهيئة السائقين بأنّ»; None for any other."""
    after = (cue.last, cue.last + 1)
    if page.words[cue.first].lstrip("وف") != "تذکر" or gender_of(page, after) != "f":
        return None
    reminded = load_cues("ar").find(("ذکرت",), 0)
    return cue._replace(cue=reminded.value._replace(initial=False)) if reminded else None


def _tells_of_speech(page: Page, cue: PlacedCue) -> bool:
    """Tell whether near a verb of beginning or ending one's own speech is told of: «بدأ رئيس النادي كلمته»."""
    near = page.words[cue.last : cue.last + _NEAR]
    return any(map(is_own_speech, near))
