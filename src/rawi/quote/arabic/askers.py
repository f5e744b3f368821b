"""Who asked or wrote what an Arabic speaker answers: «رداً على سؤال لمراسل X», «على شكوى الجمعية», «ردّ على منتقديه بقوله»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.forms import without_object_pronoun, without_pronoun
from rawi.quote.arabic.hearers import (
    are_several,
    is_someone,
    may_listen,
    read_addressed,
    read_in_marks,
    read_partner,
)
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.texts import is_text
from rawi.quote.arabic.told import past_gender
from rawi.quote.arabic.words import is_own_person
from rawi.quote.page import Page
from rawi.quote.saying import Range

_ANSWERS = frozenset({"ردا", "رد", "رده", "ردها", "ردهم", "جوابا"})
# Which of several questions: «سؤال ثانٍ», «أسئلة أخرى».
_WHICH = frozenset({"اول", "ثان", "ثانی", "ثالث", "اخر", "اخری", "اخیر", "اخیره", "جدید", "مکتوب", "مکتوبه", "متکرر", "متکرره", "مباشر", "عابر"})  # fmt: skip
_PUTTING = frozenset({"وجه", "طرح", "القی", "ارسل"})
_TO_HIM = frozenset({"الیه", "الیها", "الیهم", "علیه", "علیها", "علیهم", "له", "لها", "لهم"})


def find_asker(page: Page, first: int, at: int, *, retorts: bool = False) -> Range | None:
    """Who asked or wrote what is answered: «رداً على سؤال لمراسل X، أجاب …», «رداً على شكوى الجمعية، نفى …»; `retorts`: the verb answers itself, «وردّ X على رسالة ابنته: «…»»."""
    sets = get_grammar("ar").words
    for i in range(first, at - 1):
        word = page.words[i]
        if word == "علی" and i > first and _answers_someone(page, i, retorts=retorts):
            return read_partner(page, i + 1, at)
        at_sender = i + 1 + (i + 2 < at and page.words[i + 1] in _WHICH)  # «على سؤال ثانٍ من»
        behind = page.words[i - 1] in ("علی", "عن")
        if page.words[i - 1].removeprefix("و") in ("عند", "لدی") and word in sets["questions"]:
            continue  # «وعند سؤال المدير عن»: who is asked
        answered = behind and (
            word in sets["remarks"] or ((retorts or _answers(page, i)) and is_text(word))
        )
        if not (answered or word in sets["questions"]):
            if without_pronoun(word) in sets["questions"] and page.words[i + 1 : i + 3] == (
                "من",
                "قبل",
            ):
                return read_source(page, i + 3, at)  # «ولدى سؤالها من قبل صحافي عن …»
            continue
        return _named_asker(page, i, at_sender, at)
    return None


def _named_asker(page: Page, noun: int, first: int, stop: int) -> Range | None:
    """Who asked or wrote the question or text at a token: named behind it by «من», ل, a verb or no more than his name; `first`: the token behind the noun and which it is."""
    sets, after = get_grammar("ar").words, page.words[first]
    if (putter := _putter(page, first, stop)) is not None:
        return putter
    if after in sets["interrogatives"] and after != "من":
        return None  # «رداً على سؤال لماذا خسروا»
    if after == "من":
        return _sender(page, first, stop)
    if after.startswith("ل"):
        return read_addressed(page, first, stop)
    if (phrase := read_in_marks(page, noun + 1, stop)) is not None:
        return phrase  # «في ردّ على أسئلة «المجهر»»
    phrase = read_source(page, noun + 1, stop)
    many = after in sets["quantities"]  # «على سؤال أحد الصحافيين»
    known = many or is_someone(page, noun + 1) or are_several(page, noun + 1)
    return phrase if phrase and (known or _may_ask(page, phrase)) else None


def _putter(page: Page, first: int, stop: int) -> Range | None:
    """Who put a question to the speaker: «سؤال | وجّهته إليه صحيفة X», «سؤال طرحه عليها أحد الحضور»."""
    verb = page.words[first]
    bare = without_object_pronoun(verb)
    if bare == verb or past_gender(bare, _PUTTING) is None:
        return None
    return read_source(page, first + 1 + (page.words[first + 1] in _TO_HIM), stop)


def _answers_someone(page: Page, at: int, *, retorts: bool) -> bool:
    """Tell whether «على» behind a noun or verb of answering is followed by whom is answered: «رداً على | مستمعة سألت», «ردّ على | منتقديه»; no body behind a noun, whose writing it is rather."""
    someone = is_someone(page, at + 1)
    if retorts and (someone or is_own_person(page, at + 1)):
        return True
    return page.words[at - 1].removeprefix("و") in _ANSWERS and someone


def _may_ask(page: Page, phrase: Range) -> bool:
    """Tell whether a phrase is someone who asks: no verb with what was asked, «بيان نشرته الشركة», «مذكرة احتجاج قدّمتها السفارة»."""
    verbs = (page.words[i] for i in range(*phrase) if i not in page.mention_at)
    return may_listen(page, phrase) and not any(is_verb(without_object_pronoun(w)) for w in verbs)


def _answers(page: Page, token: int) -> bool:
    """Tell whether before «على» and a text an answer is told of: «رداً على رسالة», «في ردّه على بلاغ»."""
    before = page.words[max(0, token - 2) : token - 1]
    return bool(before) and before[0].removeprefix("و") in _ANSWERS


def _sender(page: Page, first: int, at: int) -> Range | None:
    """From whom a question or text came: «على بلاغ من سكان الحي», «على سؤال من قبل صحافي»; no «سؤال من سيفوز»."""
    by = first + 1 + (page.words[first + 1 : first + 2] == ("قبل",))
    one_of = page.words[by] in get_grammar("ar").words["quantities"]  # «من أحد الصحافيين»
    known = by < at and (is_someone(page, by + one_of) or are_several(page, by + one_of))
    if by >= at or not known:
        return None
    return read_source(page, by, at, after_preposition=True)
