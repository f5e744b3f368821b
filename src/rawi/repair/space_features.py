"""Features of the linear model which tells where a space was lost within a written word (بعدبا: بعد با).

The same functions serve training (`tools/build_space_weights.py`) and use (`spacing.py`).
"""

from collections.abc import Iterator
from typing import NamedTuple

from rawi.repair.inside_model import NO_WORDS, InsideModel, insert_joiners
from rawi.repair.surnames import is_surname
from rawi.repair.vocabulary import ZWNJ, Vocabulary, bucket

VERY_COMMON = 8  # a `commonness`, that of `InsideModel.very_common`: such as از, در, که
EXPLAINS = 2.5  # log odds of a joint that leaves no room for a lost space
SHORTEST = 4  # letters of a word that may hide a space
NEIGHBOUR_LEVELS = 5  # of how often two words were seen side by side
NOT_JOINING = frozenset(
    "اآأإدذرزژوؤۀةء"
)  # after these a lost space hardly shows: typists lose it most


def may_hide_space(word: str, inside: InsideModel) -> bool:
    """Tell whether a word is strange enough to be looked into.

    Common words are not, nor words whose lost joiners explain them; a known word only if its halves were
    seen side by side; an unknown one only if one half is very common.
    """
    if len(word) < SHORTEST:
        return False
    v = inside.vocabulary
    key = word
    if ZWNJ in word:
        key = word.replace(ZWNJ, "")
    elif word in v.frequency and word not in v.pairs:
        return False
    level = v.knowledge(key)
    if level:
        return level < 3 and key in v.pairs
    common = inside.very_common
    for i in range(1, len(key)):
        if key[:i] in common or key[i:] in common:
            return not is_explained(key, inside) and not is_surname(word, v)
    return False


def is_explained(key: str, inside: InsideModel) -> int:
    """Tell whether a word falls into known parts where joiners were lost: 0 or 1."""
    joints = tuple(joint for joint in inside[key] if joint.score > EXPLAINS)
    parts = insert_joiners(key, joints).split(ZWNJ) if joints else ()
    return int(bool(parts) and all(inside.vocabulary.knowledge(part) for part in parts))


def commonness(word: str, vocabulary: Vocabulary) -> int:
    """Tell how common a word is, from 0 (unknown) over 2 (listed) to 12."""
    v, key = vocabulary, word.replace(ZWNJ, "") if ZWNJ in word else word
    seen = v.variants.get(key)
    count, web = (sum(seen.values()) if seen else 0), v.frequency.get(key, 0)
    known = max(bucket(count), web + 1 if web else 0)
    return min(12, known + 2) if known else 2 * min(1, v.knowledge(key))


class WholeLevels(NamedTuple):
    """How common a word is that may be two, how often the two were seen side by side, and how often it was seen."""

    common: int
    pair: int
    joined: int


def whole_levels(word: str, vocabulary: Vocabulary) -> WholeLevels:
    """What is known of a word that may be two."""
    seen = vocabulary.variants.get(word.replace(ZWNJ, ""))
    joined = min(4, bucket(max(seen.values()))) if seen else 0
    return WholeLevels(commonness(word, vocabulary), pair_level(word, vocabulary), joined)


def halves(word: str, vocabulary: Vocabulary) -> Iterator[tuple[int, str, str, int, int]]:
    """Yield the places where a space may have been lost in a word, both halves, and how common each is.

    Of two halves one may be unknown (0) beside a very common word: it is 1 if its own joints explain it.
    """
    for i in range(1, len(word)):
        left, right = word[:i], word[i:]
        if ZWNJ in (left[-1], right[0]) or right in NO_WORDS:
            continue
        a, b = commonness(left, vocabulary), commonness(right, vocabulary)
        if (a and b) or max(a, b) >= VERY_COMMON:
            yield i, left, right, a, b


def space_features(word: str, inside: InsideModel) -> list[tuple[int, list[str]]]:
    """List the places where a space may have been lost in a word, each with its features."""
    v = inside.vocabulary
    whole = whole_levels(word, v)
    return [
        (
            i,
            place_features(
                left,
                right,
                a or is_explained(left, inside),
                b or is_explained(right, inside),
                whole,
            ),
        )
        for i, left, right, a, b in halves(word, v)
    ]


def neighbour_features(
    word: str, place: int, before: str, after: str, vocabulary: Vocabulary
) -> list[str]:
    """List what the neighbouring words, "#" where there are none, say of a space lost at a place of a word."""
    return neighbour_level_features(*neighbour_levels(word, place, before, after, vocabulary))


def neighbour_levels(
    word: str, place: int, before: str, after: str, vocabulary: Vocabulary
) -> tuple[int, int, int]:
    """How often each half of a word was seen beside its neighbour, and the halves beside each other."""
    v, left, right = vocabulary, word[:place], word[place:]
    most = NEIGHBOUR_LEVELS - 1
    near = min(most, bucket(v.pairs.get((before + left).replace(ZWNJ, ""), 0)))
    next_ = min(most, bucket(v.pairs.get((right + after).replace(ZWNJ, ""), 0)))
    return near, next_, pair_level(word, v)


def pair_level(word: str, vocabulary: Vocabulary) -> int:
    """How often two words were seen side by side that written without a space make a word."""
    return min(6, bucket(vocabulary.pairs.get(word.replace(ZWNJ, ""), 0)))


def neighbour_level_features(near: int, next_: int, pair: int) -> list[str]:
    """List what these levels say."""
    return [f"near{near}.{next_}", f"near{near}.{pair}", f"next{next_}.{pair}"]


def place_features(left: str, right: str, a: int, b: int, whole: WholeLevels) -> list[str]:
    """List the features of one place, of the word alone; `a` and `b` tell how common its halves are."""
    loose = int(left[-1] in NOT_JOINING)
    common, pair, joined = whole
    sizes = f"{min(4, len(left))}.{min(4, len(right))}"
    level = (a + b) // 2
    return [
        f"a{a}.{loose}", f"b{b}.{loose}", f"ab{a}.{b}", f"w{common}", f"abw{min(a, b)}.{max(a, b)}.{common}.{loose}",
        f"p{pair}.{loose}", f"pw{pair}.{common}", f"j{joined}.{pair}", f"s{sizes}.{loose}",
        f"sm{sizes}.{min(a, b)}", f"A={left if len(left) < 5 else '*'}.{int(b > 2)}",
        f"B={right if len(right) < 5 else '*'}.{int(a > 2)}", f"A1={left[-1]}|{right[0]}",
        f"A2={left[-2:]}", f"B2={right[:2]}", f"B3={right[:3]}", f"A3={left[-3:]}",
        f"Be={right[-2:]}",
        f"lv{level}.{common}.{pair}", f"loose{loose}",
    ]  # fmt: skip
