"""To whom something was said in Arabic: «للصحافيين», «مخاطباً X», «في مقابلة مع X», «رداً على سؤال X»."""

from collections.abc import Iterator

from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.answers import RETORTS
from rawi.quote.arabic.asides import HAVE_TALKED
from rawi.quote.arabic.asked_objects import find_asked_object
from rawi.quote.arabic.askers import find_asker
from rawi.quote.arabic.calls import heard_by, met_by_outlet, rang_up
from rawi.quote.arabic.came_out_to import find_came_out_to
from rawi.quote.arabic.done_before import find_done_before
from rawi.quote.arabic.ears import ends_before_ears
from rawi.quote.arabic.forms import joined_form
from rawi.quote.arabic.hearers import (
    hears,
    in_presence,
    is_someone,
    read_addressed,
    read_partner,
)
from rawi.quote.arabic.joined_hearers import (
    find_titled,
    is_group_of,
    is_listener,
    is_of_body,
    is_told_body,
)
from rawi.quote.arabic.no_hearers import goes_for, is_no_hearer
from rawi.quote.arabic.objects import find_spoken_to, find_thanked
from rawi.quote.arabic.opened_hearts import find_opened_to
from rawi.quote.arabic.owned_calls import find_called_upon
from rawi.quote.arabic.people_words import is_own_person
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.received import received_by
from rawi.quote.arabic.signing import find_signed_to
from rawi.quote.arabic.talks import is_only_entitled, talked_to
from rawi.quote.arabic.texts import is_text
from rawi.quote.arabic.turning import given_to, turned_to
from rawi.quote.arabic.whoever import opens_whoever, read_whoever
from rawi.quote.arabic.words import is_cue
from rawi.quote.arabic.wrote_to import written_to, wrote_to
from rawi.quote.kept_answers import keep_answers
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range

_YEARS = frozenset({"عاما", "سنه", "ربیعا", "خریفا"})


def find_addressee(
    page: Page, cue: PlacedCue, after: Range, before: Range, *, led: bool = False
) -> Range | None:
    """Find to whom it was said: between the source and what was said, else who asked, else before the cue.

    `after` and `before` are the tokens after the source and before the cue in which it may stand; `led`: the source stands
    before the verb, and behind it only whom it is said to.
    """
    places = _places(page, cue, after, before, led=led)
    heard = (place for place in places if place and not is_only_entitled(page, place))
    return next((place for place in heard if not is_no_hearer(page, place)), None)


def _places(
    page: Page, cue: PlacedCue, after: Range, before: Range, *, led: bool
) -> Iterator[Range | None]:
    """Where it may be told to whom something is said, the surest first; each is looked for only when it is asked for."""
    if page.words[cue.first] in get_grammar("ar").words["addressing"]:
        yield read_partner(page, cue.last, after[1])  # «قال ممازحاً زميله: «…»»
    yield from _said_to(page, after, cue, led=led)
    retorts = joined_form(page.words[cue.first], RETORTS) is not None
    yield find_asker(page, *after, retorts=retorts)
    yield find_asker(page, *before, retorts=_answered_before(page, cue, before))
    yield find_spoken_to(page, cue, before)  # «وفي كلمة أمام الضيوف، خاطب X المديرة بقوله»
    if cue.cue.shape == "verb" and not cue.cue.object:
        yield find_signed_to(page, cue.first, after[1])  # «صرخ المدرب في لاعبيه: «…»»
    yield find_called_upon(page, after)
    yield from talked_to(page, before)
    yield given_to(page, after)
    yield _turned_himself(page, cue, before)
    yield rang_up(page, before)
    yield heard_by(page, cue, before)
    yield met_by_outlet(page, before)
    yield written_to(page, cue, before)
    yield wrote_to(page, cue, before)
    yield received_by(page, cue, before)
    yield find_thanked(page, cue, before)
    yield find_done_before(page, cue, before)
    yield find_came_out_to(page, cue, before)
    yield find_opened_to(page, *before)


def _turned_himself(page: Page, cue: PlacedCue, before: Range) -> Range | None:
    """To whom a speaker turns before a verb; not another, «وتوجّه X إلى المدير بالسؤال: «…»، فأحال الكلمة على Y التي | أجابت»."""
    relatives = get_grammar("ar").words["relatives"]
    another = page.words[cue.first - 1] in relatives and ":" in page.words[slice(*before)]
    return None if another else turned_to(page, before)


def _said_to(page: Page, place: Range, cue: PlacedCue, *, led: bool) -> Iterator[Range | None]:
    """Those named after the source: «للصحافيين», «أمام X», «من X» after requests; and in talks."""
    first, stop = place
    while first < stop and page.words[first] in "،,":
        first += 1  # «وأوضحت الخبيرة، المهندسة X، لهيئة المحكمة أنّ …»
    words = page.words
    request = "request" in cue.cue.frames
    asked = request or "of" in cue.cue.frames
    belonging = get_grammar("ar").words["belonging"]
    if request:
        first = _past_aside(page, first, stop)
    if (whom := find_asked_object(page, cue, first, stop, led=led)) is not None:
        yield whom
    for i in range(first, stop):
        before = words[i - 1] if i else ""
        if page.mark_at[i] is not None or goes_for(before) or before in belonging:
            continue
        if (asked and _is_asked(page, i, cue)) or _is_before(page, i):
            yield read_whoever(page, i + 1, stop) or read_partner(page, i + 1, stop)
            if request:
                return
        elif (told := _told_at(page, cue, i, (first, stop))) is not None:
            yield told
    own = words[cue.first] in get_grammar("ar").words["talks"]
    # «موجهاً كلامه إلى الوزارة»
    yield from talked_to(page, (cue.first, place[1]) if own else place)


def _past_aside(page: Page, first: int, stop: int) -> int:
    """The token behind a phrase of means or occasion between commas, or what somebody named is, where one stands: «وطالبت الرابطة، | في بيان لها، | الاتحاد بأن», «ناشدت X، | أستاذة التخطيط، | السائقين ألا»."""
    words = page.words
    if first >= stop or words[first - 1] not in "،,":
        return first
    role = words[first] in load_people("ar").roles.alone and page.person_at(first - 2) is not None
    if not role and words[first] not in get_grammar("ar").prepositions:
        return first
    # Behind what somebody is nobody need follow: «طالب X، | محامي العائلة، | بأن».
    near = range(first, stop - (not role))
    pauses = (i for i in near if words[i] in "،," and page.mark_at[i] is None)
    return next(pauses, first - 1) + 1


def _is_asked(page: Page, at: int, cue: PlacedCue) -> bool:
    """Tell whether a preposition at a token says of whom something is asked: «طلب من المدير», «طلب إلى الوزيرة»; not «دعا إلى التريّث», «كل من رآه»."""
    words, by = page.words, "of" in cue.cue.frames
    if words[at] == "الی":
        return by
    if words[at] != "من" or words[at - 1] == "کل":
        return False
    # «طالبها شاب | من الشرفة بأن»: a pronoun is asked
    return by or not (cue.cue.object or opens_whoever(page, at))


def _is_before(page: Page, at: int) -> bool:
    """Tell whether behind a token those stand before whom or whom one speaks to: «أمام المحكمة», «مخاطباً الحضور», «في وجه الوزير»."""
    words = page.words
    grammar = get_grammar("ar")
    # «في مقاطعة الجبل» is where
    addressing = words[at] in grammar.words["addressing"] and (
        at == 0 or words[at - 1] not in grammar.prepositions
    )
    addressing = addressing or ends_before_ears(words, at)
    return addressing or in_presence(page, at) or (words[at] == "امام" and hears(page, at + 1))


@keep_answers
def _told_at(page: Page, cue: PlacedCue, at: int, place: Range) -> Range | None:
    """Whom a word at a token names as told: «كل من رآه», «لمجموعة من الطلاب», «لسعادة الوالي», «للصحافيين»."""
    words, (first, stop) = page.words, place
    if at > first and at - 1 not in page.mention_at and _does(words[at - 1]):
        return None  # «قال X، وهو صياد يؤجر | للسياح قاربه: «…»»
    if _tells_of_speaker(page, first, at) or is_of_body(page, at, cue.first):
        return None
    # «قالت X، التي افتتحت القضية، لهيئة المحلفين»
    opens = at == first or words[at - 1] in "،,)"
    whoever = read_whoever(page, at, stop) if opens and "request" in cue.cue.frames else None
    if whoever is not None:
        return whoever
    if is_group_of(page, at) and (people := read_source(page, at + 2, stop)) is not None:
        return at, people[1]
    if opens and (office := find_titled(page, at)) is not None:
        return read_partner(page, office, stop)
    if (called := _called_to(page, cue, at, place)) is not None:
        return called
    listens = words[at].startswith("ل") and (
        is_listener(page, at, stop, opens=opens) or (opens and is_told_body(page, at, first))
    )
    return read_addressed(page, at, stop) if listens else None


def _tells_of_speaker(page: Page, first: int, at: int) -> bool:
    """Tell whether a token stands in a clause that says who the speaker is and not whom he talked to: «قال X، الذي يعمل مع جمعية | للرعاة، إنّ», «قالت X، وهي مرشدة | للسياح، إنّ»."""
    words, sets = page.words, get_grammar("ar").words
    near = words[first:at]
    if sets["relatives"].isdisjoint(near) and sets["he_is"].isdisjoint(near):
        return False
    for i in range(at - 1, first - 1, -1):
        if words[i] in "،," or is_cue(page, i) or words[i] in HAVE_TALKED or words[i] in _YEARS:
            return False  # «تقول X البالغة 58 عاماً | لمجلة Y»
        if words[i] in sets["relatives"]:
            return True
        if words[i] in sets["he_is"]:
            return not _does(words[i + 1])
    return False


def _does(word: str) -> bool:
    """Tell whether a word is a present, also behind «و»: يؤجر, «ويخبز»."""
    bare = word.removeprefix("و")
    return bare[:1] in ("ی", "ت") and is_verb(bare)


def _called_to(page: Page, cue: PlacedCue, at: int, place: Range) -> Range | None:
    """Whom a verb reaches by its own preposition: «هتف بالحضور», «شكا إلى القاضي», «همس في أذن جاره»; no «إلى جانب الصورة»."""
    words, (first, stop) = page.words, place
    # «جاء في رسالة X إلى Y», «جاء في الرسالة الموجهة إلى Y»
    letter = at == first and cue.last < at and is_text(get_grammar("ar").bare(words[cue.last]))
    if words[at] == "الی" and ("to" in cue.cue.frames or letter):
        phrase = read_partner(page, at + 1, stop)
        return phrase if phrase and is_someone(page, at + 1) else None
    if words[at] == "علی" and "on" in cue.cue.frames and at + 1 < stop:
        # «اقترحت المديرة على الضيوف أن», «على زميلاتها أن»
        someone = is_someone(page, at + 1) or is_own_person(page, at + 1)
        return read_partner(page, at + 1, stop) if someone else None
    if "at" in cue.cue.frames and words[at][0] == "ب" and is_someone(page, at, 1):
        return read_source(page, at, stop, after_preposition=True)
    if words[at - 1 : at + 1] == ("فی", "اذن"):
        return read_partner(page, at + 1, stop)
    return None


def _answered_before(page: Page, cue: PlacedCue, before: Range) -> bool:
    """Tell whether the verb before a verbal noun or participle answers: «ردّ المتحدث على شكوى السكان | بقوله»."""
    verbs = (joined_form(page.words[i], RETORTS) for i in range(*before))
    return cue.cue.shape in ("masdar", "participle") and any(verbs)
