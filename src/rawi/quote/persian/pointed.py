"""Marked words a Persian sentence then points at: ««C»؛ این نخستین جمله ای است که X به ما می گوید»."""

from rawi.lang.grammar import get_grammar
from rawi.quote.page import Page, PlacedSentence
from rawi.quote.persian.addressees import find_addressee
from rawi.quote.persian.phrases import PAUSES, is_finite
from rawi.quote.persian.subjects import find_subject
from rawi.quote.persian.voices import can_speak
from rawi.quote.saying import Saying

_COPULAS = frozenset({"است", "بود"})
_NEAR = 5  # tokens from «این» to «است»


def read_pointed(page: Page, sentence: PlacedSentence) -> Saying | None:
    """Read a sentence that opens with marks, says «این … حرفی است که», and who says it."""
    words, first = page.words, sentence.first
    mark = page.mark_at[first + 1] if first + 1 < sentence.last else None
    if sentence.language != "fa" or mark is None or mark[0] != first + 1:
        return None
    at = mark[1] + 1
    at += at < sentence.last and words[at] in PAUSES
    if at >= sentence.last or words[at] != "این":
        return None
    spoken = get_grammar("fa").words["pointed"]
    for i in range(at + 2, min(at + _NEAR, sentence.last - 2)):
        if words[i] in _COPULAS and words[i + 1] == "که" and words[i - 1] in spoken:
            verb = next((k for k in range(i + 2, sentence.last) if is_finite(page, k)), None)
            source = find_subject(page, i + 2, verb) if verb else None
            if verb is None or source is None or not can_speak(page, source):
                return None
            to = find_addressee(page, i + 2, verb)
            return Saying("fa", (mark,), "direct", "fa.pointed", source=source, addressee=to)
    return None
