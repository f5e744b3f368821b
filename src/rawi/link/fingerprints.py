"""Choose the fingerprints by which texts that share letters find each other. Stage *link*.

Winnowing (Schleimer, Wilkerson and Aiken 2003): of every WINDOW neighbouring hashes of GRAM letters the smallest
is kept, so that texts with GRAM + WINDOW - 1 letters in common have a fingerprint in common.

All hashes of a text are computed together: numbers stand side by side in lanes of 64 bits of one long integer,
so that one addition of Python adds them all (Lamport 1975, "Multiple byte processing with full-word
instructions"). One by one takes five times as long.
"""

from array import array
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

# GRAM and WINDOW are from links.md, section 1 (k12 w8): any 19 letters in common are found.
GRAM = 12
WINDOW = 8
LANE = 64  # bits: the highest is free, then a hash of 31 bits, then the place it belongs to
PLACE = 32
ROUND = 64  # lanes by which texts are told apart in length, so that masks are made once for many
# Odd numbers of 30 bits, so that a product stays within its lane, and Python multiplies by a single digit.
PAIR, FOUR, EIGHT, TWELVE, MIX = 0x1B873593, 0x27D4EB2F, 0x165667B1, 0x1EB2CA77, 0x3C6EF35F


class Fingerprints(NamedTuple):
    """Hashes of GRAM letters, in order of the place of the first of them; both of 32 bits."""

    hashes: "array[int]"
    places: "array[int]"

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Yield each hash with its place."""
        return zip(self.hashes, self.places, strict=True)


def find_fingerprints(letters: str) -> Fingerprints:
    """Choose fingerprints by winnowing, in order of place: the smallest hash of each window, the first of equals.

    >>> one, other = "abcdefghijklmnopqrstuvwxyz", "9876543210abcdefghijklmnopqrstuvwxyz"
    >>> set(find_fingerprints(one).hashes) <= set(find_fingerprints(other).hashes)
    True
    """
    grams = len(letters) - GRAM + 1
    if grams < 1:
        return Fingerprints(array("I"), array("I"))
    masks = _make_masks(-(-len(letters) // ROUND) * ROUND)
    # The place is written behind the hash, so that one number tells both.
    marked = _hash_grams(letters, masks) << PLACE - 1 | masks.places
    if grams <= WINDOW:
        smallest = [min(_unpack(marked, grams))]
    else:
        for step in (1, 2, 4):  # of 2, of 4, of WINDOW = 8 neighbours
            marked = _take_smaller(marked, marked >> step * LANE, masks.guard)
        smallest = list(dict.fromkeys(_unpack(marked, grams - WINDOW + 1)))
    halves = array("I", array("Q", smallest).tobytes())
    return Fingerprints(halves[1::2], halves[0::2])


class _Masks(NamedTuple):
    """So many lanes that each hold: 32 low bits; the same but the lowest; the highest bit; its own number."""

    low: int
    even: int
    guard: int
    places: int


@lru_cache(maxsize=256)
def _make_masks(lanes: int) -> _Masks:
    """Make the masks for texts of up to so many letters."""
    ones = int.from_bytes((b"\1" + bytes(7)) * lanes, "little")
    places = int.from_bytes(array("Q", range(lanes)).tobytes(), "little")
    return _Masks(ones * 0xFFFFFFFF, ones * 0xFFFFFFFE, ones << LANE - 1, places)


def _hash_grams(letters: str, masks: _Masks) -> int:
    """Hash the GRAM letters from each place on: sums of products modulo 2**32, doubled in length, then mixed.

    The lowest bit of a hash is 0, to make room for the guard when the place is written behind it.
    """
    low = masks.low
    # A letter and a NUL are two times 32 bits: a lane.
    one = int.from_bytes("\0".join(letters).encode("utf-32-le"), "little")
    two = one * PAIR + (one >> LANE) & low
    four = two * FOUR + (two >> 2 * LANE) & low
    eight = four * EIGHT + (four >> 4 * LANE) & low
    twelve = eight * TWELVE + (four >> 8 * LANE) & low
    return ((twelve ^ twelve >> 15) & low) * MIX & masks.even


def _take_smaller(one: int, other: int, guard: int) -> int:
    """Take the smaller number of each lane; their highest bits are free.

    The guard stays in a lane from which no more is taken than is there; spread, it masks the lane.
    """
    not_smaller = (one | guard) - other & guard
    return one ^ (one ^ other) & not_smaller - (not_smaller >> LANE - 1)


def _unpack(lanes: int, count: int) -> "array[int]":
    """The numbers of the first lanes."""
    return array("Q", (lanes & (1 << count * LANE) - 1).to_bytes(count * LANE // 8, "little"))
