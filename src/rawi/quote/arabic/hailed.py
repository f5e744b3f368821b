"""Whom words in marks call upon, with «يا», «لا يا دكتور», or politely at their beginning: «عزيزتي X، …», «سيدي الرئيس، …», «أيها الزملاء، …»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.quote.arabic.forms import without_pronoun
from rawi.quote.arabic.hearers import are_several, is_someone
from rawi.quote.arabic.people_words import heads_body, is_definite_role, stems_of_ours
from rawi.quote.page import Page
from rawi.quote.saying import Range, Saying

_LONGEST = 4  # tokens of whom one calls upon
_LONGEST_SENDER = 6  # tokens of «من الحافلة 3 إلى»
# Whoever listens to a speech: «أيها الأصدقاء، نجتمع اليوم …».
_GENERAL = frozenset({"الاصدقاء", "الصدیقات", "الاخوه", "الاخوات", "الساده", "السیدات", "الحضور", "الرفاق", "الاحبه", "الاعزاء", "الکرام"})  # fmt: skip
_CLOSING = frozenset("،,!:؛")
_SAID_THEN = frozenset({"قلت", "قال", "قالت", "قالوا", "قلنا", "اجبت", "اجبته", "اجبتها"})


def find_hailed(page: Page, saying: Saying) -> Range | None:
    """Who is called upon at the beginning of direct speech: by name, as a body of the report (its full name), by role or as several."""
    if saying.kind != "direct" or saying.heir or not saying.content:
        return None
    first, last = saying.content[0]
    if (written := _written_to(page, first, last)) is not None:
        return written
    if page.words[first] not in get_grammar("ar").words["hailing"]:
        return None
    near = range(first + 1, min(last, first + 1 + _LONGEST))
    whole = last if last - first <= _LONGEST else first + 1  # ««عزيزي سامي»، كتبت، «شكراً»»
    end = next((i for i in near if page.words[i] in _CLOSING), whole)
    return _who(page, (first + 1, end)) if end > first + 1 else None


def _written_to(page: Page, first: int, last: int) -> Range | None:
    """To whom words in marks say that they go, as a note or a call does: «إلى | مدير المعرض، لماذا …؟», «من الحافلة 3 إلى | غرفة العمليات، …»; not «إلى المدرسة، كل صباح، …»."""
    near = range(first, min(last - 1, first + _LONGEST_SENDER))
    called = page.words[first] == "من"
    to = next((i for i in near if page.words[i] == "الی"), None)
    if to is None or (to > first and not called) or not _is_reader(page, to + 1):
        return None
    reader = range(to + 1, min(last, to + 2 + _LONGEST))
    end = next((i for i in reader if page.words[i] in _CLOSING), None)
    place = end == to + 2 and not called and heads_body(page.words[to + 1].removeprefix("ال"))
    return (to + 1, end) if end is not None and not place else None


def _is_reader(page: Page, token: int) -> bool:
    """Tell whether someone, several or one of ours stands at a token: مدير, «أهل الحي», «جدنا»."""
    ours = stems_of_ours(page.words[token])
    kin = any(load_people("ar").roles.find((stem,), 0) for stem in ours)
    return kin or is_someone(page, token) or are_several(page, token)


def _who(page: Page, called: Range) -> Range | None:
    """Where the report names someone so called: the words themselves, or a body with them in its name."""
    first, last = called
    words = page.words[first:last]
    mention = page.person_at(first)
    if mention is not None:
        return mention.first, mention.last
    if words[0] in _GENERAL:
        return None
    if are_several(page, first) or is_definite_role(words[0]):
        return called
    for named in page.mentions:
        name = page.words[named.first : named.last]
        if named.first < first and words == name[-len(words) :]:
            return named.first, named.last
    return None


def called_on(page: Page, saying: Saying) -> Range | None:
    """Whom direct speech calls upon: the name, title or role after «يا», «لا يا | دكتور», «يا سي | سليم»."""
    if saying.kind != "direct" or saying.heir:
        return None
    if not any("یا" in page.words[first:last] for first, last in saying.content):
        return None
    for first, last in saying.content:
        for i in range(first, last - 1):
            if page.words[i].lstrip("وف") in _SAID_THEN:
                return None  # «فقلت لا يا أمي»: he tells of a talk
            if page.words[i] == "یا" and (called := _called_at(page, i + 1, last)):
                return called
    return None


def _called_at(page: Page, first: int, last: int) -> Range | None:
    """The name, title or role that stands at a token and may be called; no «يا ليت»."""
    people = load_people("ar")
    at = first
    while at < last and (title := people.titles.find(page.words, at)):
        at = title.end
    names = {
        word
        for m in page.mentions
        if m.mention.type == "PER"
        for word in page.words[m.first : m.last]
    }
    for i in range(at, min(last, at + 2)):
        if page.words[i] in get_grammar("ar").words["first_person"]:
            break  # «يا سيادة المستشار، أنا رجل بسيط»: no آنا
        if people.particles.get(page.words[i]) and i + 1 < last:
            return i, i + 2  # «يا عبد الحليم»
        if page.words[i] in names or page.words[i] in people.given_names.alone:
            return i, i + 1
    bare = get_grammar("ar").bare
    if at > first:
        office = at < last and bare(page.words[at]) in people.roles.alone
        return (at, at + 1) if office else (at - 1, at)
    word = without_pronoun(page.words[at])
    role = word in people.roles.alone or word[:-1] in people.roles.alone  # يا والدي
    return (at, at + 1) if role else None
