"""Whom Persian words in marks call upon: people «همکاران گرامی، درها را ببندید», an office, a title alone «آقای دکتر، …», and whoever they end with «…، آقای کاوه؟»."""

from collections.abc import Iterator

from rawi.lang.common import is_rare, load_common
from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_people
from rawi.lang.people import TitleRow, load_people
from rawi.lang.persian_verbs import is_of_you
from rawi.quote.asking import ends_asking
from rawi.quote.cast import Cast
from rawi.quote.letters import vocative_in
from rawi.quote.memory import Memory
from rawi.quote.page import Page
from rawi.quote.persian.called_by_name import called_by_name
from rawi.quote.persian.phrases import PAUSES, end_of_titles
from rawi.quote.roles import agree
from rawi.quote.saying import Range, Saying
from rawi.quote.speaker import Speaker

_YOU = frozenset({"شما", "خودتان", "برایتان"})
_SIR = frozenset({"صاحب", "صایب"})
_STOPS = frozenset(".؟?!…")
_SHORTEST_TITLES = 2  # tokens of «آقای دکتر»
_LONGEST_CALL = 5  # tokens of «جناب آقای دکتر رضا کاوه»


def find_called(page: Page, cast: Cast, memory: Memory, content: Range) -> Speaker | None:
    """Whom words in marks call upon: «خانم مدیرکل، تکلیف ما چیست؟», «تکلیف ما چیست، خانم مدیرکل؟»."""
    called = vocative_in(page, *content, "fa") or find_hailed(page, content)
    called = called or called_last(page, content) or called_by_name(page, cast, content)
    if called is not None:
        someone = cast.identify(called, "fa", memory.recent)
        unknown = page.words[called[1]] in _SIR and not someone.named  # «رئیس صاحب»: who?
        return None if unknown else someone
    return find_titled(page, cast, memory, content)


def find_hailed(page: Page, content: Range) -> Range | None:
    """The people words in marks call upon and speak to as you: «همکاران گرامی، درها را ببندید»; a list is no call."""
    first, last = content
    if (office := _hailed_office(page, content)) is not None:
        return office
    polite = get_grammar("fa").words["polite"]
    end = first + 1
    while end < last and page.words[end] in polite:
        end += 1
    if not names_people(page.words[first], "fa") or end + 1 >= last:
        return None
    called = page.words[end] in PAUSES | {"!"} and not names_people(page.words[end + 1], "fa")
    several = page.words[first] in get_grammar("fa").words["calls_to_many"]
    return (first, first + 1) if called and (several or says_you(page, (end, last))) else None


def _hailed_office(page: Page, content: Range) -> Range | None:
    """The office words in marks call upon without a pause, «آقای شهردار پارسال هم همین را گفتید!», or as Afghans do, «رئیس صاحب، …»."""
    titles, roles = load_people("fa").titles, load_people("fa").roles
    called = roles.find(page.words, content[0])
    if called is not None and page.words[called.end] in _SIR:
        behind = called.end + 1
        return (content[0], called.end) if page.words[behind] in PAUSES | {"!"} else None
    title = titles.find(page.words, content[0])
    office = roles.find(page.words, title.end) if title else None
    if office is None or office.end >= content[1] or page.words[office.end] in PAUSES:
        return None
    return (office.end - 1, office.end) if says_you(page, (office.end, content[1])) else None


def says_you(page: Page, content: Range) -> bool:
    """Tell whether somebody is spoken to as you: «شما», «درها را ببندید»; no people at large («شما مردم»)."""
    words = page.words
    return any(
        (words[i] in _YOU and not names_people(words[i + 1], "fa"))
        or _is_yours(words[i])
        or is_of_you(words[i])
        for i in range(*content)
    )


def _is_yours(word: str) -> bool:
    """Tell whether a folded Persian word is a common one with «your» behind it: نامتان, مادرتان; استان, دوستان are none."""
    stem = word.removesuffix("تان")
    return stem != word and stem in load_common("fa") and is_rare(word)


def find_titled(page: Page, cast: Cast, memory: Memory, content: Range) -> Speaker | None:
    """Whom words in marks call upon by titles alone: «آقای دکتر، …», «…، آقای دکتر.» is the last one spoken of who is so called."""
    first, last = content
    after = end_of_titles(page, first)
    title = first, after
    if after >= last or page.words[after] not in PAUSES:
        title = _last_called(page, content)
        after = end_of_titles(page, title[0])
    if after != title[1] or after - title[0] < _SHORTEST_TITLES:
        return None
    gender = _gender_of_titles(page, title[0], after)
    called = [
        person
        for person in cast.people
        if page.words[after - 1] in person.titles and agree(person.gender, gender)
    ]
    known = [person for person in memory.recent if person in called]
    return known[0] if known else called[0] if len(called) == 1 else None


def _gender_of_titles(page: Page, first: int, last: int) -> str | None:
    """The gender titles tell: «آقای دکتر» is no woman."""
    titles = load_people("fa").titles
    hits = (titles.find(page.words, i) for i in range(first, last))
    return next((hit.value.gender for hit in hits if hit is not None and hit.value.gender), None)


def title_alone(page: Page, content: Range) -> TitleRow | None:
    """The title alone by which words in marks call upon someone, at their beginning or end: «خانم، …», «بله، آقا!»."""
    titles = load_people("fa").titles
    hits = (titles.find(page.words[begin:end], 0) for begin, end in ends_of_call(page, content))
    return next((hit.value for hit in hits if hit is not None), None)


def ends_of_call(page: Page, content: Range) -> Iterator[Range]:
    """The one or two words with which words in marks begin or end where a pause parts them from the rest: «خانم، …», «بله، آقا!», «دوست من، …»."""
    first, last = _without_stops(page, content)
    signs = PAUSES | {"!"}
    for begin, end in ((first, first + 1), (first, first + 2), (last - 1, last), (last - 2, last)):
        parted = begin == first or page.words[begin - 1] in PAUSES
        closed = end == last or page.words[end] in signs
        if parted and closed and last - first > end - begin > 0 and begin >= first:
            yield begin, end


def called_last(page: Page, content: Range) -> Range | None:
    """Who is called upon where words in marks end, behind a pause, by a title and name, or office: «چرا نیامدید، آقای کاوه؟», «نه، خانم مدیر.»."""
    begin, last = _last_called(page, content)
    at = end_of_titles(page, begin)
    name, office = page.person_at(at), load_people("fa").roles.find(page.words, at)
    named = name is not None and name.last == last
    called = at > begin and (named or (office is not None and office.end == last))
    return (at, last) if called else None


def _last_called(page: Page, content: Range) -> Range:
    """The few tokens behind the last pause of words in marks, without the sign they end with; none where no pause is near."""
    first, last = _without_stops(page, content)
    near = range(last - 2, max(first, last - 1 - _LONGEST_CALL) - 1, -1)
    pause = next((i for i in near if page.words[i] in PAUSES), last - 1)
    return pause + 1, last


def _without_stops(page: Page, content: Range) -> Range:
    """Words in marks without the signs they end with: «چرا نیامدید؟!»."""
    first, last = content
    while last > first and page.words[last - 1] in _STOPS:
        last -= 1
    return first, last


def ends_in_question(page: Page, saying: Saying) -> bool:
    """Tell whether words in marks end with a question: «…؟»."""
    return saying.kind == "direct" and ends_asking(page, saying)


def opens_in_marks(page: Page, saying: Saying) -> bool:
    """Tell whether a paragraph opens with the words in marks of a Persian saying: ««در جیبم»، X گفت»."""
    first = saying.content[0][0]
    return saying.kind == "direct" and first > 0 and page.opens_paragraph(first - 1)


def asks_in_turn(page: Page, saying: Saying) -> bool:
    """Tell whether Persian words in marks without a cue ask something: a turn in a talk of two, ««کجا؟»»."""
    return saying.rule == "fa.loose" and ends_in_question(page, saying)
