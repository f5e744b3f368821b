"""A model of named entities may add names, with tiny models made here; it never overrules what rawi found."""

import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
import spacy
from click.testing import CliRunner

from rawi.cli.filters import annotate as annotate_verb
from rawi.errors import ModelError
from rawi.facts import Mention, Sentence
from rawi.name import find_names
from rawi.name.models import Recognise, RecognisedName, load_recogniser
from rawi.text import Span, Text


def knows(*names: tuple[str, str, float]) -> Recognise:
    """A model that knows some words by heart."""

    def recognise(texts: Sequence[str]) -> list[list[RecognisedName]]:
        return [
            [
                RecognisedName(text.index(words), text.index(words) + len(words), label, score)
                for words, label, score in names
                if words in text
            ]
            for text in texts
        ]

    return recognise


def find(words: str, language: str, recognise: Recognise | None) -> tuple[Mention, ...]:
    """The names in one sentence."""
    sentences = [Sentence(Span(0, len(words)), language)]
    return find_names(Text.untouched(words), sentences, recognise)


def test_a_model_adds_what_no_rule_finds() -> None:
    words = "قایق شباهنگ به لنگرگاه صدف\u200cکنار رسید."
    assert find(words, "fa", None) == ()
    (found,) = find(words, "fa", knows(("لنگرگاه صدف\u200cکنار", "B-LOC"[2:], 0.9)))
    assert (found.type, found.name, found.rule) == ("LOC", "لنگرگاه صدف\u200cکنار", "fa.model")


def test_what_rawi_found_itself_is_kept() -> None:
    words = "دکتر مینا فرهمند رئیس دانشگاه است."
    alone = find(words, "fa", None)
    assert find(words, "fa", knows(("مینا", "ORG", 1.0))) == alone


@pytest.mark.parametrize(
    ("name", "label", "score"),
    [
        ("شباهنگ", "PER", 0.4),  # the model itself doubts it
        ("شباه", "PER", 0.9),  # half a word
        ("شباهنگ", "DATE", 0.9),  # no name
    ],
)
def test_a_doubtful_or_broken_name_is_left_out(name: str, label: str, score: float) -> None:
    assert find("قایق شباهنگ رسید.", "fa", knows((name, label, score))) == ()


def test_titles_are_cut_off_a_models_names() -> None:
    (found,) = find("وصل السيد ششكبل مساءً.", "ar", knows(("السيد ششكبل", "PERS", 0.9)))
    assert found.name == "ششكبل"


def test_a_surname_a_model_told_is_known_in_the_rest_of_the_document() -> None:
    words = "رسید توران شب\u200cتاب\u200cزاده. شب\u200cتاب\u200cزاده رفت."
    found = find(words, "fa", knows(("توران شب\u200cتاب\u200cزاده", "person", 0.9)))
    assert [m.name for m in found] == ["توران شب\u200cتاب\u200cزاده", "شب\u200cتاب\u200cزاده"]


# ---------------------------------------------------------------------- libraries


@pytest.fixture
def spacy_model(tmp_path: Path) -> Path:
    """A spaCy pipeline that knows one harbour, saved to a folder."""
    pipeline = spacy.blank("xx")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "LOC", "pattern": "مرفأ سوسان"}])
    pipeline.to_disk(tmp_path / "harbours")
    return tmp_path / "harbours"


def test_a_spacy_pipeline_is_loaded_from_a_folder(spacy_model: Path) -> None:
    recognise = load_recogniser(f"spacy:{spacy_model}")
    (found,) = find("دخل القارب مرفأ سوسان.", "ar", recognise)
    assert (found.name, found.rule) == ("مرفأ سوسان", "ar.model")


def test_annotate_takes_a_model(spacy_model: Path) -> None:
    done = CliRunner().invoke(
        annotate_verb,
        ["--nl", "--only", "mentions", "--names-model", f"spacy:{spacy_model}"],
        input='{"id": "1", "text": "دخل القارب الأزرق الصغير مرفأ سوسان عند الفجر."}\n',
    )
    assert '"rule":"ar.model"' in done.output


def test_stanzas_answers_are_understood(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Its models are too large to make here: this keeps to the answers its documentation describes.
    def pipeline(code: str, **options: object) -> object:
        assert options["download_method"] is None
        found = SimpleNamespace(start_char=0, end_char=7, type="PER")
        return lambda text: SimpleNamespace(ents=[found] if code == "fa" else [])

    stanza = ModuleType("stanza")
    stanza.Pipeline = pipeline  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "stanza", stanza)
    (tmp_path / "fa").mkdir()
    (tmp_path / "ar").mkdir()
    recognise = load_recogniser(f"stanza:{tmp_path}")
    assert recognise(["شباهنگ رسید"]) == [[RecognisedName(0, 7, "PER", 1.0)]]


@pytest.mark.parametrize(
    ("model", "says"),
    [
        ("bert", "expected LIBRARY:FOLDER"),
        ("flair:models", "with one of spacy, transformers, stanza"),
        ("spacy:no/such/folder", "there is no folder no/such/folder"),
        ("spacy:.", "is no model spacy can load"),
        ("stanza:.", "stanza is not installed"),
    ],
)
def test_a_model_that_cannot_be_loaded_is_said_to_be_so(
    model: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "stanza", None)
    with pytest.raises(ModelError, match=says):
        load_recogniser(model)
