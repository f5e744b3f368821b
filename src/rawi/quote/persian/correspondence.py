"""Who wrote a Persian letter and to whom it goes, where the report says it before the letter's first words."""

from rawi.quote.page import Page, Paragraph
from rawi.quote.persian.addressees import find_recipient
from rawi.quote.persian.antecedents import find_writer
from rawi.quote.saying import Range

_NEAR_BEFORE = 4  # paragraphs in which the report tells to whom a letter goes


def writer_before(page: Page, paragraph: Paragraph) -> Range | None:
    """Whose letter a paragraph announces, as it or the paragraphs before it tell; Persian only."""
    if paragraph.language != "fa":
        return None
    before = [p for p in page.paragraphs if p.first <= paragraph.first and p.language == "fa"]
    return next(
        (found for p in reversed(before) if (found := find_writer(page, p.first, p.last))), None
    )


def recipient_before(page: Page, number: int) -> Range | None:
    """To whom the letter a paragraph announces goes, as it or a paragraph shortly before it tells; Persian only."""
    near = reversed(page.paragraphs[max(0, number - _NEAR_BEFORE) : number + 1])
    told = (find_recipient(page, p.first, p.last) for p in near if p.language == "fa")
    return next((place for place in told if place is not None), None)
