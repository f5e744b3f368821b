"""Whom an Arabic speaker rang up before he spoke: «اتصلت X بالشرطة وقالت», «هاتف X زوجته وقال لها»."""

from rawi.quote.arabic.forms import all_joined, joined_form, without_object_pronoun
from rawi.quote.arabic.hearers import is_someone, names_outlet, read_in_marks
from rawi.quote.arabic.holders import opens_time
from rawi.quote.arabic.objects import find_object
from rawi.quote.arabic.parted_subjects import read_described
from rawi.quote.arabic.phrases import read_source
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range

_RINGING = all_joined(
    frozenset({"اتصل", "اتصلت", "اتصلوا", "استنجد", "استنجدت", "استغاث", "استغاثت"})
)
_HEARING = frozenset({"استمع", "استمعت", "اصغی", "اصغت", "انصت", "انصتت", "استضاف", "استضافت", "حاور", "حاورت"})  # fmt: skip
_MEETING = all_joined(frozenset({"التقت", "التقی", "قابلت", "قابل", "حاورت", "حاور", "زارت", "زار", "استضافت", "استضاف"}))  # fmt: skip
# «الذي اتصلت به …», «التي تواصل معها …»
_REACHING_HIM = frozenset(
    (verb, him)
    for verbs, hims in ((("اتصل", "اتصلت"), ("به", "بها")), (("تواصل", "تواصلت"), ("معه", "معها")))
    for verb in verbs
    for him in hims
)
_RINGING_HIM = all_joined(frozenset({"هاتف", "هاتفت", "راسل", "راسلت", "خابر", "خابرت"}))


def rang_up(page: Page, before: Range) -> Range | None:
    """Whom a verb among the tokens before a cue rings up or writes to, behind «ب» or as its object; None where none does."""
    first, stop = before
    for verb in range(first, stop):
        if page.mark_at[verb] is not None:
            return None
        if page.words[verb] in _RINGING:
            if opens_time(page, verb) and names_outlet(page, verb + 1):
                return _outlet_at(page, verb + 1)  # «وحين اتصلت الصحيفة بـX، قالت»
            return _reached(page, verb + 1, stop)
        if page.words[verb] in _RINGING_HIM:
            subject = read_source(page, verb + 1, stop)
            return find_object(page, subject, stop) if subject else None
    return None


def met_by_outlet(page: Page, before: Range) -> Range | None:
    """The outlet that met or reached who speaks then, told of among the tokens before a cue: «التقتها مجلة X في منزلها، حيث | قالت», «X، الذي اتصلت به «Y»، | نفى»."""
    for verb in range(*before):
        if page.mark_at[verb] is not None:
            return None
        met = without_object_pronoun(page.words[verb]) in _MEETING
        if met and names_outlet(page, verb + 1):
            return _outlet_at(page, verb + 1)
        if page.words[verb : verb + 2] in _REACHING_HIM:
            return _outlet_reaching(page, verb + 2, before[1])
    return None


def _outlet_reaching(page: Page, first: int, stop: int) -> Range | None:
    """The outlet right behind a verb of reaching who speaks, with or without its kind: «مجلة «Y»», ««Y»»; None where somebody else reaches him."""
    if named := read_in_marks(page, first, stop):
        return named
    return read_source(page, first, stop) if first < stop and names_outlet(page, first) else None


def heard_by(page: Page, cue: PlacedCue, before: Range) -> Range | None:
    """Who listens to or receives someone new of whom a verb right behind tells: «استمعت | المحكمة | إلى خبيرة أكدت أنّ»."""
    told = read_described(page, before[0], cue)
    if told is None:
        return None
    for verb in range(told[0] - 2, before[0] - 1, -1):
        if joined_form(page.words[verb], _HEARING):
            listener = read_source(page, verb + 1, told[0])
            by = listener[1] + (page.words[listener[1]] == "الی") if listener else 0
            return listener if by == told[0] else None
    return None


def _outlet_at(page: Page, token: int) -> Range:
    """The name of an outlet that begins at a token; no more than its head where no name is known."""
    named = page.mention_at.get(token)
    return (token, named.last) if named is not None else (token, token + 1)


def _reached(page: Page, first: int, stop: int) -> Range | None:
    """Who stands first among tokens behind «ب»: «بالشرطة», «بوالدته»."""
    for i in range(first, stop):
        if page.words[i].startswith("ب") and is_someone(page, i, 1):
            return read_source(page, i, stop, after_preposition=True)
    return None
