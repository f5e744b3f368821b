"""Learn from the picture of a page what the codes mean that its file does not name.

Where a text layer lacks some letters, OCR sees them and the layer knows all the others: each word of the
picture is laid upon the glyphs at its place, and every nameless code is voted for by all the words it stands
in. So a letter is told by dozens of sightings, and a misread word spoils nothing. What comes out is the layer
with its letters, far better than what OCR reads, and complete where the page is clipped.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from rawi.read.pdf.glyphs import Glyph, PageGlyphs
from rawi.read.pdf.letters import INVISIBLE, TATWEEL, classify, plain
from rawi.read.pdf.lines import group_baselines

Code = tuple[int, int]  # font, code
# A code is known when this share of the words it stands in agree; a word OCR doubts has a part of a vote.
AGREED = 0.6
SURE_VOTE, DOUBTFUL_VOTE = 100, 30
ENOUGH_VOTES = 3 * SURE_VOTE
ROUNDS = 4
# A nameless glyph shows at most so many letters: the ligature of lam, lam, heh with its alef.
MOST_LETTERS = 4
# The baseline of a word stands so much, in ems, above the lower edge of its line at most.
BASELINE_REACH = 0.9
# Variants of a letter are one letter to a picture.
FOLDED = str.maketrans("يىكہۀ", "ییکهه")
NO_LETTER = "\ufffd"
IGNORED = frozenset(INVISIBLE + TATWEEL)


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A word OCR read, the glyphs under it in the order of reading, and what it counts, in hundredths."""

    glyphs: tuple[Glyph, ...]
    text: str
    vote: int


class Cipher:
    """What was learned of the nameless codes of a file, page by page."""

    def __init__(self) -> None:
        self._words: list[SeenWord] = []
        self._votes: dict[Code, Counter[str]] = {}
        self._known: dict[Code, str] = {}

    def knows(self, page: PageGlyphs) -> bool:
        """Tell whether all nameless codes of a page are known for sure, so that it need not be looked at."""
        codes = {key(glyph) for glyph in page.glyphs if is_nameless(glyph)}
        return all(
            code in self._known and self._votes[code].total() >= ENOUGH_VOTES for code in codes
        )

    def look(self, layer: PageGlyphs, read: PageGlyphs) -> None:
        """Learn from the words OCR read on the page of a layer."""
        self._words.extend(pair_words(layer, read))
        for _ in range(ROUNDS):
            self._votes = count_votes(self._words, self._known)
            known = {
                code: found
                for code, votes in self._votes.items()
                if (found := elect(votes)) is not None
            }
            if known == self._known:
                break
            self._known = known

    def name(self, pages: Iterable[PageGlyphs]) -> None:
        """Name the codes that are known, in place; numbers and words taken from OCR as a whole are in doubt.

        A code the words disagree about is named by most of them; words that still lack a letter are OCR's.
        """
        loose = count_loosely(self._words, self._known)
        votes = [*loose.items(), *self._votes.items()]
        known = {code: most.most_common(1)[0][0] for code, most in votes} | self._known
        for page in pages:
            for glyph in page.glyphs:
                text = known.get(key(glyph)) if is_nameless(glyph) else None
                if text == "":
                    glyph.x0 = glyph.x1 = glyph.middle
                elif text is not None:
                    glyph.text, glyph.kind, glyph.filler = text, classify(text), False
                    glyph.doubtful = glyph.kind == "digit"
        for word in self._words:
            if any(map(is_nameless, word.glyphs)) and word.text:
                take_word(word)
        self._words = [word for word in self._words if word.vote == SURE_VOTE]


def take_word(word: SeenWord) -> None:
    """Let the first glyph of a word stand for all of it, as OCR read it."""
    first, *rest = word.glyphs
    first.x0 = min(glyph.x0 for glyph in word.glyphs)
    first.x1 = max(glyph.x1 for glyph in word.glyphs)
    first.text, first.kind = word.text, classify(word.text)
    first.stated, first.filler, first.doubtful = True, False, True
    for glyph in rest:
        glyph.text, glyph.kind, glyph.filler = "", "space", True
        glyph.x0 = glyph.x1 = first.x1


def key(glyph: Glyph) -> Code:
    """Return what a glyph is known by."""
    return glyph.font, glyph.code


def is_nameless(glyph: Glyph) -> bool:
    """Tell whether a glyph shows something the file does not name."""
    return glyph.filler and glyph.x1 - glyph.x0 > 0.02 * glyph.size


def lay_words(layer: PageGlyphs, read: PageGlyphs) -> Iterator[tuple[Glyph, int, list[Glyph]]]:
    """Yield each word OCR read with the line of the layer it is in, by number, and the glyphs under it."""
    rows = group_baselines([glyph for glyph in layer.glyphs if glyph.kind != "mark"])
    heights = [row[0].y for row in rows]
    for word in read.glyphs:
        top = bisect_left(heights, word.y - BASELINE_REACH * word.size)
        bottom = bisect_right(heights, word.y + word.size / 10)
        taken = {number: take_glyphs(rows[number], word) for number in range(top, bottom)}
        if word.kind != "space" and any(taken.values()):
            number = max(taken, key=lambda number: len(taken[number]))
            yield word, number, taken[number]


def pair_words(layer: PageGlyphs, read: PageGlyphs) -> Iterator[SeenWord]:
    """Yield the words OCR read that have nameless glyphs under them, and the nameless glyphs between words."""
    lines: dict[int, list[Glyph]] = defaultdict(list)
    for word, number, glyphs in lay_words(layer, read):
        lines[number].append(word)
        if any(map(is_nameless, glyphs)):
            vote = DOUBTFUL_VOTE if word.doubtful else SURE_VOTE
            yield SeenWord(tuple(glyphs), bare(word.text), vote)
    rows = group_baselines([glyph for glyph in layer.glyphs if glyph.kind != "mark"])
    for number, words in lines.items():
        for glyph in find_between(rows[number], words):
            yield SeenWord((glyph,), " ", SURE_VOTE)


def measure_agreement(layer: PageGlyphs, read: PageGlyphs) -> float:
    """Return the share of the words OCR read that the layer has at their place; 1 where it read none."""
    pairs = [
        (fold(word.text), fold("".join(glyph.text for glyph in glyphs)))
        for word, _, glyphs in lay_words(layer, read)
    ]
    return sum(seen == said for seen, said in pairs) / len(pairs) if pairs else 1.0


def find_between(row: Sequence[Glyph], words: Sequence[Glyph]) -> Iterator[Glyph]:
    """Yield the nameless glyphs of a line that stand between two words read in it."""
    ordered = sorted(words, key=lambda word: word.x0)
    for left, right in pairwise(ordered):
        for glyph in row:
            if is_nameless(glyph) and left.x1 < glyph.middle < right.x0:
                yield glyph


def take_glyphs(row: Sequence[Glyph], word: Glyph) -> list[Glyph]:
    """Return the glyphs of a line that stand where a word was read, in the order of reading."""
    return sorted(
        (g for g in row if word.x0 <= g.middle <= word.x1 and g.kind != "space"),
        key=lambda glyph: glyph.middle,
        reverse=word.kind == "rtl",
    )


def count_votes(words: Sequence[SeenWord], known: dict[Code, str]) -> dict[Code, Counter[str]]:
    """Count, in hundredths, what the words say of each nameless code, given what is known of the others."""
    votes: dict[Code, Counter[str]] = defaultdict(Counter)
    for word in words:
        said = [None if is_nameless(glyph) else glyph.text for glyph in word.glyphs]
        filled = [
            known.get(key(glyph)) if letters is None else letters
            for glyph, letters in zip(word.glyphs, said, strict=True)
        ]
        for reading in (said, filled) if None in filled and filled != said else (said,):
            for code, letters in fit(word, reading):
                votes[code][letters] += word.vote
    return votes


def count_loosely(words: Sequence[SeenWord], known: dict[Code, str]) -> dict[Code, Counter[str]]:
    """Count the votes of misread words for codes no other word tells: a letter read in the place of each."""
    votes: dict[Code, Counter[str]] = defaultdict(Counter)
    for word in words:
        owners: list[Code | None] = []
        laid = ""
        for glyph in word.glyphs:
            named = known.get(key(glyph)) if is_nameless(glyph) else glyph.text
            letters = NO_LETTER if named is None else fold(named)
            laid += letters
            owners += [key(glyph) if named is None else None] * len(letters)
        if any(owners):
            for edit in Levenshtein.editops(laid, fold(word.text)):
                code = owners[edit.src_pos] if edit.tag == "replace" else None
                if code:
                    votes[code][word.text[edit.dest_pos]] += word.vote
    return votes


def fit(word: SeenWord, said: Sequence[str | None]) -> Iterator[tuple[Code, str]]:
    """Lay a word upon its glyphs: one letter for each nameless one, or all that is left for a single one.

    Where no letters are left, the nameless ones are parts of their neighbours, such as dots.
    """
    parts = [None if letters is None else fold(letters) for letters in said]
    nameless = [glyph for glyph, letters in zip(word.glyphs, parts, strict=True) if letters is None]
    left = len(word.text) - sum(len(letters) for letters in parts if letters is not None)
    if left == 0:
        slot = "()"
    elif left == len(nameless):
        slot = "(.)"
    elif len(nameless) == 1 and 0 < left <= MOST_LETTERS:
        slot = "(.+)"
    else:
        return
    pattern = "".join(slot if letters is None else re.escape(letters) for letters in parts)
    found = re.fullmatch(pattern, fold(word.text))
    if found:
        for number, glyph in enumerate(nameless, 1):
            yield key(glyph), word.text[found.start(number) : found.end(number)]


def elect(votes: Counter[str]) -> str | None:
    """Return what most words agree on, None if they do not."""
    (text, most), *_ = votes.most_common(1)
    return text if most >= AGREED * votes.total() else None


def bare(text: str) -> str:
    """Return the letters of a text, without marks and what is not seen.

    >>> bare("كتابِ")
    'كتاب'
    """
    return "".join(
        character
        for character in plain(text)
        if not unicodedata.combining(character) and character not in IGNORED
    )


def fold(text: str) -> str:
    """Return a text as pictures are compared: letters only, their variants as one.

    >>> fold("كتابِ")
    'کتاب'
    """
    return bare(text).translate(FOLDED)
