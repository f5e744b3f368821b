"""Arabic forms that are written like verbs of saying and are none, «سيل», «مركز رصد الشواطئ», «دون أن», and those that are verbs although they look like nouns: «ردّ بأنّ», «وفي حديث إلى القناة ذكر X أنّ»."""

from rawi.lang.common import takes_article
from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.answers import RETORTS
from rawi.quote.arabic.forms import joined_form
from rawi.quote.arabic.views import names_view
from rawi.quote.arabic.words import SIGNS, TO_HIM, is_complementizer
from rawi.quote.page import Page, PlacedCue, PlacedSentence

_NEAR = 8  # tokens after a verb in which «أنّ» stands


def only_looks(page: Page, cue: PlacedCue) -> bool:
    """Tell whether a form is but written like a verb of saying: «سيل» like «سُئل», «دون أن أسأل» like «دوّن أنّ»."""
    first, written = page.words[cue.first], page.written((cue.first, cue.first + 1))
    after = page.words[cue.last : cue.last + 2]
    without = first == "دون" and after[:1] == ("ان",) and not after[-1].startswith("ال")
    if cue.cue.shape == "verb" and names_view(page, cue.first):
        return True  # «فلها رأي آخر» like «رأى»
    return without or (first == "سیل" and "ئ" not in written)


def is_task(page: Page, cue: PlacedCue, before: str) -> bool:
    """Tell whether a form says what a body is for: «مركز رصد الشواطئ», «معهد بحث المناخ»; no verb of «المركز»."""
    body = load_people("ar").organisations.find((before or " ",), 0) is not None
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
    opening, before = words[sentence.first], cue.first - 1
    if (
        grammar.prepositions.isdisjoint((opening, opening[1:]))
        or words[cue.first] in grammar.prepositions
    ):
        return False
    told = range(sentence.first, cue.first)
    if any(words[i] in SIGNS or is_verb(words[i]) for i in told) or takes_article(words[before]):
        return False  # a bare noun before it may govern it
    for i in range(cue.last, min(sentence.last, cue.last + _NEAR)):
        if words[i] in SIGNS or is_verb(words[i]) or words[i] in grammar.words["relatives"]:
            return False
        if is_complementizer(words[i]) and words[i] != "فان":  # a part of many names too
            return i > cue.last
    return False
