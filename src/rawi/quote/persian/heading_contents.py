"""What stands behind the colon of a Persian heading where nobody speaks: «راهنمای سفر: ده کاری که …», «کتابخانه در خطر: چرا …»."""

from rawi.quote.marks import MARKS
from rawi.quote.page import Page
from rawi.quote.persian.verbs import follows_finite_verb, is_finite
from rawi.quote.saying import Range

_ASKING = frozenset({"چرا", "چگونه", "چطور", "کجا", "انچه", "هرانچه"})
_NEAR = 4  # words of which «که» tells
_VERB = 2  # tokens of the verb that ends a clause


def explains(page: Page, content: Range) -> bool:
    """Tell whether a heading says behind its colon what it tells of: a question it answers, or a thing with a clause."""
    words = page.words[slice(*content)]
    if page.words[content[0] - 1] in MARKS:
        return False
    if words[0] in _ASKING:
        return words[-1] not in "؟?"
    if "که" not in words[1:_NEAR] or not words[words.index("که") - 1].endswith("ی"):
        return False
    inside = range(content[0], content[1] - _VERB)
    return follows_finite_verb(page, content[1]) and not any(is_finite(page, i) for i in inside)
