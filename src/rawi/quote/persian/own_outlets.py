"""Which outlet a Persian report means by «we»: «از او پرسیدیم C» where «X به پرسش های ماهنامهٔ Y پاسخ داد»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.people import heads_outlet
from rawi.quote.asking import asks
from rawi.quote.page import Page
from rawi.quote.persian.addressees import find_talk
from rawi.quote.persian.hearers import read_listener
from rawi.quote.persian.verbs import follows_finite_verb
from rawi.quote.saying import Range, Saying

_WE = "یم"  # ends «پرسیدیم»


def find_own_outlet(page: Page, saying: Saying) -> Range | None:
    """The outlet that asks «پرسیدیم C»: whose questions were said to be answered, else with whom a talk was told of."""
    if saying.language != "fa" or saying.cue is None or not asks(page, saying):
        return None
    if not page.words[saying.cue[1] - 1].endswith(_WE):
        return None
    outlet = _find_outlet_answered(page, saying.start) or find_talk(page, saying.start)
    return outlet if outlet is not None and _is_outlet(page, outlet) else None


def _find_outlet_answered(page: Page, before: int) -> Range | None:
    """Whose questions somebody answers, as told before a token: «به پرسش های ماهنامهٔ Y | پاسخ داد»."""
    words, sets = page.words, get_grammar("fa").words
    for i in range(1, before - 2):
        if words[i] in sets["questions"] and words[i - 1] == "به" and page.mark_at[i] is None:
            outlet = read_listener(page, i + 1, before)
            end = outlet[1]
            if words[end] in sets["answers"] and follows_finite_verb(page, end + 2):
                return outlet
    return None


def _is_outlet(page: Page, phrase: Range) -> bool:
    """Tell whether a phrase is an outlet or who asks for one: «ماهنامهٔ Y», ««Y»», «خبرنگار ما»."""
    head = page.words[phrase[0]]
    asking = head in get_grammar("fa").interviewers or head == "«"
    return (
        asking or page.names_outlet(phrase[0]) or heads_outlet((head.removesuffix("ی"),), 0, "fa")
    )
