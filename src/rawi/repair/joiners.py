"""Give Persian words back their zero-width non-joiners, and take away those that join nothing."""

import re
from collections.abc import Iterator
from math import exp

from rawi.repair.habits import SURE, Habits, judge
from rawi.repair.joint_model import Joint, between_model, inside_model
from rawi.repair.stretch import Copy, Stretch
from rawi.text import Edit

ZWNJ = "\u200c"
WORD = re.compile(r"([^\W\d_](?:[^\W\d_]|[\u200c\u064b-\u0655\u0670])*)")


def find_joints(copy: Copy) -> Iterator[Edit]:
    """Find lost joiners: inside written words, and where a space took their place."""
    written = [WrittenWords(stretch) for stretch in copy.stretches("fa")]
    habits = judge(
        sum(w.sound for w in written), sum(w.lost for w in written), sum(w.spaced for w in written)
    )
    for words in written:
        yield from words.edits(habits)


class WrittenWords:
    """The words of one stretch with what the models say of them."""

    def __init__(self, stretch: Stretch) -> None:
        inside, between = inside_model(), between_model()
        self.stretch = stretch
        self.pieces = WORD.split(stretch.text)
        self.words = self.pieces[1::2]
        self.gaps = self.pieces[2::2]
        self.joints = list(map(inside.__getitem__, self.words))
        repaired = [
            insert_joiners(word, joints) if joints else word
            for word, joints in zip(self.words, self.joints, strict=True)
        ]
        self.spaces = {
            i: score
            for i, gap in enumerate(self.gaps[:-1])
            if gap == " " and (score := between[repaired[i], repaired[i + 1]]) > 0
        }
        self.sound = stretch.text.count(ZWNJ)
        self.lost = sum(1 for joints in self.joints for joint in joints if joint.score > SURE)
        self.spaced = sum(1 for score in self.spaces.values() if score > SURE)

    def edits(self, habits: Habits) -> Iterator[Edit]:
        """Make the edits that the habits of the copy allow."""
        place = self.stretch.start + len(self.pieces[0])
        for i, (word, joints, gap) in enumerate(
            zip(self.words, self.joints, self.gaps, strict=True)
        ):
            for index, score in joints:
                if score > habits.inside:
                    at = place + index
                    yield Edit(at, at, ZWNJ, "fa.joint-lost", chance(score))
            place += len(word)
            score = self.spaces.get(i, 0.0)
            if score > habits.between:
                yield Edit(place, place + 1, ZWNJ, "fa.joint-spaced", chance(score))
            place += len(gap)


def insert_joiners(word: str, joints: tuple[Joint, ...]) -> str:
    """Write a word with the joiners it misses."""
    pieces, copied = [], 0
    for index, _ in joints:
        pieces.append(word[copied:index])
        copied = index
    return ZWNJ.join((*pieces, word[copied:]))


def chance(score: float) -> float:
    """Turn log odds into a probability of two digits."""
    return round(1 / (1 + exp(-score)), 2)
