"""Arabic letters with Persian codes, and final letters a keyboard or a habit has confused: ى ي, ة ه.

Hamza is never rewritten: its seat is the writer's, and ان may be أن or إن. Final letters are mended only
in a copy that gets one of them wrong throughout; folding them for search is the index's work.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from rawi.repair.arabic_words import (
    arabic_frequency,
    arabic_given_names,
    commoner_final,
    split_glued,
)
from rawi.repair.final_yeh import MARKS, OTHER, STOP, final_in_context, neighbour
from rawi.repair.stretch import Copy, fold_stretches
from rawi.text import Edit

WORD = re.compile("[\u0621-\u063a\u0641-\u064a\u064b-\u0655\u0670\u06a9\u06cc\u06c1\u06d5\u06be]+")
_FOREIGN = re.compile("[\u06a9\u06cc\u06c1\u06d5\u06be]")
_WORDS = re.compile(f"({WORD.pattern})")
_PERSIAN = re.compile("[پچژگیک\u200c]")
_INNER = str.maketrans("\u06a9\u06cc\u06c1\u06d5\u06be", "كيههه")
# u behind the first letter is of a passive of the past (أُجري, وبُني), in the present ي, ت or ن stands before it.
_PASSIVE = re.compile("[وف]?[^\u064b-\u0655يتن\u06cc]\u064f")
# A man or the preposition, «with me» or «with»: no sign of a habit.
_EITHER = frozenset({"علي", "وعلي", "لدي", "ولدي"})
_ARTICLE = "ال"
CLEAR = 3.0  # so many times commoner with the other final letter: evidence of the copy's habit
SURE = 20.0  # so many times, and one word is evidence enough in a short text: حتي, مستوي, no يبقي
SOUND_PER_CLEAR = 10  # one word in ten may be right in a copy that is wrong throughout
GLUED = 6  # letters from which an unknown word may be several that lost their spaces
SHORT = 60  # words; in so short a text one clear word is evidence enough, if it can be no other


class FinalLetter(NamedTuple):
    """A confusion at the end of words: `written` stands where `meant` belongs."""

    written: str
    meant: str
    rule: str
    least_gain: (
        float  # in a copy that confuses them; where ى was lost, three of four final ي are right
    )


CONFUSIONS = (
    FinalLetter("ي", "ى", "ar.alef-maksura", 1.0),  # علي for على
    FinalLetter("ى", "ي", "ar.yeh", 0.3),  # فى for في
    FinalLetter("ه", "ة", "ar.teh-marbuta", 1.0),  # مدرسه for مدرسة
)


def fold_arabic_letters(copy: Copy) -> str:
    """Give the words of an Arabic copy Arabic yeh, kaf and heh, one to one."""
    text = copy.repaired
    if copy.language != "ar" or not _FOREIGN.search(text):
        return text
    stretches = list(copy.stretches("ar"))
    if any(_FOREIGN.search(stretch.text) for stretch in stretches):
        # In a damaged copy a name of a few words looks Persian by its codes alone.
        stretches += copy.short_runs("fa")
    return fold_stretches(text, stretches, _fold_part)


def _fold_part(part: str) -> str:
    """Write the words of a stretch with Arabic codes."""
    pieces = _WORDS.split(part)
    for i in range(1, len(pieces), 2):
        word = pieces[i]
        if _FOREIGN.search(word):
            folded = arabic_codes(word)
            if word.translate(MARKS).endswith("\u06cc"):
                folded = _mend_final(folded, final_of(pieces, i, folded))
            pieces[i] = folded
    return "".join(pieces)


def final_of(pieces: Sequence[str], number: int, word: str) -> str | None:
    """The final letter that its neighbours want of word `number` of a text cut into words; None if they do not tell."""
    before = neighbour(pieces[number - 1], pieces[number - 2] if number > 1 else STOP)
    more = number + 2 < len(pieces)
    after = neighbour(pieces[number + 1], pieces[number + 2] if more else OTHER)
    bare = word.translate(MARKS)
    return final_in_context(before, f"{bare[:-1]}ي", after)


def _mend_final(word: str, letter: str | None) -> str:
    """Give a word another final letter, where there is one; the marks behind it stay."""
    place = max(word.rfind("ي"), word.rfind("ى"))
    return f"{word[:place]}{letter}{word[place + 1 :]}" if letter else word


@cache
def arabic_codes(word: str) -> str:
    """Write one word with Arabic codes; a final yeh becomes ي or ى, whichever makes the commoner word.

    >>> arabic_codes("علی"), arabic_codes("فی"), arabic_codes("کتب")
    ('على', 'في', 'كتب')
    >>> arabic_codes("علیالثقافة"), arabic_codes("أُجری")
    ('علىالثقافة', 'أُجري')
    """
    if not _FOREIGN.search(word):
        return word
    folded = word.translate(_INNER)
    bare = folded.translate(MARKS)
    parts = [bare]
    if len(bare) >= GLUED and not arabic_frequency(bare):
        parts = split_glued(bare)
    if not word.translate(MARKS).endswith("\u06cc"):  # its last letter was not in doubt
        parts[-1] = parts[-1][:-1] + bare[-1]
    elif len(parts) == 1:
        parts = [commoner_final(bare, passive=_PASSIVE.match(word) is not None)]
    letters = iter("".join(parts))
    return "".join(c if ord(c) in MARKS else next(letters) for c in folded)


def find_final_letters(copy: Copy) -> Iterator[Edit]:
    """Find confused final letters in a copy that confuses them throughout."""
    # A verse quoted in a Persian report is written as its readers write it.
    stretches = list(copy.stretches("ar")) if copy.language == "ar" else []
    if stretches:  # ه for ة makes درجه مئويه look Persian
        stretches += [run for run in copy.short_runs("fa") if not _PERSIAN.search(run.text)]
    cut = [_WORDS.split(stretch.text) for stretch in stretches]
    words = Counter(word for pieces in cut for word in pieces[1::2])
    mine = _towards_me(cut)
    found = [
        confusion
        for confusion in CONFUSIONS
        if _is_habit(words if confusion.meant != "ى" else words - mine, confusion)
    ]
    if not found:
        return
    for stretch, pieces in zip(stretches, cut, strict=True):
        end = stretch.start
        for i, piece in enumerate(pieces):
            end += len(piece)
            shown = _confusion_of(pieces, i, found) if i % 2 else None
            if shown:
                yield Edit(end - 1, end, shown.meant, shown.rule, 0.95)


def _is_habit(words: Counter[str], confusion: FinalLetter) -> bool:
    """Tell whether the words of a copy show that it confuses a final letter throughout."""
    clear = sure = sound = 0
    for word, count in words.items():
        sound += count * word.endswith(confusion.meant)
        gain = _gain(word, confusion)
        if gain > CLEAR and word.translate(MARKS) not in _EITHER:
            clear += count
            sure += count * (gain > SURE and not _may_be_his(word, confusion))
    enough = clear > 1 or (sure and words.total() <= SHORT)
    return bool(enough) and sound * SOUND_PER_CLEAR <= clear


def _towards_me(cut: Sequence[Sequence[str]]) -> Counter[str]:
    """The إلي of a copy behind which no noun stands: «نظرت إليّ، وابتسمت»."""
    return Counter(
        pieces[i]
        for pieces in cut
        for i in range(1, len(pieces), 2)
        if pieces[i] in ("إلي", "الي") and not pieces[i + 1].isspace()
    )


def _confusion_of(
    pieces: Sequence[str], number: int, found: Sequence[FinalLetter]
) -> FinalLetter | None:
    """Which of the confusions of a copy its word `number` shows."""
    word = pieces[number]
    for confusion in found:
        if word.endswith(confusion.written):
            wanted = final_of(pieces, number, word) if confusion.meant in "يى" else None
            if wanted:
                return confusion if wanted == confusion.meant else None
            return confusion if _gain(word, confusion) > confusion.least_gain else None
    return None


def _is_mans(word: str) -> bool:
    """Tell whether a word in ي is a man's name that no other is with ى: علي, not موسي."""
    return word in arabic_given_names() and word[:-1] + "ى" not in arabic_given_names()


def _may_be_his(word: str, confusion: FinalLetter) -> bool:
    """Tell whether a word may be a noun with «his», which alone is no sign of a habit: مقاله is مقالة or مقال with ه, رسالة only itself."""
    if confusion.meant != "ة":
        return False
    noun = word.translate(MARKS)[:-1]
    return arabic_frequency(noun) * CLEAR > arabic_frequency(noun + "ة")


def _gain(word: str, confusion: FinalLetter) -> float:
    """How many times commoner a word is with the other final letter; 0 if it does not end in the first."""
    if not word.endswith(confusion.written):
        return 0.0
    bare = word.translate(MARKS)
    if confusion.written == "ى" and bare in arabic_given_names():
        return 0.0  # منى, which would also be مني
    if confusion.meant == "ى" and bare.startswith(_ARTICLE) and _is_mans(bare[len(_ARTICLE) :]):
        return 0.0  # العلي, which would also be العلى
    other = arabic_frequency(bare[:-1] + confusion.meant)
    known = arabic_frequency(bare)
    if not known and not other:
        return 0.5  # names no list has
    return other / max(known, 1e-3)
