"""With whom a Persian speaker talks of whom the report told that two talked together: «X و Y تلفنی گفت وگو کردند. X در این تماس گفت»."""

from rawi.lang.grammar import get_grammar
from rawi.quote.cast import Cast
from rawi.quote.page import Page, PlacedSentence
from rawi.quote.persian.hearers import TALKING
from rawi.quote.persian.verbs import is_finite
from rawi.quote.speaker import Speaker

_MANY = "ند"


def find_companion(page: Page, cast: Cast, before: int, speaker: Speaker) -> Speaker | None:
    """The other one of two of whom the last sentence about a talk of two before a token tells."""
    told = [s for s in page.sentences if s.last <= before and s.language == "fa"]
    for sentence in reversed(told):
        met = _who_met(page, cast, sentence)
        if len(met) == 2 and speaker in met:
            return met[0] if met[1] is speaker else met[1]
    return None


def _who_met(page: Page, cast: Cast, sentence: PlacedSentence) -> list[Speaker]:
    """The people named in a sentence that ends with many having talked or met."""
    words, sets = page.words, get_grammar("fa").words
    nouns = TALKING | sets["talks"] | sets["meetings"]
    talked = any(
        words[i].endswith(_MANY) and words[i - 1] in nouns and is_finite(page, i)
        for i in range(sentence.first + 1, sentence.last)
    )
    if not talked:
        return []
    named = (cast.at.get(i) for i in range(sentence.first, sentence.last))
    return list(dict.fromkeys(one for one in named if one is not None))
