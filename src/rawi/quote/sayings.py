"""Find the sayings of a document: headlines, sentences, passages after a colon, letters, loose quotations."""

from collections.abc import Sequence

from rawi.quote.arabic import read_sentence as read_arabic
from rawi.quote.arabic.dashed_talks import read_dashed_talk
from rawi.quote.arabic.interviews import leads_on, read_interview
from rawi.quote.headlines import read_headlines, read_parted_title
from rawi.quote.loose import add_loose_quotations
from rawi.quote.monologues import continue_speeches, extend_colons
from rawi.quote.page import Page, PlacedSentence
from rawi.quote.passages import extend_passages
from rawi.quote.persian import read_sentence as read_persian
from rawi.quote.persian.interviews import add_interviews
from rawi.quote.persian.pointed import find_inner, read_pointed
from rawi.quote.persian.stage_directions import part_directions
from rawi.quote.persian.turns import find_turns
from rawi.quote.persian.turns_going_on import go_on_in_turns
from rawi.quote.saying import Saying

_HEADINGS = 3  # a document begins with at most so many of them
_GRAMMARS = {"fa": read_persian, "ar": read_arabic}


def find_sayings(page: Page) -> list[Saying]:
    """Find all sayings in text order; who said them is told later, by the discourse."""
    turns = find_turns(page)
    headlines = {
        paragraph.first: sayings
        for number, paragraph in enumerate(page.paragraphs)
        if (sayings := read_headlines(page, paragraph, turn=number in turns))
    }
    for number in range(min(_HEADINGS, len(page.paragraphs) - 1)):
        if (parted := read_parted_title(page, number)) is not None:
            headlines[page.paragraphs[number + 1].first] = [parted]
    answers = read_interview(page) or read_dashed_talk(page)
    inside = [range(_line_start(page, answer), answer.content[0][1]) for answer in answers]
    headed = (saying for sayings in headlines.values() for saying in sayings)
    found = [*answers, *(s for s in headed if not _is_inside(s.content[0][0], inside))]
    for sentence in page.sentences:
        if _is_inside(sentence.first, inside):
            continue
        headed_here = headlines.get(page.paragraphs[sentence.paragraph].first, [])
        if all(_is_beside(sentence, saying) for saying in headed_here):
            pointed = read_pointed(page, sentence)
            inner = sentence if pointed is None else find_inner(page, sentence, pointed)
            told = _GRAMMARS[sentence.language](page, inner) if inner else []
            if pointed:  # who tells on what another said may go on
                told = [pointed, *(saying._replace(recaller=pointed.source) for saying in told)]
            found += told
    found = [saying for saying in found if not _is_told_again(saying, found)]
    found.sort(key=lambda saying: saying.start)
    spoken = continue_speeches(page, extend_passages(page, extend_colons(page, found), turns))
    told = go_on_in_turns(page, turns, add_loose_quotations(page, spoken))
    return part_directions(page, add_interviews(page, told))


def _is_told_again(heading: Saying, sayings: Sequence[Saying]) -> bool:
    """Tell whether a Persian sentence says who spoke the words of a heading, which an outlet only opens: «راهنو: «C». این را X گفت.»."""
    return heading.rule in ("fa.headline", "fa.turn") and any(
        other.content and other.content[0][0] == heading.content[0][0] and other.cue is not None
        for other in sayings
    )


def _line_start(page: Page, answer: Saying) -> int:
    """Where the line begins in which an answer stands: its label or name too, and the line that only tells how it is given."""
    here = page.sentence_at(answer.content[0][0])
    if here is None:
        return answer.start
    led = here.paragraph and answer.rule == "ar.answer" and leads_on(page, here.paragraph - 1)
    return page.paragraphs[here.paragraph - bool(led)].first


def _is_inside(token: int, places: Sequence[range]) -> bool:
    """Tell whether a token stands in one of some places."""
    return any(token in place for place in places)


def _is_beside(sentence: PlacedSentence, headline: Saying) -> bool:
    """Tell whether a sentence stands before or after what a paragraph says as «X: C»."""
    before = headline.source is not None and sentence.last <= headline.source[0]
    return before or sentence.first >= headline.content[-1][1]
