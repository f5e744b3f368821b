"""Where after a Persian content the outlet tells what came of it: «گفته بود قطار می رسد، اما نرسید», «گفت بنزین دارد، بعد معلوم شد که ندارد»."""

from rawi.lang.grammar import get_grammar
from rawi.quote.page import Page, PlacedCue
from rawi.quote.persian.phrases import BUT, PAUSES
from rawi.quote.persian.verbs import follows_finite_verb, is_past
from rawi.quote.saying import Range

_THEN = frozenset({"بعد", "بعدها", "بعدتر", "بعدا", "سپس", "انگاه", "سرانجام", "عاقبت", "اخرسر"})
_KNOWN = frozenset({"معلوم", "مشخص", "روشن", "اشکار", "کشف"})
_NOW = frozenset({"هنوز", "حالا", "اکنون", "اینک", "همچنان"})
_ONCE = frozenset({"بود", "بودند"})
_SHORTEST = 2  # tokens of what was said


def find_sequel(page: Page, cue: PlacedCue, start: int, last: int) -> int | None:
    """The border behind the content of a cue, which begins at a token, where the outlet tells what was then done or found."""
    words = page.words
    verb = last - 1 if page.is_word(last - 1) else last - 2
    once = words[cue.last - 1] in _ONCE
    for i in range(start + _SHORTEST, verb - 1):
        if (words[i] not in BUT and words[i] not in _THEN) or page.mark_at[i] is not None:
            continue
        border = i - (words[i - 1] == "که" and words[i - 2] in PAUSES)
        border -= words[border - 1] in PAUSES
        if border == i and words[i] not in BUT:
            continue
        if words[i + 1] in _KNOWN and words[i + 2] == "شد":
            return border
        closed = follows_finite_verb(page, border) and _is_open(page, (start, border))
        if closed and _came_true(words, i, verb, once=once):
            return border
    return None


def _is_open(page: Page, content: Range) -> bool:
    """Tell whether what was said is or may be, and was not yet done: «قطار می رسد», not «قطار رسید», «باید رفت»."""
    words = page.words[slice(*content)]
    told = is_past(words[-1]) or words[-1] in _ONCE
    return not told and get_grammar("fa").words["obligations"].isdisjoint(words)


def _came_true(words: tuple[str, ...], joint: int, verb: int, *, once: bool) -> bool:
    """Tell whether behind «سپس», or behind «اما» after what one once said, a clause in the past tells what happened.

    `once`: the cue is in the pluperfect.
    """
    if words[joint] in BUT and not once:
        return False
    return is_past(words[verb]) or (words[joint] in BUT and words[joint + 1] in _NOW)
