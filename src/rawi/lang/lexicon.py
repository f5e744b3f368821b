"""Which Arabic stems a Persian stem may be translated by: a small lexicon, for linking and not for reading.

Learned from aligned lines by `tools/build_lexicon.py` (`lexicon_fa_ar.tsv`, CC-BY-SA-4.0).
"""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from rawi.tables import load_tsv

_NOTHING: Mapping[str, float] = {}


class Translation(NamedTuple):
    """A row of `lexicon_fa_ar.tsv`: two stems, and how sure it is that they translate each other (0 to 1)."""

    fa: str
    ar: str
    strength: float


@cache
def _lexicon() -> Mapping[str, Mapping[str, float]]:
    """Persian stem to its Arabic stems."""
    found: dict[str, dict[str, float]] = {}
    for row in load_tsv("rawi.lang.shared", "lexicon_fa_ar.tsv", Translation):
        found.setdefault(row.fa, {})[row.ar] = row.strength
    return found


def translate_stem(stem: str) -> Mapping[str, float]:
    """Return the Arabic stems for a Persian stem with their strength; empty when it is not known.

    >>> max(translate_stem("جهان").items(), key=lambda found: found[1])[0]
    'عالم'
    """
    return _lexicon().get(stem, _NOTHING)
