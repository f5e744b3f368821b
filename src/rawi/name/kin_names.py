"""Find Persian names no table knows that stand between commas behind whose kin somebody is: «همسرش، لیلما، …», «نوهٔ هفت سالهٔ X، لئونور، …»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.lang.reading import Reading
from rawi.name.found import FoundName
from rawi.name.words import SIGNS, is_name_word, is_surname_word

_LONGEST = 3  # words of a name
_FARTHEST = 5  # tokens from the word for kin to the comma
_PRONOUNS = ("اش", "ام", "ات", "شان", "مان", "تان", "ش", "م", "ت")
_SHORTEST_STEM = 3  # letters


def find_name_of_kin(reading: Reading, at: int, first: int, last: int) -> FoundName | None:
    """«همسرش، لیلما، …»: one to three rare words between commas, the first of them behind somebody's kin."""
    words = reading.words
    if at <= first + 1 or words[at - 1] not in "،,":
        return None
    end = at
    while end < last and end - at < _LONGEST and is_surname_word(words, end, "fa"):
        end += 1
    closed = at < end < last and words[end] in "،,"
    kin = _find_kin(words, first, at - 1) if closed and is_name_word(words, at, "fa") else None
    return FoundName(at, end, "PER", "fa.kin", (kin, at - 1), 2) if kin is not None else None


def _find_kin(words: tuple[str, ...], first: int, comma: int) -> int | None:
    """Where before a comma the words begin that say whose kin somebody is: «همسرش», «خواهر X», «نوهٔ هفت سالهٔ X»."""
    if _is_somebodys(words[comma - 1]):
        return comma - 1
    verbs, prepositions = get_grammar("fa").verbs, get_grammar("fa").prepositions
    for i in range(comma - 1, max(first, comma - _FARTHEST) - 1, -1):
        if words[i] in SIGNS or words[i] in verbs or words[i] in prepositions:
            return None
        if i < comma - 1 and _is_kin(words[i]):
            return i
    return None


def _is_kin(word: str) -> bool:
    """Tell whether a word is one of relation, as it stands before whose kin somebody is: خواهر, نوه."""
    hit = load_people("fa").roles.find((word,), 0)
    return hit is not None and bool(hit.value.relation)


def _is_somebodys(word: str) -> bool:
    """Tell whether a word is one of relation with a pronoun: همسرش, پسرم.

    >>> _is_somebodys("همسرش"), _is_somebodys("همسر"), _is_somebodys("خانهاش")
    (True, False, False)
    """
    stems = (word.removesuffix(end) for end in _PRONOUNS if word.endswith(end))
    return any(len(stem) >= _SHORTEST_STEM and _is_kin(stem) for stem in stems)
