"""Find the sentences two reports tell in another order. Stage *link*, after the path of `passages.py`.

Newsrooms tell one event in their own order: what one opens with the other keeps for the end. A sentence is
taken out of the path when another suits it twice as well, and it suits that one best too.
"""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from rawi.link.fitting import Fitting

# Set on half of the documents of parallel.tsv, where nothing is moved, and on freely written reports.
MOVED = 0.2  # excess of the likeness from which a sentence is taken for moved
TWICE = 2.0  # times the excess it has where it stands


class Step(NamedTuple):
    """Sentences of the Persian and of the Arabic report that correspond, and their score."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    score: float


def find_moved(steps: Sequence[Step], fitting: Fitting) -> list[Step]:
    """Set sentences that are told in another order beside each other; the others stay where they are."""
    of_a = {i: step for step in steps for i in step.a}
    of_b = {j: step for step in steps for j in step.b}
    if not of_a or not of_b:
        return list(steps)
    best_b = {i: max(of_b, key=partial(fitting.exceed, i)) for i in of_a}
    best_a = {j: max(of_a, key=partial(_exceed_by, fitting, j)) for j in of_b}
    moved = []
    for i, j in best_b.items():
        excess = fitting.exceed(i, j)
        if best_a[j] != i or of_a[i] is of_b[j] or excess < MOVED:
            continue
        there = [fitting.exceed(i, k) for k in of_a[i].b] + [
            fitting.exceed(k, j) for k in of_b[j].a
        ]
        if excess >= TWICE * max(there, default=0.0):
            moved.append(Step((i,), (j,), excess))
    gone_a, gone_b = {step.a[0] for step in moved}, {step.b[0] for step in moved}
    kept = (
        Step(
            tuple(i for i in step.a if i not in gone_a),
            tuple(j for j in step.b if j not in gone_b),
            step.score,
        )
        for step in steps
    )
    return [*kept, *moved]


def _exceed_by(fitting: Fitting, j: int, i: int) -> float:
    """The excess of a pair, the Arabic sentence named first."""
    return fitting.exceed(i, j)
