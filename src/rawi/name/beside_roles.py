"""Find names no table knows by the role beside them: «رناتو کالدیرا سرمربی تیم», «مدربهما ريناتو كالديرا».

Persian: two unknown words between a clause border and a role. Arabic: indefinite words right after a role that is
already definite, since an adjective there would be definite too.
"""

from functools import lru_cache

from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.lang.reading import Reading
from rawi.lang.speech import is_that, load_cues
from rawi.lang.verbs import is_verb
from rawi.name.definite_surnames import find_definite_surname
from rawi.name.found import FoundName, with_kunya
from rawi.name.joined_words import is_governed
from rawi.name.marks import CLOSERS, OPENERS
from rawi.name.no_openings import is_owned
from rawi.name.one_of_many import find_one_of_many
from rawi.name.places import load_places
from rawi.name.rare_names import find_rare_name
from rawi.name.roles import (
    find_role_after,
    find_role_before,
    heads_any_role,
    heads_role,
    is_possessed_role,
    is_somebodys,
    role_end,
)
from rawi.name.set_apart import name_in_commas, name_in_marks
from rawi.name.words import (
    SIGNS,
    closes_name,
    goes_with_bi,
    is_closed,
    is_foreign_word,
    is_name_word,
    is_small,
    is_someone_who,
    is_surname_word,
    may_be_name,
)

_LONGEST = 3
_VAN = frozenset((van, der) for van in ("فان", "ون", "وان") for der in ("در", "دن", "د"))
_IN_ITS_NAME = frozenset({"باسمها", "باسمه", "باسمهم"})
_FARTHEST_ROLE = 6  # tokens before a name


def find_name_by_role(
    reading: Reading, at: int, first: int, last: int, language: str
) -> FoundName | None:
    """Find a name that begins at a token and that only the role beside it shows."""
    if language == "ar":
        if _is_governed_place(reading.words, at, last) or _opens_speech(reading.words, at):
            return None
        by_role = (
            _after_role(reading, at, first, last)
            or _after_long_role(reading, at, first, last)
            or _opening_sentence(reading, at, first, last)
            or find_definite_surname(reading, at, first, last)
        )
        rare = find_rare_name(reading, at, first, last)
        found = by_role if rare is None or (by_role and by_role.last >= rare.last) else rare
        return with_kunya(reading.words, found, last)
    return None if is_owned(reading.words, at, last) else _before_role(reading, at, first, last)


def _opens_speech(words: tuple[str, ...], at: int) -> bool:
    """Tell whether an Arabic token opens what is said: «صرّح "حداد": | "نرى أنّ», «قائلاً | "نرى أنّ»."""
    begun, cues = max(0, at - 2), load_cues("ar")
    if ":" in words[begun:at]:
        return True
    first_words = cues.first_words()
    hits = [cues.find(words, i) for i in range(begun, at) if words[i] in first_words]
    return any(hit and hit.value.shape == "participle" for hit in hits)


def _is_governed_place(words: tuple[str, ...], at: int, last: int) -> bool:
    """Tell whether «ب» and a place stand before a sure name: «المتحدث باسم الجهاز بمصراتة عبد الباسط اقريرة»."""
    given = load_people("ar").given_names
    if words[at][0] != "ب" or at + 1 >= last or given.find(words, at) is not None:
        return False
    named = given.find(words, at + 1)
    place = load_places("ar").find((words[at][1:],), 0) is not None
    return place or (named is not None and not named.value.weak)


def _before_role(reading: Reading, at: int, first: int, last: int) -> FoundName | None:
    """«… و رناتو کالدیرا سرمربی تیم»: the name stands between a border and its role."""
    words = reading.words
    if at > first and words[at - 1] not in SIGNS and words[at - 1] != "و":
        return None
    end = _unknown_end(words, at, last, "fa")
    alone = end == at + 1 and _opens_with_surname(words, at, first, last)
    role = find_role_after(reading, end, last, "fa") if end - at >= 2 or alone else None
    if alone and role is not None and role[1] - role[0] == 1:
        role = None  # «نوری مدیر را دید و گفت»
    if role is None:
        end, role = _in_commas(reading, at, first, last)
    if role is None and (end := find_one_of_many(words, at, first, last)):
        return FoundName(at, end, "PER", "fa.role", None, 2)
    return FoundName(at, end, "PER", "fa.role", role, 2) if role else None


def _opens_with_surname(words: tuple[str, ...], at: int, first: int, last: int) -> bool:
    """Tell whether a Persian sentence that reports speech opens with a surname right before its bearer's office: «کاردان رئیس شورای شهر گفت»."""
    if at > first or at + 1 >= last or not heads_role(words, at + 1, "fa"):
        return False
    hits = (load_cues("fa").find(words, i) for i in range(at + 1, last))
    return any(
        hit is not None and hit.value.shape == "verb" and "clause" in hit.value.frames
        for hit in hits
    )


def _in_commas(
    reading: Reading, at: int, first: int, last: int
) -> tuple[int, tuple[int, int] | None]:
    """«رها مرجانی، زیستشناس دریا، …», «فرماندار دشت، لالهزار گسلی، …»: name and role with commas between.

    One of the words may be a common one, and none when a given name shows that it is a name.
    """
    words = reading.words
    end = at
    while end < last and end - at < _LONGEST and is_name_word(words, end, "fa"):
        end += 1
        end += 2 * (words[end - 1 : end + 1] in _VAN)
    if end == at or end >= last or not (words[end] in "،," or words[end] == "که"):
        return at, None
    if is_someone_who(words, end - 1):
        return at, None  # «شاکی، مهندس جوانی که …»
    given = load_people("fa").given_names.find(words, at) is not None
    rare = sum(is_surname_word(words, i, "fa") for i in range(at, end))
    if not (given or (end - at > 1 and rare >= end - at - 1 and rare)):
        return at, None
    role = find_role_after(reading, end, last, "fa") if words[end] in "،," else None
    behind = at > first and words[at - 1] in "،,"
    if behind and (role is None or (is_somebodys(words[at - 2]) and words[role[1]] not in "،,")):
        # «به گفتهٔ دخترش، مینا، مادر تا دیروز کار می کرد»: Mina is no mother
        role = find_role_before(reading, at, first, "fa") or role
    return end, role


def _opening_sentence(reading: Reading, at: int, first: int, last: int) -> FoundName | None:
    """«جان غيلفاند، رئيس المؤسسة، …»: words that can only be a name open a sentence before a comma and a role."""
    words = reading.words
    end = at
    while end < last and end - at < _LONGEST and is_foreign_word(words, end):
        end += 1
    if at != first or end - at < 2 or end + 1 >= last or words[end] not in "،,":
        return None
    role = find_role_after(reading, end, last, "ar")
    return FoundName(at, end, "PER", "ar.role", role, 2) if role else None


def _after_role(reading: Reading, at: int, first: int, last: int) -> FoundName | None:
    """«مدربهما ريناتو كالديرا»: the name stands after a definite role, before a sign or a small word."""
    words = reading.words
    if words[at].startswith("ال") or at == first or words[at - 1] in get_grammar("ar").prepositions:
        return None
    if words[at - 1] in OPENERS | CLOSERS and at - 1 > first and words[at - 2] == "ل":
        return None  # «قال مدير المتحف لـ«نور بريس» إنّ»
    near = (i for i in range(at - 1, max(first, at - 6) - 1, -1) if _may_be_definite(words[i]))
    begun = next((i for i in near if _is_definite_role(words, i, at)), None)
    if begun is None:
        return name_in_commas(reading, at, first, last) or name_in_marks(reading, at, first, last)
    end = _unknown_end(words, at, last, "ar")
    foreign = at
    while foreign < last and foreign - at < _LONGEST and is_foreign_word(words, foreign):
        foreign += 1
    if at < foreign < last - 1 and closes_name(words, foreign):
        foreign += 1
    if any(load_people("ar").given_names.find(words, i) for i in range(begun, at)):
        return None  # the name stands already there; these are the verb's object
    while begun > first and heads_any_role(words[begun - 1]):
        begun -= 1  # «نائبة رئيس البلدية»
    if foreign > at and not (load_places("ar").find(words, at) or _does(words, at, foreign)):
        return FoundName(at, foreign, "PER", "ar.role", (begun, at), 2)
    if end - at < 2 or (end < last and words[end] not in SIGNS and not is_small(words[end], "ar")):
        return None
    return FoundName(at, end, "PER", "ar.role", (begun, at), 2)


def _does(words: tuple[str, ...], at: int, end: int) -> bool:
    """Tell whether one unknown word shaped like a present has an object: «رئيس الاتحاد | يهنئ نظيره», not «رئيس الاتحاد ياغي يؤكد»."""
    thing = words[end : end + 1]
    shaped = end == at + 1 and words[at].startswith(("ی", "ت"))
    return shaped and thing != () and thing[0].isalpha() and not is_verb(thing[0])


def _after_long_role(reading: Reading, at: int, first: int, last: int) -> FoundName | None:
    """«المشرفة على الاستطلاع لادن فهرست نكار»: two or three indefinite words between a definite role and a sure border.

    All but one can only be parts of a name, the first among them; the one may look like a noun after a given name or as one of three.
    """
    words = reading.words
    before = words[at - 1] if at > first else ""
    definite = before.startswith("ال") or before in _IN_ITS_NAME
    if not definite and not (before and is_possessed_role(before)):
        return None
    end = at
    while end < last and end - at < _LONGEST and _is_open_word(words, end, end > at):
        end += 1
    sure = [i for i in range(at, end) if may_be_name(words, i)]
    given = load_people("ar").given_names.find(words, at) is not None
    if end - at < 2 or len(sure) < max(1 if given else 2, end - at - 1) or at not in sure:
        return None
    if end < last and words[end] not in SIGNS and not is_small(words[end], "ar"):
        told = words[end].startswith("ل") and is_governed(words[end])
        cue = load_cues("ar").find(words, end)
        if not told and not is_verb(words[end]) and (cue is None or cue.value.shape != "verb"):
            return None
    begun = next(
        (
            i
            for i in range(at - 1, max(first, at - _FARTHEST_ROLE) - 1, -1)
            if heads_any_role(words[i])
        ),
        None,
    )
    if not definite:
        begun = at - 1  # «أما ابنته هما دادورز فـ…»
    if begun is None:
        return None
    while begun > first and heads_any_role(words[begun - 1]):
        begun -= 1
    between = words[begun + 1 : at]
    prepositions = get_grammar("ar").prepositions  # على is also علي
    if any(
        word in SIGNS
        or is_verb(word)
        or is_that(word)
        or (word not in prepositions and word in load_people("ar").given_names.alone)
        for word in between
    ):
        return None
    return FoundName(at, end, "PER", "ar.role", (begun, at), 2)


def _is_open_word(words: tuple[str, ...], at: int, inner: bool) -> bool:
    """Tell whether a word is indefinite, no verb and no word of saying; the first may look like a pronoun: هما."""
    word = words[at]
    given = load_people("ar").given_names.find(words, at) is not None
    if not word[0].isalpha() or word.startswith("ال") or (is_verb(word) and not given):
        return False
    if load_cues("ar").find(words, at) or (word.startswith("بال") and goes_with_bi(word)):
        return False
    if is_closed(word, "ar"):
        return not inner and word in get_grammar("ar").plural_pronouns
    return given or is_name_word(words, at, "ar")


@lru_cache(maxsize=65536)
def _may_be_definite(word: str) -> bool:
    """Tell whether a word is a role with its article or a pronoun, or one that what follows may make definite."""
    head = _without_and(word)
    return is_possessed_role(head) or head.removeprefix("ال") in load_people("ar").roles.alone


def _without_and(word: str) -> str:
    """A word without «و»."""
    return word.removeprefix("و") if len(word) > 3 else word


def _is_definite_role(words: tuple[str, ...], begun: int, end: int) -> bool:
    """Tell whether tokens [begun, end) are a role made definite by article, genitive or possessive."""
    roles, head = load_people("ar").roles, _without_and(words[begun])
    if is_possessed_role(head) and head not in roles.alone:  # رئيسة is nobody's رئيس
        return end - begun == 1 or role_end(words, begun, end, "ar") == end
    if head.removeprefix("ال") not in roles.alone:
        return False
    ends = head if end - begun == 1 else words[end - 1]
    definite = ends.startswith("ال") or (ends in CLOSERS and end - begun > 1)  # مؤسسة «الأفق»
    return definite and role_end(words, begun, end, "ar") == end


def _unknown_end(words: tuple[str, ...], at: int, last: int, language: str) -> int:
    """The token after the words that may be a name."""
    i = at
    while i < last and i - at < _LONGEST and is_surname_word(words, i, language):
        if language == "ar" and i == at and words[i].startswith(("ال", "ی", "ت")):
            break
        if language == "ar" and not may_be_name(words, i):
            break  # an indefinite noun: برقية تعزية
        i += 1
    return i
