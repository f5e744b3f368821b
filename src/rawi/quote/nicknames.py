"""What a Persian report calls someone for short, with a title of everyday life: «مش رجب» of «رجبعلی نان آور», also written as one word."""

from collections.abc import Sequence

from rawi.lang.nicknames import given_behind_title
from rawi.quote.speaker import Speaker, Words, is_part


def find_nicknamed(rule: str, words: Words, people: Sequence[Speaker]) -> Speaker | None:
    """The one person of a report whose given name is, or begins with, the one behind an everyday title; by the rule and words of a name."""
    given = given_behind_title(words[0]) if rule.startswith("fa.") else None
    if given is None:
        return None
    called = [p for p in people if is_part((given, *words[1:]), p.words)]
    if not called and len(words) == 1:
        called = [p for p in people if len(p.words) > 1 and p.words[0].startswith(given)]
    return called[0] if len(called) == 1 else None
