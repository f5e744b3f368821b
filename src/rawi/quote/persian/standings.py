"""Who goes on in Persian by what else he is: «سارا کاوه، مجری طرح، گفت: C. عضو هیئت علمی دانشکدهٔ مواد ادامه داد: D»."""

from rawi.lang.grammar import get_grammar
from rawi.quote.attributed import Attributed
from rawi.quote.nearness import is_near
from rawi.quote.page import Page
from rawi.quote.roles import agree, is_indefinite
from rawi.quote.saying import Saying
from rawi.quote.speaker import Speaker

_BESIDES = frozenset({"نیز", "هم", "اما", "ولی", "دیگر", "دیگری"})
_SHORTEST = 2  # words of what somebody is


def find_standing(
    page: Page, saying: Saying, role: Speaker, before: Attributed | None
) -> Speaker | None:
    """Who spoke right before and goes on, called by a standing nobody was said to have: a member, a scholar, an author, a winner; None for an office, which another may hold."""
    if before is None or saying.language != "fa" or saying.source is None:
        return None
    if saying.cue_class != "continuing" or not _is_standing(page, role, saying):
        return None
    last = before.speaker
    if last is None or not last.named or last.body or last.plural or before.saying.aside:
        return None
    heads = {known[0] for known in last.roles}
    near = is_near(page, before.saying, saying) and before.addressee is not role
    another = page.words[saying.source[0]] in heads or not agree(last.gender, role.gender)
    return last if near and not another else None


def _is_standing(page: Page, role: Speaker, saying: Saying) -> bool:
    """Tell whether a source that opens its sentence is somebody by a standing told of here first, and not set beside who spoke before."""
    assert saying.source is not None
    first, last = saying.source
    here = page.sentence_at(first)
    if role.named or role.body or role.plural or role.first != first:
        return False
    known = page.words[first] in get_grammar("fa").words["standings"]
    if here is None or here.first != first or not known or last - first < _SHORTEST:
        return False
    told = page.words[last : saying.cue[0]] if saying.cue else ()
    return _BESIDES.isdisjoint(told) and not is_indefinite(page.words[first:last])
