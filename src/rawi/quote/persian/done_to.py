"""To whom something is done before he is spoken to in the same Persian sentence: «X خبرنگار ما را به انبار برد و به او گفت»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_people
from rawi.quote.cast import Cast
from rawi.quote.memory import Wanted
from rawi.quote.page import Page
from rawi.quote.persian.hearers import object_before
from rawi.quote.saying import Range
from rawi.quote.speaker import Speaker

_LONGEST_GROUP = 3  # tokens of «کارگران کارخانهٔ X»


def find_done_to(page: Page, cast: Cast, first: int, marker: int, wanted: Wanted) -> Speaker | None:
    """The one, or for a plural the group, before «را» at a token, with a sentence that begins at `first`, if he is one person and fits."""
    if page.mark_at[marker] is not None:
        return None
    if wanted.plural:
        group = _group_before(page, first, marker)
        return cast.identify(group, "fa", ()) if group else None
    place = object_before(page, first, marker)
    if place is None or not _is_human(page, place):
        return None
    found = cast.identify(place, "fa", ())
    return found if not found.plural and wanted.fits(found) else None


def _group_before(page: Page, first: int, marker: int) -> Range | None:
    """The group before «را» at a token: «کارگران کارخانه | را به آرامش فراخواند», «دو طرف | را»."""
    words = page.words
    if words[marker - 1] == "طرفین":
        return marker - 1, marker
    several = get_grammar("fa").words["quantities"] - {"یک", "یکی"}
    if words[marker - 1] == "طرف" and marker - 2 > first and words[marker - 2] in several:
        return marker - 2, marker
    near = range(marker - 1, max(first, marker - _LONGEST_GROUP) - 1, -1)
    begun = next((i for i in near if names_people(words[i], "fa")), None)
    if begun is None or not all(page.is_word(i) for i in range(begun, marker)):
        return None
    if begun > first and (
        words[begun - 1] in get_grammar("fa").prepositions or words[begun - 1] == "و"
    ):
        return None  # «از کارگران نامه را گرفت»
    return begun, marker


def _is_human(page: Page, place: Range) -> bool:
    """Tell whether before «را» somebody stands, and not who does something to a thing: «خبرنگار ما», «گردشگر جوانی», no «شهردار نامه»."""
    sets, own = get_grammar("fa").words, get_grammar("fa").pronouns
    if page.words[place[0]] in get_grammar("fa").interviewers:
        return True  # «خبرنگار آوای جنوب»
    return page.words[place[0]] not in own and all(
        i in page.mention_at
        or page.words[i] in ("ما", "خود")
        or not sets["described"].isdisjoint({page.words[i], page.words[i].removesuffix("ی")})
        for i in range(place[0] + 1, place[1])
    )
