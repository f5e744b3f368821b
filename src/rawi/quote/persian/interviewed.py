"""Who speaks and who asks where a sentence told that an outlet talked with somebody: «تلویزیون X با Y مصاحبه کرد. وی در این مصاحبه گفت»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.people import heads_outlet
from rawi.quote.cast import Cast
from rawi.quote.memory import Wanted
from rawi.quote.page import Page, PlacedSentence
from rawi.quote.persian.addressees import find_talk
from rawi.quote.persian.hearers import TALKING
from rawi.quote.persian.phrases import end_of_titles
from rawi.quote.persian.subjects import first_subject
from rawi.quote.saying import Range, Saying
from rawi.quote.speaker import Speaker

_FARTHEST = 8  # sentences


def find_interviewed(page: Page, cast: Cast, saying: Saying, wanted: Wanted) -> Speaker | None:
    """Whom a pronoun means right behind a sentence in which an outlet talked with one person."""
    before = page.sentence_before(saying.start, in_paragraph=True)
    if saying.language != "fa" or before is None or _find_outlet(page, before) is None:
        return None
    place = _find_guest(page, before)
    guest = cast.identify(place, "fa", ()) if place else None
    return guest if guest is not None and guest.named and wanted.fits(guest) else None


def find_interviewer(page: Page, cast: Cast, saying: Saying, speaker: Speaker) -> Range | None:
    """The outlet that talked with a speaker, where the last talk told of before a saying was with him."""
    here = page.sentence_at(saying.start)
    for sentence in reversed(page.sentences_before(here, _FARTHEST)) if here else ():
        if sentence.language == "fa" and (guest := _find_guest(page, sentence)) is not None:
            his = cast.identify(guest, "fa", ()) is speaker
            return _find_outlet(page, sentence) if his else None
    return None


def _find_guest(page: Page, sentence: PlacedSentence) -> Range | None:
    """With whom a sentence tells of a talk: «با | Y، همسر ناخدا، مصاحبه کرد», «در گفت وگو با | Y»."""
    talks, words = TALKING | get_grammar("fa").words["talks"], page.words
    if (place := find_talk(page, sentence.last, sentence.first)) is not None:
        return place
    for i in range(sentence.first + 1, sentence.last - 1):
        name = page.person_at(end_of_titles(page, i + 1)) if words[i] == "با" else None
        if name is not None and not talks.isdisjoint(words[name.last : sentence.last]):
            return name.first, name.last
    return None


def _find_outlet(page: Page, sentence: PlacedSentence) -> Range | None:
    """The outlet, or its reporter, a sentence is about."""
    subject = first_subject(page, sentence.first, sentence.last)
    if subject is None:
        return None
    head = subject[0]
    asking = page.words[head] in get_grammar("fa").interviewers
    return (
        subject
        if asking or page.names_outlet(head) or heads_outlet(page.words, head, "fa")
        else None
    )
