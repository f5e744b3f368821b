"""How sure we are that a zero-width non-joiner belongs at a place: two linear models, with memory.

Scores are log odds: above 0 a joiner is likelier than none. What a document needs before a joiner is
made is decided elsewhere (`habits.py`); here a word's or a pair's score never depends on the document.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache, cached_property
from itertools import repeat
from typing import Any, NamedTuple

from rawi.repair.joint_features import (
    SideLevels,
    count_levels,
    counts_after,
    counts_before,
    first_letters_after,
    inside,
    joint_places,
    last_letters_after,
    last_letters_before,
    level_features,
    pair_levels,
    side_levels,
    spelled_features,
)
from rawi.repair.vocabulary import (
    ZWNJ,
    Vocabulary,
    glued_spellings,
    glued_words,
    load_vocabulary,
    read_lines,
)

# Scores of what the rules know; written apart, such a word may be as its writer wants it.
NEVER, KNOWN, KNOWN_SPACED = -1000.0, 8.0, 4.0
ENDINGS = ("", "ی", "ای", "ها", "های", "هایی", "ان")  # what a word of `glued.tsv` may take on
NOT_JOINING = frozenset("اآأإدذرزژوؤۀةء")
_SON = re.compile("(.{3,}?)بن(.{3,})")  # سعیدبنعاص
SHORTEST = 4  # letters of a word that may have lost a joint
MARKS = re.compile("[\u064b-\u0655\u0670]")
# Of 1,593 joints in the development parts of PerDT and Seraji none had less by its words alone.
HOPELESS = -2.0
LIKELY = -1.0  # joints below one to three are not even candidates
# Times in edited text, and level on the web, from which a word may hide in another (`VERY_COMMON`).
OFTEN, OFTEN_ON_THE_WEB = 32, 5
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

    @cached_property
    def very_common(self) -> frozenset[str]:
        """The words without joiners so common that any strange word may be one of them and another."""
        v = self.vocabulary
        return frozenset(
            {key for key, seen in v.variants.items() if sum(seen.values()) >= OFTEN}
            | {word for word, web in v.frequency.items() if web >= OFTEN_ON_THE_WEB}
        )

    def __missing__(self, word: str) -> tuple[Joint, ...]:
        if len(self) > CACHED:
            self.clear()
        found = self[word] = self.find(word)
        return found

    def find(self, word: str) -> tuple[Joint, ...]:
        """Score the boundaries of a word; indices count its characters, joiners included."""
        # Marks (خانهٔ) belong to the letter before them: they are left out, and their places counted back in.
        plain = word.isalpha()
        letters = range(len(word)) if plain else [i for i, c in enumerate(word) if c.isalpha()]
        key = word if plain else "".join([word[i] for i in letters])
        if len(key) < SHORTEST:
            return ()
        known = self.known(key)
        scores = self.scores(key) if known is None else known
        if not scores:
            return ()
        have: frozenset[int] = frozenset() if plain else joint_places(MARKS.sub("", word))
        taken: dict[int, float] = {}
        for i, score in sorted(scores.items(), key=lambda item: -item[1]):
            if score <= LIKELY:
                break
            if not (have | taken.keys()).intersection((i - 1, i, i + 1)):
                taken[i] = score
        if 2 in taken and key.startswith("به"):  # the noun after به has joints of its own: بهگونهای
            noun = {joint.place + 2: joint.score for joint in self[key[2:]]}
            taken = {
                place: max(score, noun.get(place, NEVER)) for place, score in (noun | taken).items()
            }
        return tuple(Joint(letters[i], score) for i, score in sorted(taken.items()))

    def known(self, key: str) -> dict[int, float] | None:
        """The joints of a word that a rule knows, by place; None when the model has to be asked."""
        if key in glued_joints():
            return dict.fromkeys(glued_joints()[key], KNOWN)
        if (
            key.endswith("هی")
            and key[:-1] in self.vocabulary.silent
            and not self.vocabulary.knowledge(key)
        ):
            return {len(key) - 1: KNOWN}  # خانهی
        if "بن" in key and (son := _SON.fullmatch(key)) and not self.vocabulary.knowledge(key):
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
        weight = self.weights.get
        return {
            i: self.bias + sum(map(weight, features, repeat(0.0)))
            for i, features in inside(key.replace("ئی", "یی"), self.vocabulary)
        }

    def score(self, word: str, place: int) -> float:
        """The log odds of a joint before one character of a word written without joiners."""
        return self.scores(word).get(place, NEVER)


class WordScores(dict[str, float]):
    """Word to what speaks for a joint at one side of it, whatever the other word is."""

    def __init__(self, score: Callable[[str], float]) -> None:
        super().__init__()
        self.score = score

    def __missing__(self, word: str) -> float:
        if len(self) > CACHED:
            self.clear()
        score = self[word] = self.score(word)
        return score


class BetweenModel(dict[tuple[str, str], float]):
    """Two words to the log odds that the space between them should be a joiner."""

    def __init__(self, vocabulary: Vocabulary, weights: dict[str, float]) -> None:
        super().__init__()
        self.vocabulary, self.weights = vocabulary, weights
        self.bias = weights["bias"]
        self.left = WordScores(self.score_left)
        self.right = WordScores(self.score_right)
        self.sides: dict[tuple[str, bool], SideLevels] = {}
        self.sums: dict[tuple[Any, ...], float] = {}  # what was listed, from what, to its weight
        # Words that rules know as the second of two are always worth a look.
        self.seconds = {"ی", *(word.partition(ZWNJ)[2] for word in glued_spellings())}

    def candidates(self, words: Sequence[str]) -> list[int]:
        """The words whose joint with the next is not hopeless already by what each of them says."""
        least = HOPELESS - self.bias
        left, right = map(self.left.__getitem__, words), map(self.right.__getitem__, words[1:])
        return [i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a + b > least]

    def __missing__(self, pair: tuple[str, str]) -> float:
        if len(self) > CACHED:
            self.clear()
        left, right = pair
        if left + ZWNJ + right in glued_spellings():  # حجت الاسلام
            score = KNOWN_SPACED
        elif right == "ی":  # خانه ی
            score = KNOWN if left in self.vocabulary.silent else NEVER
        else:
            score = self.bias + self.left[left] + self.right[right] + self.together(left, right)
        self[pair] = score
        return score

    def score_left(self, word: str) -> float:
        """What the word before the space says: the weights of `left_features`."""
        end = word.rpartition(ZWNJ)[2]
        return (
            self.weights.get(f"l={end}", 0.0)
            + self.kept(last_letters_before, end[-3:])
            + self.kept(counts_before, *count_levels(end, self.vocabulary.left, self.vocabulary))
        )

    def score_right(self, word: str) -> float:
        """What the word after the space says: the weights of `right_features`."""
        if word in self.seconds:
            return KNOWN
        start = word.partition(ZWNJ)[0]
        return (
            self.weights.get(f"r={start}", 0.0)
            + self.kept(first_letters_after, start[:3])
            + self.kept(last_letters_after, start[-3:])
            + self.kept(counts_after, *count_levels(start, self.vocabulary.right, self.vocabulary))
        )

    def together(self, left: str, right: str) -> float:
        """What the two words say together: the weights of `pair_features`."""
        levels = self.side(left, before=True), self.side(right, before=False)
        pair = pair_levels(left, right, self.vocabulary)
        spelled = map(self.weights.get, spelled_features(left, right), repeat(0.0))
        return sum(spelled) + self.kept(level_features, *levels, pair)

    def side(self, word: str, *, before: bool) -> SideLevels:
        """The levels of the part of a word that is next to the space, remembered."""
        found = self.sides.get((word, before))
        if found is None:
            if len(self.sides) > CACHED:
                self.sides.clear()
            v = self.vocabulary
            part = word.rpartition(ZWNJ)[2] if before else word.partition(ZWNJ)[0]
            found = side_levels(part, v.left if before else v.right, ZWNJ in word, v)
            self.sides[word, before] = found
        return found

    def kept(self, features: Callable[..., list[str]], *of: object) -> float:
        """The weight of features listed from a few small values, which recur: it is added up once."""
        found = self.sums.get((features, of))
        if found is None:
            if len(self.sums) > CACHED:
                self.sums.clear()
            found = sum(map(self.weights.get, features(*of), repeat(0.0)))
            self.sums[features, of] = found
        return found


def insert_joiners(word: str, joints: tuple[Joint, ...]) -> str:
    """Write a word with the joiners it misses."""
    pieces, copied = [], 0
    for index, _ in joints:
        pieces.append(word[copied:index])
        copied = index
    return ZWNJ.join((*pieces, word[copied:]))


@cache
def glued_joints() -> dict[str, frozenset[int]]:
    """The joints of the words of `glued.tsv`, with every ending they may take on."""
    joints: dict[str, frozenset[int]] = {}
    for ending in ENDINGS:
        for written, meant in glued_words().items():
            whole = meant + (ZWNJ + ending if ending[:1] == "ه" else ending)
            joints.setdefault(written + ending, joint_places(whole))
    return joints


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
