"""Pairs of documents with a score and what they share, as rows `a, b, score, shared` and back."""

from collections.abc import Callable, Iterable
from typing import TypeVar

import msgspec

from rawi.index.sqlite.rows import decode_strings
from rawi.link.across import Candidate
from rawi.link.kin import Kin

Pair = TypeVar("Pair", Candidate, Kin)
PairRow = tuple[str, str, float, str]


def pack_pairs(pairs: Iterable[Candidate] | Iterable[Kin]) -> list[PairRow]:
    """Write pairs as rows; what they share is a JSON list.

    >>> pack_pairs([Kin("1", "2", 0.5, ("31",))])
    [('1', '2', 0.5, '["31"]')]
    """
    return [(p.a, p.b, p.score, msgspec.json.encode(p.shared).decode()) for p in pairs]


def read_pairs(
    make: Callable[[str, str, float, tuple[str, ...]], Pair], rows: Iterable[PairRow]
) -> list[Pair]:
    """Make the pairs of rows."""
    return [make(a, b, score, decode_strings(shared)) for a, b, score, shared in rows]
