"""Paragraphs of a speech or letter that stand in marks: what the outlet tells behind them, and whether the next goes on."""

from rawi.quote.letters import tell_frame
from rawi.quote.page import Page
from rawi.quote.saying import Range


def told_after_mark(page: Page, content: Range) -> Range | None:
    """The words in marks a Persian paragraph opens with, where the outlet speaks on behind them: «…» شهردار تأکید کرد که C."""
    mark = page.mark_at[content[0]]
    if mark is None or mark[0] != content[0] or mark[1] + 1 >= content[1]:
        return None
    here = page.sentence_at(content[0])
    return mark if here is not None and page.cues(mark[1], content[1], "fa") else None


def is_closed_mark(page: Page, content: Range) -> bool:
    """Tell whether a paragraph is one quotation in marks: then the speech ends with its mark."""
    mark = page.mark_at[content[0]]
    if mark is None or mark[0] != content[0]:
        return False
    return mark[1] <= content[1] or page.trim(*mark) == content


def may_go_on(page: Page, number: int) -> bool:
    """Tell whether behind a paragraph of a letter that its marks close the letter may go on: in Persian with other marks, or its frame."""
    after = page.paragraphs[number : number + 1]
    if not after or after[0].language != "fa":
        return True
    first, last = after[0].first, after[0].last
    mark = page.mark_at[min(first + 1, last - 1)]
    return tell_frame(page, after[0]) is not None or (mark is not None and mark[0] == first + 1)
