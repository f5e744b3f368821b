"""Who asked or wrote what an Arabic speaker answers: «رداً على سؤال لمراسل X», «على شكوى الجمعية», «ردّ على منتقديه بقوله»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.answers import UPON
from rawi.quote.arabic.forms import without_object_pronoun, without_pronoun
from rawi.quote.arabic.hearers import (
    are_several,
    is_someone,
    may_listen,
    read_addressed,
    read_in_marks,
    read_partner,
)
from rawi.quote.arabic.people_words import is_own_person
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.put_to_him import find_putter
from rawi.quote.arabic.texts import is_text
from rawi.quote.arabic.told import past_gender
from rawi.quote.arabic.words import TO_HIM, TOWARDS_HIM
from rawi.quote.marks import MARKS
from rawi.quote.page import Page
from rawi.quote.saying import Range

_ANSWERS = frozenset({"ردا", "رد", "رده", "ردها", "ردهم", "جوابا"})
# Which of several questions: «سؤال ثانٍ», «أسئلة أخرى».
_WHICH = frozenset({"اول", "ثان", "ثانی", "ثالث", "اخر", "اخری", "اخیر", "اخیره", "جدید", "مکتوب", "مکتوبه", "متکرر", "متکرره", "مباشر", "عابر"})  # fmt: skip
_PUTTING = frozenset({"وجه", "طرح", "القی", "ارسل"})
_PUT_TO_HIM = TO_HIM | TOWARDS_HIM


def find_asker(page: Page, first: int, at: int, *, retorts: bool = False) -> Range | None:
    """Who asked or wrote what is answered: «رداً على سؤال لمراسل X، أجاب …», «رداً على شكوى الجمعية، نفى …»; `retorts`: the verb answers itself, «وردّ X على رسالة ابنته: «…»»."""
    sets = get_grammar("ar").words
    for i in range(first, at - 1):
        word = page.words[i]
        if word == "علی" and i > first and _answers_someone(page, i, retorts=retorts):
            return read_partner(page, i + 1, at)
        before, asked = page.words[i - 1], word in sets["questions"]
        if asked and before.removeprefix("و") in UPON:
            if (put := find_putter(page, i, at)) is not None:
                return put[0]  # «وعند سؤال الصحافيين لها عن الموعد»
            continue  # «وعند سؤال المدير عن»: who is asked
        answered = before in ("علی", "عن") and (
            word in sets["remarks"] or ((retorts or _is_answer(page, i - 2)) and is_text(word))
        )
        if asked or answered:
            of_which = i + 2 < at and page.words[i + 1] in _WHICH  # «على سؤال ثانٍ من»
            return _named_asker(page, i, i + 1 + of_which, at)
        by = page.words[i + 1 : i + 3] == ("من", "قبل")
        if by and without_pronoun(word) in sets["questions"]:
            return read_source(page, i + 3, at)  # «ولدى سؤالها من قبل صحافي عن …»
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
    if after in TO_HIM:
        return None  # «على سؤال له عن الطريق»
    if after.startswith("ل"):
        return _with_name(page, read_addressed(page, first, stop), stop)
    if (phrase := read_in_marks(page, noun + 1, stop)) is not None:
        return phrase  # «في ردّ على أسئلة «المجهر»»
    phrase = read_source(page, noun + 1, stop)
    many = after in sets["quantities"]  # «على سؤال أحد الصحافيين»
    known = many or is_someone(page, noun + 1) or are_several(page, noun + 1)
    return phrase if phrase and (known or _may_ask(page, phrase)) else None


def _with_name(page: Page, phrase: Range | None, stop: int) -> Range | None:
    """Who asked with his name behind the outlet in marks he is of: «على سؤال لمراسلة مجلة «الملعب» | رنا عون حول»."""
    named = page.mention_at.get(phrase[1]) if phrase is not None else None
    if phrase is None or named is None or page.words[phrase[1] - 1] not in MARKS:
        return phrase
    person = named.mention.type == "PER" and named.first == phrase[1] and named.last <= stop
    return (phrase[0], named.last) if person else phrase


def _putter(page: Page, first: int, stop: int) -> Range | None:
    """Who put a question to the speaker: «سؤال | وجّهته إليه صحيفة X», «سؤال طرحه عليها أحد الحضور»."""
    verb = page.words[first]
    bare = without_object_pronoun(verb)
    if bare == verb or past_gender(bare, _PUTTING) is None:
        return None
    return read_source(page, first + 1 + (page.words[first + 1] in _PUT_TO_HIM), stop)


def _answers_someone(page: Page, at: int, *, retorts: bool) -> bool:
    """Tell whether «على» behind a noun or verb of answering is followed by whom is answered: «رداً على | مستمعة سألت», «ردّ على | منتقديه»; no body behind a noun, whose writing it is rather."""
    someone = is_someone(page, at + 1)
    if retorts and (someone or is_own_person(page, at + 1)):
        return True
    return someone and _is_answer(page, at - 1)


def _may_ask(page: Page, phrase: Range) -> bool:
    """Tell whether a phrase is someone who asks: no verb with what was asked, «بيان نشرته الشركة», «مذكرة احتجاج قدّمتها السفارة»."""
    verbs = (page.words[i] for i in range(*phrase) if i not in page.mention_at)
    return may_listen(page, phrase) and not any(is_verb(without_object_pronoun(w)) for w in verbs)


def _is_answer(page: Page, token: int) -> bool:
    """Tell whether at a token an answer is told of: «| رداً على رسالة», «في | ردّه على بلاغ»."""
    token -= token > 0 and page.words[token] in _WHICH  # «في ردّ | مكتوب على المجلة»
    return token >= 0 and page.words[token].removeprefix("و") in _ANSWERS


def _sender(page: Page, first: int, at: int) -> Range | None:
    """From whom a question or text came: «على بلاغ من سكان الحي», «على سؤال من قبل صحافي»; no «سؤال من سيفوز»."""
    by = first + 1 + (page.words[first + 1 : first + 2] == ("قبل",))
    if by >= at:
        return None
    one = by + (page.words[by] in get_grammar("ar").words["quantities"])  # «من أحد الصحافيين»
    known = is_someone(page, one) or are_several(page, one)
    return read_source(page, by, at, after_preposition=True) if known else None
