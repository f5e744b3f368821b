"""Build the word tables of lang/fa: words, pairs (CC BY-SA 4.0), spelling (Apache-2.0) and compounds (MIT).

Run:  python tools/build_persian_words.py LILAK_DIC HAZM_WORDS SHEKAR_FILES
HAZM_WORDS is `hazm/data/words.dat` of the Python package hazm 0.10.0, SHEKAR_FILES the folder
`shekar/data/files` of shekar 1.7.0 (both MIT). LILAK_DIC is `index.dic` of the npm package dictionary-fa 2.0.0 (Lilak 3.3, Apache-2.0); the web frequencies come
from the Python package wordfreq 3.1.1 (data CC BY-SA 4.0), which must be installed where this runs.
"""

import math
import re
import sys
from pathlib import Path

import wordfreq
from persian_text import FA, count_words, training_sentences, write_table

from rawi.repair.vocabulary import ZWNJ

MIT = (
    "Permission is hereby granted, free of charge, to any person obtaining a copy of this software and",
    'associated documentation files (the "Software"), to deal in the Software without restriction, including',
    "without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell",
    "copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the",
    "following conditions: The above copyright notice and this permission notice shall be included in all copies",
    'or substantial portions of the Software. THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND,',
    "EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A",
    "PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR",
    "ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,",
    "OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.",
)
LETTERS = str.maketrans({"ي": "ی", "ك": "ک", "ى": "ی"})
PERSIAN = re.compile(
    "[\u0621-\u063a\u0641-\u064a\u067e\u0686\u0698\u06a9\u06af\u06c0\u06cc\u200c]+"
)


def compounds(hazm: Path, shekar: Path) -> set[str]:
    """The words of two word lists: of Hazm's, which has every headword of a dictionary, those in use."""
    rows = [line.split("\t") for line in hazm.read_text("utf-8").split("\n") if line]
    words = {row[0] for row in rows if row[1] != "0" or ZWNJ in row[0]}
    for name in ("vocab.csv", "compound_words.csv"):
        words |= {
            line.split(",")[0].strip() for line in (shekar / name).read_text("utf-8").split("\n")
        }
    folded = {word.translate(LETTERS).strip(ZWNJ) for word in words}
    return {word for word in folded if PERSIAN.fullmatch(word)}


def main(lilak: Path, hazm: Path, shekar: Path) -> None:
    """Write the four tables."""
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
    write_table(
        FA / "compounds.txt.xz",
        [
            "Persian spellings of the word lists of Hazm 0.10.0 and Shekar 1.7.0; changed: counts left out,",
            "letters folded. tools/build_persian_words.py",
            "Hazm: copyright (c) 2013 Alireza Nourian. Shekar: copyright (c) 2024 Ahmad Amirivojdan. MIT:",
            *MIT,
        ],
        sorted(compounds(hazm, shekar)),
    )


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
