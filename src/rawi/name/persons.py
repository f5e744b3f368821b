"""Find people: by a title, a given name, or a role beside the name; then again by what was learned."""

from collections.abc import Iterator

from rawi.lang.called_outlets import find_outlet_name
from rawi.lang.common import is_rare, load_common, takes_article
from rawi.lang.grammar import get_grammar
from rawi.lang.known_names import load_known_names
from rawi.lang.nouns import tells_manner
from rawi.lang.people import load_people
from rawi.lang.reading import Reading
from rawi.lang.verbs import is_verb
from rawi.name.beside_roles import find_name_by_role
from rawi.name.doubtful_names import is_predicate, shows_itself, speaks
from rawi.name.families import has_noun, is_family_name, is_plain
from rawi.name.found import FoundName
from rawi.name.kin_names import find_name_of_kin
from rawi.name.learned_names import KnownNames
from rawi.name.name_ends import find_name_end
from rawi.name.named_after import end_of_namesake
from rawi.name.no_beginnings import begins_no_name, tells_how
from rawi.name.openings import find_opening
from rawi.name.places import load_places
from rawi.name.roles import find_role_after, find_role_before, is_possessed_role
from rawi.name.sequel_names import find_name_by_sequel
from rawi.name.surnames import Opening, is_trade_name
from rawi.name.words import (
    SIGNS,
    is_foreign_word,
    is_name_word,
    is_small,
    is_surname_word,
    joins_clauses,
)

_DOUBTFUL = ("weak", "perhaps")
_BEFORE_VERBS = frozenset({"لم", "لن", "لا"})
_TAKING_SOMEONE = ("meeting", "speaking_to", "wishing")  # sets of verbs
# Who is asked or faced in court.
_PARTIES = frozenset({"متهم", "متهمه", "شاهد", "شاهده", "مدعی", "مدعیه", "موقوف", "موقوفه"})


def find_persons(reading: Reading, first: int, last: int, language: str) -> Iterator[FoundName]:
    """Yield the people among tokens [first, last) that a title, given name or role shows."""
    i = first
    while i < last:
        if language == "ar" and (outlet := find_outlet_name(reading.words, i)) is not None:
            i = outlet[0]
            continue
        if language == "ar" and begins_no_name(reading.words, i, first, last):
            i += 1
            continue
        if language == "ar" and (end := end_of_namesake(reading.words, i, last)) is not None:
            i = end
            continue
        if language == "fa" and tells_manner(reading.words[i]):
            i += 1  # «مالک | غرغرکنان بلیتی برداشت»
            continue
        opening = find_opening(reading.words, i, first, last, language)
        if opening and language == "fa" and joins_clauses(reading.words, i):
            opening = None  # «باران آمد ولی | X رفت»
        name = opening and _read_name(reading, i, opening, first, last, language)
        if name is None or name.role is None:
            by_role = find_name_by_role(reading, i, first, last, language)
            name = by_role if name is None or (by_role and by_role.last == name.last) else name
        if name is None and language == "fa":
            name = find_name_by_sequel(reading, i, first, last)
            name = name or find_name_of_kin(reading, i, first, last)
        if name:
            yield name
            i = name.last
        else:
            i += 1


def _read_name(
    reading: Reading, at: int, opening: Opening, first: int, last: int, language: str
) -> FoundName | None:
    """Read the name that begins at an opening; None when it turns out to be none."""
    words = reading.words
    before = find_role_before(reading, at, first, language)
    if before is not None and language == "ar" and tells_how(words, before[1] - 1, last):
        before = None  # «وزير الثقافة ناعياً | فوزي خضر»
    held = before is not None and not _is_relation(words, before, language)
    end = find_name_end(words, opening._replace(by_role=held), last, language)
    if end <= opening.start:
        return None
    role = find_role_after(reading, end, last, language)
    theirs = before is not None and language == "ar" and is_possessed_role(words[at - 1])
    if before and _is_relation(words, before, language):
        before = None
    # After a comma an Arabic list goes on with the next role; before the name it is surely his.
    if (
        role is not None
        and language == "ar"
        and (_is_done_to(words, role, at, end) or _meets_another(words, role, before, end))
    ):
        role = None
    role = before if before and (role is None or words[end] in "،,") else role
    if opening.evidence in _DOUBTFUL and not (
        end - opening.start > 1
        and (
            theirs  # «زميله رامي الحداد»
            or (role and _is_told(words, opening, end, role, language))
            or shows_itself(words, opening.start, end, first, last, language)
        )
    ):
        return None
    # «منير القمر في الليل»: moonlight; «فرماندار خرم تنگ»: of a town
    told = role is not None and (language == "ar" or role[0] >= end)
    alone = opening.evidence == "given" and not told and end - opening.start == 2
    trade = language == "fa" and is_trade_name(words, end - 1, last)
    plain = alone and not trade and is_plain(words[end - 1], language)
    if plain and not speaks(words, opening.start, end, last, language):
        return None
    if alone and language == "fa" and is_predicate(words, end - 1, first):
        return None
    strength = 3 if opening.evidence == "title" else 2
    rule = f"{language}.{'title' if opening.evidence == 'title' else 'given'}"
    return FoundName(opening.start, end, "PER", rule, role, strength, opening.clitic)


def _is_done_to(words: tuple[str, ...], role: tuple[int, int], at: int, end: int) -> bool:
    """Tell whether right behind the name of someone in office a party to a case stands, who is another: «واجه القاضي نبيل مرزوقي | المتهم بالصور»."""
    grammar = get_grammar("ar")
    led = any(grammar.bare(words[i]) in grammar.words["offices"] for i in (at - 1, at) if i >= 0)
    head = words[role[0]]
    return led and role[0] == end and head.startswith("ال") and head[2:] in _PARTIES


def _meets_another(
    words: tuple[str, ...], role: tuple[int, int], before: tuple[int, int] | None, end: int
) -> bool:
    """Tell whether right behind the name of someone in office whom a verb of meeting leads the role of him stands whom he meets: «استقبلت وزيرة الري هدى سالم | رئيس الاتحاد، نادر حداد»."""
    if before is None or role[0] != end or before[0] == 0 or before[1] > end:
        return False
    verb, sets = words[before[0] - 1].lstrip("وف"), get_grammar("ar").words
    forms = {verb, verb.removesuffix("ت")}
    return any(not forms.isdisjoint(sets[name]) for name in _TAKING_SOMEONE)


def _is_told(
    words: tuple[str, ...], opening: Opening, end: int, role: tuple[int, int], language: str
) -> bool:
    """Tell whether a role beside a name shows it; one before it and a word that is seldom a name may be a role and its genitive.

    «امام جمعهٔ گلبرگ», «مدیر موزهٔ نگار», «نقيب صيادي البحيرة»
    """
    if role[0] >= end:
        return True
    if opening.evidence == "weak":
        given = load_people(language).given_names
        weak = (found := given.find(words, opening.start)) is not None and found.value.weak
        surname = is_rare(words[opening.start + 1]) and not given.find(words, opening.start + 1)
        surname = surname or (language == "fa" and _may_be_family(words, opening.start + 1, end))
        return language == "ar" or not weak or surname
    return language == "ar" and not has_noun(words[opening.start + 1 : end], language)


def _may_be_family(words: tuple[str, ...], at: int, end: int) -> bool:
    """Tell whether the rest of a Persian name is one word that people are called by, no common one and no place: «رئیس مرکز آمار خورشید | کرزی»."""
    word = words[at]
    borne = word in load_known_names("fa").perhaps_surnames and word not in load_common("fa")
    return end == at + 1 and borne and load_places("fa").find(words, at) is None


def _is_relation(words: tuple[str, ...], role: tuple[int, int], language: str) -> bool:
    """Tell whether a role names a relation of the person after it: مادر آرمین, but not محامية الدفاع ريتا خوري, المحامية ريتا خوري."""
    definite = words[role[0]].startswith("ال") or (
        role[1] - role[0] > 1 and words[role[1] - 1].startswith("ال")
    )
    if language == "ar" and definite:
        return False
    bare = get_grammar(language).bare(words[role[0]])
    hit = load_people(language).roles.find((bare, *words[role[0] + 1 : role[1]]), 0)
    return hit is not None and bool(hit.value.relation)


def _may_be_given(words: tuple[str, ...], at: int, language: str, known: KnownNames) -> bool:
    """Tell whether a word may be the given name before a known surname: «قضاها أنطون كريستوف», «پروین رودباری»."""
    if language == "fa":
        given = load_people("fa").given_names.find(words, at) is not None
        return given or words[at : at + 2] in known.full or _opens_unknown(words, at)
    if words[at][0] in "ولب" or load_places("ar").find(words, at):
        return False
    if at and words[at - 1].lstrip("وف") in _BEFORE_VERBS:
        return False  # «لم تكن | كريستوف»
    if words[at : at + 1] in known.surnames.get(words[at], ()) and words[at] not in known.given:
        return False  # «سألت بيريرا | مانويل»
    return is_foreign_word(words, at)


def _opens_unknown(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a rare Persian word that is no title or role opens a clause: «رزینا | آبگیر»."""
    people, word = load_people("fa"), words[at]
    if at > 0 and words[at - 1][0].isalnum():
        return False
    ranked = people.titles.find(words, at) or people.roles.find(words, at)
    return not ranked and word.isalpha() and is_rare(word) and is_name_word(words, at, "fa")


def recall_persons(
    reading: Reading, first: int, last: int, language: str, known: KnownNames
) -> Iterator[FoundName]:
    """Yield the people among tokens [first, last) whose name the document has taught."""
    for i in range(first, last):
        word = reading.words[i]
        clitics = [c for c in get_grammar(language).proclitics if word[0] == c]
        for clitic in ("", *clitics):
            bare = word[len(clitic) :]
            if not (bare in known.surnames or bare in known.given or word in known.common):
                continue
            name = _recall_surname(reading, i, first, last, language, known, len(clitic))
            name = name or _recall_given(reading, i, last, language, known, len(clitic))
            if name is not None:
                yield name
                break


def _recall_surname(
    reading: Reading,
    at: int,
    first: int,
    last: int,
    language: str,
    known: KnownNames,
    clitic: int,
) -> FoundName | None:
    """Find a surname the document has taught behind `clitic` letters of a token, with the given name and the role beside it."""
    words = reading.words
    surnames = known.surnames.get(words[at][clitic:], ())
    surname = next((s for s in surnames if words[at + 1 : at + len(s)] == s[1:]), None)
    if surname is not None and language == "ar" and _is_office_told(words, at):
        return None  # «وتابع | الأمين العام للاتحاد»
    if surname is None and _is_titled(words, at, first, known):
        surname = (words[at],)
    if surname is None or at + len(surname) > last:
        return None
    end = at + len(surname)
    given = language == "fa" and load_people("fa").given_names.find(surname, 0)
    if given and len(surname) == 1 and _follows_given(words, end, last, language):
        end += 1  # «نگین پرتوی که …»: called by the given name alone before
    role = find_role_after(reading, end, last, language)
    before = find_role_before(reading, at, first, language)
    if before and not _is_relation(words, before, language):
        role = before
    alone = len(surname) == 1 and not clitic and at > first
    start = at - 1 if alone and _may_be_given(words, at - 1, language, known) else at
    return FoundName(start, end, "PER", f"{language}.known", role, 0, clitic)


def _is_office_told(words: tuple[str, ...], at: int) -> bool:
    """Tell whether at a token an Arabic office with its adjective stands, whose word somebody is called too: «الأمين العام»."""
    head = words[at].removeprefix("ال")
    whole = head != words[at] and words[at + 1 : at + 2] != ()
    adjective = whole and words[at + 1] in get_grammar("ar").words["body_adjectives"]
    return adjective and load_people("ar").roles.find((head,), 0) is not None


def _is_titled(words: tuple[str, ...], at: int, first: int, known: KnownNames) -> bool:
    """Tell whether a surname that is a common word too stands behind a title: «خانم سفید قانع نشده است»."""
    if words[at] not in known.common or at == first:
        return False
    title = load_people("fa").titles.find(words, at - 1)
    return title is not None and title.end == at


def _recall_given(
    reading: Reading, at: int, last: int, language: str, known: KnownNames, clitic: int
) -> FoundName | None:
    """Find a given name the document has taught behind `clitic` letters of a token."""
    words = reading.words
    if words[at][clitic:] not in known.given or _heads_office(words, at, last):
        return None
    end = at + 1
    if not clitic and _follows_given(words, end, last, language):
        end += 1
    return FoundName(at, end, "PER", f"{language}.known", None, 0, clitic)


def _heads_office(words: tuple[str, ...], at: int, last: int) -> bool:
    """Tell whether a given name is rather the head of an Arabic office: «أمين سرّ النادي»."""
    if at + 2 >= last or words[at] not in load_people("ar").roles.alone:
        return False
    of_what = words[at + 1]
    noun = takes_article(of_what) and not is_small(of_what, "ar") and not is_verb(of_what)
    return noun and get_grammar("ar").bare(words[at + 2]) != words[at + 2]


def _follows_given(words: tuple[str, ...], at: int, last: int, language: str) -> bool:
    """Tell whether a family's name stands at a token, after a given name the document has told."""
    if at >= last or not is_name_word(words, at, language):
        return False
    if is_family_name(words[at], language):
        return True
    bordered = at + 1 < last and (words[at + 1] in SIGNS or is_small(words[at + 1], "fa"))
    return language == "fa" and bordered and is_surname_word(words, at, "fa") and is_rare(words[at])
