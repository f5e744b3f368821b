"""The words in marks something is called by behind «بأنه»: «وصف X الخطة بأنها «خطوة جريئة» يحتاج إليها البلد», «بأنها «جريئة» و«قديمة»»."""

from rawi.lang.verbs import deems
from rawi.quote.marks import MARKS
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range

_PAUSES = frozenset("،,؛;")
_NOUN = 2  # tokens at most between «بأنه» and the words in marks: «بأنه اقتراح «أحمق»»


def find_labels(page: Page, start: int, end: int) -> tuple[Range, ...]:
    """The words in marks of a clause [start, end) where they are all of it that is somebody's: several joined ones, or one before words of the outlet."""
    first = next((m for i in range(start, start + _NOUN) if (m := _mark_from(page, i, end))), None)
    if first is None:
        return ()
    marks = [first]
    while (joined := _joined(page, marks[-1][1] + 1, end)) is not None:
        marks.append(joined)
    if len(marks) > 1:
        return tuple(marks)
    after = first[1] + 1
    goes_on = after < end and page.is_word(after) and page.words[after][0] not in "وف"
    return (first,) if first[0] <= start + 1 and goes_on else ()


def is_deemed(page: Page, cue: PlacedCue, mark: Range) -> bool:
    """Tell whether words in marks that end a clause say what somebody deems a thing to be: «اعتبر X القرار «خطأ فادحاً»»."""
    if not deems(page.words[cue.first]) or not page.words[mark[0] - 2].startswith("ال"):
        return False
    here, after = page.sentence_at(mark[0]), page.words[mark[1] + 1 : mark[1] + 2]
    ended = here is not None and not page.count_words(mark[1], here.last)
    return ended or (after != () and after[0] in _PAUSES)


def _mark_from(page: Page, token: int, end: int) -> Range | None:
    """The marked stretch that begins at a token, or with its opening mark there."""
    at = token + (page.words[token] in MARKS)
    mark = page.mark_at[at] if at < end else None
    return mark if mark is not None and mark[0] == at and mark[1] < end else None


def _joined(page: Page, token: int, end: int) -> Range | None:
    """The marked stretch that «و» joins at a token: «و«قديمة»»."""
    led = token + 1 < end and page.words[token] == "و" and page.words[token + 1] in MARKS
    return _mark_from(page, token + 1, end) if led else None
