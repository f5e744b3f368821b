"""Which «أنّ» behind an Arabic verb of saying belongs to a further clause: «تعهّدت X بالرد، ومن المرجح أن», «فاز X بالسباق وتصادف أنه»."""

from rawi.lang.common import takes_article
from rawi.lang.grammar import get_grammar
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.words import is_cue
from rawi.quote.page import Page

_JOINTS = ("و", "ف")
_OF = ("من", "بات", "اصبح", "صار", "کان")
_WHO = frozenset({"الذی", "التی", "والذی", "والتی", "الذین"})
_LONGEST_LIKELY = 4  # tokens of «ومن غير المرجح حتى الآن»


def belongs_to_next(page: Page, first: int, at: int) -> bool:
    """Tell whether «أن» at a token is ruled by a verb that was joined to the clause since token `first`, or by how likely it is."""
    return _follows_joined_verb(page, at - 1) or _is_likely(page, first, at)


def _follows_joined_verb(page: Page, at: int) -> bool:
    """Tell whether at a token a finite verb stands that «و» joins to the clause before, and that is none of saying."""
    word = page.words[at]
    if word[:1] not in _JOINTS or page.mark_at[at] is not None or at in page.mention_at:
        return False
    # «الذي حضر وشارك أنّ»: two verbs of a relative clause
    related = is_verb(page.words[at - 1])
    noun = takes_article(word.removesuffix("ا"))  # «قاطعاً وعداً بأن»
    return is_verb(word[1:]) and not related and not noun and not is_cue(page, at)


def _is_likely(page: Page, first: int, at: int) -> bool:
    """Tell whether right before «أن» it is said how likely or well known it is, in a clause of its own: «ومن غير المرجح», «، من المتوقع»."""
    words, likely = page.words, get_grammar("ar").words["likely"]
    if words[at - 1] not in likely:
        return False
    for i in range(at - 2, max(first - 1, at - 2 - _LONGEST_LIKELY), -1):
        if words[i][:1] in _JOINTS and words[i][1:] in _OF:
            return True
        if words[i] in _OF and (words[i - 1] in ("،", ",") or words[i - 1] in _WHO):
            return i > first  # «الذي من المتوقع أن يصوغ القانون»
    return False
