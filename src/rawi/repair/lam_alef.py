"""Undo the swap of lam and alef that PDF extractors make of the ligature ﻻ: سالم for سلام, األول for الأول.

A copy shows the swap throughout or not at all, and for each of the four alefs by itself. So the copy is
asked first; single words that look swapped in an otherwise sound copy are left alone.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from itertools import combinations

from rawi.lang.remembered import RememberedPieces
from rawi.repair.arabic_words import arabic_frequency, arabic_given_names
from rawi.repair.stretch import VOWEL_MARKS, Copy
from rawi.repair.surnames import whole_names
from rawi.repair.vocabulary import ZWNJ, load_vocabulary
from rawi.text import Edit

Frequency = Callable[[str], float]

ALEFS = "اأإآ"
CLEAR = (
    30.0  # a word that many times commoner after the swap is evidence that the copy is swapped …
)
LEAST_COMMON = {"fa": 1.0, "ar": 300.0}  # … if it is so common itself: thrice in a million words
OWN = 4.0  # … and a word so many times as common is one of its own: ثالثة is no ثلاثة, عالج no علاج
SOUND_PER_CLEAR = 3  # swapping للا makes a sound-looking لال, so a few are always there
# In a text of more words a lone one that is known as it stands must become so much commoner a word: الدن is a name, no لادن.
FEW_WORDS, LONE = 100, 10.0
OBVIOUS = 5  # clear words of any alef; the rarer alefs are then taken to be swapped too
ENOUGH = 1.5  # in a swapped copy the commoner of two spellings is taken
_WORD = re.compile(
    "[\u0620-\u063a\u0641-\u064a\u064b-\u0655\u066e-\u06d3\u06d5\u200c\u0670]+(?!\u0640)"
)
_MARK = re.compile(f"[{VOWEL_MARKS}]")
_SWAPPED = re.compile(f"(?=([{ALEFS}]ل))")
_SOUND = re.compile(
    f"ل([{ALEFS}])(?!ل)"
)  # before a lam it may be a swapped للا: لإلنتاج for للإنتاج
# No word has two alefs in a row, but one that was swapped (االنتخابات, األول) or the name of God.
_TWO_ALEFS = re.compile(f"(?<=[{ALEFS}])([{ALEFS}])ل(?!له)")
_PARTED = re.compile(f"ل{_MARK.pattern}+[{ALEFS}]")
_ARTICLE = "ال"
TANWIN = "\u064b"
MOST_SWAPS = 3  # in one word

# What Persian words take on at their ends; a stem this much rarer still counts.
_ENDINGS = (
    "های", "هایی", "ها", "ترین", "تر", "تان", "شان", "مان", "انه", "ات", "ان", "ای", "ام", "یی",
    "ند", "ی", "ش", "م", "ه",
)  # fmt: skip
_BEGINNINGS = ("نمی", "می", "بی", "نا", "ن", "ب")
DERIVED = 0.02


@cache
def persian_frequency(word: str) -> float:
    """How common a Persian word is, relative to others; endings and beginnings are looked through."""
    key = word.replace(ZWNJ, "")
    found = _plain_frequency(key)
    for ending in _ENDINGS:
        if key.endswith(ending) and len(key) - len(ending) > 2:
            found = max(found, DERIVED * _plain_frequency(key[: -len(ending)]))
    for beginning in _BEGINNINGS:
        if key.startswith(beginning) and len(key) - len(beginning) > 3:
            found = max(found, DERIVED * _plain_frequency(key[len(beginning) :]))
    return found


def _plain_frequency(key: str) -> float:
    """How common a word is as it stands: per million, roughly."""
    v = load_vocabulary()
    seen = v.variants.get(key)
    web = v.frequency.get(key, 0)
    listed = v.is_listed_glued(key)
    return (sum(seen.values()) if seen else 0) + (10.0 ** (web - 3) if web else 0) + 0.02 * listed


def find_swaps(copy: Copy) -> Iterator[Edit]:
    """Find swapped lam-alefs in the language of a copy, if the copy shows the swap."""
    if copy.language == "fa":
        yield from _find(copy, "fa", persian_frequency)
    elif copy.language == "ar":
        yield from _find(copy, "ar", arabic_frequency)


def may_be_swapped(text: str, alef: str) -> bool:
    """Tell by counting letters whether a text can have enough swaps of an alef; most sound texts cannot.

    >>> may_be_swapped("سلام به همه", "ا"), may_be_swapped("سالم به همه", "ا")
    (False, True)
    """
    sound = text.count("ل" + alef) - text.count("ل" + alef + "ل")
    return text.count(alef + "ل") >= max(1, sound * SOUND_PER_CLEAR)


def swapped_alefs(words: Counter[str], language: str, frequency: Frequency) -> str:
    """Tell which alefs a copy with these words shows swapped."""
    sound: Counter[str] = Counter()
    clear: Counter[str] = Counter()
    shows: list[str] = []
    for word, count in words.items():
        if "ل" not in word:  # neither sound nor swapped
            continue
        for alef in _SOUND.findall(word):
            sound[alef] += count
        for alef in clear_alefs(word, language, frequency):
            clear[alef] += count
            shows.append(word)
    shown = sum(clear.values())
    lone = shows[0] if shown == 1 and words.total() > FEW_WORDS else None
    if lone and frequency(lone) and not clear_alefs(lone, language, frequency, LONE):
        return ""
    return "".join(
        alef
        for alef in ALEFS
        if sound[alef] * SOUND_PER_CLEAR <= clear[alef]
        and (clear[alef] >= (2 if sound[alef] else 1) or shown >= OBVIOUS)
    )


def clear_alefs(
    word: str, language: str, frequency: Frequency, times: float = 1.0
) -> frozenset[str]:
    """The alefs that a word clearly shows swapped: it is far commoner with them behind the lam, and `times` as common as a word must be.

    >>> sorted(clear_alefs("اسالم", "fa", persian_frequency)), sorted(clear_alefs("سال", "fa", persian_frequency))
    (['ا'], [])
    """
    if not _SWAPPED.search(word) or _is_name(word, language):
        return frozenset()
    if frequency(word) > OWN * LEAST_COMMON[language]:
        return frozenset()
    better = unswap_parts(word, ALEFS, frequency, CLEAR)
    if frequency(better) < times * LEAST_COMMON[language]:
        return frozenset()
    return frozenset(a for a, b in zip(word, better, strict=True) if a != b and a in ALEFS)


def _is_name(word: str, language: str) -> bool:
    """Tell whether a word is a given name as it stands: السالم is also a family, کالب no swapped کلاب."""
    if language == "fa":
        return word in whole_names()
    return word.removeprefix(_ARTICLE) in arabic_given_names()


def _words_of(text: str) -> list[str]:
    """The words of a text without their marks; one with a mark between lam and alef is left out.

    Such a mark (فضلًا) tells nothing: where it is drawn differs from font to font.
    """
    found = (word for word in _WORD.findall(text) if not _PARTED.search(word))
    return [_MARK.sub("", word) for word in found]


@cache
def _shown(language: str, frequency: Frequency) -> RememberedPieces[bool]:
    """What stands between two blanks to whether a word of it clearly shows an alef swapped."""
    return RememberedPieces(
        lambda piece: any(clear_alefs(word, language, frequency) for word in _words_of(piece))
    )


def _find(copy: Copy, language: str, frequency: Frequency) -> Iterator[Edit]:
    """Find the swaps in one language."""
    stretches = list(copy.stretches(language))
    if not any(may_be_swapped(copy.repaired, alef) for alef in ALEFS):
        return
    shown = _shown(language, frequency)
    if not any(any(map(shown.__getitem__, stretch.text.split())) for stretch in stretches):
        return
    words = Counter(word for stretch in stretches for word in _words_of(stretch.text))
    alefs = swapped_alefs(words, language, frequency)
    if not alefs:
        return
    for stretch in stretches:
        for match in _WORD.finditer(stretch.text):
            for start, letters in swaps_of(match[0], alefs, frequency):
                at = stretch.start + match.start() + start
                yield Edit(at, at + len(letters), letters, f"{language}.lam-alef", 0.95)


def swaps_of(word: str, alefs: str, frequency: Frequency) -> list[tuple[int, str]]:
    r"""The letters of a word that were swapped: where they begin, and as they should be.

    Its vowel marks stay where they are; a word with one between swapped letters is left alone.

    >>> swaps_of("األول", "أ", lambda word: float(word == "الأول")), swaps_of("الْعُسْر", "ا", lambda word: 1.0)
    ([(0, 'الأول')], [])
    """
    bare = _MARK.sub("", word)
    if not _SWAPPED.search(bare):
        return []
    # Tanwin stands on alef, never on lam: مثالً can only be مثلاً.
    better = unswap_parts(bare, alefs, frequency, ENOUGH, tanwin=word.endswith(TANWIN))
    changed = [i for i, (a, b) in enumerate(zip(bare, better, strict=True)) if a != b]
    if not changed:
        return []
    if len(bare) == len(word):
        return [(0, better)]
    places = [i for i, letter in enumerate(word) if not _MARK.match(letter)]
    first, last = changed[0], changed[-1]
    start, end = places[first], places[last]
    return [] if end - start != last - first else [(start, better[first : last + 1])]


def unswap_parts(
    word: str, alefs: str, frequency: Frequency, margin: float, *, tanwin: bool = False
) -> str:
    """Swap back each part of a word that has joiners, and the end of a word that bears tanwin."""
    if tanwin and word[-2:-1] in alefs and word.endswith("ل"):
        return unswap_parts(word[:-2], alefs, frequency, margin) + "ل" + word[-2]
    return ZWNJ.join(unswap(part, alefs, frequency, margin) for part in word.split(ZWNJ))


@cache
def unswap(word: str, alefs: str, frequency: Frequency, margin: float) -> str:
    """The commonest of the spellings a word has after swapping back, if it is commoner by the margin.

    >>> unswap("اسالم", "ا", persian_frequency, 100.0)
    'اسلام'
    >>> unswap("سالم", "ا", persian_frequency, 100.0)
    'سالم'
    >>> unswap("كاسابااالد", "ا", persian_frequency, 100.0)  # no word, but two alefs
    'كاساباالاد'
    """
    word = _TWO_ALEFS.sub(
        lambda m: (
            m[0] if m[1] not in alefs or _are_two_words(word, m.start(), frequency) else "ل" + m[1]
        ),
        word,
    )
    places = [m.start() for m in _SWAPPED.finditer(word) if word[m.start()] in alefs]
    best, most = word, frequency(word) * margin
    for count in range(1, min(MOST_SWAPS, len(places)) + 1):
        for chosen in combinations(places, count):
            letters = list(word)
            for i in chosen:
                letters[i], letters[i + 1] = letters[i + 1], letters[i]
            candidate = "".join(letters)
            found = frequency(candidate)
            if found > most:
                best, most = candidate, found
    return best


def _are_two_words(word: str, place: int, frequency: Frequency) -> bool:
    """Tell whether the second of two alefs begins a word whose space was lost: هذاالعام."""
    return place > 2 and frequency(word[:place]) > 0 and frequency(word[place:]) > 0
