"""How much each word speaks for each language: a linear model over the letters of the word.

The weights (`lang/shared/language_ngrams.tsv.xz`, built by `tools/build_language_weights.py`) are small
integers, one per language and group of letters; a word's score is their sum. Yeh and kaf are folded
before scoring, because those are the very letters a damaged copy has wrong.
"""

import re
import unicodedata
from functools import cache
from struct import Struct

from rawi.segment.plain import KEPT, LONGEST_KEPT, folded_words, plain_words
from rawi.tables import load_packed, split_columns

LONGEST = 4
# Tenths of a natural logarithm: the weights are stored as printable characters from "!" on.
TENTH = 10
NEUTRAL = 255
SURE = 2 * TENTH  # a word is a witness for a language when it is e² times as likely as any other
LATIN_SCRIPT = ("en", "und")
LATIN_END = "\u0250"  # letters before it are Latin
IMPOSSIBLE = 10_000  # a word in Latin letters is no Persian word
CACHED_WORDS = 200_000  # more than a year of one outlet's vocabulary; then the cache starts anew

_FOLDS = str.maketrans(
    {"ي": "ی", "ى": "ی", "ك": "ک", "\u200c": None, "\u0640": None, "'": None}
    | {chr(mark): None for mark in (*range(0x064B, 0x0656), 0x0670)}
)
_FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")


def fold_word(word: str) -> str:
    r"""Make spellings equal that differ only by letter codes, marks, joiners, case or shape.

    >>> fold_word("مي\u200cكند") == fold_word("میکند")
    True
    """
    if _FORMS.search(word):
        word = unicodedata.normalize("NFKC", word)
    return word.lower().translate(_FOLDS)


def letter_groups(folded: str) -> list[str]:
    """List the groups of one to four neighbouring letters of a folded word, and the word itself.

    >>> letter_groups("ab")
    ['_', 'a', 'b', '_', '_a', 'ab', 'b_', '_ab', 'ab_', '_ab_', '=ab']
    """
    framed = f"_{folded}_"
    groups = list(framed)
    for size in range(2, LONGEST + 1):
        groups += [framed[start : start + size] for start in range(len(framed) - size + 1)]
    groups.append("=" + folded)
    return groups


class LanguageModel:
    """Scores of words, remembered."""

    def __init__(self, table: str) -> None:
        """Take the rows of the table: `languages` with their codes, then group and weights a row."""
        groups, weights = split_columns(table, 2)
        self.languages = tuple(weights[0].split(" "))
        self.weights = GroupWeights(dict(zip(groups, weights, strict=True)))
        self.columns = Struct(f"<{len(self.languages)}I")
        everything = range(len(self.languages))
        self.latin_script = [i for i in everything if self.languages[i] in LATIN_SCRIPT]
        self.other_script = [i for i in everything if self.languages[i] not in LATIN_SCRIPT]
        self.nothing = (0,) * len(self.languages)
        self.scores = ScoreCache(self)
        self.witness = WitnessCache(self)
        self.against = tuple(AgainstCache(self, index) for index in range(len(self.languages)))
        self.strange = tuple(StrangePieces(self, index) for index in range(len(self.languages)))

    def score(self, word: str) -> tuple[int, ...]:
        """Add up a word's weights; languages compare with each other, the level means nothing."""
        weight = self.weights.__getitem__
        rows = list(filter(None, map(weight, letter_groups(fold_word(word)))))
        # "_" stands at both ends of every word: a word of a script the model never saw has only that.
        if len(rows) <= 2:
            return self.nothing
        scores = list(self.columns.unpack(sum(rows).to_bytes(self.columns.size, "little")))
        for index in self.other_script if word[0] < LATIN_END else self.latin_script:
            scores[index] -= IMPOSSIBLE
        return tuple(scores)


class GroupWeights(dict[str, int]):
    """Letter group to its weights, read when first asked for: all in one number, 32 bits a language.

    So one sum adds them all. Groups the model never saw weigh nothing.
    """

    def __init__(self, written: dict[str, str]) -> None:
        """`written` are the weights as the table writes them, a character a language."""
        super().__init__()
        self.written = written

    def __missing__(self, group: str) -> int:
        if len(self) > CACHED_WORDS:
            self.clear()
        weights = self.written.get(group, "")
        row = self[group] = int.from_bytes(weights.encode("utf-32-le"), "little")
        return row


class ScoreCache(dict[str, tuple[int, ...]]):
    """Word to its score in each language."""

    def __init__(self, model: LanguageModel) -> None:
        super().__init__()
        self.model = model

    def __missing__(self, word: str) -> tuple[int, ...]:
        if len(self) > CACHED_WORDS:
            self.clear()
        score = self[word] = self.model.score(word)
        return score


class WitnessCache(dict[str, int]):
    """Word to the one language it is a sure witness for, as its index, or to `NEUTRAL`."""

    def __init__(self, model: LanguageModel) -> None:
        super().__init__()
        self.model = model

    def __missing__(self, word: str) -> int:
        if len(self) > CACHED_WORDS:
            self.clear()
        score = self.model.scores[word]
        best = max(score)
        second = sorted(score)[-2]
        sure = best - second >= SURE
        index = self[word] = score.index(best) if sure else NEUTRAL
        return index


class StrangePieces(dict[str, bool]):
    """Text between two blanks to whether one of its words is surely of another language than one.

    In Persian it must be a sure witness for one other, for most loans are those of Urdu and Pashto too. In any
    other language it is enough that it speaks as surely against that, be it Persian or Urdu (به, عنوان).
    """

    def __init__(self, model: LanguageModel, index: int) -> None:
        super().__init__()
        self.witness, self.fine = model.witness, (index, NEUTRAL)
        self.against = None if model.languages[index] == "fa" else model.against[index]

    def __missing__(self, piece: str) -> bool:
        found = any(map(self.is_strange, folded_words()[piece]))
        if len(piece) <= LONGEST_KEPT:
            if len(self) >= KEPT:
                self.clear()
            self[piece] = found
        return found

    def is_strange(self, word: str) -> bool:
        """Tell whether a folded word is surely of another language."""
        if self.against is None:
            return self.witness[word] not in self.fine
        return self.against[word] >= SURE


class AgainstCache(dict[str, int]):
    """Word to how much more it speaks for the best of the other languages than for one; often below 0."""

    def __init__(self, model: LanguageModel, index: int) -> None:
        super().__init__()
        self.model, self.index = model, index

    def __missing__(self, word: str) -> int:
        if len(self) > CACHED_WORDS:
            self.clear()
        score, index = self.model.scores[word], self.index
        gain = self[word] = max((*score[:index], *score[index + 1 :])) - score[index]
        return gain


def read_table() -> str:
    """Read the table of weights."""
    return load_packed("rawi.lang.shared", "language_ngrams.tsv.xz")


@cache
def load_model() -> LanguageModel:
    """Load the weights, once, with what is known of plain Persian words beforehand."""
    model = LanguageModel(read_table())
    persian = model.languages.index("fa")
    gains = plain_words()
    model.against[persian].update(gains)
    model.witness.update(
        {word: persian if gain <= -SURE else NEUTRAL for word, gain in gains.items()}
    )
    return model
