"""Who may be told something in Arabic, and the words that name him: people, bodies, outlets, names in marks."""

import re

from rawi.lang.common import takes_article
from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import heads_people, names_people
from rawi.lang.people import heads_outlet, load_people
from rawi.lang.verbs import is_plural_verb, is_verb, is_verb_of_them
from rawi.quote.arabic.endings import is_accusative
from rawi.quote.arabic.forms import without_hamza, without_pronoun
from rawi.quote.arabic.one_of import is_one_of
from rawi.quote.arabic.people_words import (
    are_own_bodies,
    ends_role,
    heads_body,
    is_our_reporter,
    is_own_person,
    names_own,
)
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.words import SIGNS, is_complementizer, is_cue, spells_name
from rawi.quote.page import Page
from rawi.quote.saying import Range

IN_PRESENCE = {"یدی": "بین", "حضره": "فی"}  # «بين يدي», «في حضرة»
_ON_WHICH_SIDE = frozenset({"المقابله", "المجاوره", "المطله", "المواجهه", "المحاذیه"})
_LONGEST = 6  # tokens after ل
_DOERS = re.compile("ال.ا..ین")  # الواقفين
_SHORTEST_PLURAL = 8  # letters of المعلمين
_SHORT_NAME = 4  # words in marks that are a name


def are_people(word: str) -> bool:
    """Tell whether a word is reporters or other people in the plural."""
    head = get_grammar("ar").bare(word)
    if head in get_grammar("ar").interviewers or names_people(head, "ar"):
        return True
    roles = load_people("ar").roles
    return head.endswith("ین") and head.removesuffix("ین") in roles.alone


def is_plural_participle(word: str) -> bool:
    """Tell whether a word is the genitive plural of who does something: المتجمّعين, المتدربين, الجالسين.

    >>> is_plural_participle("المتجمعین"), is_plural_participle("الجالسین"), is_plural_participle("الیمین")
    (True, True, False)
    """
    if word.startswith("الم") and word.endswith("ین") and len(word) >= _SHORTEST_PLURAL:
        return True
    return _DOERS.fullmatch(word) is not None and word != "الیاسمین"


def are_several(page: Page, token: int) -> bool:
    """Tell whether several people stand at a token: الأهالي, «ذوي المصابين», «صيادي الميناء», أحفادها.

    A plural in the genitive goes on with whose they are: «مزارعي السهل», not «صحفي سابق».
    """
    word = page.words[token]
    after = page.words[token + 1] if token + 1 < len(page.words) else ""
    stem = without_pronoun(word)
    if (
        are_people(word)
        or is_plural_participle(word)
        or (stem != word and names_people(stem, "ar"))
    ):
        return True
    of_whom = after.startswith("ال") or token + 1 in page.mention_at
    genitive = word.endswith("ی") and word[:-1] in load_people("ar").roles.alone
    return of_whom and (heads_people(word) or genitive)


def read_partner(page: Page, first: int, stop: int) -> Range | None:
    """The noun phrase after a preposition, or the short name in marks; behind «مخاطباً» also someone unknown as its object."""
    if first >= stop:
        return None
    return (
        read_in_marks(page, first, stop)
        or _read_anyone(page, first, stop)
        or read_source(page, first, stop, after_preposition=True)
    )


def _read_anyone(page: Page, first: int, stop: int) -> Range | None:
    """Someone of whom no more is known, with the ending of an object: «مخاطباً | زبوناً كان يساومه», «منادياً | شاباً طويلاً»."""
    word, end = page.words[first], first + 1
    if word.startswith("ال") or not word.endswith(("ا", "ه")) or first in page.mention_at:
        return None
    stem = word.removesuffix("ا")
    if not is_accusative(page, first) and (stem == word or word in load_people("ar").roles.alone):
        return None
    known = stem in load_people("ar").roles.alone or stem in get_grammar("ar").words["named_people"]
    while end < stop and is_accusative(page, end):
        end += 1
    return (first, end) if known else None


def is_someone(page: Page, token: int, prefix: int = 0) -> bool:
    """Tell whether at a token, without a prefix of so many letters, someone stands: by name or role, several, a body, his own."""
    if token >= len(page.words):
        return False
    named = page.mention_at.get(token)
    if (named is not None and named.mention.type != "LOC") or is_one_of(page, token):
        return True
    grammar, roles = get_grammar("ar"), load_people("ar").roles
    word = page.words[token][prefix:]
    head = grammar.bare(word) if word else ""
    stem = without_hamza(without_pronoun(word))
    if any(form in roles.alone for form in (head, stem, stem.removesuffix("ی")) if form):
        return True
    if is_title(word) or are_people(word) or names_people(stem, "ar") or is_plural_participle(word):
        return True
    if stem in grammar.words["counterparts"]:
        return True
    if (
        heads_body(head)
        or are_own_bodies(word)
        or is_our_reporter(word)
        or _is_in_charge(page, token, word)
    ):
        return True
    return named is None and word in grammar.words["agencies"]


def is_title(word: str) -> bool:
    """Tell whether a word, perhaps behind the ل it lost its alef to, is a title: الدكتورة, «ل|لدكتورة»."""
    titles = load_people("ar").titles
    return any(form in titles.alone for form in (word, "ا" + word))


def _is_in_charge(page: Page, token: int, word: str) -> bool:
    """Tell whether a body is told of by what it does: «الجهة المنظمة», «الجهة المختصة»; not «الجهة الشرقية»."""
    after = page.words[token + 1 : token + 2]
    if word != "الجهه" or not after or not after[0].startswith("الم"):
        return False
    return after[0] not in _ON_WHICH_SIDE


def names_outlet(page: Page, token: int, prefix: int = 0) -> bool:
    """Tell whether a word, without a prefix of so many letters, is the head of an outlet's name."""
    if token >= len(page.words):
        return False
    word = get_grammar("ar").bare(page.words[token][prefix:] or " ")
    return heads_outlet((word,), 0, "ar") or word in ("اثیر", "تلفزیون")


def heads_outlet_name(page: Page, token: int) -> bool:
    """Tell whether behind a token whom an outlet is called after is named, and does not speak or hear: «لإذاعة ليلى»."""
    return any(names_outlet(page, token, prefix) for prefix in (0, 1))


def names_one(page: Page, phrase: Range) -> bool:
    """Tell whether a phrase is one person, by name or role: «المتهم», «ضيفتها»; no body and no people."""
    named = [page.mention_at[i].mention.type for i in range(*phrase) if i in page.mention_at]
    if named:
        return "PER" in named
    word = page.words[phrase[0]]
    forms = {get_grammar("ar").bare(word), without_pronoun(word)}
    if any(names_people(form, "ar") for form in forms):
        return False
    sets, roles = get_grammar("ar").words, load_people("ar").roles
    return any(form in sets["counterparts"] or form in roles.alone for form in forms)


def may_listen(page: Page, phrase: Range) -> bool:
    """Tell whether a phrase is someone who can be told something: named, a body, people, reporters."""
    if any(i in page.mention_at for i in range(*phrase)) or is_one_of(page, phrase[0]):
        return True
    grammar = get_grammar("ar")
    head = grammar.bare(page.words[phrase[0]])
    people = load_people("ar")
    return (
        head in grammar.interviewers
        or names_people(head, "ar")
        or head in people.roles.alone
        or heads_body(head)
    )


def read_in_marks(page: Page, opener: int, stop: int) -> Range | None:
    """The short name in marks or brackets that opens at a token: «في اتصال مع «الرقعة»», «لـ(الأفق)»."""
    if opener + 1 >= stop:
        return None
    if page.words[opener] == "(":
        last = min(stop, opener + _SHORT_NAME + 2)
        end = next((i for i in range(opener + 1, last) if not page.is_word(i)), opener + 1)
        closed = end < last and page.words[end] == ")" and end > opener + 1
        return (opener + 1, end) if closed else None
    if page.words[opener] not in '«"“”':
        return None
    mark = page.mark_at[opener + 1]
    short = mark and mark[0] == opener + 1 and page.count_words(*mark) <= _SHORT_NAME
    return mark if short else None


def read_addressed(page: Page, first: int, stop: int) -> Range | None:
    """The words after ل: up to a sign, a preposition, or the end of a name in marks."""
    grammar = get_grammar("ar")
    words = page.words
    if words[first] == "ل":
        return read_partner(page, first + 1, stop)
    mention = page.person_at(first)
    if mention and mention.first == first:
        return first, min(mention.last, stop)
    i = first + 1
    while i < stop and i - first < _LONGEST:
        if mark := read_in_marks(page, i, min(stop + 1, len(words))):
            i = mark[1] + 1
            break
        if (
            words[i] in SIGNS
            or (words[i] in grammar.prepositions and not ends_role(words, i))
            or words[i] in grammar.adverbs
            or words[i] in grammar.words["said_with"]  # «لجارتها العجوز | بلطف»
            or words[i] in grammar.words["after_subject"]  # «لزبونته الصغيرة | وهو يناولها»
            or words[i] in grammar.words["relatives"]  # «للممرضة | التي تقيس ضغطه»
            or (is_complementizer(words[i]) and not spells_name(words, i))
            or (
                i not in page.mention_at
                and words[i] not in grammar.words["outlet_words"]  # «لذا نورثرن | ميل»
                and (is_verb(words[i]) or is_plural_verb(words[i]))
            )
            or is_verb_of_them(words[i], words[first])
            or (i not in page.mention_at and is_cue(page, i))  # «لزائرة | تسألها»
            or (i == first + 1 and _is_behind_own(page, i))
            or is_accusative(page, i)  # «لطالباتها | شيئاً آخر»
        ):
            break
        i += 1
    return first, min(i, stop)


def _is_behind_own(page: Page, token: int) -> bool:
    """Tell whether behind «ل» and someone's own person a common noun stands, which is no part of him: «لابنه | جملة واحدة», not «لجارها سامي»."""
    named = token in page.mention_at or not takes_article(page.words[token])
    return not named and names_own(page.words[token - 1])


def hears(page: Page, token: int) -> bool:
    """Tell whether after «أمام» someone stands who listens: people, a court or council; not «أمام العيادة», «أمام الكاميرات»."""
    if token >= len(page.words):
        return False
    word = page.words[token]
    head = get_grammar("ar").bare(word)
    known = page.person_at(token) is not None
    role = head in load_people("ar").roles.alone
    someone = known or role or is_title(word) or are_people(word) or is_own_person(page, token)
    return someone or head in get_grammar("ar").words["hearing"]


def in_presence(page: Page, at: int) -> bool:
    """Tell whether a token ends «in the presence of» and who listens follows: «كلمة بين يدي الأمير», «في حضرة الوالي»."""
    before = IN_PRESENCE.get(page.words[at])
    return before is not None and at > 0 and page.words[at - 1] == before and hears(page, at + 1)
