"""Arabic words that begin no name: those no table knows that tell of which place an office is, «والي سنجة | توفيق محمد», «مفوض العون بولاية سنجة | توفيق محمد», how somebody does something, what we shall do, «وقالت المديرة | سنفتح القاعة», and things."""

from rawi.lang.first_person import is_future_of_us
from rawi.lang.grammar import get_grammar
from rawi.lang.known_names import load_known_names
from rawi.lang.people import load_people
from rawi.lang.speech import is_that, is_verb_of_saying
from rawi.lang.things import is_joined_to_owner, is_thing
from rawi.name.places import heads_place

_HIMSELF = frozenset({"نفسه", "نفسها"})  # «قدّم نفسه باسم X»
_THAT_YOU = frozenset({"انک", "انکم", "اننا", "اننی", "انی", "انا", "انهما"})
# Offices besides those of the grammar that are told with their place.
_RULING = frozenset({"والی", "مختار", "امیر", "سلطان", "متصرف", "قایمقام", "معتمد"})


def begins_no_name(words: tuple[str, ...], at: int, first: int, last: int) -> bool:
    """Tell whether at a token such a word stands."""
    return (
        _is_but_for(words, at)
        or (words[at] == "باسم" and at > first and words[at - 1] in _HIMSELF)
        or is_joined_to_owner(words[at])
        or is_of_place(words, at, first, last)
        or tells_how(words, at, last)
        or is_thing(words[at])
        or is_future_of_us(words[at])
    )


def _is_but_for(words: tuple[str, ...], at: int) -> bool:
    """Tell whether at a token «but for» stands and no Lola: «لولا | أنك خلفي», «لولا | أن».

    >>> _is_but_for(("لولا", "انک"), 0), _is_but_for(("لولا", "انور"), 0)
    (True, False)
    """
    if words[at] != "لولا" or at + 1 >= len(words) or (at and is_verb_of_saying(words, at - 1)):
        return False  # «وقالت لولا إنّ»
    return is_that(words[at + 1]) or words[at + 1] in _THAT_YOU


def tells_how(words: tuple[str, ...], at: int, last: int) -> bool:
    """Tell whether between a definite word and a sure given name a word no table knows ends as what somebody does besides: «وزير الثقافة | ناعياً فوزي خضر».

    >>> tells_how(("الثقافه", "ناعیا", "فوزی"), 1, 3), tells_how(("الثقافه", "رنا", "فوزی"), 1, 3)
    (True, False)
    """
    if (
        at == 0
        or at + 1 >= last
        or not words[at].endswith("ا")
        or words[at].endswith("ها")  # «الزبونة اسمها | X»
        or not words[at - 1].startswith("ال")
    ):
        return False
    people, known = load_people("ar"), load_known_names("ar")
    own = people.given_names.find(words, at) is not None or words[at] in known.given
    named = people.given_names.find(words, at + 1)
    return not own and named is not None and words[at] not in known.surnames


def is_of_place(words: tuple[str, ...], at: int, first: int, last: int) -> bool:
    """Tell whether a token stands between an indefinite office or the head of a place and a sure given name: it is the genitive the office needs.

    >>> is_of_place(("والی", "سنجه", "توفیق", "محمد"), 1, 0, 4), is_of_place(("الوالی", "سنجه", "توفیق", "محمد"), 1, 0, 4)
    (True, False)
    """
    if at == first or at + 1 >= last or words[at].startswith("ال"):
        return False
    people, known = load_people("ar"), load_known_names("ar")
    own = people.given_names.find(words, at) is not None or words[at] in known.given
    named = people.given_names.find(words, at + 1)
    if own or named is None or named.value.weak or people.titles.find(words, at) is not None:
        return False
    before = words[at - 1]
    bare = before[1:] if before[0] in "وفبل" and len(before) > len("والی") else before
    office = bare in get_grammar("ar").words["offices"] or bare in _RULING
    return office or heads_place(bare, "ar")
