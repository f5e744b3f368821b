"""An encoder may speak to a score, with a tiny model made here; it never makes a candidate of its own."""

from collections.abc import Sequence
from pathlib import Path

from rawi.archive.linking import link_pending
from rawi.facts import AnnotatedDocument
from rawi.index.sqlite import SqliteStore
from rawi.link.across import Candidate
from rawi.link.encoder import WEIGHT, Vector, compare_vectors, rescore

TOPICS = {"پل": 0, "جسر": 0, "شطرنج": 1, "زنبور": 2, "نحل": 2}


def encode(texts: Sequence[str]) -> list[Vector]:
    """A model of three dimensions that knows five words."""
    vectors: list[Vector] = []
    for text in texts:
        vector = [0.0, 0.0, 0.0]
        for word, place in TOPICS.items():
            vector[place] += text.count(word)
        vectors.append(vector)
    return vectors


def test_texts_of_one_topic_gain_and_others_lose() -> None:
    texts = {"f": "پل چوبی", "a": "جسر خشبي", "b": "شطرنج"}
    near, far = rescore(
        [Candidate("f", "a", 0.4, ("#14",)), Candidate("f", "b", 0.4, ())], texts, encode
    )
    assert near.score > 0.4 > far.score
    assert near.shared == ("#14", "encoder 1.00")
    assert far.score == round(0.4 * (1 - WEIGHT), 4)


def test_each_text_is_encoded_once() -> None:
    asked: list[str] = []

    def count(texts: Sequence[str]) -> list[Vector]:
        asked.extend(texts)
        return encode(texts)

    texts = {"f": "پل", "a": "جسر", "b": "نحل"}
    rescore([Candidate("f", "a", 0.4, ()), Candidate("f", "b", 0.2, ())], texts, count)
    assert sorted(asked) == sorted(texts.values())


def test_a_text_the_model_knows_nothing_of_is_like_no_other() -> None:
    assert compare_vectors([0.0, 0.0], [1.0, 0.0]) == 0.0


def test_an_encoder_takes_part_in_linking(
    tmp_path: Path, event_documents: list[AnnotatedDocument]
) -> None:
    with SqliteStore(tmp_path / "one.sqlite", create=True) as store:
        for document in event_documents[:6]:
            store.put(document)
        link_pending(store, encode=encode)
        evidence = [shared for story in store.all_stories() for *_, shared in story.evidence]
        assert len(evidence) == 3
        assert all(shared[-1].startswith("encoder") for shared in evidence)
