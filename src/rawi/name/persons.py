"""Find people: by a title, by a given name, by a role before the name; then again by what was learned."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.lang.reading import Reading
from rawi.lang.speech import load_cues
from rawi.name.found import FoundName
from rawi.name.roles import find_role_after, find_role_before

_LONGEST_NAME = 4


class KnownNames(NamedTuple):
    """What a document taught: surnames and given names of its people, as token sequences."""

    surnames: frozenset[tuple[str, ...]]
    given: frozenset[str]


def find_persons(reading: Reading, first: int, last: int, language: str) -> Iterator[FoundName]:
    """Yield the people among tokens [first, last) that a title, given name or role shows."""
    people = load_people(language)
    words = reading.words
    i = first
    while i < last:
        start = _after_titles(words, i, last, language)
        evidence = "title" if start > i else None
        if evidence is None and _opens_name(words, i, last, language):
            evidence = "given"
        if evidence is None:
            i += 1
            continue
        end = _name_end(words, start, last, language, titled=evidence == "title")
        if evidence == "given" and not _is_sure(reading, start, end, last, language):
            end = start
        if end > start:
            role = find_role_after(reading, end, last, language) or find_role_before(
                reading, i, first, language
            )
            relation = role and people.roles.find(words, role[0])
            if relation and relation.value.relation and role and role[1] <= i:
                role = None
            yield FoundName(start, end, "PER", f"{language}.{evidence}", role)
        i = max(end, i + 1)


def learn_names(reading: Reading, found: Sequence[FoundName]) -> KnownNames:
    """Learn from full names which single words name someone in this document."""
    surnames: set[tuple[str, ...]] = set()
    given: set[str] = set()
    for name in found:
        words = reading.words[name.first : name.last]
        if len(words) == 1:
            surnames.add(words)
        else:
            given.add(words[0])
            surnames.add(words[1:])
            surnames.add(words)
    return KnownNames(
        frozenset(s for s in surnames if len("".join(s)) > 2),
        frozenset(word for word in given if len(word) > 3),
    )


def recall_persons(
    reading: Reading, first: int, last: int, language: str, known: KnownNames
) -> Iterator[FoundName]:
    """Yield the people among tokens [first, last) whose name the document has taught."""
    words = reading.words
    proclitics = get_grammar(language).proclitics
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for surname in sorted(known.surnames, key=len):
        by_first.setdefault(surname[0], []).append(surname)
    for i in range(first, last):
        word = words[i]
        for form in (word, *(word[1:] for clitic in proclitics if word.startswith(clitic))):
            for surname in by_first.get(form, ()):
                if i + len(surname) <= last and words[i + 1 : i + len(surname)] == surname[1:]:
                    role = find_role_after(reading, i + len(surname), last, language)
                    yield FoundName(i, i + len(surname), "PER", f"{language}.known", role)
            if form in known.given:
                yield FoundName(i, i + 1, "PER", f"{language}.known", None)


def _after_titles(words: Sequence[str], at: int, last: int, language: str) -> int:
    """The token after the titles that stand at a token."""
    titles = load_people(language).titles
    i = at
    while i < last:
        hit = titles.find(tuple(words[i : i + 4]), 0)
        if hit is None:
            break
        i += hit.end
    return i


def _opens_name(words: tuple[str, ...], at: int, last: int, language: str) -> bool:
    """Tell whether a given name stands at a token and another word of a name after it."""
    hit = load_people(language).given_names.find(words, at)
    if hit is None and language == "ar" and words[at].startswith("و"):
        hit = load_people(language).given_names.find((words[at][1:],), 0)
    if hit is None or at + 1 >= last:
        return False
    return is_name_word(words, at + 1, language)


def _is_sure(reading: Reading, start: int, end: int, last: int, language: str) -> bool:
    """Tell whether a given name opens a name here: a common word needs a role beside it."""
    words = reading.words
    if end - start < 2:
        return False
    hit = load_people(language).given_names.find(words, start)
    if hit is None or not hit.value.weak:
        return True
    return (
        find_role_after(reading, end, last, language) is not None
        or find_role_before(reading, start, max(0, start - 8), language) is not None
    )


def _name_end(words: tuple[str, ...], start: int, last: int, language: str, *, titled: bool) -> int:
    """Where a name that begins at a token ends."""
    people = load_people(language)
    end = start
    surname_seen = False
    while end < last and end - start < _LONGEST_NAME and is_name_word(words, end, language):
        given = people.given_names.find(words, end) is not None
        tail = words[end] in people.surname_tails
        if surname_seen and not tail:
            break
        end += 1
        if not given and not tail and end - start >= 2:
            surname_seen = True
        if not given and end - start == 1 and not titled:
            break
    return end


def is_name_word(words: tuple[str, ...], at: int, language: str) -> bool:
    """Tell whether a word may belong to a person's name: an open-class word that is nothing else we know."""
    grammar = get_grammar(language)
    people = load_people(language)
    word = words[at]
    if not word[0].isalpha() or len(word) < 2:
        return False
    if (
        word in grammar.prepositions
        or word in grammar.conjunctions
        or word in grammar.subordinators
        or word in grammar.adverbs
        or word in grammar.pronouns
        or word in grammar.object_markers
        or word in grammar.not_names
        or word in grammar.verbs
        or word in grammar.occasions
        or word in grammar.demonstratives
    ):
        return False
    if load_cues(language).find(words, at) is not None:
        return False
    bare = (grammar.bare(word), *words[at + 1 : at + 3])
    if people.roles.find(bare, 0) or people.organisations.find(bare, 0):
        return False
    if language == "ar":
        return not (
            word.startswith(("لل", "بال", "وال", "فال"))
            or (word.startswith("و") and people.given_names.find((word[1:],), 0) is not None)
        )
    return (
        not word.startswith(("می", "نمی")) or len(word) < 5 or not word.endswith(("د", "ند", "م"))
    )
