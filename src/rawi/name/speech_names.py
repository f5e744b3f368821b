"""Find names no table knows by their place: the subject of a word of saying is someone («قال ترامب إنّ», «وست گفت»).

Only one to three unknown words count, and only where both borders of the subject are certain.
"""

from collections.abc import Iterator

from rawi.lang.grammar import get_grammar
from rawi.lang.reading import Reading
from rawi.lang.speech import load_cues
from rawi.name.found import FoundName
from rawi.name.words import is_surname_word

_LONGEST = 3
_SIGNS = frozenset('.،,:؛؟!«»"“”()–-')


def find_speaking_names(
    reading: Reading, first: int, last: int, language: str
) -> Iterator[FoundName]:
    """Yield the unknown subjects of words of saying in a sentence."""
    if language == "ar":
        yield from _after_verbs(reading, first, last)
    else:
        yield from _before_verb(reading, first, last)


def _after_verbs(reading: Reading, first: int, last: int) -> Iterator[FoundName]:
    """Arabic: the words right after the verb, up to a sign or a small word."""
    words = reading.words
    cues = load_cues("ar")
    for i in range(first, last):
        hit = cues.find(words, i)
        if hit is None or hit.value.shape != "verb" or hit.value.initial or hit.value.passive:
            continue
        end = hit.end
        while end < last and end - hit.end < _LONGEST and _may_be_foreign(words, end, "ar"):
            end += 1
        if hit.end < end < last and (words[end] in _SIGNS or _is_small(words[end], "ar")):
            yield FoundName(hit.end, end, "PER", "ar.speaker", None, 1)


def _before_verb(reading: Reading, first: int, last: int) -> Iterator[FoundName]:
    """Persian: the first words of a sentence, when a small word or the verb follows and the sentence reports speech."""
    words = reading.words
    cues = load_cues("fa")
    grammar = get_grammar("fa")
    start = first
    while start < last and words[start] in grammar.conjunctions:
        start += 1
    end = start
    while end < last and end - start < _LONGEST and _may_be_foreign(words, end, "fa"):
        end += 1
    if not start < end < last:
        return
    cue = cues.find(words, end)
    direct = cue is not None and cue.value.shape == "verb"
    if direct or (_is_small(words[end], "fa") and _reports(words, end, last)):
        yield FoundName(start, end, "PER", "fa.speaker", None, 1)


def _reports(words: tuple[str, ...], first: int, last: int) -> bool:
    """Tell whether a word of saying stands in a stretch before the first pause or mark."""
    cues = load_cues("fa")
    for i in range(first, last):
        if words[i] in '،؛«"“':
            return False
        hit = cues.find(words, i)
        if hit is not None and hit.value.shape == "verb" and "clause" in hit.value.frames:
            return True
    return False


def _may_be_foreign(words: tuple[str, ...], at: int, language: str) -> bool:
    """Tell whether a word may be part of an unknown name: no Arabic article or prefix, no plural of things."""
    if not is_surname_word(words, at, language):
        return False
    word = words[at]
    if language == "ar":
        # «لإذاعة», «منظمة»: an Arabic common noun or a prefixed one.
        return word.isascii() or not (word.startswith(("ال", "لل", "م")) or word.endswith("ه"))
    return not word.endswith(("ها", "های", "هایی", "ان", "ات")) or len(word) < 5


def _is_small(word: str, language: str) -> bool:
    """Tell whether a word is a preposition, a subordinator or an adverb."""
    grammar = get_grammar(language)
    return word in grammar.prepositions or word in grammar.subordinators or word in grammar.adverbs
