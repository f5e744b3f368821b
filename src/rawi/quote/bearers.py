"""Who bears a role a document never sets beside a name: the coach of the headline and the name of the last paragraph."""

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from rawi.lang.grammar import get_grammar
from rawi.lang.numbers import is_cardinal
from rawi.lang.people import load_people
from rawi.quote.page import Page
from rawi.quote.persian.notices import is_apart
from rawi.quote.persian.phrases import read_phrase
from rawi.quote.persian.subjects import first_subject
from rawi.quote.roles import fit_roles, is_indefinite, is_role, role_words
from rawi.quote.saying import Range, Saying
from rawi.quote.sole_speakers import is_only_person, reports_of_one
from rawi.quote.speaker import Speaker, Words

# Words between a role and the name that bears it (two blind native reports): a sentence, at most two.
_NEAR = 60
_ASKED = frozenset({"خواست", "خواسته", "خواستار", "پرسید", "پرسیده"})
_FAR = 3  # paragraphs
_OPENING = 6  # words before a name that opens its sentence


def is_bearer(page: Page, speaker: Speaker, last: Speaker | None, saying: Saying) -> bool:
    """Tell whether a new name right after a speaker known by his role is his: «رئیس … گفت. بهرام ستوده افزود …»."""
    if last is None or last.named or not last.roles or saying.source is None:
        return False
    if saying.rule == "fa.turn":
        return False  # «اپراتور: …», «لیلا پورکریم: …» are two
    if is_apart(page, last.first, saying.start):
        return False
    if last.words[:1] == ("هر",) or is_cardinal(last.words[0], "fa"):
        return False  # «هر سه مهمان», «دو مربی» are several
    if page.words[saying.source[0]] in get_grammar(saying.language).indefinites:
        return False  # «یکی از آموزگاران به نام X»
    introduced = saying.source[0] <= _first_in_text(page, speaker, saying) < saying.source[1]
    sentence = page.sentence_at(saying.source[0])
    if saying.language == "ar" and saying.cue_class != "continuing":
        return False
    # «رئیس گفت … و سارا قول داده …»: who is named inside the sentence is another.
    opens = sentence is not None and saying.source[0] - sentence.first <= _OPENING
    # «معاون وزیر گفت: «…»؛ دکتر سارا کاوه ادامه داد: «…»»
    goes_on = saying.language == "fa" and saying.cue_class == "continuing"
    opens = opens or (goes_on and page.words[saying.source[0] - 1] == "؛")
    described = saying.language == "fa" and _is_described(page, speaker.first, speaker)
    if saying.language == "fa" and not goes_on and _is_far(page, last, saying.source[0]):
        return False
    described = described or (saying.language == "fa" and _is_of_another(page, last, saying.source))
    short = saying.language == "fa" and not _is_set_apart(page, speaker.first, speaker)
    return introduced and opens and not described and _may_bear(last, speaker, short=short)


def _first_in_text(page: Page, speaker: Speaker, saying: Saying) -> int:
    """Where a name first stands; behind the title of a Persian report that names him: «X در گفت وگو با Y:», then «رئیس … گفت. X افزود»."""
    title = page.paragraphs[0]
    if saying.language != "fa" or speaker.first >= title.last:
        return speaker.first
    again = (m.first for m in page.mentions if m.first >= title.last and m.mention.type == "PER")
    return next((i for i in again if speaker.words[-1] in page.words[i : i + 4]), speaker.first)


def _is_far(page: Page, role: Speaker, name: int) -> bool:
    """Tell whether a role is told of paragraphs before a name at a token, one of a single word more than one: «راننده گفت C»."""
    apart = page.paragraph_of(name) - page.paragraph_of(role.first)
    return apart > (_FAR if role.roles[0][1:] else 1)


def _is_of_another(page: Page, last: Speaker, source: Range) -> bool:
    """Tell whether the sentence before a source is about someone of another office than who spoke last: «کاپیتان گفت: «C». سرمربی ابر راضی نبود. | X گفت»."""
    told = page.sentence_before(source[0], in_paragraph=True)
    if told is None or told.first <= last.first < told.last:
        return False
    subject = first_subject(page, told.first, told.last)
    if subject is None or not is_role(page.words[slice(*subject)], "fa"):
        return False
    head = role_words(page.words[slice(*subject)], "fa")[:1]
    return all(role[:1] != head for role in last.roles)


def tells_role_of(speaker: Speaker, last: Speaker, saying: Saying) -> bool:
    """Tell whether a role is that of the named one who spoke before and goes on: «بهمن تنگستانی گفت …. سرمربی تیم افزود …»."""
    return (
        saying.language == "fa"
        and not speaker.named
        and bool(speaker.roles)
        and not speaker.plural
        and _may_bear(speaker, last, short=True)
    )


def find_bearers(
    page: Page,
    speakers: Sequence[Speaker],
    heard: Sequence[Speaker],
    told_of: Sequence[Speaker],
    turns: Collection[tuple[int, int]],
) -> dict[int, Speaker]:
    """Say by identity which speaker with a name each one known by role alone is, where the document shows it.

    `heard`: who was spoken to. `told_of`: those sentences are about; one of them may be who spoke before in his paragraph.
    `turns`: by identity, who spoke to whom; they are two.
    """
    met = {frozenset(turn) for turn in turns}
    asking = get_grammar("fa").interviewers
    known = {id(s): s for s in (*speakers, *heard) if s.roles and not s.named}
    # «آموزگار جوانی» is someone new
    told = [s for s in known.values() if s.words[0] not in asking and not is_indefinite(s.words)]
    roles = [s for s in told if s in speakers]
    names = [s for s in speakers if s.named and not s.roles]
    found: dict[int, Speaker] = {}
    alone = len(speakers) == 2 and len(roles) == len(names) == 1
    if alone and frozenset((id(roles[0]), id(names[0]))) in met:
        return {}
    apart = _is_between(page, roles[0], names[0]) if alone else True
    one = alone and not (apart and not reports_of_one(page, names[0]))
    joined = alone and not _is_set_apart(page, _first_in_full(page, names[0]), names[0])
    short = one and joined and page.paragraphs[0].language == "fa"
    if one and names[0].respected and _may_bear(roles[0], names[0], short=short):
        # «رئیس دانشگاه … سخن گفت. دکتر نیلوفر پارسامنش فرمودند: …»
        return {id(roles[0]): names[0]}
    if joined and not roles[0].plural and is_only_person(page, roles[0], names[0]):
        return {id(roles[0]): names[0]}
    for role in told:
        bearers = [
            name
            for name in names
            if frozenset((id(role), id(name))) not in met
            and (role in speakers or not _tells_another(role, name, turns))
            and _may_bear(role, name)
            and _introduces(page, role, name)
        ]
        if not bearers:
            bearers = [
                name
                for name in told_of
                if frozenset((id(role), id(name))) not in met
                and (role in speakers or not _tells_another(role, name, turns))
                and _may_bear(role, name)
                and _introduces(page, role, name, inside=True)
            ]
        if len(bearers) == 1:
            found[id(role)] = bearers[0]
    return found


def _tells_another(role: Speaker, name: Speaker, turns: Collection[tuple[int, int]]) -> bool:
    """Tell whether a name speaks only to others than those who spoke to somebody known by role: «X به مدیر گفت C. Y به خبرنگار گفت D»."""
    hearers = {hearer for speaker, hearer in turns if speaker == id(name)}
    told = {speaker for speaker, hearer in turns if hearer == id(role)}
    return bool(hearers) and hearers.isdisjoint(told)


def _is_between(page: Page, role: Speaker, name: Speaker) -> bool:
    """Tell whether somebody in office is told of between two mentions of a name: «خانم X گفت: «C». سخنگوی شرکت گفت: «D». خانم X …»."""
    again = (m for m in page.mentions if m.first > role.first and m.mention.type == "PER")
    return name.first < role.first and any(page.words[m.last - 1] == name.words[-1] for m in again)


def find_learned(speakers: Sequence[Speaker], renamed: Mapping[int, Speaker]) -> dict[int, Speaker]:
    """Say by identity which speaker known by role alone is the one of whom the document told that office only later."""
    offices: dict[int, list[Words]] = {}
    bearers = {id(bearer): bearer for bearer in renamed.values() if bearer.named}
    for key, bearer in bearers.items():
        told = [s.roles for s in speakers if renamed.get(id(s)) is bearer]
        offices[key] = [*bearer.roles, *(office for roles in told for office in roles)]
    found: dict[int, Speaker] = {}
    for role in speakers:
        own = role.roles[0] if role.roles and not (role.named or role.plural) else ()
        if id(role) in renamed or not own[1:]:
            continue
        fitting = [k for k in offices if any(_is_office(own, known) for known in offices[k])]
        if len(fitting) == 1:
            found[id(role)] = bearers[fitting[0]]
    return found


def _is_set_apart(page: Page, first: int, name: Speaker) -> bool:
    """Tell whether a name at a token is told of besides or against who was told of before: «X نیز», «X اما»."""
    also = {"نیز", "هم"}.intersection(page.words[first : first + _OPENING + 4])
    behind = first + len(name.words)
    return bool(also) or page.words[behind : behind + 1] in (("اما",), ("ولی",))


def _is_office(role: Words, known: Words) -> bool:
    """Tell whether two phrases name the same office, one in fewer words: «مدیرکل آب», «مدیرکل آب و خاک»."""
    return bool(known[1:]) and fit_roles(role, known, general=False) == 1


def _may_bear(role: Speaker, name: Speaker, *, short: bool = False) -> bool:
    """Tell whether a full name without a role, where `short` a surname with a title too, may be that of a speaker known by role, as far as gender tells."""
    fits = not (role.gender and name.gender and role.gender != name.gender)
    full = len(name.words) > 1 or (short and name.respected)  # «حجت الاسلام منتظری»
    return name.named and full and not name.roles and fits


def _introduces(page: Page, role: Speaker, name: Speaker, *, inside: bool = False) -> bool:
    """Tell whether the role stands shortly before the name's first mention, and nobody else is named between.

    «پروفسور هانس از دانشگاه X نیز …» is somebody else. `inside`: in the same paragraph.
    """
    first = _first_in_full(page, name)
    if page.words[first - 2 : first] == ("به", "نام") or _is_described(page, first, name):
        return False  # «یکی از آموزگاران به نام X», «X، پژوهشگر خواب، …» are said who they are
    if ("یکی", "از") in pairwise(page.words[max(0, first - _OPENING) : first]):
        return False  # «یکی از آن دو، X، …»
    here = page.sentence_at(first)
    if _is_set_apart(page, first, name) or is_apart(page, role.first, first):
        return False
    for i in range(first - 1, max(-1, first - _NEAR), -1):
        if page.person_at(i) is not None:
            return False
        if page.mark_at[i] is None and is_role(page.words[i : i + 1], "fa"):
            place = read_phrase(page, i, first)
            written = page.words[slice(*place)]
            phrase = role_words(written, "fa")
            there = page.sentence_at(i)
            apart = inside and not (here and there and here.paragraph == there.paragraph)
            if apart or _is_object(page, place, first):
                return False
            wanted = role.roles[0]
            if phrase[0] != wanted[0] or not wanted[1:]:
                continue
            # «سخنگوی این شرکت» says less than «سخنگوی شرکت آب».
            short = get_grammar("fa").demonstratives.intersection(written) and phrase[1:]
            if set(wanted[1:]) <= set(phrase[1:]) or (short and set(phrase[1:]) <= set(wanted[1:])):
                return True
    return False


def _is_object(page: Page, place: Range, name: int) -> bool:
    """Tell whether who stands at a place is taken by whom his sentence names at a token, and another: «کاپیتان تیم را X در آغوش گرفت»."""
    here, there = page.sentence_at(place[0]), page.sentence_at(name)
    return page.words[place[1]] == "را" and here is not None and here == there


def _is_described(page: Page, first: int, name: Speaker) -> bool:
    """Tell whether a Persian name is followed by who that is: «X، پژوهشگر خواب»، «X، ۷۳ ساله», «X، که هتل دارد، …»."""
    after = page.words[first + len(name.words) : first + len(name.words) + 3]
    told = after[1:2] == ("که",) or (after[1:] != () and after[1][0].isdigit())
    one = after[2:] == ("که",) and after[1].endswith("ی")  # «X، پزشکی که …», «X، ساعت سازی که …»
    apposed = after[:1] == ("،",) and (told or one or is_role(after[1:3], "fa"))
    return apposed or (after[:1] == ("از",) and _is_of_body(page, first + len(name.words)))


def _is_of_body(page: Page, at: int) -> bool:
    """Tell whether at «از» a body someone is of stands, and not whom he asks: «X از دانشکدهٔ خواب به ما گفت», not «X از استانداری خواست»."""
    here = page.sentence_at(at)
    asked = here is not None and not _ASKED.isdisjoint(page.words[at : here.last])
    return not asked and load_people("fa").organisations.find(page.words, at + 1) is not None


def _first_in_full(page: Page, name: Speaker) -> int:
    """Where a name first stands in full: a heading («آذری: …») has only a part of it."""
    count = len(name.words)
    return next(
        (m.first for m in page.mentions if page.words[m.last - count : m.last] == name.words),
        name.first,
    )
