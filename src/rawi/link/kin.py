"""Tell whether two reports in one language tell one event, though neither is a copy of the other. Stage *link*.

Within a language all words are shared, so reports of one topic are alike too. Kin therefore needs more than likeness:
the same day or its neighbour, a person or organisation both name in full, and a number of two digits or more.
"""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from rawi.link.keys import StoryKeys

# Score from which two reports of one language are alike enough. Five invented pairs of two newsrooms reach .29 to .46;
# of the pairs of parallel.tsv, which tell different events, a hundredth of a per cent is above, none with the rest.
ALIKE = 0.27
NEAR_DAYS = 1
SHORTEST_NUMBER = 2  # digits: smaller ones are shared by chance


class Kin(NamedTuple):
    """Two reports of one event in one language, `a` before `b` in order of id."""

    a: str
    b: str
    score: float
    shared: tuple[str, ...]


def list_numbers(keys: StoryKeys) -> list[str]:
    """List the numbers of a document that may tell it is of one event with another.

    >>> list_numbers(StoryKeys("d", "fa", {"#7": 0.7, "#63": 0.7, "sلنج": 0.7}))
    ['#63']
    """
    return sorted(key for key in keys.counts if key[0] == "#" and len(key) > SHORTEST_NUMBER)


def are_kin(
    a: StoryKeys, b: StoryKeys, score: float, names: Collection[str], days: tuple[str, str]
) -> bool:
    """Tell whether two reports of one language tell one event; `names` are whom both name in full.

    >>> one, other = (StoryKeys(name, "fa", {"#63": 0.7}) for name in "xy")
    >>> are_kin(one, other, 0.4, ["e-1"], ("2024-06-03", "2024-06-04"))
    True
    >>> are_kin(one, other, 0.4, ["e-1"], ("2024-06-03", "2024-06-09"))
    False
    """
    apart = abs((date.fromisoformat(days[0]) - date.fromisoformat(days[1])).days)
    if score < ALIKE or not names or apart > NEAR_DAYS:
        return False
    return not set(list_numbers(a)).isdisjoint(list_numbers(b))
