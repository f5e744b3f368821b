"""Turns of an Arabic talk of which each stands in marks alone in its paragraph, one a question and the next its answer: ««وبعد ذلك؟».», ««النصف الآخر».»."""

from rawi.quote.arabic.answers import RETORTS
from rawi.quote.arabic.forms import joined_form
from rawi.quote.asking import ends_asking
from rawi.quote.attributed import Attributed
from rawi.quote.nearness import count_paragraphs
from rawi.quote.page import Page
from rawi.quote.saying import Saying
from rawi.quote.speaker import Speaker


def find_replier(page: Page, saying: Saying, before: Attributed | None) -> Speaker | None:
    """Who speaks in words that stand in marks alone behind a question or an answer to one: the other one of the two; None where nobody was asked."""
    if before is None or before.addressee is None or before.speaker is None:
        return None
    alone = saying.rule == "ar.loose" and _is_alone(page, saying)
    if not alone or count_paragraphs(page, before.saying, saying) != 1:
        return None
    cue = before.saying.cue
    # ««مرتين»، أجابت X.» and then ««ومتى؟».»: who asked asks on
    answered = cue is not None and joined_form(page.words[cue[0]], RETORTS) is not None
    in_turn = before.saying.rule == "ar.loose" or answered
    other = ends_asking(page, before.saying) or (in_turn and ends_asking(page, saying))
    return before.addressee if other else None


def replies(page: Page, before: Saying, saying: Saying) -> bool:
    """Tell whether a saying is in the paragraph behind a question that stands there in marks alone."""
    asked = before.rule == "ar.loose" and ends_asking(page, before)
    return asked and count_paragraphs(page, before, saying) == 1


def _is_alone(page: Page, saying: Saying) -> bool:
    """Tell whether a saying and its marks are all its paragraph has."""
    here = page.sentence_at(saying.content[0][0])
    if here is None:
        return False
    first, last, _, _ = page.paragraphs[here.paragraph]
    begun, end = saying.content[0][0], saying.content[-1][1]
    return not page.count_words(first, begun) and not page.count_words(end, last)
