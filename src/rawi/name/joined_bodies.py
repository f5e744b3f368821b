"""What goes on the name of an Arabic body behind its first definite noun: what it is for, «المركز الوطني | للأرصاد الجوية», and what «و» joins, «وزارة الشباب | والرياضة»."""

from collections.abc import Callable

from rawi.lang.common import takes_article
from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_act, names_people, names_time
from rawi.lang.people import load_people
from rawi.lang.verbs import is_verb
from rawi.name.places import find_place_end

_MOST_JOINED = 4
_MOST_ADJECTIVES = 2
_SHORTEST = 5  # letters of «و» or ل and a noun
# Bodies that are of several things, and those that are of people too.
_COMPOUND = frozenset({"وزاره", "هییه", "لجنه", "دایره", "مدیریه", "ریاسه", "موسسه", "مرکز", "جهاز", "شرکه", "مجلس", "قطاع", "کلیه", "معهد", "غرفه", "اداره", "قسم", "مصلحه", "امانه", "مفوضیه", "وکاله", "دیوان", "صندوق", "منظمه", "جمعیه", "اتحاد", "سلطه", "نقابه"})  # fmt: skip
_OF_PEOPLE = frozenset({"وزاره", "نقابه", "اتحاد", "جمعیه"})
OF_WORK = frozenset({"شوون", "شیون", "حمایه", "تنمیه", "رعایه", "خدمات", "علوم", "موارد"})

Agrees = Callable[[tuple[str, ...], int, int], bool]


def end_of_body(words: tuple[str, ...], at: int, end: int, last: int, agrees: Agrees) -> int:
    """The token after the name of a body whose head stands before a token, and which ends at another without what goes on.

    >>> words = ("المرکز", "الوطنی", "للارصاد", "الجویه", "ان")
    >>> end_of_body(words, 1, 2, 5, lambda words, at, head: True)
    4
    >>> words = ("وزاره", "الشباب", "والریاضه", "ان")
    >>> end_of_body(words, 1, 2, 4, lambda words, at, head: True)
    3
    """
    end = _end_of_purpose(words, at, end, last, agrees)
    head = words[at - 1]
    bare = head[1:] if head[0] in "وفبل" and head[1:] in _COMPOUND else head
    bare = bare.removeprefix("لل").removeprefix("ال")
    if bare not in _COMPOUND or not words[end - 1].startswith(("ال", "لل")) or end == at:
        return end
    for _ in range(_MOST_JOINED):
        joined = _joined_end(words, end, last, people=bare in _OF_PEOPLE)
        if joined == end:
            break
        end = _past_adjectives(words, at - 1, joined, last, agrees)
    return end


def _end_of_purpose(words: tuple[str, ...], at: int, end: int, last: int, agrees: Agrees) -> int:
    """The token after «for» and what a body with an adjective is for: «الهيئة العامة | للرقابة المالية»; the same token where nothing follows."""
    if end == at or end >= last or not words[end].startswith("لل") or len(words[end]) < _SHORTEST:
        return end
    noun = words[end][2:]
    reporters = noun.removesuffix("ین") in get_grammar("ar").interviewers
    someone = reporters or load_people("ar").roles.find((noun,), 0) is not None
    if not words[at - 1].removeprefix("و").startswith("ال") or someone:
        return end  # «قالت وزارة الصحة | للسكان»
    if names_people(noun, "ar") and words[end + 1 : end + 2] != () and words[end + 1][0].isalpha():
        return end
    return (
        end if names_people(noun, "ar") else _past_adjectives(words, at - 1, end + 1, last, agrees)
    )


def _past_adjectives(words: tuple[str, ...], head: int, end: int, last: int, agrees: Agrees) -> int:
    """The token after the definite adjectives in the name of a body: «للأرصاد | الجوية»."""
    limit = min(last, end + _MOST_ADJECTIVES)
    while end < limit and _may_describe(words, end) and agrees(words, end, head):
        end += 1
    return end


def _may_describe(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a definite word of no time stands at a token."""
    word = words[at]
    described = word.startswith("ال") and len(word) > _SHORTEST - 1
    return described and word not in get_grammar("ar").adverbs and not names_time(words, at)


def _joined_end(words: tuple[str, ...], at: int, last: int, *, people: bool) -> int:
    """The token after «and» and one more thing a body is of: «| والرياضة», «| وحماية البيئة»; the same token where none stands."""
    if at >= last or words[at][0] != "و" or len(words[at]) < _SHORTEST:
        return at
    word = words[at][1:]
    if word.startswith("ال"):
        bare = word[2:]
        body = load_people("ar").organisations.find((bare,), 0) is not None
        someone = load_people("ar").roles.find((bare,), 0) is not None
        someone = someone or (names_people(bare, "ar") and not people)
        titled = load_people("ar").titles.find((word,), 0) is not None
        place = find_place_end((word,), 0, "ar") is not None
        thing = takes_article(bare) and not (body or someone or titled or place)
        return at + 1 if thing else at
    works = word in OF_WORK or (names_act(word) and not is_verb(word))
    of_what = at + 1 < last and words[at + 1].startswith("ال") and takes_article(words[at + 1][2:])
    return at + 2 if works and of_what else at
