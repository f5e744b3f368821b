"""Give Arabic words back the spaces lost between them, where the letters leave no doubt; else suggest it.

A strange word is either one nobody counted, a name mostly, or several that everybody knows. Which is likelier is
worked out from how common the parts are, how long the word is, and how many spaces the copy has lost.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from math import inf, log
from typing import NamedTuple

from rawi.lang.remembered import Remembered, RememberedPieces
from rawi.repair.arabic_letters import WORD
from rawi.repair.arabic_words import WORDS, arabic_frequency, plain_frequency
from rawi.repair.final_yeh import MARKS
from rawi.repair.joined_words import chance
from rawi.repair.stretch import Copy, Stretch
from rawi.text import Edit

SHORTEST = 6  # letters; shorter words that nobody counted are names
LONGEST_PART = 16  # letters
VOWELLED = 1.5  # characters for a letter: verses, whose spelling is old, have more
# Nats: what a letter of a strange word tells, and that a word is strange at all (one in thirty is).
LETTER, STRANGE = 2.8, 3.5
SURE = 4.0  # log odds; such words show how many spaces the copy has lost
WORTH_SAYING = 0.0
# A copy is taken to have lost spaces at the rate of its sure places, plus a tenth of one and a hundred words.
PRIOR_PLACES, PRIOR_WORDS, TAUGHT_RATE = 0.1, 100, 0.04
# Of the spaces behind a lost one so many are lost: where a converter loses some, it loses several.
NEXT_RATE = 0.2
BORDER = 7.0  # log odds of a border that letters show, for which a part may be strange
SURE_LISTED = 4.0
AGAIN = 3.0  # log odds less for each other time a word stands in the copy
FAR = 1000  # times commoner than a listed word both its parts must be: وزيرالخارجية stands in word lists
CACHED = 50_000  # words, or parts of strange ones
FATHATAN = "\u064b"
# Words of two letters; all others are endings, abbreviations and pieces of names.
_SHORT = frozenset(
    {
        *("من", "في", "عن", "لم", "لن", "قد", "هل", "أو", "إن", "أن", "ما", "لا", "كل", "مع", "تم"),
        *("هو", "هي", "أي", "يا", "بل", "كي", "إذ", "ثم", "ذو", "لو", "به", "له", "بك", "لك", "لي"),
        *("بي", "قط", "ضد", "غد", "يد"),
    }
)
# What is joined to words and looks like one, مستشفياتهم, منقطعتان; and what foreign names end in: كريستوفرسون.
_ENDINGS = frozenset(
    {
        *("ها", "هم", "هن", "هما", "كما", "كم", "كن", "نا", "ني", "انا"),
        *("ان", "ين", "ون", "ات", "تان", "تين", "ية", "يات", "يون", "يين", "تي", "هان"),
        *("ته", "تها", "تهم", "تنا", "اته", "اتها", "اتهم", "اتهن", "اتنا", "اتكم"),
        *("سون", "مان", "شاير", "بورغ", "لاند", "هاوزن", "ستان", "آباد", "زاده", "فيتش", "بوف"),
    }
)
# Who writes عبدالله, أبوالفضل and نورالدين as one word means it so; ابن is one of them only as a name's.
_JOINS_ON = frozenset({"عبد", "وعبد", "لعبد", "بعبد", "أبو", "ابو", "أبي", "ابي", "أبا", "ابا"})
_JOINS_BEHIND = frozenset({"الله", "الدين", "الرحمن", "اللات"})
_ARTICLE = "ال"
_ONE_WORD = re.compile("(?:[أوفبلكس]{0,3}(?:ا?ل|لا|اللا)?إ)?[^إ]*")
_SHOWS_BORDER = re.compile(f"[ة{FATHATAN}].|.إ")
_BEFORE_HAMZA = tuple("اوفبلكأ")  # the last letters of what may stand before إ in a word: اللاإرادي
_NEVER_LAST = frozenset({"يا"})  # كولومبيا
_PARTICIPLES = ("ين", "ان", "ون", "ات")  # منقطعتين is no من
_DUAL = ("ك", "ه", "ت")  # before ما: أمامكما, كتابهما


class Split(NamedTuple):
    """A word that may be several: the characters before which spaces were lost, and its log odds at the rate taught."""

    word: str
    places: tuple[int, ...]
    odds: float


def find_arabic_lost_spaces(copy: Copy) -> Iterator[Edit]:
    """Find Arabic words that are several, with how sure that is in this copy."""
    # A verse quoted in a Persian report is written as its readers write it.
    stretches = list(copy.stretches("ar")) if copy.language == "ar" else []
    if not any(any(map(_STRANGE.__getitem__, stretch.text.split())) for stretch in stretches):
        return
    found = [hit for stretch in stretches for hit in _strange_words(stretch)]
    times = Counter(split for _, split in found)  # a name comes again, what lost its space seldom
    total = sum(len(stretch.text.split()) for stretch in stretches)
    sure = sum(len(split.places) for _, split in found if split.odds > SURE)
    shift = min(0.0, log((sure + PRIOR_PLACES) / (total + PRIOR_WORDS) / TAUGHT_RATE))
    for start, split in found:
        odds = split.odds + shift - AGAIN * (times[split] - 1)
        if odds > WORTH_SAYING:
            for place in split.places:
                yield Edit(start + place, start + place, " ", "ar.lost-space", chance(odds))


def _strange_words(stretch: Stretch) -> Iterator[tuple[int, Split]]:
    """Yield the words of a stretch that may be several, and where each begins in the text."""
    for match in WORD.finditer(stretch.text):
        split = _SPLITS[match[0]]
        if split is not None:
            yield stretch.start + match.start(), split


def split_strange(word: str) -> Split | None:
    """Split a word into the likeliest known ones, unless it is likelier to be one.

    >>> split_strange("الجمعيةالعامة").places, split_strange("بكونهامنتسبة").places
    ((7,), (6,))
    >>> split_strange("مستشفياتهم"), split_strange("نورالدين")
    (None, None)
    """
    bare = word if word.isalpha() else word.translate(MARKS)
    if len(bare) < SHORTEST or len(word) > VOWELLED * len(bare):
        return None
    known = plain_frequency(bare)
    borders = _borders(word) if _SHOWS_BORDER.search(word) else []
    listed_pair = known and _ARTICLE in bare[3:-3]
    if not (borders or listed_pair) and (known or arabic_frequency(bare)):
        return None
    parts, cost = _split_at(bare, borders)
    if len(parts) < 2 or _is_one_word(parts):
        return None
    if known and not borders:
        odds = _odds_of_listed(parts, known)
    else:
        shown = len(borders) or _ONE_WORD.fullmatch(bare) is None
        odds = LETTER * len(bare) + STRANGE - cost + BORDER * shown
    odds += log(TAUGHT_RATE) + (len(parts) - 2) * log(NEXT_RATE)
    if odds <= WORTH_SAYING:
        return None
    letters = [i for i, c in enumerate(word) if ord(c) not in MARKS]
    return Split(word, tuple(letters[end] for end in accumulate(map(len, parts[:-1]))), odds)


def _odds_of_listed(parts: Sequence[str], known: float) -> float:
    """The log odds that a word word lists have is several all the same: each behind the first has the article, and all are far commoner."""
    if not all(part.startswith(_ARTICLE) for part in parts[1:]):
        return WORTH_SAYING
    return log(min(plain_frequency(part) / known for part in parts) / FAR + 1e-9) + SURE_LISTED


def _borders(word: str) -> list[int]:
    """The numbers of letters behind which a word ends wherever they stand: behind ة and ـً, and before إ where no particle may stand."""
    found: set[int] = set()
    letters = ""
    for i, c in enumerate(word):
        if c == FATHATAN:  # كثيراً, كثيرًا, مساءً
            found.add(len(letters) + (letters[-1:] != "ا" and word[i + 1 : i + 2] == "ا"))
        if ord(c) in MARKS:
            continue
        if c == "إ" and not letters.endswith(_BEFORE_HAMZA):
            found.add(len(letters))
        letters += c
        if c == "ة":
            found.add(len(letters))
    return sorted(found - {0, len(letters)})


def _split_at(bare: str, borders: Sequence[int]) -> tuple[list[str], float]:
    """The likeliest parts of a word that ends at some borders, and what they cost in nats; what stands between two may be a name."""
    parts: list[str] = []
    costs = 0.0
    for start, end in pairwise((0, *borders, len(bare))):
        piece = bare[start:end]
        known, cost = _cheapest(piece)
        strange = LETTER * len(piece) + STRANGE
        parts += known if cost < strange else (piece,)
        costs += min(cost, strange)
    return parts, costs


def _cheapest(piece: str) -> tuple[tuple[str, ...], float]:
    """The known words a piece may be made of that are commonest together, and what they cost in nats; ى ends a word."""
    costs, parts = [0.0], [tuple[str, ...]()]
    for end in range(1, len(piece) + 1):
        least, best = inf, tuple[str, ...]()
        for start in range(max(0, end - LONGEST_PART), end - 1):
            part = piece[start:end]
            cost = costs[start] + _PART_COSTS[part]
            if cost < least:
                least, best = cost, (*parts[start], part)
        costs.append(least)
        parts.append(best)
    return parts[-1], costs[-1]


def _part_cost(part: str) -> float:
    """What a part costs in nats; endlessly much where it is no word."""
    if part in _ENDINGS or (len(part) < 3 and part not in _SHORT) or "ى" in part[:-1]:
        return inf
    found = arabic_frequency(part)
    return log(WORDS / found) if found else inf


def _is_one_word(parts: Sequence[str]) -> bool:
    """Tell whether parts make a name that many write as one word, a dual (أمامكما) or a participle (منقطعتين)."""
    first, second, *more = parts
    if parts[-1] in _NEVER_LAST:
        return True
    if first == "من" and not more and second.endswith(_PARTICIPLES):
        return not second.startswith(_ARTICLE)
    return any(
        a in _JOINS_ON or b in _JOINS_BEHIND or (b == "ما" and a.endswith(_DUAL))
        for a, b in pairwise(parts)
    )


_PART_COSTS = Remembered[str, float](_part_cost, most=CACHED)
_SPLITS = RememberedPieces[Split | None](split_strange, most=CACHED)
_STRANGE = RememberedPieces[bool](lambda piece: any(_SPLITS[w] for w in WORD.findall(piece)))
