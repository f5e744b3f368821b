"""Who speaks in an Arabic writing: who sent the letter told of in the sentence."""

from rawi.quote.arabic.holders import agrees
from rawi.quote.arabic.received import find_received
from rawi.quote.arabic.sendings import (
    WORDED,
    find_sending,
    goes_on_in_text,
    speaks_in_text,
)
from rawi.quote.arabic.subjects import is_surely_someone
from rawi.quote.arabic.words import IN_IT
from rawi.quote.page import Page, PlacedCue, PlacedSentence
from rawi.quote.saying import Range


def with_sender(
    page: Page, sentence: PlacedSentence, cue: PlacedCue, source: Range | None
) -> Range | None:
    """Who speaks in a letter told of in the same sentence: who sent it, where nobody stands behind the verb."""
    goes_on = source is None and goes_on_in_text(page, sentence.first, cue)
    worded = page.words[cue.last - 1] in WORDED  # «بعث سكان الحي كتاباً إلى المحافظ، وهذا نصه»
    told = worded or goes_on or (cue.cue.shape == "verb" and speaks_in_text(page, cue))
    if not told:
        return source
    if source is not None and source[0] >= cue.last and is_surely_someone(page, source):
        return source
    sending = find_sending(page, sentence.first, cue.first)
    sending = sending or find_received(page, sentence.first, cue.first)
    sender = sending.sender if sending else None
    fits = sender and (page.words[cue.last - 1] in IN_IT or agrees(page, sender, cue.cue))
    return sender if fits else source
