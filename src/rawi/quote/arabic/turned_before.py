"""To whom an Arabic speaker turned in the sentence before his words: «ومال سامي نحو جارته. «…»، قال.»."""

from rawi.lang.grammar import get_grammar
from rawi.quote.arabic.forms import joined_form
from rawi.quote.arabic.hearers import names_one
from rawi.quote.arabic.turning import turned_to
from rawi.quote.arabic.words import is_complementizer
from rawi.quote.page import Page, PlacedSentence
from rawi.quote.saying import Range, Saying


def find_turned_to(page: Page, saying: Saying) -> Range | None:
    """Whom the sentence before words in marks, whose verb has no subject of its own, says that somebody turned or went to; None where it is told of nobody."""
    if saying.kind != "direct" or saying.source is not None or saying.cue is None:
        return None
    before = page.sentence_before(saying.start, in_paragraph=True)
    if before is None or _appears(page, before):
        return None  # «وقفت أمام المحكمة»
    if _is_told_already(page, before) or _says_first(page, saying.cue):
        return None
    place = turned_to(page, (before.first, before.last))
    return place if place is not None and names_one(page, place) else None


def _is_told_already(page: Page, sentence: PlacedSentence) -> bool:
    """Tell whether the words somebody turned with stand in the same sentence: «توجهت X إلى والدتها: «C». وأقرت بأنّ D، | مازحةً: «…»»."""
    return any(page.mark_at[i] is not None for i in range(sentence.first, sentence.last))


def _says_first(page: Page, cue: Range) -> bool:
    """Tell whether a sentence tells something else before a cue: «وأوضح أنّ C، | مضيفاً: «…»»."""
    here = page.sentence_at(cue[0])
    first = here.first if here is not None else cue[0]
    return any(map(is_complementizer, page.words[first : cue[0]]))


def _appears(page: Page, sentence: PlacedSentence) -> bool:
    """Tell whether a sentence says that somebody stands before others."""
    appearing = get_grammar("ar").words["appearing"]
    words = page.words[sentence.first : sentence.last]
    return any(joined_form(word, appearing) is not None for word in words)
