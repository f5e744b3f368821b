"""Two people an Arabic verb names one behind the other: «سألت بيريرا مانويل كيف جاء», where the report knows «آنا بيريرا» and «مانويل كوستا»; «سألت رنا | المدير هل»."""

from collections.abc import Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet

from rawi.lang.grammar import get_grammar
from rawi.lang.known_names import load_known_names
from rawi.lang.people import load_people
from rawi.lang.reading import Reading
from rawi.lang.speech import is_that, load_cues
from rawi.name.families import is_family_name
from rawi.name.found import FoundName

_HEARING = frozenset({"person", "hears"})  # frames of verbs whose object is told or asked
_GOVERNING = frozenset({"الی", "من", "علی", "عن"})  # «إلى أنّ»
_ARTICLE = "ال"
_SHORTEST_OF_TWO = 3  # words of a whole name and another's surname
_NEAR_VERB = 4  # tokens of a verb and the role before a name


def part_two(reading: Reading, found: Sequence[FoundName]) -> Iterator[FoundName]:
    """Yield the names, one that only follows a verb of saying parted where it is a surname and a given name of two others.

    >>> from rawi.lang.reading import read_tokens
    >>> names = [FoundName(0, 2, "PER", "ar.role"), FoundName(3, 5, "PER", "ar.role")]
    >>> text = "آنا بيريرا مع مانويل كوستا سألت بيريرا مانويل"
    >>> both = part_two(read_tokens(text), [*names, FoundName(6, 8, "PER", "ar.speaker")])
    >>> [(n.first, n.last) for n in both]
    [(0, 2), (3, 5), (6, 7), (7, 8)]
    """
    whole = {reading.words[n.first : n.last] for n in found if n.type == "PER" and not n.clitic}
    for name in found:
        words = reading.words[name.first : name.last]
        two = name.rule == "ar.speaker" and len(words) == 2 and not name.clitic
        if two and not _is_given(words) and _are_others(words, whole - {words}):
            yield name._replace(last=name.first + 1)
            yield name._replace(first=name.first + 1)
        elif _takes_role(reading.words, name, whole):
            yield name._replace(last=name.first + 1)
        elif _meets_surname(reading.words, name, whole):
            yield name._replace(last=name.last - 1)
            yield name._replace(first=name.last - 1, role=None)
        else:
            yield name


def _takes_role(
    words: tuple[str, ...], name: FoundName, whole: AbstractSet[tuple[str, ...]]
) -> bool:
    """Tell whether a given name and the role of whom one tells were taken for one name: «سألت رنا | المدير هل».

    Where a trade is a surname too, the report must tell of someone of another surname who is called so, among the `whole`
    names: «رنا الحداد» may have a smith for a father.
    """
    role = words[name.last - 1]
    if name.last - name.first != 2 or name.role is not None or not role.startswith(_ARTICLE):
        return False
    if role[len(_ARTICLE) :] not in load_people("ar").roles.alone:
        return False
    names = load_known_names("ar")
    borne = role in names.surnames or role in names.perhaps_surnames or is_family_name(role, "ar")
    tells = _tells_role(words, name)
    if tells != borne:
        return tells
    return words[name.first] in _given_of(whole - {words[name.first : name.last]})


def _meets_surname(
    words: tuple[str, ...], name: FoundName, whole: AbstractSet[tuple[str, ...]]
) -> bool:
    """Tell whether behind the whole name of who faces or asks somebody the surname of another was taken with it: «واجه المذيع تامر الهلالي | الصواف بكلامها», where the report tells of «رأفت الصواف»."""
    taken = words[name.first : name.last]
    if name.type != "PER" or len(taken) < _SHORTEST_OF_TWO or not taken[-1].startswith(_ARTICLE):
        return False
    verbs = get_grammar("ar").words["speaking_to"] | get_grammar("ar").words["meeting"]
    before = words[max(0, name.first - _NEAR_VERB) : name.first]
    forms = {form.removesuffix("ت") for word in before for form in (word, word[1:])}
    if verbs.isdisjoint(forms):
        return False
    others = (other for other in whole if len(other) > 1 and other[0] != taken[0])
    return any(other[-1] == taken[-1] for other in others)


def _tells_role(words: tuple[str, ...], name: FoundName) -> bool:
    """Tell whether a verb that takes whom it tells stands right before a name, and what is told right behind: «أخبرت رنا المدير أنّ»."""
    if name.first == 0 or name.last + 1 >= len(words):
        return False
    verb = load_cues("ar").find(words, name.first - 1)
    after = words[name.last] if words[name.last] not in _GOVERNING else words[name.last + 1]
    told = is_that(after) or after in get_grammar("ar").words["interrogatives"]
    told = told or after in ("عما", ":")
    return told and verb is not None and not _HEARING.isdisjoint(verb.value.frames)


def _are_others(words: tuple[str, ...], whole: Collection[tuple[str, ...]]) -> bool:
    """Tell whether of two words one ends a whole name and begins none, and the other begins one, or stands alone for somebody."""
    given = _given_of(whole)
    surnames = {name[-1] for name in whole if len(name) > 1}
    alone = words[1:] in whole and words[1] not in surnames
    return words[0] in surnames - given and (words[1] in given or alone)


def _given_of(whole: Collection[tuple[str, ...]]) -> set[str]:
    """The words whole names begin with."""
    return {name[0] for name in whole if len(name) > 1}


def _is_given(words: tuple[str, ...]) -> bool:
    """Tell whether words open with a given name, behind which a father's may stand."""
    return load_people("ar").given_names.find(words, 0) is not None
