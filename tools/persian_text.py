"""What the builders of the Persian tables share: the training text, its words, and how a table is written."""

import collections
import lzma
import re
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

from rawi.repair.vocabulary import ZWNJ, Vocabulary, WordList

ROOT = Path(__file__).resolve().parents[1]
FA = ROOT / "src" / "rawi" / "lang" / "fa"
TRAIN = ROOT.parent / "shared" / "data" / "repair" / "perdt-train.txt.xz"
WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u200c\u064b-\u0655\u0670])*")
MARKS = re.compile("[\u064b-\u0655\u0670]")


def training_sentences() -> list[str]:
    """The sentences of UD_Persian-PerDT train (CC BY-SA 4.0)."""
    return lzma.decompress(TRAIN.read_bytes()).decode("utf-8").split("\n")[:-1]


def words_of(sentence: str) -> list[str]:
    """The words of a sentence, without marks."""
    return [MARKS.sub("", word).strip(ZWNJ) for word in WORD.findall(sentence)]


def count_words(
    sentences: Iterable[str],
) -> tuple[collections.Counter[str], collections.Counter[str]]:
    """Count words, and pairs of neighbours written without their space."""
    words: collections.Counter[str] = collections.Counter()
    pairs: collections.Counter[str] = collections.Counter()
    for sentence in sentences:
        found = words_of(sentence)
        words.update(found)
        pairs.update((a + b).replace(ZWNJ, "") for a, b in pairwise(found))
    return words, pairs


def make_vocabulary(
    sentences: Iterable[str], frequency: dict[str, int], lists: tuple[WordList, ...]
) -> Vocabulary:
    """Count a vocabulary as the package will load it."""
    vocabulary = Vocabulary(frequency=frequency)
    vocabulary.take_lists(lists)
    words, pairs = count_words(sentences)
    vocabulary.add_words(words)
    vocabulary.pairs = {key: count for key, count in pairs.items() if count > 1}
    return vocabulary


def write_table(path: Path, header: Iterable[str], rows: Iterable[str]) -> None:
    """Write a compressed table: comment lines, then rows; the same rows give the same bytes."""
    text = "".join(f"# {line}\n" for line in header) + "".join(f"{row}\n" for row in rows)
    path.write_bytes(lzma.compress(text.encode("utf-8"), preset=9 | lzma.PRESET_EXTREME))
    print(f"{path.name}: {path.stat().st_size} bytes")  # noqa: T201
