"""What a Persian outlet writes in brackets into somebody's words of how he speaks, which is no word of his: «می گذرد! (می خندد.) اما …»."""

from collections.abc import Iterator, Sequence

from rawi.lang.grammar import get_grammar
from rawi.lang.speech import load_cues
from rawi.quote.page import Page
from rawi.quote.saying import Range, Saying

_LONGEST = 4  # tokens in brackets


def part_directions(page: Page, sayings: Sequence[Saying]) -> list[Saying]:
    """The sayings without what is only told of voice or face in their midst."""
    if "(" not in page.words:
        return list(sayings)
    return [
        saying._replace(content=tuple(_part(page, saying.content)) or saying.content)
        if saying.language == "fa" and saying.kind == "direct"
        else saying
        for saying in sayings
    ]


def _part(page: Page, content: Sequence[Range]) -> Iterator[Range]:
    """Cut directions out of a content."""
    for first, last in content:
        begun = first
        for i in range(first, last):
            if page.words[i] == "(" and (end := _direction_end(page, i, last)):
                if (before := page.trim(begun, i)) is not None:
                    yield before
                begun = end
        if (rest := page.trim(begun, last)) is not None:
            yield rest


def _direction_end(page: Page, at: int, last: int) -> int:
    """The token behind a direction in brackets that opens at one, 0 where none does."""
    words, tones = page.words, get_grammar("fa").words["tones"]
    near = range(at + 1, min(last, at + 2 + _LONGEST))
    closed = next((i for i in near if words[i] == ")"), 0)
    for i in range(at + 1, closed):
        hit = load_cues("fa").find(words, i)
        if words[i] in tones or (hit is not None and "marked" in hit.value.frames):
            return closed + 1
    return 0
