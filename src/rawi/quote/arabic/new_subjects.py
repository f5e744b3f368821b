"""Who does something in an Arabic clause and is told of without the article, behind a phrase of place or means: «اتصلت بالبرنامج | سيدة من حي الزهور وقالت»."""

from rawi.lang.verbs import is_verb, verb_gender
from rawi.quote.arabic.parted_subjects import new_gender
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.words import is_governed
from rawi.quote.page import Page
from rawi.quote.saying import Range

_FARTHEST = 5  # tokens from the verb


def read_new_subject(page: Page, verb: int, stop: int) -> Range | None:
    """Read the indefinite subject of a verb behind a definite word a preposition governs; None where another stands."""
    gender = verb_gender(page.words[verb])
    if gender is None:
        return None
    for i in range(verb + 2, min(stop, verb + _FARTHEST)):
        word = page.words[i]
        if not page.is_word(i) or page.mark_at[i] is not None or is_verb(word):
            return None
        if page.person_at(i) is not None:
            return None  # «عانق منافسه سامي حداد وقال»
        if (
            i in page.mention_at
            or word.startswith("ال")
            or is_governed(page, i)
            or new_gender(page, i) != gender
        ):
            continue
        before = page.words[i - 1]
        whole = "ال" in before[:3] or i - 1 in page.mention_at
        return read_source(page, i, stop) if whole else None
    return None
