"""Whether an Arabic saying answers, adds to or grants what was said before: «وردّ الدكتور X بالتأكيد على أنّ», «فأجابته», «وأضافت أنّ», «ووعد بأن»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.speech import load_cues
from rawi.quote.arabic.answers import RETORTS, answers_back, answers_their_word
from rawi.quote.arabic.forms import joined_form
from rawi.quote.arabic.told import past_gender
from rawi.quote.arabic.words import IN_IT
from rawi.quote.nearness import follows_on_line
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Saying

_THEN_SAID = frozenset({"فقال", "فقالت", "فسال", "فسالت", "فعلق", "فعلقت", "فاعترض", "فاعترضت"})
_INTERRUPTING = frozenset({"مقاطعا", "مقاطعه"})
_OWN_ANSWERS = frozenset({"رده", "ردها", "ردهم", "جوابه", "جوابها", "جوابهم", "اجابته", "اجابتها"})


def retorts(page: Page, saying: Saying) -> bool:
    """Tell whether a verb says that someone answers who spoke before: «وردّ الدكتور X بالتأكيد على أنّ …»."""
    if saying.cue is None:
        return False
    sentence = page.sentence_at(saying.start)
    first = sentence.first if sentence else saying.cue[0]
    near = page.words[first : saying.cue[1]]
    then = saying.source is not None and saying.cue[0] == first
    if then and page.words[first] in _THEN_SAID:
        return True  # «ردّ X بأنّ C. فقال Y: «D»»
    if near and near[-1] in _OWN_ANSWERS:
        return True  # ««لا أعرف»، جاء جوابه»
    opening = enumerate((word.lstrip("وف") for word in near[:2]), first)
    behind = saying.source[0] - 1 if saying.source is not None else None
    # «وعقب الجلسة، أعلن X»: after it
    opens = any(word in RETORTS and (word != "عقب" or i == behind) for i, word in opening)
    if not IN_IT.isdisjoint(page.words[saying.cue[0] : saying.cue[1] + 1]):
        opens = opens or any(
            word.lstrip("وف") in RETORTS for word in near
        )  # «رد X برسالة قال فيها»
    return opens or any(word.lstrip("وف") in RETORTS for word in near[-1:])


def adds_to(page: Page, before: Saying, saying: Saying) -> bool:
    """Tell whether a line that opens with a verb of going on adds to the saying on the line before it: «قالت للصحيفة إنّ C», and under it «وأضافت أنّ D».

    Within a paragraph those who marked such sentences mostly saw no hearer; where each sentence has its line they did.
    """
    sentence = page.sentence_at(saying.start)
    opens = sentence is not None and saying.cue is not None and saying.cue[0] == sentence.first
    # ««C»، أضافت X»
    behind = saying.rule.endswith(".mark-before") and sentence is not None
    opens = opens or (behind and sentence is not None and saying.start - sentence.first <= 1)
    if sentence is not None and page.words[sentence.first] in ("ثم", "وثم"):
        return True  # «قال له: «لا». ثم أوضح أنّ»
    goes_on = opens and saying.cue_class == "continuing"
    return goes_on and follows_on_line(page, before, saying)


def gives_words(page: Page, saying: Saying) -> bool:
    """Tell whether a saying only gives the words of the act its sentence told of: «ناشد X الوزارة أن تستثني المشاتل، | قائلاً: «…»»."""
    word = page.words[saying.cue[0]] if saying.cue else ""
    return word in get_grammar("ar").words["giving_words"]


def promises(page: Page, saying: Saying) -> bool:
    """Tell whether the verb of a saying promises: «ووعد بأن», «فتعهّدت بأن»."""
    verb = page.words[saying.cue[0]] if saying.cue else ""
    return past_gender(verb, get_grammar("ar").words["promising"]) is not None if verb else False


def answers_him(page: Page, saying: Saying) -> bool:
    """Tell whether a verb answers someone meant by a pronoun, «فأجابته», «ردّ عليه قائلاً», «ردّ X على شكواهم», or one speaks in his answer: «وأقرّ X في معرض ردّه بأنّ»."""
    if saying.cue is None:
        return False
    words, (first, last) = page.words, saying.cue
    if _speaks_in_answer(page, saying) or words[first] in _INTERRUPTING:
        return True
    if replies_by_pronoun(page, saying):
        return True
    start = saying.content[0][0] if saying.content else last
    retorts_to = joined_form(words[first], RETORTS) is not None
    return retorts_to and answers_their_word(page, (last, start))


def replies_by_pronoun(page: Page, saying: Saying) -> bool:
    """Tell whether a saying answers by a pronoun and names nobody who answers: «فردّ عليه قائلاً», «فأجابها بأنّ»."""
    first, last = saying.cue or (0, 0)
    hit = load_cues("ar").find(page.words, first) if saying.cue else None
    return hit is not None and answers_back(page, PlacedCue(first, last, hit.value))


def _speaks_in_answer(page: Page, saying: Saying) -> bool:
    """Tell whether between a verb and what was said «in his answer» stands, and not to what: «في معرض جوابه», «في ردّها»."""
    last = saying.cue[1] if saying.cue else 0
    stop = saying.content[0][0] if saying.content else last
    for i in range(last + 1, min(stop, len(page.words) - 1)):
        if page.words[i] in _OWN_ANSWERS:
            led = page.words[i - 1] in ("فی", "معرض", "سیاق")
            return led and page.words[i + 1] not in ("علی", "عن")
    return False
