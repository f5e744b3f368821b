"""Fold letters so that spellings which differ only by damage or habit compare equal.

Two folds: `fold` keeps the length, so offsets stay what they are; `squeeze` also drops what does not
count (marks, joiners, tatweel, bidi controls) and says where each remaining character stood. Folding is
for finding and comparing; nothing folded is ever shown.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from rawi.tables import load_tsv

# Marks (harakat, Qur'anic signs), tatweel, joiners, bidi controls, soft hyphen, BOM.
_DROPPED = (
    *range(0x0610, 0x061B), 0x061C, 0x0640, *range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06DD),
    *range(0x06DF, 0x06E5), 0x06E7, 0x06E8, *range(0x06EA, 0x06EE), 0x00AD, *range(0x200B, 0x2010),
    *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF,
)  # fmt: skip

_MARKED = 3  # characters: the alef of an accusative, its ending and a shadda, «هاتفيًّا»
LONG = 100  # code points from which replacing by character is faster (by a half and more)


class FoldedLetter(NamedTuple):
    """A row of `folding.tsv`."""

    code: str
    character: str
    name: str
    folded: str


@cache
def _folds() -> dict[int, str]:
    """Code point to its fold."""
    rows = load_tsv("rawi.lang.shared", "folding.tsv", FoldedLetter)
    return {ord(row.character): row.folded for row in rows}


@cache
def _squeezes() -> dict[int, str | None]:
    """Code point to its fold, or to nothing."""
    return {**_folds(), **dict.fromkeys(_DROPPED)}


def fold(text: str) -> str:
    """Fold letters and digits one to one: the answer has the same length.

    >>> fold("قالت كتابى ١٢")
    'قالت کتابی 12'
    """
    return replace_letters(text, _folds())


def squeeze(text: str) -> str:
    r"""Fold letters and digits, and drop marks, joiners, tatweel and bidi controls.

    >>> squeeze("مي\u200cشود") == squeeze("ميشود") == squeeze("می\u0640شود")
    True
    """
    return replace_letters(text, _squeezes())


def replace_letters(text: str, table: Mapping[int, str | None]) -> str:
    """Replace characters one by one; nothing a character is replaced by is in the table itself.

    A long text has few different characters to replace: looking for each is twice as fast as looking all up.
    """
    if len(text) < LONG:
        return text.translate(table)
    for character in set(text):
        code = ord(character)
        if code in table:
            text = text.replace(character, table[code] or "")
    return text


def squeeze_with_places(text: str) -> tuple[str, list[int]]:
    r"""Squeeze, and tell for each remaining character its offset in `text`; the last entry is its length.

    >>> squeeze_with_places("مي\u200cشود")
    ('میشود', [0, 1, 3, 4, 5, 6])
    """
    places: list[int] = []
    kept = 0
    for match in _dropped().finditer(text):
        places += range(kept, match.start())
        kept = match.end()
    places += range(kept, len(text) + 1)
    return squeeze(text), places


@cache
def _dropped() -> re.Pattern[str]:
    """Runs of the characters `squeeze` drops."""
    return re.compile(f"[{re.escape(''.join(map(chr, _DROPPED)))}]+")


def ends_in_tanwin(written: str) -> bool:
    """Tell whether an Arabic word as written ends with «an», before its alef or behind it, with a shadda or without.

    >>> [ends_in_tanwin(word) for word in ("عام\N{ARABIC FATHATAN}ا", "عاما\N{ARABIC FATHATAN}", "عاما")]
    [True, True, False]
    """
    return "\N{ARABIC FATHATAN}" in written[-_MARKED:]
