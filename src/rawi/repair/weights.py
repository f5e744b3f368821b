"""The weights of a linear model, added up; sums that recur are remembered."""

from collections.abc import Callable, Iterable
from itertools import repeat
from typing import Any

from rawi.repair.vocabulary import PACKAGE
from rawi.tables import load_packed, split_columns

CACHED = 300_000  # words, pairs or sums; then a cache starts anew


def read_weights(name: str) -> dict[str, float]:
    """Read one table of weights: feature to weight."""
    features, weights = split_columns(load_packed(PACKAGE, name), 2)
    return dict(zip(features, map(float, weights), strict=True))


class WeightSums:
    """What features weigh together.

    >>> sums = WeightSums({"bias": -1.0, "end=a": 2.0})
    >>> sums.bias + sums.sum(["end=a", "end=b"])
    1.0
    """

    def __init__(self, weights: dict[str, float]) -> None:
        """Take the weights by feature, among them that of `bias`, which every sum begins with."""
        self.get, self.bias = weights.get, weights["bias"]
        self.sums: dict[tuple[Any, ...], float] = {}

    def sum(self, features: Iterable[str]) -> float:
        """Add up the weights of some features; those the model never saw weigh nothing."""
        return sum(map(self.get, features, repeat(0.0)))

    def kept(self, features: Callable[..., list[str]], of: tuple[object, ...]) -> float:
        """The weight of features listed from a few small values, which recur: it is added up once."""
        found = self.sums.get((features, of))
        if found is None:
            if len(self.sums) > CACHED:
                self.sums.clear()
            found = self.sums[features, of] = self.sum(features(*of))
        return found
