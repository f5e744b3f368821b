"""Find names no table knows by their surname, which the text has alone as well: «تفتح نينو غفاريدزه الخلية. … ترعى غفاريدزه», «زیگرون تیدمان آمد. … تیدمان گفت»."""

from collections.abc import Iterator, Sequence

from rawi.lang.reading import Reading
from rawi.name.arabic_pairs import find_arabic_pair
from rawi.name.found import FoundName
from rawi.name.persian_pairs import find_persian_pair
from rawi.name.words import words_before

_FINDERS = {"fa": find_persian_pair, "ar": find_arabic_pair}


def find_repeated_names(
    reading: Reading, places: Sequence[tuple[int, int, str]]
) -> Iterator[FoundName]:
    """Yield the pairs of rare words of sentences whose second stands elsewhere without the first."""
    words = reading.words
    seen = words_before(words)
    for first, last, language in places:
        for i in range(first, last - 1) if language in _FINDERS else ():
            start = _FINDERS[language](words, i, first, seen)
            if start is not None:
                yield FoundName(start, i + 2, "PER", f"{language}.repeated", None, 1)
