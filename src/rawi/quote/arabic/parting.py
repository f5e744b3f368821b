"""Part who speaks from whom he tells, where only the report knows them apart: «وأخبر المدير تافهام بأنّ …»."""

from rawi.lang.reading import read_tokens
from rawi.lang.speech import load_cues
from rawi.quote.cast import Cast
from rawi.quote.page import Page, PlacedMention
from rawi.quote.roles import agree, fit_roles, is_role, role_gender, role_words
from rawi.quote.saying import Saying
from rawi.quote.speaker import Speaker, Words

_TELLING = frozenset({"person", "hears", "request"})


def part_told(page: Page, cast: Cast, saying: Saying) -> Saying:
    """A saying whose subject is a role someone is known by and a name someone else is known by: he with the name is told.

    «وأخبر المدير نصّار بأنّ …»: the director, if he is called otherwise, told Nassar; else it is the director Nassar.
    """
    if saying.language != "ar" or saying.source is None or saying.addressee or not saying.cue:
        return saying
    first, last = saying.source
    named = page.mention_at.get(last - 1)
    hit = load_cues("ar").find(page.words, saying.cue[0])
    if named is None or named.mention.type != "PER" or named.first <= first or hit is None:
        return saying
    role = page.words[first : named.first]
    if _TELLING.isdisjoint(hit.value.frames) or not role[0].startswith("ال"):
        return saying
    told = cast.at.get(named.first)
    if told is None or not is_role(role, "ar") or not _is_another(page, cast, told, role, named):
        return saying
    return saying._replace(source=(first, named.first), addressee=(named.first, last))


def _is_another(page: Page, cast: Cast, told: Speaker, role: Words, here: PlacedMention) -> bool:
    """Tell whether a role is that of just one person besides him whose name stands behind it here, and never his elsewhere."""
    own = [
        m.mention.role
        for m in page.mentions
        if cast.at.get(m.first) is told and m is not here and m.mention.role
    ]
    wanted = role_words(role, "ar")
    if (told.gender, role_gender(role)) == ("m", "f"):
        return True  # «وطمأنت الوزيرة نصّار إلى أنّ»; but «العضو هند» is she herself
    held = [role_words(read_tokens(office).words, "ar") for office in own]
    if not held or any(fit_roles(wanted, known, general=False) for known in held):
        return False  # «المدير نصّار», a director too, or of whom nothing else is told
    others = [p for p in cast.people if p is not told and agree(p.gender, role_gender(role))]
    fitting = [
        p for p in others if any(fit_roles(wanted, known, general=False) for known in p.roles)
    ]
    return len(fitting) == 1
