"""Arabic words of another meaning that end a name right before a sure border: «أنس | خطاب أن», «عادل محمد | فقيه، …», «توفيق محمد | علي إنّ»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.known_names import load_known_names
from rawi.lang.nouns import names_people
from rawi.lang.people import load_people
from rawi.lang.speech import is_that, load_cues
from rawi.lang.verbs import is_verb
from rawi.name.families import is_family_name, is_plain
from rawi.name.roles import heads_role
from rawi.name.words import is_closed, is_small

_BORDERS = frozenset("،,:(–-")
_ON = "علی"  # علي and على, once the dots are lost
_VERB_NEAR = 8  # tokens between a verb and the end of its subject's name


def ends_name(words: tuple[str, ...], start: int, at: int, last: int) -> bool:
    """Tell whether behind the first parts of an Arabic name a word that people bear ends it: a comma, «that», a role or a small word follows.

    >>> ends_name(("الوزیر", "انس", "خطاب", "ان"), 1, 2, 4), ends_name(("القی", "انس", "خطاب", "الوداع"), 1, 2, 4)
    (True, False)
    >>> ends_name(("قال", "جمال", "محمد", "علی", "ان"), 1, 3, 5), ends_name(("شدد", "جمال", "محمد", "علی", "ان"), 1, 3, 5)
    (True, False)
    """
    word = words[at]
    if at + 1 >= last or not word.isalpha() or word.startswith("ال") or not _is_borne(word):
        return False
    if word == _ON:
        return at > start + 1 and _is_no_preposition(words, start, at, last)
    surely = word in load_known_names("ar").surnames
    if is_closed(word, "ar") or (is_verb(word) and not surely):
        return False
    after = words[at + 1]
    if is_that(after) and word[0] == "ف" and load_cues("ar").find(words, at) is not None:
        return False  # «أما أم فهد | فرأت أنّ», like الفرات
    if after in _BORDERS or is_that(after):
        return True
    if word in get_grammar("ar").words["times"] or (heads_role(words, at, "ar") and not surely):
        return False  # «عادل محمد | صباح اليوم», «عادل محمد | مساعد رئيس النادي»
    return is_small(after, "ar") or heads_role(words, at + 1, "ar")


def is_ali(words: tuple[str, ...], at: int, last: int) -> bool:
    """Tell whether right behind a verb of saying that takes no «على» stand Ali, whatever his last letter, and his surname: «قال | على شكري، …».

    >>> is_ali(("قال", "علی", "شکری", "،"), 1, 4), is_ali(("علق", "علی", "شکری", "،"), 1, 4)
    (True, False)
    """
    if words[at] != _ON or at == 0 or at + 2 >= last:
        return False
    cue = load_cues("ar").find(words, at - 1)
    forms, sets = _forms(words[at - 1]), get_grammar("ar").words
    says = cue is not None and cue.value.shape == "verb" and not cue.value.passive
    says = says and forms.isdisjoint(sets["that_behind_on"])
    says = says and forms.isdisjoint(sets["someone_behind_on"])
    border = words[at + 2] in _BORDERS or is_that(words[at + 2]) or is_small(words[at + 2], "ar")
    border = border or heads_role(words, at + 2, "ar")
    return says and border and words[at + 1] in load_known_names("ar").surnames


def is_titled_ali(words: tuple[str, ...], at: int, last: int) -> bool:
    """Tell whether behind a sure title stand Ali and his family's or father's name: «السيد | علي الحسني», not «السيد | على القرار».

    >>> is_titled_ali(("السید", "علی", "القحطانی"), 1, 3), is_titled_ali(("السید", "علی", "القرار"), 1, 3)
    (True, False)
    """
    if words[at] != _ON or at + 1 >= last:
        return False
    given = load_people("ar").given_names.find(words, at + 1)
    named = given is not None and not given.value.weak
    after = words[at + 1]
    related = after.startswith("ال") and after.endswith("ی") and not is_plain(after, "ar")
    return named or related or is_family_name(after, "ar") or after in ("بن", "ابو", "ال")


def _is_borne(word: str) -> bool:
    """Tell whether people bear a word, as a given name or as a surname."""
    known = load_known_names("ar")
    given = load_people("ar").given_names.find((word,), 0)
    definite = "ال" + word in known.surnames or "ال" + word in known.perhaps_surnames  # الوكيل
    perhaps = word in known.perhaps_surnames or definite
    return given is not None or word in known.surnames or perhaps


def _is_no_preposition(words: tuple[str, ...], start: int, at: int, last: int) -> bool:
    """Tell whether «علي» behind two parts of a name is the third: no noun follows that «على» could govern, or no verb before it takes «على»."""
    after = words[at + 1]
    if after in _BORDERS or (is_small(after, "ar") and not is_that(after)):
        return True
    forms = {form for word in words[max(0, start - _VERB_NEAR) : start] for form in _forms(word)}
    sets = get_grammar("ar").words
    if is_that(after):
        return forms.isdisjoint(sets["that_behind_on"])  # «شدد جمال محمد | على أن»
    someone = heads_role(words, at + 1, "ar") or names_people(after, "ar")
    # «ردّ جمال محمد | على نائب رئيس النادي»
    return someone and forms.isdisjoint(sets["someone_behind_on"]) and not after.startswith("ال")


def _forms(word: str) -> set[str]:
    """A verb with and without «and» before it and the ending of «she»."""
    bare = word[1:] if word[0] in "وف" else word
    return {word, bare, word.removesuffix("ت"), bare.removesuffix("ت")}
