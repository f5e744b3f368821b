"""To whom an Arabic speaker writes, where a present right behind tells what: «كتب مزارع إلى البلدية | يقول إنّ», «كان قد كتب إلى الجمعية | ينبّهها إلى أنّ»."""

from rawi.quote.arabic.forms import joined_form
from rawi.quote.arabic.hearers import is_someone, read_partner
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range

_WRITING = frozenset({"کتب", "کتبت", "کتبوا", "ابرق", "ابرقت", "ابرقوا", "یکتب", "تکتب", "یکتبون"})


def wrote_to(page: Page, cue: PlacedCue, before: Range) -> Range | None:
    """Whom a verb of writing reaches with «إلى» right before a present of saying; None where anything parts them."""
    words, (first, stop) = page.words, before
    if cue.cue.shape != "verb" or words[cue.first][0] not in "یت" or stop != cue.first:
        return None
    towards = next((i for i in range(stop - 2, first, -1) if words[i] == "الی"), None)
    if towards is None or not any(joined_form(w, _WRITING) for w in words[first:towards]):
        return None
    if not is_someone(page, towards + 1):
        return None
    whom = read_partner(page, towards + 1, stop)
    return whom if whom is not None and whom[1] == stop else None
