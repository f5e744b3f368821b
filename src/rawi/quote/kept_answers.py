"""Answers about a page that rules ask for again and again: kept while the page is read, then forgotten.

What an Arabic subject is, where its phrase ends and which words are verbs is asked by a dozen rules of the same tokens.
"""

from collections.abc import Callable
from functools import cache
from typing import ParamSpec, TypeVar, cast

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")

_KEPT: list[Callable[[], None]] = []


def keep_answers(function: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
    """Let a question about a page, which never changes, be answered once; what it answers must not change either."""
    kept = cache(function)
    _KEPT.append(kept.cache_clear)
    # The cache takes what the function takes, which its type does not say.
    return cast("Callable[Asked, Answer]", kept)


def forget_answers() -> None:
    """Forget all that was kept: the pages it was asked of are read."""
    for clear in _KEPT:
        clear()
