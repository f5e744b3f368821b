"""Who is asked behind the phrase of means or occasion of an Arabic request: «دعت X في بيان صحفي | الأهالي إلى», «دعا X في كلمته خلال الحفل | الطلبة إلى»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_act, names_people
from rawi.quote.arabic.forms import without_pronoun
from rawi.quote.arabic.people_words import heads_body, is_definite_role
from rawi.quote.arabic.words import is_governed
from rawi.quote.page import Page

_TO_WHAT = frozenset({"الی", "علی"})
_MEANS = frozenset({"فی", "عبر", "خلال", "لدی", "عقب", "بعد", "قبل"})
_SHORTEST_MANY = 5  # letters of محسنين
_LONGEST = 12  # tokens


def find_behind_means(page: Page, start: int, end: int) -> int | None:
    """The token of who is asked behind a phrase that begins with a preposition at `start`; None where nobody stands there before what is asked."""
    words, grammar = page.words, get_grammar("ar")
    stop = min(end, start + _LONGEST)
    for i in range(start + 2, stop):
        if not page.is_word(i) or words[i] in _TO_WHAT:
            return None
        governed = words[i - 1] in grammar.prepositions or _owns(page, i - 1, start)
        if not governed and _are_asked(page, i, opened=i > start + 2):
            led = range(i + 1, min(end, i + _LONGEST))
            asked = any(words[k] in _TO_WHAT or words[k][0] in "بل" for k in led)
            return i if asked else None
    return None


def _owns(page: Page, at: int, start: int) -> bool:
    """Tell whether an indefinite noun stands at a token, of which the next word is: «في اجتماع | اللجنة»; not «في بيان صحفي», «في كلمته»."""
    word, before = page.words[at], page.words[at - 1]
    own = without_pronoun(word) != word and not page.written((at, at + 1)).endswith("ة")
    if word.startswith("ال") or own:
        return False
    if at == start + 1 or names_act(word):
        return True
    return not (word.endswith("ی") or word.endswith("ه") == before.endswith("ه"))


def lead_behind(page: Page, start: int, end: int) -> int:
    """The token of «to what» or «with what» behind a phrase of means nobody is asked in: «في لقاء مع اللاعبين | إلى»; else the same token."""
    words = page.words
    if start >= end or words[start] not in _MEANS:
        return start
    near = range(start + 2, min(end, start + _LONGEST))
    led = (i for i in near if words[i] in _TO_WHAT)
    by = (i for i in near if words[i][0] == "ب" and is_governed(page, i))
    return next(led, None) or next(by, start)


def _are_asked(page: Page, at: int, *, opened: bool) -> bool:
    """Tell whether people, a body or somebody in office stand at a token with the article, or people of a place: «| الطلبة», «| الحكومة», «| سكان الحي»; no «المؤتمر الصحفي»."""
    word, press = page.words[at], get_grammar("ar").words["press"]
    if not word.startswith("ال"):
        of_place = page.words[at + 1 : at + 2]
        owned = of_place != () and of_place[0].startswith("ال")
        return opened and owned and names_people(word, "ar")
    bare = word[2:]
    if bare in press:
        return False
    many = bare.endswith("ین") and len(bare) >= _SHORTEST_MANY
    return many or names_people(bare, "ar") or heads_body(bare) or is_definite_role(word)
