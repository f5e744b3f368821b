"""Who puts an Arabic question to someone meant by the pronoun behind him: «لدى سؤال القاضي له», «عند سؤال الصحافيين لها عن الموعد»."""

from rawi.quote.arabic.phrases import read_source
from rawi.quote.page import Page
from rawi.quote.saying import Range

_TO_HIM = frozenset({"له", "لها", "لهم", "ایاه", "ایاها", "ایاهم"})


def find_putter(page: Page, noun: int, stop: int) -> tuple[Range, int] | None:
    """Who is named right behind the noun of a question, before a pronoun of whom it is put to, and that pronoun's token."""
    phrase = read_source(page, noun + 1, stop)
    if phrase is None or phrase[0] != noun + 1 or phrase[1] >= stop:
        return None
    return (phrase, phrase[1]) if page.words[phrase[1]] in _TO_HIM else None
