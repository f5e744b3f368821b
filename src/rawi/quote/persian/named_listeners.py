"""Whom the words for a Persian addressee mean: a name, an office, a body, or only a word that points at him: «این مقام», «همکارش», «شاهد»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_people
from rawi.lang.people import heads_outlet
from rawi.quote.cast import Cast
from rawi.quote.letters import vocative_in
from rawi.quote.meant import find_by_head, find_elder_at, find_pointed, find_witness
from rawi.quote.memory import Memory, Wanted
from rawi.quote.page import Page
from rawi.quote.persian.called_by_name import called_by_name
from rawi.quote.persian.counterparts import find_counterpart
from rawi.quote.persian.hailed import called_last
from rawi.quote.persian.heading_peers import find_heading_peer
from rawi.quote.persian.hearers import is_somebodys
from rawi.quote.persian.listeners import drop_relative_yeh
from rawi.quote.persian.other_parties import find_other_party
from rawi.quote.persian.phrases import HE, end_of_titles
from rawi.quote.persian.same_human import find_same_listener
from rawi.quote.persian.whose_kin import find_whose_kin
from rawi.quote.roles import is_role
from rawi.quote.saying import Range, Saying
from rawi.quote.speaker import Speaker

_LONGEST_TITLE = 3  # tokens in marks
_TALKED = frozenset({"با", "به"})
_LONGEST_POINTED = 2  # words: «این خبرگزاری»
_ANY_OUTLET = frozenset({"رسانه", "نشریه", "شبکه"})
_LONGEST_BODY = 4  # words; longer names may have taken in what follows them


def name_listener(
    page: Page,
    cast: Cast,
    memory: Memory,
    saying: Saying,
    speaker: Speaker | None,
    before: Speaker | None,
) -> Speaker | None:
    """Whom the words for an addressee mean; `before`: who spoke just before the speaker."""
    place = saying.addressee
    assert place is not None
    if speaker is not None and (party := find_other_party(page, cast, saying, speaker)) is not None:
        return party
    words, grammar = page.words[slice(*place)], get_grammar("fa")
    if words[0] in grammar.demonstratives and len(words) > 1:
        body = cast.find_body(words[1], place[0])
        if body is not None:
            return body  # «به همین نشریه گفت»
        outlet = _outlet_before(page, place)
        if outlet is not None:
            return cast.identify(outlet, "fa", memory.recent)
    if len(words) == 1 and (outlet := _outlet_before(page, place)) is not None:
        return cast.identify(outlet, "fa", memory.recent)  # «به خبرگزاری گفت»
    if words[0] in grammar.words["peers"] and before is not None and before.named:
        return before
    meant = find_counterpart(page, cast, saying, speaker, before)
    meant = meant or find_heading_peer(page, cast, saying, speaker)
    meant = meant or _find_kin(page, cast, place, speaker)
    meant = meant or _find_related(page, cast, memory, saying, speaker)
    meant = meant or _find_meant(page, cast, memory, place)
    meant = meant or find_same_listener(page, cast, place, before)
    if meant is not None and meant is not speaker:
        return meant
    body = find_by_head(page, cast, place)
    if body is not None and len(body.words) <= _LONGEST_BODY:
        return body  # «به شرکت نوشتند» after «شرکت آب دشتستان»
    found = cast.identify(place, "fa", memory.recent)
    if (called := _find_called(page, cast, saying, found)) is not None:
        called.roles += found.roles
        return called
    return drop_relative_yeh(page, place, found)


def _outlet_before(page: Page, place: Range) -> Range | None:
    """The outlet named last before «این خبرگزاری», «خبرگزاری» alone, whose name does not tell what it is: «رویترز»."""
    pointed = page.words[place[0]] in get_grammar("fa").demonstratives
    head = place[0] + pointed
    if not heads_outlet(page.words, head, "fa") or place[1] - head >= _LONGEST_POINTED:
        return None
    named = (body for body in page.bodies_before(place[0]) if body.is_outlet)
    last = next(named, None)
    general = pointed and page.words[head] in _ANY_OUTLET
    if last is not None and not general and heads_outlet(page.words, last.first, "fa"):
        # «این روزنامه» after «نشریهٔ X» is the paper that reports.
        last = last if page.words[last.first] == page.words[head] else None
    return (last.first, last.last) if last is not None else _title_before(page, place[0])


def _title_before(page: Page, before: int) -> Range | None:
    """The title in marks, of an outlet no table knows, somebody last talked to: «در گفت وگو با «موج»», «به خبرنگار «موج» گفت»."""
    asking = get_grammar("fa").interviewers | _TALKED
    marks = (mark for mark in reversed(page.marked_within(0, before)) if mark[1] < before)
    return next(
        (
            (first - 1, last + 1)
            for first, last in marks
            if last - first <= _LONGEST_TITLE and page.words[first - 2] in asking
        ),
        None,
    )


def _find_related(
    page: Page, cast: Cast, memory: Memory, saying: Saying, speaker: Speaker | None
) -> Speaker | None:
    """Whom «شاگردش», «دخترش», «موکلش» means of one who is told to be his: «X برد. مربی او، Y، به شاگردش گفت»."""
    assert saying.addressee is not None
    first, last = saying.addressee
    if last - first > 1 or speaker is None or saying.source is None:
        return None
    owner = find_whose_kin(page, cast, speaker)
    if owner is not None and is_somebodys(page.words[first]):
        return owner  # «خواهر X، Y، به برادرش گفت»
    his = page.words[slice(*saying.source)]
    told = is_somebodys(his[0]) or (is_role(his[:1], "fa") and his[1:2] != () and his[1] in HE)
    kin = is_somebodys(page.words[first]) and not names_people(page.words[first], "fa")
    return memory.find_other(speaker, Wanted(person=True, plural=False)) if told and kin else None


def find_told_kin(page: Page, cast: Cast, place: Range) -> tuple[int, Speaker] | None:
    """Who a word for somebody's kin is that stood beside a name before, and where: «دخترش مرضیه گفت C. … به | دخترش»."""
    first, last = place
    word = page.words[first]
    if last - first != 1 or not is_somebodys(word):
        return None
    told = next((i for i in range(first - 1, 0, -1) if page.words[i] == word), 0)
    kin = cast.at.get(end_of_titles(page, told + 1 + (page.words[told + 1] == "،")))
    return (told, kin) if told and kin is not None else None


def _find_kin(page: Page, cast: Cast, place: Range, speaker: Speaker | None) -> Speaker | None:
    """Who a word for the kin of a speaker is, where nobody else was named since it stood beside a name: «دخترش مرضیه گفت C. او به | دخترش گفت D»."""
    known = find_told_kin(page, cast, place) if speaker is not None else None
    if known is None or known[1] is speaker:
        return None
    told, kin = known
    owner = next((cast.at[i] for i in range(told - 1, -1, -1) if i in cast.at), None)
    since = {id(cast.at[i]) for i in range(told, place[0]) if i in cast.at}
    return kin if owner is speaker and since <= {id(kin), id(speaker)} else None


def _find_meant(page: Page, cast: Cast, memory: Memory, place: Range) -> Speaker | None:
    """Whom «این مقام», «شاهد» mean, where no name is in the words."""
    first, last = place
    if any(i in cast.at for i in range(first, last)):
        return None
    pointed = page.words[first] in get_grammar("fa").demonstratives and last - first > 1
    human = page.words[min(first + 1, last - 1)] in get_grammar("fa").words["humans"]
    if pointed and (human or is_role(page.words[first + 1 : last], "fa")):
        found = find_pointed(page, cast, memory, place)
        # «آن زن» says as much as «زنی» before, who said nothing.
        heard = found is not None and (found.named or found in memory.spoken)
        return found if heard or not human else None
    return find_elder_at(page, cast, place) or find_witness(page, cast, memory, place)


def _find_called(page: Page, cast: Cast, saying: Saying, found: Speaker) -> Speaker | None:
    """The person whom words in marks call upon by name, where somebody without one is spoken to: «به مدیر گمرک نوشت: «جناب آقای X، …»», «رو به همکارش گفت: «نادر، …»»; an office only where the one called has none told."""
    alone = not (found.named or found.body or found.plural)
    if not alone or saying.kind != "direct" or not saying.content:
        return None
    content = saying.content[0]
    called = vocative_in(page, *content, "fa") or called_last(page, content)
    called = called or called_by_name(page, cast, content)
    named = cast.identify(called, "fa", ()) if called else None
    if named is None or not named.named:
        return None
    assert saying.addressee is not None
    first, last = saying.addressee
    related = is_somebodys(page.words[last - 1]) or page.words[last - 1] == "خود"
    related = related or (last - first > 1 and page.words[last - 1].endswith("ش"))
    return named if related or (found.roles and not named.roles) else None
