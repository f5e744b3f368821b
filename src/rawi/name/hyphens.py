"""Names of which a hyphen joins two words: «كلير هوبكنز-مور», «ماري-كلير دوبوا»; both belong to one name."""

from collections.abc import Iterable, Iterator

from rawi.lang.people import load_people
from rawi.lang.reading import Reading
from rawi.name.found import FoundName
from rawi.name.words import is_surname_word

_HYPHENS = frozenset("-\u2010\u2011")


def join_hyphens(reading: Reading, found: Iterable[FoundName]) -> Iterator[FoundName]:
    """Yield names with the words a hyphen joins to their end without a space; behind a given name so joined, the surname too.

    >>> from rawi.lang.reading import read_tokens
    >>> text = "كلير هوبكنز-مور قالت"
    >>> [(n.first, n.last) for n in join_hyphens(read_tokens(text), [FoundName(0, 2, "PER", "ar.given")])]
    [(0, 4)]
    """
    for name in found:
        if name.type == "PER" and _is_joined(reading, name.first - 1):
            # «جان-بول دوبوا», but «هوبكنز-مور حديثها»: no name begins in the middle of another
            before = reading.words[name.first - 2 : name.first - 1]
            if load_people("ar").given_names.find(before, 0):
                yield name._replace(first=name.first - 2)
            continue
        last = past_hyphens(reading, name.last) if name.type == "PER" else name.last
        given = last > name.last and name.last - name.first == 1 and name.rule.startswith("ar.")
        if given and last < len(reading.words) and is_surname_word(reading.words, last, "ar"):
            last += 1
        yield name if last == name.last else name._replace(last=last)


def past_hyphens(reading: Reading, end: int) -> int:
    """The token after the words hyphens join to a name that ends before a token, the same token where none does."""
    while _is_joined(reading, end):
        end += 2
    return end


def _is_joined(reading: Reading, at: int) -> bool:
    """Tell whether at a token a hyphen stands between two words, with no space around it."""
    words, starts, ends = reading.words, reading.starts, reading.ends
    if at < 1 or at + 1 >= len(words) or words[at] not in _HYPHENS or not words[at + 1].isalpha():
        return False
    return ends[at - 1] == starts[at] and ends[at] == starts[at + 1]
