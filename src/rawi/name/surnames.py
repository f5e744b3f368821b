"""Find where the surname in a person's name ends, and whether a word of another meaning is one there: a trade, who speaks, a role's neighbour."""

from functools import lru_cache
from typing import NamedTuple

from rawi.lang.common import takes_article
from rawi.lang.given_names import load_foreign_names
from rawi.lang.grammar import get_grammar
from rawi.lang.known_names import load_known_names
from rawi.lang.nouns import names_act, names_people
from rawi.lang.numbers import is_age
from rawi.lang.people import load_people
from rawi.lang.speech import is_that, load_cues
from rawi.name.closing_names import ends_name
from rawi.name.doubtful_names import speaks, tells_somebody
from rawi.name.families import has_common_word, is_family_name
from rawi.name.hearers import names_hearers
from rawi.name.joined_words import is_governed
from rawi.name.places import load_places
from rawi.name.roles import heads_role
from rawi.name.words import (
    SIGNS,
    is_closed,
    is_foreign_word,
    is_name_word,
    is_small,
    is_surname_word,
)

_SHORTEST_TRADE = 5  # letters

# Frames of the cues that take whom they are said to as their object.
_TO_ONE = frozenset({"request", "person"})


class Opening(NamedTuple):
    """Where a name begins and what shows it: `start` is its first token, titles left out.

    `clitic` letters of the first token stand before the name; `by_role` tells that a role stands there.
    """

    start: int
    evidence: str
    clitic: int = 0
    by_role: bool = False


_LONGEST_ROLE = 4  # tokens of a role before a comma and its name


def find_surname_end(
    words: tuple[str, ...], at: int, opening: Opening, last: int, language: str
) -> int:
    """The token after the surname at a token; 0 when there is none."""
    if words[at] in load_people(language).particles and at > opening.start:
        return 0
    title = load_people("fa").titles.find(words, at) if language == "fa" else None
    tailed = at + 1 < last and words[at + 1] in load_people(language).surname_tails
    if title is not None and not title.value.weak and not tailed:
        return 0  # «بیمارستان نور | سرگرد …», but «جمشید سرهنگ پور»
    if language == "fa" and _is_no_surname(words, at, last):
        return 0
    if _is_shown(words, at, opening, last, language):
        return at + 1
    if is_surname_word(words, at, language):
        return 0 if language == "ar" and _is_thing(words, at, opening, last) else at + 1
    if language == "ar" and words[at - 1] in load_foreign_names() and is_foreign_word(words, at):
        return at + 1  # «آدم لامبرت»: no feminine past
    if language == "ar" and at == opening.start and opening.evidence == "title":
        described = words[at] in get_grammar("ar").words["describing"]  # السيدة الخمسينية
        return 0 if described else at + 1  # السيد راي
    if at == opening.start or not words[at][0].isalpha() or is_closed(words[at], language):
        return 0
    sure = opening.evidence in ("given", "title")
    sure = sure or (
        language == "fa" and tailed and load_people(language).surname_tails[words[at + 1]] is False
    )
    if tailed and len(words[at]) > 2 and sure:
        return at + 2  # نوید کوره پز, «سحر قاضی زاده»
    family = (
        _is_family_name(words, at, opening)
        or _is_arabic_trade(words, at, opening, last, language)
        or _is_daughters(words[at], language)
    )
    family = family or (
        language == "fa"
        and _is_behind_given(words, opening.start, at)
        and (_is_before_role(words, at, opening, last) or is_trade_name(words, at, last))
        and (at == opening.start + 1 or not _heads_after(words, at, last))
    )
    return at + 1 if family else 0


def _is_shown(words: tuple[str, ...], at: int, opening: Opening, last: int, language: str) -> bool:
    """Tell whether by what stands behind it a word of any meaning is the surname."""
    if _is_who_speaks(words, at, opening, last, language):
        return True
    if language == "fa":
        return _is_set_apart(words, at, opening, last)
    # «الوزير أنس | خطاب أن»
    return at > opening.start and ends_name(words, opening.start, at, last)


def end_of_first(words: tuple[str, ...], start: int, language: str) -> int:
    """The token after the first name of a person, which may be of two words: «عبد الله | نجار», «أم كلثوم | حداد»."""
    people = load_people(language)
    given = people.given_names.find(words, start)
    if given is not None:
        return given.end
    return start + (2 if people.particles.get(words[start]) else 1)


def _leads(words: tuple[str, ...], at: int, last: int) -> bool:
    """Tell whether a Persian word is an office with what that is over behind it, and no surname: «معاون عمران | وزیر کشور», not «سامان وزیر گفت»."""
    leads = words[at] in get_grammar("fa").words["leaders"] | {"وزیر"}
    office = leads and at + 1 < last
    grammar = get_grammar("fa")
    small = grammar.object_markers | grammar.conjunctions | grammar.verbs
    behind = words[at + 1] if office else "،"
    over = behind.isalpha() and not is_small(behind, "fa") and behind not in small
    return over and load_cues("fa").find(words, at + 1) is None


def _heads_after(words: tuple[str, ...], at: int, last: int) -> bool:
    """Tell whether right behind a word stands a role: «هانیه نوری | دستیار وزیر»."""
    return at + 1 < last and heads_role(words, at + 1, "fa")


def _is_behind_given(words: tuple[str, ...], start: int, at: int) -> bool:
    """Tell whether a Persian word stands right behind the given names a name opens with, of one or two words: «علی اکبر | خوشنویس»."""
    given = load_people("fa").given_names
    end = end_of_first(words, start, "fa")
    while end < at and (name := given.find(words, end)):
        end = name.end
    return end == at


def _is_who_speaks(
    words: tuple[str, ...], at: int, opening: Opening, last: int, language: str
) -> bool:
    """Tell whether after a sure given name a word of any meaning is the surname of who speaks: «شهناز چوپان گفت», «قالت هدى البحر إنّ»."""
    behind = at == opening.start + 1 if language == "fa" else at > opening.start
    if not behind or opening.evidence != "given" or not words[at].isalpha():
        return False
    if language == "ar" and (words[at].startswith("لل") or is_governed(words[at])):
        return False  # «أكدت زينب بن يوسف للصحفيين أن»
    if language == "ar" and at > end_of_first(words, opening.start, "ar"):
        body = words[at] in load_people("ar").organisations.alone
        borne = words[at] in load_known_names("ar").perhaps_surnames
        if body or (has_common_word((words[at],), "ar") and not borne):
            return False  # «لخصت هدى سالم المشهد: «…»», «ناشد إدريس عبد الجواد شركة «…»»
    end, borne = at + 1, language == "ar" and words[at] in load_known_names("ar").surnames
    governed = opening.start > 0 and words[opening.start - 1] in get_grammar("ar").prepositions
    # «قال رامي الخطيب للمدربة», «إلى رامي الخطيب أنّ»
    told = borne and (governed or tells_somebody(words, opening.start, end, last))
    spoken = told or speaks(words, opening.start, end, last, language)
    return spoken and not is_closed(words[at], language)


def _is_set_apart(words: tuple[str, ...], at: int, opening: Opening, last: int) -> bool:
    """Tell whether behind a given name and before a comma a word ends what a comma begins behind a role: «طراح لباس، زهره بافنده، …»."""
    begin = opening.start
    if opening.evidence != "given" or at != begin + 1 or at + 1 >= last or words[at + 1] != "،":
        return False
    if words[begin - 1 : begin] != ("،",) or not words[at].isalpha() or is_closed(words[at], "fa"):
        return False
    near = range(max(0, begin - 1 - _LONGEST_ROLE), begin - 1)
    return any(heads_role(words, i, "fa") for i in near)


def _is_thing(words: tuple[str, ...], at: int, opening: Opening, last: int) -> bool:
    """Tell whether after two parts of a name a common noun follows: «ثمّنت السيدة ورق آرا حفاوة الاستقبال», «وصف وليد جبور المباراة»."""
    if at <= end_of_first(words, opening.start, "ar"):
        return False
    if words[at].startswith("ال"):
        # «وصف المدرب وليد جبور المباراة», «نفى وائل زهدي الشائعات»
        noun = not words[at].endswith("ی") and not is_family_name(words[at], "ar")
        many = names_people(words[at][2:], "ar")  # «طمأنت هدى سالم المرضى»
        return noun or many or has_common_word((words[at],), "ar")
    if words[at].endswith("ه") and takes_article(words[at]):
        return not is_family_name(words[at], "ar")  # «تلا سليم عبود وصية جدّه»
    if at + 1 >= last or not words[at + 1].startswith("ال"):
        return False
    noun = takes_article(words[at]) and not heads_role(words, at, "ar")
    return noun and not heads_role(words, at + 1, "ar")


def _is_family_name(words: tuple[str, ...], at: int, opening: Opening) -> bool:
    """Tell whether after title or role and a given name a common word is a surname: الدكتور أنيس الخطيب."""
    if not words[at].startswith("ال") or not words[at - 1][0].isalpha() or names_act(words[at]):
        return False
    known = load_people("ar").given_names.find((words[at - 1],), 0)
    return opening.evidence == "title" or (known is not None and opening.by_role)


def _is_daughters(word: str, language: str) -> bool:
    """Tell whether an Arabic word is a family's name as women bear it, no adjective: الكثيرية."""
    return language == "ar" and word.endswith("یه") and is_family_name(word, "ar")


def _is_arabic_trade(
    words: tuple[str, ...], at: int, opening: Opening, last: int, language: str
) -> bool:
    """Tell whether a trade right after a given name is the surname: لمياء حدّاد, «وصل رائد النجار إلى»; with the article one that is a surname first of all."""
    if language != "ar" or at != end_of_first(words, opening.start, language):
        return False
    if words[at].startswith("ال"):
        known = load_known_names("ar")
        given = words[opening.start] in known.given
        borne = words[at] in known.surnames or (
            words[at] in known.perhaps_surnames and _ends_before(words, at + 1, last)
        )
        return given and borne and not _tells_trade(words, opening.start)
    bordered = at + 1 >= last or not words[at + 1][0].isalnum() or is_small(words[at + 1], "ar")
    bordered = bordered or words[at + 1].startswith("ف") or names_hearers(words, at + 1)
    bordered = bordered or heads_role(words, at + 1, "ar")
    bordered = bordered or _is_borne(words, at, opening)
    return bordered and words[at] in load_people("ar").roles.alone


def _is_borne(words: tuple[str, ...], at: int, opening: Opening) -> bool:
    """Tell whether a trade without the article that families bear is the surname before whatever stands behind: «استهلّت الدكتورة ريما | حدّاد الجلسة»; not «سامي نجّار القرية».

    A woman bears a man's trade only as her surname: «سلمى | صيّاد الجائزة».
    """
    known, people = load_known_names("ar"), load_people("ar")
    given = people.given_names.find(words, opening.start)
    woman = given is not None and given.value.gender == "f"
    role = people.roles.find((words[at],), 0)
    if woman and role is not None and role.value.gender == "m":
        return words[at] not in get_grammar("ar").words["offices"]
    titled = opening.evidence == "title" or opening.by_role
    of_place = words[at + 1 : at + 2] != () and _is_of_neighbours(words[at + 1])
    return words[at] in known.surnames and (titled or not of_place)


def _is_of_neighbours(word: str) -> bool:
    """Tell whether a word is the place whose people know a trade's man: القرية, الحي."""
    return word in get_grammar("ar").words["neighbours"]


def _ends_before(words: tuple[str, ...], at: int, last: int) -> bool:
    """Tell whether at a token a comma, «that» or a role without the article stands: «قال أحمد الوكيل | رئيس الغرفة»."""
    if at >= last:
        return False
    role = heads_role(words, at, "ar") and not words[at].startswith("ال")
    return words[at] in "،," or is_that(words[at]) or role


def _tells_trade(words: tuple[str, ...], start: int) -> bool:
    """Tell whether before a given name a verb is told to somebody, who may be called by his trade: «سأل سالم | النجار»."""
    hit = load_cues("ar").find(words, start - 1) if start else None
    return (
        hit is not None and hit.value.shape == "verb" and not _TO_ONE.isdisjoint(hit.value.frames)
    )


def _is_no_surname(words: tuple[str, ...], at: int, last: int) -> bool:
    """Tell whether a Persian word behind a name tells an age, an office or a look: «نیلوفر | هفت ساله گفت», «معاون عمران | وزیر کشور», «گردوکار | نگاهی به او انداخت»."""
    return is_age(words[at]) or _leads(words, at, last) or gives_look(words, at, last)


def gives_look(words: tuple[str, ...], at: int, last: int) -> bool:
    """Tell whether a Persian word is what is given, thrown or done to somebody, and no surname: «نگاهی | به همسایه انداخت», «سری تکان داد»."""
    own = get_grammar("fa").words["own_things"]
    return (
        words[at].endswith("ی")
        and words[at][:-1] in own
        and at + 1 < last
        and words[at + 1] == "به"
    )


def is_trade_name(words: tuple[str, ...], at: int, last: int) -> bool:
    """Tell whether after a given name a trade is a surname: «نوشین سکهشناس، مدیر موزه», «سلمان دریابان رئیس سازمان», «تورج خیاط، …»."""
    if not _is_trade(words[at]):
        return False
    if at + 1 >= last or not words[at + 1][0].isalnum():
        return True
    if load_people("fa").organisations.find(words, at + 1):
        return False  # «هانیه نوری | حسابدار شرکت»
    if load_places("fa").find(words, at) or words[at + 1] in get_grammar("fa").object_markers:
        return False  # «کوروش رازبان | تهران را …»
    sets = get_grammar("fa").words
    if words[at + 1] in sets["copulas"] or words[at + 1] in sets["light_verbs"]:
        return load_cues("fa").find(words, at + 1) is not None  # «سارا معلم شد»
    return heads_role(words, at + 1, "fa") or not is_name_word(words, at + 1, "fa")


@lru_cache(maxsize=65536)
def _is_trade(word: str) -> bool:
    """Tell whether a Persian word is a trade people are called by: سکهشناس, خیاط, معمار; no office as رئیس."""
    trades = get_grammar("fa").words["trades"]
    if word in trades:
        return True
    if len(word) >= _SHORTEST_TRADE and word.endswith(tuple(trades)):
        return True
    known = load_known_names("fa")
    role = load_people("fa").roles.find((word,), 0)
    borne = word in known.surnames or word in known.perhaps_surnames
    return role is not None and not role.value.relation and borne


def _is_before_role(words: tuple[str, ...], at: int, opening: Opening, last: int) -> bool:
    """Tell whether a common word between a given name and a role, or a trade before a border, is the surname.

    «ولید معلم، وزیر خارجه», «کوروش نگارنده وکیل گالری», «گلمحمد چوپان کنار آتش»: a role would have its complement.
    So is an adjective behind a pause: «…، محمد نظامی مدیر موزه».
    """
    if opening.evidence != "given" or at + 2 >= last:
        return False
    if words[at + 1] == "،" and heads_role(words, at + 2, "fa"):
        return True
    office = heads_role(words, at + 1, "fa")
    paused = opening.start == 0 or words[opening.start - 1] in SIGNS
    if office and paused and words[at].endswith("ی"):
        return True
    return (office or is_small(words[at + 1], "fa")) and heads_role(words, at, "fa")
