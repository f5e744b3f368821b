"""Attributions between commas inside an Arabic clause that tells more behind them: «قالت X إنّ العدالة، في تقديرها، تحتاج إلى السكر»."""

from collections.abc import Sequence

from rawi.lang.grammar import get_grammar
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.around import PREDICATES, goes_on
from rawi.quote.arabic.openings import PAUSES
from rawi.quote.arabic.words import is_complementizer, is_cue
from rawi.quote.page import Page, PlacedCue

_LONGEST = 8  # tokens of an attribution behind its word
_FARTHEST = 14  # tokens before it in which «أنّ» stands
_ACCORDING = frozenset({"وفق", "وفقا"})
_SAYING = frozenset({"verb", "participle", "masdar"})


def drop_inner_asides(page: Page, cues: Sequence[PlacedCue]) -> list[PlacedCue]:
    """The cues of a sentence without the attributions that are but an aside in what another cue tells."""
    return [cue for number, cue in enumerate(cues) if not _is_inner(page, cues[:number], cue)]


def _is_inner(page: Page, before: Sequence[PlacedCue], cue: PlacedCue) -> bool:
    """Tell whether an attribution stands between commas where a clause that «أنّ» opened still goes on."""
    words = page.words
    if cue.cue.shape != "attribution" or not before or words[cue.first - 1] not in PAUSES:
        return False
    if words[cue.first][0] == "و" and words[cue.first] not in _ACCORDING:
        return False  # «، وبحسب الوكالة، وصل الضيوف»
    that = _find_that(page, before[-1], cue.first - 1)
    closing = _find_pause(page, cue)
    if that is None or closing is None or that + 2 >= cue.first:
        return False
    return _is_continued(page, closing + 1, begun=_is_subject(page, that + 1, cue.first - 1))


def _find_that(page: Page, saying: PlacedCue, stop: int) -> int | None:
    """The «أنّ» nearest before a token, behind a word of saying and with no sign between; else None."""
    if saying.cue.shape not in _SAYING:
        return None
    for i in range(stop - 1, max(saying.last, stop - _FARTHEST) - 1, -1):
        if not page.is_word(i) or page.mark_at[i] is not None:
            return None
        if is_complementizer(page.words[i]):
            return i
    return None


def _find_pause(page: Page, cue: PlacedCue) -> int | None:
    """The pause that closes an attribution; None where it is long, or words in marks stand in it."""
    last = min(len(page.words) - 1, cue.last + _LONGEST)
    pause = next((i for i in range(cue.last, last) if not page.is_word(i)), None)
    return pause if pause is not None and page.words[pause] in PAUSES else None


def _is_subject(page: Page, first: int, last: int) -> bool:
    """Tell whether words behind «أنّ» only name whom it is about: no verb among them."""
    return not any(
        is_verb(page.words[i]) or page.words[i] in PREDICATES for i in range(first, last)
    )


def _is_continued(page: Page, start: int, *, begun: bool) -> bool:
    """Tell whether a clause goes on behind an aside; `begun`: nothing has been said yet of its subject."""
    word, sets = page.words[start], get_grammar("ar").words
    if is_cue(page, start) and not is_verb(word):
        return False  # «، مضيفاً أنّ»
    if word[0] in "وف" and (is_verb(word[1:]) or is_cue(page, start)):
        return False  # «، ودعت إلى»
    explained = word in sets["he_is"] or word in sets["relatives"]
    return explained or goes_on(page, start) or (begun and (is_verb(word) or word in PREDICATES))
