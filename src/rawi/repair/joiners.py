"""Give Persian words back their zero-width non-joiners, and take away those that join nothing."""

import re
from collections import Counter
from collections.abc import Iterator
from math import exp

from rawi.repair.habits import SURE, Evidence, Habits, judge
from rawi.repair.joint_model import LIKELY, between_model, insert_joiners, inside_model
from rawi.repair.stretch import Copy, Stretch
from rawi.text import Edit

ZWNJ = "\u200c"
_PLURAL = re.compile("ها(?:یی?|ی[مشت]|یمان|یتان|یشان|ست|یند)?$|تر(?:ین?|ها|ند)?$")
_SOUND_PLURAL = re.compile("\u200c(?:ها|تر)")
NEVER_JOINED = -1000.0
WORD = re.compile(r"([^\W\d_](?:[^\W\d_]|[\u200c\u064b-\u0655\u0670])*)")


def find_joints(copy: Copy) -> Iterator[Edit]:
    """Find lost joiners: inside written words, and where a space took their place."""
    written = [WrittenWords(stretch) for stretch in copy.stretches("fa")]
    habits = judge(
        sum((words.others for words in written), Evidence()),
        sum((words.plurals for words in written), Evidence()),
    )
    for words in written:
        yield from words.edits(habits)


class WrittenWords:
    """The words of one stretch with what the models say of them."""

    def __init__(self, stretch: Stretch) -> None:
        inside, between = inside_model(), between_model()
        self.start = stretch.start
        self.pieces = WORD.split(stretch.text)
        self.words = self.pieces[1::2]
        self.joints = list(map(inside.__getitem__, self.words))
        whole = [
            insert_joiners(word, joints) if joints else word
            for word, joints in zip(self.words, self.joints, strict=True)
        ]
        self.spaces = {
            i: score
            for i in between.candidates(whole)
            if self.pieces[2 * i + 2] == " " and (score := between[whole[i], whole[i + 1]]) > LIKELY
        }
        lost = Counter(
            is_plural(word, joint.place)
            for word, joints in zip(self.words, self.joints, strict=True)
            for joint in joints
            if joint.score > SURE
        )
        spaced = Counter(
            is_plural(self.words[i + 1], 0) for i, score in self.spaces.items() if score > SURE
        )
        sound = stretch.text.count(ZWNJ)
        sound_plurals = len(_SOUND_PLURAL.findall(stretch.text)) if sound else 0
        self.others = Evidence(sound - sound_plurals, lost[False], spaced[False])
        self.plurals = Evidence(sound_plurals, lost[True], spaced[True])

    def edits(self, habits: Habits) -> Iterator[Edit]:
        """Make the edits that the habits of the copy allow."""
        place = self.start + len(self.pieces[0])
        for i, (word, joints) in enumerate(zip(self.words, self.joints, strict=True)):
            for index, score in joints:
                if score > (habits.plural_inside if is_plural(word, index) else habits.inside):
                    at = place + index
                    yield Edit(at, at, ZWNJ, "fa.joint-lost", chance(score))
            place += len(word)
            score = self.spaces.get(i, NEVER_JOINED)
            if score > habits.between:
                yield Edit(place, place + 1, ZWNJ, "fa.joint-spaced", chance(score))
            place += len(self.pieces[2 * i + 2])


def is_plural(word: str, place: int) -> bool:
    """Tell whether a plural or comparative ending begins at a place of a word (کتابها, بزرگتر)."""
    return _PLURAL.match(word, place) is not None


def chance(score: float) -> float:
    """Turn log odds into a probability of two digits."""
    return round(1 / (1 + exp(-score)), 2)
