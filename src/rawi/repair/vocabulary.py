"""What the repair stage knows of Persian words: how often they are seen, joined and in pairs.

Keys are words without their zero-width non-joiners (`glued`), so that a damaged spelling finds the
sound ones. The tables are built by `tools/build_persian_words.py`; they load on first use.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from rawi.tables import load_packed, load_tsv, split_columns, without_collecting

ZWNJ = "\u200c"
PACKAGE = "rawi.lang.fa"
SPELLINGS = ("spelling.txt.xz", "compounds.txt.xz")
_AFTER_SILENT = ZWNJ + "ای"
CACHED = 300_000  # answers of `knowledge` kept
PRODUCTIVE = (
    3  # words of the dictionaries a part is joined in, from which it may be joined in others
)
_NO_VERB_ENDS = "یان"
NOT_JOINING = frozenset("اآأإدذرزژوؤۀةء")  # letters after which no joiner shows
APART = "often apart"  # how the note of such a word ends
FAR_OFTENER = 2  # powers of ten
COMMON = 16  # times in the half million words of PerDT train
COMMON_ON_THE_WEB = 5  # ten in a million words


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


class WordList:
    """A spelling dictionary: its words, and those with joiners by their glued key."""

    def __init__(self, words: Iterable[str]) -> None:
        """Take the words of the dictionary."""
        found = list(words)
        self.words = frozenset(found)
        self.joined: dict[str, list[str]] = {}
        # Quick, for the tables are sorted.
        for word in sorted([word for word in found if ZWNJ in word]):
            self.joined.setdefault(word.replace(ZWNJ, ""), []).append(word)

    def spellings(self, key: str) -> list[str]:
        r"""The spellings of a word given without joiners.

        >>> WordList(["کتابها", "کتاب\u200cها"]).spellings("کتابها") == ["کتابها", "کتاب\u200cها"]
        True
        """
        return [*([key] if key in self.words else ()), *self.joined.get(key, ())]


@dataclass(slots=True)
class Vocabulary:
    """Counts of words and of their parts.

    words: sound spelling (with joiners) to its count in edited text.
    variants: glued key to its sound spellings with their counts.
    left, right: what stands before and after a joiner, to its count.
    pairs: two neighbouring words written without their space, to their count; seen once counts as unseen.
    frequency: spelling to a coarse logarithm (1-8) of its frequency on the web.
    web_keys: the keys of `frequency` that have joiners, without them.
    joined_keys: whatever was seen or is listed with a joiner, without them.
    known: what `knowledge` has answered before.
    silent: words whose final heh is not spoken, known by their joiner before ای, written without joiners.
    lists: spelling dictionaries, asked one by one because they differ in what they join.
    listed, glued_keys: the words of all dictionaries, and those with joiners without them.
    parts_before, parts_after: what stands before and after a joiner in any of these, to in how many words.
    """

    words: dict[str, int] = field(default_factory=dict)
    variants: dict[str, dict[str, int]] = field(default_factory=dict)
    left: dict[str, int] = field(default_factory=dict)
    right: dict[str, int] = field(default_factory=dict)
    pairs: dict[str, int] = field(default_factory=dict)
    frequency: dict[str, int] = field(default_factory=dict)
    lists: tuple[WordList, ...] = ()
    listed: frozenset[str] = frozenset()
    glued_keys: frozenset[str] = frozenset()
    parts_before: dict[str, int] = field(default_factory=dict)
    parts_after: dict[str, int] = field(default_factory=dict)
    silent: frozenset[str] = frozenset()
    web_keys: frozenset[str] = frozenset()
    joined_keys: frozenset[str] = frozenset()
    known: dict[str, int] = field(default_factory=dict)

    def add_words(self, counts: Mapping[str, int]) -> None:
        """Take the counts of all sound spellings, and count their parts."""
        self.words = dict(counts)
        self.variants = {word: {word: count} for word, count in counts.items() if ZWNJ not in word}
        for word, count in counts.items():
            if ZWNJ in word:
                self.variants.setdefault(word.replace(ZWNJ, ""), {})[word] = count
                count_parts(word, count, self.left, self.right)

    def take_lists(self, lists: tuple[WordList, ...]) -> None:
        """Take the dictionaries, and count the parts of their joined words, each word once."""
        self.lists = lists
        self.listed = frozenset().union(*(listed.words for listed in lists))
        self.glued_keys = frozenset().union(*(listed.joined for listed in lists))
        joined = {word for listed in lists for same in listed.joined.values() for word in same}
        pairs = [word.split(ZWNJ) for word in joined]
        # Counting in one go is five times as fast, and nearly all have one joiner.
        self.parts_before = Counter([pair[0] for pair in pairs if len(pair) == 2])
        self.parts_after = Counter([pair[1] for pair in pairs if len(pair) == 2])
        for word, parts in zip(joined, pairs, strict=True):
            if len(parts) > 2:
                count_parts(word, 1, self.parts_before, self.parts_after)

    def knowledge(self, key: str) -> int:
        """Tell how well a word is known, written without joiners: 0 not at all … 3 common."""
        found = self.known.get(key)
        if found is None:
            if len(self.known) > CACHED:
                self.known.clear()
            found = self.known[key] = self._judge(key)
        return found

    def _judge(self, key: str) -> int:
        """Look a word up in everything there is."""
        seen = self.variants.get(key)
        count, web = (sum(seen.values()) if seen else 0), self.frequency.get(key, 0)
        if count >= COMMON or web >= COMMON_ON_THE_WEB:
            return 3
        if count > 1 or web or key in self.listed:
            return 2
        return int(key in self.glued_keys)

    def is_no_verb(self, word: str) -> bool:
        """Tell whether a known word was never seen joined to می: then می is May, or begins a name (میناو).

        An unknown word is no verb if no verb ends so (نمیرانیان).

        All 1,038 words after می in the development parts of PerDT and Seraji were seen so or are unknown.
        """
        if word not in self.words and word not in self.listed:
            return word.endswith(_NO_VERB_ENDS)
        return not self.is_joined(f"می{ZWNJ}{word}")

    def is_listed_glued(self, key: str) -> bool:
        """Tell whether a dictionary has a word, given without joiners."""
        return key in self.listed or key in self.glued_keys

    def is_joined(self, word: str) -> bool:
        """Tell whether a spelling with joiners was seen or is listed."""
        return word in self.words or word in self.frequency or word in self.listed

    def is_seen_pair(self, glued: str, whole: str) -> bool:
        """Tell whether anything is known of two neighbours, given their near parts written as one.

        `whole` is all of both joined where they have joiners of their own, else empty.
        """
        return (
            glued in self.pairs
            or glued in self.variants
            or glued in self.listed
            or glued in self.glued_keys
            or glued in self.web_keys
            or (whole != "" and whole in self.listed)
        )

    def is_in_use(self, word: str) -> bool:
        """Tell whether a word was seen, or all dictionaries have it."""
        return (
            word in self.variants
            or word in self.frequency
            or all(word in listed.words for listed in self.lists)
        )

    def is_spoken(self, word: str) -> bool:
        """Tell whether a word in heh is what people say for a noun and «is» or «the», and no noun of its own: فیلمه; not نامه.

        Neither edited text nor a dictionary has it, and the web has the noun a hundred times as often.
        """
        often = self.frequency.get(word[:-1], 0) - self.frequency.get(word, 0) >= FAR_OFTENER
        known = word in self.variants or any(word in listed.words for listed in self.lists)
        return often and not known

    def is_one_word(self, word: str) -> bool:
        """Tell whether all dictionaries and the web have a word as one: درواقع, هرکس. Others may part it."""
        return word in self.frequency and all(word in listed.words for listed in self.lists)

    def may_part(self, left: str, right: str) -> bool:
        """Tell whether a joint between two halves of a word is worth asking a model about."""
        return (
            right in self.right
            or left in self.left
            or self.parts_after.get(right, 0) >= PRODUCTIVE
            or self.parts_before.get(left, 0) >= PRODUCTIVE
            or (self.knowledge(left) > 0 and self.knowledge(right) > 0)
        )


def count_parts(word: str, count: int, before: dict[str, int], after: dict[str, int]) -> None:
    """Count what stands before and after each joiner of a word, the word's other joiners left out."""
    parts = word.split(ZWNJ)
    for i in range(1, len(parts)):
        left, right = "".join(parts[:i]), "".join(parts[i:])
        before[left] = before.get(left, 0) + count
        after[right] = after.get(right, 0) + count


class GluedWord(NamedTuple):
    """A row of `glued.tsv`."""

    written: str
    meant: str
    note: str


@cache
def glued_words() -> dict[str, str]:
    """Words that no model can know are two: as written in damaged copies, to the sound spelling."""
    rows = load_tsv(PACKAGE, "glued.tsv", GluedWord)
    return {row.written: row.meant.replace("|", ZWNJ) for row in rows}


@cache
def glued_spellings() -> frozenset[str]:
    """The sound spellings of those words that have a joiner, but for those often written apart (این رو)."""
    rows = load_tsv(PACKAGE, "glued.tsv", GluedWord)
    return frozenset(
        row.meant.replace("|", ZWNJ)
        for row in rows
        if "|" in row.meant and not row.note.endswith(APART)
    )


@cache
@without_collecting()
def load_vocabulary() -> Vocabulary:
    """Load the tables, once."""
    vocabulary = Vocabulary()
    words, counts, levels = split_columns(load_packed(PACKAGE, "words.tsv.xz"), 3)
    vocabulary.add_words({w: int(n) for w, n in zip(words, counts, strict=True) if n != "0"})
    vocabulary.frequency = {w: int(n) for w, n in zip(words, levels, strict=True) if n != "0"}
    pairs, counts = split_columns(load_packed(PACKAGE, "pairs.tsv.xz"), 2)
    vocabulary.pairs = dict(zip(pairs, map(int, counts), strict=True))
    vocabulary.web_keys = frozenset(
        word.replace(ZWNJ, "") for word in vocabulary.frequency if ZWNJ in word
    )
    vocabulary.silent = frozenset(
        word.removesuffix(_AFTER_SILENT).replace(ZWNJ, "")
        for word in (*vocabulary.words, *vocabulary.frequency)
        if word.endswith("ه" + _AFTER_SILENT)
    )
    vocabulary.take_lists(
        tuple(WordList(load_packed(PACKAGE, name).split("\n")) for name in SPELLINGS)
    )
    vocabulary.joined_keys = vocabulary.glued_keys.union(
        vocabulary.web_keys, (word.replace(ZWNJ, "") for word in vocabulary.words if ZWNJ in word)
    )
    return vocabulary
