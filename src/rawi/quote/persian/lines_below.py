"""The office a Persian letter tells in the line below a name, where it greets or is signed: «جناب آقای X» and under it «رئیس محترم گمرک»."""

from collections.abc import Iterator

from rawi.lang.grammar import get_grammar
from rawi.quote.offices import skip_titles
from rawi.quote.page import Page, PlacedMention, PlacedSentence
from rawi.quote.persian.phrases import heads_role
from rawi.quote.persian.verbs import is_finite
from rawi.quote.roles import role_words
from rawi.quote.speaker import Words

_LONGEST = 12  # tokens of an office


def read_below(page: Page, placed: PlacedMention, sentence: PlacedSentence) -> Iterator[Words]:
    """The office in a line of its own below one that holds nothing but titles and a name, in comparable form."""
    line = page.paragraphs[sentence.paragraph]
    below = page.paragraphs[sentence.paragraph + 1 : sentence.paragraph + 2]
    alone = placed.last == line.last and bool(below) and heads_role(page, below[0].first)
    if not alone or skip_titles(page, (line.first, line.last), "fa") != placed.first:
        return
    first, last = below[0].first, below[0].last
    if last - first > _LONGEST or not page.is_word(last - 1):
        return
    if any(is_finite(page, i) or page.words[i] == ":" for i in range(first, last)):
        return
    polite = get_grammar("fa").words["polite"]
    words = page.words[first:last]
    yield role_words(tuple(word for word in words if word not in polite), "fa")
