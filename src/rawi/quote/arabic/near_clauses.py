"""Whether after an Arabic word that is seldom one of saying the clause stands that makes it one: «حكم بأنّ», «حاججت رئيسة النقابة، نورا كيلر، بأنّ»."""

from rawi.lang.common import takes_article
from rawi.lang.grammar import get_grammar
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.openings import PAUSES
from rawi.quote.arabic.texts import skip_relay
from rawi.quote.arabic.words import ALREADY, GOVERNING, SIGNS, hides_name, is_complementizer
from rawi.quote.marks import MARKS
from rawi.quote.page import Page, PlacedCue, PlacedSentence

_STOPS = SIGNS - PAUSES
_THROUGH = frozenset({"عبر", "علی"})  # «عبر صفحتها», «على موقعه»
_FAR = 20  # tokens after a verb with a pronoun
_NEAR = 8  # tokens after a verb
_LONGEST_APPOSED = 10  # tokens between two commas
_OBJECT = 4  # tokens after them: who is told, and «أنّ»


def has_clause_near(page: Page, sentence: PlacedSentence, cue: PlacedCue) -> bool:
    """Tell whether «أنّ» follows within the same phrase, after a preposition where the form is a noun too: «حكم بأنّ»."""
    if _opens_speech(page, cue) or _opens_far(page, sentence, cue):
        return True
    last = min(sentence.last, cue.last + _NEAR)
    # «أوردت إذاعة «الجبل» أنّ»: the marks of a name end no phrase
    signs = (i for i in range(cue.last, last) if page.words[i] in SIGNS)
    pause = next((i for i in signs if i not in page.mention_at), last)
    told = _opens_that_between(page, cue, cue.last, pause)
    if told is not None or pause == last:
        return told or False
    if _opens_behind_medium(page, sentence, cue):
        return True
    behind = skip_relay(page, pause, sentence.last)
    if behind > pause and is_complementizer(page.words[behind]):
        return True
    apposed = _past_apposed(page, pause, sentence.last)
    stop = min(apposed + _OBJECT, sentence.last)
    return apposed > pause and _opens_that_between(page, cue, apposed, stop) is True


def _opens_behind_medium(page: Page, sentence: PlacedSentence, cue: PlacedCue) -> bool:
    """Tell whether «أنّ» follows a verb with «و» behind through what something is published: «ونشرت الفرقة عبر صفحتها على «فيسبوك»، | أنّ»."""
    words = page.words
    if words[cue.first][0] != "و" or cue.cue.shape != "verb":
        return False
    near = range(cue.last, min(sentence.last - 1, cue.last + _FAR))
    through = next((i for i in near if words[i] in _THROUGH), None)
    if through is None or not SIGNS.isdisjoint(words[cue.last : through]):
        return False
    behind = (i for i in range(through, near.stop) if words[i] in SIGNS - MARKS)
    stop = next(behind, near.stop)
    if stop < near.stop and words[stop] in PAUSES and is_complementizer(words[stop + 1]):
        return True
    that = next((i for i in range(through, stop) if is_complementizer(words[i])), stop)
    return that < stop and get_grammar("ar").words["relatives"].isdisjoint(words[through:that])


def _opens_speech(page: Page, cue: PlacedCue) -> bool:
    """Tell whether a colon stands right behind a form that is surely a verb, by its ending or «ف», or behind who is named there: «فعقّبت: …», «فنادى: …», «وعقّبت هدى سالم: …»."""
    word = page.words[cue.first]
    sure = word.endswith("ت") or word.startswith("ف")
    named = page.person_at(cue.last)
    end = named.last if named is not None and named.first == cue.last else cue.last
    return sure and cue.cue.shape == "verb" and page.words[end : end + 1] == (":",)


def _opens_far(page: Page, sentence: PlacedSentence, cue: PlacedCue) -> bool:
    """Tell whether «بأنّ» follows a verb with the pronoun of whom it tells over an aside or two: «وقد وعدهم X، مدير البلدية، في اجتماع سابق، | بأنّ»."""
    if not cue.cue.object:
        return False
    for i in range(cue.last, min(sentence.last, cue.last + _FAR)):
        if page.words[i] in _STOPS or page.mark_at[i] is not None:
            return False
        if page.words[i].startswith("ب") and is_complementizer(page.words[i]):
            return page.words[i - 1] in PAUSES
    return False


def _opens_that_between(page: Page, cue: PlacedCue, first: int, last: int) -> bool | None:
    """Tell whether «أنّ» between two tokens opens what a cue says; None where neither it nor a relative clause stands there."""
    already = page.words[cue.first - 1] in ALREADY  # «قد بثّ مساء السبت أنّ»
    here = page.sentence_at(cue.first)
    # «عرض النجار على المعلمة أن» at the beginning of a sentence
    offers = "on" in cue.cue.frames and here is not None and here.first == cue.first
    noun = takes_article(page.words[cue.first]) and not (already or offers)
    for i in range(first, last):
        word = page.words[i]
        if word in SIGNS and i not in page.mention_at:
            return None
        if word in ("الذی", "التی", "الذین"):
            return False
        if is_complementizer(word):
            return not noun or word.startswith("ب") or page.words[i - 1] in GOVERNING
    return None


def _past_apposed(page: Page, pause: int, last: int) -> int:
    """The token after a second comma, where a name or role stands between the two: «حاججت رئيسة النقابة، نورا كيلر، | بأنّ»; else the first comma."""
    between = range(pause + 1, min(last, pause + _LONGEST_APPOSED))
    closing = next((i for i in between if page.words[i] in SIGNS), None)
    if closing is None or page.words[pause] not in "،," or page.words[closing] not in "،,":
        return pause
    aside = range(pause + 1, closing)
    if any(hides_name(page.words, i) for i in aside):
        return closing + 1  # «ذكر طبيب، فضّل ألا يظهر اسمه، | أنّ»
    verbs = any(is_verb(page.words[i]) and i not in page.mention_at for i in aside)
    return pause if verbs else closing + 1
