"""The borders in a Persian sentence at which, before a later cue, a new main clause begins: «و», a pause, «در حالی که»."""

from rawi.quote.page import Page, PlacedCue
from rawi.quote.persian.narrated import SUBORDINATING, closes_clause
from rawi.quote.persian.phrases import BUT, JOINTS, PAUSES
from rawi.quote.persian.verbs import follows_finite_verb, is_finite

_LONGEST_CLAUSE = 200  # words; a text without a full stop must not cost the square of its length


def last_border(page: Page, start: int, later: PlacedCue) -> int | None:
    """The «و» or pause before a later cue at which a new main clause begins; None when the cue is inside the clause."""
    words = page.words
    inner = 0  # verbs of relative clauses whose «که» is still to come
    for i in range(later.first - 1, max(start, later.first - _LONGEST_CLAUSE), -1):
        if page.mark_at[i] is not None:
            continue
        joint = words[i] in JOINTS or words[i] in PAUSES
        if joint and _ends_before(page, i):
            # «به زانو در آمده و گفته است»: two participles share their subject.
            shared = words[i - 1].endswith("ه") and words[later.last - 1].endswith("ه")
            shared = shared and not any(k in page.mention_at for k in range(i + 1, later.first))
            if words[i] == "؛" or not (inner or shared):
                return _behind_not(page, i, later.first) or i
        elif joint and i == later.first - 1 and words[i] == "و":
            return i
        elif i < later.first - 1 and is_finite(page, i):
            after = words[i + 1]
            inner += not (after == "و" or after in PAUSES)
        elif words[i] in SUBORDINATING:
            if not inner:
                return _contrast(page, start, i) or semicolon(page, start, i)
            inner -= 1
    return None


def _behind_not(page: Page, pause: int, last: int) -> int | None:
    """The «و» behind what is not meant, which a pause parts from a clause: «گفت کنار آب برگزار می شود، نه در سالن | و قول داد»."""
    if page.words[pause] not in PAUSES or page.words[pause + 1] != "نه":
        return None
    return next((i for i in range(pause + 2, last) if page.words[i] in JOINTS), None)


def _ends_before(page: Page, joint: int) -> bool:
    """Tell whether a clause ends before a joint; before a semicolon also with a closing mark: ««مرده است»؛ کارخانه انکار می کند»."""
    if follows_finite_verb(page, joint):
        return True
    parts = page.words[joint] == "؛"
    but = page.words[joint] in PAUSES and page.words[joint + 1] in BUT
    return (parts or but) and closes_clause(page, joint + but)


def _contrast(page: Page, start: int, link: int) -> int | None:
    """The «در» of «در حالی که» after a clause: «… گفته اند C در حالی که Y می گوید D»."""
    words = page.words
    first = link - 2 if words[link - 2 : link] == ("در", "حالی") else link - 1
    contrasts = words[first : link + 1] in (("در", "حالی", "که"), ("درحالی", "که"))
    pause = first - (words[first - 1] in PAUSES)
    return first if contrasts and first > start and follows_finite_verb(page, pause) else None


def semicolon(page: Page, start: int, at: int) -> int | None:
    """The semicolon before a place that ends a clause: «…؛ پاسخی که به زعم او …»."""
    return next(
        (
            i
            for i in range(at - 1, start, -1)
            if page.words[i] == "؛" and page.mark_at[i] is None and follows_finite_verb(page, i)
        ),
        None,
    )
