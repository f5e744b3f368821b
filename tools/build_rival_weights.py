"""Learn from its neighbours whether a word is a plural: lang/fa/rivals.tsv.xz (CC BY-SA 4.0).

Run:  python tools/build_rival_weights.py
Needs numpy and scikit-learn. Learns from every word of UD_Persian-PerDT train that ends in |های (a plural)
or ه|ای (not one), as if both were equally common; a third of the neighbours are shown as damaged copies
have them.
"""

import random

import numpy as np
from persian_text import FA, training_sentences, write_table
from sklearn.feature_extraction import FeatureHasher
from sklearn.linear_model import LogisticRegression

from rawi.repair.rivals import context_features, context_of
from rawi.repair.stretch import split_words
from rawi.repair.vocabulary import ZWNJ

LEAST_SEEN, LEAST_WEIGHT = 3, 0.05
DAMAGED = 1 / 3  # of the sentences have spaces for joiners


def instances() -> tuple[list[list[str]], list[bool]]:
    """Describe the neighbours of all plurals and non-plurals."""
    features, plural = [], []
    for number, sentence in enumerate(training_sentences()):
        words = split_words(sentence)
        damaged = random.Random(number).random() < DAMAGED
        for place in range(1, len(words), 2):
            is_plural = words[place].endswith(f"{ZWNJ}های")
            if not is_plural and not words[place].endswith(f"ه{ZWNJ}ای"):
                continue
            pieces = list(words)
            pieces[place] = words[place].replace(ZWNJ, "")
            if damaged:
                pieces = list(split_words("".join(pieces).replace(ZWNJ, " ")))
                place += 2 * "".join(words[:place]).count(ZWNJ)
            start = len("".join(pieces[:place]))
            context = context_of("".join(pieces), start, start + len(pieces[place]))
            features.append(context_features(*context))
            plural.append(is_plural)
    return features, plural


def main() -> None:
    """Write the table."""
    features, plural = instances()
    hasher = FeatureHasher(2**20, input_type="string", alternate_sign=False)
    model = LogisticRegression(C=0.5, class_weight="balanced", solver="liblinear")
    model.fit(hasher.transform(features), np.array(plural))
    seen: dict[str, int] = {}
    for row in features:
        for name in row:
            seen[name] = seen.get(name, 0) + 1
    names = sorted(name for name, count in seen.items() if count >= LEAST_SEEN)
    columns = hasher.transform([[name] for name in names]).indices
    weights = {n: round(float(model.coef_[0][c]), 2) for n, c in zip(names, columns, strict=True)}
    rows = [f"bias\t{round(float(model.intercept_[0]), 2)}"]
    rows += [f"{name}\t{w}" for name, w in weights.items() if abs(w) > LEAST_WEIGHT]
    write_table(
        FA / "rivals.tsv.xz",
        [
            "Weights of a linear model: is a word ending in های a plural, by its neighbours? feature, weight.",
            "Learned from UD_Persian-PerDT train. CC BY-SA 4.0. tools/build_rival_weights.py",
        ],
        rows,
    )


if __name__ == "__main__":
    main()
