"""Build lang/ar/words.tsv.xz (CC BY-SA 4.0): Arabic words with tenths of the logarithm of their frequency.

Run:  python tools/build_arabic_words.py
Needs wordfreq 3.1.1 (data CC BY-SA 4.0); takes the words seen at least thrice in a hundred million.
"""

import lzma
import math
import re
from pathlib import Path

import wordfreq

TARGET = Path(__file__).resolve().parents[1] / "src" / "rawi" / "lang" / "ar" / "words.tsv.xz"
ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a]+")
LEAST = 3e-8


def main() -> None:
    """Write the table."""
    frequency = wordfreq.get_frequency_dict("ar", wordlist="large")
    rows = [
        f"{word}\t{int(10 * math.log10(share * 1e9))}\n"
        for word, share in sorted(frequency.items())
        if share >= LEAST and ARABIC.fullmatch(word)
    ]
    text = (
        "# Arabic words and ten times the decimal logarithm of their frequency in a billion words.\n"
        "# From wordfreq 3.1.1 (Robyn Speer), data CC BY-SA 4.0. tools/build_arabic_words.py\n"
    ) + "".join(rows)
    TARGET.write_bytes(lzma.compress(text.encode("utf-8"), preset=9 | lzma.PRESET_EXTREME))
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes, {len(rows)} words")  # noqa: T201


if __name__ == "__main__":
    main()
