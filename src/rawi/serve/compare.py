"""Compare two copies of a text word by word: what one has and the other has not.

Words that differ only by damage (letter codes, joiners, marks) count as the same unless asked otherwise.
"""

import re
from dataclasses import dataclass
from itertools import islice
from typing import Literal, NamedTuple

from rapidfuzz.distance import Indel

from rawi.lang.folding import squeeze

WORD = re.compile(r"\S+")
MOST_WORDS = 20_000  # the comparison is quadratic; this many words a side take about a second


MOST_PARTED = 3  # words that may be written as one: «به هر حال», «بین المللی»


class Word(NamedTuple):
    """A word as it is compared, and where it stands."""

    form: str
    start: int
    end: int


Kind = Literal["same", "changed", "removed", "added"]
KINDS: dict[str, Kind] = {"equal": "same", "delete": "removed", "insert": "added"}


@dataclass(frozen=True, slots=True)
class Change:
    """Words both copies have (`same`), or what stands in one of them only; ranges of each text."""

    kind: Kind
    a: tuple[int, int]
    b: tuple[int, int]


def compare_words(a: str, b: str, *, damage: bool = False) -> tuple[Change, ...]:
    """Compare two texts by words; with `damage`, every differing character counts.

    >>> [change.kind for change in compare_words("او ميكند و رفت", "او میکند و آمد")]
    ['same', 'changed']
    >>> [change.kind for change in compare_words("ميكند", "میکند", damage=True)]
    ['changed']
    >>> [change.kind for change in compare_words("هیچ کس نیامد", "هیچ\u200cکس نیامد")]
    ['same']
    """
    a_words, b_words = _cut(a, damage=damage), _cut(b, damage=damage)
    if not damage:
        a_words, b_words = _join_parted(a_words, b_words), _join_parted(b_words, a_words)
    steps = Indel.opcodes([word.form for word in a_words], [word.form for word in b_words])
    changes: list[Change] = []
    for step in steps:
        change = Change(
            KINDS[step.tag],
            _characters(a_words, step.src_start, step.src_end),
            _characters(b_words, step.dest_start, step.dest_end),
        )
        if changes and "same" not in (changes[-1].kind, change.kind):
            changes[-1] = _join(changes[-1], change)
        else:
            changes.append(change)
    return tuple(changes)


def count_changes(changes: tuple[Change, ...]) -> int:
    """How many places differ."""
    return sum(1 for change in changes if change.kind != "same")


def _cut(text: str, *, damage: bool) -> list[Word]:
    """Cut a text into words, as printed or folded."""
    fold = str if damage else squeeze
    words = (Word(fold(found[0]), *found.span()) for found in WORD.finditer(text))
    return list(islice(words, MOST_WORDS))


def _join_parted(words: list[Word], others: list[Word]) -> list[Word]:
    """Take neighbours for one word where the other text writes them as one, and never apart."""
    whole = {word.form for word in others}
    apart = {
        forms
        for size in range(2, MOST_PARTED + 1)
        for forms in zip(*([word.form for word in others[i:]] for i in range(size)), strict=False)
    }
    joined: list[Word] = []
    at = 0
    while at < len(words):
        size = next(
            (
                size
                for size in range(MOST_PARTED, 1, -1)
                if "".join(forms := tuple(w.form for w in words[at : at + size])) in whole
                and len(forms) == size
                and forms not in apart
            ),
            1,
        )
        group = words[at : at + size]
        joined.append(Word("".join(word.form for word in group), group[0].start, group[-1].end))
        at += size
    return joined


def _characters(words: list[Word], start: int, end: int) -> tuple[int, int]:
    """The characters of words [start, end); an empty range stands where the next word begins."""
    if start < end:
        return words[start].start, words[end - 1].end
    at = words[start].start if start < len(words) else words[-1].end if words else 0
    return at, at


def _join(first: Change, second: Change) -> Change:
    """What was removed and what was added at one place, as one change."""
    a_parts = [part for part in (first.a, second.a) if part[0] < part[1]]
    b_parts = [part for part in (first.b, second.b) if part[0] < part[1]]
    a = (a_parts[0][0], a_parts[-1][1]) if a_parts else first.a
    b = (b_parts[0][0], b_parts[-1][1]) if b_parts else first.b
    kind: Kind = "changed" if a_parts and b_parts else "removed" if a_parts else "added"
    return Change(kind, a, b)
