"""Find organisations by their head noun and the words that depend on it: «وزارت آب», «اتحاد الشطرنج»."""

from collections.abc import Iterator

from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.lang.reading import Reading
from rawi.name.found import FoundName
from rawi.name.persons import is_name_word

_LONGEST = 6
_INNER = {"fa": frozenset({"و"}), "ar": frozenset()}
_OPENERS = frozenset('«"“')
_CLOSERS = frozenset('»"”')


def find_organisations(
    reading: Reading, first: int, last: int, language: str
) -> Iterator[FoundName]:
    """Yield organisations among tokens [first, last): a head noun and at least one word of its name."""
    words = reading.words
    heads = load_people(language).organisations
    grammar = get_grammar(language)
    i = first
    while i < last:
        bare = (grammar.bare(words[i]), *words[i + 1 : i + 3])
        definite = language == "ar" and bare[0] != words[i]
        hit = heads.find(bare, 0)
        if hit is None:
            i += 1
            continue
        end = _organisation_end(words, i + hit.end, last, language)
        if end > i + hit.end or definite:
            yield FoundName(i, end, "ORG", f"{language}.organisation.{hit.value}")
        i = max(end, i + 1)


def _organisation_end(words: tuple[str, ...], at: int, last: int, language: str) -> int:
    """Where an organisation's name ends; a name in marks is taken whole."""
    i = at
    while i < last and i - at < _LONGEST:
        if words[i] in _OPENERS:
            closer = next((k for k in range(i + 1, min(last, i + 6)) if words[k] in _CLOSERS), None)
            return closer + 1 if closer else i
        joins = words[i] in _INNER[language] and i + 1 < last and i > at
        if not joins and not (is_depending(words, i, language)):
            break
        i += 1
    while i > at and words[i - 1] in _INNER[language]:
        i -= 1
    return i


def is_depending(words: tuple[str, ...], at: int, language: str) -> bool:
    """Tell whether a word may depend on an organisation's head."""
    grammar = get_grammar(language)
    if language == "ar" and words[at] in grammar.not_names and words[at].startswith("ال"):
        return True
    if words[at] in (
        "ملی",
        "کل",
        "عمومی",
        "کشور",
        "استان",
        "امور",
        "فنی",
        "پژوهشی",
        "آموزشی",
        "شهر",
    ):
        return True
    return (
        is_name_word(words, at, language)
        or load_people(language).organisations.find(words, at) is not None
    )
