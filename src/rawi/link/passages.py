"""Align the passages of a Persian and an Arabic report of one story. Stage *link*, after stories.

Passages are paragraphs; what is aligned are their sentences, in order, one or two (or three) to one or two,
by dynamic programming with the worth `fitting.py` finds, then in another order (`moved.py`). Paragraphs whose sentences correspond belong
together, so that one outlet may part a paragraph the other has whole, or say a sentence more in it. What
aligned passages say differently is found in `differences.py`.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from rawi.facts import AnnotatedDocument
from rawi.link.across import Rarity
from rawi.link.common_facts import CommonFact, find_common_facts, list_inside
from rawi.link.fitting import Fitting, Piece
from rawi.link.keys import take_passage_keys
from rawi.link.letters import PAGE_RESIDUE
from rawi.link.moved import Step, find_moved
from rawi.link.regrouping import Paragraphs
from rawi.text import Span, Text

_CLOCK = re.compile(r"\d{1,2}:\d{2}")
_LETTERS = re.compile(r"[^\W\d_]+")
WORDS_OF_WHEN = 3  # beside the date itself: «آخر تحديث», «تاریخ انتشار: … ساعت»
_SENTENCE_END = re.compile(r"[.!?؟…][»”\"]?\s*?(?P<break>\n)")
STEPS = ((1, 1), (1, 0), (0, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1))
MOST_CELLS = 60_000  # beyond, only cells near the diagonal are looked at


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the repaired text and its sentences."""

    span: Span
    pieces: tuple[Piece, ...]
    is_headline: bool = False

    @property
    def length(self) -> int:
        """The letters of the paragraph."""
        return sum(piece.length for piece in self.pieces)

    @property
    def whole(self) -> Piece:
        """The paragraph as one piece."""
        keys: dict[str, float] = {}
        for piece in self.pieces:
            for key, count in piece.keys.items():
                keys[key] = keys.get(key, 0.0) + count
        return Piece(self.length, keys)


@dataclass(frozen=True, slots=True)
class Bead:
    """Indexes of passages of each side that say the same; one side empty: only the other has it."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    score: float


def cut_pair(
    a: AnnotatedDocument, b: AnnotatedDocument
) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    """Cut two reports of one story into passages that know what both reports name."""
    a_facts, b_facts = find_common_facts(a, b)
    return cut_passages(a, a_facts), cut_passages(b, b_facts)


def cut_passages(
    annotated: AnnotatedDocument, facts: Sequence[CommonFact] = ()
) -> tuple[Passage, ...]:
    """Cut a document into passages: its paragraphs, and lines of the original that end a sentence.

    A paragraph set in lines may so fall into two passages; two paragraphs repair took for one are parted.
    Page residue and lines that tell only when are left out. `facts` are what another report tells too.
    """
    headlines = [part.span for part in annotated.parts if part.kind == "headline"]
    residue = [part.span for part in annotated.parts if part.kind in PAGE_RESIDUE]
    starts = [sentence.span.start for sentence in annotated.sentences]
    found = []
    for span in _find_lines(annotated.text):
        if any(span.start < left.end and left.start < span.end for left in residue):
            continue
        if _tells_only_when(annotated, span):
            continue
        inside = starts[bisect_right(starts, span.start) : bisect_left(starts, span.end)]
        pieces = tuple(_cut_pieces(annotated, facts, (span.start, *inside, span.end)))
        if pieces:
            is_headline = any(part.start <= span.start < part.end for part in headlines)
            found.append(Passage(span, pieces, is_headline))
    return tuple(found)


def _tells_only_when(annotated: AnnotatedDocument, span: Span) -> bool:
    """Tell whether a line has hardly a word beside a date or a time: «تاریخ انتشار: ۳ اردیبهشت ۱۴۰۳»."""
    line = annotated.text.repaired[span.start : span.end]
    if line[-1] in ".!?؟":
        return False
    rest, when = line, _CLOCK.search(line) is not None
    for timex in annotated.dates:
        start, end = timex.span.start - span.start, timex.span.end - span.start
        if start >= 0 and end <= len(line):
            rest, when = rest[:start] + " " * (end - start) + rest[end:], True
    return when and len(_LETTERS.findall(rest)) <= WORDS_OF_WHEN


def _cut_pieces(
    annotated: AnnotatedDocument, facts: Sequence[CommonFact], bounds: Iterable[int]
) -> Iterator[Piece]:
    """Yield what stands between each two bounds, leaving out what has no letters."""
    for start, end in pairwise(bounds):
        written = annotated.text.repaired[start:end]
        length = sum(map(str.isalnum, written))
        if length:
            keys = take_passage_keys(written, annotated.language)
            yield Piece(length, keys | dict.fromkeys(list_inside(facts, start, end), 1.0))


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
    if not a or not b:
        return tuple(_join({}, len(a), len(b)))
    a_of = [i for i, passage in enumerate(a) for _ in passage.pieces]
    b_of = [j for j, passage in enumerate(b) for _ in passage.pieces]
    fitting = Fitting(
        [piece for passage in a for piece in passage.pieces],
        [piece for passage in b for piece in passage.pieces],
        rarity,
    )
    steps = find_moved(_trace(len(a_of), len(b_of), fitting.gain), fitting)
    links = {(a_of[i], b_of[j]): step.score for step in steps for i, j in product(step.a, step.b)}
    whole = Fitting([passage.whole for passage in a], [passage.whole for passage in b], rarity)
    paragraphs = Paragraphs(
        [[whole.exceed(i, j) for j in range(len(b))] for i in range(len(a))],
        headlines=a[0].is_headline and b[0].is_headline,
    )
    return tuple(_join(paragraphs.regroup(links), len(a), len(b)))


def _join(links: Mapping[tuple[int, int], float], rows: int, columns: int) -> list[Bead]:
    """Join what is linked through a common passage; passages without a link stand alone."""
    groups: dict[tuple[str, int], list[Bead]] = {}
    for (i, j), score in sorted(links.items()):
        joined = [Bead((i,), (j,), score)]
        ends = ("a", i), ("b", j)
        for group in {id(groups[end]): groups[end] for end in ends if end in groups}.values():
            joined += group
        for known in joined:
            groups |= dict.fromkeys([("a", i) for i in known.a], joined)
            groups |= dict.fromkeys([("b", j) for j in known.b], joined)
    found = [_merge(group) for group in {id(group): group for group in groups.values()}.values()]
    found += [Bead((i,), (), 0.0) for i in range(rows) if ("a", i) not in groups]
    found += [Bead((), (j,), 0.0) for j in range(columns) if ("b", j) not in groups]
    return _order(found)


def _merge(group: Sequence[Bead]) -> Bead:
    """One bead of several; its score is their mean."""
    a = sorted({i for bead in group for i in bead.a})
    b = sorted({j for bead in group for j in bead.b})
    return Bead(tuple(a), tuple(b), sum(bead.score for bead in group) / len(group))


def _order(beads: Iterable[Bead]) -> list[Bead]:
    """Put beads in text order of `a`; what only `b` has follows what stands before it in `b`."""
    listed = sorted(beads, key=lambda bead: bead.b or (-1,))
    ordered: list[tuple[tuple[int, int, int], Bead]] = []
    reached = -1
    for bead in listed:
        if bead.a and bead.b:
            reached = max(reached, bead.a[0])
        place = bead.a[0] if bead.a else reached
        ordered.append(((place, 0 if bead.a else 1, bead.b[0] if bead.b else -1), bead))
    return [bead for _, bead in sorted(ordered, key=lambda item: item[0])]


Gain = Callable[[int, int, int, int], tuple[float, float]]


def _trace(rows: int, columns: int, gain: Gain) -> list[Step]:
    """Find the best path through all sentences by dynamic programming."""
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
    steps: list[Step] = []
    i, j = rows, columns
    while i or j:
        m, n, score = step_to[i, j]
        i, j = i - m, j - n
        steps.append(Step(tuple(range(i, i + m)), tuple(range(j, j + n)), score))
    return steps[::-1]
