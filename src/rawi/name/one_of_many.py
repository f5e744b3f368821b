"""Persian names between commas behind one of several: «یکی از مددکاران حاضر، | رسول کوهسار، …», although the given name has another meaning."""

from rawi.lang.nouns import names_people
from rawi.lang.people import load_people
from rawi.name.words import SIGNS, is_name_word

_FARTHEST = 8  # tokens from «یکی» to the comma
_ONE_OF = ("یکی", "از")
_WORDS = 2  # of a name


def find_one_of_many(words: tuple[str, ...], at: int, first: int, last: int) -> int:
    """The token after such a name that begins at one, 0 where none does.

    >>> find_one_of_many(("یکی", "از", "مددکاران", "،", "رسول", "کوهسار", "،", "گفت"), 4, 0, 8)
    6
    """
    end = at + _WORDS
    if at - first <= len(_ONE_OF) or end >= last or words[at - 1] != "،" or words[end] != "،":
        return 0
    if load_people("fa").given_names.find(words, at) is None:
        return 0
    begun = next(
        (
            i
            for i in range(at - 2, max(first, at - _FARTHEST) - 1, -1)
            if words[i] in SIGNS or words[i : i + 2] == _ONE_OF
        ),
        at,
    )
    several = words[begun : begun + 2] == _ONE_OF and names_people(words[begun + 2], "fa")
    return end if several and all(is_name_word(words, i, "fa") for i in range(at, end)) else 0
