"""In what mood somebody speaks in Arabic, which is no subject of the verb: «وأكدت | غاضبة أنّ», «وقال | حزيناً: «…»»."""

from rawi.lang.grammar import get_grammar
from rawi.quote.arabic.words import is_complementizer
from rawi.quote.marks import MARKS
from rawi.quote.page import Page


def tells_mood(page: Page, token: int) -> bool:
    """Tell whether at a token, right before what is said, a word says in what mood: «وقالت | حزينة إنّ»; not «قالت سعيدة إنّ», who bears that name."""
    word = page.words[token]
    stem = word.removesuffix("ه").removesuffix("ا")
    if stem not in get_grammar("ar").words["moods"] or token in page.mention_at:
        return False
    near = page.words[token + 1 : token + 2]
    return any(is_complementizer(after) or after == ":" or after in MARKS for after in near)
