"""Build `rawi/read/data/letter_pairs.tsv`: how often two characters stand side by side in Persian and Arabic.

Counted in the gold documents of ../shared/data/reading (CC BY-SA 4.0), each also as windows-1256 and DOS would
have written it: with Arabic letter codes, without joiners and marks. Run: `python tools/build_letter_pairs.py`.
The share given after `--part` (`even`, `odd`) is for held-out checks only.
"""

import argparse
import itertools
import json
import lzma
import math
from collections import Counter
from pathlib import Path

from rawi.read.charset import ARABIC, classify_character

HERE = Path(__file__).resolve().parent
SOURCE = HERE.parents[1] / "shared" / "data" / "reading" / "gold_docs.jsonl.xz"
TARGET = HERE.parent / "src" / "rawi" / "read" / "data" / "letter_pairs.tsv"
OLD_LETTERS = str.maketrans(
    {"ی": "ي", "ک": "ك", "پ": "ب", "چ": "ج", "ژ": "ز", "گ": "ك", "\u200c": " ", "۰": "0"}
)
SCALE = 10  # tenths of a nat are fine enough
UNSEEN = 0.3  # added to each count
HEADER = """\
# Pairs of characters in Persian and Arabic text: `cost` is ten times the negative logarithm of the second given the
# first. Letters stand for themselves; `_` space, `.` punctuation, `0` digit, `a` Latin letter, `n` joiner or mark.
# Made by tools/build_letter_pairs.py from texts of NTREX-128 and UD Persian (CC BY-SA 4.0).
first\tsecond\tcost
"""


def main() -> None:
    """Count and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=("all", "even", "odd"), default="all")
    parser.add_argument("-o", type=Path, default=TARGET)
    options = parser.parse_args()
    pairs: Counter[tuple[str, str]] = Counter()
    with lzma.open(SOURCE, "rt", encoding="utf-8") as file:
        for number, line in enumerate(file):
            if (options.part == "even" and number % 2) or (
                options.part == "odd" and not number % 2
            ):
                continue
            text = "\n".join(block["text"] for block in json.loads(line)["blocks"])
            for variant in (
                text,
                text.replace("ی", "ي").replace("ک", "ك"),
                text.translate(OLD_LETTERS),
            ):
                classes = [classify_character(character) for character in variant]
                pairs.update(itertools.pairwise(classes))
    firsts: Counter[str] = Counter()
    for (first, _), count in pairs.items():
        firsts[first] += count
    symbols = sorted(firsts)
    rows = []
    for first in symbols:
        if first not in ARABIC and first not in "_.0an":
            continue
        total = firsts[first] + UNSEEN * len(symbols)
        for second in symbols:
            share = (pairs[first, second] + UNSEEN) / total
            if pairs[first, second]:
                rows.append(f"{first}\t{second}\t{round(-SCALE * math.log(share))}\n")
    options.o.write_text(HEADER + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
