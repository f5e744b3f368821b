"""Whom «الأخير» means in Arabic: who was spoken to or named last, or stands behind a preposition in office: «نقل X الأمر إلى مدير الفرع، فأبلغه | الأخير أنّ»."""

from rawi.quote.arabic.hearers import is_someone
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.words import THE_LATTER
from rawi.quote.cast import Cast
from rawi.quote.memory import Memory, Wanted
from rawi.quote.page import Page, PlacedSentence
from rawi.quote.roles import agree, role_gender
from rawi.quote.saying import Range, Saying
from rawi.quote.speaker import Speaker

_REACHING = frozenset({"الی", "من", "مع", "علی", "لدی"})


def find_latter(
    page: Page, cast: Cast, memory: Memory, saying: Saying, listener: Speaker | None
) -> Speaker | None:
    """Whom «الأخير» means: him whom the last one spoke to, else who is told of last in the sentence besides who spoke, else in the one before, else the last one spoken of."""
    first, last = saying.source or (0, 0)
    gender = THE_LATTER.get(page.words[first])
    here = page.sentence_at(first)
    if gender is None or last - first > 1 or here is None:
        return None
    wanted = Wanted(gender)
    if listener is not None and wanted.fits(listener):
        return listener
    near = range(first - 1, here.first - 1, -1)
    named = list({id(cast.at[i]): cast.at[i] for i in near if i in cast.at}.values())
    # of two told of in the sentence the one named last, also who spoke before it
    people = [p for p in named if wanted._replace(person=True).fits(p)]
    other = wanted._replace(besides=None if len(people) > 1 else memory.last_speaker)
    named = people if len(people) > 1 else named
    before = page.sentence_at(here.first - 1) if here.first else None
    return (
        _find_reached(page, cast, (here.first, first), wanted)
        or next(filter(other.fits, named), None)
        or _find_second(page, cast, before, wanted)
        or memory.find(wanted._replace(person=True))
    )


def _find_second(
    page: Page, cast: Cast, told: PlacedSentence | None, wanted: Wanted
) -> Speaker | None:
    """Who is named last in a sentence that names another before him, or in office behind a preposition: «التقى X نظيره Y. وأبلغه الأخير بأنّ»."""
    if told is None:
        return None
    reached = _find_reached(page, cast, (told.first, told.last), wanted)
    near = range(told.last - 1, told.first - 1, -1)
    named = {id(cast.at[i]): cast.at[i] for i in near if i in cast.at}
    fitting = [p for p in named.values() if wanted._replace(person=True).fits(p)]
    return reached or (fitting[0] if len(fitting) > 1 else None)


def _find_reached(page: Page, cast: Cast, place: Range, wanted: Wanted) -> Speaker | None:
    """Who is in office behind a preposition, without a name, and nobody named behind him: «إلى | مدير التربية في المنطقة»."""
    first, stop = place
    for i in range(stop - 1, first, -1):
        if i in cast.at:
            return None
        lam = page.words[i].startswith("ل")
        if not (page.words[i - 1] in _REACHING or lam) or not is_someone(page, i, int(lam)):
            continue
        phrase = read_source(page, i, stop, after_preposition=True)
        if phrase is None or phrase[0] != i or any(k in cast.at for k in range(*phrase)):
            return None
        words = page.words[i][int(lam) :], *page.words[i + 1 : phrase[1]]
        gender = role_gender(words)
        found = cast.identify(phrase, "ar", ()) if gender and agree(gender, wanted.gender) else None
        return found if found is not None and wanted.fits(found) else None
    return None
