"""How common Arabic words are, for repairs that choose between two spellings.

The table `lang/ar/words.tsv.xz` (built by `tools/build_arabic_words.py`) holds tenths of a decimal logarithm.
"""

import lzma
from functools import cache

from rawi.tables import load_bytes

# Particles and the article written together with a word, longest first; a word so made is rarer.
_PROCLITICS = (
    "وبال",
    "وال",
    "بال",
    "فال",
    "كال",
    "ولل",
    "ال",
    "لل",
    "وب",
    "ول",
    "و",
    "ف",
    "ب",
    "ل",
    "ك",
    "س",
)
DERIVED = 0.01
# The article alone is no word; where it stands alone it is a swapped لا (in word lists, a slip of tokenizers).
_NO_WORDS = frozenset({"ال", "وال", "فال", "أال"})


@cache
def load_frequencies() -> dict[str, float]:
    """Load the table, once: word to its frequency per billion."""
    table = lzma.decompress(load_bytes("rawi.lang.ar", "words.tsv.xz")).decode("utf-8")
    rows = (line.split("\t") for line in table.split("\n") if line and not line.startswith("#"))
    level = {str(n): 10 ** (n / 10) for n in range(100)}
    return {word: level[tenths] for word, tenths in rows}


@cache
def arabic_frequency(word: str) -> float:
    """How common an Arabic word is, 0 if unknown; particles before it are looked through.

    >>> arabic_frequency("الأول") > arabic_frequency("األول")
    True
    """
    if word in _NO_WORDS:
        return 0.0
    known = load_frequencies()
    found = known.get(word, 0.0)
    for particle in _PROCLITICS:
        if word.startswith(particle) and len(word) - len(particle) > 2:
            found = max(found, DERIVED * known.get(word[len(particle) :], 0.0))
    return found
