"""Words that two joints may explain: نامهای is نام|های (names) or نامه|ای (a letter), جوانهای is of youths or a sprout.

The word alone says which is the commoner; its neighbours say which is meant. A plural with its ezafe wants
a noun or an adjective after it, a noun with ای is followed by what it may be followed by: که, از, a verb.
The weights are learned by `tools/build_rival_weights.py`, which lists the same features.
"""

from collections.abc import Iterator
from functools import cache
from itertools import islice, repeat
from math import exp, log1p
from typing import NamedTuple

from rawi.repair.stretch import WORD, split_words
from rawi.repair.vocabulary import ZWNJ
from rawi.repair.weights import read_weights
from rawi.tables import load_tsv

PLURAL = "های"  # as the word is written: هـ is of the ending, or of the noun and ای the ending
BEGIN, END = "^", "$"
# What the word says counts less than it thinks: its odds were learned where nobody asked its neighbours.
BY_ITSELF = (
    0.25  # tuned on PerDT and Seraji, development parts, half of the real copies, and our own cases
)
# Of 171 words that follow one of `quantifiers.tsv` in PerDT train none has the other number; most of these are rare.
ALWAYS = 2.0


class Rivals(NamedTuple):
    """A word's two readings: where the plural's joint is, and the log odds of either joint by the word alone."""

    place: int
    plural: float
    single: float

    def decide(self, context: float) -> tuple[int, float]:
        """The place of the joint and its log odds, given what the neighbours speak for a plural.

        >>> Rivals(3, 1.0, 2.0).decide(2.5)[0], Rivals(3, 1.0, 2.0).decide(0)[0]
        (3, 4)
        """
        most, least = max(self.plural, self.single), min(self.plural, self.single)
        either = most + log1p(exp(least - most))  # that one of them is right
        alone = BY_ITSELF * (self.plural - self.single)
        return (self.place if alone + context > 0 else self.place + 1), either


def context_features(before: str, after: str, second: str) -> list[str]:
    """List what the word before and the two words after such a word say.

    Words are written without joiners, marks of punctuation are words, `BEGIN` and `END` stand at the ends.
    """
    return [
        f"b={before}", f"b1={before[-1:]}", f"b2={before[-2:]}", f"a={after}", f"a1={after[-1:]}",
        f"a2={after[-2:]}", f"a3={after[-3:]}", f"am={after.startswith(('می', 'نمی'))}", f"s={second}",
    ]  # fmt: skip


@cache
def _weights() -> dict[str, float]:
    """The weights of the features; above 0 they speak for a plural."""
    return read_weights("rivals.tsv.xz")


class Quantifier(NamedTuple):
    """A row of `quantifiers.tsv`: a word, and the number of the noun it wants, `plural` or `single`."""

    word: str
    wants: str


@cache
def _quantifiers() -> dict[str, float]:
    """What the words that always want a plural, or never do, speak for one beyond what was learned."""
    rows = load_tsv("rawi.lang.fa", "quantifiers.tsv", Quantifier)
    return {row.word: ALWAYS if row.wants == "plural" else -ALWAYS for row in rows}


@cache
def plural_odds(before: str, after: str, second: str) -> float:
    """Log odds of a plural by the neighbours, all words being equally often one.

    >>> plural_odds("هر", "که", "در") < 0 < plural_odds("و", "مختلف", "را")
    True
    """
    weights = _weights()
    return (
        weights["bias"]
        + sum(map(weights.get, context_features(before, after, second), repeat(0.0)))
        + _quantifiers().get(before, 0.0)
    )


def context_of(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The neighbours of the word [start, end) of a text, for `plural_odds`.

    >>> context_of("او نامهای دیگر (سه) را", 3, 9), context_of(" نامهای.", 1, 7)
    (('او', 'دیگر', '('), ('^', '.', '$'))
    """
    after = _tokens_after(text, end)
    return _token_before(text[:start]), next(after, END), next(after, END)


def following_token(text: str, end: int) -> str:
    """The word or mark behind a word that ends there.

    >>> following_token("ذکر شده را", 7), following_token("ذکر شده!", 7), following_token("ذکر شده", 7)
    ('را', '!', '$')
    """
    return next(_tokens_after(text, end), END)


def _token_before(text: str) -> str:
    """The word or mark at the end of a text."""
    rest = text.rstrip()
    if not rest:
        return BEGIN
    pieces = split_words(rest.rsplit(maxsplit=1)[-1])
    return pieces[-1][-1] if pieces[-1] else pieces[-2].replace(ZWNJ, "")


def _tokens_after(text: str, end: int) -> Iterator[str]:
    """Yield the words and the first of the marks before each, from a place in a text on, two at least if there are two."""
    for match in islice(WORD.finditer(text, end), 2):
        if mark := text[end : match.start()].strip():
            yield mark[0]
        yield match[0].replace(ZWNJ, "")
        end = match.end()
    if mark := text[end:].strip():
        yield mark[0]
