"""How sure we are that a space should be a zero-width non-joiner: a linear model, with memory.

Scores are log odds: above 0 a joiner is likelier than a space. What a document needs before a joiner is
made is decided elsewhere (`habits.py`); here a pair's score never depends on the document.
"""

from functools import cache, partial

from rawi.lang.remembered import Remembered
from rawi.repair.between_features import (
    PairLevels,
    count_levels,
    counts_after,
    counts_before,
    first_letters_after,
    joined_features,
    known_features,
    last_letters_after,
    last_letters_before,
    never_seen,
    pair_levels,
    read_joins,
    read_known,
    seen_features,
    side_codes,
)
from rawi.repair.endings import is_silent, part_without_ending
from rawi.repair.inside_model import NEVER
from rawi.repair.known_joints import KNOWN
from rawi.repair.spoken import AFTER_HEH, OURS, THEIR_PLURALS, is_spoken_verb
from rawi.repair.vocabulary import ZWNJ, Vocabulary, glued_spellings, load_vocabulary
from rawi.repair.weights import CACHED, WeightSums, read_weights

_PLURALS = ("ها", "های")
# What may follow the ending of a plural with ی; of «هایدل», «هایس» its letters say nothing.
_AFTER_PLURAL = frozenset(
    {"", "ی", "م", "ت", "ش", "مان", "تان", "شان", "مون", "تون", "شون", "ند", "ست", "ه", "ید", "یم", "یت", "یش", "یند", "یست"}
)  # fmt: skip
KNOWN_SPACED = 4.0  # what the rules know; written apart, such a word may be as its writer wants it
# Of 2,300 joints in the development parts of PerDT and Seraji 76 had less by their words alone, and of
# those with less than 0 none was made by two words never seen joined: of 42,000 such pairs of these parts and of
# PerDT train none had more than -1.2 in the end.
HOPELESS, HOPELESS_UNSEEN = -2.0, 0.0
HOPELESS_UNSPELLED = (
    -4.0
)  # never was the say of the letters on both sides of an unseen pair worth three
WITH_ENDING = 1.5  # log odds less for a part never seen with its ending (نظریه پردازانی); PerDT and Seraji, development parts
Codes = tuple[int, int]  # see `side_codes`
Counts = tuple[int, int, int]  # length, joined, word: see `count_levels`
SHIFT, MASK = 16, 0xFFFF  # two numbers in one


EZAFE = "\u0654"  # hamza above a silent heh
# Nothing is joined to «am» (خسته|ام); what is begins a name of its own: مریم ام|البنین, بیمار ام|اس.
_BEGINS_NAME = f"ام{ZWNJ}"


class BetweenModel(dict[tuple[str, str], float]):
    """Two words to the log odds that the space between them should be a joiner."""

    def __init__(self, vocabulary: Vocabulary, weights: dict[str, float]) -> None:
        super().__init__()
        self.vocabulary, self.weights = vocabulary, WeightSums(weights)
        self.bias, self.weight = self.weights.bias, self.weights.get
        say = self.weights.sum
        self.last_before = Remembered[str, float](lambda tail: say(last_letters_before(tail)))
        self.first_after = Remembered[str, float](lambda head: say(first_letters_after(head)))
        self.last_after = Remembered[str, float](lambda tail: say(last_letters_after(tail)))
        self.counts_before = Remembered[Counts, float](lambda counts: say(counts_before(*counts)))
        self.counts_after = Remembered[Counts, float](lambda counts: say(counts_after(*counts)))
        # What is known of a word are two small numbers, and that of two words together one.
        self.before = Remembered[str, Codes](lambda word: side_codes(word, vocabulary, before=True))
        self.after = Remembered[str, Codes](lambda word: side_codes(word, vocabulary, before=False))
        self.joins_say, self.known_say = Remembered(self.say_joins), Remembered(self.say_known)
        self.seen_say = Remembered[PairLevels, float](lambda pair: say(seen_features(pair)))
        self.unseen = never_seen(len(vocabulary.lists))
        self.unseen_bias = say(seen_features(self.unseen))
        self.stems = Remembered[str, str | None](
            partial(part_without_ending, vocabulary=vocabulary)
        )
        # Words that rules know as the second of two are always worth a look.
        self.seconds = {
            "ی",
            *THEIR_PLURALS,
            *AFTER_HEH,
            *(word.partition(ZWNJ)[2] for word in glued_spellings()),
        }

    def may_join(self, left: str, right: str) -> bool:
        """Tell whether two words were ever seen joined, or a rule knows the second; nothing else makes up for what each says."""
        glued = left + (self.stems[right] or right)
        if ZWNJ in glued:
            glued = left.rpartition(ZWNJ)[2] + right.partition(ZWNJ)[0]
        return glued in self.vocabulary.joined_keys or right in self.seconds

    def __missing__(self, pair: tuple[str, str]) -> float:
        left, right = pair
        return self.remember(
            left, right, self.bias + self.score_left(left) + self.score_right(right)
        )

    def remember(self, left: str, right: str, alone: float) -> float:
        """Score the space between two words, given what each of them says, and keep the score: `NEVER` where that is hopeless.

        A second part with an ending is also judged without it.
        """
        if len(self) > CACHED:
            self.clear()
        if alone < HOPELESS_UNSEEN and not self.may_join(left, right):
            self[left, right] = NEVER
            return NEVER
        bare = right.removesuffix(EZAFE)
        if bare != right:  # «متن نامهٔ مدیر»: the mark of the ezafe tells nothing of the joint
            score = self[left, bare]
            self[left, right] = score
            return score
        score = self.find(left, right, alone)
        stem = self.stems[right]
        if stem is not None:
            alone = self.bias + self.score_left(left) + self.score_right(stem)
            score = max(score, self.find(left, stem, alone) - WITH_ENDING)
        self[left, right] = score
        return score

    def find_by_rule(self, left: str, right: str) -> float | None:
        """Score the space between two words of which a rule knows the second; None where none does."""
        if right in self.seconds and left + ZWNJ + right in glued_spellings():  # حجت الاسلام
            return KNOWN_SPACED
        if right in THEIR_PLURALS:  # عکس هاتون
            return KNOWN_SPACED if self.vocabulary.knowledge(left.replace(ZWNJ, "")) else NEVER
        if right in AFTER_HEH:  # آماده گی
            return KNOWN_SPACED if left.endswith("ه") else NEVER
        if right == "ی" or right in OURS:  # خانه ی, همه شون
            return KNOWN if is_silent(left.replace(ZWNJ, ""), self.vocabulary) else NEVER
        if right.startswith("های") and self._is_no_plural(right):
            return NEVER  # «لورن هایدل»
        if left == "می" and self.vocabulary.is_no_verb(right):
            return KNOWN_SPACED if is_spoken_verb(right) else NEVER
        return None

    def _is_no_plural(self, word: str) -> bool:
        """Tell whether a word with the letters of a plural's ending goes on as none does, and was never seen joined to another."""
        start = word.partition(ZWNJ)[0]
        return start[3:] not in _AFTER_PLURAL and start not in self.vocabulary.right

    def find(self, left: str, right: str, alone: float) -> float:
        """Score the space between two words, given what each of them says."""
        known = self.find_by_rule(left, right)
        if known is not None:
            return known
        if right in self.seconds or self.stems[right] in self.seconds:
            # No rule knows the two together: «گفت جلسه» is not like «صورت جلسه».
            alone = self.bias + self.score_left(left) + self.weigh_right(right)
        end = left.rpartition(ZWNJ)[2] if ZWNJ in left else left
        start = right.partition(ZWNJ)[0] if ZWNJ in right else right
        if right in _PLURALS and end in _PLURALS:
            return NEVER  # no plural of a plural: کتابهای ها
        plain = end is left and start is right
        unseen = not self.vocabulary.is_seen_pair(end + start, "" if plain else left + ZWNJ + right)
        if unseen and plain and alone < HOPELESS_UNSEEN:  # nearly all pairs
            return NEVER
        joins_left, known_left = self.before[left]
        joins_right, known_right = self.after[right]
        alone += self.known_say[known_left << SHIFT | known_right]
        if unseen:
            alone += self.unseen_bias + self.joins_say[(joins_left << SHIFT | joins_right) << SHIFT]
            if plain and alone <= HOPELESS_UNSPELLED:
                return NEVER
        else:
            pair = pair_levels(left, right, self.vocabulary)
            told = any(joined for joined, _, _ in pair.listed)
            seen = pair.joined << 4 | pair.spaced << 1 | told
            alone += (
                self.seen_say[pair]
                + self.joins_say[(joins_left << SHIFT | joins_right) << SHIFT | seen]
            )
        weight = self.weight
        return (
            alone
            + weight(f"lr={end}|{start}", 0.0)
            + weight(f"l1r={end[-1:]}|{start}", 0.0)
            + weight(f"r|e2={start}|{end[-2:]}", 0.0)
        )

    def say_joins(self, codes: int) -> float:
        """What it says how two words are joined on these sides, and how often they were seen, as in `find`."""
        sides, seen = codes >> SHIFT, codes & MASK
        left, right = read_joins(sides >> SHIFT), read_joins(sides & MASK)
        return self.weights.sum(
            joined_features(left, right, seen >> 4, seen >> 1 & 7, bool(seen & 1))
        )

    def say_known(self, codes: int) -> float:
        """What two numbers of `known` say."""
        lists = len(self.vocabulary.lists)
        left, right = read_known(codes >> SHIFT, lists), read_known(codes & MASK, lists)
        return self.weights.sum(known_features(left, right))

    def score_left(self, word: str) -> float:
        """What the word before the space says: the weights of `left_features`."""
        end = word.rpartition(ZWNJ)[2] if ZWNJ in word else word
        counts = count_levels(end, self.vocabulary.left, self.vocabulary)
        return (
            self.weight(f"l={end}", 0.0) + self.last_before[end[-3:]] + self.counts_before[counts]
        )

    def score_right(self, word: str) -> float:
        """What the word after the space says: the weights of `right_features`, of its stem if that says more."""
        if word.startswith(_BEGINS_NAME):
            return NEVER
        stem = self.stems[word]
        if stem is None:
            return self.score_spelled_right(word)
        return max(self.score_spelled_right(word), self.score_spelled_right(stem))

    def score_spelled_right(self, word: str) -> float:
        """What the word after the space says as it is spelled."""
        return KNOWN if word in self.seconds else self.weigh_right(word)

    def weigh_right(self, word: str) -> float:
        """What the word after the space says by the weights alone, whatever rules know."""
        start = word.partition(ZWNJ)[0] if ZWNJ in word else word
        counts = count_levels(start, self.vocabulary.right, self.vocabulary)
        return (
            self.weight(f"r={start}", 0.0)
            + self.first_after[start[:3]]
            + self.last_after[start[-3:]]
            + self.counts_after[counts]
        )


@cache
def between_model() -> BetweenModel:
    """The model of spaces between words."""
    return BetweenModel(load_vocabulary(), read_weights("joints_between.tsv.xz"))
