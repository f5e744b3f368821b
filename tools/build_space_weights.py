"""Learn where spaces were lost: lang/fa/lost_spaces.tsv.xz (CC BY-SA 4.0).

Run after `build_joint_weights.py`:  python tools/build_space_weights.py
Needs numpy and scikit-learn (the table shipped was made twice, byte for byte, with 2.4.6 and 1.9.1). Spaces of UD_Persian-PerDT train are taken away as typists lose them, eight times
as often after letters that do not join; the counts a sentence is described by leave that sentence out.
"""

import random

from build_joint_weights import FOLDS, Instances, learn
from persian_text import FA, WORD, make_vocabulary, training_sentences, write_table

from rawi.repair.inside_model import InsideModel
from rawi.repair.space_features import (
    NOT_JOINING,
    may_hide_space,
    neighbour_features,
    space_features,
)
from rawi.repair.vocabulary import ZWNJ, load_vocabulary
from rawi.repair.weights import read_weights

LOST_AFTER_LOOSE, LOST_AFTER_JOINING = 0.12, 0.015  # three times real copies, for more examples


def lose_spaces(sentence: str, rng: random.Random) -> tuple[str, set[int]]:
    """Take spaces away; answer the damaged sentence and the places in it where they stood."""
    pieces: list[str] = []
    lost: set[int] = set()
    for i, c in enumerate(sentence):
        if c == " " and 0 < i < len(sentence) - 1 and (sentence[i - 1] + sentence[i + 1]).isalpha():
            loose = sentence[i - 1] in NOT_JOINING
            if rng.random() < (LOST_AFTER_LOOSE if loose else LOST_AFTER_JOINING):
                lost.add(len(pieces))
                continue
        pieces.append(c)
    return "".join(pieces), lost


def describe(sentences: list[str], inside: InsideModel, into: Instances) -> None:
    """Describe the places of all words that may hide a space."""
    for number, sentence in enumerate(sentences):
        rng = random.Random(f"{number}:{sentence[:20]}")
        text = sentence if rng.random() < 0.5 else sentence.replace(ZWNJ, "")
        damaged, lost = lose_spaces(text, rng)
        words = list(WORD.finditer(damaged))
        for k, match in enumerate(words):
            if not may_hide_space(match[0], inside):
                continue
            before = words[k - 1][0] if k else "#"
            after = words[k + 1][0] if k + 1 < len(words) else "#"
            for i, features in space_features(match[0], inside):
                near = neighbour_features(match[0], i, before, after, inside.vocabulary)
                into[0].append(features + near)
                into[1].append(match.start() + i in lost)
                into[2].append(1.0)


def main() -> None:
    """Write the table of weights."""
    sentences, known = training_sentences(), load_vocabulary()
    weights = read_weights("joints_inside.tsv.xz")
    data: Instances = ([], [], [])
    for fold in range(FOLDS):
        rest = [s for i, s in enumerate(sentences) if i % FOLDS != fold]
        vocabulary = make_vocabulary(rest, known.frequency, known.lists)
        describe(sentences[fold::FOLDS], InsideModel(vocabulary, weights), data)
    print(len(data[0]), sum(data[1]))  # noqa: T201
    write_table(
        FA / "lost_spaces.tsv.xz",
        [
            "Weights of a linear model: was a space lost inside a written word? feature, weight.",
            "Learned from UD_Persian-PerDT train. CC BY-SA 4.0. tools/build_space_weights.py",
        ],
        (f"{feature}\t{weight}" for feature, weight in learn(data).items()),
    )


if __name__ == "__main__":
    main()
