"""What is known of a word that lost joiners, found once: a copy has far fewer words than places where they stand."""

import re
from functools import cache
from math import exp
from typing import Literal, NamedTuple

from rawi.lang.remembered import Remembered, RememberedPieces
from rawi.repair.between_model import between_model
from rawi.repair.habits import SURE
from rawi.repair.inside_model import Joint, insert_joiners, inside_model
from rawi.repair.known_joints import KNOWN
from rawi.repair.rivals import Rivals
from rawi.repair.stretch import piece_size, split_words
from rawi.repair.surnames import find_tail, is_of_family
from rawi.repair.whole_words import is_after_numeral

_PLURAL = re.compile("ها(?:یی?|ی[مشت]|یمان|یتان|یشان|[متش]|[متش]ون|ست|یند)?$|تر(?:ین?|ها|ند)?$")


class LostJoint(NamedTuple):
    """A joiner a word lost before character `place`.

    score: its log odds.
    chance: its probability, of two digits.
    habit: what it is where it may be left out on purpose: a `plural` (کتابها) or that of a `surname` (حسینزاده).
    """

    place: int
    score: float
    chance: float
    habit: Literal["", "plural", "surname"]


class JoinedWord(NamedTuple):
    """A word that lost joiners.

    whole: the word with its joiners.
    lost: its joints, those the model is sure of counted in `others` and `plurals`.
    rivals: its two readings, if its neighbours decide.
    surname: whether it is a surname where a given name or a title stands before it.
    """

    whole: str
    lost: tuple[LostJoint, ...]
    others: int
    plurals: int
    rivals: Rivals | None = None
    surname: bool = False


# What is known of a word wherever it stands: of the joiners it lost, None if it lost none; and what it says, with its
# joiners, of a joint with the next word and with the one before.
KnownWord = tuple[JoinedWord | None, float, float]
# A word as it stands in a copy: the word, "" where there is only a mark; what it says of a joint with the next word and
# with the one before, `APART` where more than a blank parts them; the joiners it lost; the characters before it
# that are no word's, and those to the next word. Plain tuples, which Python's collector of garbage forgets; named
# ones it would visit for ever, 50,000 times.
WrittenWord = tuple[str, float, float, JoinedWord | None, int, int]
APART = float("-inf")


@cache
def known_words() -> Remembered[str, KnownWord]:
    """The words met so far: one look-up tells of a word all that a copy has to know."""
    return Remembered(_look_up)


@cache
def written_pieces() -> RememberedPieces[tuple[WrittenWord, ...]]:
    """The pieces of `cut_at_blanks` met so far: the words of each, at least one."""
    return RememberedPieces(_cut)


def _look_up(word: str) -> KnownWord:
    """Ask the models about a word."""
    between, joints, joined = between_model(), inside_model()[word], None
    if joints:
        joined = describe_joints(word, joints)._replace(
            rivals=inside_model().rivals.get(word), surname=_may_be_surname(word, joints)
        )
    whole = joined.whole if joined else word
    return joined, between.score_left(whole), between.score_right(whole)


def _cut(piece: str) -> tuple[WrittenWord, ...]:
    """Cut a piece into its words, the blank behind it being counted to the last."""
    before, *rest = split_words(piece)
    if not rest:
        return (("", APART, APART, None, 0, piece_size(piece)),)
    found: list[WrittenWord] = []
    last = len(rest) - 2
    for i in range(0, len(rest), 2):
        word, behind = rest[i], rest[i + 1]
        joined, left, right = known_words()[word]
        lead = 0 if i else len(before)
        size = lead + len(word) + len(behind) + (i == last)
        found.append(
            (
                word,
                left if i == last and not behind else APART,
                right if i == 0 and not before else APART,
                joined,
                lead,
                size,
            )
        )
    return tuple(found)


def describe_joints(word: str, joints: tuple[Joint, ...]) -> JoinedWord:
    """Describe a word that lost some joints."""
    lost = tuple(
        LostJoint(place, score, chance(score), habit_of(word, place, score))
        for place, score in joints
    )
    # A name whose family may write it as one word tells nothing of the copy.
    sure = [
        is_plural(word, joint.place)
        for joint in lost
        if joint.score > SURE and joint.habit != "surname"
    ]
    return JoinedWord(insert_joiners(word, joints), lost, len(sure) - sum(sure), sum(sure))


def habit_of(word: str, place: int, score: float) -> Literal["", "plural", "surname"]:
    """The habit that may have left a joint out. No outlet writes بچهها on purpose: what a rule knows is no habit."""
    if score < KNOWN and is_plural(word, place):
        return "plural"
    return "surname" if is_of_family(word, place) else ""


def _may_be_surname(word: str, joints: tuple[Joint, ...]) -> bool:
    """Tell whether a word's one joint stands before the tail of a surname that is a common word too, or after a number."""
    if len(joints) != 1 or word in inside_model().vocabulary.variants:
        return False
    place = joints[0].place
    return place == find_tail(word, weak=True) or is_after_numeral(word, place)


def is_plural(word: str, place: int) -> bool:
    """Tell whether a plural or comparative ending begins at a place of a word (کتابها, بزرگتر)."""
    return _PLURAL.match(word, place) is not None


def chance(score: float) -> float:
    """Turn log odds into a probability of two digits."""
    return round(1 / (1 + exp(-score)), 2)
