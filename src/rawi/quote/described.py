"""Speakers a document does not name: what to call them, and whether they are bodies, groups or someone in office."""

from collections.abc import Collection

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
from rawi.quote.marks import MARKS
from rawi.quote.page import Page, PlacedMention
from rawi.quote.persian.hearers import whose_word
from rawi.quote.roles import bare_words, is_role, role_words
from rawi.quote.saying import Range
from rawi.quote.speaker import Speaker, Words
from rawi.quote.spelling import spell_name

_OUTLETS = frozenset({"صحف", "وکالات", "قنوات", "مواقع", "اذاعات", "مجلات", "جراید"})


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
