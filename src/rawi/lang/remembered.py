"""Answers to questions that recur, about words mostly. Floor 2."""

from collections.abc import Callable
from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


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
