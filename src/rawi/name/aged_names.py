"""Find Persian names by the age behind them: «آرزو، بیست و هفت ساله، …»."""

from rawi.lang.numbers import is_cardinal
from rawi.lang.people import load_people
from rawi.lang.reading import Reading
from rawi.name.found import FoundName
from rawi.name.words import SIGNS, is_surname_word

_LONGEST = 3
_LONGEST_AGE = 6  # tokens, «، بیست و هفت ساله»


def find_name_by_age(reading: Reading, at: int, first: int, last: int) -> FoundName | None:
    """«آرزو، بیست و هفت ساله، …»: a Persian given name, or two or three rare words, between a border and an age."""
    words = reading.words
    if at > first and words[at - 1] not in SIGNS and words[at - 1] != "و":
        return None
    given = load_people("fa").given_names.find(words, at)
    end = given.end if given else at
    while end < last and end - at < _LONGEST and is_surname_word(words, end, "fa"):
        end += 1
    if not (given or end - at > 1) or end >= last or words[end] not in "،,":
        return None
    for i in range(end + 1, min(last, end + _LONGEST_AGE)):
        if words[i] == "ساله":
            return FoundName(at, end, "PER", "fa.role", None, 2) if i > end + 1 else None
        if not (words[i].isdigit() or words[i] == "و" or is_cardinal(words[i], "fa")):
            return None
    return None
