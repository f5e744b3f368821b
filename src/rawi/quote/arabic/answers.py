"""Whether an Arabic verb answers somebody by a pronoun: «فردّ عليه قائلاً», «فأجابه», «ردّت على شكواهم»."""

from rawi.lang.common import takes_article
from rawi.lang.grammar import get_grammar
from rawi.lang.letters import load_letters
from rawi.lang.people import Gender
from rawi.quote.arabic.forms import joined_form, without_object_pronoun, without_pronoun
from rawi.quote.arabic.words import AGAINST_HIM, TO_HIM, WHETHER, is_asking
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range, Saying

RETORTS = frozenset({"رد", "ردت", "عقب", "عقبت", "یرد", "ترد", "اجاب", "اجابت"})
ANSWERING = frozenset({"اجاب", "اجابت", "یجیب", "تجیب"})  # whom they answer is their object
QUESTION = "سوال"  # also what all its forms with «و», «ب» or a pronoun hold
REACHING = frozenset({"جاء", "وصل", "اتی", "اتا", "بلغ", "ورد"})
_REACHED = 4  # letters of جاءه
_FARTHEST_QUESTION = 14  # tokens behind «ردّت» with who answers
_ABOUT = frozenset({"عما", "حول", "بشان", "عن", "هل", "بخصوص"})
_NEAR_QUESTION = 3  # tokens of «أسئلة الصحفيين حول» before «ما إذا»
UPON = frozenset({"لدی", "عند"})


def answers_back(page: Page, cue: PlacedCue) -> bool:
    """Tell whether who is meant by the pronoun of a verb is answered, and nobody is named who answers: «فردّ عليه قائلاً», «فأجابها بأنّ»."""
    words, first = page.words, cue.first
    if cue.cue.shape == "verb":
        return answers_him(words[first]) or (
            _is_retort(words[first]) and words[cue.last] in AGAINST_HIM
        )
    at = first - (words[first - 1] in AGAINST_HIM)
    verb = words[at - 1] if at else ""
    return answers_him(verb) or (at < first and _is_retort(verb))


def answers_him(word: str) -> bool:
    """Tell whether a word is a verb of answering with the pronoun of whom it answers.

    >>> answers_him("فاجابته"), answers_him("اجابها"), answers_him("اجاب")
    (True, True, False)
    """
    bare = without_object_pronoun(word)
    return bare != word and joined_form(bare, ANSWERING) is not None


def _is_retort(word: str) -> bool:
    """Tell whether a word is a verb of answering: رد, وردت, فرد."""
    return joined_form(word, RETORTS) is not None


def reply_gender(page: Page, cue: PlacedCue) -> Gender | None:
    """The gender of her whose answer reaches who spoke just before, by the pronouns of both: «فجاءه | ردّها: «…»», «فوصلها | جوابه»; None for any other noun."""
    words, at = page.words, cue.first
    if "predicate" not in cue.cue.frames or at == 0:
        return None
    bare = words[at - 1].lstrip("وف")
    if without_object_pronoun(bare).removesuffix("ت") not in REACHING or len(bare) < _REACHED:
        return None
    return "f" if words[at].endswith("ها") else "m"


def answers_their_word(page: Page, place: Range) -> bool:
    """Tell whether among tokens what someone said or asked for is answered by its noun with a pronoun: «على شكواهم», «عن سؤالها», «على رسالتها»."""
    sets, texts = get_grammar("ar").words, load_letters("ar").texts
    answered = sets["remarks"] | sets["questions"] | sets["demands"]
    for i in range(place[0] + 1, place[1]):
        stem = without_pronoun(page.words[i])
        if stem == page.words[i] or page.words[i - 1] not in ("علی", "عن"):
            continue
        if stem in answered or stem in texts.alone:
            return True
    return False


def answers_nobody(page: Page, cue: Range) -> bool:
    """Tell whether a verb only says what someone said of a thing the outlet told or asked about."""
    return _comments(page, cue) or _answers_outlet(page, cue) or _answers_question(page, cue)


def _answers_question(page: Page, cue: Range) -> bool:
    """Tell whether behind a verb of answering a question is told of that nobody is named to have put: «وردّت X على سؤال | عما إذا كانت ستعود: «…»»."""
    words, questions = page.words, get_grammar("ar").words["questions"]
    here = page.sentence_at(cue[0]) if _is_retort(words[cue[0]]) else None
    if here is None:
        return False
    near = range(cue[1] + 1, min(here.last - 1, cue[1] + _FARTHEST_QUESTION))
    asked = (i for i in near if words[i] in questions and words[i - 1] in ("علی", "عن"))
    return any(words[i + 1] in _ABOUT for i in asked)


def _answers_outlet(page: Page, cue: Range) -> bool:
    """Tell whether the sentence of a verb opens with a question that nobody is named to have put: «وبسؤال المدير عن ذلك، | رد بأنّ», «ولدى سؤالها عن الكلفة، | أجابت»."""
    here = page.sentence_at(cue[0])
    return here is not None and opening_question(page, here.first) is not None


def opening_question(page: Page, first: int) -> int | None:
    """The noun of the question put to somebody a sentence opens with: «وعند | سؤال المدير عن», وبسؤالها."""
    opening = page.words[first].removeprefix("و")
    noun = first + (opening in UPON)
    if noun + 1 >= len(page.words) or (noun == first and not opening.startswith("ب")):
        return None
    asked = page.words[noun] if noun > first else opening.removeprefix("ب")
    return noun if without_pronoun(asked) == QUESTION else None


def _comments(page: Page, cue: Range) -> bool:
    """Tell whether a verb says what someone said of a thing the outlet told, to nobody: «، وهو أمر | قال X إنّه يخيفه», «، في خطوة | قال السكان إنّها …»."""
    words, at = page.words, cue[0]
    if at < 2:
        return False
    led = words[at - 2] in get_grammar("ar").words["he_is"] or words[at - 2] == "فی"
    return led and (words[at - 1] == "ما" or takes_article(words[at - 1]))


def answers_whether(words: tuple[str, ...], at: int, cue: PlacedCue) -> bool:
    """Tell whether «whether» opens a question that is only answered: «ردّ على سؤال | عما إذا كان سيعود بكلمة: «…»», «على أسئلة حول | ما إذا»."""
    if words[at : at + 2] not in WHETHER or is_asking(words[cue.first]):
        return False
    near = words[max(cue.last, at - _NEAR_QUESTION) : at]
    return not get_grammar("ar").words["questions"].isdisjoint(near)


def tells_him(page: Page, cue: PlacedCue, saying: Saying) -> bool:
    """Tell whether words in marks are said to someone meant by a pronoun: «وقال لها: «…»، فأجابت»."""
    if saying.kind != "direct" or not saying.content or saying.content[0][0] < cue.last:
        return False
    return not TO_HIM.isdisjoint(page.words[cue.last : saying.content[0][0]])
