"""Whom an Arabic relative clause hangs on, who speaks in it: «سامر ضاهر، الذي قال إنّ C», «تصريحات الوزير | الذي يقول إنّ C»."""

from rawi.lang.grammar import get_grammar
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.subjects import gender_of, is_relative, is_somebody, is_thing_of
from rawi.quote.page import Page
from rawi.quote.saying import Range

_OF = frozenset({"من", "عن"})
_FAR = 12  # tokens before «الذي» a name may stand
_LONGEST = 5  # tokens of a phrase right before it


def read_antecedent(page: Page, first: int, at: int) -> Range | None:
    """Who speaks with a verb behind «الذي»: the phrase right before that, else the last one named."""
    at = is_relative(page, first, at)
    if not at:
        return None
    if (beside := _phrase_before(page, first, at - 1)) is not None:
        return _named_before(page, first, beside) or beside
    for i in range(at - 2, max(first, at - _FAR) - 1, -1):
        mention = page.mention_at.get(i)
        if mention and mention.mention.type != "LOC":
            return mention.first, mention.last
    return None


def _named_before(page: Page, first: int, calling: Range) -> Range | None:
    """Who is named between commas before what he is, of the same gender: «ابنته | شروق، خريجة المحاسبة، التي تعتقد أنّ»."""
    pause = calling[0] - 1
    if pause <= first or page.words[pause] not in "،," or _names(page, calling):
        return None
    person = page.person_at(pause - 1)
    if person is None or person.last != pause:
        return None
    named = person.first, person.last
    genders = gender_of(page, calling), gender_of(page, named)
    return named if None in genders or genders[0] == genders[1] else None


def _names(page: Page, phrase: Range) -> bool:
    """Tell whether somebody's name stands in a phrase."""
    return any(page.person_at(i) is not None for i in range(*phrase))


def _phrase_before(page: Page, first: int, relative: int) -> Range | None:
    """The longest phrase of someone that ends right before «الذي» or a pause before it, of its gender."""
    end = relative - (page.words[relative - 1] in "،,")
    gender = "f" if page.words[relative].endswith("التی") else "m"
    grammar = get_grammar("ar")
    for begun in range(max(first, end - _LONGEST), end):
        if page.words[begun] in grammar.prepositions or page.words[begun] in grammar.conjunctions:
            continue
        phrase = (begun, end)
        if read_source(page, begun, end) != phrase or not is_somebody(page, phrase):
            continue
        if begun + 1 < end and page.words[begun + 1] in _OF and is_thing_of(page, phrase):
            continue  # «إلى شرح من | X، الذي أوضح أنّ»
        if gender_of(page, phrase) in (None, gender):
            return phrase
    return None
