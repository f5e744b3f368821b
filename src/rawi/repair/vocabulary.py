"""What the repair stage knows of Persian words: how often they are seen, joined and in pairs.

Keys are words without their zero-width non-joiners (`glued`), so that a damaged spelling finds the
sound ones. The tables are built by `tools/build_persian_words.py`; they load on first use.
"""

import lzma
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from rawi.tables import load_bytes

ZWNJ = "\u200c"
PACKAGE = "rawi.lang.fa"


@dataclass(slots=True)
class Vocabulary:
    """Counts of words and of their parts.

    words: sound spelling (with joiners) to its count in edited text.
    variants: glued key to its sound spellings with their counts.
    left, right: what stands before and after a joiner, to its count.
    pairs: two neighbouring words written without their space, to their count; seen once counts as unseen.
    frequency: spelling to a coarse logarithm (1-8) of its frequency on the web.
    listed: every spelling of the spelling dictionary.
    """

    words: dict[str, int] = field(default_factory=dict)
    variants: dict[str, dict[str, int]] = field(default_factory=dict)
    left: dict[str, int] = field(default_factory=dict)
    right: dict[str, int] = field(default_factory=dict)
    pairs: dict[str, int] = field(default_factory=dict)
    frequency: dict[str, int] = field(default_factory=dict)
    listed: frozenset[str] = frozenset()
    listed_keys: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def add_word(self, word: str, count: int) -> None:
        """Count a sound spelling and its parts."""
        self.words[word] = self.words.get(word, 0) + count
        seen = self.variants.setdefault(word.replace(ZWNJ, ""), {})
        seen[word] = seen.get(word, 0) + count
        if ZWNJ not in word:
            return
        parts = word.split(ZWNJ)
        for i in range(1, len(parts)):
            before, after = "".join(parts[:i]), "".join(parts[i:])
            self.left[before] = self.left.get(before, 0) + count
            self.right[after] = self.right.get(after, 0) + count

    def list_words(self, words: Iterable[str]) -> None:
        """Take the words of the spelling dictionary."""
        self.listed = frozenset(words)
        keys: dict[str, list[str]] = {}
        for word in sorted(self.listed):
            keys.setdefault(word.replace(ZWNJ, ""), []).append(word)
        self.listed_keys = {key: tuple(found) for key, found in keys.items()}


def read_lines(name: str) -> list[str]:
    """Read the lines of a compressed table of this language, its comments left out."""
    text = lzma.decompress(load_bytes(PACKAGE, name)).decode("utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


@cache
def load_vocabulary() -> Vocabulary:
    """Load the tables, once."""
    vocabulary = Vocabulary()
    for line in read_lines("words.tsv.xz"):
        word, count, frequency = line.split("\t")
        if count != "0":
            vocabulary.add_word(word, int(count))
        if frequency != "0":
            vocabulary.frequency[word] = int(frequency)
    for line in read_lines("pairs.tsv.xz"):
        key, count = line.split("\t")
        vocabulary.pairs[key] = int(count)
    vocabulary.list_words(read_lines("spelling.txt.xz"))
    return vocabulary
