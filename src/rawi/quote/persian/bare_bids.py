"""Which Persian verbs tell something without «که» only where somebody is bidden or called at: «به نگهبان سپرد | در را ببندد», «داد زد | بس کنید!»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.persian_verbs import is_imperative
from rawi.quote.page import Page, PlacedCue
from rawi.quote.persian.verbs import closes_bidding, is_finite, may_be

_FARTHEST = 10  # tokens from «به» to the verb
_LONGEST = 3  # tokens of «سپرده بوده است»
_TO_YOU = "ید"  # «بس کنید»


def bids_barely(page: Page, cue: PlacedCue, after: int, last: int) -> bool:
    """Tell whether a cue tells the clause at a token only because that bids or calls at somebody."""
    return _entrusts(page, cue, after, last) or _shouts(page, cue, after, last)


def _entrusts(page: Page, cue: PlacedCue, after: int, last: int) -> bool:
    """Tell whether somebody is charged with what he is to do, and nothing with him: «به نگهبان سپرد | در را ببندد», not «کلید را به نگهبان سپرد»."""
    if "bidding" not in cue.cue.frames:
        return False
    words = page.words
    near = range(cue.first - 1, max(0, cue.first - _FARTHEST) - 1, -1)
    to = next((i for i in near if words[i] == "به" and page.mark_at[i] is None), None)
    if to is None or "را" in words[max(0, to - _LONGEST) : cue.first]:
        return False
    verb = next((i for i in range(after, last) if is_finite(page, i) or may_be(words[i])), None)
    return verb is not None and may_be(words[verb])


def _shouts(page: Page, cue: PlacedCue, after: int, last: int) -> bool:
    """Tell whether what is shouted says yes or no, bids somebody something, or ends as a call: «داد زد | نه، دیر است», «فریاد زد | بیا بالا»."""
    if "aloud" not in cue.cue.frames:
        return False
    words, answers = page.words, get_grammar("fa").words["yes_and_no"]
    verbs = [i for i in range(after, last) if is_finite(page, i) or closes_bidding(page, i + 1)]
    bidden = bool(verbs) and (
        closes_bidding(page, verbs[0] + 1) or words[verbs[0]].endswith(_TO_YOU)
    )
    answered = words[after] in answers and page.count_words(after, last) > 1
    return answered or bidden or is_imperative(words[after]) or words[last - 1] in ("؟", "!")
