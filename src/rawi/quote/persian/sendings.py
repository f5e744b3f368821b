"""To whom a Persian writing went of which a relative clause tells it: «در بیانیه ای که برای X فرستاد، گفت», «نامه ای نشان داد که به X نوشته است»."""

from rawi.lang.grammar import get_grammar
from rawi.quote.page import Page
from rawi.quote.persian.hearers import is_unknown_name, may_listen, read_listener
from rawi.quote.persian.phrases import PAUSES
from rawi.quote.persian.verbs import is_finite
from rawi.quote.saying import Range

_TO = frozenset({"به", "برای"})
_FARTHEST = 16  # tokens from «که» to «به»


def find_sent(page: Page, noun: int, last: int) -> Range | None:
    """To whom a writing went whose noun stands at a token, where a relative clause before `last` tells that it was sent."""
    words = page.words
    link = next((i for i in range(noun + 1, last) if words[i] == "که"), None)
    if link is None or any(words[i] in PAUSES for i in range(noun, link)):
        return None
    for i in range(link + 1, min(last - 1, link + _FARTHEST)):
        if words[i] in PAUSES:
            return None
        if words[i] in _TO and page.mark_at[i] is None:
            place = _before_sending(page, i + 1, last)
            if place is not None:
                return place
    return None


def _before_sending(page: Page, first: int, last: int) -> Range | None:
    """Someone at a token right behind whom a verb of sending stands."""
    sent = get_grammar("fa").words["sent"]
    phrase = read_listener(page, first, last)
    end = next((i for i in range(first + 1, min(phrase[1] + 1, last)) if page.words[i] in sent), 0)
    if not end or (not is_finite(page, end) and not _goes_on(page, end, last)):
        return None
    place = (first, end)
    return place if may_listen(page, place) or is_unknown_name(page, place) else None


def _goes_on(page: Page, at: int, last: int) -> bool:
    """Tell whether a noun or participle at a token is a verb with the word behind it: «ارسال شد», «نوشته است»."""
    return at + 1 >= last or not page.is_word(at + 1) or is_finite(page, at + 1)
