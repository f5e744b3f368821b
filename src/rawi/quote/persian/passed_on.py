"""An outlet that only passes on what someone else said: «روزنامهٔ X نوشت که Y گفته است C» is said by Y, and X is a relay."""

from rawi.lang.people import heads_outlet
from rawi.quote.page import Page, PlacedCue
from rawi.quote.persian.clauses import read_link
from rawi.quote.persian.context import Context
from rawi.quote.persian.heard import recalls_hearing
from rawi.quote.persian.subjects import find_subject
from rawi.quote.persian.verbs import is_finite
from rawi.quote.persian.voices import can_speak, is_one
from rawi.quote.saying import Range

_SAYS = frozenset({"clause", "that"})
_SHORTEST = 2  # words of what is passed on


def inner_start(context: Context, number: int, done: int) -> int | None:
    """Where the clause of another begins that an outlet passes on with a cue; None where it speaks for itself."""
    page, sentence, cues = context
    cue = cues[number]
    if not _says(cue) or number + 1 == len(cues):
        return None
    link, inner = read_link(page, cue.last, sentence.last), cues[number + 1]
    if recalls_hearing(page, cue, inner):
        return link.after
    if find_outlet(page, cue, done) is None:
        return None
    if not link.linked or link.mark is not None or not _says(inner):
        return None
    source = find_subject(page, link.after, inner.first)
    if source is None or page.mark_at[inner.first] is not None:
        return None
    if not (can_speak(page, source) or is_one(page, source)):
        return None
    told_of = (
        source[0] == link.after and page.words[source[1]] == "که"
    )  # «که ملوانی که X گفته است C»
    ends = (page.words[i] == "؛" or is_finite(page, i) for i in range(link.after, inner.first))
    if any(ends) and not told_of:
        return (
            None  # «… که C؛ شهرداری تأیید نکرده»: the inner verb no longer tells what it passes on
        )
    told = read_link(page, inner.last, sentence.last)
    return link.after if page.count_words(told.after, sentence.last) >= _SHORTEST else None


def find_outlet(page: Page, cue: PlacedCue, first: int) -> Range | None:
    """The outlet that is the subject of a verb of saying, its words being looked for from a token on."""
    source = find_subject(page, first, cue.first) if _says(cue) else None
    if source is None:
        return None
    if page.names_outlet(source[0]):
        named = page.mention_at[source[0]]
        return named.first, named.last
    return source if heads_outlet(page.words, source[0], "fa") else None


def _says(cue: PlacedCue) -> bool:
    """Tell whether a cue is a verb after which a clause tells what was said."""
    return cue.cue.shape == "verb" and not _SAYS.isdisjoint(cue.cue.frames)
