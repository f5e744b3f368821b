"""Count which story keys are common in news of either language: writes common_keys.tsv.

    python tools/build_common_keys.py [../shared/data/links/parallel.tsv]

A small archive cannot know which words are common; these counts stand in until it has its own. Keys are
those of `rawi.link.keys`, counted by document. The lines are CC-BY-SA-4.0 (NTREX-128), and so is the table.
"""

import sys
from collections import Counter
from pathlib import Path

from rawi.link.keys import take_passage_keys

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "../shared/data/links/parallel.tsv"
TARGET = ROOT / "src/rawi/lang/shared/common_keys.tsv"
FEWEST = 5  # documents of either language a key must be in to be called common
HEADER = """\
# Story keys (rawi.link.keys) that are common in news, and in how many of {documents} Persian and as many
# Arabic documents each is. Made by tools/build_common_keys.py from NTREX-128 (CC-BY-SA-4.0), as this table is.
"""


def main() -> None:
    """Count in the file named on the command line, or the usual one, and write the table."""
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else SOURCE
    texts: dict[str, tuple[list[str], list[str]]] = {}
    for line in source.read_text(encoding="utf-8").splitlines():
        document, fa, ar = line.split("\t")
        texts.setdefault(document, ([], []))[0].append(fa)
        texts[document][1].append(ar)
    counts = Counter[str](), Counter[str]()
    for sides in texts.values():
        for lines, count, language in zip(sides, counts, ("fa", "ar"), strict=True):
            count.update(take_passage_keys("\n".join(lines), language).keys())
    common = {key for count in counts for key, seen in count.items() if seen >= FEWEST}
    rows = [f"{key}\t{counts[0][key]}\t{counts[1][key]}\n" for key in sorted(common)]
    header = HEADER.format(documents=len(texts))
    TARGET.write_text(header + "key\tfa\tar\n" + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
