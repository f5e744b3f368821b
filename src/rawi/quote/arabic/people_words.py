"""What an Arabic word tells of people and bodies: someone's own, ours, a role, several bodies, to whom it is said."""

import re
from functools import lru_cache

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import heads_people, names_people
from rawi.lang.people import load_people
from rawi.quote.arabic.forms import without_pronoun
from rawi.quote.page import Page

# Kin in two letters: أمها, أخيه.
_KIN = frozenset(
    f"{kin}{whose}"
    for kin in ("ام", "ابی", "ابا", "ابو", "اخی", "اخا", "اخو", "اخت", "جد", "عم", "خال", "حمی")
    for whose in ("ه", "ها", "هم", "هن", "هما")
)
_ADDRESSED = re.compile(
    "ل(?:ل|صحیف|وکال|موقع|قنا|محط|شبک|صحف|مراسل|اذاع|برنامج|نظیر|جمهور|اعضا|طلاب|متابع|مجل|بودکاست|جرید|یومی|وسایل)"
)
_SHORTEST_TWO = 3  # letters of ابنَي(ها)
_SHORTEST_ORIGIN = 5  # letters with the article


def stems_of_ours(word: str) -> tuple[str, ...]:
    """What a noun with «our», behind «ل» too, may be without it, its «ت» as «ه» last; nothing for any other word.

    >>> stems_of_ours("لصحیفتنا"), stems_of_ours("موقعنا"), stems_of_ours("موقع")
    (('صحیفت', 'صحیفه'), ('موقع',), ())
    """
    if not word.endswith("نا"):
        return ()
    stem = word.removeprefix("ل").removesuffix("نا")
    return (stem, stem[:-1] + "ه") if stem.endswith("ت") else (stem,)


@lru_cache(maxsize=65536)
def is_our_reporter(word: str) -> bool:
    """Tell whether a word is the outlet's own reporter: مراسلنا, مندوبتنا.

    >>> is_our_reporter("مراسلتنا"), is_our_reporter("مدینتنا")
    (True, False)
    """
    grammar = get_grammar("ar")
    stems = stems_of_ours(word.removeprefix("و"))
    return any(s in grammar.interviewers or s in grammar.words["reporters"] for s in stems)


def names_bodies(word: str) -> bool:
    """Tell whether a word is several bodies: جمعيات, وزارات.

    >>> names_bodies("جمعیات"), names_bodies("سجلات")
    (True, False)
    """
    if word in get_grammar("ar").words["broken_bodies"]:
        return True
    return word.endswith("ات") and word[:-2] + "ه" in load_people("ar").organisations.alone


def are_own_bodies(word: str) -> bool:
    """Tell whether a word is several bodies of another: فروعها, محطاته.

    >>> are_own_bodies("فروعها"), are_own_bodies("محطاته"), are_own_bodies("موقعها")
    (True, True, False)
    """
    stem = without_pronoun(word)
    plural = stem[:-1] + "ت" if stem.endswith("اه") else stem
    return stem != word and names_bodies(plural)


def heads_body(word: str) -> bool:
    """Tell whether a word is the head of an organisation, or of several: بلدية, بلديات.

    >>> heads_body("بلدیه"), heads_body("بلدیات"), heads_body("جسر")
    (True, True, False)
    """
    return word in load_people("ar").organisations.alone or names_bodies(word)


def is_origin(word: str) -> bool:
    """Tell whether a word is a definite adjective of origin or relation: الإسباني, الساحلية."""
    related = word.startswith("ال") and len(word) > _SHORTEST_ORIGIN and word.endswith(("ی", "یه"))
    return related and word[2:] not in get_grammar("ar").words["broken_bodies"]  # الأندية


def names_own(word: str) -> bool:
    """Tell whether a word is «to» someone's own: لحفيدها, لزميله."""
    return word.startswith("ل") and is_own(word[1:])


@lru_cache(maxsize=65536)
def is_own(word: str) -> bool:
    """Tell whether a word is someone's own person or people: حفيدها, زميله, أمها."""
    if word in _KIN:
        return True
    stem = without_pronoun(word)
    if stem == word:
        return False
    if stem.endswith("اه"):
        stem = stem[:-1] + "ت"  # زميلاتها
    elif stem.endswith("ا") and names_people(stem[:-1] + "ی", "ar"):
        return True  # مرضاه
    roles = load_people("ar").roles
    two = (stem[:-2] + "ه",) if stem.endswith("تی") else (stem[:-1],)
    if stem.endswith("ی") and len(stem) > _SHORTEST_TWO and roles.find(two, 0) is not None:
        return True  # حفيدتيها, ولديه
    return (
        names_people(stem, "ar")
        or (stem.endswith("ی") and names_people(stem + "ن", "ar"))  # مشاهديها
        or stem in get_grammar("ar").words["counterparts"]
        or stem in get_grammar("ar").words["only_own"]
        or names_people(stem[:-1] + "ء", "ar")
        or stem in roles.alone
    )


def kin_of(word: str) -> str | None:
    """The short word for kin without the pronoun: أمها, أخيه; None of any other word.

    >>> kin_of("امها"), kin_of("عمه"), kin_of("اباها"), kin_of("ابنتها")
    ('ام', 'عم', 'اب', None)
    """
    if word not in _KIN:
        return None
    ending = next(end for end in ("هما", "ها", "هم", "هن", "ه") if word.endswith(end))
    kin = word.removesuffix(ending)
    return kin[:2] if kin.startswith(("اب", "اخ")) and kin != "اخت" else kin


def is_own_person(page: Page, token: int) -> bool:
    """Tell whether a word is someone's own person or people: لاعبيه, ابنتها; not وكيلة."""
    return is_own(page.words[token]) and not page.written((token, token + 1)).endswith("ة")


def is_to_own(page: Page, token: int) -> bool:
    """Tell whether a word is «to» someone's own: لمديره; not «لمؤسسة»."""
    return names_own(page.words[token]) and not page.written((token, token + 1)).endswith("ة")


def is_role(word: str) -> bool:
    """Tell whether a word is a role, with the article or without: وزير, الوزير."""
    return get_grammar("ar").bare(word) in load_people("ar").roles.alone


def calls_someone(word: str) -> bool:
    """Tell whether «ل» and a definite role or title are one word, which a name may follow: للصحافية, للدكتورة."""
    people, bare = load_people("ar"), word[2:]
    called = bare in people.roles.alone or "ال" + bare in people.titles.alone
    return word.startswith("لل") and called


def ends_role(words: tuple[str, ...], at: int) -> bool:
    """Tell whether at a token a role of two words ends: «محامي المدعى | عليه», «نائبة | الرئيس».

    >>> ends_role(("محامی", "المدعی", "علیه"), 2), ends_role(("رد", "المدیر", "علیه"), 2)
    (True, False)
    """
    if at == 0:
        return False
    role = load_people("ar").roles.find((get_grammar("ar").bare(words[at - 1]), words[at]), 0)
    return role is not None and role.end > 1


def is_definite_role(word: str) -> bool:
    """Tell whether a word is a role with the article: الرئيس, للوزيرة."""
    bare = get_grammar("ar").bare(word)
    return bare != word and bare in load_people("ar").roles.alone


def are_people_done_to(page: Page, token: int) -> bool:
    """Tell whether a plural before those or that it is of is written as the object at a token: «سائقي الشاحنات», «صانعي الأفلام»; not «سائقو الشاحنات», and «أهالي القرية» has no other form."""
    word = page.words[token]
    if not word.endswith("ی") or word.startswith("ال") or word == "اهالی" or not heads_people(word):
        return False
    after = page.words[token + 1] if token + 1 < len(page.words) else ""
    of_whom = after.startswith("ال") or token + 1 in page.mention_at
    return of_whom and word not in load_people("ar").roles.alone


@lru_cache(maxsize=65536)
def is_addressed(word: str) -> bool:
    """Tell whether a word says to whom: للصحفيين, لصحيفة."""
    if word[:1] == "ل" and word[1:] in get_grammar("ar").words["agencies"]:
        return True
    if word[:1] == "ل" and word.endswith("ی") and heads_people(word[1:]):
        return True  # «لمحققي الشرطة»
    if word[:1] == "ل" and word[1:] in get_grammar("ar").words["people_of"]:
        return True  # «لأسر الضحايا»
    return _ADDRESSED.match(word) is not None and len(word) > 4 and word != "لجنه"


@lru_cache(maxsize=65536)
def is_to_someone(word: str) -> bool:
    """Tell whether a word is ل with the article and somebody's role or title: للوزير, للمهندس; not للشركة.

    >>> [word for word in ("للوزیر", "للمهندس", "للشرکه", "لجنه") if is_to_someone(word)]
    ['للوزیر', 'للمهندس']
    """
    people = load_people("ar")
    if not word.startswith("لل") or heads_body(word[2:]):
        return False  # «للفريق» is no general
    return word[2:] in people.roles.alone or people.titles.find(("ا" + word[1:],), 0) is not None


@lru_cache(maxsize=65536)
def reaches_someone(word: str) -> bool:
    """Tell whether a word is «ب» and somebody in office or with a title, whom a verb reaches: «رحب رئيس المجلس | بالبطريرك».

    >>> [word for word in ("بالبطریرک", "بالسفیر", "بالقاهره", "بالغ") if reaches_someone(word)]
    ['بالبطریرک', 'بالسفیر']
    """
    people = load_people("ar")
    if not word.startswith("بال") or people.roles.find((word,), 0) is not None:
        return False
    titled = people.titles.find((word[1:],), 0) is not None
    return titled or people.roles.find((word[3:],), 0) is not None
