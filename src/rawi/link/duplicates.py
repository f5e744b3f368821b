"""Find what two documents of one language copied from each other. Stage *link*, its first step.

Texts are compared as `Letters` (`letters.py`), so that damage makes no difference. Common fingerprints
(`fingerprints.py`) start passages; the letters themselves decide. Boilerplate is told apart in `boilerplate.py`.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import NamedTuple

from rawi.link.fingerprints import GRAM, WINDOW, Fingerprints
from rawi.link.letters import Letters

# The figures were set on half of the texts of copies.jsonl and checked on the other half.
GAP = 60  # letters that may differ between two stretches of one passage
DRIFT = 30  # by how much the two sides of such a gap may differ in length
SHORTEST = 36  # letters of a passage; below are phrases anyone may write
RELATED, SHORT = (
    100,
    18,
)  # letters shared that make a shorter stretch (a moved sentence) count as well
CHANCE = 3  # letters beyond a line's end that are alike by chance
WORDS = 12  # letters of a word or two only one side has there
RIM = 40  # letters of a changed word or two that may stand between a match and the end of its line


class Match(NamedTuple):
    """Letters [a, a_end) of one text and [b, b_end) of another that correspond; `equal` of them are the same."""

    a: int
    a_end: int
    b: int
    b_end: int
    equal: int


def find_passages(
    a: Letters,
    b: Letters,
    a_prints: Fingerprints,
    b_prints: Fingerprints,
    ignored: Set[int] = frozenset(),
) -> tuple[Match, ...]:
    """Find the passages two texts share, in order of `a`; hashes in `ignored` (boilerplate) start none.

    Stretches of equal letters are chained over small differences, and end with their lines where only a
    changed word or two is missing. No letter is in two passages.
    """
    stretches = _find_equal(a.letters, b.letters, a_prints, b_prints, ignored)
    chains = [_reach_rims(chain, a, b) for chain in _chain(stretches)]
    found = _keep_disjoint(chain for chain in chains if chain.equal >= SHORT)
    related = sum(match.equal for match in found if match.equal >= SHORTEST) >= RELATED
    return tuple(match for match in found if related or match.equal >= SHORTEST)


def _find_equal(
    a: str,
    b: str,
    a_prints: Fingerprints,
    b_prints: Fingerprints,
    ignored: Set[int],
) -> list[Match]:
    """Find the longest equal stretches around common fingerprints, in order of `a`."""
    common = set(a_prints.hashes).intersection(b_prints.hashes).difference(ignored)
    places: dict[int, list[int]] = {print_hash: [] for print_hash in common}
    for print_hash, place in b_prints.pairs():
        if print_hash in common:
            places[print_hash].append(place)
    reached: dict[int, int] = {}  # diagonal -> where its last stretch ends in `a`
    found: list[Match] = []
    habits = find_boilerplate(a_prints, ignored)
    for print_hash, i in a_prints.pairs():
        if print_hash not in common:
            continue
        for j in places[print_hash][:4]:
            if reached.get(i - j, -1) > i or a[i : i + GRAM] != b[j : j + GRAM]:
                continue
            back = _count_equal_before(a, i, b, j)
            ahead = _count_equal_after(a, i + GRAM, b, j + GRAM)
            reached[i - j] = i + GRAM + ahead
            found += _leave_out(i - back, i + GRAM + ahead, i - j, habits)
    return sorted(found)


def _leave_out(
    start: int, end: int, diagonal: int, habits: Sequence[tuple[int, int]]
) -> Iterator[Match]:
    """Yield what is left of an equal stretch [start, end) of `a` outside the boilerplate."""
    for low, high in (*habits[max(0, bisect_left(habits, (start, 0)) - 1) :], (end, end)):
        low = min(low, end)
        if low - start >= GRAM // 2:
            yield Match(start, low, start - diagonal, low - diagonal, low - start)
        start = max(start, high)
        if start >= end:
            return


def find_boilerplate(prints: Fingerprints, ignored: Set[int]) -> list[tuple[int, int]]:
    """Join the letters of ignored fingerprints that stand as close as winnowing sets them, in order."""
    ranges: list[tuple[int, int]] = []
    if ignored.isdisjoint(prints.hashes):
        return ranges
    for print_hash, place in prints.pairs():
        if print_hash in ignored:
            if ranges and place <= ranges[-1][1] + WINDOW:
                ranges[-1] = ranges[-1][0], place + GRAM
            else:
                ranges.append((place, place + GRAM))
    return ranges


def _count_equal_after(a: str, i: int, b: str, j: int) -> int:
    """Count equal letters from `i` and `j` on: doubling steps, then halving ones, compare slices fast."""
    count, step, most = 0, 16, min(len(a) - i, len(b) - j)
    while count < most and a[i + count : i + count + step] == b[j + count : j + count + step]:
        count += step
        step *= 2
    while step:
        if a[i + count : i + count + step] == b[j + count : j + count + step]:
            count += step
        step //= 2
    return min(count, most)


def _count_equal_before(a: str, i: int, b: str, j: int) -> int:
    """Count equal letters before `i` and `j`."""
    count = 0
    while count < i and count < j and a[i - count - 1] == b[j - count - 1]:
        count += 1
    return count


def _chain(stretches: Iterable[Match]) -> Iterator[Match]:
    """Chain stretches, sorted by `a`, over gaps of GAP letters whose sides differ by at most DRIFT."""
    open_chains: list[Match] = []
    for stretch in stretches:
        best, best_gap = -1, GAP + 1
        for index in range(len(open_chains) - 1, -1, -1):
            chain = open_chains[index]
            over_a, over_b = stretch.a - chain.a_end, stretch.b - chain.b_end
            if over_a > GAP and index < len(open_chains) - 8:
                break
            gap = max(abs(over_a), abs(over_b))
            # Two stretches may overlap by a few letters where a repeated word was put in.
            if min(over_a, over_b) > -GRAM and gap < best_gap and abs(over_a - over_b) <= DRIFT:
                best, best_gap = index, gap
        if best < 0:
            open_chains.append(stretch)
        else:
            chain = open_chains.pop(best)
            overlap = max(0, chain.a_end - stretch.a, chain.b_end - stretch.b)
            equal = chain.equal + max(0, stretch.equal - overlap)
            open_chains.append(
                Match(
                    chain.a, max(chain.a_end, stretch.a_end),
                    chain.b, max(chain.b_end, stretch.b_end), equal,
                )
            )  # fmt: skip
    yield from open_chains


def _reach_rims(chain: Match, a: Letters, b: Letters) -> Match:
    """Stretch a chain to the line ends on both sides when at most a changed word or two lies between."""
    chain = _snap(chain, a, b)
    a_low = a.breaks[bisect_left(a.breaks, chain.a + 1) - 1]
    b_low = b.breaks[bisect_left(b.breaks, chain.b + 1) - 1]
    a_high = a.breaks[bisect_left(a.breaks, chain.a_end)]
    b_high = b.breaks[bisect_left(b.breaks, chain.b_end)]
    before = chain.a - a_low, chain.b - b_low
    after = a_high - chain.a_end, b_high - chain.b_end
    start = before if _is_rim(*before) else (0, 0)
    end = after if _is_rim(*after) else (0, 0)
    return Match(
        chain.a - start[0],
        chain.a_end + end[0],
        chain.b - start[1],
        chain.b_end + end[1],
        chain.equal,
    )


def _snap(chain: Match, a: Letters, b: Letters) -> Match:
    """Cut off the letter or two that two neighbouring lines happen to end or begin with alike."""
    low = max(_to_break(a.breaks, chain.a), _to_break(b.breaks, chain.b))
    high = max(_from_break(a.breaks, chain.a_end), _from_break(b.breaks, chain.b_end))
    if low + high >= chain.equal:
        return chain
    return Match(
        chain.a + low,
        chain.a_end - high,
        chain.b + low,
        chain.b_end - high,
        chain.equal - low - high,
    )


def _to_break(breaks: Sequence[int], place: int) -> int:
    """Letters to the next line when that is nearer than CHANCE, else none."""
    distance = breaks[bisect_left(breaks, place)] - place
    return distance if distance <= CHANCE else 0


def _from_break(breaks: Sequence[int], place: int) -> int:
    """Letters since the line began when it began nearer than CHANCE, else none."""
    distance = place - breaks[bisect_left(breaks, place + 1) - 1]
    return distance if distance <= CHANCE else 0


def _is_rim(one: int, other: int) -> bool:
    """Tell whether what is left of two lines is short, and about as long on both sides."""
    if not one or not other:
        return max(one, other) <= WORDS
    return max(one, other) <= RIM and abs(one - other) <= RIM // 2


def _keep_disjoint(chains: Iterable[Match]) -> tuple[Match, ...]:
    """Keep the chains with most equal letters whole, and of the others what these leave."""
    kept: list[Match] = []
    for chain in sorted(chains, key=lambda chain: (-chain.equal, chain)):
        rest: Match | None = chain
        for other in kept:
            rest = rest and _cut(rest, other)
        if rest:
            kept.append(rest)
    return tuple(sorted(kept))


def _cut(match: Match, other: Match) -> Match | None:
    """Cut from an end of `match` what `other` has on either side; None when too little is left."""
    low = max(_reach(match.a, match.a_end, other.a, other.a_end),
              _reach(match.b, match.b_end, other.b, other.b_end))  # fmt: skip
    high = max(_reach(-match.a_end, -match.a, -other.a_end, -other.a),
               _reach(-match.b_end, -match.b, -other.b_end, -other.b))  # fmt: skip
    equal = match.equal - low - high
    if equal < SHORT:
        return None
    return Match(match.a + low, match.a_end - high, match.b + low, match.b_end - high, equal)


def _reach(start: int, end: int, other_start: int, other_end: int) -> int:
    """Count how far another range reaches into the beginning of this one; all of it from the middle on."""
    if other_end <= start or end <= other_start:
        return 0
    return other_end - start if other_start <= start else (end - start if other_end < end else 0)
