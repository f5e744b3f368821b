"""Whose role it is that a Persian report sets beside nobody: of who was named right before, or of who answers in its stead.

«سهیلا آبادی گفت: «C». سرمربی ابر افزود: «D»», «کنار او مهسا رودبار نشسته بود. کاپیتان تیم گفت: «C»»,
«عضو شورا از شهردار پرسید: «C». آرش دشتی پاسخ داد: «D»».
"""

from collections.abc import Container

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_people
from rawi.quote.asking import asks
from rawi.quote.attributed import Attributed
from rawi.quote.cast import Cast
from rawi.quote.nearness import is_near
from rawi.quote.page import Page, PlacedMention
from rawi.quote.persian.hearers import OTHER_PARTY
from rawi.quote.persian.listeners import gives_answer
from rawi.quote.persian.notices import is_apart
from rawi.quote.persian.phrases import HE, end_of_titles, read_phrase, start_of_titles
from rawi.quote.persian.subjects import first_subject
from rawi.quote.persian.verbs import is_finite
from rawi.quote.roles import agree, is_indefinite, is_relation, is_role
from rawi.quote.saying import Range, Saying
from rawi.quote.speaker import Speaker

_FARTHEST = 60  # tokens between a name and the role that takes it up
_OTHERS = frozenset({"نیز", "هم", "اما", "ولی", "دیگر", "مقابل", "متقابلا", "سوی"})


def find_bare(
    page: Page, cast: Cast, saying: Saying, role: Speaker, before: Attributed | None
) -> Speaker | None:
    """Who a role without a name is, in the source of a saying: the one person without a role that the text has just been about."""
    if saying.language != "fa" or saying.source is None or not _is_office(page, role, saying):
        return None
    if saying.rule == "fa.turn":
        return None  # «لیلا: …», «مأمور اورژانس: …» are two
    if page.words[saying.source[1]] == "که" and page.opens_paragraph(saying.source[0]):
        return None  # «نمایندهٔ رانندگان که به نشست آمده بود، گفت» is someone new
    if saying.kind == "indirect" and page.words[saying.content[0][0]] in HE:
        return None  # «پزشک تیم گفت او نباید بدود»: he is another
    said = before.saying.content if before and before.saying.kind == "direct" else ()
    name = _name_before(page, saying.source, {i for part in said for i in range(*part)})
    if name is None:
        return None
    person = cast.at.get(name.first)
    if person is None or not _is_bare(page, cast, person) or not agree(person.gender, role.gender):
        return None
    if any(cast.at.get(i) is person for part in saying.content for i in range(*part)):
        return None  # «رئیس اورژانس گفت پورکریم خونسرد بود»
    spoke = before is not None and before.speaker is person and not before.saying.aside
    met = before is not None and (before.addressee is role or asks(page, before.saying))
    return person if not met and (spoke or _is_subject(page, name)) else None


def find_asked(
    page: Page,
    saying: Saying,
    speaker: Speaker,
    listener: Speaker | None,
    before: Attributed | None,
) -> Speaker | None:
    """The one known by role alone whom the last saying asked, where a name without a role answers it."""
    if saying.language != "fa" or before is None or not asks(page, before.saying):
        return None
    asked = before.addressee
    if asked is None or asked.named or asked.plural or asked.body:
        return None
    guest = asked.words[0] in OTHER_PARTY  # «از مهمان برنامه پرسید C. X، رئیس برق، پاسخ داد»
    if not (asked.roles or guest):
        return None
    alone = speaker.named and (guest or not speaker.roles) and len(speaker.words) > 1
    answered = listener is before.speaker if listener is not None else gives_answer(page, saying)
    near = is_near(page, before.saying, saying)
    return asked if alone and near and answered and agree(speaker.gender, asked.gender) else None


def find_announced(page: Page, cast: Cast, saying: Saying, speaker: Speaker) -> Speaker | None:
    """The one known by role alone of whose answer the sentence before tells, where a name without a role gives it: «پاسخ شهردار دیر رسید. X اعلام کرد: «C»»."""
    if saying.language != "fa" or saying.source is None or not _is_bare(page, cast, speaker):
        return None
    told = page.sentence_before(saying.source[0], in_paragraph=True)
    sets = get_grammar("fa").words
    if told is None or page.words[told.first] not in sets["answers"] | sets["replies"]:
        return None
    first, last = read_phrase(page, told.first + 1, told.last)
    # «شهردار | دیر رسید»: how it came belongs to the verb
    place = first, last - (last - first > 1 and last < told.last and is_finite(page, last))
    office = page.words[slice(*place)]
    if not is_role(office, "fa") or is_indefinite(office):
        return None  # «پاسخ | داد: C. X گفت: «D»»
    if any(i in cast.at for i in range(told.first, told.last)):
        return None
    holder = cast.identify(place, "fa", ())
    alone = bool(holder.roles) and not (holder.named or holder.plural or holder.body)
    return holder if alone and agree(speaker.gender, holder.gender) else None


def find_apposed_name(page: Page, saying: Saying) -> PlacedMention | None:
    """The name between commas behind a pronoun that is the source: «او، | دکتر سارا بهاری، گفت»."""
    comma = saying.source[1] if saying.source else 0
    if page.words[comma : comma + 1] != ("،",):
        return None
    name = page.person_at(end_of_titles(page, comma + 1))
    if name is None:
        return None
    return name if page.words[name.last : name.last + 1] == ("،",) else None


def _is_office(page: Page, role: Speaker, saying: Saying) -> bool:
    """Tell whether a source is an office of something, told of here for the first time, and not set against who spoke before."""
    assert saying.source is not None
    first, last = saying.source
    words, grammar = page.words, get_grammar("fa")
    if role.named or role.body or role.plural or role.first != first or not role.roles:
        return False
    if words[first] in grammar.indefinites | grammar.demonstratives | grammar.interviewers:
        return False
    if is_relation(words[first:last], "fa") or is_indefinite(words[first:last]):
        return False  # «همکار جوان تری که …»
    if saying.addressee and words[saying.addressee[0]] in grammar.pronouns:
        return False  # «مدیر شرکت رو به او: «C»»
    sentence = page.sentence_at(first)
    if sentence is None or len(role.roles[0]) < 2 or last - first < 2:
        return False
    opening = grammar.subordinators | grammar.object_markers
    if not opening.isdisjoint(words[sentence.first : first]):
        return False  # «وقتی دبیر شورا یادآوری کرد که C»
    until = max(last, saying.cue[0] if saying.cue else last)
    told = (*words[sentence.first : first], *words[last:until])
    return _OTHERS.isdisjoint(told) and not gives_answer(page, saying)


def _name_before(page: Page, source: Range, said: Container[int]) -> PlacedMention | None:
    """The name last told of before a source, in its paragraph or the one before; None where anybody else stands between.

    `said`: the tokens of what was said last, where others may be spoken of.
    """
    here = page.paragraph_of(source[0])
    for i in range(source[0] - 1, max(-1, source[0] - _FARTHEST), -1):
        if page.mark_at[i] is not None or i in said:
            continue
        mention = page.person_at(i)
        if mention is not None:
            near = here - page.paragraph_of(mention.first) in (0, 1)
            return mention if near and not is_apart(page, mention.first, source[0]) else None
        if is_role(page.words[i : i + 1], "fa") or names_people(page.words[i], "fa"):
            return None
    return None


def _is_bare(page: Page, cast: Cast, person: Speaker) -> bool:
    """Tell whether the report nowhere says who bears a full name: no role, no age, no «از اهالی», nothing after a comma."""
    if person.roles or not person.named or len(person.words) < 2:
        return False
    return not any(_is_described(page, m) for m in page.mentions if cast.at.get(m.first) is person)


def _is_described(page: Page, name: PlacedMention) -> bool:
    """Tell whether words behind a name say who that is: «X، همسایهٔ …», «X ۴۲ ساله», «X از اهالی»."""
    after = page.words[name.last : name.last + 2]
    apposed = after[:1] == ("،",) and after[1:] != ("که",)
    return apposed or after[:1] == ("از",) or (after[:1] != () and after[0][0].isdigit())


def _is_subject(page: Page, name: PlacedMention) -> bool:
    """Tell whether the sentence of a name is about its bearer, or tells of a meeting with him."""
    sentence = page.sentence_at(name.first)
    if sentence is None:
        return False
    subject = first_subject(page, sentence.first, sentence.last)
    first = start_of_titles(page, name.first, sentence.first)
    if subject is not None and first <= subject[0] <= name.first:
        return True
    sets = get_grammar("fa").words
    met = sets["meetings"] | sets["events"] | sets["talks"]
    return page.words[first - 1] in ("با", "حضور") and not met.isdisjoint(
        page.words[sentence.first : first - 1]
    )
