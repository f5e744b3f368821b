"""Whom «ل» and the word it is joined with tell: «للصحافيين», «لقائد الفريق», «للدرويش», «لسعادة الوالي»."""

from rawi.lang.common import governs_name, load_arabic_counts, takes_article, without_joined_lam
from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_act
from rawi.lang.people import load_people
from rawi.lang.told_roles import tells_role
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.hearers import (
    are_people,
    are_several,
    is_someone,
    names_outlet,
    read_in_marks,
)
from rawi.quote.arabic.one_of import leads_to_some
from rawi.quote.arabic.own_outlets import is_our_outlet, leads_to_own
from rawi.quote.arabic.people_words import heads_body, is_addressed, is_to_own
from rawi.quote.arabic.words import is_cue
from rawi.quote.page import Page

_TO_ONE_OF = frozenset({"لاحد", "لاحدی", "لبعض"})
_LONGEST_ROLE = 5  # tokens
# Contests and their kin, of a kind of people too: «دوري المدينة | للمحترفين».
_CONTESTS = frozenset(
    {"دوری", "کاس", "بطوله", "سباق", "مسابقه", "تصفیات", "مهرجان", "معسکر", "جایزه", "برنامج"}
)
_LONGEST_BODY = 5  # tokens of «مستشفى سانت برايد» and its kin
_FAMOUS = 30  # tenths of the logarithm of the frequency in a billion


def is_listener(page: Page, token: int, stop: int, *, opens: bool) -> bool:
    """Tell whether ل and its word say to whom: an outlet, reporters, people; where it `opens` a phrase, someone named too."""
    words = page.words
    sets = get_grammar("ar").words
    if words[token] in sets["carrying"] or words[token] in sets["resuming"]:
        return False  # لكنها, لهن
    one = words[token] in _TO_ONE_OF and words[token + 1].startswith("ال")
    if one or leads_to_some(page, token):
        return True  # «قال لأحد الحراس», «وشرحت الموظفة لعشرات المتصلين أنّ»
    if words[token] == "ل":
        if _is_act_done(words[token - 2 : token]):
            return False  # «ينفي التوقيع | لـ«الضفاف»»
        return read_in_marks(page, token + 1, stop) is not None or token + 1 in page.mention_at
    definite = words[token].startswith("لل")
    bare = without_joined_lam(words[token]) if definite else words[token][1:]
    doubled = definite and are_people("ال" + words[token][1:])
    doubled = doubled or is_to_own(page, token)
    if are_people(bare) or doubled:  # للاعبين is for اللاعبين
        return True
    if definite:
        head = words[token][2:]
        party = head in get_grammar("ar").words["parties_met"]  # «وقالت للفريق إنّ»
        people = load_people("ar")
        titled = bare in people.titles.alone  # «مؤكداً للشيخ أنّ»
        office = party or titled or head in people.roles.alone
        office = office or page.person_at(token) is not None  # للينا عيسى
        told = opens and (office or _is_surnamed(page, token))
        return told or names_outlet(page, token)  # «وقالت للقاضي إنّ»
    if is_addressed(words[token]) or is_to_own(page, token) or names_outlet(page, token, 1):
        return True
    if leads_to_own(page, token):
        return True
    if tells_role(words, token):
        return True  # «قال المدرب | لقائد الفريق»
    named = token in page.mention_at or _is_known_name(words[token][1:])
    named = named or governs_name(words[token]) or _is_role_of_named(page, token)
    named = named or _is_anyone(words[token][1:])
    return named and opens


def _is_surnamed(page: Page, token: int) -> bool:
    """Tell whether ل and the definite surname of somebody named before stand at a token: «وقال | للدرويش: «…»»."""
    family = without_joined_lam(page.words[token])
    before = (m for m in page.mentions if m.last <= token and m.mention.type == "PER")
    return any(m.last - m.first > 1 and page.words[m.last - 1] == family for m in before)


def is_of_body(page: Page, token: int, first: int) -> bool:
    """Tell whether «for» and a kind of people at a token belong to the name of a body or event before them: «مستشفى الأمل | للأطفال», «لمعرض الخليج | للكتاب»; not «المدرسة | للأطفال»."""
    words, events = page.words, get_grammar("ar").words["events"]
    if words[token].removeprefix("لل") not in get_grammar("ar").words["kept_for"]:
        return False
    for i in range(token - 1, max(first, token - _LONGEST_BODY) - 1, -1):
        if not page.is_word(i) or page.mark_at[i] is not None:
            return False
        bare = words[i].removeprefix("ل")
        contest = words[i] in _CONTESTS or bare in events
        if contest or words[i] in load_people("ar").organisations.alone:
            return i < token - 1
    return False


def leads_to_outlet(page: Page, token: int) -> bool:
    """Tell whether ل and an outlet stand at a token: «وحكت | لصحيفة X تفاصيل الليلة»."""
    if token >= len(page.words) or page.words[token][0] != "ل":
        return False
    return names_outlet(page, token, 1) or is_our_outlet(page.words[token])


def _is_act_done(words: tuple[str, ...]) -> bool:
    """Tell whether two words are a verb and the act that is its object, no body: «ينفي التوقيع», not «قال الاتحاد»."""
    if len(words) < 2 or not (is_verb(words[0]) and names_act(words[1])):
        return False
    return get_grammar("ar").bare(words[1]) not in load_people("ar").organisations.alone


def is_group_of(page: Page, token: int) -> bool:
    """Tell whether ل and so many of some people stand at a token: «قالت | لمجموعة من الطلاب»."""
    words, quantities = page.words, get_grammar("ar").words["quantities"]
    many = words[token][:1] == "ل" and words[token][1:] in quantities
    return many and words[token + 1 : token + 2] == ("من",) and are_several(page, token + 2)


def find_titled(page: Page, token: int) -> int | None:
    """The token of a name or office behind ل and a title: «أوضح المدير لسعادة | الوالي أنّ»."""
    words = page.words
    if not words[token].startswith("ل"):
        return None
    title = load_people("ar").titles.find((words[token][1:], *words[token + 1 : token + 3]), 0)
    return token + title.end if title is not None and is_someone(page, token + title.end) else None


def _is_role_of_named(page: Page, token: int) -> bool:
    """Tell whether ل and a role stand before a name: «وحكت الفنانة X | لمقدّم البرنامج Y أنّ»."""
    head = page.words[token][1:]
    if head not in load_people("ar").roles.alone or heads_body(head):
        return False  # «المدير العام | لمؤسسة النخيل X»: no founder
    near = range(token + 1, min(len(page.words), token + _LONGEST_ROLE))
    named = next((i for i in near if not page.is_word(i) or i in page.mention_at), None)
    return named is not None and page.person_at(named) is not None


def is_told_body(page: Page, token: int, first: int) -> bool:
    """Tell whether right after a person's name or a verb of saying, or behind an aside, ل and a body or office stand: «صرّح سامي نجار للجمعية …», «وأكد | لوزير الري»; after a role they belong to it."""
    named = page.mention_at.get(token - 1)
    given = load_people("ar").given_names.find((page.words[token - 2],), 0)
    aside = token > first or is_cue(page, token - 1)
    if not aside and given is None and (named is None or named.mention.type != "PER"):
        return False
    word = page.words[token]
    bare = word[2:] if word.startswith("لل") else word[1:]
    people = load_people("ar")
    heads = (bare, word[1:])  # «للجنة السلامة» has but one lam of its own
    return any(h in people.organisations.alone or h in people.roles.alone for h in heads)


def _is_anyone(word: str) -> bool:
    """Tell whether a word is someone of whom no more is told: «قالت | لأم خائفة», «لطفل»; no office.

    >>> _is_anyone("ام"), _is_anyone("طفل"), _is_anyone("رییس")
    (True, True, False)
    """
    role = load_people("ar").roles.find((word,), 0)
    kin = role is not None and bool(role.value.relation)
    return kin or word in get_grammar("ar").words["named_people"]


def _is_known_name(word: str) -> bool:
    """Tell whether a word is a name many texts have: رويترز; a noun takes the article."""
    famous = len(word) > 3 and load_arabic_counts().get(word, 0) >= _FAMOUS
    return famous and not takes_article(word) and not is_verb(word)
