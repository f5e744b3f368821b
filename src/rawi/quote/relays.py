"""From whom the outlet took what it quotes: «به نقل از خبرگزاری X», «نقلاً عن صحيفة X», «نقلت وكالة X عن …».

A relay is data of the quotation, nearest first, and never its speaker.
"""

from collections.abc import Iterator

from rawi.lang.grammar import get_grammar
from rawi.quote.arabic.phrases import read_source
from rawi.quote.kept_answers import keep_answers
from rawi.quote.page import Page, PlacedSentence
from rawi.quote.persian.attributed_phrases import read_noun_phrase
from rawi.quote.persian.passed_on import find_outlet
from rawi.quote.persian.phrases import PAUSES
from rawi.quote.saying import Range, Saying


def find_relays(page: Page, saying: Saying) -> tuple[str, ...]:
    """Name the outlets a saying came through, as far as its own sentence tells."""
    sentence = page.sentence_at(saying.start)
    if sentence is None:
        return ()
    taken = [*saying.content, *([saying.addressee] if saying.addressee else [])]
    found = [
        place
        for place in [*_relays_of(page, sentence), *_passing_on(page, sentence, saying)]
        if not any(_overlap(place, other) for other in taken)
        # An outlet read as the source («به نقل از X نوشت») is a relay all the same.
        and (not saying.source or not _overlap(place, saying.source) or page.names_outlet(place[0]))
    ]
    return tuple(dict.fromkeys(page.written(page.close_marks(place)) for place in found))


@keep_answers
def _relays_of(page: Page, sentence: PlacedSentence) -> tuple[Range, ...]:
    """The outlets a sentence names as its givers, in text order."""
    found: list[Range] = []
    for placed in page.cues(sentence.first, sentence.last, sentence.language):
        place: Range | None = None
        if placed.cue.relay and sentence.language == "fa":
            place = _read_giver(page, placed.last, sentence.last)
        elif placed.cue.relay:
            found += _outlet_before(page, sentence.first, placed.first)
            # «كما ذكرت في تصريحها»: no giver follows
            inside = page.words[placed.last : placed.last + 1] in (("فی",), ("خلال",))
            if not inside:
                place = read_source(page, placed.last, sentence.last, after_preposition=True)
        elif sentence.language == "ar" and (placed.cue.shape == "verb" or placed.cue.verbal):
            # «ذكرت صحيفة X», «وفقاً لما نشرته صحيفة X»
            mention = page.mention_at.get(placed.last + placed.cue.verbal)
            if mention and mention.mention.rule == "ar.outlet":
                place = mention.first, mention.last
        if place is not None:
            mention = page.mention_at.get(place[0])
            if mention and mention.mention.type == "ORG":
                place = mention.first, mention.last
            found.append(_end_before_verb(page, place, sentence))
    return tuple(found)


def _outlet_before(page: Page, first: int, at: int) -> list[Range]:
    """The outlet an Arabic sentence names before «نقلاً عن X»: «كانت صحيفة «الميناء» قد ذكرت، نقلاً عن مصدر»."""
    named = (m for m in reversed(page.mentions) if first <= m.first and m.last <= at)
    outlet = next((m for m in named if m.mention.rule == "ar.outlet"), None)
    return [(outlet.first, outlet.last)] if outlet is not None else []


def _read_giver(page: Page, first: int, last: int) -> Range | None:
    """The giver after «به گزارش»; a reporter is none of those named behind the comma: «به گزارش خبرنگار X، | بهمن سپهری …»."""
    place = read_noun_phrase(page, first, last)
    if place is None or page.words[first] not in get_grammar("fa").interviewers:
        return place
    return first, next((i for i in range(*place) if page.words[i] in PAUSES), place[1])


def _passing_on(page: Page, sentence: PlacedSentence, saying: Saying) -> Iterator[Range]:
    """The outlets that pass a Persian saying on with a verb of their own: «روزنامهٔ X نوشت که Y گفته است C»."""
    if sentence.language != "fa" or saying.source is None:
        return
    for placed in page.cues(sentence.first, saying.source[0], "fa"):
        outlet = find_outlet(page, placed, sentence.first)
        if outlet is not None:
            yield outlet


def _end_before_verb(page: Page, place: Range, sentence: PlacedSentence) -> Range:
    """Cut a giver before the verb of saying that a phrase ran into: «به نقل از مدیر بازارچه | افزود:»."""
    verbs = (
        placed.first
        for placed in page.cues(*place, sentence.language)
        if placed.cue.shape == "verb" and placed.first > place[0]
    )
    return place[0], min(verbs, default=place[1])


def _overlap(a: Range, b: Range) -> bool:
    """Tell whether two token ranges share a token."""
    return a[0] < b[1] and b[0] < a[1]
