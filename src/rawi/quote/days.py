"""The day a statement was made, where its own sentence tells: «روز یکشنبه گفت», «قال أمس إنّ»."""

from collections.abc import Sequence

from rawi.facts import Timex
from rawi.quote.page import Page
from rawi.quote.saying import Saying
from rawi.text import Span, begin_within

_DAYLIKE = frozenset({"day", "time"})


def find_day(
    page: Page, saying: Saying, dates: Sequence[Timex], said: Sequence[Span]
) -> tuple[str, str] | None:
    """Return the inclusive days of the time expression nearest before or after the cue; `dates` are in text order.

    `said` are the places of all contents: a day of which somebody speaks there is not the day he spoke
    («أوضح أن الدورات تبدأ في (3/9/2023)، لافتاً إلى …»).
    """
    if saying.cue is None or not dates:
        return None
    sentence = page.sentence_at(saying.cue[0])
    if sentence is None:
        return None
    whole = page.reading.span(sentence.first, sentence.last)
    cue = page.reading.span(*saying.cue)
    best: tuple[int, str, str] | None = None
    for timex in begin_within(dates, whole):
        if timex.grain not in _DAYLIKE or not timex.earliest or not timex.latest:
            continue
        if not whole.covers(timex.span) or any(part.covers(timex.span) for part in said):
            continue
        distance = abs(timex.span.start - cue.start)
        if best is None or distance < best[0]:
            best = distance, timex.earliest, timex.latest
    return None if best is None else best[1:]
