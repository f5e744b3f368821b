"""Part who speaks in a heading from whom he speaks to, and on what occasion: «X خطاب به Y: C», «X إلى Y: C»."""

from itertools import pairwise

from rawi.lang.common import takes_article
from rawi.lang.first_person import says_i
from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_letter, names_people
from rawi.lang.people import load_people
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.bodies import find_called_body, find_headed_body
from rawi.quote.arabic.endings import has_tanwin
from rawi.quote.arabic.finite_verbs import opens_telling
from rawi.quote.narration import opens_with_speaker
from rawi.quote.page import KUNYAS, Page, Paragraph
from rawi.quote.persian.announcing import plays
from rawi.quote.persian.hearers import may_listen
from rawi.quote.roles import is_role
from rawi.quote.saying import Range

_LISTING = frozenset(
    {
        ("ابرز", "ما"),
        ("اهم", "ما"),
        ("هذا", "ما"),
        ("ماذا", "قالوا"),
        ("ماذا", "قال"),
        ("الیکم", "ما"),
    }
)
ADDRESS = {
    "fa": (
        ("خطاب", "به"),
        ("در", "گفتوگو", "با"),
        ("در", "گفتگو", "با"),
        ("در", "گفت", "و", "گو", "با"),
        ("در", "مصاحبه", "با"),
        ("رو", "به"),
        ("به",),
    ),
    "ar": (
        ("مخاطبا",),
        ("مخاطبه",),
        ("ل",),
        *(("فی", talk, "مع") for talk in ("حوار", "مقابله", "لقاء", "اجتماع", "حدیث", "اتصال")),
        *(("فی", talk, "الی") for talk in ("رساله", "حدیث", "کلمه", "خطاب")),
    ),
}

_TOPICS = frozenset({"درباره", "پیرامون", "درخصوص", "درمورد"})
_TOPIC_PHRASES = frozenset(
    {("در", "مورد"), ("در", "خصوص"), ("در", "باره"), ("راجع", "به"), ("در", "واکنش"), ("در", "پی")}
    | {(when, "از") for when in ("پس", "بعد", "پیش", "قبل")}
)
# «رئیس دانشگاه در دیدار با معلمان: C»; what else follows «در» is an occasion.
_PERSIAN_MEETINGS = frozenset({"دیدار", "نشست", "جلسه", "ملاقات", "گردهمایی"})
_MEETING = frozenset({"لقایه", "لقایها", "استقباله", "استقبالها", "اجتماعه", "اجتماعها"})

_PAPERS = frozenset({"نامه", "عریضه", "طومار", "شکایت", "درخواست", "گلایه"})
_TALKS = tuple(talk for talk in ADDRESS["fa"] if talk[0] == "در")
_LONGEST_TITLE = 25  # words
_WHEN = frozenset({"عقب", "بعد", "قبل", "خلال", "اثناء", "قبیل", "بعید"})
_LONGEST_BEHIND = 3  # words behind a bar


def split_address(page: Page, source: Range, language: str) -> tuple[Range, Range | None]:
    """Part the source from the words that say to whom it speaks."""
    if language == "fa":
        if (met := _split_meeting(page, source)) is not None:
            return met
        source = _without_occasion(page, source)
        if _names_message(page.words[source[0]]) and source[1] - source[0] > 1:
            return _split_message(page, source)
    if language == "ar" and names_arabic_message(page.words[source[0]]):
        source = _skip_message(page, source)
    topic = _topic_start(page, source) if language == "fa" else source[1]
    for announced in ADDRESS[language]:
        # «X دربارهٔ بازگشت به خانه: C»: «به» behind the topic belongs to it.
        for i in range(source[0] + 1, topic if announced == ("به",) else source[1]):
            if page.words[i : i + len(announced)] == announced:
                last = topic if topic > i else source[1]
                return (source[0], min(i, topic)), page.trim(i + len(announced), last)
    if language == "fa":
        return (source[0], topic), None
    speaker, listener = _split_listener(page, source)
    return _without_doing(page, speaker), listener


def _without_doing(page: Page, source: Range) -> Range:
    """An Arabic source without when he speaks and what he does besides: «مدرب الشرق | عقب الفوز», «وزير الثقافة | مستقبلاً السفير»."""
    words = page.words
    for i in range(source[0] + 1, source[1]):
        if i in page.mention_at or not (words[i] in _WHEN or words[i].endswith("ا")):
            continue
        someone = source[0] in page.mention_at or is_role(words[source[0] : i], "ar")
        besides = has_tanwin(page, i) or takes_article(words[i].removesuffix("ا"))
        if someone and (words[i] in _WHEN or besides):
            return source[0], i
    return source


def before_bar(page: Page, first: int, last: int) -> int:
    """Where the words of a heading end: before a bar and what is shown with them, «X: C | فيديو», «X: C | صور»."""
    near = range(max(first, last - _LONGEST_BEHIND - 1), last)
    return next((i for i in near if page.words[i] == "|" and page.mark_at[i] is None), last)


def opens_page(page: Page, paragraph: Paragraph) -> bool:
    """Tell whether a Persian paragraph of one sentence opens a page and is its title, although it ends as a sentence: «سخنگوی شورا: پل باز است.»; or says who spoke to an outlet: «رئیس جشن در گفت وگو با "پگاه": C»."""
    if paragraph.language != "fa" or paragraph.first != page.paragraphs[0].first:
        return False
    words = page.words[paragraph.first : paragraph.last]
    near = words[: words.index(":")] if ":" in words else ()
    talks = any(near[i : i + len(talk)] == talk for talk in _TALKS for i in range(1, len(near)))
    alone = len(page.paragraphs) > 1 and len(page.sentences_of(0)) == 1
    return talks or (alone and page.count_words(paragraph.first, paragraph.last) <= _LONGEST_TITLE)


def _topic_start(page: Page, source: Range) -> int:
    """Where behind a Persian speaker it is told of what he speaks or after what: «X | دربارهٔ Y», «X | پس از باخت»."""
    words = page.words
    return next(
        (
            i
            for i in range(source[0] + 1, source[1] - 1)
            if words[i] in _TOPICS or words[i : i + 2] in _TOPIC_PHRASES
        ),
        source[1],
    )


def names_happening(page: Page, source: Range) -> bool:
    """Tell whether a Persian heading begins with what happened and no one: «طوفان آیدا: C», «پنج پرسش از X: C»."""
    words, sets = page.words[slice(*source)], get_grammar("fa").words
    if words[0] in sets["quantities"] and words[1:2] and words[1] in sets["questions"]:
        return True
    return words[0] in sets["happenings"] and len(words) > 1


def names_arabic_message(word: str) -> bool:
    """Tell whether an Arabic heading begins with a word for what someone sends or says: «رسالة من X إلى Y: C», «نداء X: C»."""
    return word in get_grammar("ar").words["messages"]


def _skip_message(page: Page, source: Range) -> Range:
    """Whose message a heading is, and to whom: «رسالة مفتوحة من | طفل إلى مديرة الأرصاد»."""
    first, last = source
    by = next(
        (i for i in range(first + 1, min(last - 1, first + 4)) if page.words[i] == "من"), None
    )
    return (by + 1 if by is not None else min(first + 1, last - 1)), last


def tells_arabic(page: Page, first: int, colon: int) -> bool:
    """Tell whether a verb stands before the colon of an Arabic heading; no noun of a role («رئيسة ممرضات قسم «X»») and no name in marks."""
    if page.words[first].removeprefix("و") in get_grammar("ar").verbs:
        return True  # «وألقى الوزير كلمة: «…»»
    if opens_telling(page.words[first]):
        return True  # «وعاتب الأب ابنه: «…»»
    colon = _without_doing(page, (first, colon))[1]
    for i in range(first, colon):
        if page.mark_at[i] is not None:
            continue
        word, before = page.words[i], page.words[i - 1]
        if word == "عبر":
            break  # «X عبر «المنبر»: C»
        if word in KUNYAS or _is_presented(page, i):
            continue  # أبي is also «he refused»
        chained = i > first and page.is_word(i - 1) and not before.startswith("ال")
        if is_verb(word) and not (chained and takes_article(word)):
            return True
    told = (cue for cue in page.cues(first, colon, "ar") if page.words[cue.first] != "عبر")
    return any(
        page.mark_at[cue.first] is None and not _is_presented(page, cue.first) for cue in told
    )


def _is_presented(page: Page, token: int) -> bool:
    """Tell whether a token is of a person's name behind a role, whatever else it means: «المخرجة | شهد سالم»."""
    named = page.person_at(token)
    return named is not None and bool(named.mention.role)


def lists_sayings(page: Page, content: Range) -> bool:
    """Tell whether a heading only announces what was said: «نشرة الصباح: أبرز ما قيل»."""
    return page.words[content[0] : content[0] + 2] in _LISTING


def speaks_in_list(page: Page, paragraph: Paragraph, source: Range) -> bool:
    """Tell whether someone named before the colon of a bullet speaks in a list of sayings: «أبرز ما صدر: • مركز الأرصاد: C»."""
    here, named = page.sentence_at(source[0]), page.mention_at.get(source[0])
    someone = named is not None and named.mention.type != "LOC"
    someone = someone or opens_with_speaker(page, source[0], "ar")
    if page.is_word(paragraph.first) or here is None or not someone:
        return False
    above = reversed(page.paragraphs[: here.paragraph])
    opening = next((one for one in above if page.is_word(one.first)), None)
    return opening is not None and _announces_sayings(page, opening)


def _announces_sayings(page: Page, paragraph: Paragraph) -> bool:
    """Tell whether a paragraph announces what several said: «وفيما يلي أبرز ما صدر:», «هكذا جاءت ردود الفعل:»."""
    words = page.words[paragraph.first : paragraph.last]
    said = not get_grammar("ar").words["sayings"].isdisjoint(words)
    return words[-1] == ":" and (said or not _LISTING.isdisjoint(pairwise(words)))


def is_topic_place(page: Page, source: Range, content: Range) -> bool:
    """Tell whether a place before the colon of an Arabic heading only says where something happened: «السودان: أمطار تغرق الحقول»; «مصر: لن نقبل» speaks."""
    place = page.mention_at.get(source[0])
    if place is None or place.mention.type != "LOC" or place.last < source[1]:
        return False
    if page.words[source[0]] == "الامم":
        return False  # the United Nations are a body
    said = page.words[slice(*content)]
    claims = said[0] in get_grammar("ar").words["claiming"] or page.mark_at[content[0]] is not None
    return not claims and not says_i(said)


def names_known_body(page: Page, source: Range) -> bool:
    """Tell whether the words before the colon of an Arabic heading call a body of the report by a part of its name: «السكك», «حديقة الحيوان»."""
    return find_called_body(page, source) is not None or find_headed_body(page, source) is not None


def _split_listener(page: Page, source: Range) -> tuple[Range, Range | None]:
    """Part an Arabic source from those it speaks to: «X للطلبة الجدد», «X إلى رئيس البلدية»."""
    for i in range(source[0] + 1, source[1]):
        word = page.words[i]
        bare = word.removeprefix("ل")
        if bare != word and bare in load_people("ar").organisations.alone:
            return (source[0], i), (i, source[1])
        roles = load_people("ar").roles
        if bare != word and bare in roles.alone and word not in roles.alone:
            return (source[0], i), (i, source[1])  # «X لوزير الزراعة: C»
        if word.startswith("لل") and names_people(word[2:], "ar"):
            return (source[0], i), (i, source[1])
        if word == "عبر":
            return (source[0], i), None  # «X عبر «المنبر»: C»: where it is said
        if word == "الی" and is_role((page.words[i + 1],), "ar"):
            return (source[0], i), page.trim(i + 1, source[1])
        if word in _MEETING and i + 1 < source[1]:
            before = i - (page.words[i - 1] in ("خلال", "بعد", "لدی", "عقب"))
            return (source[0], before), page.trim(i + 1, source[1])
    return source, None


def _without_occasion(page: Page, source: Range) -> Range:
    """A Persian source without on what occasion it spoke: «رئیس دانشگاه | در آیین آغاز سال», but «سفیر در مارلیا»."""
    grammar = get_grammar("fa")
    occasions = grammar.words["events"] | (grammar.occasions - grammar.words["letters"])
    occasions -= grammar.words["talks"]
    for i in range(source[0] + 1, source[1] - 1):
        if page.words[i] == "در" and occasions.intersection(page.words[i + 1 : i + 3]):
            return source[0], i
    return source


def _split_meeting(page: Page, source: Range) -> tuple[Range, Range] | None:
    """«X در جمع کشاورزان», «X در دیدار [با] معلمان»: who speaks, and whom he meets."""
    words = page.words
    for i in range(source[0] + 1, source[1] - 2):
        if words[i] != "در":
            continue
        meets = words[i + 1] in _PERSIAN_MEETINGS and words[i + 2] == "با"
        heard = (i + 2 + meets, source[1])
        received = words[i + 1] == "دیدار" and "با" not in words[slice(*heard)]
        if not (meets or words[i + 1] == "جمع" or (received and not plays(page, heard))):
            continue
        if heard[0] < source[1] and may_listen(page, heard):
            return (source[0], i), heard
    return None


def writes_to(page: Page, source: Range, addressee: Range | None) -> bool:
    """Tell whether a Persian heading tells of somebody's letter to somebody, who is therefore someone: «نامهٔ X به Y: C»."""
    letter = page.words[source[0]] in _PAPERS
    return letter and addressee is not None and may_listen(page, addressee)


def _names_message(word: str) -> bool:
    """Tell whether a heading begins with a word for what is said: «نامهٔ X به Y: C», «هشدار X: C»."""
    return names_letter(word, "fa") or word in get_grammar("fa").words["messages"]


def _split_message(page: Page, source: Range) -> tuple[Range, Range | None]:
    """«نامهٔ سرگشادهٔ X به Y», «درخواست X از Y»: whose message it is, and to whom."""
    grammar = get_grammar("fa")
    first = source[0] + 1
    while first < source[1] - 1 and page.words[first] in grammar.words["message_adjectives"]:
        first += 1
    at = next(
        (i for i in range(first + 1, source[1] - 1) if page.words[i] in grammar.prepositions), None
    )
    if at is None:
        return (first, source[1]), None
    answers = page.words[source[0]] in ("واکنش", "انتقاد", "روایت")
    told = page.words[at] in ("به", "از", "برای", "خطاب") and not answers
    return (first, at), page.trim(at + 1, source[1]) if told else None
