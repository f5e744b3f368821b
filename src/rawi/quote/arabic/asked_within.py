"""The question an Arabic answer holds between its verb and its words: «أجاب X حين سُئل إن كان C: «D»»."""

from typing import NamedTuple

from rawi.quote.arabic.clauses import Context
from rawi.quote.arabic.holders import opens_time
from rawi.quote.arabic.openings import Opening, find_opening
from rawi.quote.arabic.words import is_asking
from rawi.quote.marks import MARKS
from rawi.quote.page import PlacedCue
from rawi.quote.saying import Range

_LONGEST_BEFORE = 12  # tokens from the verb of answering to «حين سُئل»


class AskedWithin(NamedTuple):
    """The cue of asking, the words of the question, and where in marks the answer begins."""

    cue: PlacedCue
    question: Range
    answer: Opening


def find_asked_within(context: Context, number: int) -> AskedWithin | None:
    """The question between a verb of saying and its colon with marks; None where none stands there."""
    page, sentence, cues = context
    if cues[number].cue.shape != "verb" or is_asking(page.words[cues[number].first]):
        return None
    later = cues[number + 1 : number + 2]
    asked = next((c for c in later if opens_time(page, c.first)), None)
    if asked is None or not is_asking(page.words[asked.first]):
        return None
    near = asked.first - cues[number].last <= _LONGEST_BEFORE
    spoken = range(cues[number].last, asked.first)
    if not near or any(page.words[i] == ":" or page.mark_at[i] is not None for i in spoken):
        return None
    own = range(asked.last, sentence.last - 1)
    colon = next((i for i in own if page.words[i] == ":" and page.words[i + 1] in MARKS), None)
    if colon is None or page.mark_at[colon + 2] is None:
        return None
    opening = find_opening(page, asked, colon, colon)
    if opening is None or page.count_words(opening.start, colon) < 2:
        return None
    return AskedWithin(asked, (opening.start, colon), Opening(colon, colon + 2, "mark"))
