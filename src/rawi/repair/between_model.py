"""How sure we are that a space should be a zero-width non-joiner: a linear model, with memory.

Scores are log odds: above 0 a joiner is likelier than a space. What a document needs before a joiner is
made is decided elsewhere (`habits.py`); here a pair's score never depends on the document.
"""

from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise

from rawi.repair.between_features import (
    PairLevels,
    SideLevels,
    count_levels,
    counts_after,
    counts_before,
    first_letters_after,
    last_letters_after,
    last_letters_before,
    level_features,
    never_seen,
    pair_levels,
    side_levels,
    spelled_features,
)
from rawi.repair.inside_model import NEVER
from rawi.repair.known_joints import KNOWN
from rawi.repair.vocabulary import ZWNJ, Vocabulary, glued_spellings, load_vocabulary
from rawi.repair.weights import CACHED, WeightSums, read_weights

_PLURALS = ("ها", "های")
KNOWN_SPACED = 4.0  # what the rules know; written apart, such a word may be as its writer wants it
# Of 2,300 joints in the development parts of PerDT and Seraji 76 had less by their words alone, and of
# those with less than 0 none was made by two words never seen together.
HOPELESS, HOPELESS_UNSEEN = -2.0, 0.0
HOPELESS_UNSPELLED = (
    -4.0
)  # never was the say of the letters on both sides of an unseen pair worth three


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
        self.vocabulary, self.weights = vocabulary, WeightSums(weights)
        self.bias = self.weights.bias
        self.left = WordScores(self.score_left)
        self.right = WordScores(self.score_right)
        # Levels are told apart by small numbers, which are quicker to look up than what they stand for.
        self.levels: dict[SideLevels | PairLevels, int] = {}
        self.before, self.after = LevelNumbers(self, before=True), LevelNumbers(self, before=False)
        self.sums: dict[tuple[int, int, int], float] = {}
        self.unseen = never_seen(len(vocabulary.lists))
        # Words that rules know as the second of two are always worth a look.
        self.seconds = {"ی", *(word.partition(ZWNJ)[2] for word in glued_spellings())}

    def candidates(self, words: Sequence[str]) -> list[int]:
        """The words whose joint with the next is not hopeless already by what each of them says."""
        least = HOPELESS - self.bias
        different = set(words)
        left = {word: self.left[word] for word in different}
        right = {word: self.right[word] for word in different}
        return [i for i, (a, b) in enumerate(pairwise(words)) if left[a] + right[b] > least]

    def __missing__(self, pair: tuple[str, str]) -> float:
        if len(self) > CACHED:
            self.clear()
        left, right = pair
        if right in _PLURALS and left.rpartition(ZWNJ)[2] in _PLURALS:
            score = NEVER  # no plural of a plural: کتابهای ها
        elif right in self.seconds and left + ZWNJ + right in glued_spellings():  # حجت الاسلام
            score = KNOWN_SPACED
        elif right == "ی":  # خانه ی
            score = KNOWN if left in self.vocabulary.silent else NEVER
        else:
            alone = self.bias + self.left[left] + self.right[right]
            both = pair_levels(left, right, self.vocabulary)
            unseen = both is self.unseen
            if (unseen and alone < HOPELESS_UNSEEN) or (
                left == "می" and self.vocabulary.is_no_verb(right)
            ):
                score = NEVER
            else:
                alone += self.levels_say(left, right, both)
                spelled = not unseen or alone > HOPELESS_UNSPELLED
                score = (
                    alone + self.weights.sum(spelled_features(left, right)) if spelled else NEVER
                )
        self[pair] = score
        return score

    def score_left(self, word: str) -> float:
        """What the word before the space says: the weights of `left_features`."""
        end = word.rpartition(ZWNJ)[2]
        levels = count_levels(end, self.vocabulary.left, self.vocabulary)
        return (
            self.weights.get(f"l={end}", 0.0)
            + self.weights.kept(last_letters_before, (end[-3:],))
            + self.weights.kept(counts_before, levels)
        )

    def score_right(self, word: str) -> float:
        """What the word after the space says: the weights of `right_features`."""
        if word in self.seconds:
            return KNOWN
        start = word.partition(ZWNJ)[0]
        levels = count_levels(start, self.vocabulary.right, self.vocabulary)
        return (
            self.weights.get(f"r={start}", 0.0)
            + self.weights.kept(first_letters_after, (start[:3],))
            + self.weights.kept(last_letters_after, (start[-3:],))
            + self.weights.kept(counts_after, levels)
        )

    def levels_say(self, left: str, right: str, both: PairLevels) -> float:
        """What is known of the two words, alone and together, says: the weights of `level_features`."""
        numbers = self.before[left], self.after[right], self.number(both)
        found = self.sums.get(numbers)
        if found is None:
            side_before = side_levels(left, self.vocabulary, before=True)
            side_after = side_levels(right, self.vocabulary, before=False)
            found = self.weights.sum(level_features(side_before, side_after, both))
            self.sums[numbers] = found
        return found

    def number(self, levels: SideLevels | PairLevels) -> int:
        """The number of some levels, given when they are first met."""
        return self.levels.setdefault(levels, len(self.levels))


class LevelNumbers(dict[str, int]):
    """Word to the number of the levels of its part before a space, or after it."""

    def __init__(self, model: BetweenModel, *, before: bool) -> None:
        super().__init__()
        self.model, self.is_before = model, before

    def __missing__(self, word: str) -> int:
        if len(self) > CACHED:
            self.clear()
        levels = side_levels(word, self.model.vocabulary, before=self.is_before)
        number = self[word] = self.model.number(levels)
        return number


@cache
def between_model() -> BetweenModel:
    """The model of spaces between words."""
    return BetweenModel(load_vocabulary(), read_weights("joints_between.tsv.xz"))
