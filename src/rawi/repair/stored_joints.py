"""What the model of boundaries inside words says of the words of the vocabulary, worked out beforehand (`lang/fa/joints.tsv.xz`)."""

from rawi.repair.vocabulary import PACKAGE
from rawi.tables import load_packed, split_columns


def read_joints(written: str) -> dict[int, float]:
    """Read the joints of a stored word: places and log odds.

    >>> read_joints("4:8.82 7:-0.5")
    {4: 8.82, 7: -0.5}
    """
    joints = (joint.partition(":") for joint in written.split(" "))
    return {int(place): float(score) for place, _, score in joints}


def stored_joints() -> dict[str, str]:
    """The scores of the words of the vocabulary, as `read_joints` reads them."""
    words, joints = split_columns(load_packed(PACKAGE, "joints.tsv.xz"), 2)
    return dict(zip(words, joints, strict=True))
