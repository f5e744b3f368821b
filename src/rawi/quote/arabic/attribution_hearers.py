"""To whom an attribution with a verb says something: «C، حسبما قالت X لصحيفة Y», «C، كما أخبر X مجلة Y»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.quote.arabic.addressees import find_addressee
from rawi.quote.arabic.attribution_verbs import find_telling_verb
from rawi.quote.arabic.hearers import read_addressed
from rawi.quote.arabic.joined_hearers import leads_to_outlet
from rawi.quote.arabic.objects import find_object
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.told import find_told
from rawi.quote.arabic.words import BY_IT
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range

_BORDERS = frozenset("،,.؛:؟!")


def part_hearer(
    page: Page, cue: PlacedCue, source: Range | None, last: int
) -> tuple[Range | None, Range | None]:
    """Who speaks and who is told, of an attribution whose last word is the verb; `last` ends its sentence."""
    if not cue.cue.verbal:
        return source, _told_by_noun(page, source, last)
    at = cue.last - 1 - (page.words[cue.last - 1] in BY_IT)  # «بحسب ما أفاد به X»
    hit = find_telling_verb(page.words, at)
    if hit is None:
        return source, None
    if "hearing" in hit.value.frames:
        return None, read_source(page, cue.last, last)  # «كما سمعت المحكمة»
    verb = PlacedCue(at, cue.last, hit.value)
    first = source[1] if source and source[0] >= cue.last else cue.last
    borders = (i for i in range(first, last) if page.words[i] in _BORDERS)
    stop = next(borders, last)
    if "person" in hit.value.frames:
        told = find_told(page, cue.last - 1, stop)
        if told is None and source is not None and _is_other_body(page, verb, source):
            told = source  # «كما أخبر مجلة X»: he told it
        if told is not None:
            return None, told
        return source, find_object(page, source, stop) if source else None
    told = find_addressee(page, verb, (first, stop), (cue.first, cue.first))
    if told is None and source and source[0] > cue.last:
        # «كما شرحت للصحافيين رئيسة اللجنة»
        told = find_addressee(page, verb, (cue.last, source[0]), (cue.first, cue.first))
    return source, told


def _told_by_noun(page: Page, source: Range | None, last: int) -> Range | None:
    """The outlet told right behind who speaks by a noun: «على حدّ قول X | لصحيفة Y»."""
    if source is None or not leads_to_outlet(page, source[1]):
        return None
    return read_addressed(page, source[1], last)


def _is_other_body(page: Page, verb: PlacedCue, phrase: Range) -> bool:
    """Tell whether a phrase right behind a verb is a body of another gender."""
    head = get_grammar("ar").bare(page.words[phrase[0]])
    body = load_people("ar").organisations.find((head,), 0)
    gender = "f" if head.endswith("ه") else "m"
    return phrase[0] == verb.last and body is not None and verb.cue.gender not in (None, gender)
