"""What a Persian speaker counts one by one, each in a paragraph of its own: «اول؛ …», «دوم؛ …», «۳- …»."""

from rawi.quote.marks import DRAWN
from rawi.quote.page import Page, Paragraph
from rawi.quote.persian.phrases import PAUSES

_COUNTED = (
    ("اول", "اولا", "نخست", "یکم", "اولین", "1"), ("دوم", "دویم", "ثانیا", "دومین", "2"), ("سوم", "ثالثا", "سومین", "3"),
    ("چهارم", "رابعا", "4"), ("پنجم", "خامسا", "5"), ("ششم", "6"), ("هفتم", "7"), ("هشتم", "8"),
)  # fmt: skip
_BEHIND = PAUSES | DRAWN | {":", ")", ".", "این", "انکه", "اینکه", "نکته", "مورد"}


def opens_item(page: Page, paragraph: Paragraph, place: int) -> bool:
    """Tell whether a paragraph is the next one counted: «دوم؛ …» in second place."""
    words, first = page.words, paragraph.first
    if not 1 <= place <= len(_COUNTED) or paragraph.last - first < 2:
        return False
    return words[first] in _COUNTED[place - 1] and words[first + 1] in _BEHIND
