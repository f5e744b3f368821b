"""The name a comma sets beside a role: «أمين سرّ الجمعية، فريد النحّاس، …», «أستاذ ياسين، نادر الحلو، …»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import ONE_OF, names_people
from rawi.lang.people import load_people
from rawi.quote.arabic.forms import without_pronoun
from rawi.quote.arabic.people_words import is_origin
from rawi.quote.arabic.words import is_complementizer
from rawi.quote.page import Page, PlacedMention

SELF = frozenset({"نفسه", "نفسها", "ذاته", "ذاتها"})
THE_SAME = SELF | {"عینه", "عینها"}
_HE = frozenset({"هو", "هی"})  # «مراجع آخر، هو الحاج خلف سالم، …»
_THEN = frozenset({"انذاک", "حینها", "وقتها", "حینذاک", "وقتذاک", "یومها", "حینیذ"})
TRUE_NAMES = frozenset({"الحقیقی", "الکامل", "المستعار", "الاصلی"})
_INTRODUCING = frozenset({"قدم", "قدمت", "عرف", "عرفت"})
_BEHIND_ROLE = SELF | _THEN
_FIRST = frozenset({"اول", "اولی", "ثانی", "ثانیه", "ثالث", "ثالثه", "رابع", "رابعه", "خامس", "خامسه", "اخر", "اخری", "اکبر", "اصغر", "ابرز", "اقدم", "اشهر"})  # fmt: skip
_LONGEST_ROLE = 12  # tokens
_LONGEST_PLACE = 7  # tokens of a place between commas
_CLOSING = frozenset("،,:(–-")


def comma_behind(page: Page, at: int, stop: int) -> int | None:
    """The token of a comma that stands at a token, or behind «himself» or «then»: «البطلة نفسها، سهى الديري، …», «مديرها آنذاك، نادر الحلو، …»."""
    at += page.words[at] in _BEHIND_ROLE
    return at if at < stop and page.words[at] in "،," else None


def called_behind_comma(page: Page, comma: int, stop: int) -> int | None:
    """The end of the name a comma and «called» or «who is» add: «شاب، | يدعى سامي نجار، …», «أحد الجيران، | وهو سائق يدعى سامي نجار، …», «أحدهم، | وهو البرتغالي نونو ريبيلو، …»."""
    words, sets = page.words, get_grammar("ar").words
    at = comma + 1
    if words[at] in sets["he_is"] or words[at] in _HE:
        joined = words[at] in _HE and words[at + 1].startswith("و")  # «المديرة، هي وسامي حداد، …»
        if not joined and (end := _end_of_who_is(page, at + 1, stop)) is not None:
            return end
        near = range(at + 1, min(stop, at + _LONGEST_PLACE))
        at = next((i for i in near if words[i] in sets["named"] or not page.is_word(i)), at)
    if (own := _introduces_himself(words, at)) is not None:
        return name_at(page, own, stop)
    if words[at] not in sets["named"]:
        return None
    at += words[at + 1] in TRUE_NAMES  # «واسمها الحقيقي هدى سالم»
    return name_at(page, at + 1, stop)


def _introduces_himself(words: tuple[str, ...], at: int) -> int | None:
    """The token of the name by which somebody introduces himself: «قدّمت نفسها باسم | أم ياسر», «عرّف عن نفسه باسم | سامي»; None where nobody does.

    >>> _introduces_himself(("قدمت", "نفسها", "باسم", "ام", "یاسر"), 0), _introduces_himself(("قدمت", "باسم"), 0)
    (3, None)
    """
    if words[at] not in _INTRODUCING:
        return None
    of = at + 1 + (words[at + 1 : at + 2] == ("عن",))
    by = words[of : of + 2]
    return of + 2 if by in (("نفسها", "باسم"), ("نفسه", "باسم")) else None


def _end_of_who_is(page: Page, at: int, stop: int) -> int | None:
    """The end of the name behind «who is» and nothing but titles and definite words: «وهي | الأرملة هدى سالم، …»; not «وهو صديق سامي نجار»."""
    definite = page.words[at].startswith("ال") or name_at(page, at, stop) is not None
    if not (definite or load_people("ar").titles.find(page.words, at)):
        return None
    end = name_past_roles(page, at, stop)
    closed = end is not None and end < len(page.words) and page.words[end] in _CLOSING
    return end if closed else None


def named_in_apposition(page: Page, begun: int, comma: int, stop: int) -> int | None:
    """The end of the name after a role and a comma: «أمين سرّ الجمعية، فريد النحّاس، …», «البطلة نفسها، سهى الديري، …».

    After words no table knows for a role only a whole name is one, closed by another comma or by what was said.
    """
    words, people = page.words, load_people("ar")
    while (title := people.titles.find(words, begun)) and title.end < comma:
        begun = title.end
    if words[begun] in ("الذی", "التی"):
        begun -= 1  # «المهندسة التي …، X»
    bare = get_grammar("ar").bare(words[begun])
    rest = tuple(word for word in words[begun + 1 : comma] if word not in _BEHIND_ROLE)
    held = any(people.roles.find((head, *rest), 0) for head in (bare, without_pronoun(bare)))
    if comma + 2 < stop and words[comma + 1] in get_grammar("ar").words["named"]:
        return name_at(page, comma + 2, stop)  # «أحدهم، ويدعى حمدي الزين، …»
    end = name_past_roles(page, comma + 1, stop)
    # «أحد الوجهاء، الشيخ دحام الفواز، …», «أولى المتصلات، أم ياسر من ضاحية النخيل، …»
    if held or bare in ONE_OF or _is_first_of(words, begun):
        return end
    # «زبونته القديمة، المعلمة X، …» too
    return end if end is not None and _is_set_beside(page, begun, comma, end) else None


def _is_first_of(words: tuple[str, ...], at: int) -> bool:
    """Tell whether at a token one of some people is told by his turn: «أول المتحدثين», «أصغر المشاركات»; not «أول الأمر».

    >>> _is_first_of(("اول", "المتحدثین"), 0), _is_first_of(("اول", "الامر"), 0)
    (True, False)
    """
    of_whom = words[at + 1 : at + 2]
    many = of_whom != () and of_whom[0].startswith("ال")
    return words[at] in _FIRST and many and names_people(of_whom[0].removeprefix("ال"), "ar")


def _is_set_beside(page: Page, begun: int, comma: int, end: int) -> bool:
    """Tell whether a name of two words or more, or one behind a title, fills the place between two commas, or a comma and what was said, after no body or text."""
    words = page.words
    name = page.mention_at[end - 1]
    body = page.mention_at.get(begun)
    head = (get_grammar("ar").bare(words[begun]),)
    other = body is not None and body.mention.type == "ORG"
    other = other or load_people("ar").organisations.find(head, 0) is not None
    other = other or head[0] in get_grammar("ar").documents or comma == begun
    closed = end < len(words) and (words[end] in _CLOSING or is_complementizer(words[end]))
    return not other and closed and (name.last - name.first > 1 or name.first > comma + 1)


def apposed_to_name(page: Page, begun: int, mention: PlacedMention, stop: int) -> int | None:
    """The end of the name of whose teacher, lawyer or mother someone is: «أستاذ ياسين، نادر الحلو، …»; «الأستاذ ياسين» is he himself."""
    words, comma = page.words, mention.last
    if comma + 1 >= stop or words[comma] not in "،,":
        return None
    head = words[begun]
    title = begun == mention.first or get_grammar("ar").bare(head) != head
    if title or head not in load_people("ar").roles.alone:
        return None
    end = name_past_roles(page, comma + 1, stop)
    return end if end is not None and _is_set_beside(page, begun, comma, end) else None


def _is_trade(page: Page, at: int, stop: int) -> bool:
    """Tell whether a definite word is of origin, or stands before a name and so tells what he is."""
    definite = page.words[at].startswith("ال") and name_at(page, at + 1, stop) is not None
    return is_origin(page.words[at]) or definite


def name_at(page: Page, at: int, stop: int) -> int | None:
    """The end of a person's name that begins at a token: «خبير الطقس فيها | نادر الحلو»."""
    name = page.person_at(at)
    return name.last if name and name.first == at and name.last <= stop else None


def _past_place(page: Page, at: int, stop: int) -> int:
    """The token after a place between two commas: «في ولاية مرباط، | جنوبي عُمان، | X»; else the same token."""
    if at >= stop or page.words[at] not in get_grammar("ar").words["sides"]:
        return at
    near = range(at + 1, min(stop, at + _LONGEST_PLACE))
    return next((i + 1 for i in near if page.words[i] in "،,"), at)


def name_past_roles(page: Page, at: int, stop: int) -> int | None:
    """The end of a name that stands at a token, or behind roles and titles there: «عالمة الاجتماع الدكتورة مينا …»."""
    people, words = load_people("ar"), page.words
    at = _past_place(page, at, stop)
    while at < stop:
        title = people.titles.find(words, at)
        role = people.roles.find((get_grammar("ar").bare(words[at]),), 0)
        if title:
            at = title.end
        elif role and at not in page.mention_at:
            # «الحلاق | إلياس» is no adjective
            two = words[at + 1 : at + 2] != () and words[at + 1].startswith("ال")
            at += 2 if two and at + 1 not in page.mention_at else 1
        elif at not in page.mention_at and _is_trade(page, at, stop):
            at += 1  # «مدرب الفريق، الإسباني مانويل ريبيرا», «جاره، الحلاق إلياس عون»
        else:
            break
    return name_at(page, at, stop) or _presented_at(page, at, stop)


def _presented_at(page: Page, at: int, stop: int) -> int | None:
    """The end of the name behind the role that begins at a token, however long: «ضيف الحلقة، | مدير التشغيل في الشركة المهندس سامي كريم، قائلاً»."""
    for i in range(at + 1, min(stop, at + _LONGEST_ROLE)):
        if not page.is_word(i):
            return None
        named = page.person_at(i)
        if named is not None:
            role = page.reading.starts[i] - len(named.mention.role or "") - 1
            whole = named.first == i and named.mention.role and role <= page.reading.starts[at]
            return named.last if whole and named.last <= stop else None
    return None
