"""Look at whole paragraphs again, once their sentences are aligned. Stage *link*, for `passages.py`.

The path through the sentences follows the order of both reports. Two newsrooms keep it only so far: a link that fits
neither of its paragraphs goes, and where the order is broken, paragraphs that suit each other best are linked
across it. Headlines are told by their place: one belongs to the other, and hardly to a paragraph of the body.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import product

# Set on freely written reports (tests/link/golden/newsrooms, six of them marked before); parallel.tsv stays as it was.
LIKELY = (
    0.1  # excess of the likeness from which two paragraphs that suit each other best are linked
)
TELLING = 0.12  # excess from which a pair tells of the order
RATHER = 0.15  # excess from which a paragraph without a link joins the best it has
UNFIT = 0.35  # times what the better-suited partners of both have: a link below goes
OUTDONE = 0.5  # times the excess of a link that is put in: one that was there goes
ORDERED = 0.86  # share of the telling pairs that are in order: from here on the path is trusted
HEADLINE = 0.25  # what a headline is nearer to a headline, and farther from the rest

Links = dict[tuple[int, int], float]


class Paragraphs:
    """How much more the paragraphs of two reports are alike than they are with others: rows Persian, columns Arabic.

    >>> crossed = Paragraphs([[0.0, 0.0, 0.4], [0.3, 0.0, 0.0], [0.0, 0.2, 0.0]], headlines=False)
    >>> sorted(crossed.regroup({(0, 0): 0.1, (1, 0): 0.3, (2, 1): 0.2}))
    [(0, 2), (1, 0), (2, 1)]
    """

    def __init__(self, excess: Sequence[Sequence[float]], *, headlines: bool) -> None:
        self._excess = [list(row) for row in excess]
        self.headlines = headlines
        if headlines:
            for row in self._excess:
                row[0] -= HEADLINE
            self._excess[0] = [value - HEADLINE for value in self._excess[0]]
            self._excess[0][0] += 3 * HEADLINE
        self._best_a: list[float] = [max(row) for row in self._excess]
        self._best_b: list[float] = [max(column) for column in zip(*self._excess, strict=True)]
        self._pairs = list(product(range(len(self._best_a)), range(len(self._best_b))))

    def regroup(self, links: Mapping[tuple[int, int], float]) -> Links:
        """Take out the links that do not fit, and put in those the order kept from being found."""
        kept = {pair: score for pair, score in links.items() if not self._is_unfit(*pair)}
        free = not self._is_ordered()
        put_in = {
            pair: self._excess[pair[0]][pair[1]]
            for pair in self._pairs
            if pair not in kept
            if (free and self._joins(*pair, kept)) or self._is_headline(*pair)
        }
        return {
            pair: score for pair, score in kept.items() if not self._is_outdone(pair, put_in)
        } | put_in

    def _is_unfit(self, i: int, j: int) -> bool:
        """Tell whether both paragraphs of a link have a much better partner elsewhere."""
        best = min(self._best_a[i], self._best_b[j])
        return best >= LIKELY and self._excess[i][j] < min(LIKELY, UNFIT * best)

    def _is_ordered(self) -> bool:
        """Tell whether what suits each other best stands in the same order: the longest run of it that rises."""
        telling = [
            j for i, j in self._pairs if self._suits_best(i, j) and self._excess[i][j] >= TELLING
        ]
        rising: list[int] = []
        for j in telling:
            at = bisect_left(rising, j)
            rising[at : at + 1] = [j]
        return len(rising) > ORDERED * len(telling) or not telling

    def _suits_best(self, i: int, j: int) -> bool:
        """Tell whether two paragraphs suit none better than each other."""
        return self._excess[i][j] == self._best_a[i] == self._best_b[j]

    def _joins(self, i: int, j: int, kept: Links) -> bool:
        """Tell whether two paragraphs suit each other best, or one that has no link suits the other."""
        excess = self._excess[i][j]
        if excess >= LIKELY and self._suits_best(i, j):
            return True
        alone_a = excess == self._best_a[i] and all(i != a for a, _ in kept)
        alone_b = excess == self._best_b[j] and all(j != b for _, b in kept)
        return excess >= RATHER and (alone_a or alone_b)

    def _is_headline(self, i: int, j: int) -> bool:
        """Tell whether two paragraphs are headlines that suit each other."""
        return self.headlines and i == j == 0 and self._excess[i][j] >= LIKELY

    def _is_outdone(self, pair: tuple[int, int], put_in: Links) -> bool:
        """Tell whether one of the paragraphs of a link got a much better one."""
        i, j = pair
        return any(
            self._excess[i][j] < OUTDONE * excess
            for (a, b), excess in put_in.items()
            if (a == i) != (b == j)
        )
