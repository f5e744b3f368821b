"""Tell what outlets print on every page from what one report took from another. Stage *link*.

A fingerprint many documents have is boilerplate when most of those documents share little else. Copies of
one agency report also share fingerprints by the dozen, but they share the rest too.
"""

from collections.abc import Callable, Sequence
from itertools import combinations

# Set on half of the texts of copies.jsonl; the other half gives the same precision and recall.
FEWEST_HOLDERS = 6  # documents: fewer say nothing of habits
SAMPLE = 8  # documents looked at, spread evenly
LITTLE = 0.25  # share of the smaller set of fingerprints two documents have in common
MOST = 0.5  # of the pairs share little else

Share = Callable[[int, int], float]


def is_boilerplate(holders: Sequence[int], share: Share) -> bool:
    """Tell whether a fingerprint of these documents is boilerplate; `share` compares two of them.

    >>> is_boilerplate(range(9), lambda one, other: 0.1), is_boilerplate(range(9), lambda one, other: 0.9)
    (True, False)
    """
    if len(holders) < FEWEST_HOLDERS:
        return False
    sample = holders[:: max(1, len(holders) // SAMPLE)][:SAMPLE]
    pairs = list(combinations(sample, 2))
    return sum(share(one, other) < LITTLE for one, other in pairs) >= MOST * len(pairs)


def measure_common(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of the smaller of two sets of fingerprints that the other has too."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0
