"""What is known of a word that lost joiners, found once: a copy has far fewer words than places where they stand."""

import re
from functools import cache
from math import exp
from typing import Literal, NamedTuple

from rawi.lang.remembered import Remembered, RememberedPieces
from rawi.repair.between_model import between_model
from rawi.repair.habits import SURE
from rawi.repair.inside_model import Joint, insert_joiners, inside_model
from rawi.repair.known_joints import ENDINGS, KNOWN
from rawi.repair.rivals import Rivals
from rawi.repair.stretch import piece_size, split_words
from rawi.repair.surnames import ends_surname, find_tail, is_of_family
from rawi.repair.whole_words import is_after_numeral
from rawi.repair.word_answers import find_answer

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
APART = float("-inf")


class WrittenWord(NamedTuple):
    """A word as it stands in a copy.

    word: "" where there is only a mark or a line break.
    whole: the word with the joiners it lost.
    left, right: what it says of a joint with the next word and with the one before; `APART` where more than a
        blank parts them.
    joined: the joiners it lost, None if there are none; of a word that ends surnames (فر) always something.
    lead: the characters before it that are no word's.
    size: the characters to the next word, or to the marks before that.
    """

    word: str
    whole: str
    left: float
    right: float
    joined: JoinedWord | None
    lead: int
    size: int


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
    between, joints = between_model(), inside_model()[word]
    joined = describe_joints(word, joints) if joints or ends_surname(word) else None
    if joined and joints:
        joined = joined._replace(
            rivals=inside_model().rivals.get(word), surname=_may_be_surname(word, joints)
        )
    answer = find_answer(word)
    if answer:
        return joined, answer.left, answer.right
    whole = joined.whole if joined else word
    return joined, between.score_left(whole), between.score_right(whole)


def _cut(piece: str) -> tuple[WrittenWord, ...]:
    """Cut a piece into its words, the blank behind it being counted to the last."""
    before, *rest = split_words(piece)
    if not rest:
        return (WrittenWord("", "", APART, APART, None, 0, piece_size(piece)),)
    found: list[WrittenWord] = []
    for word, behind in zip(rest[::2], rest[1::2], strict=True):
        joined, left, right = known_words()[word]
        lead = 0 if found else len(before)
        found.append(
            WrittenWord(
                word,
                joined.whole if joined else word,
                APART,
                APART if found or before else right,
                joined,
                lead,
                lead + len(word) + len(behind),
            )
        )
    last = found[-1]
    found[-1] = last._replace(left=APART if behind else left, size=last.size + 1)
    return tuple(found)


def describe_joints(word: str, joints: tuple[Joint, ...]) -> JoinedWord:
    """Describe a word that lost some joints."""
    lost = tuple(
        LostJoint(place, score, chance(score), habit_of(word, place, score))
        for place, score in joints
    )
    # What may be written as one word, a surname or باغدار, tells nothing of the copy.
    sure = [
        is_plural(word, joint.place)
        for joint in lost
        if joint.score > SURE
        and joint.habit != "surname"
        and (joint.habit or joint.score >= KNOWN or not _is_listed_whole(word, joint.place))
    ]
    return JoinedWord(insert_joiners(word, joints), lost, len(sure) - sum(sure), sum(sure))


def habit_of(word: str, place: int, score: float) -> Literal["", "plural", "surname"]:
    """The habit that may have left a joint out. No outlet writes بچهها on purpose: what a rule knows is no habit."""
    if score < KNOWN and is_plural(word, place):
        return "plural"
    return "surname" if is_of_family(word, place) else ""


def _is_listed_whole(word: str, place: int) -> bool:
    """Tell whether all dictionaries have a word, or what stands before its ending, as one word, whatever joint is in it."""
    lists = inside_model().vocabulary.lists
    stems = (word.removesuffix(ending) for ending in ENDINGS if word.endswith(ending))
    return any(
        len(stem) > place + 1 and all(stem in listed.words for listed in lists) for stem in stems
    )


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
