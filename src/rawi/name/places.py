"""Find places: in the tables of countries, regions and cities, and any name after a word such as «شهر» or «شارع»."""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from rawi.lang.common import is_rare, load_arabic_counts
from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import is_his_thing
from rawi.lang.persian_verbs import is_participle
from rawi.lang.places import place_codes, place_heads, place_homonyms
from rawi.lang.reading import Lexicon, Reading
from rawi.name.found import FoundName
from rawi.name.marks import in_marks
from rawi.name.words import is_foreign_word, is_name_word

_LONGEST = 2  # words after a head
_IN = "فی"
_UNSEEN = 25  # ten times the logarithm in a billion: three times in ten million words
_LONGEST_UNSEEN = 14  # letters: longer ones are words that lost their blanks
_SHORTEST_KNOWN = 4  # letters; a shorter name is too like other words to be looked for


@cache
def load_places(language: str) -> Lexicon[str]:
    """Load the place names of a language with their codes."""
    return Lexicon(place_codes(language))


def find_places(reading: Reading, first: int, last: int, language: str) -> Iterator[FoundName]:
    """Yield places among tokens [first, last): those of the tables, and names after a head."""
    words = reading.words
    grammar = get_grammar(language)
    homonyms = place_homonyms(language)
    for i in range(first, last):
        if _heads_name(words[i], language):
            yield from _after_head(words, i, last, language)
        if language == "ar" and words[i] == _IN:
            yield from _after_in(words, i + 1, last)
        end = find_place_end(words, i, language)
        if end and end <= last and words[i] not in grammar.prepositions:
            name = _strip(words[i], language)
            if (
                end - i == 1
                and name in homonyms
                and not (i > first and heads_place(words[i - 1], language))
            ):
                continue
            yield FoundName(i, end, "LOC", f"{language}.place", clitic=len(words[i]) - len(name))


def recall_places(
    reading: Reading, first: int, last: int, language: str, known: Iterable[tuple[str, ...]]
) -> Iterator[FoundName]:
    """Yield the places among tokens [first, last) whose name the document has told after a head elsewhere."""
    words = reading.words
    by_first: dict[str, tuple[str, ...]] = {name[0]: name for name in sorted(known)}
    clitics = get_grammar(language).proclitics
    for i in range(first, last) if by_first else ():
        for clitic in ("", words[i][0]) if words[i][0] in clitics else ("",):
            name = by_first.get(words[i].removeprefix(clitic))
            if name and words[i + 1 : i + len(name)] == name[1:] and i + len(name) <= last:
                yield FoundName(i, i + len(name), "LOC", f"{language}.place", clitic=len(clitic))
                break


def _after_in(words: tuple[str, ...], at: int, last: int) -> Iterator[FoundName]:
    """Yield the words after «في» that no list of words has: «في بيركينهيد»."""
    counts = load_arabic_counts()
    end = at
    while (
        end < min(last, at + _LONGEST)
        and _SHORTEST_KNOWN <= len(words[end]) <= _LONGEST_UNSEEN
        and counts.get(words[end], 0) < _UNSEEN
        and not words[end].isascii()
        and is_foreign_word(words, end)
    ):
        end += 1
    if end > at:
        yield FoundName(at, end, "LOC", "ar.place.in")


def learn_places(reading: Reading, found: Iterable[FoundName]) -> set[tuple[str, ...]]:
    """Learn the names of places a document tells, without the heads that belong to them."""
    names = set()
    for place in found:
        if place.rule == "ar.place.in":
            continue  # «ثقتي في فالديراما»: he is no place elsewhere
        words = reading.words[place.first : place.last]
        words = (words[0][place.clitic :], *words[1:])
        for language in ("fa", "ar"):
            if place.rule.startswith(language) and heads_place(words[0], language):
                words = words[1:]
        if words and all(word[0].isalpha() for word in words) and len(words[0]) >= _SHORTEST_KNOWN:
            names.add(words)
    return names


def find_place_end(words: tuple[str, ...], at: int, language: str) -> int | None:
    """The token after a place of the tables."""
    hit = load_places(language).find(words, at)
    if hit:
        return hit.end
    if language == "ar" and words[at][0] in "وبلف" and words[at][1:] in load_places(language):
        hit = load_places(language).find((words[at][1:], *words[at + 1 : at + 4]), 0)
        return at + hit.end if hit else None
    return None


def _strip(word: str, language: str) -> str:
    """The name in a word of the tables, without an Arabic proclitic."""
    if word in load_places(language) or language != "ar":
        return word
    return word[1:]


@lru_cache(maxsize=65536)
def heads_place(word: str, language: str) -> bool:
    """Tell whether a word is the head of a place's name, with or without what Arabic joins to it."""
    return get_grammar(language).bare(word) in place_heads(language) or (
        language == "ar" and word[:1] in "وبلف" and word[1:] in place_heads(language)
    )


def _heads_name(word: str, language: str) -> bool:
    """Tell whether a word is such a head, with or without one letter Arabic joins to it."""
    heads = place_heads(language)
    return word in heads or (language == "ar" and word[0] in "وبلف" and word[1:] in heads)


def _after_head(words: tuple[str, ...], at: int, last: int, language: str) -> Iterator[FoundName]:
    """Yield the place a head at a token names, if an unknown word, or words in marks, follow."""
    heads = place_heads(language)
    clitic = int(words[at] not in heads)
    kept = heads[words[at][clitic:]]
    end = _name_end(words, at + 1, last, language, kept)
    if end > at + 1:
        rule = f"{language}.place"
        yield (
            FoundName(at, end, "LOC", rule, clitic=clitic)
            if kept
            else FoundName(at + 1, end, "LOC", rule)
        )


def _name_end(words: tuple[str, ...], at: int, last: int, language: str, kept: bool) -> int:
    """The token after the name that follows a head; `at` when none does."""
    if at >= last:
        return at
    if kept and (marked := in_marks(words, at, last)):
        return marked
    if language == "ar" and kept and words[at].startswith("ال") and len(words[at]) > 4:
        return at + 1  # ساحة الرمان
    end = at
    while end < last and end - at < _LONGEST and _may_be_place(words, end, language):
        end += 1
    return end


def _may_be_place(words: tuple[str, ...], at: int, language: str) -> bool:
    """Tell whether a word after a head may be a name: a rare word, no adjective; in Arabic not definite."""
    if language == "ar":
        return not words[at].startswith("ال") and is_foreign_word(words, at)
    if is_participle(words[at]) or words[at].endswith("ی"):
        return False  # «در همان خیابان کاشته شد»
    if words[at + 1 : at + 2] == ("را",) and is_his_thing(words[at]):
        return False  # «رئیس ایستگاه | کیفش را بست»
    return is_rare(words[at]) and is_name_word(words, at, "fa")
