"""Find Arabic names of rare words behind a role or title: «محافظ المدينة التهامي حمور لجنة السكان», «القاضي رداد بافقيه في».

No table need know them. Texts hardly ever have such words, with or without the article, and they are nothing else with
something joined to it; two of them in a row behind a role are whom it presents.
"""

from functools import lru_cache

from rawi.lang.common import load_arabic_counts, load_common, takes_article
from rawi.lang.grammar import get_grammar
from rawi.lang.known_names import load_known_names
from rawi.lang.people import load_people
from rawi.lang.reading import Reading
from rawi.lang.speech import is_that, load_cues
from rawi.lang.stems import JOINED_PRONOUNS
from rawi.lang.verbs import is_verb
from rawi.name.families import is_family_name
from rawi.name.found import FoundName
from rawi.name.hearers import names_hearers
from rawi.name.hyphens import past_hyphens
from rawi.name.joined_words import DEFINITE
from rawi.name.places import load_places
from rawi.name.roles import find_role_before, heads_role, is_possessed_role
from rawi.name.words import goes_with_bi, is_closed, is_name_word, opens_clause

_LONGEST = 4  # words of a name
_LONGEST_ROLE = 6  # words of a role no table knows, and the verb before it
_RARE = 34  # twice and a half in a million words
_PREFIXES = "وفبلک"
_SUFFIXES = ("ی", "ا", "ون", "ین", "ات", "ان", "و", "تی", *JOINED_PRONOUNS)
_ITS = frozenset({"باسمها", "باسمه", "باسمهم", "فیها", "فیه", "لدیها", "لدیه"})
_SHORTEST_STEM = 3  # letters


def find_rare_name(reading: Reading, at: int, first: int, last: int) -> FoundName | None:
    """Find a name of two rare words or more that begins at a token, right behind a definite role or between commas behind it."""
    words = reading.words
    if at == first or load_places("ar").find(words, at):
        return None
    end = find_rare_end(words, at, last)
    role = _role_before(reading, at, end, first, last) if end > at else None
    return FoundName(at, end, "PER", "ar.role", role, 2) if role else None


def _role_before(
    reading: Reading, at: int, end: int, first: int, last: int
) -> tuple[int, int] | None:
    """The definite role before a name [at, end); also one no table knows, from the verb on: «أكّد والي الجهة | جندل حمور»."""
    words, closed = reading.words, past_hyphens(reading, end)
    role = find_role_before(reading, at, first, "ar")
    if role is not None and _is_definite(words, role):
        commas = role[1] == at or (closed < last and words[closed] in "،,")
        return role if commas else None
    if not words[at - 1].startswith("ال") or words[at].startswith("ال"):
        return None
    for i in range(at - 1, max(first, at - _LONGEST_ROLE), -1):
        if is_verb(words[i - 1]) or load_cues("ar").find(words, i - 1):
            return i, at
        if is_closed(words[i], "ar") or not words[i].isalpha():
            return None
    return None


def find_rare_end(words: tuple[str, ...], at: int, last: int) -> int:
    """The token after the two parts or more of a name that begins at a token, at the token itself if there are fewer.

    >>> find_rare_end(("رداد", "بافقیه", "فی"), 0, 3), find_rare_end(("السنبله", "الکبری", "فی"), 0, 3)
    (2, 0)
    """
    if words[at].startswith("ال") and not _is_borne(words, at):
        return at
    particles, tails = load_people("ar").particles, load_people("ar").surname_tails
    end = at
    while (
        end < last and end - at < _LONGEST and not (is_that(words[end]) or opens_clause(words, end))
    ):
        if end - at > 1 and _begins_another(words, end):
            break  # «التقت لمى دندشلي | عمّار زيدون»
        if end > at and words[end] in particles and end + 1 < last and words[end + 1].isalpha():
            end += 2
        elif end > at and words[end] in tails:
            end += 1
        elif end - at > 1 and (_is_thing(words[end]) or names_hearers(words, end)):
            break  # «خالد منصور | عريضة», «| موظفي المتحف»
        elif is_name_part(words, end):
            end += 1
        else:
            break
    end = min(end, last)
    if end - at > 1 and end < last and words[end].startswith("ال"):
        end -= _may_govern(words[end - 1], end - at)  # «نحّالي السهل»
    if end - at == 2 and takes_article(words[at]) and words[at + 1].startswith("ال"):
        name = is_family_name(words[at + 1], "ar") or words[at + 1][2:] not in load_arabic_counts()
        return end if name else at  # «مخبز السنبلة»
    return end if end - at > 1 else at


def _is_thing(word: str) -> bool:
    """Tell whether behind a whole name a word is rather the verb's object: one that takes the article and nobody bears."""
    return takes_article(word) and not is_family_name(word, "ar")


def _begins_another(words: tuple[str, ...], at: int) -> bool:
    """Tell whether behind a surname the name of someone else begins: a sure given name behind a word that is none."""
    given = load_people("ar").given_names
    found = given.find(words, at)
    return found is not None and not found.value.weak and not given.find(words, at - 1)


def is_name_part(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a word is borne as a name or rare, and of no class that is in no name.

    >>> [is_name_part((word,), 0) for word in ("بافقیه", "العموش", "مزارعی", "لجنه")]
    [True, True, False, False]
    """
    word, people = words[at], load_people("ar")
    if not _may_be_part(word):
        return False
    if word.startswith("ال") and (heads_role(words, at, "ar") or people.titles.find(words, at)):
        return False  # «الأديب محمود ولد الشيخ»
    return is_family_name(word, "ar") or is_name_word(words, at, "ar")


@lru_cache(maxsize=65536)
def _may_be_part(word: str) -> bool:
    """Tell the same by the word alone, wherever it stands."""
    if not word.isalpha() or word.isascii() or len(word) < 3 or is_closed(word, "ar"):
        return False
    return is_family_name(word, "ar") or (_is_rare(word) and not is_verb(word))


def _is_rare(word: str) -> bool:
    """Tell whether texts hardly ever have a word, with or without the article, and it is no frequent one with something joined to it."""
    known = load_known_names("ar")
    if word in known.perhaps_given or word in known.perhaps_surnames:
        return word not in load_common("ar")
    if _often(word) >= _RARE:
        return False
    if word[0] in _PREFIXES and _is_noun(word[1:]):
        return False
    if word.startswith("بال") and goes_with_bi(word):
        return False  # بالتراضي
    owned = (word.removesuffix(pronoun) for pronoun in JOINED_PRONOUNS if word.endswith(pronoun))
    if any(len(noun) > _SHORTEST_STEM and takes_article(noun) for noun in owned):
        return False  # أحفادها, اتفاقهما
    return not any(
        word.endswith(suffix) and any(_is_noun(stem) for stem in _stems(word, suffix))
        for suffix in _SUFFIXES
    )


def _is_borne(words: tuple[str, ...], at: int) -> bool:
    """Tell whether people bear a definite word: التهامي, not الخبّازين, which is only rare, nor the surname الأديب before a given name."""
    given = load_people("ar").given_names
    if given.find(words, at) is not None:
        return True
    known = load_known_names("ar").surnames
    after = given.find(words, at + 1)
    presents = after is not None and not after.value.weak
    return not presents and not known.isdisjoint((words[at], words[at][2:]))


def _stems(word: str, suffix: str) -> tuple[str, ...]:
    """What a word may be without a suffix: a noun in ة has ت before it; who is of a place, تكريتي, is called by it."""
    stem = word.removesuffix(suffix)
    if suffix == "ی" and not takes_article(stem):
        return ()
    return (stem, stem[:-1] + "ه") if stem.endswith("ت") else (stem,)


def _is_noun(word: str) -> bool:
    """Tell whether a word without what was joined to it is a frequent one."""
    return len(word) >= _SHORTEST_STEM and _often(word) >= _RARE


def _often(word: str) -> int:
    """How often texts have a word, with or without the article: ten times the logarithm of its frequency in a billion."""
    counts = load_arabic_counts()
    bare = word[2:] if word.startswith("ال") else "ال" + word
    return max(counts.get(word, 0), counts.get(bare, 0))


def _may_govern(word: str, parts: int) -> bool:
    """Tell whether the last of some words is rather a noun before its genitive: one texts have, or behind two a plural."""
    if word.startswith("ال"):
        return False
    seen = word in load_arabic_counts()
    return takes_article(word) if seen else parts > 2 and word.endswith(("ی", "و"))


def _is_definite(words: tuple[str, ...], role: tuple[int, int]) -> bool:
    """Tell whether a role is definite, up to a preposition in it and at its end: an indefinite noun behind it is no part of it."""
    first, last = role
    inner = (i for i in range(first, last) if words[i] in get_grammar("ar").prepositions)
    ends = {next(inner, last) - 1, last - 1}  # «باحث في الري» is anyone, «باسم شبكة» wants more
    return all(_ends_definite(words[end]) for end in ends if end >= first)


def _ends_definite(word: str) -> bool:
    """Tell whether a word is definite by its article or a pronoun: صاحبة is nobody's صاحب."""
    if word.startswith(DEFINITE) or word in _ITS:
        return True
    return is_possessed_role(word) and not heads_role((word,), 0, "ar")
