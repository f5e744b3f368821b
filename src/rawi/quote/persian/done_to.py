"""To whom something is done before he is spoken to in the same Persian sentence: «X خبرنگار ما را به انبار برد و به او گفت»."""

from rawi.lang.grammar import get_grammar
from rawi.quote.cast import Cast
from rawi.quote.memory import Wanted
from rawi.quote.page import Page
from rawi.quote.persian.hearers import object_before
from rawi.quote.saying import Range
from rawi.quote.speaker import Speaker


def find_done_to(page: Page, cast: Cast, first: int, marker: int, wanted: Wanted) -> Speaker | None:
    """The one before «را» at a token, with a sentence that begins at `first`, if he is one person and fits."""
    place = None if page.mark_at[marker] is not None else object_before(page, first, marker)
    if place is None or wanted.plural or not _is_human(page, place):
        return None
    found = cast.identify(place, "fa", ())
    return found if not found.plural and wanted.fits(found) else None


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
