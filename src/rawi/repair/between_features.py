"""Features of the linear model which tells where a space should be a zero-width non-joiner (می شود).

The same lists serve training (`tools/build_joint_weights.py`) and use (`between_model.py`); to change one means
to train anew.
"""

from functools import cache
from typing import NamedTuple

from rawi.repair.vocabulary import ZWNJ, Vocabulary, bucket


class Joins(NamedTuple):
    """How the part of a word next to a space is joined on that side: how often, and in how many listed words."""

    joined: int
    productive: int


class Known(NamedTuple):
    """How common that part is on the web, whether its word has joiners of its own, and which lists have it."""

    web: int
    carries: bool
    listed: tuple[bool, ...]


class SideLevels(NamedTuple):
    """What is known of the part of a word next to a space."""

    joins: Joins
    known: Known


class PairLevels(NamedTuple):
    """What is known of two parts together: joined, spaced, glued; joined on the web; in the lists."""

    joined: int
    spaced: int
    glued: int
    ratio: int  # eighths of joined among joined and spaced, from 1; 0 if never seen
    web: int
    listed: tuple[tuple[bool, bool, bool], ...]  # joined, glued, joined with all of both words


def between(left: str, right: str, vocabulary: Vocabulary) -> list[str]:
    """List the features of the space between two words, which may carry joiners of their own."""
    return [
        *left_features(left, vocabulary),
        *right_features(right, vocabulary),
        *pair_features(left, right, vocabulary),
    ]


def left_features(left: str, vocabulary: Vocabulary) -> list[str]:
    """List what speaks for a joint from the word before the space alone."""
    end = left.rpartition(ZWNJ)[2]
    counts = count_levels(end, vocabulary.left, vocabulary)
    return [f"l={end}", *last_letters_before(end[-3:]), *counts_before(*counts)]


def last_letters_before(tail: str) -> list[str]:
    """List what the last one to three letters before the space say."""
    return [f"l1={tail[-1:]}", f"l2={tail[-2:]}", f"l3={tail}"]


def counts_before(length: int, joined: int, word: int) -> list[str]:
    """List what the counts of the part before the space say."""
    return [f"ll{length}", f"pl{joined}.{word}"]


def count_levels(part: str, joined: dict[str, int], v: Vocabulary) -> tuple[int, int, int]:
    """The length of a part, and how often it was seen beside a joiner and as a word, all capped."""
    return (
        min(6, len(part)),
        min(8, bucket(joined.get(part, 0))),
        min(10, bucket(v.words.get(part, 0))),
    )


def right_features(right: str, vocabulary: Vocabulary) -> list[str]:
    """List what speaks for a joint from the word after the space alone."""
    start = right.partition(ZWNJ)[0]
    counts = count_levels(start, vocabulary.right, vocabulary)
    return [
        f"r={start}", *first_letters_after(start[:3]), *last_letters_after(start[-3:]),
        *counts_after(*counts),
    ]  # fmt: skip


def first_letters_after(head: str) -> list[str]:
    """List what the first two and three letters after the space say."""
    return [f"r2={head[:2]}", f"r3={head}"]


def last_letters_after(tail: str) -> list[str]:
    """List what the last two and three letters of the part after the space say."""
    return [f"e2={tail[-2:]}", f"e3={tail}"]


def counts_after(length: int, joined: int, word: int) -> list[str]:
    """List what the counts of the part after the space say."""
    return [f"rl{length}", f"pr{joined}.{word}"]


def pair_features(left: str, right: str, vocabulary: Vocabulary) -> list[str]:
    """List what speaks for a joint from the two words together: their letters, then their levels."""
    v = vocabulary
    return spelled_features(left, right) + level_features(
        side_levels(left, v, before=True),
        side_levels(right, v, before=False),
        pair_levels(left, right, v),
    )


def spelled_features(left: str, right: str) -> list[str]:
    """List what the letters on both sides of the space say together."""
    end, start = left.rpartition(ZWNJ)[2], right.partition(ZWNJ)[0]
    return [f"lr={end}|{start}", f"l1r={end[-1:]}|{start}", f"r|e2={start}|{end[-2:]}"]


def side_levels(word: str, v: Vocabulary, *, before: bool) -> SideLevels:
    """The levels of the part of a word that is next to the space: so few that sums of them can be kept."""
    joins, known = side_codes(word, v, before=before)
    return SideLevels(read_joins(joins), read_known(known, len(v.lists)))


def side_codes(word: str, v: Vocabulary, *, before: bool) -> tuple[int, int]:
    """The same levels as two small numbers, to be looked up by."""
    carries = ZWNJ in word
    if before:
        part, joined, listed = word.rpartition(ZWNJ)[2] if carries else word, v.left, v.parts_before
    else:
        part, joined, listed = word.partition(ZWNJ)[0] if carries else word, v.right, v.parts_after
    productive = min(7, listed.get(part, 0).bit_length())
    known = v.frequency.get(part, 0) << 1 | carries
    for words in v.lists:
        known = known << 1 | (part in words.words)
    return min(8, joined.get(part, 0).bit_length()) << 3 | productive, known


def read_joins(code: int) -> Joins:
    """Read the first number of `side_codes`."""
    return Joins(code >> 3, code & 7)


def read_known(code: int, lists: int) -> Known:
    """Read the second number of `side_codes`."""
    listed = tuple([bool(code >> number & 1) for number in reversed(range(lists))])
    return Known(code >> lists + 1, bool(code >> lists & 1), listed)


def pair_levels(left: str, right: str, v: Vocabulary) -> PairLevels:
    """How often the two words were seen joined, apart and written as one."""
    end, start = left.rpartition(ZWNJ)[2], right.partition(ZWNJ)[0]
    glued, joined = end + start, end + ZWNJ + start
    whole = joined if end == left and start == right else left + ZWNJ + right
    if (
        whole is joined
        and glued not in v.variants
        and glued not in v.pairs
        and joined not in v.frequency
        and not v.is_listed_glued(glued)
    ):
        return never_seen(len(v.lists))  # as nearly all pairs
    variants = v.variants.get(glued)
    z = variants.get(joined, 0) if variants else 0
    g = variants.get(glued, 0) if variants else 0
    s = v.pairs.get(glued, 0)
    return PairLevels(
        min(6, bucket(z)),
        min(6, bucket(s)),
        min(6, bucket(g)),
        1 + 8 * z // (z + s) if z + s else 0,
        v.frequency.get(joined, 0),
        tuple([(joined in w.words, glued in w.words, whole in w.words) for w in v.lists]),
    )


@cache
def never_seen(lists: int) -> PairLevels:
    """The levels of two words of which nothing is known together."""
    return PairLevels(0, 0, 0, 0, 0, ((False, False, False),) * lists)


def level_features(before: SideLevels, after: SideLevels, pair: PairLevels) -> list[str]:
    """List what the levels of two words say, in three groups, each made of few values."""
    told = any(joined for joined, _, _ in pair.listed)
    return [
        *seen_features(pair),
        *joined_features(before.joins, after.joins, pair.joined, pair.spaced, told),
        *known_features(before.known, after.known),
    ]


def seen_features(pair: PairLevels) -> list[str]:
    """List what it says how often two words were seen together, and what the dictionaries have of them."""
    zb, sb, gb, ratio, web, listed = pair
    features = [
        f"zs{zb}.{sb}", f"z{zb}", f"s{sb}", f"g{gb}", f"ratio{ratio}", f"wz{web}", f"wzs{web}.{sb}",
    ]  # fmt: skip
    for number, (joined, glued, whole) in enumerate(listed):
        features += [
            f"e{number}.{int(joined)}{int(glued)}", f"es{number}.{int(joined)}.{sb}", f"e3{number}.{int(whole)}",
        ]  # fmt: skip
    return features


def joined_features(before: Joins, after: Joins, zb: int, sb: int, told: bool) -> list[str]:
    """List what it says how often, and to how many listed words, two words are joined on these sides.

    `zb` and `sb` are how often they were seen joined and apart, `told` is whether a dictionary joins them.
    """
    (left, end), (right, start), t = before, after, int(told)
    return [
        f"plpr{left}.{right}", f"ap{end}.{start}.{t}", f"ape{end}.{t}.{sb}", f"aps{start}.{t}.{sb}",
        f"apz{start}.{t}.{zb}", f"apj{start}.{right}.{t}", f"apk{end}.{left}.{t}",
    ]  # fmt: skip


def known_features(before: Known, after: Known) -> list[str]:
    """List what it says how common two words are, whether the dictionaries have them, or they have joints."""
    listed = enumerate(zip(before.listed, after.listed, strict=True))
    return [
        f"wl{before.web}.{after.web}",
        f"Zl{int(before.carries)}Zr{int(after.carries)}",
        *(f"ol{number}.{int(left)}.or{int(right)}" for number, (left, right) in listed),
    ]
