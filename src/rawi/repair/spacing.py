"""Give Persian words back the spaces lost between them, where the letters leave no doubt; else suggest it."""

from bisect import bisect
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, chain, pairwise, repeat
from math import log

from rawi.lang.remembered import RememberedPieces
from rawi.repair.inside_model import InsideModel, inside_model
from rawi.repair.joined_words import chance
from rawi.repair.known_joints import glued_joints
from rawi.repair.space_features import (
    NEIGHBOUR_LEVELS,
    NOT_JOINING,
    commonness,
    halves,
    is_explained,
    may_hide_space,
    neighbour_level_features,
    neighbour_levels,
    place_features,
    whole_levels,
)
from rawi.repair.stretch import WORD, Copy, Stretch, cut_at_blanks, piece_size, split_words
from rawi.repair.surnames import find_tail, names_of, speakers_of
from rawi.repair.vocabulary import ZWNJ
from rawi.repair.weights import read_weights
from rawi.repair.whole_words import letters_of_whole
from rawi.text import Edit

SURE = 4.0  # log odds; such places show how many spaces the copy has lost
HOPELESS = -5.0  # log odds; the neighbours' say is never so much
WORTH_SAYING = 0.0  # log odds above which a place is at least suggested
# The model was taught on text that lost 4 spaces of a hundred words, three times a bad copy. A copy is
# taken to have lost them at the rate of its sure places, plus four tenths of one and a hundred words.
TAUGHT_RATE = 0.045
PRIOR_PLACES, PRIOR_WORDS = 0.4, 100
JOINT_LIKELY = 1.0
# What is taken off where a spelling is sound: of 15 such words split in the development parts 8 were so on purpose.
ONE_WORD = 4.0
CACHED = 100_000  # words


@cache
def _weights() -> dict[str, float]:
    """The weights of the model."""
    return read_weights("lost_spaces.tsv.xz")


class _Places(dict[str, tuple[tuple[int, float], ...]]):
    """Word to the places where it may have lost a space, with their log odds but for the neighbours' say."""

    def __missing__(self, word: str) -> tuple[tuple[int, float], ...]:
        if len(self) > CACHED:
            self.clear()
        found: tuple[tuple[int, float], ...] = ()
        inside = inside_model()
        if may_hide_space(word, inside) and not _is_whole(word, inside):
            found = tuple(_score_places(word, inside))
        self[word] = found
        return found


def _is_whole(word: str, inside: InsideModel) -> bool:
    """Tell whether a word is known to be one, maybe with an ending: خریدوفروش; بامیانی has no با in it."""
    key = word.replace(ZWNJ, "")
    return key in glued_joints() or letters_of_whole(key, inside.vocabulary) > 0


def _score_places(word: str, inside: InsideModel) -> Iterator[tuple[int, float]]:
    """Yield the places of a word where a space may have been lost, whatever its neighbours, with their log odds."""
    v, bias = inside.vocabulary, _weights()["bias"]
    less = ONE_WORD if v.is_one_word(word) else 0.0
    whole = whole_levels(word, v)
    most = _most_neighbours_say(whole.pair)
    for i, left, right, a, b in halves(word, v):
        if a and b:
            score = _score(place_features(left, right, a, b, whole)) - less
        else:
            # Whether joints explain an unknown half takes long to tell, and seldom matters.
            ways = [
                _score(place_features(left, right, a or e, b or e, whole)) - less for e in (0, 1)
            ]
            if max(ways) <= HOPELESS or max(ways) + most - bias <= WORTH_SAYING:
                continue
            score = ways[is_explained(left if a == 0 else right, inside)]
        if score > HOPELESS and score + most - bias > WORTH_SAYING:
            yield i, score


_PLACES = _Places()
_WORD_COUNTS = RememberedPieces[int](lambda piece: len(WORD.findall(piece)))
_STRANGE = RememberedPieces[bool](lambda piece: any(map(_PLACES.__getitem__, WORD.findall(piece))))


def _score(features: list[str]) -> float:
    """Add up the weights of features, and the bias."""
    weights = _weights()
    return weights["bias"] + sum(map(weights.get, features, repeat(0.0)))


@cache
def _neighbours_say(near: int, next_: int, pair: int) -> float:
    """What levels of neighbours speak for a lost space, and the bias."""
    return _score(neighbour_level_features(near, next_, pair))


@cache
def _most_neighbours_say(pair: int) -> float:
    """The most that neighbours can speak for a lost space, and the bias."""
    levels = range(NEIGHBOUR_LEVELS)
    return max(_neighbours_say(near, next_, pair) for near in levels for next_ in levels)


def find_lost_spaces(copy: Copy) -> Iterator[Edit]:
    """Find words that are two, with how sure that is in this copy."""
    stretches = list(copy.stretches("fa"))
    # A look at what stands between blanks is enough for most copies, which have no strange word.
    if not any(any(map(_STRANGE.__getitem__, stretch.text.split())) for stretch in stretches):
        return
    lost: list[tuple[int, float, str, int]] = []
    total = 0
    # Where all joiners were lost, a joint explains بهخوبی as well as a space does, and better.
    bare = ZWNJ not in copy.repaired
    for stretch in stretches:
        pieces = cut_at_blanks(stretch.text)
        total += sum(map(_WORD_COUNTS.__getitem__, pieces))
        lost += [
            (stretch.start + start + i, score, word, i)
            for start, word, before, after in _strange_words(pieces)
            for i, score in split_word(word, before, after)
            if not (bare and _is_joint(word, i))
        ]
    names = _find_names(
        [word for _, _, word, i in lost if i == find_tail(word, weak=True)], stretches
    )
    places = [(place, score) for place, score, word, _ in lost if word not in names]
    sure = sum(1 for _, score in places if score > SURE)
    rate = (sure + PRIOR_PLACES) / (total + PRIOR_WORDS)
    shift = min(0.0, log(rate / TAUGHT_RATE))
    for place, score in sorted(places):
        if score + shift > WORTH_SAYING:
            yield Edit(place, place, " ", "fa.lost-space", chance(score + shift))


def _find_names(words: Sequence[str], stretches: Sequence[Stretch]) -> frozenset[str]:
    """Which of some words that end as surnames do a copy calls somebody by: نوروزکار, where خانم نوروزکار is told of, or speaks."""
    if not words:
        return frozenset()
    called = (
        names_of(WORD.findall(stretch.text)) | speakers_of(split_words(stretch.text))
        for stretch in stretches
    )
    return frozenset(words).intersection(chain.from_iterable(called))


def _strange_words(pieces: Sequence[str]) -> Iterator[tuple[int, str, str, str]]:
    """Yield the words of strange pieces: where each begins, the word, the one before it and the one behind."""
    strange = [k for k, found in enumerate(map(_STRANGE.__getitem__, pieces)) if found]
    begins = list(accumulate(map(piece_size, pieces), initial=0)) if strange else []
    for k in strange:
        found = list(WORD.finditer(pieces[k]))
        before = (words[-1] for piece in reversed(pieces[:k]) if (words := WORD.findall(piece)))
        after = (word[0] for piece in pieces[k + 1 :] if (word := WORD.search(piece)))
        words = [next(before, "#"), *(match[0] for match in found), next(after, "#")]
        for match, first, second in zip(found, words, words[2:], strict=False):
            yield begins[k] + match.start(), match[0], first, second


def _is_joint(word: str, place: int) -> bool:
    """Tell whether a place after a letter that joins is more likely a lost joiner."""
    return word[place - 1] not in NOT_JOINING and any(
        joint.place == place and joint.score > JOINT_LIKELY for joint in inside_model()[word]
    )


def split_word(word: str, before: str, after: str) -> list[tuple[int, float]]:
    """Find the places in a word where a space was lost, with their log odds, the best of each neighbourhood."""
    v, bias = inside_model().vocabulary, _weights()["bias"]
    scored = [
        (score + _neighbours_say(*neighbour_levels(word, i, before, after, v)) - bias, i)
        for i, score in _PLACES[word]
    ]
    taken: list[tuple[int, float]] = []
    for score, i in sorted(scored, reverse=True):
        if score <= WORTH_SAYING:
            break
        cuts = [0, *sorted(place for place, _ in taken), len(word)]
        at = bisect(cuts, i)
        if taken and commonness(word[cuts[at - 1] : cuts[at]], v):
            continue  # کار برداشت, not کاربر داشت too
        parts = [word[a:b] for a, b in pairwise([*cuts[:at], i, *cuts[at:]])]
        if all(commonness(part, v) or len(part) > 3 for part in parts):
            taken.append((i, score))
    return taken
