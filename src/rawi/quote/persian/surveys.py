"""The answers of a Persian survey, each a paragraph: «نسرین آبادی، صاحب نانوایی: C.», «اتاق اصناف: C.»."""

from typing import NamedTuple

from rawi.lang.common import is_rare, load_common
from rawi.lang.grammar import get_grammar
from rawi.quote.page import Page, Paragraph
from rawi.quote.persian.phrases import end_of_titles
from rawi.quote.persian.verbs import follows_finite_verb, is_finite
from rawi.quote.persian.voices import can_speak
from rawi.quote.saying import Range

_NAME_WORDS = range(3, 5)
_READERS = frozenset({"پیامک", "پیام", "تماس", "خواننده", "شهروند", "کاربر", "ایمیل"})
_WITHOUT_NAME = frozenset({"بینام", "ناشناس", "تلفنی", "بیامضا", "گمنام", "مردمی"})
_UNNAMED = 2  # tokens of «پیامک بی نام»
_WHERE = frozenset(
    {"محله", "محلهی", "شهر", "شهرک", "شهرستان", "روستای", "روستا", "خیابان", "کوی", "کوچه", "کوچهی", "منطقه", "منطقهی", "بخش",
     "استان", "اهالی", "ساکنان", "بلوار", "میدان"}
)  # fmt: skip
_LONGEST_READER = 4  # tokens of a name with its title
_LONGEST_PLACE = 6  # tokens of «از محلهٔ باغ فردوس»


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
    if (reader := _read_reader(page, (first, colon))) is not None:
        told = any(is_finite(page, i) for i in range(colon + 1, paragraph.last))
        ended = page.words[paragraph.last - 1] in ".؟!…"
        return Surveyed(reader, paragraph.last) if told and ended else None
    body = _is_body(page, source)
    last = _end_of_body(page, paragraph, colon) if body else paragraph.last
    if page.words[last - 1] not in ".؟!…" or not follows_finite_verb(page, last - 1):
        return None
    asked = source if body else _read_introduced(page, first, colon)
    return Surveyed(asked, last) if asked else None


def _read_reader(page: Page, place: Range) -> Range | None:
    """Who of an outlet's readers writes or calls, with where he lives or without a name: «کوهپایه ای | از محلهٔ باغ: C», «پیامک بی نام |: C»."""
    words, (first, colon) = page.words, place
    if words[first] in _READERS and colon - first == _UNNAMED:
        return place if words[first + 1] in _WITHOUT_NAME else None
    of = next(
        (i for i in range(first + 1, min(colon, first + _LONGEST_READER)) if words[i] == "از"), 0
    )
    located = of and of + 1 < colon <= of + _LONGEST_PLACE and words[of + 1] in _WHERE
    plain = located and all(page.is_word(i) and not is_finite(page, i) for i in range(first, colon))
    return (first, of) if plain and _may_live(page, first, of) else None


def _may_live(page: Page, first: int, of: int) -> bool:
    """Tell whether words before «از» and a place are a name, perhaps one no table knows: «خانم کوهپایه ای», «کوهپایه ای»; not «بازدید»."""
    name = page.person_at(end_of_titles(page, first))
    unknown = of - first == 1 and is_rare(page.words[first])
    return unknown or (name is not None and name.last == of)


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
