"""Whom a Persian calling means that stands alone where somebody speaks and that nobody was told to have: «پژوهشگر» is the ornithologist named before, «استاد» who was asked."""

from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_kinds
from rawi.quote.attributed import Attributed
from rawi.quote.cast import Cast
from rawi.quote.memory import Memory, Wanted
from rawi.quote.nearness import is_near
from rawi.quote.page import Page
from rawi.quote.persian.askers import find_question
from rawi.quote.persian.hailed import ends_of_call
from rawi.quote.roles import is_role
from rawi.quote.saying import Saying
from rawi.quote.speaker import Speaker


def find_same_calling(
    page: Page, cast: Cast, memory: Memory, saying: Saying, before: Attributed | None
) -> Speaker | None:
    """Who is meant by one word for a calling: the one who has such a one, else, of an answer, who spoke before the asker and has none told."""
    if saying.language != "fa" or saying.source is None:
        return None
    first, last = saying.source
    if (called := _find_called_so(page, saying, before)) is not None:
        return called
    word = page.words[first]
    if last - first > 1 or first in page.mention_at or not is_role((word,), "fa"):
        return None
    if word in get_grammar("fa").interviewers or _is_told(page, cast, saying, word):
        return None
    callings = load_kinds().get(word, frozenset())
    named = cast.named_before(first)
    of_kind = next((p for p in named if any(role[0] in callings for role in p.roles)), None)
    return of_kind or _find_asked(page, memory, saying, before)


def _find_called_so(page: Page, saying: Saying, before: Attributed | None) -> Speaker | None:
    """Who was called just so in the words before, told to him: «X پرسید: «استاد، …؟» | استاد جواب داد»."""
    if before is None or before.addressee is None or before.saying.kind != "direct":
        return None
    heard = before.addressee
    one = not (heard.body or heard.plural) and heard is not before.speaker
    if not one or not is_near(page, before.saying, saying):
        return None
    words = page.words[slice(*saying.source)] if saying.source else ()
    calls = ends_of_call(page, before.saying.content[0])
    return heard if any(page.words[a:b] == words for a, b in calls) else None


def _is_told(page: Page, cast: Cast, saying: Saying, word: str) -> bool:
    """Tell whether somebody is told to have the calling, by name or as someone new: «سارا کاوه، استاد …», «استادی»."""
    assert saying.source is not None
    new = {word + "ی", word + "ای"}
    return (
        cast.find_by_role(saying.source, "fa") is not None
        or not new.isdisjoint(page.words[: saying.source[0]])
        or word in page.words[: saying.source[0]]
    )


def _find_asked(
    page: Page, memory: Memory, saying: Saying, before: Attributed | None
) -> Speaker | None:
    """Who answers: the last one who spoke, is named without any calling, and did not ask."""
    asked = find_question(page, saying, before)
    if asked is None or asked.speaker is None:
        return None
    if asked.addressee is not None and asked.addressee.named:
        return asked.addressee if not asked.addressee.roles else None
    wanted = Wanted(person=True, plural=False, besides=asked.speaker)
    return next((s for s in memory.spoken if s.named and not s.roles and wanted.fits(s)), None)
