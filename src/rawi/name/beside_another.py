"""Two people an Arabic verb names one behind the other: «سألت بيريرا مانويل كيف جاء», where the report knows «آنا بيريرا» and «مانويل كوستا»."""

from collections.abc import Collection, Iterator, Sequence

from rawi.lang.people import load_people
from rawi.lang.reading import Reading
from rawi.name.found import FoundName


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
        else:
            yield name


def _are_others(words: tuple[str, ...], whole: Collection[tuple[str, ...]]) -> bool:
    """Tell whether of two words one ends a whole name and begins none, and the other begins one, or stands alone for somebody."""
    given = {name[0] for name in whole if len(name) > 1}
    surnames = {name[-1] for name in whole if len(name) > 1}
    alone = words[1:] in whole and words[1] not in surnames
    return words[0] in surnames - given and (words[1] in given or alone)


def _is_given(words: tuple[str, ...]) -> bool:
    """Tell whether words open with a given name, behind which a father's may stand."""
    return load_people("ar").given_names.find(words, 0) is not None
