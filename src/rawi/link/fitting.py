"""Tell how well a run of Persian sentences fits a run of Arabic ones. Stage *link*, for `passages.py`.

A run is worth what its keys share above what its sentences share with any other, and by how well its lengths
fit (Gale and Church 1993).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import accumulate
from math import sqrt
from typing import NamedTuple

from rawi.link.across import Rarity
from rawi.link.keys import COMMON, FAMILY_WEIGHT

# Tuned on half of the documents of parallel.tsv (10 % of the lines deleted, 10 % merged), with a lexicon
# learned from the other half: strict F1 .97 on the tuning half, .95 on the other; see docs/7-link.md.
KEYS_WEIGHT = 6.0  # what a similarity of 1 above the usual is worth
LENGTH_WEIGHT = 0.5
LENGTH_RATIO = 1.03  # Arabic letters for a Persian letter
LENGTH_SPREAD = 9.0  # variance of an Arabic length for each Persian letter
WORST_FIT = 8.0  # no length fits worse than this
# What it is worth that two sentences tell one fact (`common_facts.py`), set on freely written reports.
COMMON_WEIGHT = {"name": 3.0, "number": 3.5, "digit": 2.1, "day": 2.5, "spoken": 1.4}
ALONE = 0.15  # what leaving a sentence alone costs
MERGED = 1.5  # what each sentence beyond one to one costs


class Piece(NamedTuple):
    """A sentence, or what of it stands in one paragraph: its letters counted, its keys taken."""

    length: int
    keys: Mapping[str, float]


class Fitting:
    """Compares runs of the sentences of two documents; the first is the Persian one."""

    def __init__(self, a: Sequence[Piece], b: Sequence[Piece], rarity: Rarity) -> None:
        spread = _measure_spread(a), _measure_spread(b)
        rows = [_weigh(piece.keys, rarity, spread) for piece in a]
        columns = [_weigh(piece.keys, rarity, spread) for piece in b]
        self._a, self._b = _Side(a, rows), _Side(b, columns)
        self._products = [[_multiply(row, column) for column in columns] for row in rows]
        self._likeness = [[self._compare(i, j, 1, 1) for j in range(len(b))] for i in range(len(a))]
        # What a sentence shares with those it does not belong to: everything but its best.
        self._usual_a = [_mean_but_best(row) for row in self._likeness]
        self._usual_b = [_mean_but_best(column) for column in zip(*self._likeness, strict=True)]

    def gain(self, i: int, j: int, m: int, n: int) -> tuple[float, float]:
        """The worth and the score of aligning `a[i:i+m]` with `b[j:j+n]`."""
        if not m or not n:
            return -ALONE * (m + n), 0.0
        score = self._compare(i, j, m, n)
        usual = (sum(self._usual_a[i : i + m]) / m + sum(self._usual_b[j : j + n]) / n) / 2
        misfit = _misfit(self._a.count_letters(i, m), self._b.count_letters(j, n))
        worth = KEYS_WEIGHT * (score - usual) * (m + n) / 2
        return worth - LENGTH_WEIGHT * misfit - MERGED * (m + n - 2), score

    def exceed(self, i: int, j: int) -> float:
        """By how much two sentences are more alike than they are with others."""
        return self._likeness[i][j] - (self._usual_a[i] + self._usual_b[j]) / 2

    def _compare(self, i: int, j: int, m: int, n: int) -> float:
        """The cosine of the keys of two runs: their products are sums of those of single sentences."""
        product = sum(sum(row[j : j + n]) for row in self._products[i : i + m])
        if not product:
            return 0.0
        return product / sqrt(self._a.square(i, m) * self._b.square(j, n))


class _Side:
    """The sentences of one document, to be looked at in runs."""

    def __init__(self, pieces: Sequence[Piece], weighed: Sequence[Mapping[str, float]]) -> None:
        self._letters = [0, *accumulate(piece.length for piece in pieces)]
        self._weighed = weighed
        self._squares: dict[tuple[int, int], float] = {}

    def count_letters(self, start: int, size: int) -> int:
        """The letters of a run."""
        return self._letters[start + size] - self._letters[start]

    def square(self, start: int, size: int) -> float:
        """The squared length of the added keys of a run."""
        known = self._squares.get((start, size))
        if known is None:
            *others, last = self._weighed[start : start + size]
            known = _multiply(last, last) + 2 * sum(_multiply(other, last) for other in others)
            if others:
                known += self.square(start, size - 1)
            self._squares[start, size] = known
        return known


def _measure_spread(pieces: Sequence[Piece]) -> dict[str, float]:
    """The share of the sentences of a document that have a key."""
    counts = Counter(key for piece in pieces for key in piece.keys)
    return {key: count / len(pieces) for key, count in counts.items()}


def _weigh(
    keys: Mapping[str, float], rarity: Rarity, spread: tuple[Mapping[str, float], ...]
) -> dict[str, float]:
    """Weigh the keys of a sentence by rarity and family, less the more of the two reports has them."""
    weights: dict[str, float] = {}
    for key, count in keys.items():
        if key[0] == COMMON:
            weight = COMMON_WEIGHT[key[1 : key.index(" ")]]
        else:
            weight = count * rarity(key) * sqrt(FAMILY_WEIGHT[key[0]])
        if weight:
            weights[key] = weight * (1 - sum(side.get(key, 0.0) for side in spread) / 2)
    return weights


def _multiply(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The product of two weighed sets of keys."""
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    return sum(few[key] * many[key] for key in few.keys() & many.keys())


def _mean_but_best(scores: Sequence[float]) -> float:
    """The mean of all but the highest."""
    return (sum(scores) - max(scores)) / (len(scores) - 1) if len(scores) > 1 else 0.0


def _misfit(a: int, b: int) -> float:
    """How badly two lengths fit, in halves of squared standard deviations."""
    mean = (a + b / LENGTH_RATIO) / 2
    deviation = (b - a * LENGTH_RATIO) / sqrt(max(mean, 1.0) * LENGTH_SPREAD)
    return min(deviation * deviation / 2, WORST_FIT)
