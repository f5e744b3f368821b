"""The answers of a Persian survey, each a paragraph: «نسرین آبادی، صاحب نانوایی: C.», «اتاق اصناف: C.»."""

from rawi.lang.common import load_common
from rawi.lang.grammar import get_grammar
from rawi.quote.page import Page, Paragraph
from rawi.quote.persian.verbs import follows_finite_verb, is_finite
from rawi.quote.persian.voices import can_speak
from rawi.quote.saying import Range

_NAME_WORDS = range(3, 5)


def read_surveyed(page: Page, paragraph: Paragraph, source: Range) -> Range | None:
    """Who is asked in a Persian paragraph that opens with a body, or a name and its role, and says a sentence after the colon.

    The colon of «شهرداری نیلاب: خیابان سوم» tells where someone is: no verb follows.
    """
    first, colon = source
    if paragraph.language != "fa" or first != paragraph.first:
        return None
    last = paragraph.last - 1
    if page.words[last] not in ".؟!…" or not follows_finite_verb(page, last):
        return None
    return source if _is_body(page, source) else _read_introduced(page, first, colon)


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
    mention = page.mention_at.get(first)
    if mention is not None and mention.mention.type == "PER" and mention.last == comma:
        return first, colon
    return (first, comma) if _is_name(page, first, comma) else None


def _is_name(page: Page, first: int, comma: int) -> bool:
    """Tell whether three or four words, the first may be a common one, can only be a name: «گوهر زنبوری تالشی»."""
    words = page.words[first:comma]
    known = load_common("fa") | get_grammar("fa").prepositions
    return len(words) in _NAME_WORDS and known.isdisjoint(words[1:])
