"""Who speaks in Persian where only what stands before tells it: who was asked or told in the same sentence, and whom the sentence before marks is about."""

from rawi.lang.grammar import get_grammar
from rawi.quote.asking import asks
from rawi.quote.attributed import Attributed
from rawi.quote.cast import Cast
from rawi.quote.memory import Wanted
from rawi.quote.nearness import in_one_sentence
from rawi.quote.page import Page
from rawi.quote.persian.listeners import gives_answer
from rawi.quote.persian.subjects import first_subject
from rawi.quote.saying import Saying
from rawi.quote.speaker import Speaker


def find_told_back(
    page: Page, saying: Saying, before: Attributed | None, wanted: Wanted
) -> Speaker | None:
    """Who answers what a clause of time says he was asked or told: «وقتی از او پرسیدند C، گفت», «وقتی X به مادرش گفت C، او جواب داد»."""
    if saying.language != "fa" or before is None or saying.cue_class == "continuing":
        return None
    inside = in_one_sentence(page, before.saying, saying) and _tells_when(page, before.saying)
    answers = inside and (asks(page, before.saying) or gives_answer(page, saying))
    who = before.addressee
    return who if answers and who is not None and wanted.fits(who) else None


def is_impersonal(page: Page, saying: Saying) -> bool:
    """Tell whether a Persian clause of time says that someone was asked, and not by whom: «وقتی از او پرسیدند C»."""
    asked = saying.language == "fa" and saying.plural and saying.addressee is not None
    return asked and asks(page, saying) and _tells_when(page, saying)


def _tells_when(page: Page, saying: Saying) -> bool:
    """Tell whether a saying is told in a clause of time."""
    sentence = page.sentence_at(saying.start)
    if sentence is None or saying.cue is None:
        return False
    opening = get_grammar("fa").words["time_conjunctions"]
    return not opening.isdisjoint(page.words[sentence.first : saying.cue[0]])


def find_spoken_of(
    page: Page, cast: Cast, saying: Saying, before: Attributed | None
) -> Speaker | None:
    """Who speaks in Persian marks without a cue after a sentence about him in which nobody spoke: «X این را نمی پذیرد. «C»»."""
    here = page.sentence_at(saying.start)
    told = page.sentence_at(here.first - 1) if here and here.first else None
    if saying.rule != "fa.loose" or told is None:
        return None
    if before is not None and max(before.saying.start, before.saying.content[-1][1]) > told.first:
        return None
    subject = first_subject(page, told.first, told.last)
    person = cast.at.get(subject[0]) if subject else None
    return person if person is not None and page.mark_at[told.first] is None else None
