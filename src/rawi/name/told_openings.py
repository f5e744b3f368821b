"""Tell whether an Arabic word that may be a given name is none here: a verb of saying, «to me», «I»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.lang.speech import is_that, is_verb_of_saying, load_cues
from rawi.lang.verbs import is_verb
from rawi.name.families import is_family_name
from rawi.name.words import SIGNS, is_foreign_word, is_surname_word

_SHORTEST = 3  # letters
_I = "انا"  # Anna too
_ALONE = "وحدی"
_LINKS = frozenset(
    {"کما", "حیث", "فیما", "بینما", "وقد", "فقد", "قد", "ثم"}
)  # «كما | طالب نادر الدباغ»


def is_told(words: tuple[str, ...], at: int, first: int, last: int) -> bool:
    """Tell whether a word that may be a given name says something, or means who speaks.

    >>> is_told(("رای", "خوری", "ان", "الوقت"), 0, 0, 4), is_told(("رای", "خوری", "،", "المحلل"), 0, 0, 4)
    (True, False)
    """
    return (
        _says(words, at, first, last)
        or _is_done(words, at, first)
        or _answers(words, at, first)
        or _is_to_me(words, at, first)
        or _is_i(words, at, last)
    )


def _says(words: tuple[str, ...], at: int, first: int, last: int) -> bool:
    """Tell whether a name that is a verb too opens an Arabic clause before a sure name: «رأى بسام الحلبي», «طالب نادر الدباغ», «شكر نادر سلوم»."""
    opens = at == first or words[at - 1] in SIGNS or words[at - 1] in _LINKS
    if opens and _says_that(words, at, last):
        return True
    opens = opens or words[at - 1] in get_grammar("ar").prepositions  # «في رأي زينب المنصوري»
    given = load_people("ar").given_names
    named = given.find(words, at + 1) if opens and at + 1 < last else None
    if named is None:
        return False
    done = words[at].lstrip("وف") in get_grammar("ar").words["speaking_to"]
    if done and named.end < last and words[named.end].isalpha():
        return True  # «شكر سامي حداد الحضور»
    if named.value.weak:
        return False
    cue = load_cues("ar").find(words, at)
    if cue is not None and cue.value.shape == "verb":
        return True
    own = given.find(words, at)
    weak = own is not None and own.end == at + 1 and own.value.weak != ""
    goes_on = named.end < last and is_surname_word(words, named.end, "ar")
    return weak and len(words[at]) == _SHORTEST and goes_on


def _answers(words: tuple[str, ...], at: int, first: int) -> bool:
    """Tell whether a verb of saying with «ف» that is a name too opens a clause: «متى تعود؟ | فردّ النجدي»."""
    opens = words[at][0] == "ف" and (at == first or words[at - 1] in SIGNS)
    return opens and is_verb_of_saying((words[at][1:],), 0)


def _is_to_me(words: tuple[str, ...], at: int, first: int) -> bool:
    """Tell whether «لي» behind a verb of saying is «to me», and no Lee: «وقال لي | كريم نصر», but «أخبرني لي جونسون»."""
    if words[at] != "لی" or at == first or words[at - 1].endswith("نی"):
        return False
    cue = load_cues("ar").find(words, at - 1)
    return cue is not None and cue.value.shape == "verb" and cue.end == at


def _is_done(words: tuple[str, ...], at: int, first: int) -> bool:
    """Tell whether behind «وهو» the present of a verb stands that is a name too: «وهو يسلّم السيف»."""
    behind = at > first and words[at - 1] in get_grammar("ar").words["he_is"]
    return behind and words[at][0] in "یت" and is_verb(words[at])


def _says_that(words: tuple[str, ...], at: int, last: int) -> bool:
    """Tell whether a verb of saying stands before one word and «أنّ», who then is its subject: «رأى | خوري أنّ»."""
    cue = load_cues("ar").find(words, at)
    verb = cue is not None and cue.value.shape == "verb" and cue.end == at + 1
    return verb and at + 2 < last and is_that(words[at + 2])


def _is_i(words: tuple[str, ...], at: int, last: int) -> bool:
    """Tell whether «أنا» is «I», since what follows is no name: «أنا متعبة», «أنا وحدي»; not «أنا كارنينا».

    >>> _is_i(("انا", "متعبه"), 0, 2), _is_i(("انا", "کارنینا"), 0, 2)
    (True, False)
    """
    if words[at] != _I or at + 1 >= last:
        return False
    after = words[at + 1]
    named = is_foreign_word(words, at + 1) or is_family_name(after, "ar")
    return after == _ALONE or not named
