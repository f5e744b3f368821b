"""The words searched for in their surroundings, sorted as a reader of a concordance wants them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from rawi.index.query import Query
from rawi.index.store import Line, Store
from rawi.lang.folding import squeeze
from rawi.serve.cards import link_passage

LINES_ON_A_PAGE = 50
MOST_LINES = 1_000  # sorted together; a longer list is one to be narrowed, not read
WIDTH = 70  # characters on each side: more than a wide window shows

Sorting = Literal["none", "before", "after"]


@dataclass(frozen=True, slots=True)
class Concordance:
    """One page of lines, how many there are (`MOST_LINES` at most), and how they are sorted."""

    lines: tuple[tuple[Line, str], ...]  # each with the address of its passage
    total: int
    sorting: Sorting


def collect_lines(store: Store, query: Query, *, sorting: Sorting, page: int) -> Concordance:
    """Take the lines of a query, sort them, and cut out one page."""
    lines = sort_lines(islice(store.lines(query, width=WIDTH), MOST_LINES), sorting)
    start = (page - 1) * LINES_ON_A_PAGE
    shown = lines[start : start + LINES_ON_A_PAGE]
    return Concordance(
        tuple((line, link_passage(line.document.id, [line.extent])) for line in shown),
        len(lines),
        sorting,
    )


def sort_lines(lines: Iterable[Line], sorting: Sorting) -> list[Line]:
    """Sort lines by the words before the hit, the nearest first, or by those after it; else leave their order.

    The order is that of the folded letters, so that spelling and joiners do not part what belongs together.
    """
    keys: dict[Sorting, Callable[[Line], list[str]]] = {
        "before": lambda line: squeeze(line.before).split()[::-1],
        "after": lambda line: squeeze(line.after).split(),
    }
    return sorted(lines, key=keys[sorting]) if sorting in keys else list(lines)
