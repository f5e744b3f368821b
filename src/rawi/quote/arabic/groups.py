"""The people an Arabic report last named in the plural, or by their number: «المتطوعين», «نحو ستين راكباً»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import heads_people, names_people
from rawi.lang.numbers import is_cardinal
from rawi.lang.people import load_people
from rawi.quote.arabic.forms import without_hamza, without_pronoun
from rawi.quote.arabic.hearers import are_people, is_plural_participle
from rawi.quote.arabic.people_words import is_definite_role, is_own_person
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.shares import ABOUT
from rawi.quote.arabic.words import OF_THEM, is_governed
from rawi.quote.page import Page
from rawi.quote.saying import Range

_LONGEST_OF = 2  # tokens of «أعضاء مجلس» before «الطلبة»
_EACH = frozenset({"کل", "کلا"})


def last_group(page: Page, first: int, stop: int, *, own: bool = False) -> Range | None:
    """The last people in the plural named before a token: «وجّهت الشكر إلى المتطوعين، وقالت لهم»; `own`: somebody's too, «اجتمعت بلاعباتها وأعلمتهن»."""
    for i in range(stop - 1, first - 1, -1):
        if page.mark_at[i] is not None or not page.is_word(i):
            continue
        if are_people(page.words[i]) or _do_something(page, i):
            head = _head_of(page, i, first, stop)
            return _without_what(page, read_source(page, head, stop, after_preposition=True))
        if own and _are_own(page, i):
            return i, i + 1
        if (counted := counted_at(page, i, first)) is not None:
            return counted
    return None


def _head_of(page: Page, people: int, first: int, stop: int) -> int:
    """The token at which a phrase of several begins that ends with people: «| أعضاء مجلس الطلبة»; the same token where they are of nobody."""
    for i in range(people - 1, max(first, people - _LONGEST_OF) - 1, -1):
        if not page.is_word(i) or page.words[i].startswith("ال"):
            return people
        if are_people(page.words[i]) or heads_people(page.words[i]):
            phrase = read_source(page, i, stop)
            return i if phrase is not None and phrase[0] == i and phrase[1] > people else people
    return people


def _without_what(page: Page, people: Range | None) -> Range | None:
    """Some people without what is done to them or they should do, and who has an office over them: «نصح اللاعبين | بالنوم», «المشرفة على المتطوعين | X»."""
    if people is None:
        return None
    inside = range(people[0] + 1, people[1])
    what = (
        i
        for i in inside
        if page.person_at(i) or (page.words[i].startswith("بال") and is_governed(page, i))
    )
    return people[0], next(what, people[1])


def _do_something(page: Page, token: int) -> bool:
    """Tell whether several people stand at a token, told by what they do: «من | المانحين»; not «الشهرين المقبلين»."""
    noun = token > 0 and not page.words[token - 1].startswith("ال")
    return noun and is_plural_participle(page.words[token])


def _are_own(page: Page, token: int) -> bool:
    """Tell whether somebody's own people stand at a token, behind ب too: لاعبيه, «بلاعباتها», موظفيهم; no قراءة."""
    word = page.words[token]
    if is_own_person(page, token) and names_people(without_hamza(without_pronoun(word)), "ar"):
        return True
    return any(_are_ones(form) for form in (word, word[1:] if word[0] in "بو" else ""))


def _are_ones(word: str) -> bool:
    """Tell whether a word is several in a role, with a pronoun.

    >>> [word for word in ("لاعباتها", "لاعبیه", "کتابها", "مبانیها") if _are_ones(word)]
    ['لاعباتها', 'لاعبیه']
    """
    stem, roles = without_pronoun(word), load_people("ar").roles
    if stem == word or not stem.endswith(("اه", "ی")):
        return False
    # without_pronoun makes «لاعباه» of «لاعباتها»
    ones = (stem[:-2], stem[:-2] + "ه") if stem.endswith("اه") else (stem[:-1],)
    return any(one in roles.alone for one in ones if one)


def counted_at(page: Page, at: int, first: int) -> Range | None:
    """So many people, counted in the accusative, whose noun stands at a token: «نحو ستين | شخصاً», «مئة وعشرين | راكباً», «62 | تلميذاً»."""
    words, begun = page.words, at
    if not words[at].endswith("ا"):
        return None
    while begun > first and _is_number(words[begun - 1].removeprefix("و")):
        begun -= 1
    noun = words[at][:-1]
    named = noun in get_grammar("ar").words["named_people"]
    person = named or noun in load_people("ar").roles.alone
    if begun == at or not person:
        return None
    about = begun > first and words[begun - 1] in ABOUT
    return begun - about, at + 1


def _is_number(word: str) -> bool:
    """Tell whether a word is a number, in words or digits: ستين, 62."""
    return word.isdecimal() or is_cardinal(word, "ar")


def joins_two(page: Page, place: Range) -> bool:
    """Tell whether a phrase is two people by their roles, each with the article: «للطبيب والممرضة», «المدعي والمدعى عليه»; no name among them."""
    first, last = place
    words, bare = page.words, get_grammar("ar").bare
    if any(i in page.mention_at for i in range(first, last)) or not is_definite_role(words[first]):
        return False
    roles = load_people("ar").roles
    joined = (i for i in range(first + 1, last) if words[i].startswith("وال"))
    return any(roles.find((bare(words[i][1:]), *words[i + 1 : last]), 0) for i in joined)


def names_each(page: Page, place: Range) -> bool:
    """Tell whether a phrase is each of several told of before: «كل منهم», «لكل واحدة منهن»."""
    words = page.words[slice(*place)]
    return words[0].removeprefix("ل") in _EACH and words[-1] in OF_THEM
