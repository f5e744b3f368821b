"""To whose ears or face something is said in Arabic: «على مسامع الحضور», «في وجهه»."""

from rawi.quote.arabic.forms import without_pronoun
from rawi.quote.page import Page

_EARS = {"مسامع": "علی", "مسمع": "علی", "وجه": "فی", "وجوه": "فی", "اذن": "فی", "اذنی": "فی"}


def ends_before_ears(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a token ends «في وجه», «على مسامع»: before whom it was said follows.

    >>> ends_before_ears(("صرخ", "فی", "وجه", "المدیر"), 2), ends_before_ears(("علی", "وجه"), 1)
    (True, False)
    """
    return at > 0 and words[at] != "اذن" and _EARS.get(words[at]) == words[at - 1]


def is_at_ears(page: Page, at: int) -> bool:
    """Tell whether a token tells with a pronoun to whose ears or face something is said: «على | مسامعها», «في | وجهه»."""
    word = page.words[at]
    stem = without_pronoun(word)
    return at > 0 and stem != word and _EARS.get(stem) == page.words[at - 1]
