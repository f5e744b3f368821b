"""What is known of a word that lost joiners, found once: a copy has far fewer words than places where they stand."""

import re
from functools import cache
from math import exp
from typing import NamedTuple

from rawi.repair.between_model import between_model
from rawi.repair.habits import SURE
from rawi.repair.inside_model import Joint, insert_joiners, inside_model
from rawi.repair.known_joints import KNOWN
from rawi.repair.rivals import Rivals
from rawi.repair.surnames import find_tail
from rawi.repair.weights import Remembered

_PLURAL = re.compile("ها(?:یی?|ی[مشت]|یمان|یتان|یشان|ست|یند)?$|تر(?:ین?|ها|ند)?$")


class LostJoint(NamedTuple):
    """A joiner a word lost before character `place`.

    score: its log odds.
    chance: its probability, of two digits.
    habitual: whether an outlet may leave it out on purpose (کتابها).
    """

    place: int
    score: float
    chance: float
    habitual: bool


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


class WrittenWord(NamedTuple):
    """A word as it stands in a copy.

    joined: what is known of the joiners it lost; None if it lost none.
    left, right: what it says, with its joiners, of a joint with the next word and with the one before.
    """

    joined: JoinedWord | None
    left: float
    right: float


@cache
def written_words() -> Remembered[str, WrittenWord]:
    """The words met so far: one look-up tells of a word all that a copy has to know."""
    return Remembered(_look_up)


def _look_up(word: str) -> WrittenWord:
    """Ask the models about a word."""
    between, joints, joined = between_model(), inside_model()[word], None
    if joints:
        joined = describe_joints(word, joints)._replace(
            rivals=inside_model().rivals.get(word), surname=_may_be_surname(word, joints)
        )
    whole = joined.whole if joined else word
    return WrittenWord(joined, between.score_left(whole), between.score_right(whole))


def describe_joints(word: str, joints: tuple[Joint, ...]) -> JoinedWord:
    """Describe a word that lost some joints."""
    plural = [is_plural(word, joint.place) for joint in joints]
    sure = [
        of_plural for of_plural, joint in zip(plural, joints, strict=True) if joint.score > SURE
    ]
    return JoinedWord(
        insert_joiners(word, joints),
        tuple(
            # No outlet writes بچهها on purpose: what a rule knows is no habit.
            LostJoint(place, score, chance(score), of_plural and score < KNOWN)
            for (place, score), of_plural in zip(joints, plural, strict=True)
        ),
        len(sure) - sum(sure),
        sum(sure),
    )


def _may_be_surname(word: str, joints: tuple[Joint, ...]) -> bool:
    """Tell whether a word's one joint stands before the tail of a surname that is a common word too."""
    return (
        len(joints) == 1
        and joints[0].place == find_tail(word, weak=True)
        and word not in inside_model().vocabulary.variants
    )


def is_plural(word: str, place: int) -> bool:
    """Tell whether a plural or comparative ending begins at a place of a word (کتابها, بزرگتر)."""
    return _PLURAL.match(word, place) is not None


def chance(score: float) -> float:
    """Turn log odds into a probability of two digits."""
    return round(1 / (1 + exp(-score)), 2)
