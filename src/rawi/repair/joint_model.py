"""How sure we are that a zero-width non-joiner belongs at a place: two linear models, with memory.

Scores are log odds: above 0 a joiner is likelier than none. What a document needs before a joiner is
made is decided elsewhere (`habits.py`); here a word's or a pair's score never depends on the document.
"""

from functools import cache
from typing import NamedTuple

from rawi.repair.joint_features import (
    inside,
    joint_places,
    left_features,
    pair_features,
    right_features,
)
from rawi.repair.vocabulary import Vocabulary, load_vocabulary, read_lines

LIKELY = -1.0  # joints below one to three are not even candidates
CACHED = 300_000  # words and pairs; then a cache starts anew


class Joint(NamedTuple):
    """A joiner that should stand before character `place` of a word; `score` is its log odds."""

    place: int
    score: float


def read_weights(name: str) -> dict[str, float]:
    """Read one table of weights."""
    pairs = (line.split("\t") for line in read_lines(name))
    return {feature: float(weight) for feature, weight in pairs}


class InsideModel(dict[str, tuple[Joint, ...]]):
    """Word to the joints missing inside it; computed when first asked for."""

    def __init__(self, vocabulary: Vocabulary, weights: dict[str, float]) -> None:
        super().__init__()
        self.vocabulary, self.weights = vocabulary, weights
        self.bias = weights["bias"]

    def __missing__(self, word: str) -> tuple[Joint, ...]:
        if len(self) > CACHED:
            self.clear()
        found = self[word] = self.find(word)
        return found

    def find(self, word: str) -> tuple[Joint, ...]:
        """Score the boundaries of a word; indices count its characters, joiners included."""
        key = word.replace("\u200c", "")
        if len(key) < 4 or not key.isalpha():
            return ()
        have, weight = joint_places(word), self.weights.get
        scored = [
            (self.bias + sum(weight(f, 0.0) for f in features), i)
            for i, features in enumerate(inside(key, self.vocabulary), 1)
            if 1 < i < len(key) - 1 and not have.intersection((i - 1, i, i + 1))
        ]
        taken: dict[int, float] = {}
        for score, i in sorted(scored, reverse=True):
            if score > LIKELY and i - 1 not in taken and i + 1 not in taken:
                taken[i] = score
        return tuple(
            Joint(i + sum(at < i for at in have), score) for i, score in sorted(taken.items())
        )

    def score(self, word: str, place: int) -> float:
        """The log odds of a joint before one character of a word written without joiners."""
        features = inside(word, self.vocabulary)
        if not 0 < place <= len(features):
            return float("-inf")
        return self.bias + sum(self.weights.get(f, 0.0) for f in features[place - 1])


class BetweenModel(dict[tuple[str, str], float]):
    """Two words to the log odds that the space between them should be a joiner."""

    def __init__(self, vocabulary: Vocabulary, weights: dict[str, float]) -> None:
        super().__init__()
        self.vocabulary, self.weights = vocabulary, weights
        self.bias = weights["bias"]
        self.left: dict[str, float] = {}
        self.right: dict[str, float] = {}

    def __missing__(self, pair: tuple[str, str]) -> float:
        if len(self) > CACHED:
            self.clear()
        left, right = pair
        a, b = self.left.get(left), self.right.get(right)
        if a is None:
            a = self.left[left] = self.add(left_features(left, self.vocabulary))
        if b is None:
            b = self.right[right] = self.add(right_features(right, self.vocabulary))
        score = self[pair] = self.bias + a + b + self.add(pair_features(*pair, self.vocabulary))
        return score

    def add(self, features: list[str]) -> float:
        """Add up weights."""
        weight = self.weights.get
        return sum(weight(feature, 0.0) for feature in features)


def insert_joiners(word: str, joints: tuple[Joint, ...]) -> str:
    """Write a word with the joiners it misses."""
    pieces, copied = [], 0
    for index, _ in joints:
        pieces.append(word[copied:index])
        copied = index
    return "\u200c".join((*pieces, word[copied:]))


@cache
def inside_model() -> InsideModel:
    """The model of boundaries inside words."""
    return InsideModel(load_vocabulary(), read_weights("joints_inside.tsv.xz"))


@cache
def between_model() -> BetweenModel:
    """The model of spaces between words."""
    return BetweenModel(load_vocabulary(), read_weights("joints_between.tsv.xz"))
