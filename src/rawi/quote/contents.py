"""What a content is: direct, indirect or mixed, told from the marks in it."""

from rawi.facts import QuotationKind
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
    )
    if colon or (words and marked >= _WHOLLY_MARKED * words):
        return "direct"
    return "mixed" if marked else "indirect"


def marks_within(page: Page, place: Range) -> list[Range]:
    """The outermost marked stretches that touch a place, in order."""
    found: list[Range] = []
    for i in range(*place):
        mark = page.mark_at[i]
        if mark is not None and (not found or found[-1] != mark):
            found.append(mark)
    return found
