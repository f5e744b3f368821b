"""Learn where zero-width non-joiners belong: lang/fa/joints_inside.tsv.xz and joints_between.tsv.xz (CC BY-SA 4.0).

What they say of the words of the vocabulary is stored beside them: joints.tsv.xz, word_answers.tsv.xz (`--store` does that alone).

Run after `build_persian_words.py`:  python tools/build_joint_weights.py
Needs numpy and scikit-learn (the tables shipped were made twice, byte for byte, with 2.4.6 and 1.9.1). Counts are jack-knifed five-fold: a sentence is never described by counts
it was part of itself, else the model would learn to trust its own memory. Joints inside words are learned
from the words of the dictionaries too, each described by the dictionaries without it.
"""

import collections
import random
import sys
import zlib
from itertools import pairwise

import numpy as np
from persian_text import (
    FA,
    WORD,
    make_vocabulary,
    training_sentences,
    words_of,
    write_table,
)
from sklearn.feature_extraction import FeatureHasher
from sklearn.linear_model import LogisticRegression

from rawi.repair.between_features import between
from rawi.repair.between_model import between_model
from rawi.repair.inside_features import inside_features
from rawi.repair.inside_model import InsideModel, insert_joiners
from rawi.repair.known_joints import SHORTEST
from rawi.repair.stored_joints import stored_joints
from rawi.repair.vocabulary import ZWNJ, Vocabulary, WordList, joint_places, load_vocabulary
from rawi.repair.weights import read_weights

FOLDS = 5
STORED = -3.5  # log odds; below it a joint is never asked about
LEAST_WEIGHT = 0.02  # smaller ones change no decision on PerDT train
LISTED_WEIGHT = (
    0.3  # of a listed word beside a word seen once; dictionaries join more than the press
)
PLAIN_TAKEN = 3  # one of so many listed words without a joint is taken
Instances = tuple[list[list[str]], list[bool], list[float]]


def inside_instances(sentences: list[str], vocabulary: Vocabulary, into: Instances) -> None:
    """Describe every boundary of every word type, weighted by the square root of its count."""
    for word, count in sorted(
        collections.Counter(w for s in sentences for w in words_of(s)).items()
    ):
        key, places = word.replace(ZWNJ, ""), joint_places(word)
        if len(key) < 3:
            continue
        for i, features in inside_features(key, vocabulary):
            into[0].append(features)
            into[1].append(i in places)
            into[2].append(count**0.5)


def listed_instances(sentences: list[str], known: Vocabulary, fold: int, into: Instances) -> None:
    """Describe the boundaries of the listed words of one fold that the training text does not have."""

    def in_fold(word: str) -> bool:
        return zlib.crc32(word.replace(ZWNJ, "").encode()) % FOLDS == fold

    lists = tuple(WordList(w for w in listed.words if not in_fold(w)) for listed in known.lists)
    frequency = {word: level for word, level in known.frequency.items() if not in_fold(word)}
    vocabulary = make_vocabulary(sentences, frequency, lists)
    spellings: dict[str, set[str]] = {}
    for word in {w for listed in known.lists for w in listed.words if in_fold(w)}:
        spellings.setdefault(word.replace(ZWNJ, ""), set()).add(word)
    for key, words in sorted(spellings.items()):
        # A key that is spelled in several ways teaches nothing.
        if len(key) < SHORTEST or len(words) > 1 or key in vocabulary.variants:
            continue
        places = joint_places(*words)
        if not places and zlib.crc32(key[::-1].encode()) % PLAIN_TAKEN:
            continue
        for i, features in inside_features(key, vocabulary):
            into[0].append(features)
            into[1].append(i in places)
            into[2].append(LISTED_WEIGHT)


def between_instances(sentences: list[str], vocabulary: Vocabulary, into: Instances) -> None:
    """Describe every space: once with all joiners turned into spaces, once with half of them."""
    for number, sentence in enumerate(sentences):
        rng = random.Random(f"{number}:{sentence[:20]}")
        views = [sentence.replace(ZWNJ, " ")]
        if ZWNJ in sentence:
            views.append("".join(" " if c == ZWNJ and rng.random() < 0.5 else c for c in sentence))
        for view, text in enumerate(views):
            found = list(WORD.finditer(text))
            for a, b in pairwise(found):
                joined = sentence[a.end()] == ZWNJ
                if text[a.end() : b.start()] != " " or (view and not joined and rng.random() < 0.7):
                    continue
                into[0].append(between(a[0], b[0], vocabulary))
                into[1].append(joined)
                into[2].append(1.0)


def learn(instances: Instances) -> dict[str, float]:
    """Fit a logistic regression and name its weights; the intercept is the feature `bias`."""
    features, labels, weights = instances
    hasher = FeatureHasher(2**21, input_type="string", alternate_sign=False)
    model = LogisticRegression(C=1.0, solver="liblinear")
    model.fit(hasher.transform(features), np.array(labels), sample_weight=np.array(weights))
    names = sorted({name for row in features for name in row})
    columns = hasher.transform([[name] for name in names]).indices
    found = {
        name: round(float(model.coef_[0][column]), 2)
        for name, column in zip(names, columns, strict=True)
    }
    found = {name: weight for name, weight in found.items() if abs(weight) > LEAST_WEIGHT}
    return {"bias": round(float(model.intercept_[0]), 2), **found}


def main() -> None:
    """Write the two tables of weights."""
    sentences, known = training_sentences(), load_vocabulary()
    data: dict[str, Instances] = {"inside": ([], [], []), "between": ([], [], [])}
    for fold in range(FOLDS):
        held = sentences[fold::FOLDS]
        rest = [s for i, s in enumerate(sentences) if i % FOLDS != fold]
        vocabulary = make_vocabulary(rest, known.frequency, known.lists)
        inside_instances(held, vocabulary, data["inside"])
        listed_instances(sentences, known, fold, data["inside"])
        between_instances(held, vocabulary, data["between"])
    for name, instances in data.items():
        weights = learn(instances)
        write_table(
            FA / f"joints_{name}.tsv.xz",
            [
                f"Weights of a linear model: does a zero-width non-joiner belong {name} …? feature, weight.",
                "Learned from UD_Persian-PerDT train and the dictionaries of spelling.txt.xz and compounds.txt.xz.",
                "CC BY-SA 4.0. tools/build_joint_weights.py",
            ],
            (f"{feature}\t{weight}" for feature, weight in weights.items()),
        )
    store_joints()
    store_answers()


def store_joints() -> None:
    """Work the joints of all words of the vocabulary out beforehand, for speed."""
    vocabulary = load_vocabulary()
    model = InsideModel(vocabulary, read_weights("joints_inside.tsv.xz"))
    rows = []
    for key in sorted(
        vocabulary.variants.keys() | {w.replace(ZWNJ, "") for w in vocabulary.frequency}
    ):
        likely = {i: score for i, score in sorted(model.scores(key).items()) if score > STORED}
        if likely:
            rows.append(f"{key}\t" + " ".join(f"{i}:{score:.2f}" for i, score in likely.items()))
    write_table(
        FA / "joints.tsv.xz",
        [
            "Where joiners may stand in the words of words.tsv.xz, by joints_inside.tsv.xz: letter:log odds.",
            "Learned from UD_Persian-PerDT train. CC BY-SA 4.0. tools/build_joint_weights.py",
        ],
        rows,
    )


def store_answers() -> None:
    """Work out beforehand what the models and the rules say of all words of the vocabulary, for speed.

    Sums are written to their last digit, so that nothing depends on whether a word has an answer.
    A word whose neighbours decide between two joints has no answer by itself.
    """
    vocabulary, between = load_vocabulary(), between_model()
    model = InsideModel(vocabulary, read_weights("joints_inside.tsv.xz"), stored_joints())
    rows = []
    for word in sorted(
        vocabulary.words.keys() | vocabulary.frequency.keys() | vocabulary.variants.keys()
    ):
        joints = model[word]
        if word not in model.rivals:
            whole = insert_joiners(word, joints)
            says = (str(say) for say in (between.score_left(whole), between.score_right(whole)))
            rows.append(f"{word}\t" + " ".join([*says, *(f"{i}:{score}" for i, score in joints)]))
    write_table(
        FA / "word_answers.tsv.xz",
        [
            "What is said of the words of words.tsv.xz: of a joint with the next word and with the one before, in log odds;",
            "and the joiners they lost, by joints_inside.tsv.xz and the rules: letter:log odds.",
            "Learned from UD_Persian-PerDT train and the dictionaries. CC BY-SA 4.0. tools/build_joint_weights.py",
        ],
        rows,
    )


if __name__ == "__main__":
    if sys.argv[1:] == ["--store"]:
        store_joints()
        store_answers()
    else:
        main()
