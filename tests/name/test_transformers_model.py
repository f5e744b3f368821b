"""A transformers model of named entities, made here with weights set by hand. `tools/test_models.sh` runs it."""

from pathlib import Path

import pytest

from rawi.name.models import RecognisedName, load_recogniser

torch = pytest.importorskip("torch", reason="an extra; tools/test_models.sh installs it")
transformers = pytest.importorskip("transformers", reason="an extra, as above")

VOCABULARY = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "قایق", "شباهنگ", "##وار", "رسید")
LABELS = ("O", "B-person", "I-person")
LABEL_OF = {"شباهنگ": 1, "##وار": 2}


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A model that tells each piece of a word by heart: its embedding is the score of its label."""
    (tmp_path / "vocab.txt").write_text("\n".join(VOCABULARY), "utf-8")
    config = transformers.BertConfig(
        vocab_size=len(VOCABULARY), hidden_size=4, num_hidden_layers=0, num_attention_heads=1,
        intermediate_size=4, num_labels=len(LABELS), id2label=dict(enumerate(LABELS)),
        label2id={label: i for i, label in enumerate(LABELS)},
    )  # fmt: skip
    made = transformers.BertForTokenClassification(config)
    with torch.no_grad():
        for weights in made.parameters():
            weights.zero_()
        made.bert.embeddings.LayerNorm.weight.fill_(1.0)
        words = made.bert.embeddings.word_embeddings.weight
        for place, piece in enumerate(VOCABULARY):
            words[place, LABEL_OF.get(piece, 0)] = 9.0
        made.classifier.weight.copy_(5.0 * torch.eye(len(LABELS), 4))
    made.save_pretrained(tmp_path)
    transformers.BertTokenizerFast(str(tmp_path / "vocab.txt")).save_pretrained(tmp_path)
    return tmp_path


def test_pieces_of_a_name_are_joined_and_scored(model: Path) -> None:
    recognise = load_recogniser(f"transformers:{model}")
    text = "قایق شباهنگوار رسید"
    [[found], nothing] = recognise([text, "قایق رسید"])
    assert found[:3] == RecognisedName(5, 14, "person", 0.0)[:3]
    assert 0.9 < found.score <= 1.0
    assert text[found.start : found.end] == "شباهنگوار"
    assert nothing == []
