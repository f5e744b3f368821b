"""Find organisations by their head noun and the words that depend on it: «وزارت آب», «اتحاد الشطرنج»."""

from collections.abc import Iterator

from rawi.lang.called_outlets import find_outlet_name, load_outlet_names
from rawi.lang.folding import squeeze
from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.lang.reading import Reading
from rawi.lang.speech import load_cues
from rawi.name.found import FoundName
from rawi.name.organisation_ends import (
    describes_body,
    names_proper,
    read_arabic_end,
    read_persian_end,
)

_SURE = 3
# Adverbs of time that are the names of outlets too: «خبرگزاری آینهٔ روز»; before a weekday or a number they are not.
_OUTLET_TIMES = frozenset(map(squeeze, ("روز", "امروز", "فردا", "صبح", "عصر", "شب")))


def find_organisations(
    reading: Reading, first: int, last: int, language: str
) -> Iterator[FoundName]:
    """Yield organisations among tokens [first, last): a head noun with what depends on it, or الاتحاد alone."""
    words = reading.words
    heads = load_people(language).organisations
    grammar, known = get_grammar(language), heads.first_words()
    i = first
    while i < last:
        bare = grammar.bare(words[i])
        hit = heads.find((bare, *words[i + 1 : i + 3]), 0) if bare in known else None
        clitic = 0
        if hit is None and language == "ar" and words[i][0] in "ولب" and words[i][1:] in known:
            hit = heads.find((words[i][1:], *words[i + 1 : i + 3]), 0)
            clitic = 1
        told = language == "ar" and i > first and words[i - 1] == "ما"  # «ما نشره موقع X»
        if hit is None or told:
            outlet = _read_outlet(words, i, language)
            if outlet is not None:
                yield outlet
            i = outlet.last if outlet else i + 1
            continue
        at = i + hit.end
        # «للجنة» is «for» and either «لجنة» or «اللجنة»
        either = clitic == 1 and bare != words[i]
        definite = language == "ar" and bare != words[i] and not either
        end = _read_end(words, at, last, language, definite=definite)
        if hit.value.weak and not definite and not names_proper(words, at, end, language):
            end = at
        if hit.value.kind == "outlet" and language == "fa":
            end = _outlet_end(words, at, end, last)
        named = hit.end > 1  # «هلال احمر», «خفر السواحل» need no more words
        if either and _is_definite_here(words, at, end):
            definite, clitic = True, 0
        if end > at or definite or named:
            rule = f"{language}.{hit.value.kind}"
            yield FoundName(i, end, "ORG", rule, clitic=clitic or _clitic(words[i], definite))
        i = max(end, i + 1)


def _read_outlet(words: tuple[str, ...], at: int, language: str) -> FoundName | None:
    """The outlet called by its name alone at a token: «به رویترز گفت», «قال لرويترز»."""
    if language == "ar":
        named = find_outlet_name(words, at)
        end, joined = named or (at, 0)
    else:
        found = load_outlet_names().find(words, at)
        end, joined = found.end if found else at, 0
    rule = f"{language}.outlet"
    return FoundName(at, end, "ORG", rule, strength=_SURE, clitic=joined) if end > at else None


def _read_end(words: tuple[str, ...], at: int, last: int, language: str, *, definite: bool) -> int:
    """The token after the words that depend on a head."""
    if language == "ar":
        return read_arabic_end(words, at, last, definite)
    return read_persian_end(words, at, last)


def _outlet_end(words: tuple[str, ...], at: int, end: int, last: int) -> int:
    """The token after the name of a Persian outlet, with a word of time and those newspapers are called by."""
    end += _names_outlet(words, end, last)
    return _skip_outlet_words(words, end, last) if end > at else end


def _is_definite_here(words: tuple[str, ...], at: int, end: int) -> bool:
    """Tell whether «للجنة» is «for the committee», as the words behind it show: «للجنة», «للجنة الفنية»; not «للجنة التحكيم»."""
    return end == at or (end == at + 1 and describes_body(words[at]))


def _names_outlet(words: tuple[str, ...], at: int, last: int) -> bool:
    """Tell whether a word of time ends an outlet's name: no weekday, number or noun follows it."""
    if at >= last or words[at] not in _OUTLET_TIMES:
        return False
    after = words[at + 1] if at + 1 < last else "."
    if not after[0].isalnum() or after in get_grammar("fa").verbs:
        return True
    return load_cues("fa").find(words, at + 1) is not None


def _skip_outlet_words(words: tuple[str, ...], at: int, last: int) -> int:
    """The token after the words newspapers are called by: «روزنامهٔ دیلی | میرور»."""
    called = get_grammar("fa").words["outlet_words"]
    return next((i for i in range(at, last) if words[i] not in called), last)


def _clitic(word: str, definite: bool) -> int:
    """How many letters before the article are prefixed: والاتحاد has one; للاتحاد keeps its form."""
    return 1 if definite and not word.startswith(("ال", "لل")) else 0
