"""Answers to questions that recur, about words mostly. Floor 2."""

from collections.abc import Callable
from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")
LONGEST_KEPT = 40  # letters of a piece of text


class Remembered(dict[Key, Value]):
    """Answers to questions that recur; each is found once, and all are forgotten when there are more than `most`.

    >>> lengths = Remembered(len, most=1000)
    >>> lengths["word"], lengths["word"], len(lengths)
    (4, 4, 1)
    """

    def __init__(self, find: Callable[[Key], Value], *, most: int = 300_000) -> None:
        """Take what finds an answer."""
        super().__init__()
        self.find, self.most = find, most

    def __missing__(self, key: Key) -> Value:
        """Find the answer to a question not asked before."""
        if len(self) > self.most:
            self.clear()
        found = self[key] = self.find(key)
        return found


class RememberedPieces(Remembered[str, Value]):
    """The same of what stands between two blanks; a longer piece may be a page without blanks, and is not kept.

    >>> lengths = RememberedPieces(len)
    >>> lengths["word"], lengths["w" * 50], len(lengths)
    (4, 50, 1)
    """

    def __missing__(self, key: str) -> Value:
        """Find the answer for a piece not asked about before."""
        return self.find(key) if len(key) > LONGEST_KEPT else super().__missing__(key)
