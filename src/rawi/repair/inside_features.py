"""Features of the linear model which tells where a zero-width non-joiner is missing inside a word (میشود).

The same lists serve training (`tools/build_joint_weights.py`) and use (`inside_model.py`); to change one means
to train anew. They come in groups, each made of a few values only, which recur from word to word: in use
the weights of such a group are added up once.
"""

from collections.abc import Callable, Iterator

from rawi.repair.vocabulary import ZWNJ, Vocabulary, bucket, joint_places

Group = tuple[Callable[..., list[str]], tuple[object, ...]]  # what lists the features, and of what


def inside(key: str, vocabulary: Vocabulary) -> Iterator[tuple[int, list[Group], list[str]]]:
    """Yield the boundaries of a word written without joiners that may be joints.

    Each comes with its groups of features, and with those features that hardly recur.
    """
    v = vocabulary
    whole, known = v.frequency.get(key, 0), v.knowledge(key)
    best = _best_spelling(v.variants.get(key))
    spelled = [[joint_places(word) for word in listed.spellings(key)] for listed in v.lists]
    for i in range(2, len(key) - 1):
        left, right = key[:i], key[i:]
        if not v.may_part(left, right):
            continue
        before, after = min(7, bucket(v.left.get(left, 0))), min(7, bucket(v.right.get(right, 0)))
        words = min(7, bucket(v.words.get(left, 0))), min(7, bucket(v.words.get(right, 0)))
        web = v.frequency.get(left, 0), v.frequency.get(right, 0)
        joined_on_web = v.frequency.get(left + ZWNJ + right, 0)
        knowledge = v.knowledge(left), v.knowledge(right), known
        listed = listed_levels(left, right, v)
        lists = tuple(
            [
                (left in words.words, right in words.words, *_spelled_there(spellings, i))
                for words, spellings in zip(v.lists, spelled, strict=True)
            ]
        )
        groups: list[Group] = [
            (last_letters, (("^" + left)[-4:],)),
            (first_letters, ((right + "$")[:4],)),
            (counts, (*words, before, after)),
            (web_counts, (*web, whole, after, joined_on_web)),
            (productivity, (*listed, before, after, *words)),
            (productivity_of_rare, (*listed, *web, whole, known)),
            (spellings_seen, (i in best[0] if best else None, best and best[1])),
            (spellings_listed, (lists, after > 0)),
            (parts_known, (*knowledge, min(4, i), min(4, len(right)))),
            (parts_known_by_letters, (*knowledge, ("^" + left)[-4:], (right + "$")[:4])),
        ]
        yield i, groups, letters_around("^" + left, right + "$")


def inside_features(key: str, vocabulary: Vocabulary) -> Iterator[tuple[int, list[str]]]:
    """Yield the same boundaries with all their features in one list."""
    for i, groups, rest in inside(key, vocabulary):
        yield i, [f for features, of in groups for f in features(*of)] + rest


def letters_around(left: str, right: str) -> list[str]:
    """List what the letters on both sides of a boundary say together; "^" and "$" stand at the word's ends."""
    return [
        f"L={left}" if len(left) < 9 else "L*",
        f"R={right}" if len(right) < 10 else "R*",
        f"lr={left[-2:]}|{right[:2]}",
        f"lr3={left[-1:]}|{right[:3]}",
        f"R+l1={right if len(right) < 8 else '*'}|{left[-1:]}",
        f"L+r1={left if len(left) < 7 else '*'}|{right[:1]}",
    ]


def last_letters(tail: str) -> list[str]:
    """List what the last one to four letters before a boundary say."""
    return [f"l{n}={tail[-n:]}" for n in (1, 2, 3, 4)]


def first_letters(head: str) -> list[str]:
    """List what the first one to four letters after a boundary say."""
    return [f"r{n}={head[:n]}" for n in (1, 2, 3, 4)]


def counts(left: int, right: int, before: int, after: int) -> list[str]:
    """List what the counts of both parts say: as words, and beside a joiner."""
    return [
        f"kl{left}", f"kr{right}", f"klr{left}.{right}", f"pl{before}", f"pr{after}",
        f"plr{before}.{after}", f"klpr{left}.{after}", f"plkr{before}.{right}",
    ]  # fmt: skip


def web_counts(left: int, right: int, whole: int, after: int, joined: int) -> list[str]:
    """List what the frequencies on the web say: of both parts, of the whole, and of both joined."""
    return [
        f"wl{left}", f"wr{right}", f"wlrw{left // 2}.{right // 2}.{whole // 2}",
        f"wkpr{whole}.{after}", f"wz{joined}.{whole}",
    ]  # fmt: skip


def listed_levels(left: str, right: str, v: Vocabulary) -> tuple[int, int]:
    """In how many listed words each part is joined to others than the other part, capped."""
    before, after = v.parts_before.get(left, 0), v.parts_after.get(right, 0)
    if before and after:
        together = left + ZWNJ + right
        own = together in v.listed
        before, after = before - own, after - own
    return min(6, bucket(before)), min(8, bucket(after))


def productivity(
    listed_left: int, listed_right: int, before: int, after: int, left: int, right: int
) -> list[str]:
    """List what it says that both parts are joined to many others in the dictionaries."""
    return [
        f"al{listed_left}", f"ar{listed_right}", f"alr{listed_left}.{listed_right}",
        f"alpr{listed_left}.{after}", f"plar{before}.{listed_right}",
        f"alkr{listed_left}.{right}", f"klar{left}.{listed_right}",
    ]  # fmt: skip


def productivity_of_rare(
    listed_left: int, listed_right: int, web_left: int, web_right: int, whole: int, known: int
) -> list[str]:
    """List what the same says beside how rare the word is."""
    both = f"{min(4, listed_left)}.{min(4, listed_right)}"
    return [
        f"alrw{both}.{whole}", f"alwr{listed_left}.{web_right}", f"wlar{web_left}.{listed_right}",
        f"alrk{both}.{known}",
    ]  # fmt: skip


def spellings_seen(joined: bool | None, certainty: int | None) -> list[str]:
    """List what the spelling seen most often says."""
    return ["lx?" if joined is None else f"lx{int(joined)}.{certainty}"]


def spellings_listed(
    lists: tuple[tuple[bool, bool, bool | None, bool | None], ...], after: bool
) -> list[str]:
    """List what the dictionaries say: whether they have the parts, and the word with or without the joint."""
    features = []
    for number, (left, right, has, lacks) in enumerate(lists):
        known = f"{number}.{int(left)}{int(right)}"
        if has is None or lacks is None:
            features += [f"ex{number}?", f"exl{known}"]
        else:
            features.append(f"ex{number}.{int(has)}{int(lacks)}")
        features.append(f"exlr{known}{int(after)}")
    return features


def parts_known(left: int, right: int, whole: int, before: int, after: int) -> list[str]:
    """List what it says how well the parts are known, however their own joints are spelled (پشت|بام)."""
    sure = f"K{left}{right}{whole}"
    return [sure, f"{sure}.{before}", f"{sure}.{after}"]


def parts_known_by_letters(left: int, right: int, whole: int, tail: str, head: str) -> list[str]:
    """List what the same says beside the letters around the boundary."""
    sure = f"K{left}{right}{whole}"
    return [
        f"{sure}|{tail[-1]}", f"{sure}|{head[:3]}", f"Kl{left}|{head}", f"Kr{right}|{tail}",
        f"Kr{right}|{tail[-1]}|{head[0]}",
    ]  # fmt: skip


def _best_spelling(variants: dict[str, int] | None) -> tuple[frozenset[int], int] | None:
    """The joints of the spelling seen most often, and how sure that is."""
    if not variants:
        return None
    word, count = max(variants.items(), key=lambda item: (item[1], item[0]))
    return joint_places(word), min(5, bucket(count)) * 2 + (count > 0.9 * sum(variants.values()))


def _spelled_there(spellings: list[frozenset[int]], place: int) -> tuple[bool | None, bool | None]:
    """Whether one of the listed spellings has a joint at a place, and whether one has none; None if unlisted."""
    if not spellings:
        return None, None
    return any(place in places for places in spellings), any(
        place not in places for places in spellings
    )
