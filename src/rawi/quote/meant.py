"""Whom Persian words without a name mean: «این شرکت», «شرکت» alone, «این مربی», «شاهد», «مربی ۵۸ ساله», «پیرمرد»."""

from collections.abc import Sequence
from itertools import pairwise

from rawi.lang.common import is_rare
from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_kinds, load_people
from rawi.quote.cast import Cast
from rawi.quote.described import is_body
from rawi.quote.memory import ELDERS, HUMANS, Memory, Wanted
from rawi.quote.page import Page
from rawi.quote.persian.phrases import PAUSES
from rawi.quote.persian.pointed_people import find_pointed_new
from rawi.quote.persian.subjects import first_subject
from rawi.quote.persian.voices import can_speak, is_document
from rawi.quote.roles import is_role
from rawi.quote.saying import Range, Saying
from rawi.quote.speaker import Speaker

_OLD = 60  # years
_LONGEST_NEW = 4  # tokens of «رانندهٔ جوان کامیونی»
_TENS = ("شصت", "هفتاد", "هشتاد", "نود", "صد")


def find_pointed(page: Page, cast: Cast, memory: Memory, source: Range) -> Speaker | None:
    """Whom «این مربی», «این شرکت», «این نهاد» means: one so called, else the last person or body."""
    head = page.words[source[0] + 1]
    if head in get_grammar("fa").words["general_bodies"]:
        return cast.find_body(head, source[0]) or _last_body(page, cast, memory, source[0])
    if "ساله" in page.words[slice(*source)]:
        # «این نویسندهٔ ۳۴ ساله» tells something new of who is spoken of.
        wanted = Wanted(person=True, plural=False)
        known = [*memory.recent, *cast.named_before(source[0])]
        return next(filter(wanted.fits, known), None) or memory.find(wanted)
    body = is_body(page, source, "fa")
    found = None if body else find_pointed_new(page, cast, source)
    found = found or memory.find_called(head, body=body)
    if found is None and body is False:
        found = _of_kind(cast.named_before(source[0]), head)
    if found is None and not body:
        found = _told_of_in_words(page, cast, source)
    found = found or memory.find_uncalled(head, body=body)
    if found is None and body is False:
        return next(iter(cast.named_before(source[0])), None)
    if found is None and body:
        return cast.find_body(head, source[0]) or _subject_before(page, cast, source[0])
    return found


def _told_of_in_words(page: Page, cast: Cast, source: Range) -> Speaker | None:
    """Whom «این مرد» means where the sentence before opens with whose words tell of someone new: «به گفتهٔ پلیس، رانندهٔ کامیونی که در برف مانده بود، نجات یافت. این مرد گفت C»."""
    head = page.words[source[0] + 1]
    told = page.sentence_before(source[0], in_paragraph=True) if head in HUMANS else None
    if told is None:
        return None
    opens = next(iter(page.cues(told.first, told.last, "fa")), None)
    if opens is None or opens.first > told.first + 1 or opens.cue.shape != "attribution":
        return None
    words = page.words
    for that in range(opens.last + 1, told.last):
        if words[that] != "که" or page.mark_at[that] is not None or words[that - 1] in PAUSES:
            continue
        first = next((i for i in range(that, opens.last, -1) if words[i - 1] in PAUSES), that)
        someone = first < that and not any(i in page.mention_at for i in range(first, that))
        someone = someone and that - first <= _LONGEST_NEW and can_speak(page, (first, that))
        someone = someone and not is_document(page, (first, that))
        new = someone and any(words[i].endswith("ی") for i in range(first, that))
        return cast.identify((first, that), "fa", ()) if new else None
    return None


def _of_kind(people: Sequence[Speaker], head: str) -> Speaker | None:
    """The first one whose calling a general word may stand for: «این هنرمند» is «مینا راد، سفالگر»."""
    callings = load_kinds().get(head, frozenset())
    return next((p for p in people if any(r[0] in callings for r in p.roles)), None)


def _subject_before(page: Page, cast: Cast, at: int) -> Speaker | None:
    """What the sentence before is about where that has a name no table knows: «نانوایی زنجیره ای گلدن کراست …. این شرکت گفت C»."""
    told = page.sentence_before(at, in_paragraph=True)
    subject = first_subject(page, told.first, told.last) if told else None
    if subject is None or any(i in cast.at for i in range(*subject)):
        return None
    named = page.words[subject[1] - 1]
    rare = named.isascii() or is_rare(named)
    return cast.identify(subject, "fa", ()) if rare and subject[1] - subject[0] > 1 else None


def find_witness(page: Page, cast: Cast, memory: Memory, phrase: Range) -> Speaker | None:
    """Whom «شاهد» means where nobody is so called: the last one without a name who spoke, «زنی ۶۲ ساله»."""
    words, sets = page.words[slice(*phrase)], get_grammar("fa").words
    if len(words) != 1 or words[0] not in sets["witnesses"]:
        return None
    if cast.find_by_role(phrase, "fa") is not None:
        return None
    return next(
        (
            s for s in memory.spoken
            if not (s.named or s.body or s.plural)
            and s.words[:1] and s.words[0] in sets["named_people"] | sets["witnesses"]
        ),
        None,
    )  # fmt: skip


def find_by_head(page: Page, cast: Cast, source: Range) -> Speaker | None:
    """Which body the head of its name alone means: «شرکت» after «شرکت آب دشتستان»."""
    first, last = source
    if last - first > 1 or first in page.mention_at:
        return None
    if load_people("fa").organisations.find(page.words[first:last], 0) is None:
        return None
    return cast.find_body(page.words[first], first)


def find_of_age(page: Page, cast: Cast, memory: Memory, saying: Saying) -> Speaker | None:
    """Whom «مربی ۵۸ ساله» means: the one spoken of before, of whom now his age is told."""
    if saying.source is None or saying.language != "fa":
        return None
    words = page.words[slice(*saying.source)]
    told = words[1:2] != () and words[1][0].isdigit()
    aged = told and (words[2:] == ("ساله",) or (len(words) == 2 and words[1].endswith("ساله")))
    named = any(i in cast.at for i in range(*saying.source))
    if not aged or named or not is_role(words, "fa"):
        return None
    before = [one for one in memory.recent if not one.body and one.words != words]
    called = [one for one in before if any(words[0] in role for role in one.roles)]
    return next(iter(called or before), None)


def find_elder(page: Page, cast: Cast, saying: Saying) -> Speaker | None:
    """Whom «پیرمرد», «پیرزن» means where no «پیرمردی» was told of: the last one named before of whom a high age is told, or whose age is told now."""
    if saying.source is None or saying.language != "fa":
        return None
    return find_elder_at(page, cast, saying.source)


def find_elder_at(page: Page, cast: Cast, place: Range) -> Speaker | None:
    """Whom «پیرمرد», «پیرزن» at a place means."""
    words, first = page.words[slice(*place)], place[0]
    aged = words[-1].endswith("ساله")
    gender = ELDERS.get(words[0]) if len(words) == 1 or aged else None
    if gender is None or words[0] + "ی" in page.words[:first]:
        return None
    if aged:
        return _named_alone(page, cast, first, gender)
    return next(
        (
            one
            for one in cast.named_before(first)
            if one.gender in (None, gender) and _is_aged(page, cast, one)
        ),
        None,
    )


def _named_alone(page: Page, cast: Cast, at: int, gender: str) -> Speaker | None:
    """The one person the sentence before names, of whom no office is told, and who may be the old one at a token: «کارگاه X ته کوچه است. | پیرمرد ۷۸ ساله می گوید C»."""
    told = page.sentence_before(at, in_paragraph=True)
    named = {cast.at[i] for i in range(told.first, told.last) if i in cast.at} if told else set()
    one = next(iter(named), None)
    fits = one is not None and one.gender in (None, gender) and not one.roles
    return one if fits and len(named) == 1 else None


def _is_aged(page: Page, cast: Cast, person: Speaker) -> bool:
    """Tell whether a sentence that names somebody tells that he is old: «X ۷۸ ساله», «X هفتاد سال دارد»."""
    named = (m for m in page.mentions if cast.at.get(m.first) is person)
    return any(
        _tells_high_age(page.words[m.last : sentence.last])
        for m in named
        if (sentence := page.sentence_at(m.first))
    )


def _tells_high_age(words: tuple[str, ...]) -> bool:
    """Tell whether the words behind a name hold an age from which on one is called old."""
    return any(
        age in ("سال", "ساله")
        and (number.startswith(_TENS) or (number.isdecimal() and int(number) >= _OLD))
        for number, age in pairwise(words)
    )


def _last_body(page: Page, cast: Cast, memory: Memory, before: int) -> Speaker | None:
    """The last body spoken of before a token; no outlet."""
    spoken = next((speaker for speaker in memory.recent if speaker.body), None)
    if spoken is not None:
        return spoken
    named = next((body for body in page.bodies_before(before) if not body.is_outlet), None)
    return cast.identify((named.first, named.last), "fa", ()) if named else None
