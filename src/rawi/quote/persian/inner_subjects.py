"""The subject of a Persian clause inside the sentence, behind «که», «وقتی» or «در حالی که»."""

from rawi.lang.grammar import get_grammar
from rawi.quote.page import Page
from rawi.quote.persian.hearers import may_tell
from rawi.quote.persian.phrases import PAUSES
from rawi.quote.persian.subjects import read_subjects
from rawi.quote.persian.verbs import is_finite
from rawi.quote.persian.voices import can_speak, is_one
from rawi.quote.saying import Range

_THAT = frozenset({"انکه", "اینکه"})
_IN_IT = frozenset({("در", "ان"), ("در", "انها"), ("طی", "ان")})


def find_subject_after(page: Page, start: int, stop: int, *, plural: bool) -> Range | None:
    """Who speaks in a clause after «که» or «وقتی» that ends with the cue: «تناقض این است که متهم گفته …», «X، وقتی Y پرسید …».

    Before a plural cue it may be any noun: «که صنایع می گویند».
    """
    when = get_grammar("fa").words["time_conjunctions"]
    for i in range(stop - 1, start, -1):
        word = page.words[i]
        then = word in _THAT and page.words[i - 1] == "از"  # «پس از آنکه قاضی خواست»
        if (then or word in ("که", "انچه") or word in when) and page.mark_at[i] is None:
            # «که در آن | زنی می گوید»
            begun = i + 3 if page.words[i + 1 : i + 3] in _IN_IT else i + 1
            found = [
                c
                for c in read_subjects(page, begun, stop)
                if can_speak(page, c) or is_one(page, c) or (plural and c == (i + 1, stop))
            ]
            return found[0] if found else None
        if is_finite(page, i):
            return _while_he(page, start, i) if page.words[i + 1] == "و" else None
        if page.words[i] in PAUSES:
            return None
    return None


def _while_he(page: Page, start: int, verb: int) -> Range | None:
    """Who speaks in the second half of «در حالی که»: «در حالی که X چای می ریزد | و می گوید»."""
    words = page.words
    for i in range(verb - 1, start, -1):
        if words[i] == "که":
            when = words[i - 1] in ("حالی", "درحالی")
            found = read_subjects(page, i + 1, verb) if when else ()
            return next((c for c in found if may_tell(page, c)), None)
        if words[i] in PAUSES or is_finite(page, i):
            return None
    return None
