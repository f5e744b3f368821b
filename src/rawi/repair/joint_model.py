"""How sure we are that a zero-width non-joiner belongs at a place: two linear models, with memory.

Scores are log odds: above 0 a joiner is likelier than none. What a document needs before a joiner is
made is decided elsewhere (`habits.py`); here a word's or a pair's score never depends on the document.
"""

import re
from functools import cache
from typing import NamedTuple

from rawi.repair.joint_features import (
    inside,
    joint_places,
    left_features,
    pair_features,
    right_features,
)
from rawi.repair.vocabulary import (
    ZWNJ,
    Vocabulary,
    glued_spellings,
    glued_words,
    load_vocabulary,
    read_lines,
)

NEVER, KNOWN = -1000.0, 8.0  # scores of what the rules know
ENDINGS = ("", "ی", "ای", "ها", "های", "هایی", "ان")  # what a word of `glued.tsv` may take on
NOT_JOINING = frozenset("اآأإدذرزژوؤۀةء")
_SON = re.compile("(.{3,}?)بن(.{3,})")  # سعیدبنعاص
SHORTEST = 4  # letters of a word that may have lost a joint
MARKS = re.compile("[\u064b-\u0655\u0670]")
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

    def __init__(
        self,
        vocabulary: Vocabulary,
        weights: dict[str, float],
        stored: dict[str, dict[int, float]] | None = None,
    ) -> None:
        """`stored` are the answers for the words of the vocabulary, worked out beforehand."""
        super().__init__()
        self.vocabulary, self.weights, self.stored = vocabulary, weights, stored or {}
        self.bias = weights["bias"]

    def __missing__(self, word: str) -> tuple[Joint, ...]:
        if len(self) > CACHED:
            self.clear()
        found = self[word] = self.find(word)
        return found

    def find(self, word: str) -> tuple[Joint, ...]:
        """Score the boundaries of a word; indices count its characters, joiners included."""
        # Marks (خانهٔ) belong to the letter before them: they are left out, and their places counted back in.
        letters = [i for i, c in enumerate(word) if c.isalpha()]
        key = "".join(word[i] for i in letters)
        if len(key) < SHORTEST:
            return ()
        have = joint_places(MARKS.sub("", word))
        known = self.known(key)
        scores = self.scores(key) if known is None else known
        taken: dict[int, float] = {}
        for i, score in sorted(scores.items(), key=lambda item: -item[1]):
            if score <= LIKELY:
                break
            if not (have | taken.keys()).intersection((i - 1, i, i + 1)):
                taken[i] = score
        return tuple(Joint(letters[i], score) for i, score in sorted(taken.items()))

    def known(self, key: str) -> dict[int, float] | None:
        """The joints of a word that a rule knows, by place; None when the model has to be asked."""
        for ending in ENDINGS:
            meant = glued_words().get(key.removesuffix(ending)) if key.endswith(ending) else None
            if meant:
                whole = meant + (ZWNJ + ending if ending[:1] == "ه" else ending)
                return dict.fromkeys(joint_places(whole), KNOWN)
        if (
            key.endswith("هی")
            and key[:-1] in self.vocabulary.silent
            and not self.vocabulary.knowledge(key)
        ):
            return {len(key) - 1: KNOWN}  # خانهی
        if (son := _SON.fullmatch(key)) and not self.vocabulary.knowledge(key):
            father = son.start(2)
            joins = key[son.end(1) - 1] not in NOT_JOINING
            if self.vocabulary.knowledge(son[1]) and self.vocabulary.knowledge(son[2]):
                return {father: KNOWN, **({son.end(1): KNOWN} if joins else {})}
        return None

    def scores(self, key: str) -> dict[int, float]:
        """Score the boundaries of a word that may be joints."""
        stored = self.stored.get(key)
        if stored is not None:
            return stored
        if self.stored and (key in self.vocabulary.variants or key in self.vocabulary.frequency):
            return {}  # a word whose joints would be stored if it had any
        # کتابهائی is an old spelling of کتابهایی, which the model knows.
        return {
            i: self.bias + sum(map(self.weight, features))
            for i, features in inside(key.replace("ئی", "یی"), self.vocabulary)
        }

    def weight(self, feature: str) -> float:
        """The weight of a feature, 0 if it has none."""
        return self.weights.get(feature, 0.0)

    def score(self, word: str, place: int) -> float:
        """The log odds of a joint before one character of a word written without joiners."""
        return self.scores(word).get(place, NEVER)


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
        if left + ZWNJ + right in glued_spellings():  # حجت الاسلام
            score = self[pair] = KNOWN
            return score
        if right == "ی":  # خانه ی
            score = self[pair] = KNOWN if left in self.vocabulary.silent else NEVER
            return score
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
    return ZWNJ.join((*pieces, word[copied:]))


@cache
def inside_model() -> InsideModel:
    """The model of boundaries inside words."""
    stored = {
        key: {
            int(place): float(score)
            for place, _, score in (joint.partition(":") for joint in joints.split(" "))
        }
        for key, _, joints in (line.partition("\t") for line in read_lines("joints.tsv.xz"))
    }
    return InsideModel(load_vocabulary(), read_weights("joints_inside.tsv.xz"), stored)


@cache
def between_model() -> BetweenModel:
    """The model of spaces between words."""
    return BetweenModel(load_vocabulary(), read_weights("joints_between.tsv.xz"))
