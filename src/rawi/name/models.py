"""Let a model of named entities add names: an extra, off by default. Stage *name*.

Any function from texts to the names in them will do. `load_recogniser` makes one of a spaCy pipeline, a token
classification model for transformers, or stanza, each from a folder on this machine: nothing is fetched. What
the labels of the models mean is a table, `lang/shared/model_labels.tsv`. Titles are cut off a model's names as
off our own, and where rawi itself found a name the model has no say.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from rawi.errors import ModelError
from rawi.facts import MentionType, Sentence
from rawi.lang import LANGUAGES
from rawi.lang.people import load_people
from rawi.lang.reading import Reading
from rawi.models import find_model, load_model
from rawi.name.found import FoundName, keep_longest
from rawi.tables import load_tsv
from rawi.text import Span

# Below even odds a model itself thinks it more likely that there is no such name.
LEAST_SCORE = 0.5
RULE = "model"


class RecognisedName(NamedTuple):
    """A name a model found: code points [start, end) of the text it was given, its label, 0 <= score <= 1."""

    start: int
    end: int
    label: str
    score: float


Recognise = Callable[[Sequence[str]], Sequence[Sequence[RecognisedName]]]


class LabelRow(NamedTuple):
    """A row of `model_labels.tsv`: what models call the types of names rawi tells apart."""

    label: str
    type: MentionType


@cache
def load_labels() -> dict[str, MentionType]:
    """The type of name each label means; labels of other things (dates, events) are not listed.

    >>> load_labels()["GPE"], load_labels().get("DATE")
    ('LOC', None)
    """
    return {
        row.label: row.type for row in load_tsv("rawi.lang.shared", "model_labels.tsv", LabelRow)
    }


def recognise_names(
    text: str, reading: Reading, sentences: Sequence[Sentence], recognise: Recognise
) -> Iterator[FoundName]:
    """Yield the names a model finds in the sentences of a text, in whole tokens and without titles.

    A name that is cut through the middle of a word, or has a score below `LEAST_SCORE`, is left out.
    """
    read = [sentence for sentence in sentences if sentence.language in LANGUAGES]
    answers = recognise([text[s.span.start : s.span.end] for s in read])
    for sentence, names in zip(read, answers, strict=True):
        for name in names:
            type_ = load_labels().get(name.label.upper())
            if type_ is None or name.score < LEAST_SCORE:
                continue
            start = sentence.span.start
            place = _whole_tokens(reading, Span(start + name.start, start + name.end))
            if place and type_ == "PER":
                place = _without_titles(reading, *place, sentence.language)
            if place:
                yield FoundName(*place, type_, f"{sentence.language}.{RULE}", strength=0)


def _whole_tokens(reading: Reading, span: Span) -> tuple[int, int] | None:
    """The tokens a span is made of; None where it cuts a token or holds none."""
    first, last = reading.tokens(span)
    if first == last or reading.ends[last - 1] > span.end:
        return None
    if first and reading.ends[first - 1] > span.start:
        return None
    return first, last


def _without_titles(
    reading: Reading, first: int, last: int, language: str
) -> tuple[int, int] | None:
    """Cut the titles before a person's name; None where nothing else was there."""
    titles = load_people(language).titles
    while first < last and (hit := titles.find(reading.words, first)):
        first = hit.end
    return (first, last) if first < last else None


def add_names(own: Sequence[FoundName], others: Iterable[FoundName]) -> list[FoundName]:
    """Add to names already found those others that share no token with any of them, in text order."""
    taken = {token for name in own for token in range(name.first, name.last)}
    new = (name for name in others if taken.isdisjoint(range(name.first, name.last)))
    return sorted([*own, *keep_longest(new)], key=lambda name: name.first)


# ---------------------------------------------------------------------- models


def load_recogniser(model: str) -> Recognise:
    """Load a model named `LIBRARY:FOLDER`, where the library is spacy, transformers or stanza.

    Raises:
        ModelError: the name has another form, there is no such folder, or the library is not installed.
    """
    library, folder = _read_name(model)
    return load_model(folder, library, _LOADERS[library])


def find_recogniser(model: str) -> None:
    """Make sure that a model could be loaded, before anything else is done; ModelError as above."""
    library, folder = _read_name(model)
    find_model(folder, library, library)


def _read_name(model: str) -> tuple[str, str]:
    """Read `LIBRARY:FOLDER`."""
    library, _, folder = model.partition(":")
    if library not in _LOADERS or not folder:
        raise ModelError(
            f"{model!r} names no model; expected LIBRARY:FOLDER, such as spacy:models/fa_news,"
            f" with one of {', '.join(_LOADERS)}"
        )
    return library, folder


def _load_spacy(folder: Path) -> Recognise:
    """A spaCy pipeline with anything that sets `doc.ents`; it gives no scores."""
    import spacy  # late: an extra

    pipeline: Any = spacy.load(folder)

    def recognise(texts: Sequence[str]) -> Sequence[Sequence[RecognisedName]]:
        return [
            [RecognisedName(e.start_char, e.end_char, e.label_, 1.0) for e in read.ents]
            for read in pipeline.pipe(texts)
        ]

    return recognise


def _load_transformers(folder: Path) -> Recognise:
    """A token classification model with its tokenizer; pieces of a word are joined by the library."""
    from transformers import pipeline  # late: an extra

    classify: Any = pipeline(
        "token-classification", model=str(folder), aggregation_strategy="simple"
    )

    def recognise(texts: Sequence[str]) -> Sequence[Sequence[RecognisedName]]:
        return [
            [
                RecognisedName(g["start"], g["end"], g["entity_group"], float(g["score"]))
                for g in groups
            ]
            for groups in classify(list(texts))
        ]

    return recognise


def _load_stanza(folder: Path) -> Recognise:
    """Stanza's models of the languages that have a folder of their own below `folder`."""
    import stanza  # late: an extra

    languages = [code for code in LANGUAGES if (folder / code).is_dir()]
    if not languages:
        raise ValueError(f"no folder named {' or '.join(LANGUAGES)} in it")
    pipelines: list[Any] = [
        stanza.Pipeline(
            code, dir=str(folder), processors="tokenize,ner", download_method=None, verbose=False
        )
        for code in languages
    ]

    def recognise(texts: Sequence[str]) -> Sequence[Sequence[RecognisedName]]:
        return [
            [
                RecognisedName(e.start_char, e.end_char, e.type, 1.0)
                for pipeline in pipelines
                for e in pipeline(text).ents
            ]
            for text in texts
        ]

    return recognise


_LOADERS: dict[str, Callable[[Path], Recognise]] = {
    "spacy": _load_spacy,
    "transformers": _load_transformers,
    "stanza": _load_stanza,
}
