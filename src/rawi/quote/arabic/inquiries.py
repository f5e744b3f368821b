"""Who asked about something, where an Arabic report tells no words of the question: «تساءلت عن السعر، فأوضح X أنّ», «سأل المدير عن الموعد. فأجابت X»."""

from typing import NamedTuple

from rawi.lang.people import Gender
from rawi.quote.arabic.answers import RETORTS
from rawi.quote.arabic.forms import joined_form, without_object_pronoun
from rawi.quote.arabic.hearers import names_outlet
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.subjects import is_somebody
from rawi.quote.arabic.talks import talked_to
from rawi.quote.arabic.told import past_gender
from rawi.quote.asking import asks
from rawi.quote.marks import MARKS
from rawi.quote.page import Page
from rawi.quote.saying import Range, Saying

_ASKING = frozenset({"سال", "استفسر", "تساءل", "استوضح", "استعلم"})
_ABOUT = frozenset({"عن", "حول", "بشان", "عما", "ان"})


class Inquiry(NamedTuple):
    """A question told of: who asked, None where the verb has no subject, and the gender of the verb."""

    asker: Range | None
    gender: Gender


def find_inquiry(page: Page, saying: Saying) -> Inquiry | None:
    """The question a saying answers: told of before its verb with «ف» in its sentence, or, before a verb of answering, in the one before."""
    here = page.sentence_at(saying.start)
    if here is None or saying.cue is None:
        return None
    verb = page.words[saying.cue[0]]
    if verb.startswith("ف") and (asked := _find_in(page, here.first, saying.cue[0])):
        return asked
    if saying.cue[0] - here.first > 1 or joined_form(verb, RETORTS) is None:
        return None
    before = [s for s in page.sentences_of(here.paragraph) if s.last <= here.first]
    return _find_in(page, before[-1].first, before[-1].last) if before else None


def find_asking_outlet(page: Page, saying: Saying) -> Range | None:
    """The outlet of the talk in which someone is asked, in the same sentence: «في مقابلة أجرتها معها مجلة X، سُئلت هل C»."""
    here = page.sentence_at(saying.start)
    if here is None or saying.cue is None or not asks(page, saying):
        return None
    talks = talked_to(page, (here.first, saying.cue[0]))
    return next((t for t in talks if t is not None and _is_outlet(page, t)), None)


def _is_outlet(page: Page, phrase: Range) -> bool:
    """Tell whether a phrase names an outlet, by its head or in marks."""
    first = phrase[0]
    show = page.words[first] == "برنامج" and page.words[first + 1] in MARKS  # «برنامج «صباح البلد»»
    outlet = show or page.names_outlet(first) or names_outlet(page, first)
    return outlet or page.words[first - 1] in MARKS


def _find_in(page: Page, first: int, stop: int) -> Inquiry | None:
    """The last verb of asking among tokens that says what is asked about."""
    for verb in range(stop - 1, first - 1, -1):
        if page.mark_at[verb] is not None:
            return None
        word = page.words[verb]
        gender = past_gender(word, _ASKING) or past_gender(without_object_pronoun(word), _ASKING)
        if gender is None or _ABOUT.isdisjoint(page.words[verb + 1 : stop]):
            continue
        subject = read_source(page, verb + 1, stop)
        someone = subject is not None and subject[0] == verb + 1 and is_somebody(page, subject)
        if subject is not None and not someone and page.words[verb + 1] not in _ABOUT:
            return None
        return Inquiry(subject if someone else None, gender)
    return None
