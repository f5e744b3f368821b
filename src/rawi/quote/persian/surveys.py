"""The answers of a Persian survey, each a paragraph: «نسرین آبادی، صاحب نانوایی: C.», «اتاق اصناف: C.»."""

from typing import NamedTuple

from rawi.lang.common import load_common
from rawi.lang.grammar import get_grammar
from rawi.quote.page import Page, Paragraph
from rawi.quote.persian.verbs import follows_finite_verb, is_finite
from rawi.quote.persian.voices import can_speak
from rawi.quote.saying import Range

_NAME_WORDS = range(3, 5)


class Surveyed(NamedTuple):
    """Who is asked, and the token at which what is told of him ends."""

    source: Range
    last: int


def read_surveyed(page: Page, paragraph: Paragraph, source: Range) -> Surveyed | None:
    """Who is asked in a Persian paragraph that opens with a body, or a name and its role, and says a sentence after the colon.

    The colon of «شهرداری نیلاب: خیابان سوم» tells where someone is: no verb follows. What a body says ends where the outlet is heard.
    """
    first, colon = source
    bullet = not page.is_word(paragraph.first)
    if paragraph.language != "fa" or first != paragraph.first + bullet:
        return None
    body = _is_body(page, source)
    last = _end_of_body(page, paragraph, colon) if body else paragraph.last
    if page.words[last - 1] not in ".؟!…" or not follows_finite_verb(page, last - 1):
        return None
    asked = source if body else _read_introduced(page, first, colon)
    return Surveyed(asked, last) if asked else None


def _end_of_body(page: Page, paragraph: Paragraph, colon: int) -> int:
    """Where the words of a body end in its paragraph: before the first sentence behind them in which someone else is said to speak."""
    at = colon + 1
    while (said := page.sentence_at(at)) is not None and said.last < paragraph.last:
        at = said.last
        after = page.sentence_at(at)
        if after is not None and page.cues(after.first, after.last, "fa"):
            return at
    return paragraph.last


def _is_body(page: Page, source: Range) -> bool:
    """Tell whether a phrase is the name of a body that is no outlet, and nothing else."""
    mention = page.mention_at.get(source[0])
    return (
        mention is not None
        and mention.mention.type == "ORG"
        and mention.last == source[1]
        and mention.mention.rule != "fa.outlet"
    )


def _read_introduced(page: Page, first: int, colon: int) -> Range | None:
    """The name at a token after which, between a comma and the colon, it is said who bears it; a known one with that."""
    comma = next((i for i in range(first, colon) if page.words[i] == "،"), None)
    if comma is None or comma + 1 >= colon or not can_speak(page, (comma + 1, colon)):
        return None
    if any(page.words[i] in "،؛" or is_finite(page, i) for i in range(comma + 1, colon)):
        return None
    mention = page.person_at(first)
    if mention is not None and mention.last == comma:
        return first, colon
    return (first, comma) if _is_name(page, first, comma) else None


def _is_name(page: Page, first: int, comma: int) -> bool:
    """Tell whether three or four words, the first may be a common one, can only be a name: «گوهر زنبوری تالشی»."""
    words = page.words[first:comma]
    known = load_common("fa") | get_grammar("fa").prepositions
    return len(words) in _NAME_WORDS and known.isdisjoint(words[1:])
