"""A folded copy of a text cut into tokens, each of which knows where it stands.

Floor 2: the name and quotation stages read this copy, so lost joiners, vowel signs and foreign letter codes
cost them nothing; what they find goes back to the repaired text by the tokens' places.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Generic, NamedTuple, TypeVar
from unicodedata import combining

from rawi.lang.folding import squeeze, squeeze_with_places
from rawi.tables import without_collecting
from rawi.text import Span

Value = TypeVar("Value")

# A number keeps its decimal sign; a Latin abbreviation its inner points and hyphens.
_TOKEN = re.compile(r"\d+(?:[.,٫/]\d+)+|[a-z]+(?:[.'’-][a-z]+)*|[^\W_]\w*|[^\w\s]|_")
_JOINER = "\u200c"
_STOPS = 3  # as many words ahead as a grammar looks without asking whether they are there


@dataclass(frozen=True, slots=True)
class Reading:
    """The tokens of a text: folded words and punctuation signs, and their offsets in the text."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, first: int, last: int) -> Span:
        """The place in the text of tokens [first, last)."""
        return Span(self.starts[first], self.ends[last - 1])

    def tokens(self, span: Span) -> tuple[int, int]:
        """The tokens [first, last) that begin inside a span of the text."""
        return bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)

    def phrase(self, first: int, last: int) -> str:
        """The folded words of tokens [first, last), one blank between them."""
        return " ".join(self.words[first:last])

    def closed(self) -> "Reading":
        """The same tokens with full stops of no width after the last: what looks past the end meets a sign there.

        >>> read_tokens("او گفت").closed().words
        ('او', 'گفت', '.', '.', '.')
        """
        end = self.ends[-1:] * _STOPS
        return Reading(self.words + (".",) * len(end), self.starts + end, self.ends + end)


def read_tokens(text: str) -> Reading:
    r"""Fold a text and cut it into tokens.

    >>> reading = read_tokens("او مي\u200cگوید: ٢٫٥")
    >>> reading.words
    ('او', 'میگوید', ':', '2٫5')
    >>> reading.span(1, 2)
    Span(start=3, end=10)
    """
    # A tatweel that stands alone is a dash of a dateline, and would be dropped: «خبرگزاری رود ـ سد پر شد».
    folded, places = squeeze_with_places(text.replace(" \u0640 ", " – "))
    spans = [match.span() for match in _TOKEN.finditer(folded)]
    ends = [places[end - 1] + 1 for _, end in spans]
    # A vowel sign after the last letter belongs to the word.
    for number in [n for n, end in enumerate(ends) if combining(text[end : end + 1] or " ")]:
        while ends[number] < len(text) and combining(text[ends[number]]):
            ends[number] += 1
    words = tuple([folded[start:end] for start, end in spans])
    return Reading(words, tuple([places[start] for start, _ in spans]), tuple(ends))


@lru_cache(maxsize=8192)
def words_of(phrase: str) -> tuple[str, ...]:
    """The folded words of a name or role, which a document asks for again and again.

    >>> words_of("مدير المركز")
    ('مدیر', 'المرکز')
    """
    return read_tokens(phrase).words


def spellings(phrase: str) -> set[tuple[str, ...]]:
    r"""Say how a phrase of a table may stand in a copy: a joiner is kept, lost, or a blank.

    >>> sorted(spellings("پیش\u200cبینی"))
    [('پیش', 'بینی'), ('پیشبینی',)]
    """
    ways: set[tuple[str, ...]] = {()}
    for word in phrase.split(" "):
        ways = {(*way, *tokens) for way in ways for tokens in _word_spellings(word)}
    return ways - {()}


@cache
def _word_spellings(word: str) -> frozenset[tuple[str, ...]]:
    """The spellings of one word of a table."""
    joints = (" ", "") if _JOINER in word else ("",)
    return frozenset(tuple(_TOKEN.findall(squeeze(word.replace(_JOINER, j)))) for j in joints)


def _all_spellings(phrases: Sequence[str]) -> Iterator[Collection[tuple[str, ...]]]:
    """The spellings of each of many phrases: those without a joiner, which have one, are folded in one go, a third of the work."""
    folded = squeeze("\n".join(phrases)).split("\n")
    for phrase, plain in zip(phrases, folded, strict=bool(phrases)):
        if _JOINER in phrase:
            yield spellings(phrase)
        elif words := tuple(_TOKEN.findall(plain)):
            yield (words,)
        else:
            yield ()


class Found(NamedTuple, Generic[Value]):
    """What a lexicon knows of the tokens up to `end`."""

    end: int
    value: Value


class Lexicon(Generic[Value]):
    """Phrases of one or more words; the longest that fits is found. `alone` are those of one word.

    >>> roles = Lexicon([("مدير", 1), ("نائب مدير", 2)])
    >>> roles.find(("نایب", "مدیر"), 0), "نایب" in roles.alone, roles.alone["مدیر"]
    (Found(end=2, value=2), False, 1)
    """

    def __init__(
        self, entries: Iterable[tuple[str, Value]], folded: Iterable[tuple[str, Value]] = ()
    ) -> None:
        """Take phrases as written, and after them some as they stand in a copy, which need no other spelling."""
        by_first: dict[str, dict[tuple[str, ...], Value]] = {}
        with without_collecting():
            pairs = list(entries)
            ways = _all_spellings([phrase for phrase, _ in pairs])
            for spelled, (_, value) in zip(ways, pairs, strict=True):
                for words in spelled:
                    by_first.setdefault(words[0], {}).setdefault(words[1:], value)
            for phrase, value in folded:
                first, *rest = phrase.split(" ")
                by_first.setdefault(first, {}).setdefault(tuple(rest), value)
            # With each first word the numbers of words that may follow it, the most first.
            self._by_first: Mapping[str, tuple[list[int], dict[tuple[str, ...], Value]]] = {
                first: (
                    sorted({*map(len, rests)}, reverse=True) if len(rests) > 1 else [len(*rests)],
                    rests,
                )
                for first, rests in by_first.items()
            }
            self.alone: Mapping[str, Value] = {
                first: rests[()] for first, rests in by_first.items() if () in rests
            }

    def __contains__(self, word: str) -> bool:
        return word in self._by_first

    def first_words(self) -> Set[str]:
        """The words its phrases begin with."""
        return self._by_first.keys()

    def find(self, words: tuple[str, ...], at: int) -> Found[Value] | None:
        """Find the longest phrase that begins at token `at`; past the last token there is none."""
        if at >= len(words) or (known := self._by_first.get(words[at])) is None:
            return None
        lengths, rests = known
        for length in lengths:
            end = at + 1 + length
            value = rests.get(words[at + 1 : end])
            if value is not None and end <= len(words):
                return Found(end, value)
        return None
