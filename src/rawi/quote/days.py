"""The day a statement was made, where its own sentence tells: «روز یکشنبه گفت», «قال أمس إنّ»."""

from collections.abc import Sequence

from rawi.facts import Timex
from rawi.quote.page import Page
from rawi.quote.saying import Saying

_DAYLIKE = frozenset({"day", "time"})


def find_day(page: Page, saying: Saying, dates: Sequence[Timex]) -> tuple[str, str] | None:
    """Return the inclusive days of the time expression nearest before or after the cue, outside what was said."""
    if saying.cue is None or not dates:
        return None
    sentence = page.sentence_at(saying.cue[0])
    if sentence is None:
        return None
    whole = page.reading.span(sentence.first, sentence.last)
    cue = page.reading.span(*saying.cue)
    said = [page.reading.span(*part) for part in saying.content]
    best: tuple[int, Timex] | None = None
    for timex in dates:
        inside = whole.covers(timex.span) and not any(part.covers(timex.span) for part in said)
        if not inside or timex.grain not in _DAYLIKE or not timex.earliest or not timex.latest:
            continue
        distance = abs(timex.span.start - cue.start)
        if best is None or distance < best[0]:
            best = distance, timex
    if best is None or best[1].earliest is None or best[1].latest is None:
        return None
    return best[1].earliest, best[1].latest
