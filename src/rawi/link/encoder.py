"""Let a multilingual encoder speak to the score of two reports: an extra, off by default. Stage *link*.

Any function from texts to vectors will do: a sentence-transformers model (LaBSE, multilingual-e5, BGE-M3)
through `load_sentence_transformer`, an ONNX session, or a service. Vectors are compared by cosine; the keys
of `across.py` keep finding the candidates, and what the encoder adds is written down as evidence.
"""

from collections.abc import Callable, Iterable, Sequence
from math import sqrt
from pathlib import Path
from typing import Any

from rawi.link.across import Candidate
from rawi.models import find_model, load_model

Vector = Sequence[float]
Encode = Callable[[Sequence[str]], Sequence[Vector]]

# An encoder's cosine of unrelated texts is far above 0: what counts is what lies above this floor.
UNRELATED = 0.3
WEIGHT = 0.3  # of the score; the keys keep the rest, so that no model alone can make a link
EVIDENCE = "encoder"

PACKAGE, EXTRA = "sentence_transformers", "encoder"


def load_sentence_transformer(folder: str) -> Encode:
    """Load a model from a folder, with the library sentence-transformers (`pip install rawi[encoder]`).

    Raises:
        ModelError: there is no such folder, the library is not installed, or it cannot load the model.
    """
    return load_model(folder, PACKAGE, _load_encoder, extra=EXTRA)


def find_encoder(folder: str) -> None:
    """Make sure that a model could be loaded, before anything else is done; ModelError as above."""
    find_model(folder, PACKAGE, EXTRA)


def _load_encoder(folder: Path) -> Encode:
    """A model of sentence-transformers as a function."""
    from sentence_transformers import SentenceTransformer  # late: an extra

    model: Any = SentenceTransformer(str(folder))

    def encode(texts: Sequence[str]) -> Sequence[Vector]:
        found: Sequence[Vector] = model.encode(list(texts), normalize_embeddings=True).tolist()
        return found

    return encode


def compare_vectors(one: Vector, other: Vector) -> float:
    """The cosine of two vectors above what unrelated texts have, from 0 to 1.

    >>> compare_vectors([1.0, 0.0], [2.0, 0.0]), compare_vectors([1.0, 0.0], [0.0, 1.0])
    (1.0, 0.0)
    """
    lengths = sqrt(sum(x * x for x in one) * sum(y * y for y in other))
    if not lengths:
        return 0.0
    cosine = sum(x * y for x, y in zip(one, other, strict=True)) / lengths
    return max(0.0, (cosine - UNRELATED) / (1.0 - UNRELATED))


def rescore(
    candidates: Iterable[Candidate], texts: dict[str, str], encode: Encode
) -> tuple[Candidate, ...]:
    """Score candidates anew with what an encoder says of their texts; each text is encoded once."""
    listed = tuple(candidates)
    names = sorted({end for found in listed for end in (found.a, found.b)})
    vectors = dict(zip(names, encode([texts[name] for name in names]), strict=True))
    rescored = []
    for found in listed:
        likeness = compare_vectors(vectors[found.a], vectors[found.b])
        score = (1.0 - WEIGHT) * found.score + WEIGHT * likeness
        shared = (*found.shared, f"{EVIDENCE} {likeness:.2f}")
        rescored.append(found._replace(score=round(score, 4), shared=shared))
    return tuple(rescored)
