"""Part who speaks from whom he tells, where only the report knows them apart: «وأخبر المدير تافهام بأنّ …»."""

from rawi.lang.reading import words_of
from rawi.lang.speech import load_cues
from rawi.quote.arabic.done_to import TELLING, tells_someone
from rawi.quote.cast import Cast
from rawi.quote.offices import own_role
from rawi.quote.page import Page, PlacedMention
from rawi.quote.roles import agree, fit_roles, is_role, role_gender, role_words
from rawi.quote.saying import Saying
from rawi.quote.speaker import Speaker, Words


def part_all_told(page: Page, cast: Cast, sayings: list[Saying]) -> list[Saying]:
    """The sayings, where a subject is a role someone is known by and a name someone else is known by: he with the name is told.

    «وأخبر المدير نصّار بأنّ …»: the director, if he is called otherwise, told Nassar; else it is the director Nassar.
    """
    told = {m.first: role for m in page.mentions if (role := _role_of_another(page, cast, m))}
    for first, role in told.items():
        person = cast.at[first]
        person.roles = [known for known in person.roles if known != role]
    parted = (_part(page, saying, set(told)) for saying in sayings)
    return [_tell_other(page, cast, saying) for saying in parted]


def _tell_other(page: Page, cast: Cast, saying: Saying) -> Saying:
    """One saying with the name right behind its verb as the one who is told, where the verb is of the other gender: «وتقول X في الرسالة إنّ C، وتدعو | معلولي إلى أن»."""
    if saying.language != "ar" or saying.addressee is not None:
        return saying
    if saying.cue is None or saying.source is None or saying.source[0] != saying.cue[1]:
        return saying
    person = next((cast.at[i] for i in range(*saying.source) if i in cast.at), None)
    hit = load_cues("ar").find(page.words, saying.cue[0])
    if person is None or hit is None or TELLING.isdisjoint(hit.value.frames):
        return saying
    words, verb = page.words[slice(*saying.source)], hit.value.gender
    titled = saying.source[0] not in cast.at  # «وطالبت | رئيس البلدية X»
    genders = {person.gender, role_gender(words) if titled else person.gender}
    if verb is None or not genders.isdisjoint((None, verb)):
        return saying
    return saying._replace(source=None, addressee=saying.source)


def _part(page: Page, saying: Saying, told: set[int]) -> Saying:
    """One saying with the name at its end as the one who is told."""
    if saying.source is None or saying.addressee is not None:
        return saying
    first, last = saying.source
    named = page.mention_at.get(last - 1)
    if named is None or named.first not in told or named.first <= first:
        return saying
    return saying._replace(source=(first, named.first), addressee=(named.first, last))


def _role_of_another(page: Page, cast: Cast, here: PlacedMention) -> Words | None:
    """The definite role between a verb of telling and a name, in comparable form, where it is not that of the name."""
    person, at = cast.at.get(here.first), here.first - 1
    if person is None or here.mention.type != "PER" or at < 1:
        return None
    role = page.words[at : here.first]
    if not role[0].startswith("ال") or not is_role(role, "ar"):
        return None
    if not tells_someone(page.words, at - 1):
        return None
    wanted = role_words(role, "ar")
    return wanted if _is_another(page, cast, person, role, here) else None


def _is_another(page: Page, cast: Cast, told: Speaker, role: Words, here: PlacedMention) -> bool:
    """Tell whether a role is that of just one person besides him whose name stands behind it here, and never his elsewhere."""
    if (told.gender, role_gender(role)) == ("m", "f"):
        return True  # «وطمأنت الوزيرة نصّار إلى أنّ»; but «العضو هند» is she herself
    mentions = (m for m in page.mentions if cast.at.get(m.first) is told and m is not here)
    own = [office for m in mentions if (office := own_role(page, m))]
    wanted = role_words(role, "ar")
    held = [role_words(words_of(office), "ar") for office in own]
    if not held or any(fit_roles(wanted, known, general=False) for known in held):
        return False  # «المدير نصّار», a director too, or of whom nothing else is told
    others = [p for p in cast.people if p is not told and agree(p.gender, role_gender(role))]
    fitting = [
        p for p in others if any(fit_roles(wanted, known, general=False) for known in p.roles)
    ]
    return len(fitting) == 1
