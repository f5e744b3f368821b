"""Find places in the table of countries and cities."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from rawi.lang import table_package
from rawi.lang.grammar import get_grammar
from rawi.lang.reading import Lexicon, Reading
from rawi.name.found import FoundName
from rawi.tables import load_tsv


class PlaceRow(NamedTuple):
    """A row of `places.tsv`: the code of CLDR (territory or city) and its name."""

    code: str
    name: str


@cache
def load_places(language: str) -> Lexicon[str]:
    """Load the place names of a language with their codes."""
    rows = load_tsv(table_package(language), "places.tsv", PlaceRow)
    return Lexicon((row.name, row.code) for row in rows)


def find_places(reading: Reading, first: int, last: int, language: str) -> Iterator[FoundName]:
    """Yield places among tokens [first, last)."""
    words = reading.words
    lexicon = load_places(language)
    grammar = get_grammar(language)
    for i in range(first, last):
        hit = lexicon.find(words, i)
        if hit is None and words[i][0] in "وبلف" and language == "ar":
            bare = (words[i][1:], *words[i + 1 : i + 4])
            hit = lexicon.find(bare, 0)
            if hit:
                hit = hit._replace(end=i + hit.end)
        if hit and hit.end <= last and words[i] not in grammar.prepositions:
            yield FoundName(i, hit.end, "LOC", f"{language}.place")
