"""Learn which Persian and Arabic stems translate each other, from aligned lines: writes lexicon_fa_ar.tsv.

    python tools/build_lexicon.py [../shared/data/links/parallel.tsv]

IBM model 1 in both directions; a pair is kept when the geometric mean of its two probabilities is high
enough. The lines are CC-BY-SA-4.0 (NTREX-128), and so is the table made from them. The same input gives the
same bytes.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from rawi.lang.stems import cut_words, list_bare

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "../shared/data/links/parallel.tsv"
TARGET = ROOT / "src/rawi/lang/shared/lexicon_fa_ar.tsv"
ROUNDS = 6
SEEN = 2  # lines a stem must stand in to be learned
LEAST = 0.2  # geometric mean of the two probabilities; .08 brings noise into short reports
NULL = ""
HEADER = """\
# Persian and Arabic stems that translate each other, with the geometric mean of both translation
# probabilities. Learned by tools/build_lexicon.py from NTREX-128 (CC-BY-SA-4.0), as this table is.
"""
Pair = tuple[Sequence[str], Sequence[str]]
Table = dict[tuple[str, str], float]


def learn_one_way(pairs: Iterable[Pair]) -> Table:
    """Learn p(b | a) by expectation maximisation, with an empty word on the side of a."""
    lines = [(tuple(dict.fromkeys(a)), tuple(dict.fromkeys(b))) for a, b in pairs]
    seen_a = Counter(word for a, _ in lines for word in a)
    seen_b = Counter(word for _, b in lines for word in b)
    lines = [
        (
            (*(word for word in a if seen_a[word] >= SEEN), NULL),
            tuple(word for word in b if seen_b[word] >= SEEN),
        )
        for a, b in lines
    ]
    table: Table = {}
    for turn in range(ROUNDS):
        counts: dict[tuple[str, str], float] = defaultdict(float)
        totals: dict[str, float] = defaultdict(float)
        for a, b in lines:
            for word in b:
                weights = [table.get((other, word), 1e-9) if turn else 1.0 for other in a]
                whole = sum(weights)
                for other, weight in zip(a, weights, strict=True):
                    counts[other, word] += weight / whole
                    totals[other] += weight / whole
        table = {
            pair: count / totals[pair[0]]
            for pair, count in counts.items()
            if count / totals[pair[0]] > 1e-4
        }
    return table


def learn_lexicon(pairs: Sequence[Pair]) -> dict[str, dict[str, float]]:
    """Learn for each Persian stem its Arabic stems with their strength."""
    there = learn_one_way(pairs)
    back = learn_one_way([(b, a) for a, b in pairs])
    lexicon: dict[str, dict[str, float]] = defaultdict(dict)
    for (fa, ar), p in there.items():
        q = back.get((ar, fa), 0.0)
        if fa and p * q > LEAST * LEAST and min(p, q) > LEAST / 2:
            lexicon[fa][ar] = (p * q) ** 0.5
    return lexicon


def read_pairs(path: Path) -> list[tuple[str, Pair]]:
    """Read aligned lines as (document, (Persian stems, Arabic stems))."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    fa = choose_stems([row[1] for row in rows], "fa")
    ar = choose_stems([row[2] for row in rows], "ar")
    return [(row[0], pair) for row, pair in zip(rows, zip(fa, ar, strict=True), strict=True)]


def choose_stems(lines: Sequence[str], language: str) -> list[list[str]]:
    """Reduce the words of lines to stems; of what a word may be, the one most frequent in all lines."""
    words = [cut_words(line) for line in lines]
    seen = Counter(bare for line in words for word in line for bare in list_bare(word, language))
    return [
        [max(list_bare(word, language), key=lambda bare: (seen[bare], len(bare))) for word in line]
        for line in words
    ]


def main() -> None:
    """Learn from the file named on the command line, or the usual one, and write the table."""
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else SOURCE
    lexicon = learn_lexicon([pair for _, pair in read_pairs(source)])
    rows = sorted(
        f"{fa}\t{ar}\t{strength:.2f}\n"
        for fa, found in lexicon.items()
        for ar, strength in found.items()
    )
    TARGET.write_text(HEADER + "fa\tar\tstrength\n" + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
