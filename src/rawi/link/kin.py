"""Tell whether two reports in one language tell one event, though neither is a copy of the other. Stage *link*.

Within a language all words are shared, so reports of one topic are alike too. Kin therefore needs more than likeness:
the same day or its neighbour, a person or organisation both name in full, and a number that is told of few things.
"""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from rawi.link.keys import StoryKeys

# Score from which two reports of one language are alike enough. Five invented pairs of two newsrooms reach .29 to .46;
# of the reports of stories.jsonl a day apart at most, which tell events of their own, eight pairs reach .27, up to .35.
ALIKE = 0.27
NEAR_DAYS = 1
# Smaller numbers are days, hours, ages and scores, which reports of one series share; so are years.
SMALLEST = 32
YEARS = (range(1300, 1500), range(1900, 2100))


class Kin(NamedTuple):
    """Two reports of one event in one language, `a` before `b` in order of id."""

    a: str
    b: str
    score: float
    shared: tuple[str, ...]


def list_numbers(keys: StoryKeys) -> list[str]:
    """List the numbers of a document that may tell it is of one event with another.

    >>> list_numbers(StoryKeys("d", "fa", {"#7": 0.7, "#63": 0.7, "#1403": 0.7, "sلنج": 0.7}))
    ['#63']
    """
    return sorted(
        key
        for key in keys.counts
        if key[0] == "#" and key[1:].isdecimal() and _is_telling(int(key[1:]))
    )


def _is_telling(number: int) -> bool:
    """Tell whether few things are told by a number."""
    return number >= SMALLEST and not any(number in years for years in YEARS)


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
