"""Which character set bytes are written in, told by the text they give: pairs of letters as a language has them.

General detectors guess these sets wrong (83-92 % right on windows-1256 at best, 0 % on DOS 720), because they
know Persian and Arabic badly. Here a candidate is decoded and scored by `letter_pairs.tsv`.
"""

import itertools
import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from rawi.tables import load_tsv

# In order of likelihood: of equal scores the first wins.
CANDIDATES = ("cp1256", "cp1252", "iso8859_6", "cp720", "mac_farsi")
SAMPLE = 6_000  # characters scored: more does not change the answer
WIDE_SAMPLE = 8_000  # bytes looked at for UTF-16
WIDE_SHARE = 0.9  # of every second byte
UNSEEN_COST = 120  # of a pair no text had: e to the power -12
STRANGE_COST = 250  # of a character no text has: box drawings, controls, foreign scripts
LATIN_RUN = (
    1.7  # high bytes in a row: 1.0-1.2 in French and German, above 2.5 in Persian and Arabic
)
_HIGH = re.compile(rb"[\x80-\xff]+")
ARABIC = frozenset(
    chr(code) for code in range(0x0620, 0x06D4) if unicodedata.category(chr(code)) == "Lo"
)
_PUNCTUATION = frozenset("«»“”‘’،؛؟٪٫٬…–—•°·\u00a0")
_MARKS = frozenset(
    map(chr, (*range(0x064B, 0x0656), 0x0640, 0x0670, 0x200C, 0x200D, 0x200E, 0x200F))
)


class PairRow(NamedTuple):
    """A row of `letter_pairs.tsv`."""

    first: str
    second: str
    cost: int


@cache
def _costs() -> dict[tuple[str, str], int]:
    """Pair of character classes to its cost."""
    rows = load_tsv("rawi.read.data", "letter_pairs.tsv", PairRow)
    return {(row.first, row.second): row.cost for row in rows}


@lru_cache(maxsize=4096)
def classify_character(character: str) -> str:
    """Return the class of a character in `letter_pairs.tsv`: itself, or a sign for its kind; `?` is strange.

    >>> "".join(map(classify_character, "سال ۱۴۰۲: a\u2502"))
    'سال_0000._a?'
    """
    if character in ARABIC:
        return character
    if character in " \t\r\n\f":
        return "_"
    if character in _MARKS:
        return "n"
    if character in _PUNCTUATION:
        return "."
    if character.isdecimal():
        return "0"
    if character < "\x80":
        if character.isalpha():
            return "a"
        return "." if character.isprintable() else "?"
    return "?"


def score_text(text: str) -> float:
    """Return the mean cost of a text's pairs that are not plain ASCII; lower is more like Persian or Arabic.

    >>> score_text("به گزارش خبرگزاری") < score_text("ظ…ظ‡ ع¯ط²ط§ط±ط´") < score_text("\u2502\u2592\u2502\u2592")
    True
    """
    costs = _costs()
    classes = [classify_character(character) for character in text[:SAMPLE]]
    total = count = 0
    for first, second in itertools.pairwise(classes):
        if first in "_.0a" and second in "_.0a":
            continue
        count += 1
        if first == "?" or second == "?":
            total += STRANGE_COST
        else:
            total += costs.get((first, second), UNSEEN_COST)
    return total / count if count else 0.0


def guess_charset(data: bytes) -> tuple[str, float]:
    """Return the character set that makes the best text of bytes, and the cost of that text.

    >>> guess_charset("به گزارش خبرگزاری نمونه، موزه باز شد".replace("ی", "ي").encode("cp1256"))[0]
    'cp1256'
    """
    sample = cut_sample(data)
    if is_latin(sample) and decode_strict(sample, "cp1252") is not None:
        return "cp1252", 0.0
    scores = []
    for rank, charset in enumerate(CANDIDATES):
        text = decode_strict(sample, charset)
        if text is not None:
            scores.append((round(score_text(text), 3), rank, charset))
    if not scores:
        return "cp1252", float(STRANGE_COST)
    best = min(scores)
    return best[2], best[0]


def find_wide_charset(data: bytes) -> str | None:
    """Return `utf-16-le` or `utf-16-be` for bytes every second of which is a high byte of our scripts.

    >>> find_wide_charset("وكالة الأنباء".encode("utf-16-be"))
    'utf-16-be'
    """
    sample = data[:WIDE_SAMPLE]
    if b"\0" not in sample and b"\x06" not in sample:
        return None
    shares = []
    for start in (0, 1):
        half = sample[start::2]
        # 00 Latin, 06 Arabic, 20 joiners and quotation marks, FB-FE presentation forms.
        shares.append(sum(map(half.count, (0x00, 0x06, 0x20, 0xFB, 0xFE))) / max(1, len(half)))
    if max(shares) < WIDE_SHARE or min(shares) > 1 - WIDE_SHARE / 2:
        return None
    return "utf-16-be" if shares[0] > shares[1] else "utf-16-le"


def is_latin(sample: bytes) -> bool:
    """Tell Latin text, whose accented letters stand alone, from Arabic script, which is all high bytes.

    >>> is_latin("été à côté".encode("cp1252")), is_latin("موزه آب".encode("cp1256"))
    (True, False)
    """
    runs = _HIGH.findall(sample)
    return sum(map(len, runs)) < LATIN_RUN * len(runs)


def cut_sample(data: bytes) -> bytes:
    """Return the part of bytes to be scored: from the first that is not ASCII, at an even place."""
    first = next((i for i, byte in enumerate(data[: 1 << 20]) if byte >= 0x80), 0)
    start = max(0, first - 100) & ~1
    return data[start : start + 2 * SAMPLE]


def decode_strict(data: bytes, charset: str) -> str | None:
    """Decode bytes; None when the set has no such bytes."""
    try:
        return data.decode(charset)
    except UnicodeDecodeError:
        return None
