"""Whether who was spoken to last in Arabic tells something anew and not to who spoke to him: «فأجابه X بأنّ C. وأكد Y أنّ D», «أوصى X حفيدته بأن C. تقول الحفيدة: «D»»."""

from rawi.quote.arabic.forms import joined_form
from rawi.quote.asking import asks
from rawi.quote.nearness import in_one_sentence
from rawi.quote.page import Page
from rawi.quote.saying import Saying

# Behind words in marks these make something known: ««C»، كشف المدرب».
_DISCLOSING = frozenset({"کشف", "کشفت", "روی", "روت", "حکی", "حکت", "اعلن", "اعلنت"})

_SAYING = frozenset({"قال", "قالت"})


def remembers(page: Page, before: Saying, saying: Saying) -> bool:
    """Tell whether an Arabic verb without «ف» tells in the present, to the outlet, where the one before told in the past: «اتصلت بزوجها لتخبره بأنّ C. «D»، يتذكر سامي», «فقال لها: «C». وتروي سعاد أنّ»."""
    return saying.language == "ar" and _tells_now(page, saying) and not _tells_now(page, before)


def tells_anew(page: Page, before: Saying, saying: Saying) -> bool:
    """Tell whether a sentence of its own without «ف» tells in no marks, and not by «قال», what was no answer to a question, or makes it known: «وطلب منه أن C. وأعلن X أنّ D», ««D»، كشف المدرب»."""
    if in_one_sentence(page, before, saying) or asks(page, before) or asks(page, saying):
        return False
    verb = page.words[saying.cue[0]] if saying.cue else ""
    if saying.kind == "direct":
        return verb in _DISCLOSING
    return not verb.startswith("ف") and joined_form(verb, _SAYING) is None


def announces_besides(page: Page, before: Saying, saying: Saying) -> bool:
    """Tell whether behind what was said to one person, a sentence goes on with what is made known to all: «ووعدها X بأن C، كما أعلن أنّ D»."""
    if saying.cue is None or not in_one_sentence(page, before, saying):
        return False
    verb = saying.cue[0]
    return page.words[verb - 1] == "کما" and page.words[verb] in _DISCLOSING


def _tells_now(page: Page, saying: Saying) -> bool:
    """Tell whether the verb of a saying is a present, without a letter but «و» before it: يقول, «وتروي»; not تساءل, «لتخبره»."""
    verb = page.words[saying.cue[0]].removeprefix("و") if saying.cue else ""
    feminine = saying.gender == "f" and not verb.endswith("ت")
    return verb.startswith("ی") or (verb.startswith("ت") and feminine)
