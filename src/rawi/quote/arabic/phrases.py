"""Noun phrases of Arabic: the subject after its verb, up to a sign, a preposition or the content."""

from rawi.lang.common import takes_article
from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_gesture, names_people, names_time
from rawi.lang.numbers import is_cardinal
from rawi.lang.people import heads_outlet, load_people
from rawi.lang.speech import load_cues
from rawi.lang.told_roles import tells_presence, tells_role
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.apposed import (
    apposed_to_name,
    called_behind_comma,
    comma_behind,
    name_at,
    name_past_roles,
    named_in_apposition,
)
from rawi.quote.arabic.between import skip_between
from rawi.quote.arabic.endings import is_accusative
from rawi.quote.arabic.forms import without_pronoun
from rawi.quote.arabic.marked_names import name_in_marks, short_mark
from rawi.quote.arabic.moods import tells_mood
from rawi.quote.arabic.one_of import leads_to_some
from rawi.quote.arabic.people_words import heads_body, is_addressed, is_definite_role, is_to_someone
from rawi.quote.arabic.phrase_ends import ends_phrase, is_told_name
from rawi.quote.arabic.phrase_objects import is_object_of
from rawi.quote.arabic.shares import people_of_share
from rawi.quote.arabic.whereabouts import OF_WHAT, is_definite, place_end
from rawi.quote.arabic.whoever import are_whoever
from rawi.quote.arabic.words import (
    CALLED,
    OF_THEM,
    ONE_OF_THEM,
    SIGNS,
    hangs_before,
    is_complementizer,
    is_cue,
    is_governed,
    leads_to_hearer,
)
from rawi.quote.kept_answers import keep_answers
from rawi.quote.page import Page
from rawi.quote.saying import Range

_LONGEST = 9
# Words of place inside a role: «مديرة التنبؤات في المركز فريبا …».
_INNER = OF_WHAT | {"من", "علی"}
_BESIDE = frozenset({"من", "الی", "لدی", "عن"})
_SOURCES = frozenset({"مصدر", "مصادر", "صدیق", "صدیقه", "شخص"})
_LONGEST_ROLE = 4  # tokens before «فيها»
_WITHIN = frozenset({"فیها", "فیه", "فیهما", "لدیها", "لدیه", "عندها", "عنده"})
_RELATIVE = 9  # tokens of a relative clause between a role and its name
_LONGEST_ORIGIN = 4  # tokens of «من القرية» before «، اسمه»
_BEFORE_HIM = (("فی", "وجه"), ("فی", "اذن"), ("فی", "حضره"), ("علی", "مسامع"))
_REPLIES = frozenset({"رد", "ردا", "رده", "ردها", "ردهم", "معرض", "جواب", "جوابه", "جوابها", "تعلیق", "تعلیقه", "تعلیقها"})  # fmt: skip
# Who is somebody's, as ل says: «المبعوث الخاص للرئيس X».
_SPEAKING_FOR = frozenset({"متحدث", "متحدثه", "ناطق", "ناطقه", "مبعوث", "مبعوثه", "ممثل", "ممثله", "مستشار", "مستشاره", "سکرتیر", "سکرتیره", "مرافق", "طبیب", "محامی", "محامیه", "نایب", "وکیل"})  # fmt: skip
_EACH_OF = (("کل", "من"), ("کلا", "من"))


@keep_answers
def read_source(
    page: Page, first: int, stop: int, *, after_preposition: bool = False
) -> Range | None:
    """Read the noun phrase that begins at a token: the subject after its verb, None when there is none."""
    grammar = get_grammar("ar")
    words = page.words
    begun = skip_between(page, first, stop)
    if begun >= stop:
        return None
    if named := name_in_marks(page, begun, stop):
        return named
    addressed = begun > first and words[begun - 1] in ("مخاطبا", "مخاطبه")  # «وقالت مخاطبةً X»
    counted = people_of_share(page, begun, stop)
    no_subject = counted is None and _is_no_subject(
        page, begun, after_preposition=after_preposition
    )
    if addressed or no_subject or _says_how(page, begun) or tells_mood(page, begun):
        return None
    whole = words[begun].removeprefix("ف") in grammar.pronouns  # «أمّا الآن | فهي تقول»
    if whole or (words[begun] in ONE_OF_THEM and is_definite(page, begun + 1)):
        return begun, begun + 1  # «سأل أحدهم | المدير»
    i = _after_opener(page, begun, counted, after_preposition=after_preposition)
    i = _after_compound(page, i, stop)
    while i < stop and (i - begun < _LONGEST or _reaches_name(page, i, stop)):
        mention = page.mention_at.get(i)
        person = mention and mention.mention.type == "PER" and mention.last <= stop
        if mention and person and not (i > begun and is_told_name(page, i)):
            apposed = apposed_to_name(page, begun, mention, stop)
            return begun, apposed or _with_second(page, mention.last, stop)
        if mention and begun <= mention.first < i and mention.mention.type == "ORG":
            i += 1  # «المركز الوطني | للأرصاد»
            continue
        closer = (i > begun and short_mark(page, i, stop)) or _short_title(page, i, stop)
        if closer:
            i = closer
            continue
        if ends_phrase(page, begun, i):
            end = _name_beyond(page, begun, i, stop) or i
            return _nonempty(begun, _called_behind(page, end, stop) or end)
        i += 1
    return _nonempty(begun, i)


def _reaches_name(page: Page, token: int, stop: int) -> bool:
    """Tell whether a long role reaches a name at once, perhaps behind a title: «رئيس مجلس إدارة الغرفة التجارية الصناعية بمحافظة الوادي | الأستاذ سامر الحلبي»."""
    titles = load_people("ar").titles
    while token < stop and (title := titles.find(page.words, token)) is not None:
        token = title.end
    name = page.person_at(token) if token < stop else None
    return name is not None and name.first == token


def _short_title(page: Page, token: int, stop: int) -> int | None:
    """The token after an abbreviated title before a name: «مديرة القسم | د. | موزة الكعبي»."""
    title = load_people("ar").titles.find(page.words, token)
    if title is None or title.end >= stop or page.words[title.end - 1] not in "./":
        return None
    return title.end if title.end in page.mention_at else None


@keep_answers
def _after_opener(page: Page, begun: int, counted: int | None, *, after_preposition: bool) -> int:
    """The token after «كلٌّ من», after the first word of those `counted`, or after a preposition where one governs the phrase."""
    words = page.words
    if counted is not None:
        return counted if counted in page.mention_at else counted + 1
    if words[begun : begun + 2] in _EACH_OF:
        return begun + 2  # «وقالت كلٌّ من هبة سالم ورنا الأسعد»
    title = load_people("ar").titles.find(words, begun)
    if title is not None and words[title.end - 1] == ".":
        return title.end  # «د. سمير الخطيب»
    governed = words[begun] in get_grammar("ar").prepositions or is_governed(page, begun)
    governed = governed or hangs_before(page, begun) or is_addressed(words[begun])
    return begun + (after_preposition and (governed or _is_noun_here(page, begun)))


def _is_noun_here(page: Page, token: int) -> bool:
    """Tell whether behind a preposition a word that may be a verb of saying is a noun, of what stands behind it: «بحسب | سجل المكتبة»."""
    of_what = page.words[token + 1 : token + 2]
    definite = of_what != () and (of_what[0].startswith("ال") or token + 1 in page.mention_at)
    noun = takes_article(page.words[token]) and token not in page.mention_at
    return definite and noun and load_cues("ar").find(page.words, token) is not None


def _after_compound(page: Page, i: int, stop: int) -> int:
    """The token after a role of several words, «القائم بأعمال | الوزير»; where none stands, the same token."""
    if i >= stop:
        return i
    head = get_grammar("ar").bare(page.words[i])
    role = load_people("ar").roles.find((head, *page.words[i + 1 : min(stop, i + 3)]), 0)
    return i + role.end if role is not None and role.end > 1 else i


def _is_no_subject(page: Page, token: int, *, after_preposition: bool) -> bool:
    """Tell whether at a token no subject begins: a sign, something quoted, a body written as the object (الاتحادَ), «وسط ضحك الحضور»."""
    word = page.words[token]
    mention = page.mention_at.get(token)
    written_object = mention is not None and is_accusative(page, token)
    if not after_preposition:  # «وقال لسليم», «وصاحت بكريم», «وهتف بمجلس البلدية»
        written_object |= hangs_before(page, token)
    sets = get_grammar("ar").words
    # «طلبت | مني أن», not منى; a copy with Persian letters writes its yeh with U+06CC.
    of_me = word == "منی" and page.written((token, token + 1)) != "منى"
    small = (
        word in SIGNS
        or word == "وسط"
        or of_me
        or word in sets["carrying"]
        or word in sets["utterances"]
    )
    small = small or are_whoever(page, token) or _attributes(page, token)
    small = small or (leads_to_some(page, token) and not after_preposition)
    small = small or (word[0] == "ب" and names_gesture(word[1:]))  # «أشارت | بيديها»
    return page.mark_at[token] is not None or small or written_object


def _attributes(page: Page, token: int) -> bool:
    """Tell whether a word of attribution stands at a token: «وأضافت | حسبما نقلت X، أنّ»."""
    hit = load_cues("ar").find(page.words, token)
    return hit is not None and hit.value.shape == "attribution" and token not in page.mention_at


def _says_how(page: Page, token: int) -> bool:
    """Tell whether a participle of saying stands right before a colon, and no subject: «وعلّقت عليها | قائلة: «…»»."""
    hit = load_cues("ar").find(page.words, token)
    told = hit is not None and hit.value.shape == "participle"
    return told and page.words[token + 1 : token + 2] == (":",) and token not in page.mention_at


def _with_second(page: Page, end: int, stop: int) -> int:
    """The end of a second name joined to the first: «سامي درويش ونادر حاوي»."""
    second = page.mention_at.get(end)
    if end < stop and second and second.first == end and page.words[end].startswith("و"):
        return second.last if second.mention.type == "PER" and second.last <= stop else end
    return end


def _nonempty(first: int, last: int) -> Range | None:
    """The range, None when it is empty."""
    return (first, last) if last > first else None


def _name_beyond(page: Page, begun: int, i: int, stop: int) -> int | None:
    """The end of a name that the role before it reaches over a comma or preposition: «مديرة التنبؤات في المركز فريبا»."""
    if i == begun or (i == begun + 1 and tells_role(page.words, i)):
        return None
    if page.words[i : i + 2] in _BEFORE_HIM or tells_presence(page.words, i):
        return None  # «صرخت امرأة | في وجه العمدة»
    word = page.words[i]
    if word in _WITHIN:
        return _name_within(page, begun, i, stop) if i - begun <= _LONGEST_ROLE else None
    if (comma := comma_behind(page, i, stop)) is not None:
        return named_in_apposition(page, begun, comma, stop)
    if word in ("الذی", "التی"):
        pause = next((k for k in range(i, min(stop, i + _RELATIVE)) if page.words[k] in "،,"), None)
        return named_in_apposition(page, begun, pause, stop) if pause else None
    if end := _told_of_end(page, i, stop):
        return end
    head = get_grammar("ar").bare(page.words[begun])
    if word in _BESIDE and not _SOURCES.isdisjoint((head, head.removesuffix("ا"))):
        mention = page.mention_at.get(i + 1)  # «مصدر قريب من جونز»
        return (
            mention.last if mention and mention.first == i + 1 else place_end(page, begun, i, stop)
        )
    if leads_to_hearer(page, begun, i) or _is_told_in_office(page, begun, i):
        return None
    if word in _INNER or is_addressed(word):
        return _name_after(page, i, stop) or place_end(page, begun, i, stop)
    return None


def _is_told_in_office(page: Page, begun: int, i: int) -> bool:
    """Tell whether behind a whole subject ل stands with somebody's role and name, who is told: «قال رئيس المحكمة | للمتهم سامي نجار»; not «المبعوث الخاص للرئيس سامي نجار»."""
    head = get_grammar("ar").bare(page.words[begun])
    if not is_to_someone(page.words[i]) or i + 1 not in page.mention_at:
        return False
    # «نشر موقع «الأفق» مقالة | للناقد سامي نجار»
    return head not in _SPEAKING_FOR and head in load_people("ar").roles.alone


def _counted_end(page: Page, i: int, stop: int) -> int | None:
    """The end of whom a number counts: «86 | من السكان», «ثلاثة | منهم»; None where no number stands before a token."""
    number = page.words[i - 1]
    if not (number.isdecimal() or is_cardinal(number, "ar")):
        return None
    if page.words[i] in OF_THEM:
        return i + 1
    if page.words[i] != "من" or i + 1 >= stop:
        return None
    people = names_people(get_grammar("ar").bare(page.words[i + 1]), "ar")
    of_whom = read_source(page, i + 1, stop) if people else None
    return of_whom[1] if of_whom is not None else None


def _name_within(page: Page, begun: int, within: int, stop: int) -> int | None:
    """The end of a name behind «in it», over a comma too: «كبيرة الباحثين فيها | رنا حداد», «كبير الطهاة فيه، | سليم عون، …»."""
    comma = comma_behind(page, within + 1, stop)
    if comma is not None:
        return named_in_apposition(page, begun, comma, stop)
    return name_at(page, within + 1, stop)


def _told_of_end(page: Page, i: int, stop: int) -> int | None:
    """The end of how someone is called, or of what a source follows, is near to or knows: «مصدر متابع | للملف», «مصدر مقرّب | من الوفد المفاوض»."""
    sets, words = get_grammar("ar").words, page.words
    if words[i].removeprefix("و") in CALLED:
        return _called_end(page, i, stop)  # «أحد سكان الحي | ويدعى سامر قاسم: …»
    if (counted := _counted_end(page, i, stop)) is not None:
        return counted
    if words[i - 1] in sets["following"] and is_addressed(words[i]):
        return i + 1
    if (appointer := _appointed_end(page, i, stop)) is not None:
        return appointer
    if words[i - 1] not in sets["close_to"] or words[i] not in ("من", "علی"):
        return None
    end = i + 1
    while end < min(stop, i + 4) and page.is_word(end) and not words[end].startswith("ال"):
        if end in page.mention_at:
            return page.mention_at[end].last  # «مصدر قريب من جونز»
        end += 1
    begun = end
    while end < stop and words[end].startswith("ال") and not is_object_of(page, end):
        if names_time(page.words, end):
            break
        end += 1
    return end if end > begun else None


def _appointed_end(page: Page, i: int, stop: int) -> int | None:
    """The end of the body that put someone in his office, behind «من»: «الخبير المعيّن | من المحكمة», «الطبيب المنتدب | من وزارة الصحة»."""
    grammar, words = get_grammar("ar"), page.words
    if words[i] != "من" or i + 1 >= stop:
        return None
    if grammar.bare(words[i - 1]) not in grammar.words["appointed"]:
        return None
    body = read_source(page, i, stop, after_preposition=True)
    return body[1] if body is not None and body[1] > i + 1 else None


def _called_behind(page: Page, end: int, stop: int) -> int | None:
    """The end of the name a comma and «called» add to someone: «صاحبة مقهى في الحي، | تُدعى رجوى الصمّان، …», «شاب | من القرية، اسمه …»."""
    words = page.words
    at = end
    if at < stop and page.is_word(at) and is_object_of(page, at):
        return None  # «سألت القاضية | المتهم، وهو سائق يدعى X»
    while at < min(stop - 2, end + _LONGEST_ORIGIN) and page.is_word(at):
        if is_verb(words[at]) or is_complementizer(words[at]) or is_cue(page, at):
            return None
        at += 1
    parted = at + 2 < stop and words[at] in "،," and page.mark_at[at] is None
    return called_behind_comma(page, at, stop) if parted else None


def _called_end(page: Page, called: int, stop: int) -> int:
    """The end of the name after «يدعى»."""
    end = called + 1
    while (
        end < min(stop, called + 5)
        and page.is_word(end)
        and not is_complementizer(page.words[end])
        and page.words[end] not in get_grammar("ar").prepositions
    ):
        end += 1
    return end


def _is_outlet_told(page: Page, token: int) -> bool:
    """Tell whether ل and an outlet that bears a person's name stand at a token: «قالت مصادر | لشبكة كورت سايد»."""
    named = page.person_at(token + 1)
    borne = named is not None and named.first == token + 1
    return borne and heads_outlet((page.words[token][1:],), 0, "ar")


def _name_after(page: Page, first: int, stop: int) -> int | None:
    """The end of a person's name within a few words after «في»: then the role went on, also over a comma."""
    if _is_outlet_told(page, first):
        return None
    for i in range(first + 1, min(stop, first + 6)):
        spoken_for = page.words[first] == "باسم" and page.words[i - 1].startswith("ال")
        if spoken_for and (closer := short_mark(page, i, stop)):
            return closer  # «المتحدث باسم الدائرة «كريم الحاج»»
        if page.words[i] == "الی" and (page.words[first] == "من" or i + 1 in page.mention_at):
            return None  # «كتبت طفلة في السابعة | إلى X»
        if page.words[i] in SIGNS:
            return name_past_roles(page, i + 1, stop) if page.words[i] in "،," else None
        if _tells_of_talk(page.words[i]) or _tells_someone(page, i):
            return None  # «وقالت الوزيرة | في ردها على النائب X إنّ»
        mention = page.person_at(i)
        if mention and mention.first == i:
            return min(mention.last, stop)
        if load_people("ar").roles.find(page.words, i) and not heads_body(page.words[i]):
            return None  # «ممثل الادعاء من أقوال صاحب الصالة آيدين»: another's role
        if page.words[first] == "من" and is_definite_role(page.words[i]):
            return None  # «طلب المحافظ من المدير سليم أن»
    return None


def _tells_someone(page: Page, token: int) -> bool:
    """Tell whether ل with somebody's role and his name stand at a token: «قال الناطق باسم الوزارة | للصحافي سامي نجار إنّ»."""
    return is_to_someone(page.words[token]) and page.person_at(token + 1) is not None


def _tells_of_talk(word: str) -> bool:
    """Tell whether a word is an answer, a question or another talk, behind which another is named.

    >>> [word for word in ("ردها", "حدیثه", "سوال", "المرکز") if _tells_of_talk(word)]
    ['ردها', 'حدیثه', 'سوال']
    """
    sets = get_grammar("ar").words
    talks = sets["speeches"] | sets["questions"] | sets["remarks"] | sets["talks"]
    return word in _REPLIES or not talks.isdisjoint((word, without_pronoun(word)))
