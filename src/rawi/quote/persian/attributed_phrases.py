"""The phrase of whoever a Persian sentence attributes something to, behind «به گفتهٔ»: kept short where no comma or name ends it."""

from rawi.lang.common import is_rare
from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_people
from rawi.lang.people import load_people
from rawi.quote.marks import OPENERS
from rawi.quote.page import Page
from rawi.quote.persian.phrases import SIGNS, end_of_titles, is_part, read_phrase
from rawi.quote.saying import Range


def _is_name(word: str) -> bool:
    """Tell whether a word is one hardly any text knows, and no body or role: «اندرسمن», not «سندیکا»."""
    people = load_people("fa")
    known = word in people.roles.alone or word in people.organisations.alone
    return not known and is_rare(word)


def read_noun_phrase(page: Page, first: int, last: int) -> Range | None:
    """Read the noun phrase after «به گفتهٔ»; without a comma or name it is kept short."""
    words = page.words
    if first >= last or not page.is_word(first):
        return None
    mention = page.mention_at.get(end_of_titles(page, first))
    phrase = _with_pointed(page, read_phrase(page, first, last), last)
    closed = phrase[1] < last and (words[phrase[1]] in SIGNS or words[phrase[1]] == "که")
    grammar = get_grammar("fa")
    if not closed and mention is None and words[first] not in grammar.pronouns:
        # A new phrase begins with a quantity: «رئیس مجمع خیرین ۷۰۰ مدرسه …».
        many = grammar.words["quantities"]
        ends = [i for i in range(first + 1, phrase[1]) if words[i] in many or words[i][0].isdigit()]
        if _is_name(words[first]) and names_people(words[first + 1], "fa"):
            ends = [first + 1]  # «به گفتهٔ اندرسمن | بازیکنان …»
        named = _end_of_bearer(page, phrase)
        phrase = (first, named or (ends[0] if ends else min(phrase[1], first + 3)))
    first, last = phrase[0], phrase[1] - (page.words[phrase[1] - 1] in OPENERS)
    return (first, last) if last > first else None


def _end_of_bearer(page: Page, phrase: Range) -> int | None:
    """Where between commas the name of who has the office ends that a phrase opens with: «به گفتهٔ شهردار، سارا کوهی |، کارگران …»; None where no comma closes it."""
    comma = next((i for i in range(*phrase) if page.words[i] == "،"), phrase[1])
    name = page.person_at(end_of_titles(page, comma + 1)) if comma + 1 < phrase[1] else None
    return name.last if name is not None and page.words[name.last] == "،" else None


def _with_pointed(page: Page, phrase: Range, last: int) -> Range:
    """One of several with what they are of, or when they were there, before a comma: «یکی از حاضران | آن شب، C», «چند تن از همسایگان | این مجتمع، C»."""
    words, (first, end) = page.words, phrase
    of = words.index("از", first, end) if "از" in words[first:end] else first
    pointed = end + 2 < last and words[end] in get_grammar("fa").demonstratives
    closed = pointed and page.is_word(end + 1) and words[end + 2] == "،"
    return (first, end + 2) if closed and of > first and is_part(words[of - 1]) else phrase
