"""What stands in an Arabic or Persian name and is no part of it: prepositions, hearers, titles, acts and stances of the one named."""

from rawi.lang.called_outlets import find_outlet_name
from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_act
from rawi.lang.people import load_people
from rawi.name.called_so import is_called_so
from rawi.name.families import is_family_name
from rawi.name.hearers import names_another, names_hearers
from rawi.name.joined_words import has_owner
from rawi.name.marks import OPENERS
from rawi.name.places import heads_place, load_places
from rawi.name.words import (
    completes_verb,
    opens_clause,
)

_DEAR = "عزیز"
_PRINCE = "امیر"
_REALMS = frozenset(
    {"دوله", "البلاد", "الدوله", "المنطقه", "اماره", "الاماره", "القبیله", "الجماعه"}
)
# Titles that are no surnames, as «سلمى الحاج» has one.
_SURE_TITLES = frozenset({"الدکتور", "الدکتوره", "المهندس", "المهندسه", "البروفیسور", "البروفسور"})
_PARENTS = frozenset({"ابو", "ابی", "ام"})


def is_no_part(words: tuple[str, ...], start: int, at: int, language: str) -> bool:
    """Tell whether in a name what may be part of one is a preposition, «السيدة مايو على التخلي», who is told, «وعد طارق نجار | الأهالي», or the half of a verb: «یلدا پیروز شد»."""
    if language != "ar":
        return completes_verb(words, at) or _is_greeted(words, start, at)
    if opens_clause(words, at) or names_another(words, start, at):
        return True
    if _is_title(words, at) or is_called_so(words, start, at):
        return True
    if find_outlet_name(words, at) is not None:
        return True  # «أخبر سالم حداد | رويترز»
    # «يطوي أبو فارس | ميزانه»; قرنفلة is written alike
    owned = has_owner(words[at]) and (at > start + 1 or not words[at].endswith("ه"))
    owned = owned or is_own_act(words[at]) or _is_own_stance(words[at])
    owned = owned or _rules(words, start, at)
    theirs = at > start and (names_hearers(words, at) or owned or _is_told(words, start, at))
    return _is_preposition(words, at) or theirs


def _is_title(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a sure title stands in what looks like a name, which begins behind it: «طب الأزهر | الدكتور إيهاب»."""
    return words[at] in _SURE_TITLES


def _is_own_stance(word: str) -> bool:
    """Tell whether a word is what somebody feels, stands for or says, with his pronoun: «قدّم الشيخ السديس | شكره», «| أسفه», «استهل باولو | حديثه»."""
    sets, stem = get_grammar("ar").words, word.removesuffix("ه")
    own = sets["stances"] | sets["felt"] | sets["speeches"]
    return stem != word and stem in own


def _rules(words: tuple[str, ...], start: int, at: int) -> bool:
    """Tell whether in a name «أمير» says what somebody rules: «فيصل بن خالد | أمير منطقة الشمال»."""
    if words[at] != _PRINCE or at == start or at + 1 >= len(words):
        return False
    after = words[at + 1]
    return (
        heads_place(after, "ar")
        or after in _REALMS
        or load_places("ar").find(words, at + 1) is not None
    )


def _is_greeted(words: tuple[str, ...], start: int, at: int) -> bool:
    """Tell whether behind a name with which words in marks begin it is only called dear: ««رامین | عزیز، بیا»»."""
    opens = start > 0 and words[start - 1] in OPENERS
    return opens and words[at] == _DEAR and words[at + 1 : at + 2] in (("،",), ("!",), (",",))


def is_own_act(word: str) -> bool:
    """Tell whether an Arabic word is a verbal noun with a pronoun: «وصفت ألين | اعتقاله»."""
    return word.endswith("ه") and names_act(word.removesuffix("ه"))


def _is_told(words: tuple[str, ...], start: int, at: int) -> bool:
    """Tell whether behind a whole kunya somebody in office stands: «أخبرت أم نبيل | المراسل أنّ»; not «أبو فارس الحداد»."""
    whole = words[start] in _PARENTS and at == start + 2
    office = words[at].removeprefix("ال") in get_grammar("ar").words["offices"]
    return whole and office and words[at].startswith("ال") and not is_family_name(words[at], "ar")


def _is_preposition(words: tuple[str, ...], at: int) -> bool:
    """Tell whether على and its kin stand before a definite noun and after no given name, or before a noun with a pronoun: then it is the preposition."""
    if words[at] not in get_grammar("ar").prepositions or at + 1 >= len(words):
        return False
    if has_owner(words[at + 1]):
        return True  # «زورق نزهة | على متنه»
    known = load_people("ar").given_names.find((words[at - 1],), 0)
    return words[at + 1].startswith("ال") and known is None
