"""Give Persian words back their zero-width non-joiners, and take away those that join nothing."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from itertools import accumulate, chain
from math import exp

from rawi.repair.between_model import between_model
from rawi.repair.habits import SURE, Evidence, Habits, judge
from rawi.repair.inside_model import LIKELY, Joint, insert_joiners, inside_model
from rawi.repair.known_joints import KNOWN
from rawi.repair.participles import PARTICIPLES, participle_odds
from rawi.repair.rivals import Rivals, context_of, plural_odds
from rawi.repair.stretch import Copy, Stretch, split_words
from rawi.repair.surnames import find_tail, names_of
from rawi.text import Edit

ZWNJ = "\u200c"
_PLURAL = re.compile("ها(?:یی?|ی[مشت]|یمان|یتان|یشان|ست|یند)?$|تر(?:ین?|ها|ند)?$")
_SOUND_PLURAL = re.compile("\u200c(?:ها|تر)")
WINDOW = 2000  # characters, about fifteen sentences: enough joints to see how a part is written
REST = 0.5  # what a joint elsewhere in the copy counts beside one in the window


def find_joints(copy: Copy) -> Iterator[Edit]:
    """Find lost joiners: inside written words, and where a space took their place."""
    windows = [WrittenWords(window) for window in cut_windows(copy)]
    total = _sum(windows)
    leave_surnames(windows)
    for words in windows:
        # A copy may be sound in one part and damaged in another: each part is judged mostly by itself.
        seen = tuple(
            own + (all_ - own).weighed(REST) for own, all_ in zip(words.seen, total, strict=True)
        )
        yield from words.edits(judge(*seen))


def leave_surnames(windows: Sequence["WrittenWords"]) -> None:
    """Take away the joints of surnames that are written as one word: گندمکار, where محمد گندمکار is spoken of."""
    asked = {word for words in windows for word in words.may_be_surnames()}
    if asked:
        names = asked.intersection(chain.from_iterable(names_of(words.words) for words in windows))
        for words in windows:
            words.leave(names)


def find_habits(copy: Copy) -> Habits:
    """Tell how a copy is written as a whole, from its joints."""
    return judge(*_sum([WrittenWords(window) for window in cut_windows(copy)]))


def cut_windows(copy: Copy) -> Iterator[Stretch]:
    """Cut the Persian stretches of a copy into windows of whole lines."""
    for stretch in copy.stretches("fa"):
        start, length = 0, len(stretch.text)
        while start < length:
            end = stretch.text.find("\n", start + WINDOW)
            end = length if end < 0 else end
            yield Stretch(stretch.start + start, stretch.text[start:end], stretch.language)
            start = end


def _sum(windows: Sequence["WrittenWords"]) -> tuple[Evidence, Evidence]:
    """All that is seen in the windows: plurals apart from other joints."""
    return (
        sum((words.seen[0] for words in windows), Evidence()),
        sum((words.seen[1] for words in windows), Evidence()),
    )


class WrittenWords:
    """The words of one stretch with what the models say of them."""

    def __init__(self, stretch: Stretch) -> None:
        inside, between = inside_model(), between_model()
        self.start = stretch.start
        self.pieces = split_words(stretch.text)
        self.words = self.pieces[1::2]
        # Each word is looked up once: a copy has far fewer words than places where they stand.
        joints = {word: found for word in set(self.words) if (found := inside[word])}
        self.joined = [i for i, word in enumerate(self.words) if word in joints]
        self.joints = {i: joints[self.words[i]] for i in self.joined}
        for i in self.joined:
            if self.words[i] in inside.rivals:
                self.joints[i] = self._with_neighbours(i, inside.rivals[self.words[i]])
        self.whole = whole = list(self.words)  # with the joiners they may have lost
        for i in self.joined:
            whole[i] = insert_joiners(whole[i], self.joints[i])
        self.spaces: dict[int, float] = {}
        for i in between.candidates(whole):
            if self.pieces[2 * i + 2] == " ":
                score = between[whole[i], whole[i + 1]]
                if self.words[i + 1] in PARTICIPLES:
                    score += participle_odds(self.pieces, i + 1)
                if score > LIKELY:
                    self.spaces[i] = score
        lost = Counter(
            is_plural(self.words[i], joint.place)
            for i in self.joined
            for joint in self.joints[i]
            if joint.score > SURE
        )
        spaced = Counter(
            is_plural(self.words[i + 1], 0) for i, score in self.spaces.items() if score > SURE
        )
        sound = stretch.text.count(ZWNJ)
        sound_plurals = len(_SOUND_PLURAL.findall(stretch.text)) if sound else 0
        self.seen = (
            Evidence(sound - sound_plurals, lost[False], spaced[False]),
            Evidence(sound_plurals, lost[True], spaced[True]),
        )

    def _with_neighbours(self, number: int, rivals: Rivals) -> tuple[Joint, ...]:
        """The joints of a word one of which its neighbours decide."""
        place, score = rivals.decide(plural_odds(*context_of(self.pieces, number)))
        others = [j for j in self.joints[number] if j.place not in (rivals.place, rivals.place + 1)]
        return (*others, Joint(place, score))

    def may_be_surnames(self) -> Iterator[str]:
        """The words whose one joint stands before the tail of a surname that is a common word too."""
        seen = inside_model().vocabulary.variants
        for word in {self.words[i] for i in self.joined if len(self.joints[i]) == 1}:
            tail = find_tail(word, weak=True)
            if tail is not None and inside_model()[word][0].place == tail and word not in seen:
                yield word

    def leave(self, names: Set[str]) -> None:
        """Make no joints in some words."""
        self.joined = [i for i in self.joined if self.words[i] not in names]

    def edits(self, habits: Habits) -> Iterator[Edit]:
        """Make the edits that the habits of the copy allow."""
        if not self.joined and not self.spaces:
            return
        ends = list(accumulate(map(len, self.pieces), initial=self.start))
        for i in self.joined:
            word, place = self.words[i], ends[2 * i + 1]
            for index, score in self.joints[i]:
                # No outlet writes بچهها on purpose: what a rule knows is no habit.
                habitual = score < KNOWN and is_plural(word, index)
                if score > (habits.plural_inside if habitual else habits.inside):
                    at = place + index
                    yield Edit(at, at, ZWNJ, "fa.joint-lost", chance(score))
        for i, score in self._closed(habits.between).items():
            place = ends[2 * i + 2]
            yield Edit(place, place + 1, ZWNJ, "fa.joint-spaced", chance(score))

    def _closed(self, least: float) -> dict[int, float]:
        """The spaces that become joiners, and what that joins once more (سبک تر ها: سبک تر|ها, سبک|تر|ها)."""
        between, whole = between_model(), self.whole
        made = {i: score for i, score in self.spaces.items() if score > least}
        waiting = list(made)
        while waiting:
            first = last = waiting.pop()
            while first - 1 in made:
                first -= 1
            while last + 1 in made:
                last += 1
            joined = ZWNJ.join(whole[first : last + 2])
            for space, pair in (
                (first - 1, (whole[first - 1], joined)),
                (last + 1, (joined, whole[last + 2] if last + 2 < len(whole) else "")),
            ):
                if 0 <= space < len(whole) - 1 and self.pieces[2 * space + 2] == " ":
                    score = between[pair]
                    if score > max(least, LIKELY):
                        made[space] = score
                        waiting.append(space)
        return made


def is_plural(word: str, place: int) -> bool:
    """Tell whether a plural or comparative ending begins at a place of a word (کتابها, بزرگتر)."""
    return _PLURAL.match(word, place) is not None


def chance(score: float) -> float:
    """Turn log odds into a probability of two digits."""
    return round(1 / (1 + exp(-score)), 2)
