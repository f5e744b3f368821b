"""Find Arabic names no table knows by their surname, which the text has alone as well: «تفتح نينو غفاريدزه الخلية. … ترعى غفاريدزه 140 خلية»."""

from collections.abc import Mapping
from functools import lru_cache

from rawi.lang.common import load_arabic_counts, takes_article
from rawi.lang.people import load_people
from rawi.lang.verbs import is_verb
from rawi.name.places import heads_place, load_places
from rawi.name.unknown_openings import heads_name
from rawi.name.words import is_closed, is_name_word

_SHORTEST = 4  # letters of a surname
_RARE = 32  # tenths of the logarithm: once and a half in a million words
_CLITICS = "وفلب"
_JOINED = ("", *_CLITICS)
_IN = frozenset({"فی", "وفی", "بین", "قرب"})
_PREFIXES = ("و", "ف", "ل", "ب", "ک", "س")
_SUFFIXES = ("", "ه", "ها", "هم", "هن", "هما", "نا", "ی", "ک", "کم", "ا", "ات", "ون", "ین", "ان", "وا", "ت")  # fmt: skip


def find_arabic_pair(
    words: tuple[str, ...], at: int, first: int, seen: Mapping[str, set[str]]
) -> int | None:
    """Where a name begins that ends in the rare words at a token and behind it, the second of which stands elsewhere without the first; None where none does."""
    if not (_is_unheard(words[at + 1]) and _stands_alone(words, at + 1, seen)):
        return None
    if not _is_pair(words, at, first):
        return None
    return at - _has_middle(words, at, first)


def _stands_alone(words: tuple[str, ...], at: int, seen: Mapping[str, set[str]]) -> bool:
    """Tell whether a word stands elsewhere behind another than here, and never where a place stands: «في نارستان», «مدينة نارستان»."""
    word = words[at]
    if word[0] in _CLITICS and word[1:] in seen:
        return False  # «قالت سالم | لأوكانيا»
    before = set().union(*(seen.get(clitic + word, set()) for clitic in _JOINED))
    located = not _IN.isdisjoint(before) or any(heads_place(w, "ar") for w in before)
    return not located and bool(before - {words[at - 1]})


def _is_pair(words: tuple[str, ...], at: int, first: int) -> bool:
    """Tell whether two words, the second of which no text has, are rather a name than anything else: no place, and not what a body or place is called by."""
    family = words[at + 1]
    if is_closed(family, "ar"):
        return False
    if family[0] == "و" or family.endswith("یه"):
        return False  # «إيرليج | وهرنان», «سيول | حطامية»
    if at > first and heads_name(words[at - 1], "ar"):
        return False
    places = load_places("ar")
    if any(places.find(form, 0) for form in (words[at : at + 2], (family,), (family[1:],))):
        return False  # «باسيفيك | بميكرونيسيا»
    return _may_be_given(words, at)


def _has_middle(words: tuple[str, ...], at: int, first: int) -> bool:
    """Tell whether the word before a pair is a name of the same person: «آنا | ماريا غفاريدزه»."""
    return at > first and words[at - 1] in load_people("ar").given_names.alone


def _may_be_given(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a word may be the first of a name: known as one, nothing else, or seldom written and no noun."""
    word, people = words[at], load_people("ar")
    if not is_name_word(words, at, "ar") or word.startswith(("ال", "لل")) or word.endswith("ات"):
        return False
    if word in people.titles.alone or _is_present(word):
        return False
    if word in people.given_names.alone:
        return True
    joined = word[0] == "و"
    return load_arabic_counts().get(word, 0) < _RARE and not (joined or is_verb(word))


def _is_present(word: str) -> bool:
    """Tell whether a word is a verb of now, of whomever: تقف, أسأل."""
    return word[0] in "اتین" and any(is_verb(first + word[1:]) for first in "یت")


@lru_cache(maxsize=65536)
def _is_unheard(word: str) -> bool:
    """Tell whether texts have no such word, nor what it could be made of: غفاريدزه, فالاديم; not لجارتها, سيستأنفون.

    >>> [_is_unheard(word) for word in ("غفاریدزه", "فالادیم", "لجارتها", "سیستانفون")]
    [True, True, False, False]
    """
    if len(word) < _SHORTEST or not word.isalpha() or word.isascii():
        return False
    counts = load_arabic_counts()
    if word in counts:
        return False
    fronts = {word, *(word.removeprefix(p) for p in _PREFIXES if word.startswith(p))}
    stems = {f.removesuffix(s) for f in fronts for s in _SUFFIXES if f.endswith(s)}
    stems |= {stem[:-1] + "ه" for stem in stems if stem.endswith("ت")}
    long = (stem for stem in stems if len(stem) >= _SHORTEST - 1)
    return not any(counts.get(stem, 0) >= _RARE or takes_article(stem) for stem in long)
