"""Whom an Arabic clause opens about, and who therefore does not speak in it: «وعن الحارس X، المصاب في الركبة، اكتفى بالقول»."""

from collections.abc import Collection

from rawi.quote.arabic.words import SIGNS
from rawi.quote.marks import MARKS
from rawi.quote.page import Page
from rawi.quote.saying import Range

_ABOUT = frozenset({"عن", "حول", "بشان", "بخصوص"})
_PAUSING = SIGNS - MARKS
_FARTHEST_VERB = 14  # tokens


def opens_about(page: Page, token: int) -> bool:
    """Tell whether a preposition at a token says of whom or what something is said."""
    return token >= 0 and page.words[token].removeprefix("و") in _ABOUT


def is_spoken_of(page: Page, at: int) -> bool:
    """Tell whether before a name a definite role and a preposition say that he is spoken of: «وعن الحارس X، …، اكتفى بالقول»."""
    return opens_about(page, at - 2) and page.words[at - 1].startswith("ال")


def tells_topic(page: Page, first: int, phrase: Range) -> bool:
    """Tell whether between commas a phrase without a name says what the one is whom a clause opens about: «وعن الحارس X، المصاب في الركبة، اكتفى بالقول»."""
    about = opens_about(page, first) and phrase[0] - 2 > first
    named = any(i in page.mention_at for i in range(*phrase))
    closed = page.words[phrase[1] : phrase[1] + 1] == ("،",)
    return about and closed and not named and phrase[0] - 2 in page.mention_at


def turns_to_subject(page: Page, at: int, verbs: Collection[int]) -> bool:
    """Tell whether after a pause a clause opens with what it is about before one of the verbs of saying: «…، وحول نقل اللوحات | نفى المدير ذلك»; not «…، عن نقل اللوحات»."""
    words = page.words
    if not words[at].startswith("و") or not opens_about(page, at):
        return False
    verb = next((i for i in range(at + 2, at + _FARTHEST_VERB) if i in verbs), None)
    return verb is not None and _PAUSING.isdisjoint(words[at:verb])
