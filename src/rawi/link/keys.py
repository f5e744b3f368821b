"""Take from a document the keys by which reports of one event find each other, in either language.

Stage *link*, before stories. A key is the same string whichever language it was read from; its first
character tells the family:

* `#` a number, `@` a Latin word, `d` a day the text names
* `s` a stem, for words both languages share (مدارس)
* `k` the consonants of a word (`lang/names.py`), for names
* `L` an Arabic stem: in Arabic the word's own, in Persian its translations by the lexicon
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log1p

from rawi.facts import AnnotatedDocument, Timex
from rawi.lang.folding import squeeze
from rawi.lang.lexicon import translate_word
from rawi.lang.names import make_word_key
from rawi.lang.numbers import read_digits
from rawi.lang.stems import list_bare, list_stems
from rawi.link.letters import PAGE_RESIDUE

LINKED_LANGUAGES = ("fa", "ar")
COMMON = (
    "="  # family of what two reports both name (`common_facts.py`): for passages, not for stories
)
COUNT_DIGITS = 3
ONCE = round(log1p(1), COUNT_DIGITS)  # the dampened count of a key that occurs once
_TOKEN = re.compile(r"\d+(?:[.,٫٬/]\d+)*|[^\W\d_]+")  # numbers and words
_SHORTEST_KEY = 3  # consonants of a word
_LAST_LATIN = "\u024f"

# What a shared key of each family is worth; found by hand on half of the documents of parallel.tsv, with
# the lexicon of the other half (design page "links", section 2, gives the families).
FAMILY_WEIGHT = {"#": 2.0, "@": 1.0, "d": 2.0, "s": 0.5, "k": 1.0, "L": 2.0}


@dataclass(frozen=True, slots=True)
class StoryKeys:
    """The keys of one document with how often each occurs (dampened), its language and its day if known."""

    document: str
    language: str
    counts: Mapping[str, float]
    day: str | None = None


def take_keys(annotated: AnnotatedDocument) -> StoryKeys:
    """Take the keys of a whole document, page residue left out; none for a language that is not linked."""
    language = annotated.language
    counts: dict[str, float] = {}
    if language in LINKED_LANGUAGES:
        counts = _count_keys(_blank_residue(annotated), language)
        for timex in annotated.dates:
            if _is_day(timex):
                counts[f"d{timex.earliest}"] = 1.0
    day = annotated.anchor.day.isoformat() if annotated.anchor.day else None
    dampened = {key: round(log1p(count), COUNT_DIGITS) for key, count in counts.items()}
    return StoryKeys(annotated.document.id, language, dampened, day)


def take_passage_keys(text: str, language: str) -> dict[str, float]:
    """Take the keys of a piece of text, for aligning passages.

    >>> sorted(key for key in take_passage_keys("٤٢ كتاباً", "ar") if key[0] in "#s")
    ['#42', 'sتاب', 'sتابا', 'sکتاب', 'sکتابا']
    """
    return {key: log1p(count) for key, count in _count_keys(text, language).items()}


def _blank_residue(annotated: AnnotatedDocument) -> str:
    """Return the repaired text without menus, footers and codes, and without stamps.

    A stamp is a day in digits with its clock: its day is a key already, and the numbers in it tell nothing of the event.
    A chat has one in each line.
    """
    text = annotated.text.repaired
    residue = [part.span for part in annotated.parts if part.kind in PAGE_RESIDUE]
    stamps = [t.span for t in annotated.dates if t.rule == "numeric" and t.grain == "time"]
    for start, end in (*residue, *stamps):
        text = text[:start] + "\n" * (end - start) + text[end:]
    return text


def _is_day(timex: Timex) -> bool:
    """Tell whether a date names one day; relative ones lean on the anchor, and say nothing of their own."""
    return (
        timex.earliest is not None and timex.earliest == timex.latest and timex.kind == "absolute"
    )


def _count_keys(text: str, language: str) -> dict[str, float]:
    """The keys of a text with the sum of their weights."""
    counts: dict[str, float] = {}
    for token, times in Counter(_TOKEN.findall(squeeze(text))).items():
        for key, weight in _read_token(token, language):
            counts[key] = counts.get(key, 0.0) + weight * times
    return counts


@lru_cache(maxsize=65536)
def _read_token(word: str, language: str) -> tuple[tuple[str, float], ...]:
    """The keys of one word or number with their weight."""
    if word[0].isdigit():
        number = read_digits(word)
        return ((f"#{number}", 1.0),) if number else ()
    found: list[tuple[str, float]] = []
    if word[0] <= _LAST_LATIN:
        found.append((f"@{word}", 1.0))
        consonants = {make_word_key(word)}
    else:
        stems = list_stems(word, language)
        found += [(f"s{stem}", 1.0) for stem in stems]
        found += _translate(word, language)
        consonants = set(map(make_word_key, stems))
    found += [(f"k{name}", 1.0) for name in sorted(consonants) if len(name) >= _SHORTEST_KEY]
    return tuple(found)


def _translate(word: str, language: str) -> Iterator[tuple[str, float]]:
    """Yield the Arabic stems of a word with how sure they are."""
    if language == "ar":
        yield from ((f"L{stem}", 1.0) for stem in list_bare(word, language))
    else:
        yield from ((f"L{stem}", strength) for stem, strength in translate_word(word).items())
