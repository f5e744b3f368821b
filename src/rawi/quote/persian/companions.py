"""With whom a Persian speaker talks of whom the report told that two talked or met: «X و Y تلفنی گفت وگو کردند. X در این تماس گفت», «X با Y دیدار کرد. X در این دیدار گفت»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_people
from rawi.quote.cast import Cast
from rawi.quote.page import Page, PlacedSentence
from rawi.quote.persian.hearers import TALKING, may_listen, read_listener, skip_some
from rawi.quote.persian.phrases import SIGNS, heads_role
from rawi.quote.persian.subjects import first_subject
from rawi.quote.persian.verbs import follows_finite_verb, is_finite
from rawi.quote.saying import Range, Saying
from rawi.quote.speaker import Speaker

_MANY = "ند"
_TWO = 2
# Of two: at a «نشست» others may be present.
_MEETING_OF_TWO = frozenset({"دیدار", "ملاقات", "تماس", "مکالمه"})
_RECEIVING = ("به", "حضور", "پذیرفت")
_WELCOMING = frozenset({"استقبال", "پیشواز"})
_LONGEST_MEETING = 6  # tokens between the guest and the end of the verb: «در دفتر خود دیدار کرد»


def is_in_meeting(page: Page, saying: Saying) -> bool:
    """Tell whether something is said in a meeting or call of two told of before: «در این دیدار | گفت»."""
    here = page.sentence_at(saying.start)
    if here is None or saying.cue is None or saying.heir:
        return False
    pointing = get_grammar("fa").demonstratives
    return any(
        page.words[i] in _MEETING_OF_TWO and page.words[i - 1] in pointing
        for i in range(here.first + 1, saying.cue[0])
    )


def find_companion(page: Page, cast: Cast, before: int, speaker: Speaker) -> Speaker | None:
    """The other one of two of whom the last sentence about a talk of two before a token tells."""
    told = [s for s in page.sentences if s.last <= before and s.language == "fa"]
    for sentence in reversed(told):
        met = _who_met(page, cast, sentence)
        if len(met) == _TWO and speaker in met:
            return met[0] if met[1] is speaker else met[1]
    return None


def find_met(page: Page, cast: Cast, before: int, speaker: Speaker) -> Speaker | None:
    """Whom a speaker met, one person, as the last sentence before that of a token tells that is about a meeting of two.

    Where it names the host by his office alone, somebody without an office is he.
    """
    here = page.sentence_at(before)
    told = (s for s in reversed(page.sentences) if here and s.last <= here.first)
    places = next((found for s in told if (found := _find_host_and_guest(page, s))), None)
    if places is None:
        return None
    host, guest = (cast.identify(place, "fa", ()) for place in places)
    if host.body or host.plural or guest.body or guest.plural or host is guest:
        return None
    if speaker is guest:
        return host
    unnamed = not host.named and bool(host.roles) and guest.named
    bare = speaker.named and not speaker.roles
    return guest if speaker is host or (unnamed and bare) else None


def _find_host_and_guest(page: Page, sentence: PlacedSentence) -> tuple[Range, Range] | None:
    """Host and guest of a meeting of two: «X با Y دیدار کرد», «X Y را به حضور پذیرفت», «X از Y استقبال کرد», «X میزبان Y بود»."""
    words, first, last = page.words, sentence.first, sentence.last
    for i in range(first + 1, last - 2):
        received = words[i] == "را" and words[i + 1 : i + 4] == _RECEIVING
        if not received and words[i] not in ("با", "از", "میزبان"):
            continue
        host = first_subject(page, first, i)
        if host is None or not may_listen(page, host):
            continue
        if received:
            guest = _find_received(page, host[1], i)
        else:
            guest = read_listener(page, i + 1, last)
            guest = guest if _meets(page, words[i], guest[1], last) else None
        if guest is not None and _is_one(page, guest):
            return host, guest
    return None


def _find_received(page: Page, first: int, marker: int) -> Range | None:
    """The guest before an object marker: «مدیر موزه صبح شنبه | سفیر لوران | را به حضور پذیرفت»."""
    for i in range(first, marker):
        if heads_role(page, i) or page.person_at(i) is not None:
            return i, marker
    return None


def _is_one(page: Page, guest: Range) -> bool:
    """Tell whether a guest is one person: «سفیر لوران», not «جمعی از کشاورزان», «هیئت لوران»."""
    group = names_people(page.words[skip_some(page, guest)], "fa")
    return may_listen(page, guest) and not group and not page.names_body(guest[0], "fa")


def _meets(page: Page, how: str, end: int, last: int) -> bool:
    """Tell whether behind a guest, which ends at a token, a verb of meeting him closes the clause; `how`: the word before him."""
    sets = get_grammar("fa").words
    commas = (
        i for i in range(min(last, end + _LONGEST_MEETING) - 1, end - 1, -1) if page.words[i] == "،"
    )
    if page.words[end] == "،":
        end = next(commas, end) + 1  # «با X، سفیر لوران، دیدار کرد»
    if how == "میزبان":
        return page.words[end] in sets["copulas"]
    nouns = _WELCOMING if how == "از" else TALKING | sets["talks"] | sets["meetings"]
    for i in range(end, min(last, end + _LONGEST_MEETING)):
        if page.words[i] in SIGNS or is_finite(page, i):
            return False
        if page.words[i] in nouns and follows_finite_verb(page, i + 2):
            return True
    return False


def _who_met(page: Page, cast: Cast, sentence: PlacedSentence) -> list[Speaker]:
    """The people named in a sentence that ends with many having talked or met."""
    words, sets = page.words, get_grammar("fa").words
    nouns = TALKING | sets["talks"] | sets["meetings"]
    talked = any(
        words[i].endswith(_MANY) and words[i - 1] in nouns and is_finite(page, i)
        for i in range(sentence.first + 1, sentence.last)
    )
    if not talked:
        return []
    named = (cast.at.get(i) for i in range(sentence.first, sentence.last))
    return list(dict.fromkeys(one for one in named if one is not None))
