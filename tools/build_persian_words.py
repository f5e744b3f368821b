"""Build the word tables of lang/fa: words.tsv.xz, pairs.tsv.xz (CC BY-SA 4.0) and spelling.txt.xz (Apache-2.0).

Run:  python tools/build_persian_words.py LILAK_DIC
LILAK_DIC is `index.dic` of the npm package dictionary-fa 2.0.0 (Lilak 3.3, Apache-2.0); the web frequencies come
from the Python package wordfreq 3.1.1 (data CC BY-SA 4.0), which must be installed where this runs.
"""

import math
import re
import sys
from pathlib import Path

import wordfreq
from persian_text import FA, ZWNJ, count_words, training_sentences, write_table

LETTERS = str.maketrans({"ي": "ی", "ك": "ک", "ى": "ی"})
PERSIAN = re.compile(
    "[\u0621-\u063a\u0641-\u064a\u067e\u0686\u0698\u06a9\u06af\u06c0\u06cc\u200c]+"
)


def main(lilak: Path) -> None:
    """Write the three tables."""
    words, pairs = count_words(training_sentences())
    frequency: dict[str, int] = {}
    for word, share in wordfreq.get_frequency_dict("fa").items():
        folded = word.translate(LETTERS)
        if PERSIAN.fullmatch(folded):
            frequency[folded] = max(frequency.get(folded, 0), int(math.log10(share * 1e9)))
    write_table(
        FA / "words.tsv.xz",
        [
            "Persian words: spelling, count in edited text, logarithm of web frequency (0 unseen).",
            "From UD_Persian-PerDT train and wordfreq 3.1.1. CC BY-SA 4.0. tools/build_persian_words.py",
        ],
        (
            f"{w}\t{words[w]}\t{frequency.get(w, 0)}"
            for w in sorted(words.keys() | frequency.keys())
        ),
    )
    write_table(
        FA / "pairs.tsv.xz",
        [
            "Two neighbouring Persian words written without space, and how often they were seen (2 or more).",
            "From UD_Persian-PerDT train. CC BY-SA 4.0. tools/build_persian_words.py",
        ],
        (f"{key}\t{count}" for key, count in sorted(pairs.items()) if count > 1),
    )
    listed = {
        line.split("/")[0].strip().translate(LETTERS).strip(ZWNJ)
        for line in lilak.read_text("utf-8").split("\n")[1:]
    }
    write_table(
        FA / "spelling.txt.xz",
        [
            "Persian spellings. Lilak 3.3, copyright 2015 Mostafa Sedaghat Joo, Apache-2.0, as packed in",
            "dictionary-fa 2.0.0; changed: affix flags left out, letters folded. tools/build_persian_words.py",
        ],
        sorted(word for word in listed if PERSIAN.fullmatch(word)),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
