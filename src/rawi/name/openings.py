"""Tell where a person's name begins, and what shows it: a title, a given name, a particle, a father's name."""

from rawi.lang.common import (
    is_rare,
    load_arabic_counts,
    takes_article,
    without_joined_lam,
)
from rawi.lang.double_names import is_double_name
from rawi.lang.grammar import get_grammar
from rawi.lang.known_names import load_known_names
from rawi.lang.nicknames import given_behind_title
from rawi.lang.nouns import heads_people, names_people
from rawi.lang.people import load_people
from rawi.lang.speech import is_that
from rawi.lang.verb_names import is_verb_of_her
from rawi.lang.verbs import is_verb
from rawi.name.closing_names import is_ali, is_titled_ali
from rawi.name.families import is_family_name
from rawi.name.joined_words import is_governed, tells_manner_by_bi
from rawi.name.no_openings import is_another_word
from rawi.name.places import heads_place, load_places
from rawi.name.roles import heads_role
from rawi.name.surnames import Opening
from rawi.name.told_openings import is_told
from rawi.name.unknown_openings import heads_name, open_arabic, open_joined, open_persian
from rawi.name.words import (
    DEARS,
    SIGNS,
    is_closed,
    is_name_word,
    is_someone_who,
    is_surname_word,
)

_RANKS = frozenset({"سردار"})
_SURNAME_ENDS = ("ی", "یان", "زاده", "پور", "نژاد", "فر", "نیا")
_IN_GODS_NAME = ("بسم", "الله")
_SONS = frozenset({"بن", "بنت"})
_MAURITANIAN = frozenset({"ولد", "منت"})
_SIR = "سر"  # also the head, and at: «سر میز»
_WITH = frozenset({"به", "با"})
_MOST_ADJECTIVES = 2
_DOUBLES = frozenset({"امیر"})
_TEAMS = frozenset({"للفریق"})  # a general's title too
_COURTEOUS = frozenset({"سید", "سیده", "انسه"})
_FARTHEST = 6  # words between someone and how he is called
_IN = frozenset({"فی", "لدی"})


def find_opening(
    words: tuple[str, ...], at: int, first: int, last: int, language: str
) -> Opening | None:
    """Tell whether a name begins at a token, by a title or a given name."""
    if not words[at][0].isalpha() or words[at : at + 2] == _IN_GODS_NAME:
        return None
    people = load_people(language)
    if language == "fa" and _is_parted_double(words, at, last):
        return Opening(at, "given")
    i, strong = _skip_titles(words, at, last, language)
    if i > at:
        return _open_titled(words, at, i, last, strong, language)
    if _is_named(words, at, first, language):
        return Opening(at, "title")
    given = people.given_names.find(words, at)
    if given and given.end - at == 1 and words[at] in people.particles:
        given = None
    if given is None or (language == "fa" and heads_place(words[at], "fa")):  # «بندر لاجورد»
        other = _open_otherwise(words, at, first, last, language)
        return None if other and _is_no_name(words, at, first, last, language) else other
    if _is_no_name(words, at, first, last, language):
        return None
    if given.end - at == 1 and not is_name_word(words, at, language):
        # علی is على too, once the dots are lost: another sure word of a name must follow.
        return Opening(at, "weak") if _is_followed(words, at + 1, last, language) else None
    doubtful = given.value.weak or (at > first and heads_name(words[at - 1], language))
    if language == "ar":
        # فادي is also فأدّى, but no verb follows a verb.
        verb = is_verb(words[at]) and not (at > first and is_verb(words[at - 1]))
        doubtful = doubtful or verb or _is_definite_noun(words[at])
    return Opening(at, "weak" if doubtful else "given")


def _skip_titles(words: tuple[str, ...], at: int, last: int, language: str) -> tuple[int, bool]:
    """The token after the titles that begin at one, and whether one of them is no word of another meaning."""
    titles, i, strong = load_people(language).titles, at, False
    if language == "ar" and words[at].startswith("لل"):
        joined = titles.find((without_joined_lam(words[at]), *words[at + 1 : at + 3]), 0)
        # «وفقاً للسيد كول»; not «مدربة للفريق الأول لموسمين»
        if joined is not None and words[at] not in _TEAMS:
            i, strong = at + joined.end, not joined.value.weak
    while i < last and (hit := titles.find(words, i)) is not None:
        if i > at and language == "fa" and _is_parted_double(words, i, last):
            break
        i, strong = hit.end, strong or not hit.value.weak
    return i, strong


def _is_no_name(words: tuple[str, ...], at: int, first: int, last: int, language: str) -> bool:
    """Tell whether what may be a given name is a verb here, or a place, month or day."""
    if language == "ar":
        if words[at] == "امه" and not (at + 1 < last and words[at + 1].startswith("ال")):
            return True  # «سأل الصبي أمه ليلى», no «أمة الرحمن»
        if is_told(words, at, first, last) or is_verb_of_her(words, at):
            return True
        if _is_in_office(words, at, first, last):
            return True
        return at > first and _is_place_somebody_is_in(words, at, last)
    return is_another_word(words, at, first, last)


def _is_in_office(words: tuple[str, ...], at: int, first: int, last: int) -> bool:
    """Tell whether a name that is an office too, with the article, stands before a sure given name and another word of one, and behind no office: «قال المختار | جورج خوري», not «الوزير المختار محمد يحيى».

    >>> _is_in_office(("قال", "المختار", "جورج", "خوري"), 1, 0, 4), _is_in_office(("قال", "المختار", "بن", "علی"), 1, 0, 4)
    (True, False)
    """
    people = load_people("ar")
    if not words[at].startswith("ال") or words[at][2:] not in people.roles.alone or at + 2 >= last:
        return False
    before = words[at - 1] if at > first else ""
    named = before != "" and (heads_name(before, "ar") or before in people.given_names.alone)
    if named or (before != "" and heads_role(words, at - 1, "ar")):
        return False
    given = people.given_names.find(words, at + 1)
    sure = given is not None and not given.value.weak and given.end < last
    if given is None or not sure:
        return False
    known = words[given.end] in load_known_names("ar").surnames
    return known or is_surname_word(words, given.end, "ar")


def _is_place_somebody_is_in(words: tuple[str, ...], at: int, last: int) -> bool:
    """Tell whether behind «في» a place that is a given name too stands before a name: «سفير الدولة في تشاد | سامي الحداد»."""
    placed = words[at - 1] in _IN and load_places("ar").find(words, at) is not None
    return (
        placed and at + 1 < last and load_people("ar").given_names.find(words, at + 1) is not None
    )


def _is_parted_double(words: tuple[str, ...], at: int, last: int) -> bool:
    """Tell whether a Persian double name begins at a token that is a title too: «امیر محمد کریمی», not «امیر سرتیپ محمد کریمی»."""
    if words[at] not in _DOUBLES or at + 1 >= last:
        return False
    given = load_people("fa").given_names
    second = given.find(words, at + 1)
    joined = given.find((words[at] + words[at + 1],), 0)
    return second is not None and joined is not None and not joined.value.weak


def _open_titled(
    words: tuple[str, ...], at: int, start: int, last: int, strong: bool, language: str
) -> Opening | None:
    """Tell whether a name begins after the titles that begin at a token; a weak one needs a given name, or a full name and a border."""
    if start >= last or not (
        is_name_word(words, start, language)
        or (language == "ar" and strong and _may_follow(words, start))
        or (language == "ar" and strong and is_titled_ali(words, start, last))
        or (language == "fa" and strong and _is_weak_given(words, start, last))
    ):
        return None
    if language == "ar" and _are_people(words, start):
        return None  # «خاطب البابا | الحشود», «شيخ | صيادي اللؤلؤ»
    if language == "fa" and (is_someone_who(words, start) or _is_dear(words, start)):
        return None  # «مهندس | جوانی که …», «پدر | جان، بنشینید»
    if language == "ar":
        start = _behind_adjectives(words, start, last)
    given = load_people(language).given_names.find(words, start)
    if not given and at and words[at - 1] in get_grammar(language).demonstratives:
        return None  # «تلك السيدة ظهراً»: a lady, no title
    if language == "ar" and not given and _is_object(words, start, last):
        return None
    if language == "ar" and not given and tells_manner_by_bi(words[start]):
        return None  # «سألت المهندس | بحدة»
    if language == "fa" and words[start - 1] == _SIR and not given and not is_rare(words[start]):
        return None  # «سر | سفرهٔ ناهار، X گفت»
    shown = strong or given or _is_full(words, start, last, language)
    shown = shown or (language == "fa" and is_double_name(words[start]))  # «مشهدی | صفرعلی»
    shown = shown or (language == "fa" and _is_ranked(words, at, start))
    return Opening(start, "title") if shown else None


def _is_dear(words: tuple[str, ...], at: int) -> bool:
    """Tell whether behind a title «جان» only says that one is dear, and is no John: «پدر | جان، …», not «آقای | جان، …».

    >>> _is_dear(("پدر", "جان", "،"), 1), _is_dear(("پدر", "جان", "راس"), 1)
    (True, False)
    """
    after = words[at + 1 : at + 2]
    return words[at] in DEARS and words[at - 1] != "اقای" and SIGNS.issuperset(after)


def _is_ranked(words: tuple[str, ...], at: int, start: int) -> bool:
    """Tell whether a Persian rank that is a given name too stands before what is hardly anything but a surname: «سردار محمدیان», not «سردار آزمون»."""
    surname = words[start].endswith(_SURNAME_ENDS) and is_family_name(words[start], "fa")
    return surname and words[at] in _RANKS and start == at + 1


def _are_people(words: tuple[str, ...], at: int) -> bool:
    """Tell whether behind a title several people stand, and no name: «الحشود», «صيادي اللؤلؤ»."""
    of_whom = words[at + 1 : at + 2]
    many = of_whom != () and of_whom[0].startswith("ال") and heads_people(words[at])
    return many or names_people(words[at].removeprefix("ال"), "ar")


def _is_weak_given(words: tuple[str, ...], at: int, last: int) -> bool:
    """Tell whether behind a sure Persian title a word of another meaning is the given name: «سردار پیام کریمی»."""
    given = load_people("fa").given_names.find(words, at)
    return given is not None and at + 1 < last and is_surname_word(words, at + 1, "fa")


def _behind_adjectives(words: tuple[str, ...], start: int, last: int) -> int:
    """Where the name begins behind what tells more of an Arabic title: «المهندس البحري المتقاعد | إبراهيم الساعي», «المهندس الألماني | هانس فيلدر»."""
    given = load_people("ar").given_names
    if given.find(words, start):
        return start
    at = start
    while at < last and at - start < _MOST_ADJECTIVES and words[at].startswith("ال"):
        at += 1
    name = given.find(words, at) if start < at < last else None
    if name is not None and not name.value.weak and is_name_word(words, at, "ar"):
        return at
    return start + 1 if _is_origin(words, start, last) else start


def _is_origin(words: tuple[str, ...], at: int, last: int) -> bool:
    """Tell whether after a title an adjective of relation stands before the name: «المهندس الألماني هانس فيلدر»."""
    word = words[at]
    if not (word.startswith("ال") and word.endswith(("ی", "یه"))) or at + 1 >= last:
        return False
    given, after = load_people("ar").given_names, words[at + 1]
    if is_family_name(word, "ar"):
        return False
    other = is_verb(after) or takes_article(after) or is_governed(after)
    unknown = not (other or after.startswith("ال")) and is_name_word(words, at + 1, "ar")
    return unknown or given.find(words, at + 1) is not None


def _is_definite_noun(word: str) -> bool:
    """Tell whether an Arabic word is as often seen without its article: «البئر», which is ألبير too."""
    counts = load_arabic_counts() if word.startswith("ال") else {}
    return word in counts and counts.get(word[2:], 0) >= counts[word]


def _is_followed(words: tuple[str, ...], at: int, last: int, language: str) -> bool:
    """Tell whether a sure word of a name stands at a token."""
    if at >= last:
        return False
    given = load_people(language).given_names.find(words, at)
    if given or words[at - 1] in get_grammar(language).prepositions:
        # «على السنطور»: on it
        return given is not None or (language == "ar" and is_ali(words, at - 1, last))
    return is_family_name(words[at], language)


def _is_object(words: tuple[str, ...], at: int, last: int) -> bool:
    """Tell whether a feminine noun with a genitive follows a title: «تلا القاضي لائحة الاتهام»."""
    genitive = at + 1 < last and words[at + 1].startswith("ال")
    return genitive and words[at].endswith("ه") and takes_article(words[at])


def _open_otherwise(
    words: tuple[str, ...], at: int, first: int, last: int, language: str
) -> Opening | None:
    """Tell whether a name begins with a particle (أبو مازن), with a word that is seldom a given name, or with one nobody knows."""
    if language == "fa" and given_behind_title(words[at]):
        return Opening(at, "title")  # «مش رجب», written as one word
    people = load_people(language)
    if at + 1 < last and people.particles.get(words[at]):
        given = people.given_names.find(words, at + 1)
        if given and not given.value.weak:
            return Opening(at, "given")
        return Opening(at, "weak") if _is_open(words, at + 1, language) else None
    joined = open_joined(words, at) if language == "ar" else None  # «لميسون بن يوسف»
    if joined is not None:
        return joined
    if _has_father(words, at, last, language):
        return Opening(at, "given")
    if people.perhaps_given.find(words, at) and not heads_name(words[at], language):
        role = people.roles.find((get_grammar(language).bare(words[at]),), 0)
        known = is_name_word(words, at, language) or (
            role is None and _is_followed(words, at + 1, last, language)
        )
        return Opening(at, "perhaps") if known else None
    if language == "fa":
        return open_persian(words, at, first, last)
    return open_arabic(words, at, first, last)


def _is_open(words: tuple[str, ...], at: int, language: str) -> bool:
    """Tell whether a word may be a part of a name when another shows that it is one."""
    return words[at].isalpha() and len(words[at]) > 1 and not is_closed(words[at], language)


def _has_father(words: tuple[str, ...], at: int, last: int, language: str) -> bool:
    """Tell whether «بن» and a father's name follow a word: «خليفة بن حمد», «كريم بن زعيمة»; but «قهوة بن طازجة»."""
    if at + 2 >= last or not is_name_word(words, at, language):
        return False
    if language == "ar" and words[at + 1] in _MAURITANIAN:
        # «الوزير الناني ولد اشروقة»; not «الطفل ولد أمس»
        return is_surname_word(words, at + 2, "ar") and not takes_article(words[at + 2])
    if words[at + 1] not in _SONS:
        return False
    people = load_people(language)
    father = people.given_names.find(words, at + 2) or is_family_name(words[at + 2], language)
    if father:
        return not heads_place(words[at], language)
    known = people.given_names.find(words, at) or people.perhaps_given.find(words, at)
    return known is not None and is_surname_word(words, at + 2, language)


def _is_named(words: tuple[str, ...], at: int, first: int, language: str) -> bool:
    """Tell whether right before a word someone is said to be so called: «مردی به نام …», «رجل يدعى …», «امرأة اسمها …»."""
    i = at - 1
    if i <= first or words[i] not in get_grammar(language).words["named"]:
        return False
    if not is_name_word(words, at, language):
        return False
    if language == "fa" and words[i - 1] in _WITH:
        i -= 1
    if language == "ar" and words[i - 1] in "،,":
        # «صاحبة مقهى في الحي، تُدعى رجوى الصمّان»: behind a comma only a whole name, or a given one alone
        alone = words[at] in load_people("ar").given_names.alone
        if at + 1 >= len(words) or not (
            is_name_word(words, at + 1, "ar") or (alone and words[at + 1] in "،,")
        ):
            return False
        i -= 1
    anyone = get_grammar(language).words["named_people"]
    roles, indefinites = load_people(language).roles, get_grammar(language).indefinites
    for k in range(i - 1, max(first, i - _FARTHEST) - 1, -1):
        bare = get_grammar(language).bare(words[k])
        stem = bare.removesuffix("ی") if language == "fa" else bare
        if bare in anyone or stem in anyone or bare in roles.alone or stem in roles.alone:
            return True
        if language == "ar" and words[k] in indefinites:
            return True  # «أحد الحاضرين، ويُدعى …»
        if words[k] in SIGNS:
            return False
    return False


def _may_follow(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a word right after «السيد» is a name although it looks like a verb: السيد راي."""
    word = words[at]
    people = load_people("ar")
    known = word.removeprefix("ال") in people.roles.alone or word in people.organisations.alone
    grammar = get_grammar("ar")
    small = is_closed(word, "ar") or word in grammar.words["he_is"]
    small = small and not _is_bordered(words, at)
    return word.isalpha() and not word.startswith(("ال", "لل")) and not (known or small)


def _is_bordered(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a small word stands between «السيد» and a sure border: it is the name of one from abroad, «قال السيد | لي إنّ», «السيدة | فليس: …»."""
    after = words[at + 1] if at + 1 < len(words) else "."
    courteous = words[at - 1].removeprefix("لل").removeprefix("ال") in _COURTEOUS
    return courteous and len(words[at]) > 1 and (after in SIGNS or is_that(after))


def _is_full(words: tuple[str, ...], at: int, last: int, language: str) -> bool:
    """Tell whether after a weak title (قاضی, الحاج) two words of a name and then an end follow."""
    if at + 2 >= last or not all(is_surname_word(words, at + k, language) for k in (0, 1)):
        return False
    if language == "ar" and (words[at].startswith("ال") or is_verb(words[at])):
        return False  # «الفريق الأوروبي الحظ», «الفريق أضاع فرصتين»
    return not words[at + 2][0].isalnum() or not is_name_word(words, at + 2, language)
