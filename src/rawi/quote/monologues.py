"""A speech after a colon goes on over the sentences of its paragraph: «گفت: C. D. E.»."""

from collections.abc import Sequence

from rawi.lang.grammar import get_grammar
from rawi.quote.narration import opens_with_speaker
from rawi.quote.page import Page, PlacedSentence
from rawi.quote.saying import Range, Saying


def extend_colons(page: Page, sayings: Sequence[Saying]) -> list[Saying]:
    """Take with a Persian speech after a colon the sentences after it in which the outlet is not heard."""
    following = {sentence.first: sentence for sentence in page.sentences}
    taken = {saying.start for saying in sayings}
    return [
        saying._replace(content=(_extend(page, saying.content[0], following, taken),))
        if saying.rule == "fa.colon" and len(saying.content) == 1
        else saying
        for saying in sayings
    ]


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
    return not occasion and not page.cues(first, sentence.last, "fa")
