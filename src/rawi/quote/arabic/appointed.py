"""The offices an Arabic sentence says somebody is put in: «هنّأ X بانتخابه أميناً عاماً للرابطة», «عُيّنت X مديرة للمستشفى»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.endings import has_tanwin
from rawi.quote.arabic.forms import without_pronoun
from rawi.quote.arabic.people_words import heads_body
from rawi.quote.arabic.words import is_governed
from rawi.quote.page import Page, PlacedMention
from rawi.quote.roles import role_words
from rawi.quote.speaker import Words

_PUTTING = frozenset({"انتخاب", "تعیین", "تولی", "تسمیه", "اختیار", "تنصیب", "ترقیه"})
_PUT = frozenset({"عین", "عینت", "انتخب", "انتخبت", "سمی", "سمت", "اختیر", "اختیرت", "نصب"})
_NEAR = 6  # tokens between the name and the noun, or the verb and the name
_LONGEST = 6  # tokens of the office


def read_put_in_office(page: Page, placed: PlacedMention) -> list[Words]:
    """The office, in comparable form, somebody is put in by a noun behind his name, «X بمناسبة | تعيينه مديراً», or a verb before it, «عُيّن X | مديراً»."""
    sentence = page.sentence_at(placed.first)
    if sentence is None or sentence.language != "ar" or page.mark_at[placed.first] is not None:
        return []
    words, last = page.words, min(sentence.last, placed.last + _NEAR)
    for i in range(placed.last, last):
        if not page.is_word(i) or i in page.mention_at:
            break
        noun = words[i].removeprefix("ب")
        if without_pronoun(noun) != noun and without_pronoun(noun) in _PUTTING:
            return _read_office(page, i + 1, sentence.last)
    before = words[max(sentence.first, placed.first - _NEAR) : placed.first]
    put = any(word.removeprefix("و") in _PUT for word in before)
    return _read_office(page, placed.last, sentence.last) if put else []


def _read_office(page: Page, first: int, stop: int) -> list[Words]:
    """The office at a token, without the ending of what somebody is made: «أميناً عاماً للرابطة» is أمين عام رابطة."""
    words, grammar, roles = page.words, get_grammar("ar"), load_people("ar").roles
    if first >= stop or not any(
        form in roles.alone for form in (words[first], words[first].removesuffix("ا"))
    ):
        return []
    end = first + 1
    while end < min(stop, first + _LONGEST) and page.is_word(end):
        if (
            words[end] in grammar.prepositions
            or words[end] in grammar.adverbs
            or is_verb(words[end])
        ):
            break
        end += 1
    return [role_words(tuple(_without_ending(page, i) for i in range(first, end)), "ar")]


def _without_ending(page: Page, token: int) -> str:
    """A word without the ending of an object or its ل: عاماً is عام, «لنادي» is نادي."""
    word = page.words[token]
    if word.startswith("ل") and (is_governed(page, token) or heads_body(word[1:])):
        return word if word.startswith("لل") else word[1:]
    return word.removesuffix("ا") if has_tanwin(page, token) else word
