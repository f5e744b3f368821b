"""The body an Arabic sentence says did something, whom a pronoun behind means: «أوقفت شركة الخشب خط إنتاجها بعد أن أبلغها أكبر مورديها بأنّ»."""

from rawi.lang.grammar import get_grammar
from rawi.quote.arabic.people_words import heads_body
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.subjects import gender_of
from rawi.quote.page import Page
from rawi.quote.saying import Range, Saying


def find_acting_body(page: Page, saying: Saying) -> Range | None:
    """The body right behind the feminine verb the sentence of a saying opens with, of which a verb behind it tells what it was told."""
    here = page.sentence_at(saying.start)
    if here is None or saying.cue is None or saying.cue[0] <= here.first + 1:
        return None
    if not page.words[here.first].endswith("ت"):
        return None
    phrase = read_source(page, here.first + 1, saying.cue[0])
    if phrase is None or phrase[0] != here.first + 1 or gender_of(page, phrase) != "f":
        return None
    named = page.mention_at.get(phrase[0])
    body = named is not None and named.mention.type == "ORG"
    return phrase if body or heads_body(get_grammar("ar").bare(page.words[phrase[0]])) else None
