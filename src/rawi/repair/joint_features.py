"""Features of the two linear models which tell where a zero-width non-joiner belongs.

`inside` looks at a boundary within one written word (میشود), `between` at a space between two words
(می شود). The same functions serve training (`tools/build_joint_weights.py`) and use (`joint_model.py`);
to change one means to train anew.
"""

from functools import cache
from typing import NamedTuple

from rawi.repair.vocabulary import ZWNJ, Vocabulary


class SideLevels(NamedTuple):
    """What is known of the part of a word next to a space: as part of a joint, on the web, in the lists."""

    joined: int
    web: int
    carries: bool  # the word has joiners of its own
    listed: tuple[bool, ...]


class PairLevels(NamedTuple):
    """What is known of two parts together: joined, spaced, glued; joined on the web; in the lists."""

    joined: int
    spaced: int
    glued: int
    ratio: int  # eighths of joined among joined and spaced, from 1; 0 if never seen
    web: int
    listed: tuple[tuple[bool, bool, bool], ...]  # joined, glued, joined with all of both words


def bucket(count: int) -> int:
    """Round a count down to a power of two, so that 0, 1, 2-3, 4-7 are 0, 1, 2, 3.

    >>> [bucket(n) for n in (0, 1, 3, 4)]
    [0, 1, 2, 3]
    """
    return count.bit_length()


def joint_places(word: str) -> frozenset[int]:
    r"""Where the joiners of a word stand, counted in letters without joiners.

    >>> sorted(joint_places("می\u200cروم\u200cها"))
    [2, 5]
    """
    if ZWNJ not in word:
        return frozenset()
    places, letters = set(), 0
    for part in word.split(ZWNJ)[:-1]:
        letters += len(part)
        places.add(letters)
    return frozenset(places)


def inside(key: str, vocabulary: Vocabulary) -> list[tuple[int, list[str]]]:
    """List the boundaries of a word written without joiners that may be joints, with their features."""
    v = vocabulary
    whole_frequency, whole = v.frequency.get(key, 0), v.knowledge(key)
    spelling = _best_spelling(v.variants.get(key))
    spelled = [[joint_places(word) for word in listed.keys.get(key, ())] for listed in v.lists]
    found: list[tuple[int, list[str]]] = []
    for i in range(2, len(key) - 1):
        l, r = key[:i], key[i:]  # noqa: E741 - left and right are named a hundred times below
        if not v.may_part(l, r):
            continue
        left, right = "^" + l, r + "$"
        f = [f"l{n}={left[-n:]}" for n in (1, 2, 3, 4)]
        f += [f"r{n}={right[:n]}" for n in (1, 2, 3, 4)]
        f += [
            f"L={left}" if len(left) < 9 else "L*",
            f"R={right}" if len(right) < 10 else "R*",
            f"lr={left[-2:]}|{right[:2]}",
            f"lr3={left[-1:]}|{right[:3]}",
            f"R+l1={right if len(right) < 8 else '*'}|{left[-1:]}",
            f"L+r1={left if len(left) < 7 else '*'}|{right[:1]}",
        ]
        kl, kr = min(7, bucket(v.words.get(l, 0))), min(7, bucket(v.words.get(r, 0)))
        pl, pr = min(7, bucket(v.left.get(l, 0))), min(7, bucket(v.right.get(r, 0)))
        wl, wr = v.frequency.get(l, 0), v.frequency.get(r, 0)
        f += [
            f"kl{kl}", f"kr{kr}", f"klr{kl}.{kr}", f"pl{pl}", f"pr{pr}", f"plr{pl}.{pr}",
            f"klpr{kl}.{pr}", f"plkr{pl}.{kr}", f"wl{wl}", f"wr{wr}",
            f"wlrw{wl // 2}.{wr // 2}.{whole_frequency // 2}", f"wkpr{whole_frequency}.{pr}",
            f"wz{v.frequency.get(l + ZWNJ + r, 0)}.{whole_frequency}",
        ]  # fmt: skip
        f.append("lx?" if spelling is None else f"lx{int(i in spelling[0])}.{spelling[1]}")
        for number, (listed, spellings) in enumerate(zip(v.lists, spelled, strict=True)):
            known = f"{number}.{int(l in listed.words)}{int(r in listed.words)}"
            if spellings:
                has = any(i in places for places in spellings)
                lacks = any(i not in places for places in spellings)
                f.append(f"ex{number}.{int(has)}{int(lacks)}")
            else:
                f += [f"ex{number}?", f"exl{known}"]
            f.append(f"exlr{known}{int(pr > 0)}")
        # The parts as a reader knows them, however their own joints are spelled (پشت|بام in پشتبامها).
        sure = f"{v.knowledge(l)}{v.knowledge(r)}{whole}"
        f += [
            f"K{sure}", f"K{sure}|{l[-1]}", f"K{sure}|{right[:3]}", f"K{sure}.{min(4, i)}",
            f"K{sure}.{min(4, len(r))}", f"Kl{v.knowledge(l)}|{right[:4]}",
            f"Kr{v.knowledge(r)}|{left[-4:]}", f"Kr{v.knowledge(r)}|{l[-1]}|{r[0]}",
        ]  # fmt: skip
        found.append((i, f))
    return found


def _best_spelling(variants: dict[str, int] | None) -> tuple[frozenset[int], int] | None:
    """The joints of the spelling seen most often, and how sure that is."""
    if not variants:
        return None
    word, count = max(variants.items(), key=lambda item: (item[1], item[0]))
    return joint_places(word), min(5, bucket(count)) * 2 + (count > 0.9 * sum(variants.values()))


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
        side_levels(left.rpartition(ZWNJ)[2], v.left, ZWNJ in left, v),
        side_levels(right.partition(ZWNJ)[0], v.right, ZWNJ in right, v),
        pair_levels(left, right, v),
    )


def spelled_features(left: str, right: str) -> list[str]:
    """List what the letters on both sides of the space say together."""
    end, start = left.rpartition(ZWNJ)[2], right.partition(ZWNJ)[0]
    return [f"lr={end}|{start}", f"l1r={end[-1:]}|{start}", f"r|e2={start}|{end[-2:]}"]


def side_levels(part: str, joined: dict[str, int], carries: bool, v: Vocabulary) -> SideLevels:
    """The levels of the part of a word that is next to the space: so few that sums of them can be kept."""
    return SideLevels(
        min(8, bucket(joined.get(part, 0))),
        v.frequency.get(part, 0),
        carries,
        tuple([part in listed.words for listed in v.lists]),
    )


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
        and not any(glued in listed.keys for listed in v.lists)
    ):
        return _never_seen(len(v.lists))  # as nearly all pairs
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
def _never_seen(lists: int) -> PairLevels:
    """The levels of two words of which nothing is known together."""
    return PairLevels(0, 0, 0, 0, 0, ((False, False, False),) * lists)


def level_features(before: SideLevels, after: SideLevels, pair: PairLevels) -> list[str]:
    """List what the levels of two words say."""
    zb, sb, gb, ratio, web, listed = pair
    features = [
        f"zs{zb}.{sb}", f"z{zb}", f"s{sb}", f"g{gb}", f"ratio{ratio}",
        f"plpr{before.joined}.{after.joined}", f"wz{web}", f"wzs{web}.{sb}",
        f"wl{before.web}.{after.web}", f"Zl{int(before.carries)}Zr{int(after.carries)}",
    ]  # fmt: skip
    known = zip(listed, before.listed, after.listed, strict=True)
    for number, ((joined, glued, whole), end, start) in enumerate(known):
        features += [
            f"e{number}.{int(joined)}{int(glued)}", f"es{number}.{int(joined)}.{sb}",
            f"e3{number}.{int(whole)}", f"ol{number}.{int(end)}.or{int(start)}",
        ]  # fmt: skip
    return features
