"""Speakers a document does not name: what to call them, and whether they are bodies, groups or someone in office."""

from collections.abc import Collection, Iterable

from rawi.lang.common import load_common
from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import bears_words, heads_people, names_people
from rawi.lang.people import load_people
from rawi.lang.reading import words_of
from rawi.quote.arabic.bodies import find_called_body, find_headed_body, is_workplace
from rawi.quote.arabic.naming import (
    is_joined_noun,
    is_written_accusative,
    make_nominative,
    phrase_gender,
    without_fatha,
    without_lam,
)
from rawi.quote.arabic.people_words import is_to_own
from rawi.quote.arabic.words import is_governed, is_to_role
from rawi.quote.kept_answers import keep_answers
from rawi.quote.marks import MARKS
from rawi.quote.page import Page, PlacedMention
from rawi.quote.persian.hearers import whose_word
from rawi.quote.roles import bare_words, differ_in_time, is_relation, is_role, role_words
from rawi.quote.saying import Range
from rawi.quote.speaker import Speaker, Words, is_part
from rawi.quote.spelling import spell_name

_LONGEST_ROLE = 7  # tokens before a name
_NAMES = frozenset({"نام", "اسم", "شناسه", "شناسهٔ", "نشانی"})
_OF_NAMES = frozenset({"کاربری", "مستعار"})
_OUTLETS = frozenset({"صحف", "وکالات", "قنوات", "مواقع", "اذاعات", "مجلات", "جراید"})
_OTHERS = frozenset({"دیگر", "دیگری", "اول", "دوم", "سوم"})


def describe(page: Page, source: Range, language: str, body: Speaker | None) -> Speaker:
    """Make a speaker of a phrase: an organisation by its fullest name, else the phrase as written.

    `body` is the organisation a Persian phrase only points at: «سخنگوی این شرکت».
    """
    first = source[0]
    joined = _joins_two(page, source)
    name, words = _call(page, source, language, body, joined=joined)
    key = tuple(bare_words(words, language))
    hit = load_people(language).roles.find(key, 0)
    gender = (hit.value.gender or None) if hit else None
    gender = (phrase_gender(name, key) or None) if language == "ar" else gender
    # «همسر او» is no office.
    office = hit is not None and not get_grammar(language).pronouns.intersection(key[1:2])
    return Speaker(
        name, key, first, gender, roles=[role_words(words, language)] if office else [],
        body=is_body(page, source, language),
        plural=joined or _are_people(key, language),
    )  # fmt: skip


def _are_people(words: Words, language: str) -> bool:
    """Tell whether words are several people, in Arabic also of whom or what they are: «مزارعي المنطقة»."""
    of_whom = language == "ar" and len(words) > 1 and heads_people(words[0])
    own = whose_word(words[0]) if language == "fa" else None  # همکارانش
    return of_whom or names_people(own or words[0], language)


def _joins_two(page: Page, source: Range) -> bool:
    """Tell whether a phrase names two joined by «و»."""
    mention = page.mention_at.get(source[0])
    second = page.mention_at.get(mention.last + 1) if mention else None
    return second is not None and page.words[second.first - 1] == "و" and second.last <= source[1]


def _call(
    page: Page, source: Range, language: str, body: Speaker | None, *, joined: bool
) -> tuple[str, Words]:
    """The name to show for a phrase, and its words."""
    first, last = source
    name, words = _write(page, page.close_marks(source), language), page.words[first:last]
    in_marks = opens_in_marks(page, first)
    if body is not None:
        name = f"{page.written((first, first + 1))} {body.name}"
    mention = page.mention_at.get(first)
    whole = mention is not None and mention.mention.type == "ORG" and 0 <= last - mention.last <= 3
    if mention is not None and language == "fa" and mention.first < first:
        whole = False  # «کانون هواداران | باشگاه X»: another body within its name
    if language == "ar" and first and page.words[first - 1] in get_grammar("ar").words["with_lam"]:
        name, words = without_lam(name), (without_lam(words[0]), *words[1:])
    elif language == "ar" and not in_marks and _leads(page, first):
        # «كما ذُكر بإخطار المحكمة», «جاء في بيان لفريق الجبل»
        name, words = name[1:].lstrip("\N{ARABIC TATWEEL}"), (words[0][1:], *words[1:])
    called = find_called_body(page, source) if language == "ar" and not in_marks else None
    if called is not None:
        mention, whole = called, True
    elif language == "ar" and (headed := find_headed_body(page, source)):
        return page.written(headed), page.words[slice(*headed)]
    if mention is not None and whole and not joined:
        mention = _find_fullest(page, mention, language)
        # The first token may have a «و» that the name has not: «.. وهيئة المواقف: …».
        name = spell_name(page.text, mention.mention.span)
        words = words_of(mention.mention.name)
        return (without_lam(name) if name.startswith("لل") else name), words
    # «وادي الخبر» in marks has no «و» before it, nor has a line that opens with «ويدر تايمز: …؟»
    plain = language == "ar" and not (in_marks or page.opens_paragraph(first))
    return _to_nominative(name, words) if plain else (name, words)


def opens_in_marks(page: Page, token: int) -> bool:
    """Tell whether a token opens a name in marks, whose first letter is its own: «لـ«|لسان الحي»»; not «تعاونية «التل» | لوزير الزراعة»."""
    mark = page.mark_at[token]
    return mark is not None and mark[0] == token and page.words[token - 1] in MARKS


def _write(page: Page, place: Range, language: str) -> str:
    """A phrase as it stands in the repaired text, in Persian without joiners a word needs none of: «یکی از باغداران»."""
    persian = language == "fa"
    return spell_name(page.text, page.reading.span(*place)) if persian else page.written(place)


def _leads(page: Page, token: int) -> bool:
    """Tell whether the first letter of a word is a preposition: بإخطار, لفريق, لجدتها."""
    return _is_joined(page, token) and (is_governed(page, token) or is_to_own(page, token))


def _is_joined(page: Page, token: int) -> bool:
    """Tell whether a word begins with the letter of ب or ل and no article behind it, and is no given name: لميس; «لأمين» is for a role."""
    word = page.words[token]
    given = word in load_people("ar").given_names.alone
    given = given and not is_to_role(page, token)
    return word.startswith(("ب", "ل")) and not (word.startswith("لل") or given)


def _to_nominative(name: str, words: Words) -> tuple[str, Words]:
    """An Arabic phrase without what a preposition, «و» or an accusative did to it."""
    if is_joined_noun(words[0]) or words[0].startswith("ولل"):
        name, words = name[1:], (words[0][1:], *words[1:])  # «.. وشيخ الحرفة: …»
    if name.startswith("لل"):
        name = without_lam(name)  # «وفقاً للشرطة»
    head = name.split(" ")[0]
    if is_written_accusative(head):
        name, words = make_nominative(name), (words[0].removesuffix("ا"), *words[1:])
    elif head.endswith("ا") and names_people(words[0].removesuffix("ا"), "ar"):
        name, words = name.replace(head, head[:-1], 1), (words[0][:-1], *words[1:])  # «وفدا من»
    return without_fatha(name), words


def is_body(page: Page, source: Range, language: str) -> bool | None:
    """Tell whether a phrase names an organisation, a place or a document; None when it shows neither."""
    words = page.words
    first = source[0]
    grammar = get_grammar(language)
    if words[first] in grammar.indefinites or words[first] in grammar.demonstratives:
        first = min(first + 1, source[1] - 1)
    bare = (grammar.bare(words[first]), *words[first + 1 : source[1]])
    if is_role(bare, language):
        return False
    mention = page.mention_at.get(first)
    if mention or load_people(language).organisations.find(bare, 0):
        return mention is None or mention.mention.type != "PER"
    if bears_words(bare[0], language) or bare[0] in _OUTLETS:
        return True
    humans = grammar.words.get("humans", frozenset())  # «این مقام صنفی»
    return False if bare[0] in humans or names_people(bare[0], language) else None


def _find_fullest(page: Page, mention: PlacedMention, language: str) -> PlacedMention:
    """The longest name of the same organisation in the document; a bare head («المجلة») is the one so called last before it."""
    own = _name_words(mention, language)
    taken = language == "fa" and _names_again(page, mention)
    fuller = [
        (len(words), other)
        for other in page.mentions
        if other.mention.type == "ORG"
        and len(words := _name_words(other, language)) > mention.last - mention.first
        and words[0] == own[0]
        and set(own) <= set(words)
        and not (taken and "را" in page.words[other.last : other.last + 2])
    ]
    if not fuller:
        return mention
    before = [other for _, other in fuller if other.first < mention.first]
    if len(own) == 1 and before:
        free = [other for other in before if not is_workplace(page, other)]
        return _find_fullest(page, (free or before)[-1], language)
    return max(fuller, key=lambda one: one[0])[1]


def _names_again(page: Page, mention: PlacedMention) -> bool:
    """Tell whether a body is named so at least twice, so that a longer name before «را» took what was done to: «غواصان شرکت X | لاشهٔ کشتی را یافتند»."""
    name = page.words[mention.first : mention.last]
    called = (page.words[m.first : m.last] for m in page.mentions)
    return sum(one == name for one in called) > 1


def _name_words(mention: PlacedMention, language: str) -> list[str]:
    """The words of a name without article and clitics: «لقناة الأفق» too is قناة أفق."""
    return bare_words(words_of(mention.mention.name), language)


def introduced_as(page: Page, source: Range) -> Range | None:
    """The name someone gives himself or goes by: «نگهبان | که خود را X معرفی کرد», «کاربری با نام «X»»; no role."""
    words, after = page.words, source[1]
    if (called := _goes_by(page, source) or _find_party(page, source)) is not None:
        return called
    at = after + (words[after : after + 1] == ("،",))
    if words[at : at + 3] != ("که", "خود", "را"):
        return None
    first = at + 3 + (words[at + 3 : at + 4] in (("فقط",), ("تنها",)))
    last = next(
        (i for i in range(first + 1, min(first + 5, len(words))) if words[i] == "معرفی"), first
    )
    rare = load_common("fa").isdisjoint(words[first:last])
    return (first, last) if last > first and rare else None


def _find_party(page: Page, source: Range) -> Range | None:
    """The name of a party to a lawsuit, told behind a comma: «خوانده، اکبر کاوه، …»."""
    words, party = page.words, page.words[source[0]]
    if source[1] - source[0] > 1 or party not in get_grammar("fa").words["court_parties"]:
        return None
    for placed in page.mentions:
        apposed = words[max(0, placed.first - 2) : placed.first] == (party, "،")
        # «وکیل خواهان، X»
        apposed = apposed and not is_role(words[max(0, placed.first - 3) : placed.first - 2], "fa")
        if placed.mention.type == "PER" and apposed:
            return placed.first, placed.last
    return None


def _goes_by(page: Page, source: Range) -> Range | None:
    """The name in marks of someone of whom no more is said: «کاربری با نام [کاربری] «X»», «زنی به نام «X»»."""
    words, (first, after) = page.words, source
    for i in range(first + 1, min(after + 2, len(words) - 4)):
        if words[i] in ("به", "با") and words[i + 1] in _NAMES:
            at = i + 2 + (words[i + 2] in _OF_NAMES)
            mark = page.mark_at[at + 1] if words[at] == "«" else None
            return mark if mark and mark[0] == at + 1 else None
    return None


def tells_of_named(page: Page, placed: PlacedMention) -> bool:
    """Tell whether what was taken for a name tells what the one named before a comma is: «اکبر نورسته، صاحب نانوایی», not «دستیار نورسته، اکبر گلکار»."""
    before = page.mention_at.get(placed.first - 2)
    role = placed.mention.rule == "fa.role" and page.words[placed.first - 1] == "،"
    told = (
        role
        and before is not None
        and before.mention.type == "PER"
        and not any(is_relation((w,), "fa") for w in _words_before(page, before))
    )
    return told or _ends_known_role(page, placed) or _is_led(page, placed)


def _words_before(page: Page, name: PlacedMention) -> Words:
    """The one or two words before a name: «نوهٔ شش سالهٔ | X»."""
    before = page.words[max(0, name.first - 2) : name.first]
    return before if all(word[0].isalpha() for word in before) else before[-1:]


def _is_led(page: Page, placed: PlacedMention) -> bool:
    """Tell whether a Persian name stands elsewhere in marks behind what its people are called: «سرمربیان «ابر بجنورد» و «موج انزلی»»."""
    if not placed.mention.rule.startswith("fa."):
        return False
    words = words_of(placed.mention.name)
    return any(is_part(words, name) for name in _names_of_bodies(page))


@keep_answers
def _names_of_bodies(page: Page) -> tuple[Words, ...]:
    """The names in marks behind what the people of a body are called."""
    people = (m for m in page.mentions if m.mention.type == "PER")
    marked = (m for m in people if page.mark_at[m.first] == (m.first, m.last))
    return tuple(page.words[m.first : m.last] for m in marked if _heads_body(page, m.first - 2))


def _heads_body(page: Page, at: int) -> bool:
    """Tell whether a token, or those before other words in marks, is a role that people have of a body: «سرمربیان», «کاپیتان»."""
    while at > 1 and page.words[at] in ("و", "،"):
        mark = page.mark_at[at - 2]
        if mark is None:
            return False
        at = mark[0] - 2
    return at >= 0 and any(
        is_role((page.words[at].removesuffix(ending),), "fa")
        for ending in ("", "ان", "ها", "های")
        if page.words[at].endswith(ending)
    )


def _ends_known_role(page: Page, placed: PlacedMention) -> bool:
    """Tell whether a Persian name of one word only ends the role of someone named before: «X، کاپیتان تیم دختران گنبد، …», «کاپیتان گنبد گفت»."""
    if placed.last - placed.first > 1 or placed.mention.rule not in ("fa.known", "fa.speaker"):
        return False
    words = page.words
    head = next(
        (i for i in range(placed.first - 1, max(-1, placed.first - _LONGEST_ROLE), -1)
         if not page.is_word(i) or is_role(words[i : i + 1], "fa")),
        None,
    )  # fmt: skip
    if head is None or not page.is_word(head) or is_relation(words[head : placed.first], "fa"):
        return False
    told = set(words[head : placed.last])
    return any(
        m.mention.role is not None and m.first < placed.first and m.last - m.first > 1
        and told <= set(words_of(m.mention.role))
        for m in page.mentions
    )  # fmt: skip


def skip_apposed(page: Page, source: Range, named: Collection[int]) -> int:
    """The token at which an Arabic phrase names whom it is about: behind its comma in «أستاذ ياسين، نادر الحلو», else its first."""
    first, last = source
    names = [i for i in range(first, last) if i in named]
    comma = next((i for i in range(first, last) if page.words[i] in "،,"), None)
    return comma + 1 if comma and names and names[0] < comma < names[-1] else first


def is_outlet(page: Page, speaker: Speaker) -> bool:
    """Tell whether someone is an outlet the document names."""
    names = speaker.words
    outlets = (m for m in page.mentions if m.is_outlet)
    return any(
        m.first == speaker.first or page.words[m.last - len(names) : m.last] == names
        for m in outlets
    )


def find_by_surname(people: Iterable[Speaker], words: Words, language: str) -> Speaker | None:
    """The one person whose name ends in a word that is no name of itself: «توانمند: …», «وأضاف "عناني"» of خالد العناني."""
    if language == "ar":
        words = tuple(word for word in words if word not in MARKS)
        alone = len(words) == 1 and not is_role(words, "ar")
        called = [p for p in people if alone and len(p.words) > 1 and is_part(words, p.words)]
        return called[0] if len(called) == 1 else None
    # «رونالدوی ۳۳ ساله» too: with the yeh of an ezafe, and his age.
    aged = len(words) == 3 and words[1][0].isdigit() and words[2] == "ساله"
    if language != "fa" or not (len(words) == 1 or aged):
        return None
    names = {words[0], words[0].removesuffix("ی") if aged else words[0]}
    called = [p for p in people if len(p.words) > 1 and p.words[-1] in names]
    return called[0] if len(called) == 1 else None


def find_by_family(people: Iterable[Speaker], words: Words, language: str) -> Speaker | None:
    """The one Arabic person whose name ends in a word of another meaning, where nobody holds it for an office: «العربي», «الوكيل», «خطاب»."""
    if language != "ar" or len(words) != 1:
        return None
    known, bare = list(people), words[0].removeprefix("ال")
    # «كريم السرطاوي», then «سرطاوي»
    called = [
        one for one in known if len(one.words) > 1 and one.words[-1] in (words[0], "ال" + words[0])
    ]
    held = any(role[:1] == (bare,) for one in known for role in one.roles)
    return called[0] if len(called) == 1 and not held else None


def find_same_office(speaker: Speaker, known: Iterable[Speaker]) -> Speaker | None:
    """The last one before without a name whose office a shorter phrase tells again: «وزیر» after «وزیر بهداشت».

    «متهم دیگر» is another.
    """
    if len(speaker.roles) != 1 or speaker.plural or not _OTHERS.isdisjoint(speaker.words):
        return None
    (office,) = speaker.roles
    before = [
        one
        for one in known
        if one.first < speaker.first
        and not (one.plural or one.body)
        and any(_shortens(office, role) for role in one.roles)
    ]
    return max(before, key=lambda one: one.first, default=None)


def _shortens(office: Words, role: Words) -> bool:
    """Tell whether an office is a longer one told in fewer words."""
    shorter = len(office) < len(role) and office[:1] == role[:1] and set(office) <= set(role)
    return shorter and not differ_in_time(office, role)
