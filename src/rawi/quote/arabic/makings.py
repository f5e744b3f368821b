"""Make a saying of an Arabic cue and what stands beside it."""

from itertools import pairwise

from rawi.quote.arabic.subjects import is_relative
from rawi.quote.arabic.words import is_complementizer
from rawi.quote.contents import tell_kind
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range, Saying

_NEAR_WHERE = 6  # tokens
_WHERE_WAS = frozenset({("حیث", "کان"), ("حیث", "کانت"), ("حین", "کان"), ("حین", "کانت")})


def make_saying(
    page: Page,
    cue: PlacedCue,
    frame: str,
    content: Range | None,
    source: Range | None,
    addressee: Range | None,
) -> Saying:
    """Make a saying of a cue and its content."""
    if content and frame == "mark" and _reports(page, content):
        content = content[0] + 1, content[1]
    trimmed = (page.trim(*content) or content,) if content else ()
    return Saying(
        "ar",
        trimmed,
        tell_kind(page, trimmed, colon=frame in ("colon", "bare")),
        f"ar.{frame}",
        (cue.first, cue.last),
        cue.cue.cue_class,
        source,
        addressee,
        gender=cue.cue.gender,
        passive=cue.cue.passive,
        aside=bool(is_relative(page, max(0, cue.first - 4), cue.first)) or _looks_back(page, cue),
        plural=cue.cue.plural,
    )


def _reports(page: Page, content: Range) -> bool:
    """Tell whether words in marks open with the «that» of the outlet: «قائلاً «بأنه لا يهتم»»."""
    first, last = content
    that = page.words[first].startswith("ب") and is_complementizer(page.words[first])
    return that and last - first > 2


def _looks_back(page: Page, cue: PlacedCue) -> bool:
    """Tell whether a clause looks back at what someone used to say: «…، حيث كانت جدتها تقول لها: «…»»."""
    near = page.words[max(0, cue.first - _NEAR_WHERE) : cue.first]
    return any(pair in _WHERE_WAS for pair in pairwise(near))
