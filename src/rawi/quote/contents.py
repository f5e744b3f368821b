"""What a content is: direct, indirect or mixed, told from the marks in it."""

from rawi.facts import QuotationKind
from rawi.quote.kept_answers import keep_answers
from rawi.quote.page import Page
from rawi.quote.saying import Range

# A content of which so much stands in quotation marks is direct; a closing phrase outside costs little.
_WHOLLY_MARKED = 0.93


def tell_kind(page: Page, content: tuple[Range, ...], *, colon: bool = False) -> QuotationKind:
    """Tell direct, indirect or mixed from how much of a content stands in quotation marks.

    A content after a colon is direct although its marks, if any, are scare quotes or titles.
    """
    words = sum(page.count_words(*part) for part in content)
    marked = sum(
        page.count_words(max(part[0], mark[0]), min(part[1], mark[1]))
        for part in content
        for mark in marks_within(page, part)
        if not _is_in_name(page, mark)
    )
    if colon or (words and marked >= _WHOLLY_MARKED * words):
        return "direct"
    return "mixed" if marked else "indirect"


def _is_in_name(page: Page, mark: Range) -> bool:
    """Tell whether marks set off a part of a name and no words of anyone: شركة «تار وبود»."""
    mention = page.mention_at.get(mark[0])
    return mention is not None and mention.first < mark[0] and mark[1] <= mention.last


def marks_within(page: Page, place: Range) -> list[Range]:
    """The outermost marked stretches that touch a place, in order."""
    found: list[Range] = []
    for i in range(*place):
        mark = page.mark_at[i]
        if mark is not None and (not found or found[-1] != mark):
            found.append(mark)
    return found


@keep_answers
def words_told(page: Page, first: int, cue: int) -> tuple[str, ...]:
    """The outlet's own words before a cue: without those in marks, ««این نامه کار تو بود؟»، پرسید»."""
    return tuple(page.words[i] for i in range(first, cue) if page.mark_at[i] is None)
