"""Give Persian words back their zero-width non-joiners, and take away those that join nothing."""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import accumulate, chain

from rawi.repair.between_model import between_model
from rawi.repair.habits import SURE, Evidence, Habits, judge
from rawi.repair.inside_model import LIKELY, Joint
from rawi.repair.joined_words import (
    JoinedWord,
    chance,
    describe_joints,
    is_plural,
    written_words,
)
from rawi.repair.participles import participle_odds, perfect_odds
from rawi.repair.rivals import Rivals, context_of, plural_odds
from rawi.repair.stretch import Copy, Stretch, split_words
from rawi.repair.surnames import halves_apart, names_of, speakers_of
from rawi.text import Edit

ZWNJ = "\u200c"
_SOUND_PLURAL = re.compile("\u200c(?:ها|تر)")
WINDOW = 2000  # characters, about fifteen sentences: enough joints to see how a part is written
UNLIKELY = LIKELY - 2.2  # what the words around a participle say at most makes no more of it
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
    """Take away the joints of surnames that are written as one word: گندمکار, where محمد گندمکار is spoken of, or speaks."""
    asked = {
        words.words[i] for words in windows for i, found in words.joined.items() if found.surname
    }
    if asked:
        called = [names_of(words.words) | speakers_of(words.pieces) for words in windows]
        names = asked.intersection(chain.from_iterable(called))
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
        self.start = stretch.start
        self.pieces = split_words(stretch.text)
        self.words = self.pieces[1::2]
        between = between_model()
        columns = zip(*map(written_words().__getitem__, self.words), strict=True)
        found, left, right = map(list, tuple(columns) or ((), (), ()))
        self.joined = {i: joined for i, joined in enumerate(found) if joined}
        self.whole = list(self.words)  # with the joiners they may have lost
        for i, joined in self.joined.items():
            if joined.rivals:
                joined = self.joined[i] = self._with_neighbours(i, joined, joined.rivals)
                left[i], right[i] = (
                    between.score_left(joined.whole),
                    between.score_right(joined.whole),
                )
            self.whole[i] = joined.whole
        self.spaces: dict[int, float] = {}
        count = len(self.words)
        for i, score in between.find_joints(self.whole, self.pieces[2::2], left, right):
            if score > UNLIKELY:
                score += participle_odds(self.pieces, i + 1)
                following = self.words[i + 2] if i + 2 < count else ""
                score += perfect_odds(self.whole[i], self.whole[i + 1], following)
            if score > LIKELY:
                self.spaces[i] = score
        for i, score in halves_apart(self.words):
            if self.pieces[2 * i + 2] == " ":
                self.spaces[i] = max(score, self.spaces.get(i, score))
        self.seen = self._see(stretch.text)

    def _with_neighbours(self, number: int, joined: JoinedWord, rivals: Rivals) -> JoinedWord:
        """A word one of whose joints its neighbours decide."""
        place, score = rivals.decide(plural_odds(*context_of(self.pieces, number)))
        beside = (rivals.place, rivals.place + 1)
        others = (Joint(j.place, j.score) for j in joined.lost if j.place not in beside)
        return describe_joints(self.words[number], (*others, Joint(place, score)))

    def _see(self, text: str) -> tuple[Evidence, Evidence]:
        """Count the sure joints of other words and of plurals, by what became of them."""
        lost_others = sum([joined.others for joined in self.joined.values()])
        lost_plurals = sum([joined.plurals for joined in self.joined.values()])
        sure = [i for i, score in self.spaces.items() if score > SURE]
        spaced_plurals = sum([is_plural(self.words[i + 1], 0) for i in sure])
        sound = text.count(ZWNJ)
        sound_plurals = len(_SOUND_PLURAL.findall(text)) if sound else 0
        return (
            Evidence(sound - sound_plurals, lost_others, len(sure) - spaced_plurals),
            Evidence(sound_plurals, lost_plurals, spaced_plurals),
        )

    def leave(self, names: Set[str]) -> None:
        """Make no joints in some words."""
        self.joined = {i: found for i, found in self.joined.items() if self.words[i] not in names}

    def edits(self, habits: Habits) -> Iterator[Edit]:
        """Make the edits that the habits of the copy allow."""
        if not self.joined and not self.spaces:
            return
        ends = list(accumulate(map(len, self.pieces), initial=self.start))
        least = {"plural": habits.plural_inside, "surname": habits.surname}
        for i, joined in self.joined.items():
            for place, score, chance_, habit in joined.lost:
                if score > (least[habit] if habit else habits.inside):
                    at = ends[2 * i + 1] + place
                    yield Edit(at, at, ZWNJ, "fa.joint-lost", chance_)
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
                    score = between[pair] + perfect_odds(*pair, "")
                    if score > max(least, LIKELY):
                        made[space] = score
                        waiting.append(space)
        return made
