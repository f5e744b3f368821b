"""How an outlet opens a Persian sentence that is its own and no speaker's: «گفتنی است …», «شایان ذکر است …»."""

from rawi.lang.grammar import get_grammar
from rawi.quote.page import Page

_LONGEST = 5  # words


def opens_note(page: Page, first: int) -> bool:
    """Tell whether at a token the outlet opens a note of its own."""
    notes = get_grammar("fa").words["outlet_notes"]
    near = page.words[first : first + _LONGEST]
    return any("".join(near[:count]) in notes for count in range(2, len(near) + 1))
