"""A speech after a colon goes on: in Persian over the sentences of its paragraph, «گفت: C. D. E.», in Arabic over lines that say I or you."""

from collections.abc import Sequence
from itertools import pairwise

from rawi.lang.first_person import says_i
from rawi.lang.grammar import get_grammar
from rawi.quote.narration import opens_with_speaker
from rawi.quote.page import Page, Paragraph, PlacedSentence
from rawi.quote.saying import Range, Saying

_LONGEST = 8  # lines
_ADDRESSING = frozenset({"انتم", "انت", "علیکم", "لکم", "منکم", "بکم", "ایها", "ایتها"})


def extend_colons(page: Page, sayings: Sequence[Saying]) -> list[Saying]:
    """Take with a speech after a colon the Persian sentences in which the outlet is not heard, or the Arabic lines that are surely its own."""
    following = {sentence.first: sentence for sentence in page.sentences}
    taken = {saying.start for saying in sayings}
    found: list[Saying] = []
    for saying in sayings:
        content = saying.content
        if saying.rule == "fa.colon" and len(content) == 1:
            content = (_extend(page, content[0], following, taken),)
        elif saying.rule == "ar.colon" and len(content) == 1:
            content = (_extend_over_lines(page, content[0], taken),)
        found.append(saying._replace(content=content))
    return found


def _extend_over_lines(page: Page, content: Range, taken: set[int]) -> Range:
    """The content with the lines after it, up to the last in which someone says I, speaks to you, asks or exclaims."""
    here = page.sentence_at(content[0])
    if here is None or content[1] < page.paragraphs[here.paragraph].last - 1:
        return content
    end = content[1]
    for before, line in pairwise(page.paragraphs[here.paragraph : here.paragraph + _LONGEST]):
        if not _is_next_line(page, before, line) or taken.intersection(range(*line[:2])):
            break
        if page.marked_within(*line[:2]) or opens_with_speaker(page, line.first, "ar"):
            break
        words = page.words[line.first : line.last]
        you = not _ADDRESSING.isdisjoint(word.removeprefix("و") for word in words)
        if says_i(words) or you or words[-1] in ("!", "؟"):
            end = line.last
    return page.trim(content[0], end) or content


def _is_next_line(page: Page, before: Paragraph, line: Paragraph) -> bool:
    """Tell whether an Arabic paragraph follows another without an empty line."""
    start, end = page.reading.ends[before.last - 1], page.reading.starts[line.first]
    return line.language == "ar" and page.text.repaired[start:end].count("\n") == 1


def _extend(
    page: Page, content: Range, following: dict[int, PlacedSentence], taken: set[int]
) -> Range:
    """The content with the sentences that go it on."""
    first, last = content
    here = page.sentence_at(first)
    if here is None or here.last - last > 2 or page.marked_within(*content):
        return content
    while (ahead := following.get(here.last)) is not None and ahead.paragraph == here.paragraph:
        if taken.intersection(range(ahead.first, ahead.last)) or not _goes_on(page, ahead):
            break
        here = ahead
    end = page.trim(first, here.last)
    return end if end and here.last > last + 2 else content


def _goes_on(page: Page, sentence: PlacedSentence) -> bool:
    """Tell whether a sentence may be the speaker's: it neither names who speaks nor says on what occasion."""
    grammar = get_grammar("fa")
    words, first = page.words, sentence.first
    if any(page.mark_at[i] is not None for i in range(first, sentence.last)):
        return False
    if words[first] in grammar.pronouns or opens_with_speaker(page, first, "fa"):
        return False
    if get_grammar("fa").words["persons"].intersection(words[first : sentence.last]):
        return True  # «ما به آنها قول داده بودیم»: nobody but the speaker says we
    near = words[first : first + 4]
    occasion = words[first] in grammar.prepositions and any(w in grammar.occasions for w in near)
    # «سندی هست که خلاف آن را نشان می دهد»: things show much while nobody speaks.
    cues = page.cues(first, sentence.last, "fa")
    return not occasion and all("finding" in cue.cue.frames for cue in cues)
