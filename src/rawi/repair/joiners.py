"""Give Persian words back their zero-width non-joiners, and take away those that join nothing."""

import re
from collections.abc import Iterator, Sequence, Set
from functools import cached_property
from itertools import accumulate, chain, compress, count, islice
from operator import add, itemgetter

from rawi.repair.between_model import HOPELESS, HOPELESS_UNSEEN, between_model
from rawi.repair.habits import SURE, Evidence, Habits, judge
from rawi.repair.inside_model import LIKELY, Joint
from rawi.repair.joined_words import (
    APART,
    JoinedWord,
    WrittenWord,
    chance,
    describe_joints,
    is_plural,
    written_pieces,
)
from rawi.repair.participles import may_be_perfect, participle_odds, perfect_odds
from rawi.repair.rivals import context_of, plural_odds
from rawi.repair.stretch import Copy, Stretch, cut_at_blanks, split_words
from rawi.repair.surnames import ends_surname, names_of, odds_of_halves, speakers_of
from rawi.text import Edit

ZWNJ = "\u200c"
_SOUND_PLURAL = re.compile("\u200c(?:ها|تر)")
WINDOW = 2000  # characters, about fifteen sentences: enough joints to see how a part is written
UNLIKELY = LIKELY - 2.2  # what the words around a participle say at most makes no more of it
_WHOLE, _LEFT, _RIGHT, _JOINED, _SIZE = (
    itemgetter(WrittenWord._fields.index(field))
    for field in ("whole", "left", "right", "joined", "size")
)
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
        words.words[i].word
        for words in windows
        for i, found in words.joined.items()
        if found.surname
    }
    if asked:
        called = [
            names_of(found.word for found in words.words if found.word)
            | speakers_of(split_words(words.text))
            for words in windows
        ]
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
    """The words of one stretch with what the models say of them.

    What has no word between two blanks is counted among them as an empty one, so that no word stands beside the
    next but for a single blank.
    """

    def __init__(self, stretch: Stretch) -> None:
        self.text, self.start = stretch.text, stretch.start
        pieces = map(written_pieces().__getitem__, cut_at_blanks(stretch.text))
        self.words = list(chain.from_iterable(pieces))
        numbers = list(compress(count(), map(_JOINED, self.words)))
        self.joined = {i: joined for i in numbers if (joined := self._decide(i))}
        self.spaces = dict(self._find_spaces())
        for i, score in self._find_surnames():
            self.spaces[i] = max(score, self.spaces.get(i, score))
        self.seen = self._see()

    @cached_property
    def _begins(self) -> list[int]:
        """Where the words begin in the text, with the marks before them."""
        return list(accumulate(map(_SIZE, self.words), initial=0))

    def _place(self, number: int) -> int:
        """Where a word begins in the text."""
        return self._begins[number] + self.words[number].lead

    def _end(self, number: int) -> int:
        """Where a word ends in the text."""
        return self._place(number) + len(self.words[number].word)

    def _before(self, number: int) -> str:
        """The word before a word, whatever stands between them; "" before the first."""
        return self._first_of(range(number - 1, -1, -1))

    def _after(self, number: int) -> str:
        """The word behind a word, whatever stands between them; "" behind the last."""
        return self._first_of(range(number + 1, len(self.words)))

    def _first_of(self, numbers: range) -> str:
        """The first of some words that is not empty."""
        found = map(self.words.__getitem__, numbers)
        return next((written.word for written in found if written.word), "")

    def _say(self, number: int) -> float:
        """What a word and the next say of a joint between them, below everything where more than a blank parts them."""
        if 0 <= number < len(self.words) - 1:
            return between_model().bias + self.words[number].left + self.words[number + 1].right
        return APART

    def _decide(self, number: int) -> JoinedWord | None:
        """The joints of a word, one of which its neighbours may decide: then the word is taken so."""
        found = self.words[number]
        joined = found.joined
        if joined is None or joined.rivals is None:
            return joined
        rivals = joined.rivals
        context = context_of(self.text, self._place(number), self._end(number))
        place, score = rivals.decide(plural_odds(*context))
        beside = (rivals.place, rivals.place + 1)
        others = (Joint(j.place, j.score) for j in joined.lost if j.place not in beside)
        decided = describe_joints(found.word, (*others, Joint(place, score)))
        between, whole = between_model(), decided.whole
        self.words[number] = found._replace(
            whole=whole,
            left=between.score_left(whole) if found.left > APART else APART,
            right=between.score_right(whole) if found.right > APART else APART,
        )
        return decided

    def _find_spaces(self) -> Iterator[tuple[int, float]]:
        """Yield the words whose joint with the next is likely, with its log odds.

        Most joints are hopeless already by what each word says.
        """
        between, words = between_model(), self.words
        least = HOPELESS - between.bias
        says = map(add, map(_LEFT, words), map(_RIGHT, islice(words, 1, None)))
        numbers = [i for i, say in enumerate(says) if say > least]
        whole = list(map(_WHOLE, words))
        pairs = zip(
            map(whole.__getitem__, numbers), map(whole[1:].__getitem__, numbers), strict=True
        )
        for i, score in zip(numbers, map(between.get, pairs), strict=True):
            left, right = words[i], words[i + 1]
            if score is None:
                alone = between.bias + left.left + right.right
                score = between.remember(left.whole, right.whole, alone)
            if score > UNLIKELY:
                score += participle_odds(right.word, self.text, self._end(i + 1))
                if may_be_perfect(right.whole):
                    score += perfect_odds(left.whole, right.whole, self._after(i + 1))
            if score > LIKELY:
                yield i, score

    def _find_surnames(self) -> Iterator[tuple[int, float]]:
        """Yield the words that are the first half of a surname, the next being the second."""
        for i in self.joined:
            if ends_surname(self.words[i].word) and self._say(i - 1) > APART:
                first, second = self.words[i - 1].word, self.words[i].word
                score = odds_of_halves(self._before(i - 1), first, second)
                if score is not None:
                    yield i - 1, score

    def _see(self) -> tuple[Evidence, Evidence]:
        """Count the sure joints of other words and of plurals, by what became of them."""
        lost_others = sum([joined.others for joined in self.joined.values()])
        lost_plurals = sum([joined.plurals for joined in self.joined.values()])
        sure = [i for i, score in self.spaces.items() if score > SURE]
        spaced_plurals = sum([is_plural(self.words[i + 1].word, 0) for i in sure])
        sound = self.text.count(ZWNJ)
        sound_plurals = len(_SOUND_PLURAL.findall(self.text)) if sound else 0
        return (
            Evidence(sound - sound_plurals, lost_others, len(sure) - spaced_plurals),
            Evidence(sound_plurals, lost_plurals, spaced_plurals),
        )

    def leave(self, names: Set[str]) -> None:
        """Make no joints in some words."""
        self.joined = {
            i: found for i, found in self.joined.items() if self.words[i].word not in names
        }

    def edits(self, habits: Habits) -> Iterator[Edit]:
        """Make the edits that the habits of the copy allow."""
        least = {"plural": habits.plural_inside, "surname": habits.surname}
        for i, joined in self.joined.items():
            for place, score, chance_, habit in joined.lost:
                if score > (least[habit] if habit else habits.inside):
                    at = self.start + self._place(i) + place
                    yield Edit(at, at, ZWNJ, "fa.joint-lost", chance_)
        for i, score in self._closed(habits.between).items():
            at = self.start + self._end(i)
            yield Edit(at, at + 1, ZWNJ, "fa.joint-spaced", chance(score))

    def _closed(self, least: float) -> dict[int, float]:
        """The spaces that become joiners, and what that joins once more (سبک تر ها: سبک تر|ها, سبک|تر|ها)."""
        between, whole = between_model(), [found.whole for found in self.words]
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
                # What is joined says of its neighbour what its word there says, or less.
                say = self._say(space)
                if say > APART and (say >= HOPELESS_UNSEEN or between.may_join(*pair)):
                    score = between[pair] + perfect_odds(*pair, "")
                    if score > max(least, LIKELY):
                        made[space] = score
                        waiting.append(space)
        return made
