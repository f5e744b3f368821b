"""Find people: by a title, a given name, or a role beside the name; then again by what was learned."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rawi.lang.common import load_common, takes_article
from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.lang.reading import Reading
from rawi.name.aged_names import find_name_by_age
from rawi.name.beside_roles import find_name_by_role
from rawi.name.found import FoundName
from rawi.name.name_ends import Opening, find_name_end
from rawi.name.places import load_places
from rawi.name.roles import find_role_after, find_role_before
from rawi.name.words import is_everyday, is_foreign_word, is_name_word, is_surname_word

_TITLED = 3  # the strength of a name a title shows
_RECALLED = 2  # letters; a shorter surname is too like other words to be looked for


class KnownNames(NamedTuple):
    """What a document taught: its people's surnames as token sequences by first token, and given names."""

    surnames: dict[str, tuple[tuple[str, ...], ...]]
    given: frozenset[str]


def find_persons(reading: Reading, first: int, last: int, language: str) -> Iterator[FoundName]:
    """Yield the people among tokens [first, last) that a title, given name or role shows."""
    i = first
    while i < last:
        opening = _open(reading.words, i, last, language)
        name = opening and _read_name(reading, i, opening, first, last, language)
        name = name or find_name_by_role(reading, i, first, last, language)
        if name is None and language == "fa":
            name = find_name_by_age(reading, i, first, last)
        if name:
            yield name
            i = name.last
        else:
            i += 1


def _open(words: tuple[str, ...], at: int, last: int, language: str) -> Opening | None:
    """Tell whether a name begins at a token, by a title or a given name."""
    people = load_people(language)
    i, strong = at, False
    while i < last:
        hit = people.titles.find(words, i)
        if hit is None:
            break
        i, strong = hit.end, strong or not hit.value.weak
    if i > at:
        if i >= last or not (
            is_name_word(words, i, language)
            or (language == "ar" and strong and _may_follow(words, i))
        ):
            return None
        given = people.given_names.find(words, i)
        if not given and at and words[at - 1] in get_grammar(language).demonstratives:
            return None  # «تلك السيدة ظهراً»: a lady, no title
        if language == "ar" and not given and _is_object(words, i, last):
            return None
        return (
            Opening(i, "title") if strong or given or _is_full(words, i, last, language) else None
        )
    given = people.given_names.find(words, at)
    if given:
        if not is_name_word(words, at, language):
            # علی is على too, once the dots are lost: another sure word of a name must follow.
            sure = at + 1 < last and people.given_names.find(words, at + 1) is not None
            return Opening(at, "weak") if sure else None
        return Opening(at, "weak" if given.value.weak else "given")
    return _open_otherwise(words, at, last, language)


def _is_object(words: tuple[str, ...], at: int, last: int) -> bool:
    """Tell whether a feminine noun with a genitive follows a title: «تلا القاضي لائحة الاتهام»."""
    genitive = at + 1 < last and words[at + 1].startswith("ال")
    return genitive and words[at].endswith("ه") and takes_article(words[at])


def _open_otherwise(words: tuple[str, ...], at: int, last: int, language: str) -> Opening | None:
    """Tell whether a name begins with a particle (أبو مازن), or with a given name something is joined to (وسهيل)."""
    people = load_people(language)
    if at + 1 < last and people.particles.get(words[at]):
        given = people.given_names.find(words, at + 1)
        return Opening(at, "given") if given and not given.value.weak else None
    then = words[at][0] == "ف" and words[at] not in load_common("ar")  # فمنيجه, not فعلي
    if language == "ar" and (words[at][0] in "ول" or then) and len(words[at]) > 3:
        given = people.given_names.find((words[at][1:],), 0)
        if given and is_name_word((words[at][1:],), 0, language):
            return Opening(at, "weak" if given.value.weak else "given", 1)
    return None


def _may_follow(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a word right after «السيد» is a name although it looks like a verb: السيد راي."""
    word = words[at]
    people = load_people("ar")
    known = people.roles.find((word.removeprefix("ال"),), 0) or people.organisations.find(
        (word,), 0
    )
    grammar = get_grammar("ar")
    small = word in grammar.prepositions or word in grammar.subordinators
    return word.isalpha() and not word.startswith(("ال", "لل")) and known is None and not small


def _is_full(words: tuple[str, ...], at: int, last: int, language: str) -> bool:
    """Tell whether after a weak title (قاضی, الحاج) two words of a name and then an end follow."""
    if at + 2 >= last or not all(is_surname_word(words, at + k, language) for k in (0, 1)):
        return False
    return not words[at + 2][0].isalnum() or not is_name_word(words, at + 2, language)


def _read_name(
    reading: Reading, at: int, opening: Opening, first: int, last: int, language: str
) -> FoundName | None:
    """Read the name that begins at an opening; None when it turns out to be none."""
    words = reading.words
    before = find_role_before(reading, at, first, language)
    held = before is not None and not _is_relation(words, before, language)
    end = find_name_end(words, opening._replace(by_role=held), last, language)
    if end <= opening.start:
        return None
    role = find_role_after(reading, end, last, language)
    if before and _is_relation(words, before, language):
        before = None
    # After a comma an Arabic list goes on with the next role; before the name it is surely his.
    role = before if before and (role is None or words[end] in "،,") else role
    if opening.evidence == "weak" and (role is None or end - opening.start < 2):
        return None
    strength = 3 if opening.evidence == "title" else 2
    rule = f"{language}.{'given' if opening.evidence == 'weak' else opening.evidence}"
    return FoundName(opening.start, end, "PER", rule, role, strength, opening.clitic)


def _is_relation(words: tuple[str, ...], role: tuple[int, int], language: str) -> bool:
    """Tell whether a role names a relation of the person after it: مادر آرمین, but not محامية الدفاع ريتا خوري."""
    if language == "ar" and role[1] - role[0] > 1 and words[role[1] - 1].startswith("ال"):
        return False
    bare = get_grammar(language).bare(words[role[0]])
    hit = load_people(language).roles.find((bare, *words[role[0] + 1 : role[1]]), 0)
    return hit is not None and bool(hit.value.relation)


def learn_names(reading: Reading, found: Sequence[FoundName]) -> KnownNames:
    """Learn from full names which single words name someone in this document."""
    surnames: set[tuple[str, ...]] = set()
    given: set[str] = set()
    for name in found:
        words = reading.words[name.first : name.last]
        words = (words[0][name.clitic :], *words[1:])
        surnames.add(words)
        if name.rule.startswith("fa.") and name.role is None and name.strength < _TITLED:
            # «ستاره سریال»: of a name nothing but a given name shows, a common word is recalled nowhere.
            tails = {words[k:] for k in range(1, len(words))}
            given.update(words[:1] if len(words) > 1 else ())
            surnames |= {t for t in tails if len(t) > 1 or t[0] not in load_common("fa")}
            continue
        if len(words) > 1:
            given.add(words[0])
            surnames.add(words[1:])
        if len(words) > 2 and words[-1] not in load_people("ar").surname_tails:
            surnames.add(words[-1:])
    common = {s for s in surnames if len(s) == 1 and is_everyday(s[0])}
    surnames -= common
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for surname in sorted(surnames, key=lambda s: (-len(s), s)):
        if len("".join(surname)) > _RECALLED:
            by_first.setdefault(surname[0], []).append(surname)
    return KnownNames(
        {word: tuple(rows) for word, rows in by_first.items()},
        frozenset(word for word in given if len(word) > _RECALLED + 1),
    )


def _may_be_given(words: tuple[str, ...], at: int, language: str) -> bool:
    """Tell whether a word may be the given name before a known surname: «قضاها أنطون كريستوف», «پروین رودباری»."""
    if language == "fa":
        return load_people("fa").given_names.find(words, at) is not None
    if words[at][0] in "ولب" or load_places("ar").find(words, at):
        return False
    return is_foreign_word(words, at)


def recall_persons(
    reading: Reading, first: int, last: int, language: str, known: KnownNames
) -> Iterator[FoundName]:
    """Yield the people among tokens [first, last) whose name the document has taught."""
    words = reading.words
    proclitics = get_grammar(language).proclitics
    for i in range(first, last):
        word = words[i]
        for clitic in ("", *proclitics):
            if not word.startswith(clitic):
                continue
            form = word[len(clitic) :]
            surname = next(
                (s for s in known.surnames.get(form, ()) if words[i + 1 : i + len(s)] == s[1:]),
                None,
            )
            if surname and i + len(surname) <= last:
                end = i + len(surname)
                role = find_role_after(reading, end, last, language)
                before = find_role_before(reading, i, first, language)
                if before and not _is_relation(words, before, language):
                    role = before
                alone = len(surname) == 1 and not clitic and i > first
                start = i - 1 if alone and _may_be_given(words, i - 1, language) else i
                yield FoundName(start, end, "PER", f"{language}.known", role, 0, len(clitic))
                break
            if form in known.given:
                yield FoundName(i, i + 1, "PER", f"{language}.known", None, 0, len(clitic))
                break
