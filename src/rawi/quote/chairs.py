"""The offices a document tells beside a name without a role phrase: titles that are offices, and what someone leads.

«القاضي X», «ستاد بحران به ریاست X», «نمایش «Y» به نویسندگی و کارگردانی X», «محكمة البلدة، برئاسة القاضي X».
"""

from rawi.lang.given_names import load_foreign_names
from rawi.lang.grammar import get_grammar
from rawi.lang.people import TitleRow, load_people
from rawi.lang.reading import Lexicon
from rawi.quote.marks import MARKS
from rawi.quote.offices import body_before
from rawi.quote.page import Page, PlacedMention
from rawi.quote.roles import is_relation, is_role, role_words
from rawi.quote.speaker import Words

_LONGEST_LED = 10  # words of what someone leads
_LONGEST_OFFICE = 4  # tokens of an office between «به ریاست» and the name
_LONGEST_TITLE = 4  # words
_COURTS = frozenset({"محکمه", "المحکمه", "بمحکمه", "بالمحکمه"})  # whose chairman is the judge
_MEETINGS = ("جلسه", "نشست")


def read_offices(page: Page, placed: PlacedMention, language: str) -> tuple[list[Words], list[str]]:
    """The offices told right before a name, in comparable form, and the titles that stand there."""
    words, before = page.words, placed.first - 1
    titles = load_people(language).titles
    offices: list[Words] = []
    told: list[str] = []
    while before >= 0 and (length := _title_length(words, before, titles)):
        title = words[before + 1 - length : before + 1]
        if language == "fa" and _is_kin_of_known(page, placed, title):
            break
        told.append(" ".join(title))
        if is_role(title, language) and not _is_kin(title, words[placed.first], language):
            offices.append(role_words(title, language))
        before -= length
    if language == "ar":
        while before > 0 and is_role(words[before : before + 1], language):
            before -= 1  # «برئاسة المستشار X»
    else:
        before = _before_office(page, before)
    chairs = get_grammar(language).chairs
    while before >= 0 and (head := chairs.get(words[before])):
        led = _read_led(words, before) if language == "fa" else body_before(page, before)
        offices.append((head, *led))
        if language == "ar" and _sits_in_court(page, before):
            offices.append(("قاضی",))  # also «برئاسة المستشارة X»
        joined = language == "fa" and before > 2 and words[before - 1] == "و"
        before = before - 2 if joined else -1
    return offices, told


def _sits_in_court(page: Page, chair: int) -> bool:
    """Tell whether a court is told of in its sentence before «برئاسة»: «نظرت محكمة البلدة، | برئاسة المستشار X»."""
    sentence = page.sentence_at(chair)
    return sentence is not None and not _COURTS.isdisjoint(page.words[sentence.first : chair])


def _is_kin(title: Words, given: str, language: str) -> bool:
    """Tell whether a Persian title before a given name of the country is a word for his kin: «پدر سارا», not «پدر توماس»."""
    at_home = language == "fa" and given not in load_foreign_names("fa", weak=True)
    known = given in load_people("fa").given_names.alone
    return at_home and known and is_relation(title, "fa")


def _is_kin_of_known(page: Page, placed: PlacedMention, title: Words) -> bool:
    """Tell whether a Persian title before a surname is a word for kin of who was named in full before: «لیلا احمدی گفت C. پدر | احمدی گفت D»."""
    if placed.last - placed.first > 1 or not is_relation(title, "fa"):
        return False
    names = (page.words[m.first : m.last] for m in page.mentions if m.first < placed.first)
    return any(len(n) > 1 and n[-1] == page.words[placed.first] for n in names)


def _title_length(words: Words, last: int, titles: Lexicon[TitleRow]) -> int:
    """How many words the title has that ends with a token, 0 where none does: «حجت الاسلام و المسلمین | X»."""
    for length in range(1, min(_LONGEST_TITLE, last + 1) + 1):
        hit = titles.find(words[last + 1 - length : last + 1], 0)
        if hit is not None and hit.end == length:
            return length
    return 0


def _before_office(page: Page, at: int) -> int:
    """The token of «ریاست» in «به ریاست فرماندار، مهندس X», where only an office stands between; else the token itself."""
    chairs = get_grammar("fa").chairs
    for i in range(at, max(-1, at - _LONGEST_OFFICE), -1):
        if page.words[i] in chairs:
            between = page.words[i + 1 : at + 1]
            return i if not between or is_role(between, "fa") else at
        if not (page.is_word(i) or (page.words[i] == "،" and i == at)):
            return at
    return at


def _read_led(words: Words, noun: int) -> Words:
    """Of what someone is the chairman, with the noun of leading at a token: «ستاد بحران با ریاست X»; of a meeting too.

    >>> _read_led(("ستاد", "بحران", "با", "ریاست"), 3)[:2]
    ('بحران', 'بحران')
    """
    grammar = get_grammar("fa")
    while noun > 2 and words[noun - 1] == "و" and words[noun - 2] in grammar.chairs:
        noun -= 2  # «به نویسندگی و | کارگردانی X»
    if noun < 1 or words[noun - 1] not in ("به", "با"):
        return ()
    led: list[str] = []
    for word in reversed(words[max(0, noun - 1 - _LONGEST_LED) : noun - 1]):
        if word in MARKS:
            continue  # «نمایش «کوچه» به کارگردانی X»
        if not word[0].isalnum() or word in grammar.verbs:
            break
        led += [word, word.removesuffix("ی")]
    return (*led, *_MEETINGS)
