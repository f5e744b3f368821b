"""How sure we are that a zero-width non-joiner is missing inside a word: a linear model, with memory.

Scores are log odds: above 0 a joiner is likelier than none. What a document needs before a joiner is
made is decided elsewhere (`habits.py`); here a word's score never depends on the document.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache, cached_property
from typing import NamedTuple

from rawi.lang.folding import squeeze
from rawi.lang.persian_verbs import VERBAL, is_persian_verb, verbal_prefix
from rawi.repair.endings import (
    SHOWN,
    STRANGE,
    WRONG,
    joint_before_article,
    joint_before_ending,
)
from rawi.repair.inflections import joint_before_infinitive, joints_of_stem
from rawi.repair.inside_features import inside
from rawi.repair.known_joints import (
    LISTED,
    SHORTEST,
    known_joints,
    listed_joints,
    seen_joints,
)
from rawi.repair.name_joints import joints_in_name
from rawi.repair.phrases import joints_of_phrase
from rawi.repair.rivals import PLURAL, Rivals
from rawi.repair.spoken import joint_before_my
from rawi.repair.stored_joints import read_joints, stored_joints
from rawi.repair.stretch import VOWEL_MARKS
from rawi.repair.surnames import joint_before_tail, start_of_tail
from rawi.repair.vocabulary import (
    NOT_JOINING,
    ZWNJ,
    Vocabulary,
    joint_places,
    load_vocabulary,
)
from rawi.repair.weights import CACHED, WeightSums, read_weights
from rawi.repair.whole_words import ENDS_BEHIND_WHOLE, letters_of_whole
from rawi.repair.word_answers import WordAnswer, find_answer
from rawi.tables import without_collecting

NEVER = -1000.0  # the score of no joint
# Endings, which word lists have for words because texts have them apart.
NO_WORDS = frozenset(
    {"ند", "ست", "ها", "های", "هایی", "تر", "ترین", "ان", "ات", "یم", "ید", "مان", "شان"}
)
_NO_PARTS = ("نده", "ندگ")  # endings of participles, which no joint stands before: سازمان|دهنده
_PREVERB = re.compile("(?:بر|در|باز|وا|ور|فرا|فرو)ن?می")  # برمی|گردد
_MARK = re.compile(f"[{VOWEL_MARKS}]")
RIVAL = -8.0  # a joint of a known word is at least so likely where its other reading does not fit its neighbours
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
        stored: Mapping[str, str] | None = None,
        answer: Callable[[str], WordAnswer | None] = lambda _: None,
    ) -> None:
        """`stored` are the scores of the words of the vocabulary, worked out beforehand and as `read_joints` reads them.

        `answer` tells what rules and scores together make of a word, if that was worked out too.
        """
        super().__init__()
        self.answer = answer
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
        answer = self.answer(word)
        found = self[word] = (
            self.find(word) if answer is None else tuple([Joint(*joint) for joint in answer.joints])
        )
        return found

    def find(self, word: str) -> tuple[Joint, ...]:
        """Score the boundaries of a word; indices count its characters, joiners included."""
        # Marks (خانهٔ) belong to the letter before them: they are left out, and their places counted back in.
        plain = word.isalpha()
        letters = range(len(word)) if plain else [i for i, c in enumerate(word) if c.isalpha()]
        key = word if plain else "".join([word[i] for i in letters])
        if len(key) < SHORTEST:
            return ()
        known = known_joints(key, self.vocabulary)
        if known and ZWNJ in word and self._is_of_words(word):
            return ()  # جیبی|ای spells no J B A
        scores = self.scores(key) if known is None else known
        if known is None:
            scores = self.without_may(key, scores)
            scores = self.behind_whole(key, scores | self.shown(key, scores))
            scores = self.before_tail(key, scores)
        if not scores:
            return ()
        if "نده" in key or "ندگ" in key:
            scores = {i: score for i, score in scores.items() if not key.startswith(_NO_PARTS, i)}
        if key.startswith(PLURAL):  # a name, هایدل, is no ending and a word
            scores = {i: score for i, score in scores.items() if i > len(PLURAL)}
        if plain and key.endswith(PLURAL):
            self.note_rivals(word, scores)
        have: frozenset[int] = frozenset() if plain else joint_places(_MARK.sub("", word))
        taken = take_likely(scores, have)
        if 2 in taken and key.startswith("به"):  # the noun after به has joints of its own: بهگونهای
            noun = {joint.place + 2: joint.score for joint in self[key[2:]]}
            taken = {
                place: max(score, noun.get(place, NEVER)) for place, score in (noun | taken).items()
            }
        if known is None and (taken or have):
            # A part's joint may show the next part: راه|حلهای, راه|حل|های.
            taken |= self.joints_of_parts(key, have, taken)
            taken |= self.joints_of_parts(key, have, taken)
        return tuple(Joint(letters[i], score) for i, score in sorted(taken.items()))

    def _is_of_words(self, word: str) -> bool:
        """Tell whether all that stands between the joiners of a word are words."""
        return all(self.vocabulary.knowledge(part) > 1 for part in word.split(ZWNJ))

    def shown(self, key: str, scores: dict[int, float]) -> dict[int, float]:
        """The joints of a word that its ending or the dictionaries show, where the model is less sure of them."""
        of_key = listed_joints if self.vocabulary.knowledge(key) == 1 else seen_joints
        found = of_key(key, self.vocabulary)
        found |= dict.fromkeys(joints_of_phrase(key, self.vocabulary), SHOWN)
        found |= joints_of_stem(key, self.vocabulary, self.__getitem__)
        ending = joint_before_ending(key, self.vocabulary) or joint_before_my(key, self.vocabulary)
        names: tuple[int, ...] = ()
        if ending is None or ending[1] == STRANGE:
            names = joints_in_name(key, self.vocabulary)
            ending = None if names else ending
        if ending and key[ending[0] - 1] in NOT_JOINING:  # کلیدهام shows no joint, but has no کلیده
            found = {i: score for i, score in found.items() if score > scores.get(i, NEVER)}
            return found | {ending[0] + 1: NEVER}
        if ending:
            found[ending[0]] = ending[1]
            if (
                ending[1] == WRONG
            ):  # what is before the ending is a word with joints of its own, or none
                own = {joint.place: joint.score for joint in self[key[: ending[0]]]}
                return {i: own.get(i, NEVER) for i in scores} | own | found
        elif (tail := joint_before_tail(key, self.vocabulary)) is not None:
            found[tail] = LISTED
        elif names:
            found |= dict.fromkeys(names, LISTED)
        elif not any(score > LIKELY for score in (*scores.values(), *found.values())):
            of_two = joint_before_article(key, self.vocabulary) or joint_before_infinitive(
                key, self.vocabulary
            )
            found |= {of_two: SHOWN} if of_two else {}
        return {i: score for i, score in found.items() if score > scores.get(i, NEVER)}

    def without_may(self, key: str, scores: dict[int, float]) -> dict[int, float]:
        """The joints of a word but for the one behind می where no verb follows (میناو, برمینگهام)."""
        preverb = _PREVERB.match(key)
        after = preverb.end() if preverb else len(verbal_prefix(key))
        if after not in scores or not self._is_no_verb(key[after:], compound=preverb is not None):
            return scores
        return {place: score for place, score in scores.items() if place != after}

    def _is_no_verb(self, word: str, *, compound: bool) -> bool:
        """Tell whether a word behind می is no verb; all 427 behind برمی and its like in edited text are verbs or known words."""
        if compound:
            return not (self.vocabulary.knowledge(word) or is_persian_verb(squeeze(f"می{word}")))
        return self.vocabulary.is_no_verb(word)

    def behind_whole(self, key: str, scores: dict[int, float]) -> dict[int, float]:
        """The joints of a word but for those in a word everybody writes as one (پنجشیری)."""
        whole = letters_of_whole(key, self.vocabulary) if key.endswith(ENDS_BEHIND_WHOLE) else 0
        return {i: score for i, score in scores.items() if i >= whole} if whole else scores

    def before_tail(self, key: str, scores: dict[int, float]) -> dict[int, float]:
        """The joints of a word but for those inside the first half of a surname, before what is no word (کله|رنیا of کلهرنیا)."""
        tail = start_of_tail(key)
        if tail is None:
            return scores
        known = self.vocabulary.knowledge
        return {i: score for i, score in scores.items() if i >= tail or known(key[i:])}

    def joints_of_parts(
        self, key: str, have: frozenset[int], taken: dict[int, float]
    ) -> dict[int, float]:
        """The joints of the known words before and after each joint of a word, where they are surer of them."""
        found: dict[int, float] = {}
        for place in (*have, *taken):
            for start, part in ((0, key[:place]), (place, key[place:])):
                if start and key[:place] in VERBAL:
                    continue  # می|میرم
                if len(part) >= SHORTEST and self.vocabulary.knowledge(part):
                    for joint in self[part]:
                        at = start + joint.place
                        beside = have.union(taken, found).intersection((at - 1, at + 1))
                        if at not in have and not beside and joint.score > taken.get(at, NEVER):
                            found[at] = joint.score
        return found

    def note_rivals(self, word: str, scores: dict[int, float]) -> None:
        """Remember a word in های that may be a plural or a noun in heh with ای, both nouns being known."""
        plural, single = len(word) - 3, len(word) - 2
        v = self.vocabulary
        if (
            v.is_in_use(word[:plural])
            and v.is_in_use(word[:single])
            and not v.is_spoken(word[:single])
        ):
            rivals = Rivals(
                plural, *(max(RIVAL, scores.get(place, NEVER)) for place in (plural, single))
            )
            if max(rivals.plural, rivals.single) > LIKELY:
                self.rivals[word] = rivals

    def scores(self, key: str) -> dict[int, float]:
        """Score the boundaries of a word that may be joints."""
        stored = self.stored.get(key)
        if stored is not None:
            return read_joints(stored)
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


def take_likely(scores: dict[int, float], have: frozenset[int]) -> dict[int, float]:
    """Of the places that may be joints take the likely ones, the likeliest first, none beside another.

    >>> take_likely({2: 1.5, 3: 4.0, 6: 0.5, 8: -3.0}, frozenset())
    {3: 4.0, 6: 0.5}
    """
    taken: dict[int, float] = {}
    for i, score in sorted(scores.items(), key=lambda item: -item[1]):
        if score <= LIKELY:
            break
        if not have.union(taken).intersection((i - 1, i, i + 1)):
            taken[i] = score
    return taken


def insert_joiners(word: str, joints: tuple[Joint, ...]) -> str:
    """Write a word with the joiners it misses."""
    pieces, copied = [], 0
    for index, _ in joints:
        pieces.append(word[copied:index])
        copied = index
    return ZWNJ.join((*pieces, word[copied:]))


@cache
@without_collecting()
def inside_model() -> InsideModel:
    """The model of boundaries inside words."""
    weights = read_weights("joints_inside.tsv.xz")
    return InsideModel(load_vocabulary(), weights, stored_joints(), find_answer)
