"""Past or coming: what the verbs around a date say of it. Asked only for dates without a year and for weekdays."""

import re
from functools import cache
from itertools import pairwise, takewhile
from typing import Literal

import msgspec

from rawi.lang import table_package
from rawi.lang.folding import squeeze
from rawi.lang.verbs import is_verb
from rawi.tables import load_toml

Tense = Literal["past", "future", "unknown"]
_WORD = re.compile(r"[^\W\d_]+")
_REACH = 300  # characters each side in which a verb is looked for: a long clause
_PRESENT_ENDINGS = ("د", "م", "ی")  # of the third and first persons: `می‌رسد`, `می‌رسیم`
_PAST_PLURALS = ("دند", "تند")  # `می‌چیدند`; the few present stems that end so stand in the table
_WISHED = "ب"
_IMPERFECT = (squeeze("ي"), squeeze("ت"), squeeze("س"))
_OBJECTS = (squeeze("هم"), squeeze("ها"), squeeze("ه"))
_SHORT_HEAD = squeeze("سي")
# What is told of a noun in passing, `مردی که متهم به … است،`: the verb of the sentence comes behind it.
_ASIDE = re.compile(r"(?<=\S)\s+که\s[^،,]*[،,]")
# كانوا يحتفلون, كان أهل القرية يقطفون
_HABIT = re.compile(squeeze("كان") + r"(?:وا|ت|ا)?\s+(?:[تی]\w{3,}|(?:\w+\s+){1,3}ی\w+ون\b)")
_QUOTED = re.compile('«[^»]*»|“[^”]*”|"[^"]*"')  # what was said has tenses of its own
_CLAUSE = re.compile(r"[.!?؟؛;:]|\n\n")


class TenseTable(msgspec.Struct, forbid_unknown_fields=True):
    """The contents of `tense.toml`."""

    future: list[str]
    past: list[str]
    future_anywhere: list[str]
    never: list[str] = []
    breaks: list[str] = []
    clitics: list[str] = []
    prefixes: list[str] = []
    prepositions: list[str] = []


class _Signs(msgspec.Struct, frozen=True):
    """Folded signs of tense: whole words, and beginnings."""

    words: dict[str, Tense]
    heads: tuple[str, ...]
    not_heads: tuple[str, ...]
    anywhere: frozenset[str]
    breaks: frozenset[str]
    clitics: tuple[str, ...]
    prefixes: tuple[str, ...]
    prepositions: frozenset[str]


def find_tense(sentence: str, start: int, end: int, language: str) -> Tense:
    """Tell the tense of the clause a date at [start, end) stands in.

    Persian has its verb behind the date, so the first sign behind it decides; Arabic before it, so the last
    sign before it does, and else the first behind it.

    >>> find_tense("نشست شنبه برگزار خواهد شد", 5, 9, "fa")
    'future'
    """
    signs = _signs(language)
    before = _QUOTED.sub(" ", sentence[max(0, start - _REACH) : start])
    after = _QUOTED.sub(" ", sentence[end : end + _REACH])
    found: Tense | None
    if language == "fa":
        clause = squeeze(_CLAUSE.split(after)[0])
        found = _first(_words(_ASIDE.sub(" ", clause)), signs) or _first(_words(clause), signs)
    else:
        found = _first(_words(_CLAUSE.split(before)[-1])[::-1], signs)
        # What is reported or added of the date, behind أن or الذي, has a tense of its own.
        same_clause = takewhile(lambda w: w not in signs.breaks, _words(_CLAUSE.split(after)[0]))
        found = found or _first(list(same_clause), signs)
    if found:
        return found
    around = _words(before + after)
    pairs = (f"{word} {following}" for word, following in pairwise(around))
    return "future" if not signs.anywhere.isdisjoint({*around, *pairs}) else "unknown"


def is_habitual(sentence: str, start: int, end: int, language: str) -> bool:
    """Tell whether the clause of a date tells a habit of the past: `جشن می‌گرفتند`, `كانوا يحتفلون`.

    >>> is_habitual("مردم شب یلدا را جشن می‌گرفتند", 5, 12, "fa")
    True
    """
    if language == "ar":
        before = _QUOTED.sub(" ", sentence[max(0, start - _REACH) : start])
        return bool(_HABIT.search(squeeze(_CLAUSE.split(before)[-1])))
    after = _words(_CLAUSE.split(_QUOTED.sub(" ", sentence[end : end + _REACH]))[0])
    signs = _signs(language)
    for word, following in pairwise([*after, ""]):
        if _of_imperfective(word, following, signs) == "past":
            return True
        if signs.words.get(word) in ("past", "future"):
            return False
    return False


def _words(text: str) -> list[str]:
    """The folded words of a text; joiners are dropped, so `می شود` is one word."""
    return _WORD.findall(squeeze(text))


def _first(words: list[str], signs: _Signs) -> Tense | None:
    """The tense of the first sign among words; behind a preposition (the next word, reading back) stands no verb."""
    for word, following in pairwise([*words, ""]):
        tense = signs.words.get(f"{word} {following}") or signs.words.get(word)
        if tense is None and len(word) > 3 and word.startswith(signs.clitics):
            word = word[1:]
            tense = signs.words.get(word)
        if tense is None and _is_coming_verb(word, signs):
            tense = "future"
        if tense is None:
            tense = _of_imperfective(word, following, signs)
        if tense is None and following not in signs.prepositions and _is_past_verb(word, signs):
            tense = "past"
        if tense in ("past", "future"):
            return tense
    return None


def _is_past_verb(word: str, signs: _Signs) -> bool:
    """Tell whether a word is an Arabic verb of the past, perhaps with its object: `أنقذ`, `التقطته`.

    Present and past look alike in `ت`, so only verbs that begin otherwise are told.
    """
    if signs.prefixes or word.startswith(_IMPERFECT):
        return False
    return is_verb(word) or (len(word) > 5 and any(is_verb(word.removesuffix(o)) for o in _OBJECTS))


def _of_imperfective(word: str, following: str, signs: _Signs) -> Tense | None:
    """The tense of a Persian verb in `می`, joined or apart: `می‌کردند` is past, `می‌بارد` present or coming.

    `ب` before a form that is known (`ببرد`) wishes or expects it.
    """
    if signs.prefixes and word.startswith(_WISHED) and word[1:] in signs.words:
        return "future"
    for prefix in signs.prefixes:
        stem = following if word == prefix else word.removeprefix(prefix)
        if not word.startswith(prefix) or not stem:
            continue
        told = signs.words.get(stem)
        if told == "past" or (told is None and stem.endswith(_PAST_PLURALS)):
            return "past"
        if len(stem) > 2 and stem.endswith(_PRESENT_ENDINGS):
            return "future"
    return None


def _is_coming_verb(word: str, signs: _Signs) -> bool:
    """Tell whether a word begins like an Arabic verb of the future, and not like one of the nouns that do.

    Of four letters only those in سي are taken: the others are mostly names (ستيل، سنوب).
    """
    if not word.startswith(signs.heads) or word.startswith(signs.not_heads):
        return False
    return len(word) > 4 or (len(word) == 4 and word.startswith(_SHORT_HEAD))


@cache
def _signs(language: str) -> _Signs:
    """The signs of tense of a language."""
    table = load_toml(table_package(language), "tense.toml", TenseTable)
    words: dict[str, Tense] = {}
    for tense, signs in (("future", table.future), ("past", table.past)):
        for sign in signs:
            if not sign.endswith("*"):
                words[squeeze(sign)] = "future" if tense == "future" else "past"
    words.update(dict.fromkeys(map(squeeze, table.never), "unknown"))
    heads = tuple(squeeze(sign[:-1]) for sign in table.future if sign.endswith("*"))
    not_heads = tuple(squeeze(word[:-1]) for word in table.never if word.endswith("*"))
    none = ("\x00",)  # begins no word
    return _Signs(
        words,
        heads or none,
        not_heads or none,
        frozenset(map(squeeze, table.future_anywhere)),
        frozenset(map(squeeze, table.breaks)),
        tuple(map(squeeze, table.clitics)) or none,
        tuple(map(squeeze, table.prefixes)),
        frozenset(map(squeeze, table.prepositions)),
    )
