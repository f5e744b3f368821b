"""What the models say of the words of the vocabulary, worked out when the package was built.

To work it out takes twenty times as long as to read it. The table (`lang/fa/word_answers.tsv.xz`) is built by
`tools/build_joint_weights.py`; a test works all of it out anew.
"""

from functools import cache
from typing import NamedTuple

from rawi.repair.vocabulary import PACKAGE
from rawi.tables import load_packed, split_columns


class WordAnswer(NamedTuple):
    """What the models say of a word.

    left, right: with the joiners it lost, of a joint with the next word and with the one before.
    joints: the joiners it lost: places and log odds.
    """

    left: float
    right: float
    joints: tuple[tuple[int, float], ...]


@cache
def written_answers() -> dict[str, str]:
    """Word to its answer as the table has it; most are never asked for."""
    words, answers = split_columns(load_packed(PACKAGE, "word_answers.tsv.xz"), 2)
    return dict(zip(words, answers, strict=True))


def find_answer(word: str) -> WordAnswer | None:
    """The answer of a word; None if the table has none.

    >>> find_answer("میرود").joints, find_answer("میناگریسازی")
    (((2, 5.94),), None)
    """
    written = written_answers().get(word)
    return None if written is None else read_answer(written)


def read_answer(written: str) -> WordAnswer:
    """Read one answer of the table.

    >>> read_answer("-3.1 0.25 2:8.0")
    WordAnswer(left=-3.1, right=0.25, joints=((2, 8.0),))
    """
    left, right, *joints = written.split(" ")
    return WordAnswer(float(left), float(right), tuple(map(_read_joint, joints)))


def _read_joint(written: str) -> tuple[int, float]:
    """Read one joint."""
    place, _, score = written.partition(":")
    return int(place), float(score)
