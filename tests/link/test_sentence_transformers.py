"""A sentence-transformers encoder, made here with weights set by hand. `tools/test_models.sh` runs it."""

from pathlib import Path

import pytest

from rawi.errors import ModelError
from rawi.link.encoder import compare_vectors, load_sentence_transformer


def test_an_encoder_that_is_not_there_is_said_to_be_so() -> None:
    with pytest.raises(ModelError, match="there is no folder no/such/folder"):
        load_sentence_transformer("no/such/folder")


def test_texts_of_the_same_words_are_alike(tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="an extra; tools/test_models.sh installs it")
    library = pytest.importorskip("sentence_transformers", reason="an extra, as above")
    modules = pytest.importorskip("sentence_transformers.models", reason="an extra, as above")
    words = modules.BoW(vocab=["پل", "جسر", "زنبور"])
    library.SentenceTransformer(modules=[words]).save(str(tmp_path))
    encode = load_sentence_transformer(str(tmp_path))
    bridge, same, bee = encode(["پل", "پل", "زنبور"])
    assert compare_vectors(bridge, same) == pytest.approx(1.0)
    assert compare_vectors(bridge, bee) == 0.0
