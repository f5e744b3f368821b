"""Find the sayings of a document: headlines, sentences, passages after a colon, letters, loose quotations."""

from rawi.quote.arabic import read_sentence as read_arabic
from rawi.quote.headlines import read_headline
from rawi.quote.monologues import extend_colons
from rawi.quote.page import Page
from rawi.quote.passages import add_loose_quotations, extend_passages
from rawi.quote.persian import read_sentence as read_persian
from rawi.quote.saying import Saying

_GRAMMARS = {"fa": read_persian, "ar": read_arabic}


def find_sayings(page: Page) -> list[Saying]:
    """Find all sayings in text order; who said them is told later, by the discourse."""
    headlines = {
        paragraph.first: saying
        for paragraph in page.paragraphs
        if (saying := read_headline(page, paragraph)) is not None
    }
    found = list(headlines.values())
    for sentence in page.sentences:
        headline = headlines.get(page.paragraphs[sentence.paragraph].first)
        if headline is None or sentence.first >= headline.content[-1][1]:
            found += _GRAMMARS[sentence.language](page, sentence)
    found.sort(key=lambda saying: saying.start)
    return add_loose_quotations(page, extend_passages(page, extend_colons(page, found)))
