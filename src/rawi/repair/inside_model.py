"""How sure we are that a zero-width non-joiner is missing inside a word: a linear model, with memory.

Scores are log odds: above 0 a joiner is likelier than none. What a document needs before a joiner is
made is decided elsewhere (`habits.py`); here a word's score never depends on the document.
"""

import re
from functools import cache, cached_property
from itertools import accumulate
from typing import NamedTuple

from rawi.repair.inside_features import inside
from rawi.repair.rivals import PLURAL, Rivals
from rawi.repair.vocabulary import (
    ZWNJ,
    Vocabulary,
    glued_words,
    joint_places,
    load_vocabulary,
    read_lines,
)
from rawi.repair.weights import CACHED, WeightSums, read_weights

NEVER, KNOWN = -1000.0, 8.0  # scores of what the rules know
ENDINGS = ("", "ی", "ای", "ها", "های", "هایی", "ان")  # what a word of `glued.tsv` may take on
NOT_JOINING = frozenset("اآأإدذرزژوؤۀةء")
# What the letters of the Latin alphabet are called, in abbreviations such as بی|بی|سی.
_SPELLED_LETTER = re.compile(
    "دبلیو|ایکس|کیو|ای|بی|سی|دی|اف|جی|اچ|آی|جی|کی|ال|ام|ان|او|پی|آر|اس|تی|یو|وی|زد"
)
_SPELLED = re.compile(f"(?:{_SPELLED_LETTER.pattern}){{3,}}")
_SON = re.compile("(.{3,}?)بن(.{3,})")  # سعیدبنعاص
_AFTER_HEH = re.compile("(?<=ه)(?:ی|ها(?:یی?|ی[مشت]|ی[مشت]ان|ست)?)$")
SHORTEST = 4  # letters of a word that may have lost a joint
MARKS = re.compile("[\u064b-\u0655\u0670]")
RIVAL = -4.0  # a joint of a known word is at least so likely where its other reading does not fit its neighbours
LIKELY = -1.0  # joints below one to three are not even candidates
# Times in edited text, and level on the web, from which a word may hide in another (`VERY_COMMON`).
OFTEN, OFTEN_ON_THE_WEB = 32, 5


class Joint(NamedTuple):
    """A joiner that should stand before character `place` of a word; `score` is its log odds."""

    place: int
    score: float


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
        self.vocabulary, self.weights, self.stored = vocabulary, WeightSums(weights), stored or {}
        self.rivals: dict[
            str, Rivals
        ] = {}  # words found so far whose joint their neighbours decide

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
            self.rivals.clear()
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
        if 2 in scores and key.startswith("می") and self.vocabulary.is_no_verb(key[2:]):
            scores = {place: score for place, score in scores.items() if place != 2}
        if plain and key.endswith(PLURAL):
            self.note_rivals(word, scores)
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

    def note_rivals(self, word: str, scores: dict[int, float]) -> None:
        """Remember a word in های that may be a plural or a noun in heh with ای, both nouns being known."""
        plural, single = len(word) - 3, len(word) - 2
        if (
            min(self.vocabulary.knowledge(word[:plural]), self.vocabulary.knowledge(word[:single]))
            > 1
        ):
            rivals = Rivals(
                plural, *(max(RIVAL, scores.get(place, NEVER)) for place in (plural, single))
            )
            if max(rivals.plural, rivals.single) > LIKELY:
                self.rivals[word] = rivals

    def known(self, key: str) -> dict[int, float] | None:
        """The joints of a word that a rule knows, by place; None when the model has to be asked."""
        if key in glued_joints():
            return dict.fromkeys(glued_joints()[key], KNOWN)
        if "هی" in key or "هها" in key:
            ending = _AFTER_HEH.search(key)
            # خانهها is wrong however often it is seen; خانهی may be a word of its own, as فرهی.
            if (
                ending
                and key[: ending.start()] in self.vocabulary.silent
                and (ending[0] != "ی" or not self.vocabulary.knowledge(key))
            ):
                return {ending.start(): KNOWN}
        if _SPELLED.fullmatch(key) and self.vocabulary.knowledge(key) < 2:
            names = _SPELLED_LETTER.findall(key)
            return dict.fromkeys(accumulate(map(len, names[:-1])), KNOWN)  # سیانان
        if "بن" in key and (son := _SON.fullmatch(key)) and not self.vocabulary.knowledge(key):
            father = son.start(2)
            joins = key[son.end(1) - 1] not in NOT_JOINING
            if self.vocabulary.knowledge(son[1]) and self.vocabulary.knowledge(son[2]):
                return {father: KNOWN, **({son.end(1): KNOWN} if joins else {})}
        if key.startswith("بن") and len(key) > SHORTEST and not self.vocabulary.knowledge(key):
            return {2: KNOWN} if self.vocabulary.knowledge(key[2:]) > 1 else None  # بنعباس
        return None

    def scores(self, key: str) -> dict[int, float]:
        """Score the boundaries of a word that may be joints."""
        stored = self.stored.get(key)
        if stored is not None:
            return stored
        if self.stored and (key in self.vocabulary.variants or key in self.vocabulary.frequency):
            return {}  # a word whose joints would be stored if it had any
        # کتابهائی is an old spelling of کتابهایی, which the model knows.
        weights = self.weights
        return {
            i: weights.bias + sum([weights.kept(*group) for group in groups]) + weights.sum(rest)
            for i, groups, rest in inside(key.replace("ئی", "یی"), self.vocabulary)
        }

    def score(self, word: str, place: int) -> float:
        """The log odds of a joint before one character of a word written without joiners."""
        return self.scores(word).get(place, NEVER)


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
