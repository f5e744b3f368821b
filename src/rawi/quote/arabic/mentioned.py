"""Arabic verbs that only say when a thing is told of, behind whoever then speaks: «ويبتسم X حين تُذكر القرية: «…»»."""

from rawi.quote.arabic.finite_verbs import is_finite
from rawi.quote.arabic.holders import opens_time
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.subjects import is_somebody
from rawi.quote.page import Page, PlacedCue, PlacedSentence

_NEAR_COLON = 5  # tokens


def is_mentioned_when(page: Page, sentence: PlacedSentence, cue: PlacedCue) -> bool:
    """Tell whether a verb of time only says when a thing is told of, and whom the sentence is about speaks: «ويبتسم X حين | تُذكر القرية: «…»»; not «حين سأله الصحافي: «…»»."""
    words = page.words
    if (
        cue.cue.object
        or not opens_time(page, cue.first)
        or ":" not in words[cue.last : cue.last + _NEAR_COLON]
    ):
        return False
    if not any(is_finite(page, i) for i in range(sentence.first, cue.first - 1)):
        return False
    told = read_source(page, cue.last, sentence.last)
    if told is None or told[0] != cue.last:
        return False
    return words[told[1]] == ":" and not is_somebody(page, told)
