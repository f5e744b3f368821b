"""What people call each other by in everyday life, written as one word: مشرجب, ننهزهرا. Floor 2; words come folded."""

from functools import cache, lru_cache

from rawi.lang.common import load_persian_words
from rawi.lang.grammar import get_grammar
from rawi.lang.known_names import load_known_names
from rawi.lang.people import load_people

_SHORTEST = 3  # letters of a given name


@lru_cache(maxsize=4096)
def given_behind_title(word: str) -> str | None:
    """The given name a Persian word holds behind an everyday title, None where it holds none.

    >>> given_behind_title("مشرجب"), given_behind_title("مشاور")
    ('رجب', None)
    """
    if not word.startswith(_titles()) or word in load_persian_words():
        return None
    if word in load_known_names("fa").surnames:
        return None  # آقاجانی
    names = load_people("fa").given_names
    rests = (word.removeprefix(title) for title in _titles() if word.startswith(title))
    return next((r for r in rests if len(r) >= _SHORTEST and r in names.alone), None)


@cache
def _titles() -> tuple[str, ...]:
    """The everyday titles."""
    return tuple(get_grammar("fa").words["everyday_titles"])
