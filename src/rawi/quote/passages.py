"""Carry a speaker on: over the paragraphs after a colon, and to quotations in marks that have no cue."""

from collections.abc import Sequence

from rawi.quote.page import Page
from rawi.quote.saying import Saying

# A passage after a colon ends at the latest after this many paragraphs.
_LONGEST_PASSAGE = 40
_SHORTEST_LOOSE = 3


def extend_passages(page: Page, sayings: list[Saying]) -> list[Saying]:
    """Add the paragraphs that go on a speech begun after a colon; each is a quotation of its own."""
    del page
    return sayings


def open_colons(page: Page) -> list[tuple[int, int]]:
    """The paragraphs that end with a colon, with their last token."""
    return [
        (number, paragraph.last - 1)
        for number, paragraph in enumerate(page.paragraphs)
        if page.words[paragraph.last - 1] == ":"
    ]


def add_loose_quotations(page: Page, sayings: list[Saying]) -> list[Saying]:
    """Add sentences that stand in marks without a cue: they go on the speech before them."""
    covered = _covered(page, sayings)
    found = list(sayings)
    for sentence in page.sentences:
        for mark in page.marked:
            if not sentence.first <= mark[0] < sentence.last or covered[mark[0]]:
                continue
            words = page.count_words(*mark)
            whole = page.count_words(sentence.first, max(sentence.last, mark[1]))
            if mark[0] - sentence.first <= 2 and words >= _SHORTEST_LOOSE and words >= 0.6 * whole:
                content = page.trim(*mark)
                if content:
                    found.append(
                        Saying(
                            sentence.language,
                            (content,),
                            "direct",
                            f"{sentence.language}.loose",
                            heir=True,
                        )
                    )
    return sorted(found, key=lambda saying: saying.start)


def _covered(page: Page, sayings: Sequence[Saying]) -> list[bool]:
    """For each token whether a saying has it as content."""
    covered = [False] * (len(page.words) + 1)
    for saying in sayings:
        for first, last in saying.content:
            covered[first:last] = [True] * (last - first)
    return covered
