"""Find names in Latin letters inside Persian and Arabic text: two capitalised words in a row are a person's name."""

import re
from collections.abc import Iterator

from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.lang.reading import Reading
from rawi.name.found import FoundName
from rawi.name.roles import find_role_after, find_role_before

_LONGEST = 4
# A capital and small letters, also McDonald and O'Neill; all capitals are an abbreviation.
_NAME = re.compile(r"(?:[A-Z][a-z'’]*)+(?:-[A-Z][a-z'’]+)*$")


def find_latin_names(
    text: str, reading: Reading, first: int, last: int, language: str
) -> Iterator[FoundName]:
    """Yield the Latin names among tokens [first, last)."""
    i = first
    while i < last:
        end = i
        while end < last and end - i < _LONGEST and _is_name(text, reading, end):
            end += 1
        if end - i >= 2 and not _is_titled_thing(reading, i, first, language):
            role = find_role_after(reading, end, last, language) or find_role_before(
                reading, i, first, language
            )
            yield FoundName(i, end, "PER", f"{language}.latin", role, 2)
        i = max(end, i + 1)


def _is_titled_thing(reading: Reading, at: int, first: int, language: str) -> bool:
    """Tell whether a name is that of an outlet or organisation: «روزنامه Des Moines Register»."""
    if at == first:
        return False
    organisations = load_people(language).organisations
    bare = get_grammar(language).bare(reading.words[at - 1])
    return (
        bare in organisations.alone or reading.words[at - 1] in get_grammar(language).words["works"]
    )


def _is_name(text: str, reading: Reading, token: int) -> bool:
    """Tell whether a token is a capitalised Latin word and no abbreviation."""
    if not reading.words[token].isascii():
        return False
    word = text[reading.starts[token] : reading.ends[token]]
    return len(word) > 1 and _NAME.match(word) is not None and not word.isupper()
