"""Whether an Arabic sentence says that something was said in the talk or letter told of before: «ونفى في التصريح ذاته أنّ», «وأكدت في الرسالة نفسها أنّ», «ومضى يقول للصحيفة»."""

from collections.abc import Iterator

from rawi.lang.grammar import get_grammar
from rawi.quote.arabic.apposed import THE_SAME
from rawi.quote.arabic.forms import joined_form, without_object_pronoun
from rawi.quote.arabic.sendings import find_sending
from rawi.quote.arabic.talks import is_written, talked_to
from rawi.quote.arabic.texts import is_closed_text, is_text, owner_of_text
from rawi.quote.arabic.words import IN_IT
from rawi.quote.kept_answers import keep_answers
from rawi.quote.page import Page, PlacedSentence
from rawi.quote.saying import Range, Saying

_WITHIN = frozenset({"فی", "وفی", "خلال", "وخلال"})
_HELD = frozenset({"مقابله", "حوار", "حدیث", "محادثه", "اتصال", "مکالمه"})
_TALKS = frozenset("ال" + noun for noun in _HELD)  # told of before
_TALK_NOUNS = _HELD | {"حدیثه", "حدیثها", "مداخله", "دردشه", "تصریح", "تصریحات"}
_GOING_ON = frozenset({"مضی", "مضت", "تابع", "تابعت", "استطرد", "استطردت", "راح", "راحت"})
_WRITING = frozenset({"کتب", "کتبت", "یکتب", "تکتب"})


def find_same_text(page: Page, saying: Saying) -> Range | None:
    """The noun with «the same» of the talk or letter in which something is said; None where its sentence has none."""
    return next(
        ((i, i + 1) for i in _inside(page, saying) if _is_same(page.words[i : i + 2])), None
    )


def find_text_within(page: Page, saying: Saying) -> Range | None:
    """The noun of the letter told of before in which something is said, with its article or whose it is: «وتقول X في الرسالة إنّ», «وأكدت النقابة في كتابها أنّ»; None where its sentence has none."""
    words = page.words
    for i in _inside(page, saying):
        again = words[i].startswith("ال") and is_text(words[i][2:])
        told = words[i + 1] in ("التی", "الذی") or i + 1 in page.mention_at
        if (again and not told) or owner_of_text(page, i) == (saying.gender or "-"):
            return i, i + 1
    return None


def opens_in_text(page: Page, saying: Saying, first: int) -> bool:
    """Tell whether a sentence that begins at a token opens with what stands in a text by a pronoun, and nobody is named for it: «وجاء فيها: «…»», «ومما ورد فيه أنّ», «كتبت فيها: «…»»."""
    if saying.cue is None or saying.source is not None or saying.cue[0] - first > 1:
        return False
    last = saying.cue[1]  # «كتبت | فيها»
    return not IN_IT.isdisjoint(page.words[last - 1 : last + 1])


def goes_back_to_talk(page: Page, saying: Saying) -> bool:
    """Tell whether something is said in the talk told of before: «وتذكر في المقابلة أنّ», «وأكد خلال الحوار أنّ»; with nobody named for it."""
    words = page.words
    return any(
        words[i] in _TALKS and words[i + 1] not in ("مع", "الی", "التی", "الذی")
        for i in _inside(page, saying)
    )


def is_in_talk(page: Page, saying: Saying) -> bool:
    """Tell whether something is said in a talk with its hearer, which goes on behind it: «قال X في اتصال مع «الرقعة» إنّ», «وفي اتصال هاتفي، قال X لـ«الرقعة»»; not «قال للصحافيين»."""
    if saying.addressee is None:
        return False
    sentence = page.sentence_at(saying.addressee[0])
    return (
        sentence is not None and _find_talk(page, sentence.first, saying.addressee[0]) is not None
    )


def find_talk_before(page: Page, saying: Saying) -> Range | None:
    """With whom a talk is that the sentence before tells of, where a verb without a subject goes on: «ونفى X في اتصال مع «الرقعة» الشائعة. وقال: «…»»."""
    sentence = page.sentence_before(saying.start, in_paragraph=True)
    told = saying.cue is None or saying.source is not None or saying.rule == "ar.attribution"
    if sentence is None or told:
        return None
    noun = _find_talk(page, sentence.first, sentence.last)
    if noun is None:
        return None
    partners = talked_to(page, (noun, sentence.last))
    return next((place for place in partners if place is not None), None)


def _find_talk(page: Page, first: int, stop: int) -> int | None:
    """The noun of a talk behind «in» among tokens outside marks; no talk about something: «في حديثه عن»."""
    words = page.words
    return next(
        (
            i
            for i in range(first + 1, stop)
            if words[i] in _TALK_NOUNS
            and words[i - 1] in _WITHIN
            and words[i + 1] != "عن"
            and page.mark_at[i] is None
        ),
        None,
    )


def _inside(page: Page, saying: Saying) -> Iterator[int]:
    """The tokens of a saying's sentence behind «in» or «during», outside what was said."""
    sentence = page.sentence_at(saying.start)
    for i in _behind_in(page, sentence) if sentence else ():
        if not any(part[0] <= i < part[1] for part in saying.content):
            yield i


@keep_answers
def _behind_in(page: Page, sentence: PlacedSentence) -> tuple[int, ...]:
    """The tokens of a sentence behind «in» or «during», outside marks."""
    words = enumerate(page.words[sentence.first : sentence.last - 2], sentence.first + 1)
    return tuple(i for i, before in words if before in _WITHIN and page.mark_at[i] is None)


def writes_on(page: Page, letter: Saying, saying: Saying) -> bool:
    """Tell whether what someone writes or adds after words of a letter stands in it too: «وفي رسالة إلى الموظفين، قالت إنّ C. وكتبت: «D»», «وختم رسالته بالقول إنّ C»."""
    sentence, place = page.sentence_at(letter.start), letter.addressee
    if sentence is None or place is None or saying.cue is None:
        return False
    writes = joined_form(page.words[saying.cue[0]], _WRITING) is not None
    if page.words[place[0] - 1] != "الی":
        # «وفي رسالة إلى المجلس ناشد X المجلس أن. «C»، كتب»
        return writes and find_sending(page, sentence.first, place[0]) is not None
    if _closes_text(page, saying):
        return True
    on = writes or saying.cue_class == "continuing" or _goes_on(page, saying.cue[0], saying)
    wrote = (joined_form(word, _WRITING) for word in page.words[sentence.first : place[0]])
    return on and (is_written(page, sentence.first, place[0] - 1) or any(wrote))


def _goes_on(page: Page, verb: int, saying: Saying) -> bool:
    """Tell whether a verb goes on with a letter: behind another, «ومضت | تقول: «…»», or in it by its noun, «وسأل في ختام | رسالته: «…»»."""
    if verb and joined_form(page.words[verb - 1], _GOING_ON):
        return True
    start = saying.content[0][0] if saying.content else verb
    return any(owner_of_text(page, i) for i in range(verb + 1, start))


def _closes_text(page: Page, saying: Saying) -> bool:
    """Tell whether a sentence opens with what somebody ends with these words, and it is his: «وختم رسالته بالقول», «وأنهى كتابه بأنّ», «وختمها بالقول»."""
    here = page.sentence_at(saying.start)
    if here is None:
        return False
    verb = page.words[here.first].lstrip("وف")
    ended = without_object_pronoun(verb) if saying.source is None else verb
    closes = ended != verb and ended in get_grammar("ar").words["closing"]
    return closes or is_closed_text(page, (here.first + 1, here.first + 2), here.first)


def _is_same(words: tuple[str, ...]) -> bool:
    """Tell whether two words are a talk or text and «the same»: «التصريح ذاته», «الكلمة نفسها»."""
    if len(words) < 2 or words[1] not in THE_SAME or not words[0].startswith("ال"):
        return False
    sets, noun = get_grammar("ar").words, words[0][2:]
    return noun in sets["talks"] or words[0] in sets["meetings"] or is_text(noun)


def tells_of_text(page: Page, saying: Saying) -> bool:
    """Tell whether a sentence tells what stands in a text, which answers nobody: «وجاء في المذكرة أنّ»."""
    return saying.cue is not None and page.words[saying.cue[1] - 1] == "فی"
