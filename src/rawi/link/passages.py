"""Align the passages of a Persian and an Arabic report of one story. Stage *link*, after stories.

Passages are paragraphs, in order; dynamic programming chooses which correspond, one or two to one or two,
and which stand alone. A pair counts by the keys it shares above what its passages share with any other,
and by how well its lengths fit (Gale and Church 1993). What aligned passages say differently is found in
`differences.py`.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from rawi.facts import AnnotatedDocument
from rawi.link.across import Rarity
from rawi.link.keys import FAMILY_WEIGHT, take_passage_keys
from rawi.link.letters import PAGE_RESIDUE
from rawi.text import Span, Text

# Tuned on half of the twins of stories.jsonl with a lexicon from other documents; see docs/7-link.md.
KEYS_WEIGHT = 6.0  # what a similarity of 1 above the usual is worth
LENGTH_WEIGHT = 0.5
LENGTH_RATIO = 1.03  # Arabic letters for a Persian letter
LENGTH_SPREAD = 9.0  # variance of an Arabic length for each Persian letter
WORST_FIT = 8.0  # no length fits worse than this
ALONE = 0.3  # what leaving a passage alone costs
MERGED = 1.0  # what each passage beyond one to one costs
_SENTENCE_END = re.compile(r"[.!?؟…][»”\"]?\s*?(?P<break>\n)")
STEPS = ((1, 1), (1, 0), (0, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1))
MOST_MERGED = 3
MOST_CELLS = 60_000  # beyond, only cells near the diagonal are looked at


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the repaired text, its letters counted, its keys taken."""

    span: Span
    length: int
    keys: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Bead:
    """Indexes of passages of each side that say the same; one side empty: only the other has it."""

    a: range
    b: range
    score: float


def cut_passages(annotated: AnnotatedDocument) -> tuple[Passage, ...]:
    """Cut a document into passages: its paragraphs, and lines of the original that end a sentence.

    A paragraph set in lines may so fall into two passages; two paragraphs repair took for one are parted.
    Page residue is left out.
    """
    text = annotated.text.repaired
    residue = [part.span for part in annotated.parts if part.kind in PAGE_RESIDUE]
    found = []
    for span in _find_lines(annotated.text):
        if any(span.start < left.end and left.start < span.end for left in residue):
            continue
        line = text[span.start : span.end]
        length = sum(map(str.isalnum, line))
        if length:
            found.append(Passage(span, length, take_passage_keys(line, annotated.language)))
    return tuple(found)


def _find_lines(text: Text) -> Iterator[Span]:
    """Yield the lines that are not empty, without the white space around them."""
    breaks = {at for at, character in enumerate(text.repaired) if character == "\n"}
    for match in _SENTENCE_END.finditer(text.original):
        start, _ = text.alignment.to_new(match.start("break"), match.start("break"))
        breaks.add(start)
    start = 0
    for end in (*sorted(breaks), len(text.repaired)):
        line = text.repaired[start:end]
        stripped = line.strip()
        if stripped:
            low = start + line.index(stripped[0])
            yield Span(low, low + len(stripped))
        start = end


def align_passages(a: Sequence[Passage], b: Sequence[Passage], rarity: Rarity) -> tuple[Bead, ...]:
    """Align the Persian passages `a` with the Arabic passages `b`; every passage is in one bead."""
    gain = _make_gain(a, b, rarity)
    return tuple(_trace(len(a), len(b), gain))


Gain = Callable[[int, int, int, int], tuple[float, float]]


def _make_gain(a: Sequence[Passage], b: Sequence[Passage], rarity: Rarity) -> Gain:
    """Make the function that tells the worth and the score of aligning `a[i:i+m]` with `b[j:j+n]`.

    The keys of neighbours are added, so the products of merged passages are sums of those of single ones.
    """
    rows = [_weigh(passage.keys, rarity) for passage in a]
    columns = [_weigh(passage.keys, rarity) for passage in b]
    products = [[_multiply(row, column) for column in columns] for row in rows]
    squares_a, squares_b = _square_runs(rows), _square_runs(columns)
    likeness = [
        [_normalise(cell, squares_a[0][i], squares_b[0][j]) for j, cell in enumerate(row)]
        for i, row in enumerate(products)
    ]
    # What a passage shares with those it does not belong to: everything but its best.
    usual_a = [_mean_but_best(row) for row in likeness]
    usual_b = [_mean_but_best(column) for column in zip(*likeness, strict=True)]
    lengths_a = [passage.length for passage in a]
    lengths_b = [passage.length for passage in b]

    def gain(i: int, j: int, m: int, n: int) -> tuple[float, float]:
        if not m or not n:
            return -ALONE * (m + n), 0.0
        product = sum(sum(row[j : j + n]) for row in products[i : i + m])
        score = _normalise(product, squares_a[m - 1][i], squares_b[n - 1][j])
        usual = (sum(usual_a[i : i + m]) / m + sum(usual_b[j : j + n]) / n) / 2
        misfit = _misfit(sum(lengths_a[i : i + m]), sum(lengths_b[j : j + n]))
        worth = KEYS_WEIGHT * (score - usual) * (m + n) / 2
        return worth - LENGTH_WEIGHT * misfit - MERGED * (m + n - 2), score

    return gain


def _weigh(keys: Mapping[str, float], rarity: Rarity) -> dict[str, float]:
    """Weigh the keys of a passage by rarity and family."""
    return {
        key: count * rare * sqrt(FAMILY_WEIGHT[key[0]])
        for key, count in keys.items()
        if (rare := rarity(key))
    }


def _multiply(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The product of two weighed sets of keys."""
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    return sum(few[key] * many[key] for key in few.keys() & many.keys())


def _square_runs(weighed: Sequence[Mapping[str, float]]) -> tuple[list[float], ...]:
    """The squared lengths of runs of one, two, … MOST_MERGED passages, by where they begin."""
    single = [_multiply(one, one) for one in weighed]
    runs = [single]
    for size in range(2, MOST_MERGED + 1):
        longer = []
        for i in range(len(weighed) - size + 1):
            last = weighed[i + size - 1]
            crossing = sum(_multiply(weighed[k], last) for k in range(i, i + size - 1))
            longer.append(runs[-1][i] + single[i + size - 1] + 2 * crossing)
        runs.append(longer)
    return tuple(runs)


def _normalise(product: float, square_a: float, square_b: float) -> float:
    """The cosine from a product and two squared lengths."""
    return product / sqrt(square_a * square_b) if product else 0.0


def _mean_but_best(scores: Sequence[float]) -> float:
    """The mean of all but the highest."""
    return (sum(scores) - max(scores)) / (len(scores) - 1) if len(scores) > 1 else 0.0


def _misfit(a: int, b: int) -> float:
    """How badly two lengths fit, in halves of squared standard deviations."""
    mean = (a + b / LENGTH_RATIO) / 2
    deviation = (b - a * LENGTH_RATIO) / sqrt(max(mean, 1.0) * LENGTH_SPREAD)
    return min(deviation * deviation / 2, WORST_FIT)


def _trace(rows: int, columns: int, gain: Gain) -> list[Bead]:
    """Find the best path through all passages by dynamic programming."""
    worst = float("-inf")
    best = [[worst] * (columns + 1) for _ in range(rows + 1)]
    step_to: dict[tuple[int, int], tuple[int, int, float]] = {}
    best[0][0] = 0.0
    width = columns if rows * columns <= MOST_CELLS else max(40, MOST_CELLS // max(rows, 1) // 2)
    for i in range(rows + 1):
        middle = i * columns // max(rows, 1)
        for j in range(max(0, middle - width), min(columns, middle + width) + 1):
            here = best[i][j]
            if here == worst:
                continue
            for m, n in STEPS:
                if i + m > rows or j + n > columns:
                    continue
                worth, score = gain(i, j, m, n)
                if here + worth > best[i + m][j + n]:
                    best[i + m][j + n] = here + worth
                    step_to[i + m, j + n] = m, n, score
    beads: list[Bead] = []
    i, j = rows, columns
    while i or j:
        m, n, score = step_to[i, j]
        i, j = i - m, j - n
        beads.append(Bead(range(i, i + m), range(j, j + n), score))
    return beads[::-1]
